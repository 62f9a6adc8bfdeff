/// What the mails of a mailbox say about whose it is, and which addresses are lists'.
struct MailSurvey {
    /// What speaks for an address being the owner's.
    struct Evidence {
        /// Mails in folders of sent mail that are from it.
        var sentFrom = 0
        /// Mails that a server delivered to it.
        var deliveredTo = 0
        /// Mails from it that bear no mark of transport: copies of what was sent.
        var untransportedFrom = 0
        /// Mails from it.
        var from = 0
        /// Mails it is in, as author or recipient.
        var takesPart = 0
        /// Whether a mail says that it is a list's.
        var isList = false
        fileprivate var lastMessage = 0
    }

    /// Of each address, by its number.
    private(set) var evidence: [Evidence] = []
    /// How many mails were looked at: all but spam, drafts and the like.
    private(set) var messageCount = 0
    /// Of them, those that neither lists nor programs sent.
    private(set) var personalCount = 0
    /// Of them, those in folders of sent mail.
    private(set) var sentCount = 0
    /// Of them, those of which a server says to whom it delivered them.
    private(set) var deliveredCount = 0
    /// Of them, those with a mark of transport.
    private(set) var receivedCount = 0

    /// The addresses mails say are lists'.
    var lists: [AddressTable.Number] { evidence.indices.filter { evidence[$0].isList } }

    /// Begins with the next mail.
    mutating func begin(_ nature: MessageNature) {
        messageCount += 1
        if !nature.isBulk { personalCount += 1 }
        if nature.isSent { sentCount += 1 }
        if nature.isReceived { receivedCount += 1 }
    }

    /// Notes an author of the mail.
    mutating func author(_ number: AddressTable.Number, _ nature: MessageNature) {
        make(number)
        evidence[number].from += 1
        if nature.isSent { evidence[number].sentFrom += 1 }
        if !nature.isReceived, !nature.isBulk { evidence[number].untransportedFrom += 1 }
        if !nature.isBulk { takesPart(number) }
    }

    /// Notes that an address stands in the mail, which is no list's and no program's.
    mutating func takesPart(_ number: AddressTable.Number) {
        make(number)
        guard evidence[number].lastMessage != messageCount else { return }
        evidence[number].lastMessage = messageCount
        evidence[number].takesPart += 1
    }

    /// Notes whom a server delivered the mail to.
    mutating func delivered(to number: AddressTable.Number) {
        make(number)
        deliveredCount += 1
        evidence[number].deliveredTo += 1
    }

    /// Notes that an address is a list's.
    mutating func isList(_ number: AddressTable.Number) {
        make(number)
        evidence[number].isList = true
    }

    private mutating func make(_ number: AddressTable.Number) {
        while evidence.count <= number { evidence.append(Evidence()) }
    }

    // MARK: Where the header says it

    /// Where the header names whom the last server delivered the mail to: the topmost field of the kind, else what `Received` says behind
    /// `for`.
    static func delivery(_ bytes: Span<UInt8>, _ head: borrowing MessageHead) -> Range<Int>? {
        if let found = head.first(.deliveredTo) {
            // qmail's list managers write it as well: `Delivered-To: mailing list …`.
            return bytes.begins(with: "mailing list", bytes.trimmed(found)) ? nil : found
        }
        for value in head.values where value.field == .received {
            if let range = recipient(bytes, value.start..<value.end) { return range }
        }
        return nil
    }

    /// What stands behind `for` in a field like `from a by b for <ann@example.com>; date`.
    private static func recipient(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var place = range.lowerBound
        while place + 6 < range.upperBound {
            if bytes[place].isMailSpace, bytes.has("for ", at: place + 1) || bytes.has("for\t", at: place + 1) {
                var end = place + 5
                while end < range.upperBound, bytes[end] != 0x3B, end == place + 5 || !bytes[end].isMailSpace { end += 1 }
                return place + 5..<end
            }
            place += 1
        }
        return nil
    }

    /// `talk@lists.example.org` for `Talk <talk.lists.example.org>` (RFC 2919): not promised, and nearly always so.
    static func address(ofList id: [UInt8]) -> [UInt8]? {
        var name = id[...]
        if let open = id.lastIndex(of: 0x3C) { name = id[(open + 1)...].prefix { $0 != 0x3E } }
        name = ArraySlice(name.filter { !$0.isMailSpace })
        guard let dot = name.firstIndex(of: 0x2E), dot > 0, dot < name.count - 1, name.count < MailLimits.address, !name.contains(0x40)
        else {
            return nil
        }
        return Array(name[..<dot]) + [0x40] + Array(name[(dot + 1)...])
    }
}
