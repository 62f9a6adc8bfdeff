import ContactModel

extension HandOutFormat {
    /// Calendars: Google's, Outlook's, Apple's, Nextcloud's.
    static let ics = HandOutFormat(name: "ics", title: "people in calendars (iCalendar)") { try CalendarHandOut.recognise($0) }
}

/// Recognises calendars and makes a hand-out of them.
enum CalendarHandOut {
    /// The name of the service: "Calendar".
    static let service = "Calendar"

    /// What a parcel holds of calendars, or `nil` where nothing in it is one.
    ///
    /// - Throws: what the bytes throw.
    static func recognise(_ parcel: Parcel) throws -> HandOut? {
        let calendars = try parcel.members.filter(isCalendar)
        guard !calendars.isEmpty else { return nil }
        let paths = Set(calendars.map(\.path))
        let others = parcel.members.filter { !paths.contains($0.path) }.map { PassedOver(path: $0.path, reason: "unknown") }
        let meetings = try Meetings(calendars)
        let tables = CorrespondentTables(
            format: "ics",
            property: Card.extensionPrefix + "meetings",
            layout: counted(meetings.eventCount, "event", "events") + (calendars.count > 1 ? " in \(calendars.count) calendars" : ""),
            rowCount: meetings.eventCount,
            members: calendars,
            // Calendars are full of days to come, and of birthdays.
            newestDate: nil,
            book: meetings.book,
            basis: meetings.isNamed ? "the calendar is called so" : "takes part in most events",
            remarks: remarks(meetings),
            problems: meetings.problems
        )
        return HandOut(service: sourceName(meetings, parcel), tables: tables.all, passedOver: parcel.passedOver + others)
    }

    /// Whether a file begins as a calendar does (RFC 5545 §3.4).
    private static func isCalendar(_ member: Member) throws -> Bool {
        let beginning = try MailBeginning.bytes(of: member)
        let bytes = beginning.span
        var place = 0
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
        while place < bytes.count, bytes[place].isMailSpace { place += 1 }
        return bytes.begins(with: "begin:vcalendar", place..<bytes.count)
    }

    private static func remarks(_ meetings: Meetings) -> [String] {
        var remarks: [String] = []
        if let main = meetings.book.own.first {
            let name = meetings.book.ownerCard?.name.display ?? ""
            let who = (name.isEmpty ? "" : "\(name), ") + meetings.book.addresses.address(main)
            remarks.append(
                meetings.isNamed
                    ? "The calendar is that of \(who), for it is called so."
                    : "The calendar is that of \(who), going by taking part in \(counted(meetings.witnesses, "event", "events")).")
        } else {
            remarks.append(
                "The events do not tell whose calendar they are from, so nobody in them became a contact: all are acquaintances.")
        }
        if meetings.cancelledCount > 0 {
            remarks.append(
                counted(meetings.cancelledCount, "event was called off and says nothing.", "events were called off and say nothing."))
        }
        if meetings.furtherProblems > 0 { remarks.append("\(meetings.furtherProblems) further problems are not listed.") }
        return remarks
    }

    private static func sourceName(_ meetings: Meetings, _ parcel: Parcel) -> String {
        guard let main = meetings.book.own.first else { return SourceName.of(service, fileName: parcel.path) }
        return "\(service) (\(String(decoding: meetings.book.addresses.key(main), as: UTF8.self)))"
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }
}
