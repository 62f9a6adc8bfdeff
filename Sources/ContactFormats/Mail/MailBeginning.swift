/// What the beginning of a file says about it as mail.
struct MailBeginning {
    /// Whether it is an mbox.
    let isMbox: Bool
    /// Whether it is a mail by itself.
    let isMessage: Bool

    private static let size = 1 << 14

    /// Looks at no more than the first 16 KiB.
    ///
    /// - Throws: what the bytes throw.
    init(of member: Member) throws {
        let beginning = try Self.bytes(of: member)
        self.init(beginning.span)
    }

    /// The first 16 KiB of a file.
    ///
    /// - Throws: what the bytes throw.
    static func bytes(of member: Member) throws -> [UInt8] {
        try member.bytes.beginning(upTo: size).bytes
    }

    init(_ bytes: Span<UInt8>) {
        var place = 0
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
        while place < bytes.count, place < 64, bytes[place] == 0x0A || bytes[place] == 0x0D { place += 1 }
        isMbox = SeparatorLine.judge(bytes, at: place, isAfterBlank: true, isFirst: true) != nil
        isMessage = !isMbox && Self.isHeader(bytes, at: MessageReader.begin(bytes).place)
    }

    /// Whether fields begin there of which a mail has at least two, one of them saying who wrote it or that it was transported.
    private static func isHeader(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        var head = MessageHead()
        if case .none = head.scan(bytes, from: place, isFinal: true) { return false }
        // vCards, calendars and LDIF have lines with a colon as well.
        if bytes.begins(with: "begin:", place..<bytes.count) || bytes.begins(with: "dn:", place..<bytes.count) { return false }
        let isWritten = head.has(.from) || head.has(.received) || head.has(.returnPath) || head.has(.deliveredTo) || head.has(.sender)
        let kinds = Set(head.values.map(\.field)).intersection([
            .from, .to, .cc, .bcc, .date, .messageID, .received, .returnPath, .deliveredTo, .contentType, .sender, .replyTo, .listID,
        ])
        return isWritten && kinds.count >= 2
    }
}
