import ContactModel

/// Somebody named by an event.
struct CalendarAttendee {
    /// The address.
    var address: [UInt8]
    /// The name beside it (`CN`), where there is one.
    var name: [UInt8]
}

/// An event as far as it says who met.
struct CalendarEvent {
    /// The line it begins on, counted from 1.
    var line: Int
    /// What tells it from others (`UID`), with the day of a single occurrence that was changed (`RECURRENCE-ID`).
    var id: [UInt8] = []
    /// The day it begins, as its calendar writes it.
    var day: CalendarDate?
    /// Who invited.
    var organizer: CalendarAttendee?
    /// Who was invited: people only, no rooms and no resources.
    var attendees: [CalendarAttendee] = []
    /// Whether it was called off.
    var isCancelled = false
}

/// Reads the events of a calendar one after another (RFC 5545), in constant memory.
struct CalendarReader {
    /// The longest unfolded line of which anything is kept, in bytes.
    private static let lineLimit = 1 << 16
    /// How many attendees of one event are read.
    private static let attendeeLimit = 10_000

    /// What the calendar is called (`X-WR-CALNAME`): with Google its owner's address.
    private(set) var name: [UInt8] = []
    /// How many lines there were.
    private(set) var lineCount = 0

    private var path: [String] = []
    private var event: CalendarEvent?
    private var isCancelling = false
    private var line: [UInt8] = []
    private var firstLine = 1
    private var isTooLong = false

    /// Reads a file to its end.
    ///
    /// - Parameters:
    ///   - visit: called for each event.
    ///   - problem: called for lines that are too long, and attendees without an address.
    /// - Throws: what the bytes and the two closures throw.
    mutating func read(
        _ source: any ByteSource, visit: (CalendarEvent) throws -> Void, problem: (ReadProblem) throws -> Void
    ) throws {
        var isAtLineStart = true
        try source.forEachChunk { chunk in
            let bytes = chunk.span
            var place = 0
            while place < bytes.count {
                if isAtLineStart {
                    // Whether the line before goes on shows at the first byte of the next.
                    if bytes[place] == 0x20 || bytes[place] == 0x09 {
                        place += 1
                    } else {
                        try finishLine(visit: visit, problem: problem)
                        firstLine = lineCount + 1
                    }
                    isAtLineStart = false
                }
                let end = bytes.lineFeed(from: place, to: bytes.count)
                append(bytes, place..<end)
                if end < bytes.count {
                    lineCount += 1
                    isAtLineStart = true
                    if line.last == 0x0D { line.removeLast() }
                }
                place = end + 1
            }
        }
        try finishLine(visit: visit, problem: problem)
        if let event { try visit(event) }
    }

    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        let room = Self.lineLimit - line.count
        if range.count > room { isTooLong = true }
        line += bytes.array(range.lowerBound..<range.lowerBound + min(range.count, max(0, room)))
    }

    private mutating func finishLine(visit: (CalendarEvent) throws -> Void, problem: (ReadProblem) throws -> Void) throws {
        defer {
            line.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        guard !line.isEmpty, Self.mayMatter(line) else { return }
        if isTooLong {
            try problem(self.problem("line-too-long"))
            return
        }
        guard let content = CalendarLine(line) else { return }
        switch content.name {
        case "BEGIN": begin(Self.word(content.value))
        case "END": try end(Self.word(content.value), visit: visit)
        case "X-WR-CALNAME": if name.isEmpty { name = content.value }
        case "METHOD": isCancelling = Self.word(content.value) == "CANCEL"
        default: try note(content, problem: problem)
        }
    }

    /// Whether a line can begin with one of the names that are looked at; texts are most of a calendar.
    private static func mayMatter(_ line: [UInt8]) -> Bool {
        guard let first = line.first else { return false }
        switch first & 0xDF {
        case 0x41, 0x42, 0x44...0x45, 0x4D, 0x4F, 0x52...0x53, 0x55, 0x58: return true
        default: return line.prefix(40).contains(0x2E)
        }
    }

    private mutating func begin(_ component: String) {
        path.append(component)
        if path.count > 100 { path.removeFirst() }
        if Self.components.contains(component) {
            event = CalendarEvent(line: firstLine, isCancelled: isCancelling)
        }
    }

    private mutating func end(_ component: String, visit: (CalendarEvent) throws -> Void) throws {
        if path.last == component { path.removeLast() }
        guard Self.components.contains(component), let finished = event else { return }
        event = nil
        try visit(finished)
    }

    /// Notes a property of the event itself; alarms have attendees of their own.
    private mutating func note(_ content: CalendarLine, problem: (ReadProblem) throws -> Void) throws {
        guard var event, let component = path.last, Self.components.contains(component) else { return }
        // Let go of, so that its attendees are changed where they lie.
        self.event = nil
        defer { self.event = event }
        switch content.name {
        case "ORGANIZER": if event.organizer == nil { event.organizer = try attendee(content, problem: problem) }
        case "ATTENDEE":
            guard event.attendees.count < Self.attendeeLimit, Self.isPerson(content) else { return }
            if let attendee = try attendee(content, problem: problem) { event.attendees.append(attendee) }
        case "DTSTART", "DUE": if event.day == nil { event.day = Self.day(content.value) }
        case "UID": event.id = content.value + event.id
        case "RECURRENCE-ID": event.id += [0] + content.value
        case "STATUS": if Self.word(content.value) == "CANCELLED" { event.isCancelled = true }
        default: break
        }
    }

    private static func isPerson(_ content: CalendarLine) -> Bool {
        guard let kind = content.parameters["CUTYPE"] else { return true }
        return !["RESOURCE", "ROOM", "GROUP"].contains(word(kind))
    }

    /// Whose address the value or, where that is none, `EMAIL` (Google, Apple) says.
    private func attendee(_ content: CalendarLine, problem: (ReadProblem) throws -> Void) throws -> CalendarAttendee? {
        var list = AddressList()
        for bytes in [content.value, content.parameters["EMAIL"] ?? []] {
            list.read(bytes.span, 0..<bytes.count)
            if let mailbox = list.mailboxes.first {
                return CalendarAttendee(address: Array(list.text[mailbox.address]), name: content.parameters["CN"] ?? [])
            }
        }
        let value = String(decoding: content.value.prefix(200), as: UTF8.self)
        // What stands there where nobody knows the address (Apple, Outlook).
        let isBlank = value.lowercased().hasPrefix("invalid:") || value.lowercased().hasPrefix("urn:") || value.hasPrefix("/")
        if !isBlank { try problem(self.problem("not-an-address")) }
        return nil
    }

    private func problem(_ code: String) -> ReadProblem {
        ReadProblem(
            line: firstLine, code: code, text: TextEncoding.utf8.textOfMixedBytes(line.prefix(200).map { $0 < 0x20 ? 0x20 : $0 }),
            isRejection: false)
    }

    private static func day(_ value: [UInt8]) -> CalendarDate? {
        let digits = value.filter(\.isDigit)
        guard digits.count >= 8 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
        guard number(0..<4) >= 1900 else { return nil }
        return CalendarDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    }

    private static func word(_ value: [UInt8]) -> String {
        String(decoding: value.prefix(40), as: UTF8.self).uppercased().filter { !$0.isWhitespace }
    }

    private static let components: Set<String> = ["VEVENT", "VTODO", "VJOURNAL"]
}
