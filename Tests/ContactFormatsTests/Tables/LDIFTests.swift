import Testing

@testable import ContactFormats
@testable import ContactModel

@Suite("LDIF")
struct LDIFTests {
    private func read(_ text: String) throws -> TableFixture.Reading { try TableFixture.read(TableFixture.file("book.ldif", text)).reading }

    @Test
    func `an extract of a directory gives its people, with their groups as tags, and nothing of its other entries`() throws {
        let (table, reading, _) = try TableFixture.read(TableFixture.file("directory.ldif"))
        #expect(table.sourceName == "Address book (directory)")
        #expect(reading.rowCount == 2)
        let ada = try #require(reading.card("Ada Example"))
        #expect(ada.emails.map(\.address) == ["ada@example.com", "a.example@example.com"])
        #expect(ada.keywords == ["partners"])
        #expect(ada.links == [Link("https://www.example.com/ada", label: "Ada's page")])
        #expect(ada.addresses == [PostalAddress(full: "1 Example Street\nLondon\nN1 1AA", label: "work")])
        #expect(reading.card("Bo Muster")?.name == PersonName(full: "Bo Muster"))
        #expect(table.remarks.count == 1)
    }

    @Test
    func `an entry whose end is missing is read as far as it goes`() throws {
        let reading = try read("dn: cn=Ada\ncn: Ada Example\nmail: ada@example.com\n\ndn: cn=Bo\ncn:: Qm8gRXh")
        #expect(reading.rowCount == 2)
        #expect(reading.cards.map(\.name.display) == ["Ada Example", "Bo Ex"])
    }

    @Test
    func `nothing is fetched because a file says so`() throws {
        let reading = try TableFixture.read(TableFixture.file("directory.ldif")).reading
        #expect(reading.problems.map(\.code) == ["value-elsewhere"])
        #expect(reading.cards.allSatisfy { $0.notes.isEmpty })
    }

    @Test
    func `letters come as base64, long lines folded, comments anywhere`() throws {
        let reading = try read(
            "version: 1\r\n# by hand\r\n# and\r\n  on\r\ndn: cn=x\r\nobjectClass: person\r\ncn:: WsO8cmlj\r\n aA==\r\nsn: Zürich\r\n# within\r\nmail: zoe@exam\r\n ple.com\r\n"
        )
        #expect(reading.entries.map(\.key) == [.email("zoe@example.com")])
        #expect(reading.cards.first?.name.display == "Zürich")
        #expect(reading.problems.isEmpty)
    }

    @Test
    func `a line that is none, and base64 that is none, are told and the rest is read`() throws {
        let reading = try read("dn: cn=a\nobjectClass: person\nthis is no line\ncn: Ada\nsn:: !!!\nmail: ada@example.com\n")
        #expect(reading.problems.map(\.code) == ["not-ldif", "not-base64"])
        #expect(reading.problems.map(\.line) == [3, 5])
        #expect(reading.entries.count == 1)
    }

    @Test(
        "The given name comes from the name that is shown, where there is no other",
        arguments: [
            ("cn: Anna Kowalska\nsn: Kowalska", PersonName(given: "Anna", family: "Kowalska")),
            ("cn: Anna Maria KOWALSKA\nsn: Kowalska", PersonName(given: "Anna Maria", family: "Kowalska")),
            ("cn: Kowalska, Anna\nsn: Kowalska", PersonName(given: "Anna", family: "Kowalska")),
            ("cn: Kowalska Anna\nsn: Kowalska", PersonName(given: "Anna", family: "Kowalska", full: "Kowalska Anna")),
            ("cn: Dr. Anna Kowalska\nsn: Kowalska", PersonName(prefix: "Dr.", given: "Anna", family: "Kowalska")),
            ("cn: Nguyen Van Ba\nsn: Nguyen", PersonName(given: "Van Ba", family: "Nguyen", full: "Nguyen Van Ba")),
            ("cn: NGUYEN VAN BA\nsn: Nguyen", PersonName(given: "VAN BA", family: "Nguyen", full: "NGUYEN VAN BA")),
            ("cn: Nguyen, Van Ba, MA\nsn: Nguyen", PersonName(given: "Van Ba", family: "Nguyen", suffix: "MA")),
            ("cn: Chen Ma\nsn: Chen", PersonName(given: "Ma", family: "Chen", full: "Chen Ma")),
            ("cn: Chen, Ma\nsn: Chen", PersonName(given: "Ma", family: "Chen")),
            ("cn: Kowalska, Anna, ma, mba\nsn: Kowalska", PersonName(given: "Anna", family: "Kowalska", suffix: "ma mba")),
            ("cn: Kowalska, Anna PhD MBA\nsn: Kowalska", PersonName(given: "Anna", family: "Kowalska", suffix: "PhD MBA")),
            ("cn: Kowalski, Jan jr.\nsn: Kowalski", PersonName(given: "Jan", family: "Kowalski", suffix: "jr.")),
            ("cn: Dr. Anna Kowalska\nsn: Kowalska\ngivenName: Anna", PersonName(prefix: "Dr.", given: "Anna", family: "Kowalska")),
            ("cn: Jan van der Berg\nsn: van der Berg", PersonName(given: "Jan", family: "van der Berg")),
            ("cn: 山田 太郎\nsn: 山田", PersonName(given: "太郎", family: "山田", full: "山田 太郎")),
            ("cn: 山田太郎\nsn: 山田", PersonName(given: "太郎", family: "山田", full: "山田太郎")),
            ("cn: 山田太郎\nsn: 山田\ngivenName: 太郎", PersonName(given: "太郎", family: "山田", full: "山田太郎")),
            ("cn: akowalska\ncn: Anna Kowalska\nsn: Kowalska", PersonName(given: "Anna", family: "Kowalska")),
            ("cn: akowalska\nsn: Kowalska\ndisplayName: Anna Kowalska", PersonName(given: "Anna", family: "Kowalska")),
            ("cn: akowalska\nsn: Kowalska", PersonName(family: "Kowalska")),
            ("cn: ak@example.com\nsn: Kowalska", PersonName(family: "Kowalska")),
            ("cn: Kowalska\nsn: Kowalska", PersonName(full: "Kowalska")),
            ("cn: Ewa Kowalska-Nowak\nsn: Nowak", PersonName(family: "Nowak", full: "Ewa Kowalska-Nowak")),
        ])
    func names(lines: String, name: PersonName) throws {
        #expect(try read("dn: uid=x\nobjectClass: inetOrgPerson\n\(lines)\nmail: ak@example.com\n").cards.map(\.name) == [name])
    }

    @Test
    func `entries without an empty line between them are entries all the same`() throws {
        #expect(try read("dn: cn=a\nobjectClass: person\ncn: Ada\ndn: cn=b\nobjectClass: person\ncn: Bo\n").entries.count == 2)
    }

    @Test
    func `a number without a digit is none, and is kept`() throws {
        let card = try #require(read("dn: cn=a\nobjectClass: person\ncn: Ada\nmobile: on request\n").cards.first)
        #expect(card.phones.isEmpty)
        #expect(card.extra[TableProperty.columns]?["mobile"]?.stringValue == "on request")
    }

    @Test
    func `a file without people is refused`() throws {
        let error = #expect(throws: InputError.self) { try read("dn: ou=x\nobjectClass: organizationalUnit\nou: x\n") }
        #expect(error?.code == .noRows)
    }

    @Test(
        arguments: [
            ("TWFu", "Man"), ("TWE=", "Ma"), ("TQ==", "M"), ("TQ", "M"), ("", ""), ("T W\nFu", "Man"), ("****", nil), ("TQ==TQ", nil),
        ] as [(String, String?)])
    func `base64 is read as files have it`(text: String, meaning: String?) {
        #expect(Base64.decoded(text.utf8).map { String(decoding: $0, as: UTF8.self) } == meaning)
    }
}
