import ContactModel

/// Who wrote to whom in a mailbox whose owner is known, one correspondent an address: the second reading.
struct Correspondence: Sendable {
    /// How many mails there are, those left out and second copies too.
    private(set) var messageCount = 0
    /// How many were left out, by reason.
    private(set) var leftOut: [MessageNature.LeftOut: Int] = [:]
    /// How many are second copies of one that was read.
    private(set) var copyCount = 0
    /// How many came from lists, programs and mass mailings.
    private(set) var bulkCount = 0
    /// What could not be read: the first ones.
    private(set) var problems: [ReadProblem] = []
    /// How many could not be listed any more.
    private(set) var furtherProblems = 0
    /// The day of the newest mail.
    private(set) var newest: CalendarDate?
    /// Who is in it.
    private(set) var book: CorrespondentBook
    /// What tells the owner.
    let owner: MailboxOwner

    /// The file being read, where there are several.
    private var fileName: String?
    private var seen: Set<Int> = []
    private var list = AddressList()
    private var recipients: [(number: Int, isCopy: Bool)] = []

    /// Reads all files.
    ///
    /// - Throws: what the bytes throw.
    init(_ files: [MailFile], survey: MailSurvey, owner: MailboxOwner) throws {
        book = CorrespondentBook(survey.addresses, own: owner.numbers, isList: survey.evidence.map(\.isList))
        self.owner = owner
        for file in files {
            fileName = files.count > 1 ? file.member.path : nil
            var faults: [MessageFault] = []
            try file.forEachMessage({ try take($0, $1, $2, in: file) }, fault: { faults.append($0) })
            for fault in faults { note(fault.line, fault.code, fault.text, isRejection: fault.isRejection) }
        }
    }

    // MARK: One mail

    private mutating func take(_ bytes: Span<UInt8>, _ head: borrowing MessageHead, _ place: MessagePlace, in file: MailFile) throws {
        messageCount += 1
        let nature = MessageNature(bytes, head, folder: file.role)
        if let reason = nature.leftOut {
            leftOut[reason, default: 0] += 1
            return
        }
        guard isNew(bytes, head) else {
            copyCount += 1
            return
        }
        if nature.isBulk { bulkCount += 1 }
        let day = day(bytes, head, place)
        if let day { newest = max(newest ?? day, day) }
        let hint = charset(bytes, head)

        var senders: [Int] = []
        var isOutgoing = false
        for value in head.values where value.field == .from {
            readAddresses(bytes, value, place)
            for mailbox in list.mailboxes {
                guard let number = book.number(list.text, mailbox.address, line: place.line) else { continue }
                if book.isOwn(number) { isOutgoing = true }
                senders.append(number)
                noteName(bytes, mailbox, of: number, isOwn: true, hint: hint)
            }
        }
        if nature.isBulk && !isOutgoing {
            for number in senders {
                book.people[number].list += 1
                book.people[number].see(day, isDirect: false)
            }
            return
        }
        readRecipients(bytes, head, place, hint: hint)
        count(senders: senders, isOutgoing: isOutgoing, day: day)
    }

    private mutating func count(senders: [Int], isOutgoing: Bool, day: CalendarDate?) {
        if book.own.isEmpty {
            // Nobody knows whose mail it is: then all only stand in it.
            for number in senders + recipients.map(\.number) {
                book.people[number].beside += 1
                book.people[number].see(day, isDirect: false)
            }
            return
        }
        if isOutgoing {
            for recipient in recipients where !book.isOwn(recipient.number) {
                if recipient.isCopy { book.people[recipient.number].copied += 1 } else { book.people[recipient.number].sent += 1 }
                book.people[recipient.number].see(day, isDirect: !recipient.isCopy)
            }
            return
        }
        for number in senders {
            book.people[number].received += 1
            book.people[number].see(day, isDirect: true)
        }
        for recipient in recipients where !book.isOwn(recipient.number) && !senders.contains(recipient.number) {
            book.people[recipient.number].beside += 1
            book.people[recipient.number].see(day, isDirect: false)
        }
    }

    private mutating func readRecipients(_ bytes: Span<UInt8>, _ head: borrowing MessageHead, _ place: MessagePlace, hint: MailCharset?) {
        recipients.removeAll(keepingCapacity: true)
        for field in [HeaderField.to, .bcc, .cc] {
            for value in head.values where value.field == field {
                readAddresses(bytes, value, place)
                for mailbox in list.mailboxes {
                    guard let number = book.number(list.text, mailbox.address, line: place.line) else { continue }
                    noteName(bytes, mailbox, of: number, isOwn: false, hint: hint)
                    if book.people[number].lastMessage == messageCount { continue }
                    book.people[number].lastMessage = messageCount
                    recipients.append((number, field == .cc))
                }
            }
        }
    }

    private mutating func readAddresses(_ bytes: Span<UInt8>, _ value: MessageHead.Value, _ place: MessagePlace) {
        list.read(bytes, value.start..<value.end)
        for reject in list.rejects {
            // Senders that hide the recipients write words where addresses stand: `<Undisclosed-Recipient:;@example.com>`.
            let words = bytes.trimmed(reject)
            if bytes.begins(with: "<undisclosed", words) || bytes.begins(with: "@", words) { continue }
            let text = EncodedWords.text(bytes.unfolded(reject.lowerBound..<min(reject.upperBound, reject.lowerBound + 200)))
            note(place.line, "not-an-address", text, isRejection: false)
        }
    }

    private mutating func noteName(_ bytes: Span<UInt8>, _ mailbox: AddressList.Mailbox, of number: Int, isOwn: Bool, hint: MailCharset?) {
        guard !mailbox.name.isEmpty, mailbox.name.count <= 4000 else { return }
        book.noteName(of: number, hash: bytes.hash(mailbox.name), isOwn: isOwn) { address in
            DisplayName.text(bytes.array(mailbox.name), isComment: mailbox.isComment, address: address, hint: hint)
        }
    }

    // MARK: Copies, days, character sets

    /// Whether a mail of this id was not read before; one without an id is new.
    private mutating func isNew(_ bytes: Span<UInt8>, _ head: borrowing MessageHead) -> Bool {
        guard let range = head.first(.messageID) else { return true }
        let id = bytes.trimmed(range)
        guard id.count > 4, seen.count < MailLimits.messageIDs else { return true }
        return seen.insert(bytes.hash(id)).inserted
    }

    /// The day of a mail: what it says itself; what the server wrote where it says nothing, or is more than a week off.
    private func day(_ bytes: Span<UInt8>, _ head: borrowing MessageHead, _ place: MessagePlace) -> CalendarDate? {
        let own = head.first(.date).flatMap { MailDate.day(bytes, $0) }
        let server = head.first(.received).flatMap { range -> CalendarDate? in
            var semicolon = range.upperBound - 1
            while semicolon >= range.lowerBound, bytes[semicolon] != 0x3B { semicolon -= 1 }
            return semicolon >= range.lowerBound ? MailDate.day(bytes, semicolon + 1..<range.upperBound) : nil
        }
        guard let own else { return server ?? place.separator.flatMap { MailDate.day(bytes, $0) } }
        guard let server, abs(own.daysSince1970 - server.daysSince1970) > 7 else { return own }
        return server
    }

    /// The character set of the body, which names nobody labelled are likely to share.
    private func charset(_ bytes: Span<UInt8>, _ head: borrowing MessageHead) -> MailCharset? {
        guard let range = head.first(.contentType) else { return nil }
        var place = range.lowerBound
        while place + 9 < range.upperBound {
            if bytes.begins(with: "charset=", place..<range.upperBound) {
                var end = place + 8
                while end < range.upperBound, bytes[end] != 0x3B, !bytes[end].isMailSpace { end += 1 }
                return MailCharset(label: bytes.array(place + 8..<end))
            }
            place += 1
        }
        return nil
    }

    private mutating func note(_ line: Int, _ code: String, _ text: String, isRejection: Bool) {
        guard problems.count < MailLimits.problems else {
            furtherProblems += 1
            return
        }
        let text = fileName.map { "\($0): \(text)" } ?? text
        problems.append(ReadProblem(line: max(1, line), code: code, text: text, isRejection: isRejection))
    }
}
