/// A file of a mailbox, and how its mails lie in it.
struct MailFile: Sendable {
    /// How mails lie in a file.
    enum Layout: Sendable {
        /// Many, each after a line that begins with `From `.
        case mbox
        /// One.
        case message
    }

    /// The file.
    var member: Member
    /// How its mails lie in it.
    var layout: Layout
    /// What the folder it lies in is for.
    var role: MailFolderRole

    /// Reads the headers of its mails.
    ///
    /// - Parameters:
    ///   - isWhole: whether `beginning` is all of the file; `nil` where nothing of it was read yet.
    ///   - beginning: the file's beginning, where it was read already.
    ///   - reader: one for mails by themselves, used again from file to file.
    /// - Throws: what the bytes and the closures throw.
    func forEachMessage(
        begunBy beginning: Span<UInt8>, isWhole: Bool?, using reader: inout MessageReader, _ visit: MboxReader.Visit,
        fault: (MessageFault) throws -> Void
    ) throws {
        switch layout {
        case .mbox: try MboxReader.read(member.bytes, visit: visit, fault: fault)
        case .message:
            guard let isWhole else { return _ = try reader.read(member.bytes, visit: visit, fault: fault) }
            if try reader.readBeginning(beginning, visit: visit) { return }
            let begun = BegunFile(bytes: beginning.array(0..<beginning.count), whole: member.bytes, isWhole: isWhole)
            _ = try reader.read(begun, visit: visit, fault: fault)
        }
    }
}
