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
    ///   - bytes: the file's bytes.
    ///   - reader: one for mails by themselves, used again from file to file.
    /// - Throws: what the bytes and the closures throw.
    func forEachMessage(
        in bytes: any ByteSource, using reader: inout MessageReader, _ visit: MboxReader.Visit, fault: (MessageFault) throws -> Void
    ) throws {
        switch layout {
        case .mbox: try MboxReader.read(bytes, visit: visit, fault: fault)
        case .message:
            _ = try reader.read(bytes, visit: visit, fault: fault)
        }
    }
}
