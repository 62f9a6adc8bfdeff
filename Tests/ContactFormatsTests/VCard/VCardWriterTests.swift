import ContactFormats
import ContactModel
import Testing

struct VCardWriterTests {
    private static var rich: Person {
        var person = all
        // The former employer was last confirmed by an older export.
        for index in person.organizations[1].provenance.indices { person.organizations[1].provenance[index].snapshot = nil }
        return person
    }

    private static let all = Person.fixture(
        name: PersonName(prefix: "Dr.", given: "Ada", middle: "B", family: "Example; Muster", suffix: "PhD"),
        companies: ["Example, Sons; Co", "Former Ltd"],
        titles: ["Head of R\\D"],
        emails: [
            EmailAddress("ada@example.com", label: "work"), EmailAddress("ada@home.example", label: "Ferienhaus"),
            EmailAddress("x@example.org"),
        ],
        phones: [PhoneNumber("+49 30 1", label: "Mobile")],
        links: [Link("https://www.linkedin.com/in/ada;x,y", service: "LinkedIn"), Link("https://ada.example/a b\n", label: "blog")],
        addresses: [
            PostalAddress(street: "Musterweg 7\nHinterhaus", locality: "Berlin", country: "DE", label: "home"),
            PostalAddress(full: "Anywhere"),
        ],
        notes: ["one\r\ntwo", "three"],
        tags: ["law", "a,b"],
        nicknames: ["Addie"],
        birthday: PartialDate(month: 2, day: 29),
        connectedOn: CalendarDate(year: 2020, month: 1, day: 2),
        isConfirmed: true
    )

    private func lines(_ format: ExportFormat, _ person: Person, kind: String = "unknown") -> [String] {
        let text = format.text(of: [person], kind: kind)
        var unfolded: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 13, rest.starts(with: [10, 32]) { rest = rest.dropFirst(2) } else { unfolded.append(byte) }
        }
        return String(decoding: unfolded, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test func `a 4 point 0 card says everything`() {
        #expect(
            lines(.vcard4, Self.rich, kind: "personal") == [
                "BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Holdfast//Holdfast//EN", "UID:urn:uuid:01900000-0000-7000-8000-0000000000ff",
                #"N:Example\; Muster;Ada;B;Dr.;PhD"#, #"FN:Dr. Ada B Example\; Muster PhD"#, "NICKNAME:Addie", #"ORG:Example\, Sons\; Co"#,
                #"TITLE:Head of R\\D"#, "EMAIL;TYPE=work;PREF=1:ada@example.com", "item1.EMAIL:ada@home.example",
                "item1.X-ABLabel:Ferienhaus",
                "EMAIL;TYPE=home:x@example.org", "TEL;TYPE=cell:+49 30 1",
                "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/ada;x,y", "item2.URL:https://ada.example/a%20b%0A",
                "item2.X-ABLabel:blog", #"ADR;TYPE=home:;;Musterweg 7\nHinterhaus;Berlin;;;DE"#, "ADR;LABEL=Anywhere:;;Anywhere;;;;",
                "BDAY:--0229",
                #"CATEGORIES:law,a\,b"#, #"NOTE:one\ntwo"#, "NOTE:three", "X-HOLDFAST-CONNECTED-ON:2020-01-02", "REV:20260208T000000Z",
                "END:VCARD",
            ]
        )
    }

    @Test func `a 3 point 0 card says everything`() {
        #expect(
            lines(.vcard3, Self.rich, kind: "role") == [
                "BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Holdfast//Holdfast//EN", "UID:urn:uuid:01900000-0000-7000-8000-0000000000ff",
                #"N:Example\; Muster;Ada;B;Dr.;PhD"#, #"FN:Dr. Ada B Example\; Muster PhD"#, "NICKNAME:Addie", #"ORG:Example\, Sons\; Co"#,
                #"TITLE:Head of R\\D"#, "EMAIL;TYPE=INTERNET;TYPE=WORK;TYPE=PREF:ada@example.com",
                "item1.EMAIL;TYPE=INTERNET:ada@home.example",
                "item1.X-ABLabel:Ferienhaus", "EMAIL;TYPE=INTERNET;TYPE=WORK:x@example.org", "TEL;TYPE=CELL:+49 30 1",
                "X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/ada;x,y", "URL:https://www.linkedin.com/in/ada;x,y",
                "item2.URL:https://ada.example/a%20b%0A", "item2.X-ABLabel:blog", #"ADR;TYPE=HOME:;;Musterweg 7\nHinterhaus;Berlin;;;DE"#,
                "ADR:;;Anywhere;;;;", "LABEL:Anywhere", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", #"CATEGORIES:law,a\,b"#,
                #"NOTE:one\ntwo\n\nthree"#,
                "X-HOLDFAST-CONNECTED-ON:2020-01-02", "REV:2026-02-08", "END:VCARD",
            ]
        )
    }

    @Test(arguments: [ExportFormat.vcard3, .vcard4]) func `lines are folded at 75 octets and never inside a character`(format: ExportFormat)
        throws
    {
        for offset in 0..<8 {
            let text = String(repeating: "x", count: offset) + String(repeating: "é𝓐李ab", count: 60)
            let bytes = Array(format.text(of: [.fixture(name: PersonName(full: text))]).utf8)
            var line: [UInt8] = []
            var widest = 0
            for byte in bytes {
                line.append(byte)
                guard line.suffix(2) == [13, 10] else { continue }
                widest = max(widest, line.count - 2)
                #expect(String(validating: line, as: UTF8.self) != nil)
                line = []
            }
            #expect(line.isEmpty)
            #expect((72...75).contains(widest))
            #expect(lines(format, .fixture(name: PersonName(full: text))).contains("FN:" + text))
        }
    }

    @Test(
        arguments: [ExportFormat.vcard3, .vcard4], ["\r\n", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\0", "\u{1B}"])
    func `no value breaks out of its line`(format: ExportFormat, break: String) {
        let evil = "a\(`break`)END:VCARD\(`break`)X-EVIL:1"
        let person = Person.fixture(
            name: PersonName(prefix: evil, given: evil, family: evil), companies: [evil], titles: [evil],
            emails: [EmailAddress(evil, label: evil)], phones: [PhoneNumber(evil, label: evil)],
            links: [Link(evil, service: evil, label: evil), Link(evil)], addresses: [PostalAddress(street: evil, label: evil)],
            notes: [evil],
            tags: [evil], nicknames: [evil]
        )
        let text = format.text(of: [person])
        let starts = text.unicodeScalars.split { "\r\n\u{B}\u{C}\u{85}\u{2028}\u{2029}\0\u{1B}".unicodeScalars.contains($0) }.map(
            String.init)
        #expect(starts.filter { $0.hasPrefix("END:VCARD") }.count == 1)
        #expect(!starts.contains { $0.hasPrefix("X-EVIL") })
    }

    @Test(arguments: [
        (Person.fixture(), "01900000-0000-7000-8000-0000000000ff"),
        (.fixture(companies: ["Example Ltd"]), "Example Ltd"),
        (.fixture(name: PersonName(full: "\u{1}"), companies: ["Example Ltd"]), "Example Ltd"),
        (.fixture(emails: [EmailAddress("a@example.com")]), "a@example.com"),
        (.fixture(links: [Link("https://a.example")]), "https://a.example"),
    ])
    func `a card always has a name to show`(person: Person, name: String) {
        for format in [ExportFormat.vcard3, .vcard4] {
            #expect(lines(format, person).contains { $0 == "FN:" + name || $0 == "FN;DERIVED=TRUE:" + name })
        }
    }

    @Test(arguments: [
        (PartialDate(year: 1990, month: 1, day: 2), "BDAY:19900102", "BDAY:1990-01-02"),
        (PartialDate(year: 1990, month: 1), "BDAY:1990-01", nil),
        (PartialDate(year: 1990), "BDAY:1990", nil),
        (PartialDate(month: 1), "BDAY:--01", nil),
        (PartialDate(year: 987, month: 1, day: 2), "BDAY:09870102", "BDAY:0987-01-02"),
    ])
    func `a birthday may lack parts`(date: PartialDate?, v4: String, v3: String?) {
        let person = Person.fixture(birthday: date)
        #expect(lines(.vcard4, person).filter { $0.hasPrefix("BDAY") } == [v4])
        #expect(lines(.vcard3, person).filter { $0.hasPrefix("BDAY") } == [v3].compactMap { $0 })
    }

    @Test("Who is known by a nickname alone is called by it, not by the id")
    func calledByNickname() throws {
        let card = Card(nicknames: ["Big Joey"], extra: ["uid": .string("urn:uuid:00000000-0000-4000-8000-000000000001")])
        let text = String(decoding: VCards.write([card], .v4), as: UTF8.self)
        #expect(text.contains("FN;DERIVED=TRUE:Big Joey"))
        #expect(try VCards.read(text) == [card])
    }
}
