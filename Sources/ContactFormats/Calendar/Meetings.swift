import ContactModel

/// Who met whom in calendars: the organisers and attendees of events, one correspondent an address.
///
/// Whom the owner invited, and who invited the owner, is a contact; those who were only invited to the same event are acquaintances. Events
/// without anybody, and those that were called off, say nothing.
struct Meetings {
    /// How many events there are.
    private(set) var eventCount = 0
    /// How many were called off.
    private(set) var cancelledCount = 0
    /// Who is in it.
    private(set) var book: CorrespondentBook
    /// What could not be read: the first ones.
    private(set) var problems: [ReadProblem] = []
    /// How many could not be listed any more.
    private(set) var furtherProblems = 0
    /// Whether the calendar's own name tells the owner.
    let isNamed: Bool
    /// How many events the owner takes part in.
    private(set) var witnesses = 0

    private var seen: Set<Int> = []

    /// Reads calendars, twice: once to learn whose they are, once to count.
    ///
    /// - Throws: what the bytes throw.
    init(_ members: [Member]) throws {
        var addresses = AddressTable()
        var takesPart: [Int] = []
        var named: [AddressTable.Number] = []
        var total = 0
        for member in members {
            var reader = CalendarReader()
            try reader.read(member.bytes) { event in
                guard !event.isCancelled, !event.attendees.isEmpty || event.organizer != nil else { return }
                total += 1
                var numbers: Set<AddressTable.Number> = []
                for person in event.attendees + [event.organizer].compactMap({ $0 }) {
                    if let number = addresses.number(person.address, 0..<person.address.count) { numbers.insert(number) }
                }
                while takesPart.count < addresses.count { takesPart.append(0) }
                for number in numbers { takesPart[number] += 1 }
            } problem: { _ in
            }
            if let number = Self.address(named: reader.name, &addresses), !named.contains(number) { named.append(number) }
            while takesPart.count < addresses.count { takesPart.append(0) }
        }
        // A calendar shared by somebody else is called after them: the owner is in most of what there is.
        named = named.filter { takesPart[$0] * 2 >= total || named.count == 1 }
        var own = named
        if own.isEmpty, total > 1, let most = takesPart.max(), most * 5 >= total * 3 {
            let first = takesPart.indices.filter { takesPart[$0] == most }
            if first.count == 1 { own = first }
        }
        isNamed = !named.isEmpty
        book = CorrespondentBook(addresses, own: own)
        for member in members {
            let name = members.count > 1 ? member.path : nil
            var reader = CalendarReader()
            try reader.read(member.bytes) {
                take($0)
            } problem: {
                note($0, file: name)
            }
        }
    }

    /// The address a calendar is called after.
    private static func address(named name: [UInt8], _ addresses: inout AddressTable) -> AddressTable.Number? {
        var list = AddressList()
        list.read(name.span, 0..<name.count)
        guard list.mailboxes.count == 1, let mailbox = list.mailboxes.first else { return nil }
        return addresses.number(list.text, mailbox.address)
    }

    private mutating func take(_ event: CalendarEvent) {
        eventCount += 1
        guard !event.isCancelled else {
            cancelledCount += 1
            return
        }
        // A meeting stands in the calendars of several people, and in several exports packed together.
        if !event.id.isEmpty, seen.count < MailLimits.messageIDs {
            guard seen.insert(event.id.span.hash(0..<event.id.count)).inserted else { return }
        }
        let organizer = event.organizer.flatMap { number($0, event) }
        var attendees: [AddressTable.Number] = []
        for person in event.attendees {
            if let number = number(person, event), number != organizer, !attendees.contains(number) || attendees.count > 200 {
                attendees.append(number)
            }
        }
        let isOwners = organizer.map(book.isOwn) ?? false
        if isOwners || attendees.contains(where: book.isOwn) { witnesses += 1 }
        for number in attendees where !book.isOwn(number) {
            if isOwners { book.people[number].sent += 1 } else { book.people[number].beside += 1 }
            book.people[number].see(event.day, isDirect: isOwners)
        }
        if let organizer, !isOwners {
            let isInvited = !book.own.isEmpty
            if isInvited { book.people[organizer].received += 1 } else { book.people[organizer].beside += 1 }
            book.people[organizer].see(event.day, isDirect: isInvited)
        }
    }

    private mutating func number(_ person: CalendarAttendee, _ event: CalendarEvent) -> AddressTable.Number? {
        guard let number = book.number(person.address, 0..<person.address.count, line: event.line) else { return nil }
        if !person.name.isEmpty {
            book.noteName(of: number, hash: person.name.span.hash(0..<person.name.count), isOwn: false) { address in
                DisplayName.text(person.name, isComment: true, address: address)
            }
        }
        return number
    }

    private mutating func note(_ problem: ReadProblem, file: String?) {
        guard problems.count < MailLimits.problems else {
            furtherProblems += 1
            return
        }
        var problem = problem
        if let file { problem.text = String("\(file): \(problem.text)".prefix(500)) }
        problems.append(problem)
    }
}
