import ContactFormats
import ContactModel
import Testing

struct PersonWriterTests {
    private static let linkedInHead = """
        Notes:
        "When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email \
        addresses for connections who have allowed their connections to see or download their email address using this setting \
        https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        """

    @Test func `the names of the formats are the command line's`() {
        let named = Set(ExportFormat.allCases.map(\.rawValue))
        #expect(
            named.isSuperset(of: [
                "linkedin-csv", "csv", "excel-csv", "jsonl", "vcard3", "vcard4", "google-csv", "outlook-csv", "thunderbird-csv", "ldif",
                "schema-org", "hubspot", "salesforce-contact", "salesforce-lead", "pipedrive", "zoho", "dynamics", "mailchimp",
                "constant-contact", "interaction",
            ]))
    }

    @Test(arguments: ExportFormat.allCases) func `it does not matter how often bytes are taken`(format: ExportFormat) {
        let people = Array(repeating: Person.connection, count: 7)
        let whole = format.text(of: people, takingEvery: 100)
        for step in 1...4 { #expect(format.text(of: people, takingEvery: step) == whole) }
    }

    @Test func `linkedin-csv is LinkedIn's own file`() {
        let row =
            #"Zoë,"Example, PhD",https://www.linkedin.com/in/zo%C3%AB-example,zoe@example.com,"Example ""Best"" Ltd",=Engineer,08 Feb 2026"#
        #expect(ExportFormat.linkedInCSV.text(of: []) == Self.linkedInHead)
        #expect(ExportFormat.linkedInCSV.text(of: [.connection, .connection]) == Self.linkedInHead + "\n" + row + "\n" + row)
    }

    @Test(arguments: [
        (PersonName(given: "Ada", family: "Example"), "Ada,Example"),
        (PersonName(prefix: "Dr", given: "Ada", middle: "B.", family: "Example", suffix: "Jr."), "Dr Ada B.,Example Jr."),
        (PersonName(full: "Ada Example"), "Ada Example,"),
        (PersonName(given: "Ada", family: "Example", full: "Ada Example"), "Ada,Example"),
        (PersonName(given: "Ada", family: "Example", full: "Dr. Ada Example"), "Dr. Ada,Example"),
        (PersonName(given: "Ada", family: "Example", full: "Example Ada"), "Example Ada,"),
        (PersonName(family: "Example"), ",Example"),
    ])
    func `two columns show the same name`(name: PersonName, columns: String) {
        let text = ExportFormat.linkedInCSV.text(of: [.fixture(name: name)])
        #expect(text == Self.linkedInHead + "\n" + columns + ",,,,,")
        let shown = columns.split(separator: ",").joined(separator: " ")
        #expect(shown == name.display)
    }

    @Test func `linkedin-csv has people without a name, and none without anything`() {
        let people: [Person] = [
            .fixture(emails: [EmailAddress("info@example.com")]),
            .fixture(companies: ["Example Ltd"], connectedOn: CalendarDate(daysSince1970: 0)),
            .fixture(links: [Link("https://blog.example"), Link("http://www.LinkedIn.com/in/müller")]),
        ]
        let rows = "\n,,,info@example.com,,,\n,,http://www.LinkedIn.com/in/m%C3%BCller,,,,"
        #expect(ExportFormat.linkedInCSV.text(of: people) == Self.linkedInHead + rows)
    }

    @Test func `csv leaves text untouched`() {
        let person = Person.fixture(
            name: PersonName(given: "-Ada", family: "=1+1"),
            emails: [
                EmailAddress("a@example.com"), EmailAddress("b@example.com"), EmailAddress("c@example.com"), EmailAddress("d@example.com"),
            ],
            phones: [PhoneNumber("+49 30 1"), PhoneNumber("2")],
            links: [Link("https://www.linkedin.com/in/ada", service: "LinkedIn")],
            notes: ["first\nline", "say \"hi\""],
            tags: ["law", "vip"],
            connectedOn: CalendarDate(year: 2020, month: 1, day: 2)
        )
        let expected =
            "id,name,given,family,company,title,email,email_kind,email_2,email_3,phone,phone_2,url,tags,connected_on,last_confirmed,standing,"
            + "notes\r\n01900000-0000-7000-8000-0000000000ff,-Ada =1+1,-Ada,=1+1,,,a@example.com,work,b@example.com,c@example.com,+49 30 1,2,"
            + "https://www.linkedin.com/in/ada,law; vip,2020-01-02,,connected,\"first\nline\n\nsay \"\"hi\"\"\"\r\n"
        #expect(Array(ExportFormat.csv.text(of: [person], kind: "work").utf8) == Array(expected.utf8))
    }

    @Test func `excel-csv has a mark and disarms formulas`() {
        let person = Person.fixture(
            name: PersonName(given: "@Ada", family: "=HYPERLINK(\"x\",1)"),
            companies: ["-Example"],
            titles: ["\tTab"],
            phones: [PhoneNumber("+49 30 1")]
        )
        let text = ExportFormat.excelCSV.text(of: [person])
        #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(text.contains(",'@Ada,\"'=HYPERLINK(\"\"x\"\",1)\",'-Example,'\tTab,,,,,'+49 30 1,"))
        #expect(ExportFormat.excelCSV.text(of: [], takingEvery: 1).utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func `jsonl has the keys other programs rely on`() {
        let provenance = """
            [{"source":"LinkedIn","snapshot":"01900000-0000-7000-8000-000000000001","first_seen":"2024-10-04","last_confirmed":"2026-02-08"}]
            """
        var person = Person.connection
        person.phones = [Held(PhoneNumber("+49", label: "mobile"), [])]
        person.companies.append(Held("Former Ltd", []))
        person.extra = ["messages": .object(["sent": .integer(2)])]
        let expected = """
            {"id":"01900000-0000-7000-8000-0000000000ff","name":"Zoë Example, PhD","given":"Zoë","family":"Example, PhD",\
            "company":"Example \\"Best\\" Ltd","title":"=Engineer",\
            "emails":[{"address":"zoe@example.com","kind":"personal","provenance":\(provenance)}],\
            "phones":[{"number":"+49","kind":"mobile","provenance":[]}],"urls":["https://www.linkedin.com/in/zo%C3%AB-example"],"tags":[],\
            "connected_on":"2026-02-08","last_confirmed":"2026-02-08","standing":"connected",\
            "former_companies":[{"name":"Former Ltd","provenance":[]}],"former_titles":[],"former_names":[],"nicknames":[],"notes":[],\
            "birthday":null,"links":[{"uri":"https://www.linkedin.com/in/zo%C3%AB-example","service":"LinkedIn","label":null,\
            "provenance":\(provenance)}],"addresses":[],\
            "provenance":{"name":\(provenance),"company":\(provenance),"title":\(provenance)},"about":{"messages":{"sent":2}}}

            """
        #expect(ExportFormat.jsonl.text(of: [person], kind: "personal") == expected)
    }

    @Test func `each value has its own provenance in jsonl, whoever came before`() {
        func provenance(_ source: String) -> [Provenance] {
            let day = CalendarDate(daysSince1970: 20_000)
            return [Provenance(source: source, snapshot: nil, firstSeen: day, lastConfirmed: day)]
        }
        var person = Person.connection
        person.emails[0].provenance = provenance("Address book")
        person.phones = [Held(PhoneNumber("+49"), provenance("A \"phone\"")), Held(PhoneNumber("+41"), [])]
        let people = [person, .connection, person]
        let alone = people.map { ExportFormat.jsonl.text(of: [$0]) }
        #expect(alone[0].contains(#""kind":"unknown","provenance":[{"source":"Address book","snapshot":null,"#))
        #expect(alone[0].contains(#"{"number":"+41","kind":null,"provenance":[]}"#))
        #expect(alone[0].contains(#""provenance":[{"source":"A \"phone\"","#))
        #expect(ExportFormat.jsonl.text(of: people) == alone.joined())
    }

    @Test func `several birthdays are all in jsonl, and in a vCard`() throws {
        var person = Person.connection
        person.birthday = PartialDate(year: 1950, month: 3, day: 12).map { Held($0, []) }
        person.otherBirthdays = [PartialDate(year: 1981, month: 7, day: 5), PartialDate(month: 2, day: 29)].compactMap { $0 }.map {
            Held($0, [])
        }
        let line = ExportFormat.jsonl.text(of: [person])
        #expect(line.contains(#""birthday":"1950-03-12","other_birthdays":["1981-07-05","--02-29"],"#))
        for version in [VCardVersion.v3, .v4] {
            let (bytes, losses) = VCards.writing([Card(of: person)], version)
            #expect(String(decoding: bytes, as: UTF8.self).contains("1981"))
            #expect(losses.contains { $0.what == "other birthdays" && $0.isCarried })
            #expect(try VCards.read(bytes).cards.map(\.otherBirthdays) == [person.otherBirthdays.map(\.value)])
        }
    }

    @Test func `what is absent is null in jsonl, and lists are there`() throws {
        let line = ExportFormat.jsonl.text(of: [.fixture()])
        let object = try #require(JSONValue(parsing: line.utf8))
        for key in ["name", "given", "family", "company", "title", "connected_on", "last_confirmed", "birthday"] {
            #expect(object[key] == .null)
        }
        for key in ["emails", "phones", "urls", "tags", "notes", "former_names", "addresses"] { #expect(object[key] == .array([])) }
        #expect(object["about"] == nil)
    }
}
