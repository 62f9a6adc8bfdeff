import ContactModel
import Testing

@testable import ContactFormats

/// Calendars as Google, Outlook and Apple write them.
@Suite("Calendars")
struct CalendarTests {
    static func calendar(_ events: String..., name: String = "X-WR-CALNAME:ada@example.com\r\n") -> String {
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n\(name)" + events.joined() + "END:VCALENDAR\r\n"
    }

    static func event(_ lines: String...) -> String {
        "BEGIN:VEVENT\r\n" + lines.joined(separator: "\r\n") + "\r\nEND:VEVENT\r\n"
    }

    static let ordinary = [
        event(
            "UID:1@example.com", "DTSTART;TZID=Europe/Berlin:20230102T100000", "ORGANIZER;CN=Ada Owner:mailto:ada@example.com",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=\"Builder, Bob\";X-NUM-GUESTS=0:MAILTO:Bob@example.org",
            "ATTENDEE;CUTYPE=RESOURCE;CN=Room 1:mailto:room1@resource.example", "ATTENDEE;CUTYPE=\"ROOM\";CN=Hall:mailto:hall@example.com",
            "ATTENDEE;CN=ada@example.com:mailto:ada@example.com", "DESCRIPTION:Call\\nATTENDEE: mailto:nobody@example.com",
            "BEGIN:VALARM", "ATTENDEE:mailto:alarm@example.com", "END:VALARM"),
        event(
            "UID:2@example.com", "DTSTART;VALUE=DATE:20230203", "ORGANIZER;CN=\"Cy \r\n Clerk\":mailto:cy@exa\r\n mple.net",
            "ATTENDEE;CN=D^'D^' Dee;ROLE=OPT-PARTICIPANT:mailto:dee@example.net", "ATTENDEE:mailto:ada@example.com"),
        event("UID:3@example.com", "STATUS:CANCELLED", "ORGANIZER:mailto:off@example.net", "ATTENDEE:mailto:ada@example.com"),
        event("UID:4@example.com", "DTSTART:20230304T100000Z", "SUMMARY:Alone"),
    ]

    @Test("Whom the owner invited and who invited the owner are contacts, others acquaintances, rooms nobody", arguments: [1, 10, 1 << 16])
    func basics(chunkSize: Int) throws {
        let text = Self.calendar(Self.ordinary.joined())
        let read = try MailReading(file: text, name: "x", chunkSize: chunkSize)
        #expect(read.formats == ["ics-correspondents", "ics-messages", "ics-owner"])
        #expect(Set(read.cards.keys) == ["ada@example.com", "Bob@example.org", "cy@example.net", "dee@example.net"])
        #expect(read.cards["Bob@example.org"]?.name == PersonName(given: "Bob", family: "Builder"))
        #expect(read.cards["Bob@example.org"]?.extra["holdfast.example:meetings"]?["sent"] == .integer(1))
        #expect(read.cards["Bob@example.org"]?.extra["holdfast.example:meetings"]?["first"] == .string("2023-01-02"))
        #expect(read.cards["cy@example.net"]?.name.display == "Cy Clerk")
        #expect(read.cards["cy@example.net"]?.extra["holdfast.example:meetings"]?["received"] == .integer(1))
        #expect(read.cards["dee@example.net"]?.name.display == "D\"D\" Dee")
        #expect(read.owner == ["ada@example.com"] && read.ownerName == "Ada Owner")
        #expect(read.contacts.count == 2 && read.acquaintances.count == 1 && read.rows == 4)
        #expect(read.source == "Calendar (ada@example.com)")
    }

    @Test("Without a name the calendar is that of who takes part in most events")
    func owner() throws {
        let read = try MailReading(file: Self.calendar(Self.ordinary.joined(), name: ""), name: "x")
        #expect(read.owner == ["ada@example.com"])
        let one = Self.event("UID:1", "ORGANIZER:mailto:a@example.com", "ATTENDEE:mailto:b@example.com")
        let unknown = try MailReading(file: Self.calendar(one, name: ""), name: "x")
        #expect(unknown.owner.isEmpty && unknown.contacts.isEmpty && unknown.acquaintances.count == 2)
    }

    @Test("An event that stands there twice counts once; a changed occurrence counts as well")
    func copies() throws {
        func event(_ lines: String) -> String {
            Self.event("UID:1\(lines)", "ORGANIZER:mailto:ada@example.com", "ATTENDEE:mailto:bob@example.org")
        }
        let read = try MailReading(file: Self.calendar(event(""), event(""), event("\r\nRECURRENCE-ID:20230109T100000")), name: "x")
        #expect(read.cards["bob@example.org"]?.extra["holdfast.example:meetings"]?["sent"] == .integer(2))
    }

    @Test("Attendees without an address are told by another field, or are nobody")
    func odd() throws {
        let read = try MailReading(
            file: Self.calendar(
                Self.event(
                    "UID:1", "ORGANIZER;CN=Ada:mailto:ada@example.com", "ATTENDEE;CN=Bob;EMAIL=bob@example.org:urn:uuid:1",
                    "ATTENDEE:invalid:nomail",
                    "ATTENDEE;CN=Cy:cy@example.net", "ATTENDEE;CN=\"Dee:mailto:dee@example.net", "attendee;cn=Eve:MailTo:eve@example.net",
                    "ATTENDEE;CN=Finn:http://example.com/finn", "ATTENDEE", "ATTENDEE;CN=Gül\\, Dr.:mailto:gül@bücher.example")), name: "x")
        #expect(
            Set(read.cards.keys) == [
                "ada@example.com", "bob@example.org", "cy@example.net", "dee@example.net", "eve@example.net", "gül@bücher.example",
            ])
        #expect(read.problems.map(\.code) == ["not-an-address"])
        #expect(read.problems.first?.line == 13)
    }

    @Test("A line folded a hundred thousand times, NULs and half an event cost nothing else")
    func damage() throws {
        let long = Self.event("UID:9", "ATTENDEE;CN=" + String(repeating: "x\r\n ", count: 100_000) + ":mailto:x@example.com")
        let text =
            Self.calendar(Self.ordinary[0] + long + "\u{0}\u{0}\r\n" + Self.ordinary[1]) + "BEGIN:VEVENT\r\nUID:8\r\nATTENDEE:mailto:"
        let read = try MailReading(file: text, name: "x")
        #expect(Set(read.cards.keys) == ["ada@example.com", "Bob@example.org", "cy@example.net", "dee@example.net"])
        #expect(read.problems.map(\.code) == ["line-too-long", "not-an-address"])
    }
}
