import ContactModel

/// Who wrote to whom in a mailbox, one correspondent an address.
///
/// The mails are read once. Whose they are shows only at the end, so what each says of its addresses is kept until then, in some twenty
/// bytes a mail.
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
    /// The files of single mails that may not be read, by their paths.
    private(set) var unreadable: Set<String> = []
    /// The day of the newest mail.
    private(set) var newest: CalendarDate?
    /// Who is in it.
    private(set) var book: CorrespondentBook
    /// What tells the owner.
    private(set) var owner: MailboxOwner

    private var survey = MailSurvey()
    private var log = MailLog()
    /// The file being read, where there are several.
    private var fileName: String?
    private var seen: Set<Int> = []
    private var list = AddressList()
    /// What is said of the mail being read; its room is used again.
    private var entry = MailLog.Entry()
    /// The character set of the last mail that named one, by the label.
    private var lastCharset: (label: [UInt8], set: NamedCharset?) = ([], nil)

    /// Reads all files.
    ///
    /// - Throws: what the bytes throw.
    init(_ files: [MailFile]) throws {
        book = CorrespondentBook()
        owner = MailboxOwner(survey, kinds: [])
        var reader = MessageReader()
        try HeadsAhead.forEach(of: files) { file, outcome, beginning in
            fileName = files.count > 1 ? file.member.path : nil
            var faults: [MessageFault] = []
            do {
                try file.forEachMessage(
                    begunBy: beginning, isWhole: outcome.get(), using: &reader, { take($0, $1, $2, in: file) }, fault: { faults.append($0) }
                )
            } catch let error as InputError where error.code == .unreadable && files.count > 1 && file.layout == .message {
                // One mail of many; the others are read, and it is named.
                unreadable.insert(file.member.path)
            }
            for fault in faults { note(fault.line, fault.code, fault.text, isRejection: fault.isRejection) }
        }
        owner = MailboxOwner(survey, kinds: book.kinds)
        book.settle(own: owner.numbers, lists: survey.lists)
        log.forEach { count($0) }
        // Neither is needed any more.
        survey = MailSurvey()
        log = MailLog()
        seen = []
    }

    // MARK: One mail

    private mutating func take(_ bytes: Span<UInt8>, _ head: borrowing MessageHead, _ place: MessagePlace, in file: MailFile) {
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
        survey.begin(nature)
        var entry = MailLog.Entry()
        swap(&entry, &self.entry)
        defer { swap(&entry, &self.entry) }
        entry.begin(day: day(bytes, head, place), isBulk: nature.isBulk)
        if let day = entry.day { newest = max(newest ?? day, day) }
        if nature.isBulk { learnLists(bytes, head, place) }
        if !nature.isSent, let range = MailSurvey.delivery(bytes, head) {
            list.read(bytes, range)
            if let number = list.mailboxes.first.flatMap({ book.number(list.text, $0.address, line: place.line) }) {
                survey.delivered(to: number)
            }
        }
        let hint = charset(bytes, head)
        readPeople(bytes, head, place, of: [.from], hint: hint) { survey, number in
            survey.author(number, nature)
            entry.senders.append(number)
        }
        // Whom a list's or a program's mail went to as well is nobody's correspondence, unless it is the owner's own.
        if !nature.isBulk || nature.isSent {
            readPeople(bytes, head, place, of: [.to, .bcc], hint: hint) { survey, number in
                if !nature.isBulk { survey.takesPart(number) }
                entry.recipients.append(number)
            }
            readPeople(bytes, head, place, of: [.cc], hint: hint) { survey, number in
                if !nature.isBulk { survey.takesPart(number) }
                entry.copies.append(number)
            }
        }
        log.append(entry)
    }

    /// Reads the addresses of some fields; each counts once a mail, where it stands first.
    private mutating func readPeople(
        _ bytes: Span<UInt8>, _ head: borrowing MessageHead, _ place: MessagePlace, of fields: [HeaderField], hint: NamedCharset?,
        _ visit: (inout MailSurvey, AddressTable.Number) -> Void
    ) {
        let isAuthor = fields == [.from]
        for field in fields {
            for value in head.values where value.field == field {
                readAddresses(bytes, value, place)
                for mailbox in list.mailboxes {
                    guard let number = book.number(list.text, mailbox.address, line: place.line) else { continue }
                    noteName(bytes, mailbox, of: number, isOwn: isAuthor, hint: hint)
                    if !isAuthor {
                        if book.people[number].lastMessage == messageCount { continue }
                        book.people[number].lastMessage = messageCount
                    }
                    visit(&survey, number)
                }
            }
        }
    }

    /// Counts a mail, now that the owner is known.
    private mutating func count(_ entry: MailLog.Entry) {
        let isOutgoing = entry.senders.contains(where: book.isOwn)
        if entry.isBulk, !isOutgoing {
            for number in entry.senders {
                book.people[number].list += 1
                book.people[number].see(entry.day, isDirect: false)
            }
        } else if book.own.isEmpty {
            // Nobody knows whose mail it is: then all only stand in it.
            for numbers in [entry.senders, entry.recipients, entry.copies] {
                for number in numbers {
                    book.people[number].beside += 1
                    book.people[number].see(entry.day, isDirect: false)
                }
            }
        } else if isOutgoing {
            for number in entry.recipients where !book.isOwn(number) {
                book.people[number].sent += 1
                book.people[number].see(entry.day, isDirect: true)
            }
            for number in entry.copies where !book.isOwn(number) {
                book.people[number].copied += 1
                book.people[number].see(entry.day, isDirect: false)
            }
        } else {
            for number in entry.senders {
                book.people[number].received += 1
                book.people[number].see(entry.day, isDirect: true)
            }
            for numbers in [entry.recipients, entry.copies] {
                for number in numbers where !book.isOwn(number) && !entry.senders.contains(number) {
                    book.people[number].beside += 1
                    book.people[number].see(entry.day, isDirect: false)
                }
            }
        }
    }

    private mutating func learnLists(_ bytes: Span<UInt8>, _ head: borrowing MessageHead, _ place: MessagePlace) {
        for value in head.values where value.field == .listPost || value.field == .listID {
            if value.field == .listPost {
                list.read(bytes, value.start..<value.end)
            } else {
                guard let address = MailSurvey.address(ofList: bytes.unfolded(value.start..<value.end)) else { continue }
                list.read(address.span, 0..<address.count)
            }
            for mailbox in list.mailboxes {
                if let number = book.number(list.text, mailbox.address, line: place.line) { survey.isList(number) }
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

    private mutating func noteName(_ bytes: Span<UInt8>, _ mailbox: AddressList.Mailbox, of number: Int, isOwn: Bool, hint: NamedCharset?) {
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
    private mutating func charset(_ bytes: Span<UInt8>, _ head: borrowing MessageHead) -> NamedCharset? {
        guard let range = head.first(.contentType) else { return nil }
        var place = range.lowerBound
        while place + 9 < range.upperBound {
            if bytes.begins(with: "charset=", place..<range.upperBound) {
                var end = place + 8
                while end < range.upperBound, bytes[end] != 0x3B, !bytes[end].isMailSpace { end += 1 }
                let label = bytes.array(place + 8..<end)
                if label != lastCharset.label { lastCharset = (label, NamedCharset(label: label)) }
                return lastCharset.set
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
