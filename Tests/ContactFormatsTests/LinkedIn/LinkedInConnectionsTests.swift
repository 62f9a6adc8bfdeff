import ContactFormats
import ContactModel
import Testing

@Suite struct `The connections file` {
    struct Case: CustomTestStringConvertible, Sendable {
        var file: String
        var rows: Int
        var people: Int
        var closed = 0
        var first: String
        var key: String
        var day: String?
        var newest: String?
        var problems: [String] = []
        var layout: String
        var testDescription: String { file }
    }

    static let modern = Case(
        file: "era-e.csv", rows: 7, people: 5, closed: 2, first: "Ada Example, PhD", key: "profile:linkedin:ada-example", day: "2026-02-08",
        newest: "2026-02-08", layout: "7 columns, with URL (since 2023)"
    )

    static func resaved(
        _ file: String, rows: Int = 5, people: Int = 5, closed: Int = 0, day: String? = "2026-02-08", problems: [String] = []
    ) -> Case {
        var resaved = modern
        (resaved.file, resaved.rows, resaved.people, resaved.closed) = (file, rows, people, closed)
        (resaved.day, resaved.newest, resaved.problems) = (day, day, problems)
        return resaved
    }

    static let cases: [Case] = [
        Case(
            file: "era-a-outlook.csv", rows: 3, people: 3, first: "Dr José M. García Jr", key: "email:jose@example.com", day: nil,
            newest: nil,
            layout: "59 columns, Outlook layout (about 2010 to 2016)"
        ),
        Case(
            file: "era-a-yahoo.csv", rows: 2, people: 2, first: "Ada Example", key: "email:ada@example.com", day: nil, newest: nil,
            layout: "38 columns, Yahoo layout (about 2010 to 2016)"
        ),
        Case(
            file: "era-b-tags.csv", rows: 5, people: 5, first: "Ada Example, PhD", key: "email:ada@example.com", day: "2026-02-08",
            newest: "2026-02-08", layout: "7 columns, with tags (2016 to 2017)"
        ),
        Case(
            file: "era-b-unspaced.csv", rows: 5, people: 5, first: "Ada Example, PhD", key: "email:ada@example.com", day: "2026-02-08",
            newest: "2026-02-08", layout: "7 columns, with tags (2016 to 2017)"
        ),
        Case(
            file: "era-c1.csv", rows: 5, people: 5, first: "Ada Example, PhD", key: "email:ada@example.com", day: "2026-02-08",
            newest: "2026-02-08", layout: "6 columns, dates with times (2017 to 2018)"
        ),
        Case(
            file: "era-c2.csv", rows: 7, people: 5, closed: 2, first: "Ada Example, PhD", key: "email:ada@example.com", day: "2026-02-08",
            newest: "2026-02-08", layout: "6 columns, without URL (2018 to 2023)"
        ),
        Case(
            file: "era-d.csv", rows: 7, people: 5, closed: 2, first: "Ada Example, PhD", key: "email:ada@example.com", day: "2026-02-08",
            newest: "2026-02-08", layout: "6 columns, without URL (2018 to 2023)"
        ),
        modern,
        resaved("excel-german.csv"),
        resaved("excel-german-1252.csv"),
        resaved("excel-us-short.csv"),
        resaved("excel-uk-slashes.csv"),
        resaved("excel-spanish.csv"),
        resaved("excel-serial.csv", day: "2018-11-20"),
        resaved("excel-unicode-text.txt"),
        resaved("excel-sep-line.csv"),
        resaved("excel-padded-preamble.csv"),
        resaved("excel-split-preamble.csv"),
        resaved("excel-whole-lines-quoted.csv"),
        resaved("excel-ambiguous.csv", rows: 2, people: 2, day: nil, problems: ["ambiguous-date", "ambiguous-date"]),
        resaved("preamble-cut-by-hand.csv", rows: 7, closed: 2),
        resaved("preamble-lone-cr.csv", rows: 7, closed: 2),
        resaved("sorted-header-in-the-middle.csv", rows: 7, closed: 2),
        resaved("pasted-together.csv", rows: 17, people: 15, closed: 2, problems: ["repeated-header"]),
        resaved("localised-german.csv"),
        resaved("localised-french.csv"),
        Case(
            file: "libreoffice-errors.csv", rows: 2, people: 2, first: "Ada Example", key: "profile:linkedin:ada-example",
            day: "2026-02-08",
            newest: "2026-02-08",
            problems: ["spreadsheet-error", "spreadsheet-error", "spreadsheet-error", "spreadsheet-error", "unreadable-date"],
            layout: "7 columns, with URL (since 2023)"
        ),
        Case(
            file: "numbers-reordered.csv", rows: 2, people: 2, first: "Ada Example", key: "tie:ada example|2026-02-08", day: "2026-02-08",
            newest: "2026-02-08", layout: "5 columns, without URL (2018 to 2023)"
        ),
        Case(
            file: "odd-rows.csv", rows: 7, people: 4, closed: 1, first: "", key: "email:only@example.com", day: "2020-03-01",
            newest: "2026-06-07", problems: ["no-name", "not-an-address", "no-name"], layout: "7 columns, with URL (since 2023)"
        ),
    ]

    @Test(arguments: cases)
    func `is read in every layout, and after every program that saved it again`(expected: Case) throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member(expected.file)]))
        let reading = try Reading(table)
        #expect(reading.rows == expected.rows)
        #expect(table.rowCount == expected.rows)
        #expect(reading.entries.count == expected.people)
        #expect(reading.closedAccounts.count == expected.closed)
        #expect(reading.codes == expected.problems)
        #expect(table.layout == expected.layout)
        #expect(table.newestDate?.description == expected.newest)
        let first = try #require(reading.entries.first)
        #expect(first.card.name.display == expected.first)
        #expect(first.key.description == expected.key)
        #expect(first.card.connectedOn?.description == expected.day)
    }

    @Test(arguments: cases)
    func `is read alike from pieces of any size`(expected: Case) throws {
        let whole = try #require(try LinkedInConnections([LinkedInFixture.member(expected.file)]))
        let pieces = try #require(try LinkedInConnections([LinkedInFixture.member(expected.file, chunkSize: 7)]))
        #expect(try Reading(whole).entries == Reading(pieces).entries)
    }

    @Test func `of today gives names, profile, address, company, title and day`() throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member("era-e.csv")]))
        let entries = try Reading(table).entries
        #expect(table.format == "linkedin-connections")
        #expect(table.list == .connections)
        #expect(table.fields == [.name, .link, .email, .company, .title, .connectedOn])
        #expect(table.remarks.isEmpty)
        #expect(entries.map(\.line) == [5, 6, 7, 8, 9])
        var ada = Card(name: PersonName(given: "Ada", family: "Example, PhD"))
        ada.links = [Link("https://www.linkedin.com/in/ada-example", service: "LinkedIn")]
        ada.emails = [EmailAddress("ada@example.com")]
        ada.organizations = [Organization("Example, Inc.")]
        ada.titles = ["Partner"]
        ada.connectedOn = CalendarDate(iso: "2026-02-08")
        #expect(entries[0].card == ada)
        #expect(entries[1].key.value == "linkedin:zoë-müller")
        #expect(entries[2].card.titles == ["Head of \"Tax\""])
        #expect(entries[0].card.name == entries[3].card.name)
        #expect(entries[0].key != entries[3].key)
        #expect(entries[4].card.organizations.isEmpty)
    }

    @Test func `in the Outlook layout keeps the honorific apart from the job, and everything the columns hold`() throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member("era-a-outlook.csv")]))
        let entries = try Reading(table).entries
        let card = entries[0].card
        #expect(card.name == PersonName(prefix: "Dr", given: "José", middle: "M.", family: "García", suffix: "Jr"))
        #expect(card.titles == ["Abogado"])
        #expect(card.organizations == [Organization("Café Ejemplo S.L.", units: ["Legal"])])
        #expect(card.emails.map(\.address) == ["jose@example.com", "jose@home.example"])
        #expect(card.phones == [PhoneNumber("+34 600 000 001", label: "work"), PhoneNumber("600 000 002", label: "mobile")])
        let address = PostalAddress(
            street: "Calle Mayor 1\n2º", locality: "Madrid", postcode: "28013", country: "España", label: "work"
        )
        #expect(card.addresses == [address])
        #expect(card.birthday == PartialDate(year: 1980, month: 1, day: 2))
        #expect(card.notes == ["Met in Cádiz"])
        #expect(card.links == [Link("https://www.ejemplo.example")])
        #expect(card.extra["holdfast.example:columns"] == .object(["Spouse": .string("Ana")]))
        #expect(entries[2].key == IdentityKey(.position, "bo nomail|example inc."))
    }

    @Test func `with tags gives keywords`() throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member("era-b-tags.csv")]))
        let entries = try Reading(table).entries
        #expect(entries[0].card.keywords == ["client", "tax"])
        #expect(entries[1].card.keywords == ["colleague"])
    }

    @Test func `keeps what stands in unknown columns and in cells it can't use`() throws {
        let reordered = try #require(try LinkedInConnections([LinkedInFixture.member("numbers-reordered.csv")]))
        let entries = try Reading(reordered).entries
        #expect(entries[0].card.extra["holdfast.example:columns"] == .object(["My own column": .string("met in Lyon")]))
        #expect(entries[1].card.extra.isEmpty)
        #expect(reordered.fields == [.name, .company, .connectedOn])
        let odd = try #require(try LinkedInConnections([LinkedInFixture.member("odd-rows.csv")]))
        let nomail = try Reading(odd).entries[3]
        #expect(nomail.card.extra["holdfast.example:columns"] == .object(["Email Address": .string("n/a")]))
        #expect(nomail.card.links == [Link("https://www.linkedin.com/pub/nomail/1/2/3", service: "LinkedIn")])
        #expect(nomail.key == IdentityKey(.tie, "nomail person|2020-03-04"))
    }

    @Test func `has its cells tidied and its addresses taken out of their wrapping`() throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member("odd-rows.csv")]))
        let entries = try Reading(table).entries
        #expect(entries[1].card.emails.map(\.address) == ["cher@example.com"])
        #expect(entries[1].card.name == PersonName(given: "Cher"))
        #expect(entries[1].card.organizations == [Organization("-")])
        #expect(entries[2].card.name == PersonName(given: "Bo", family: "Muster"))
        #expect(entries[2].card.emails.map(\.address) == ["bo@example.com", "bo@example.org"])
        #expect(entries[2].card.links == [Link("https://www.linkedin.com/in/Bo-Muster", service: "LinkedIn")])
        #expect(entries[2].key.value == "linkedin:bo-muster")
        #expect(entries[2].card.organizations == [Organization("R&amp;D Ltd")])
        let damaged = try #require(try LinkedInConnections([LinkedInFixture.member("libreoffice-errors.csv")]))
        let cards = try Reading(damaged).entries.map(\.card)
        #expect(cards[0].titles == ["=Partner"])
        #expect(cards[0].organizations.isEmpty)
        #expect(cards[1].name == PersonName(family: "Muster"))
        #expect(cards[1].emails.isEmpty)
        #expect(cards[1].connectedOn == nil)
    }

    @Test(
        arguments: [
            ("ada@example.com", ["ada@example.com"], nil), ("  Ada.Example+x@Example.com ", ["Ada.Example+x@Example.com"], nil),
            ("mailto:ada@example.com", ["ada@example.com"], nil), ("<ada@example.com>", ["ada@example.com"], nil),
            ("Ada Example <MAILTO:ada@example.com?subject=hi>", ["ada@example.com"], nil),
            ("ada@example.com,bo@example.com", ["ada@example.com", "bo@example.com"], nil),
            ("ada@example.com bo@example.com", ["ada@example.com", "bo@example.com"], nil),
            ("ada@example.com; bo@example.com;", ["ada@example.com", "bo@example.com"], nil),
            ("ada@example.com / bo", [], "ada@example.com / bo"), ("ada@example.com, private", ["ada@example.com"], "private"),
            ("ada@example.com,ada@example.com", ["ada@example.com"], nil), ("müller@exämple.com", ["müller@exämple.com"], nil),
            ("hidden", [], "hidden"), ("@ada", [], "@ada"), ("ada@", [], "ada@"), ("a@b@c", [], "a@b@c"),
        ] as [(String, [String], String?)]
    )
    func `has e-mail cells of every kind`(cell: String, addresses: [String], kept: String?) throws {
        let text = "First Name,Last Name,Email Address,Company\nA,B,\"\(cell)\",C\n"
        let table = try #require(try LinkedInConnections([Member(path: "x", bytes: BytesInMemory(text))]))
        let reading = try Reading(table)
        let entry = try #require(reading.entries.first)
        #expect(entry.card.emails.map(\.address) == addresses)
        #expect(entry.card.extra["holdfast.example:columns"]?["Email Address"]?.stringValue == kept)
        #expect(entry.card.malformedEmails.joined(separator: ", ") == kept ?? "")
        #expect(reading.codes == (kept == nil ? [] : ["not-an-address"]))
        #expect(entry.key == (addresses.first.map { IdentityKey(.email, $0.lowercased()) } ?? IdentityKey(.position, "a b|c")))
    }

    @Test(
        arguments: [
            ("javascript:alert(1)", nil), ("n/a", nil), ("https://example.com/ada", "https://example.com/ada"),
            ("https://www.linkedin.com/company/x", "https://www.linkedin.com/company/x"), ("example.com/ada", "https://example.com/ada"),
            ("urn:li:member:12", nil), ("data:text/html,x", nil),
        ] as [(String, String?)]
    )
    func `has links only where a page is named`(cell: String, uri: String?) throws {
        let text = "First Name,Last Name,URL,Connected On\nA,B,\"\(cell)\",08 Feb 2026\n"
        let table = try #require(try LinkedInConnections([Member(path: "x", bytes: BytesInMemory(text))]))
        let entry = try #require(try Reading(table).entries.first)
        #expect(entry.card.links.first?.uri == uri)
        #expect(entry.key.kind == (cell.hasPrefix("urn:") ? .profile : .tie))
        if uri == nil, !cell.hasPrefix("urn:") { #expect(entry.card.extra["holdfast.example:columns"] == .object(["URL": .string(cell)])) }
    }

    @Test func `with a comma nobody quoted is read and told`() throws {
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        let row = "Ada,Example,https://www.linkedin.com/in/ada,,Example, Inc.,Partner,08 Feb 2026\n"
        let table = try #require(try LinkedInConnections([Member(path: "x", bytes: BytesInMemory(header + row))]))
        let reading = try Reading(table)
        #expect(reading.codes == ["unreadable-date", "extra-cells"])
        #expect(reading.problems.last?.text == String(row.dropLast()))
        #expect(reading.entries.first?.key == IdentityKey(.profile, "linkedin:ada"))
        #expect(reading.entries.first?.card.extra["holdfast.example:columns"] == .object(["column 8": .string("08 Feb 2026")]))
    }

    @Test(
        arguments: [
            ("a name twice", "First Name,Last Name,Company,Company,Position,Connected On,\nAda,Ex,A,B,P,08 Feb 2026,z\n"),
            ("other case", "FIRST_NAME,last name,\"E-Mail Address\",COMPANY\nAda,Ex,,A\n"),
            ("hard blanks", "First\u{A0}Name,Last\u{A0}Name,Company,Position\nAda,Ex,A,P\n"),
            ("a number in front", ",First Name,Last Name,Company,Connected On\n0,Ada,Ex,A,08 Feb 2026\n"),
            (
                "many notes",
                "Notes:\n" + String(repeating: "\"a, b\"\nmore, and more\n", count: 8) + "First Name,Last Name,Company\nAda,Ex,A\n"
            ),
            ("notes at once", "Notes:\nFirst Name,Last Name,Company\nAda,Ex,A"),
            ("quoted notes", "\"Notes:\"\n\"When exporting your connection data, you\"\n\"\"\nFirst Name,Last Name,Company\nAda,Ex,A\n"),
            ("header at the end", "Ada,Ex,A,08 Feb 2026\nFirst Name,Last Name,Company,Connected On\n"),
        ]
    )
    func `has headers of every kind`(name: String, text: String) throws {
        let table = try #require(try LinkedInConnections([Member(path: "x", bytes: BytesInMemory(text))]))
        let reading = try Reading(table)
        #expect(reading.entries.map(\.card.name) == [PersonName(given: "Ada", family: "Ex")])
        #expect(reading.entries.first?.card.organizations == [Organization("A")])
        #expect(reading.rows == 1)
        #expect(reading.problems.isEmpty)
    }

    @Test func `keeps namesakes apart and one person's names in every normal form together`() throws {
        let text = """
            First Name,Last Name,Company,Connected On
            Zoë,Müller,A,08 Feb 2026
            Zoe\u{308},Mu\u{308}ller,A,08 Feb 2026
            Zoë,Müller,A,07 Feb 2026
            🎉,,A,07 Feb 2026
            𝓐𝓭𝓪,Example,A,07 Feb 2026
            """
        let table = try #require(try LinkedInConnections([Member(path: "x", bytes: BytesInMemory(text))]))
        let entries = try Reading(table).entries
        #expect(entries[0].key == entries[1].key)
        #expect(Array((entries[0].card.name.given ?? "").utf8) == Array((entries[1].card.name.given ?? "").utf8))
        #expect(entries[0].key != entries[2].key)
        #expect(entries[3].key == IdentityKey(.tie, "🎉|2026-02-07"))
        #expect(entries[4].key == IdentityKey(.tie, "ada example|2026-02-07"))
        #expect(entries[4].card.name.given == "𝓐𝓭𝓪")
    }

    @Test func `made of anything at all is read without a trap`() throws {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "First Name", "Last Name", "Connected On", "URL", "Email Address", "Title", "Tags", ",", ",", ",", ";", "\t", "\n", "\r\n",
            "\"", "'",
            "Ada", "08 Feb 2026", "03/04/2022", "@", "Notes:", "\u{FEFF}", "\u{0}", "é", "https://www.linkedin.com/in/%", "#NAME?", "<",
            ">",
        ]
        for _ in 0..<400 {
            var text = Bool.random(using: &generator) ? "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" : ""
            for _ in 0..<Int.random(in: 0..<80, using: &generator) { text += pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
            var bytes = Array(text.utf8)
            if !bytes.isEmpty, Bool.random(using: &generator) { bytes[Int.random(in: 0..<bytes.count, using: &generator)] = 0xE9 }
            guard let table = try LinkedInConnections([Member(path: "x", bytes: BytesInMemory(bytes))]) else { continue }
            let reading = try Reading(table)
            #expect(reading.rows == table.rowCount)
            for entry in reading.entries { #expect(!entry.key.value.isEmpty) }
        }
    }

    @Test func `says in words when its dates can't be told`() throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member("excel-ambiguous.csv")]))
        #expect(table.remarks.count == 1)
        #expect(table.remarks.first?.hasPrefix("2 of 2 dates can be read in two ways (08/02/2026") ?? false)
        #expect(try Reading(table).problems.map(\.text) == ["08/02/2026", "09/05/2016"])
    }

    @Test func `with dates ambiguous among proven ones is newest by the proven order`() throws {
        let text = "First Name,Last Name,Company,Connected On\nA,B,C,03/12/2022\nD,E,F,25/01/2022\n"
        let table = try #require(try LinkedInConnections([Member(path: "x", bytes: BytesInMemory(text))]))
        #expect(table.newestDate == CalendarDate(iso: "2022-12-03"))
        #expect(try Reading(table).entries.map { $0.card.connectedOn?.description } == ["2022-12-03", "2022-01-25"])
    }

    @Test func `pasted below one of another layout is read by its own header`() throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member("pasted-together.csv")]))
        let entries = try Reading(table).entries
        #expect(entries[10].card.organizations == [Organization("Example, Inc.")])
        #expect(entries[10].key == IdentityKey(.email, "ada@example.com"))
        #expect(entries[14].card.connectedOn == CalendarDate(iso: "2013-01-12"))
    }

    @Test func `in several parts is one list`() throws {
        let table = try #require(
            try LinkedInConnections([LinkedInFixture.member("era-e.csv"), LinkedInFixture.member("excel-german.csv")])
        )
        #expect(try Reading(table).rows == 12)
        #expect(table.members.count == 2)
    }

    @Test(
        arguments: [
            "First Name,Last Name,E-mail Address,E-mail Type,Company,Job Title\nA,B,a@example.com,SMTP,C,D\n",
            "Given Name,Family Name,Group Membership,E-mail 1 - Value\nA,B,C,a@example.com\n",
            "First Name,Last Name,Display Name,Nickname,Primary Email,Job Title\nA,B,C,D,a@example.com,E\n",
            "From,To,Sent At,Message,Direction\nA,B,C,D,E\n", "", "hello\n", "\u{FEFF}\n\n", "my first name, last name of company\n",
        ]
    )
    func `is not seen where there is none`(text: String) throws {
        #expect(try LinkedInConnections([Member(path: "Connections.csv", bytes: BytesInMemory(text))]) == nil)
    }

    @Test func `without names, addresses and links names nobody`() throws {
        let table = try #require(try LinkedInConnections([LinkedInFixture.member("names-removed.csv")]))
        #expect(!table.namesAnybody)
    }
}
