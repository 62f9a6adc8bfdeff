import ContactModel
import Testing

@Suite("What is held beyond the fields")
struct FurtherValueTests {
    /// What sources say, the kind it is of, and what it says.
    private static let known: [(name: String, json: String, kind: FurtherValue.Kind, content: FurtherValue.Content)] = [
        ("titles", #"{"r1":{"kind":"role","name":"Project lead","vCardName":"role"}}"#, .role, .text("Project lead")),
        ("onlineServices", #"{"i1":{"uri":"xmpp:rita@chat.example","vCardName":"impp"}}"#, .messenger, .uri("xmpp:rita@chat.example")),
        ("personalInfo", #"{"h1":{"kind":"hobby","level":"high","value":"reading"}}"#, .hobby, .text("reading")),
        ("preferredLanguages", #"{"l1":{"language":"fr"}}"#, .language, .text("fr")),
        ("relatedTo", #"{"urn:uuid:0001":{"relation":{"spouse":true}}}"#, .related, .uri("urn:uuid:0001")),
        ("speakToAs", #"{"pronouns":{"k1":{"pronouns":"they/them"}}}"#, .pronouns, .text("they/them")),
        ("vCardProps", #"[["x-private-hint",{},"unknown","likes cats\\, and dogs"]]"#, .other, .text("likes cats, and dogs")),
        ("vCardProps", #"[["tz",{},"unknown","+0200"]]"#, .timeZone, .text("+0200")),
        ("vCardProps", #"[["geo",{},"unknown","geo:48.2,16.3"]]"#, .location, .text("48.2, 16.3")),
        ("holdfast.example:columns", #"{"Shoe size":"42"}"#, .other, .text("42")),
        ("holdfast.example:malformedEmails", #"["ada@@example.com"]"#, .malformedEmail, .text("ada@@example.com")),
        (
            "holdfast.example:messages", #"{"sent":3,"first":"2024-05-05"}"#, .messages,
            .facts([.init(name: "first", text: "2024-05-05"), .init(name: "sent", text: "3")])
        ),
        ("nobodyKnows", #"{"a":{"b":[1,2]}}"#, .other, .text("1, 2")),
        ("uid", #""urn:uuid:1""#, .identifier, .uri("urn:uuid:1")),
    ]

    private static func values(_ name: String, _ json: String) throws -> [FurtherValue] {
        FurtherValue.values(of: [name: try #require(JSONValue(parsing: Array(json.utf8)))])
    }

    @Test("Each value is of the kind people know it as, or goes by its source's own name", arguments: known)
    func kinds(one: (name: String, json: String, kind: FurtherValue.Kind, content: FurtherValue.Content)) throws {
        let values = try Self.values(one.name, one.json)
        #expect(values.count == 1 && values.first?.kind == one.kind && values.first?.content == one.content, "\(values)")
        #expect((values.first?.ownName.isEmpty ?? true) == (one.kind != .other))
    }

    @Test("An anniversary is a day, what is said of a value stands beside it")
    func beside() throws {
        let day = try Self.values(
            "anniversaries", #"{"w1":{"date":{"@type":"PartialDate","day":8,"month":8,"year":2009},"kind":"wedding"}}"#)
        let date = try #require(PartialDate(year: 2009, month: 8, day: 8))
        #expect(day.first?.kind == .wedding && day.first?.content == .day(date))
        #expect(try Self.values("relatedTo", #"{"Bo":{"relation":{"spouse":true}}}"#).first?.notes == ["spouse"])
        #expect(try Self.values("personalInfo", #"{"h1":{"kind":"hobby","level":"high","value":"x"}}"#).first?.notes == ["high"])
        #expect(
            try Self.values("onlineServices", #"{"i1":{"uri":"sip:a@b.example","service":"Talk","contexts":{"private":true}}}"#).first?
                .notes == ["Talk", "home"])
    }

    @Test("What the format itself or a field says is no further value")
    func left() throws {
        for (name, json) in [
            ("@type", #""Card""#), ("version", #""1.0""#), ("kind", #""individual""#),
            ("holdfast.example:categories", #"[["categories"]]"#),
            ("nothing", "{}"), ("vCardProps", #"[["x-a",{}],["x-b",{},"unknown",""],7]"#), ("media", #"{"p1":{}}"#),
        ] { #expect(try Self.values(name, json).isEmpty, "\(name)") }
    }

    @Test("Pictures come first, and a picture is what its bytes are, whatever its source calls it")
    func pictures() throws {
        let png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        let svg = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciPjxzY3JpcHQvPjwvc3ZnPg=="
        let extra: [String: JSONValue] = [
            "cryptoKeys": .object(["k1": .object(["uri": .string("data:application/pgp-keys;base64,AAAA")])]),
            "media": .object([
                "p1": .object(["kind": .string("photo"), "uri": .string("data:image/svg+xml;base64,\(png)")]),
                "p2": .object(["kind": .string("photo"), "uri": .string("data:image/png;base64,\(svg)")]),
                "p3": .object(["kind": .string("photo"), "uri": .string("https://example.com/me.jpg")]),
            ]),
        ]
        let values = FurtherValue.values(of: extra)
        #expect(values.map(\.id) == ["media/p1", "media/p2", "media/p3", "cryptoKeys/k1"])
        #expect(values.map(\.pictureType) == ["image/png", nil, nil, nil])
        #expect(values.map { $0.data?.byteCount } == [70, 55, nil, 3])
        #expect(values[0].data?.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true && values[0].data?.bytes.count == 70)
        #expect(values[1].data?.text?.hasPrefix("<svg") == true && values[3].data?.text == nil)
    }

    @Test(
        "Data is read as its URI has it",
        arguments: [
            ("data:text/plain,a%20b%", "a b%"), ("DATA:;base64,YQ==", "a"), ("data:text/plain;charset=utf-8;base64,w6Q", "ä"),
            ("data:,", nil),
            ("data:x", nil), ("https://example.com", nil),
        ] as [(String, String?)])
    func data(uri: String, text: String?) {
        #expect(EmbeddedData(uri: uri)?.text == text)
    }

    @Test("Departments, and what is said of a value beyond it, are told with the value's own origin")
    func ofFields() {
        let day = CalendarDate(daysSince1970: 20_000)
        let source = Provenance(source: "Telephone", snapshot: nil, firstSeen: day, lastConfirmed: day)
        var person = Person(id: UniqueID(high: 0, low: 1), standing: .contact)
        person.organizations = [Held(Organization("Kestrel Ltd", units: ["Legal", "Team A"]), [source])]
        person.addresses = [
            Held(PostalAddress(locality: "Wien"), [source], extra: ["timeZone": .string("Europe/Vienna"), "pref": .integer(1)])
        ]
        let values = person.furtherValues
        #expect(values.map(\.kind) == [.department, .timeZone] && values.map(\.provenance) == [[source], [source]])
        #expect(values[0].content == .text("Legal, Team A") && values[0].notes == ["Kestrel Ltd"] && values[1].notes == ["Wien"])
    }

    @Test("Kept back, nothing beyond the values goes on; the values do")
    func keptBack() {
        var person = Person(id: UniqueID(high: 0, low: 1), standing: .contact)
        person.organizations = [Held(Organization("Kestrel Ltd", units: ["Legal"]), []), Held(Organization(nil, units: ["Team A"]), [])]
        person.emails = [Held(EmailAddress("a@b.example", label: "work"), [], extra: ["pref": .integer(1)])]
        person.extra = ["media": .object([:])]
        person.withheldFields = [.further]
        let rest = person.handedOn
        #expect(rest?.furtherValues.isEmpty == true && rest?.extra.isEmpty == true)
        #expect(rest?.companies.map(\.value) == ["Kestrel Ltd"] && rest?.emails == [Held(EmailAddress("a@b.example", label: "work"), [])])
        #expect(!SharedField.ofValues.contains(.further))
    }
}
