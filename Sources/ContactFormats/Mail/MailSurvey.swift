import ContactModel

/// What a first reading of a mailbox finds out: whose it is, and which addresses are lists.
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
        private var lastMessage = 0

        /// Notes that the address stands in a mail.
        fileprivate mutating func note(_ nature: MessageNature, isAuthor: Bool, message: Int) {
            if isAuthor {
                from += 1
                if nature.isSent { sentFrom += 1 }
                if !nature.isReceived, !nature.isBulk { untransportedFrom += 1 }
            }
            guard !nature.isBulk, lastMessage != message else { return }
            lastMessage = message
            takesPart += 1
        }
    }

    /// The addresses, which the second reading goes on with.
    private(set) var addresses = AddressTable()
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

    private var list = AddressList()

    /// Reads all files.
    ///
    /// - Throws: what the bytes throw.
    init(_ files: [MailFile]) throws {
        for file in files {
            try file.forEachMessage({ bytes, head, _ in take(bytes, head, folder: file.role) }, fault: { _ in })
        }
    }

    private mutating func take(_ bytes: Span<UInt8>, _ head: borrowing MessageHead, folder: MailFolderRole) {
        let nature = MessageNature(bytes, head, folder: folder)
        guard nature.leftOut == nil else { return }
        messageCount += 1
        if nature.isBulk { learnLists(bytes, head) } else { personalCount += 1 }
        if nature.isSent { sentCount += 1 }
        if nature.isReceived { receivedCount += 1 }
        if !nature.isSent, let number = deliveredTo(bytes, head) {
            deliveredCount += 1
            evidence[number].deliveredTo += 1
        }
        for value in head.values {
            let isAuthor = value.field == .from
            guard isAuthor || !nature.isBulk && (value.field == .to || value.field == .cc || value.field == .bcc) else { continue }
            list.read(bytes, value.start..<value.end)
            for mailbox in list.mailboxes {
                guard let number = number(mailbox.address) else { continue }
                evidence[number].note(nature, isAuthor: isAuthor, message: messageCount)
            }
        }
    }

    private mutating func number(_ address: Range<Int>) -> AddressTable.Number? {
        guard let number = addresses.number(list.text, address) else { return nil }
        if number == evidence.count { evidence.append(Evidence()) }
        return number
    }

    /// Whom the last server delivered the mail to: the topmost field of the kind, else what `Received` says behind `for`.
    private mutating func deliveredTo(_ bytes: Span<UInt8>, _ head: borrowing MessageHead) -> AddressTable.Number? {
        var range = head.first(.deliveredTo)
        // qmail's list managers write it as well: `Delivered-To: mailing list …`.
        if let found = range, bytes.begins(with: "mailing list", bytes.trimmed(found)) { return nil }
        if range == nil {
            for value in head.values where value.field == .received {
                range = Self.recipient(bytes, value.start..<value.end)
                if range != nil { break }
            }
        }
        guard let range else { return nil }
        list.read(bytes, range)
        return list.mailboxes.first.flatMap { number($0.address) }
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

    private mutating func learnLists(_ bytes: Span<UInt8>, _ head: borrowing MessageHead) {
        for value in head.values {
            switch value.field {
            case .listPost:
                list.read(bytes, value.start..<value.end)
                for mailbox in list.mailboxes { if let number = number(mailbox.address) { evidence[number].isList = true } }
            case .listID:
                guard let address = Self.address(ofList: bytes.unfolded(value.start..<value.end)) else { continue }
                list.read(address.span, 0..<address.count)
                for mailbox in list.mailboxes { if let number = number(mailbox.address) { evidence[number].isList = true } }
            default: break
            }
        }
    }

    /// `talk@lists.example.org` for `Talk <talk.lists.example.org>` (RFC 2919): not promised, and nearly always so.
    private static func address(ofList id: [UInt8]) -> [UInt8]? {
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
