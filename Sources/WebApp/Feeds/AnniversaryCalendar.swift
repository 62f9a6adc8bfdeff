public import ContactModel

/// The birthdays and the days of connecting as a calendar (iCalendar, RFC 5545): each once a year, for ever.
public struct AnniversaryCalendar: Sendable {
    /// Where the pages are: `http://localhost:8017`.
    public var base: String
    /// The language.
    public var texts: Texts
    /// When it was made, `20261125T213000Z`.
    private let stamp: String

    /// Prepares a calendar.
    ///
    /// - Parameter madeAt: the time in ISO 8601, UTC.
    public init(base: String, madeAt: String, texts: Texts) {
        self.base = base
        self.texts = texts
        stamp = madeAt.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// What comes before the first event.
    public var beginning: String {
        Self.lines([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Holdfast//Holdfast//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "NAME:" + Self.escaped(texts("changesCalendarTitle")), "X-WR-CALNAME:" + Self.escaped(texts("changesCalendarTitle")),
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        ])
    }

    /// What comes after the last event.
    public var end: String { Self.lines(["END:VCALENDAR"]) }

    /// The events of a person; empty where no day is known. The day of a connection that ended is none to remember.
    public func events(of person: Person) -> String {
        var events = ""
        if let birthday = person.birthday?.value, let month = birthday.month, let day = birthday.day {
            // A birthday without its year begins in a leap year, so that every day exists.
            let year = birthday.year ?? 1972
            let text = texts(
                birthday.year == nil ? "changesBirthday" : "changesBirthdayOf", ["name": person.displayName, "year": String(year)])
            events += event("birthday", person, year: year, month: month, day: day, summary: text)
        }
        if let connected = person.connectedOn, person.standing != .disconnected {
            let text = texts("changesConnectedOn", ["name": person.displayName, "year": String(connected.year)])
            events += event("connected", person, year: connected.year, month: connected.month, day: connected.day, summary: text)
        }
        return events
    }

    private func event(_ kind: String, _ person: Person, year: Int, month: Int, day: Int, summary: String) -> String {
        // The last day of February: the 29th in years that have one, else the 28th.
        let isLeapDay = month == 2 && day == 29
        guard CalendarDate(year: year, month: month, day: day) != nil else { return "" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let digits = String(year)
        let start = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + two(month) + two(day)
        let work = [person.titles.first?.value, person.companies.first?.value].compactMap { $0 }.joined(separator: ", ")
        return Self.lines(
            [
                "BEGIN:VEVENT", "UID:\(person.id)-\(kind)@holdfast", "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(start)",
                isLeapDay ? "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "RRULE:FREQ=YEARLY", "SUMMARY:" + Self.escaped(summary),
                "CATEGORIES:" + Self.escaped(texts(kind == "birthday" ? "changesBirthdays" : "changesAnniversaries")),
                work.isEmpty ? "" : "DESCRIPTION:" + Self.escaped(work), "URL:\(base)/people/\(person.id)", "TRANSP:TRANSPARENT",
                "END:VEVENT",
            ].filter { !$0.isEmpty })
    }

    /// Lines with CR LF, none longer than 75 bytes (§3.1); a fold never parts a character.
    static func lines(_ lines: [String]) -> String {
        lines.map { line in
            var (folded, length) = ("", 0)
            for character in line.unicodeScalars {
                let bytes = UTF8.width(character)
                if length + bytes > 75 {
                    folded += "\r\n "
                    length = 1
                }
                folded.unicodeScalars.append(character)
                length += bytes
            }
            return folded + "\r\n"
        }.joined()
    }

    /// A text value (§3.3.11).
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
