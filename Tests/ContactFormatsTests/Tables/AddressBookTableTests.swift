import Testing

@testable import ContactFormats
@testable import ContactModel

@Suite("Address books as tables")
struct AddressBookTableTests {
    /// What a file of the corpus gives for the person in its first row.
    struct Expected: Sendable, CustomTestStringConvertible {
        var file: String
        var format: String
        var source: String
        var name: PersonName
        var emails: [String]
        var phones: [PhoneNumber]
        var company: String
        var unit: String?
        var title: String
        var town: [String: String]
        var birthday: String?
        var tags: [String] = []
        var testDescription: String { file }
    }

    static let corpus: [Expected] = [
        Expected(
            file: "google-2024.csv", format: "google-csv", source: "Google Contacts",
            name: PersonName(prefix: "Dr.", given: "Ada", family: "Example"),
            emails: ["ada@example.com", "ada@private.example", "ada.e@private.example"],
            phones: [
                PhoneNumber("+41 44 123 45 67", label: "Ferienhaus"), PhoneNumber("+44 7700 900123", label: "mobile"),
                PhoneNumber("+44 7700 900124", label: "mobile"),
            ],
            company: "Example Ltd", unit: "Litigation", title: "Partner", town: ["home": "London"], birthday: "--05-14",
            tags: ["Friends", "VIP", "starred"]
        ),
        Expected(
            file: "google-old.csv", format: "google-csv", source: "Google Contacts", name: PersonName(given: "Ada", family: "Example"),
            emails: ["ada@private.example", "ada@example.com"], phones: [PhoneNumber("+44 7700 900123", label: "mobile")],
            company: "Example Ltd",
            unit: "Litigation", title: "Partner", town: [:], birthday: "1980-05-14", tags: ["Kunden"]
        ),
        Expected(
            file: "google-for-outlook.csv", format: "google-outlook-csv", source: "Google Contacts",
            name: PersonName(given: "Ada", family: "Example"),
            emails: ["ada@example.com"], phones: [PhoneNumber("+44 7700 900123", label: "mobile")], company: "Example Ltd",
            unit: "Litigation",
            title: "Partner", town: ["work": "Berlin"], tags: ["myContacts", "Kunden"]
        ),
        Expected(
            file: "outlook-en.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Dr.", given: "Ada", middle: "Marie", family: "Example"), emails: ["ada@example.com"],
            phones: [PhoneNumber("+44 20 7946 0000", label: "work"), PhoneNumber("+44 7700 900123", label: "mobile")],
            company: "Example Ltd",
            unit: "Litigation", title: "Partner", town: ["work": "London", "home": "Oxford"], tags: ["VIP", "Clients"]
        ),
        Expected(
            file: "outlook-de.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Frau", given: "Änne", family: "Müller-Beispiel"),
            emails: ["aenne.mueller@beispiel.example", "aenne@privat.example"],
            phones: [
                PhoneNumber("+49 221 123457", label: "work fax"), PhoneNumber("+49 221 123456", label: "work"),
                PhoneNumber("0211 / 98 76 54", label: "home"), PhoneNumber("+49 171 1234567", label: "mobile"),
            ],
            company: "Beispiel & Söhne KG", unit: "Einkauf", title: "Leiterin", town: ["work": "Köln", "home": "Düsseldorf"],
            birthday: "1975-05-04",
            tags: ["Kunden", "Messe 2024"]
        ),
        Expected(
            file: "outlook-fr.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Mme", given: "Chloé", family: "Exemple"),
            emails: ["chloe@exemple.example", "chloe@prive.example"],
            phones: [
                PhoneNumber("+33 4 55 50 01 01", label: "work fax"), PhoneNumber("+33 4 55 50 01 00", label: "work"),
                PhoneNumber("+33 1 55 50 01 02", label: "home"), PhoneNumber("+33 6 55 50 01 03", label: "mobile"),
            ],
            company: "Exemple SARL", unit: "Achats", title: "Directrice", town: ["work": "Lyon", "home": "Paris"], birthday: "1975-05-04",
            tags: ["Clients"]
        ),
        Expected(
            file: "outlook-es.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Sra.", given: "Inés", family: "Ejemplo Muñoz"),
            emails: ["ines@ejemplo.example", "ines@privado.example"],
            phones: [
                PhoneNumber("+34 952 55 01 00", label: "work"), PhoneNumber("+34 956 55 01 01", label: "home"),
                PhoneNumber("+34 600 55 01 02", label: "mobile"),
            ],
            company: "Ejemplo S.L.", unit: "Compras", title: "Directora", town: ["work": "Málaga", "home": "Cádiz"], birthday: "1975-05-14",
            tags: ["Clientes"]
        ),
        Expected(
            file: "outlook-it.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Dott.ssa", given: "Lucia", family: "D'Esempio"),
            emails: ["lucia@esempio.example", "lucia@privato.example"],
            phones: [
                PhoneNumber("+39 0543 555 0101", label: "work fax"), PhoneNumber("+39 0543 555 0100", label: "work"),
                PhoneNumber("+39 051 555 0102", label: "home"), PhoneNumber("+39 333 555 0103", label: "mobile"),
            ],
            company: "Esempio S.r.l.", unit: "Acquisti", title: "Direttrice", town: ["work": "Forlì", "home": "Bologna"],
            birthday: "1975-05-04",
            tags: ["Clienti"]
        ),
        Expected(
            file: "outlook-nl.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Mevr.", given: "Noëlle", family: "van Voorbeeld"),
            emails: ["noelle@voorbeeld.example", "noelle@prive.example"],
            phones: [
                PhoneNumber("+31 30 555 0101", label: "work fax"), PhoneNumber("+31 30 555 0100", label: "work"),
                PhoneNumber("+31 71 555 0102", label: "home"), PhoneNumber("+31 6 5550 1030", label: "mobile"),
            ],
            company: "Voorbeeld B.V.", unit: "Inkoop", title: "Directeur", town: ["work": "Utrecht", "home": "Leiden"],
            birthday: "1975-05-04",
            tags: ["Klanten"]
        ),
        Expected(
            file: "outlook-pt.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Dra.", given: "Inês", family: "Exemplo"),
            emails: ["ines@exemplo.example", "ines@privado.example"],
            phones: [
                PhoneNumber("+55 11 5555 0101", label: "work fax"), PhoneNumber("+55 11 5555 0100", label: "work"),
                PhoneNumber("+55 13 5555 0102", label: "home"), PhoneNumber("+55 11 95555 0103", label: "mobile"),
            ],
            company: "Exemplo Ltda", unit: "Compras", title: "Diretora", town: ["work": "São Paulo", "home": "Santos"],
            birthday: "1975-05-04",
            tags: ["Clientes"]
        ),
        Expected(
            file: "outlook-sv.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Fru", given: "Åsa", family: "Exempel"),
            emails: ["asa@exempel.example", "asa@privat.example"],
            phones: [
                PhoneNumber("+46 40 555 0101", label: "work fax"), PhoneNumber("+46 40 555 0100", label: "work"),
                PhoneNumber("+46 46 555 0102", label: "home"), PhoneNumber("+46 70 555 0103", label: "mobile"),
            ],
            company: "Exempel AB", unit: "Inköp", title: "Chef", town: ["work": "Malmö", "home": "Lund"], birthday: "1975-05-04",
            tags: ["Kunder"]
        ),
        Expected(
            file: "outlook-pl.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Pani", given: "Łucja", family: "Przykład"),
            emails: ["lucja@przyklad.example", "lucja@prywatna.example"],
            phones: [
                PhoneNumber("+48 42 555 01 01", label: "work fax"), PhoneNumber("+48 42 555 01 00", label: "work"),
                PhoneNumber("+48 58 555 01 02", label: "home"), PhoneNumber("+48 600 555 010", label: "mobile"),
            ],
            company: "Przykład Sp. z o.o.", unit: "Zakupy", title: "Dyrektor", town: ["work": "Łódź", "home": "Gdańsk"],
            birthday: "1975-05-04",
            tags: ["Klienci"]
        ),
        Expected(
            file: "outlook-com.csv", format: "outlook-csv", source: "Outlook",
            name: PersonName(prefix: "Ms", given: "Ada", family: "Example"),
            emails: ["ada@example.com"], phones: [PhoneNumber("+44 7700 900123", label: "mobile")], company: "Example Ltd",
            unit: "Litigation",
            title: "Partner", town: ["work": "London"], birthday: "1980-05-14"
        ),
        Expected(
            file: "thunderbird-en.csv", format: "thunderbird-csv", source: "Thunderbird", name: PersonName(given: "Ada", family: "Example"),
            emails: ["ada@example.com", "ada@private.example"],
            phones: [PhoneNumber("+44 20 7946 0000", label: "work"), PhoneNumber("+44 7700 900123", label: "mobile")],
            company: "Example Ltd",
            unit: "Litigation", title: "Partner", town: ["home": "Oxford", "work": "London"], birthday: "1980-05-14"
        ),
        Expected(
            file: "thunderbird-de.tab", format: "thunderbird-csv", source: "Thunderbird", name: PersonName(given: "Änne", family: "Müller"),
            emails: ["aenne@beispiel.example"],
            phones: [PhoneNumber("+49 221 123456", label: "work"), PhoneNumber("+49 171 1234567", label: "mobile")], company: "Beispiel KG",
            unit: "Einkauf", title: "Leiterin", town: ["home": "Köln", "work": "Bonn"], birthday: "1975-05-04"
        ),
        Expected(
            file: "thunderbird.ldif", format: "ldif", source: "Thunderbird", name: PersonName(given: "Ada", family: "Example"),
            emails: ["ada@example.com", "ada@private.example"],
            phones: [PhoneNumber("+44 20 7946 0000", label: "work"), PhoneNumber("+44 7700 900123", label: "mobile")],
            company: "Example Ltd",
            unit: "Litigation", title: "Partner", town: ["work": "London", "home": "Oxford"], birthday: "1980-05-14", tags: ["Friends"]
        ),
        Expected(
            file: "yahoo.csv", format: "yahoo-csv", source: "Yahoo", name: PersonName(given: "Ada", family: "Example"),
            emails: ["ada@example.com", "ada@private.example"],
            phones: [
                PhoneNumber("+44 1865 555 0102", label: "home"), PhoneNumber("+44 20 7946 0000", label: "work"),
                PhoneNumber("+44 7700 900123", label: "mobile"),
            ],
            company: "Example Ltd", title: "Partner", town: ["work": "London", "home": "Oxford"], birthday: "1980-05-14", tags: ["Friends"]
        ),
    ]

    @Test(arguments: corpus)
    func `each program's export gives the person whole`(expected: Expected) throws {
        let (table, reading, handOut) = try TableFixture.read(TableFixture.file(expected.file))
        #expect(table.format == expected.format)
        #expect(table.sourceName ?? handOut.service == expected.source)
        #expect(table.list == .addressBook)
        let card = try #require(reading.cards.first)
        #expect(card.name == expected.name)
        #expect(card.emails.map(\.address) == expected.emails)
        #expect(card.phones == expected.phones)
        #expect(card.organizations.first == Organization(expected.company, units: expected.unit.map { [$0] } ?? []))
        #expect(card.titles == [expected.title])
        #expect(
            Dictionary(card.addresses.compactMap { address in address.locality.map { (address.label ?? "", $0) } }) { $1 } == expected.town)
        #expect(card.birthday?.description == expected.birthday)
        #expect(card.keywords == expected.tags)
    }

    @Test(arguments: corpus.map(\.file))
    func `reading again in other pieces gives the same, and the entries' keys don't hang on their rows`(file: String) throws {
        let bytes = try TableFixture.bytes(file)
        let once = try TableFixture.read(TableFixture.file(file, bytes)).reading
        let source = BytesInMemory(bytes, chunkSize: 7)
        let again = try TableFixture.read(Parcel(kind: .file, path: file, original: source, members: [Member(path: file, bytes: source)]))
            .reading
        #expect(once.entries == again.entries)
        #expect(once.problems == again.problems)
        #expect(once.entries.allSatisfy { $0.key.kind != .content })
    }

    @Test(
        "A name of East Asia is shown as Google shows it, family name first",
        arguments: [
            ("山田 太郎", "太郎", "山田", "山田 太郎"), ("山田太郎", "太郎", "山田", "山田太郎"), ("김 민준", "민준", "김", "김 민준"),
            ("Ada Example", "Ada", "Example", "Ada Example"), ("Example Ada", "Ada", "Example", "Ada Example"),
        ])
    func familyFirst(name: String, given: String, family: String, shown: String) throws {
        let header = "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value"
        let text = "\(header)\n\(name),\(given),,\(family),,* myContacts,* Work,t@example.com\n"
        let card = try #require(TableFixture.read(TableFixture.file("google.csv", text)).reading.cards.first)
        #expect(card.name.display == shown)
        #expect(card.name.given == given)
        #expect(card.name.family == family)
    }

    @Test
    func `what Google has no field for stays under its label`() throws {
        let card = try #require(TableFixture.read(TableFixture.file("google-2024.csv")).reading.cards.first)
        #expect(card.extra[TableProperty.columns]?["Mandant"]?.stringValue == "4711")
        #expect(card.extra[TableProperty.columns]?["Relation: Spouse"]?.stringValue == "Bob Example")
        #expect(card.extra[TableProperty.columns]?["Event: Anniversary"]?.stringValue == "2010-06-01")
        #expect(card.emails.map(\.label) == ["work", "home", "home"])
        #expect(card.addresses.first?.street == "1 Example Street\nFlat 2")
    }

    @Test
    func `a company alone is an entry of its own name`() throws {
        let reading = try TableFixture.read(TableFixture.file("google-2024.csv")).reading
        #expect(reading.card("Beispiel GmbH")?.phones.first?.number == "+49 30 555 0100")
    }

    @Test
    func `an address inside an Exchange server is told and not taken`() throws {
        let reading = try TableFixture.read(TableFixture.file("outlook-de.csv")).reading
        #expect(reading.problems.map(\.code) == ["exchange-address"])
        #expect(reading.problems.first?.line == 4)
        #expect(reading.card("Jürgen Groß")?.emails.isEmpty == true)
    }

    @Test
    func `in German files 03/04 is the third of April, and in English ones nobody knows`() throws {
        #expect(
            try TableFixture.read(TableFixture.file("outlook-de.csv")).reading.card("Özlem Yildiz")?.birthday?.description == "1980-04-03")
        let header = "First Name,Last Name,E-mail Address,E-mail Display Name,Business Country/Region,Birthday"
        let english = try TableFixture.read(TableFixture.file("o.csv", header + "\nAda,Example,ada@example.com,,,3/4/1980\n")).reading
        #expect(english.problems.map(\.code) == ["ambiguous-date"])
        #expect(english.cards.first?.extra[TableProperty.columns]?["Birthday"]?.stringValue == "3/4/1980")
        let proven = try TableFixture.read(
            TableFixture.file("o.csv", header + "\nAda,Example,ada@example.com,,,3/4/1980\nBo,Muster,bo@example.com,,,5/14/1980\n")
        ).reading
        #expect(proven.cards.first?.birthday?.description == "1980-03-04")
    }

    @Test
    func `no date is no date and leaves nothing behind`() throws {
        let reading = try TableFixture.read(TableFixture.file("outlook-en.csv")).reading
        let card = try #require(reading.cards.first)
        #expect(card.birthday == nil)
        #expect(card.extra[TableProperty.columns]?["Anniversary"] == nil)
        #expect(!reading.problems.contains { $0.code.hasSuffix("date") })
    }

    @Test
    func `of a Takeout with a folder for each label the list of everybody is read once`() throws {
        let header = "First Name,Last Name,Phonetic First Name,File As,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value"
        let all = header + "\nAda,Example,,,,* myContacts,,ada@example.com\nBo,Muster,,,,Family ::: * myContacts,,bo@example.com\n"
        let family = header + "\nBo,Muster,,,,Family ::: * myContacts,,bo@example.com\n"
        let folder = TableFixture.folder([
            ("Takeout/Contacts/Family/Family.csv", family), ("Takeout/Contacts/All Contacts/All Contacts.csv", all),
            ("Takeout/archive_browser.html", "<html><body>Takeout</body></html>"),
        ])
        let handOut = try HandOutFormat.recognise(folder)
        #expect(handOut.tables.count == 1)
        #expect(try TableFixture.read(handOut.tables[0]).entries.count == 2)
        #expect(handOut.passedOver.contains(PassedOver(path: "Takeout/Contacts/Family/Family.csv", reason: "copy")))
    }

    @Test
    func `address books of different names in a folder are sources of their own, and hand-outs of one book are one`() throws {
        let header = "First Name,Last Name,E-mail Address,E-mail Display Name,Business Country/Region\n"
        let ada = header + "Ada,Example,ada@example.com,,\n"
        let folder = TableFixture.folder([
            ("kanzlei.csv", ada), ("verein.csv", ada), ("contacts-2023.csv", ada), ("contacts-2024.csv", ada),
        ])
        let names = try HandOutFormat.recognise(folder).tables.map(\.sourceName)
        #expect(names == ["Outlook (kanzlei)", "Outlook (verein)", "Outlook", "Outlook"])
    }

    @Test
    func `a header without a row is refused as such`() throws {
        let error = #expect(throws: InputError.self) {
            try HandOutFormat.recognise(
                TableFixture.file("c.csv", "First Name,Last Name,E-mail Address,E-mail Display Name,Business Country/Region\n"))
        }
        #expect(error?.code == .noRows)
    }

    @Test
    func `rows exported by Holdfast are read back, the disarmed formulas too`() throws {
        var writer = PersonCSVWriter(profile: .spreadsheets)
        writer.begin()
        var person = Person(id: UniqueID(high: 1, low: 2), standing: .contact)
        let said = [
            Provenance(
                source: "you", snapshot: nil, firstSeen: CalendarDate(daysSince1970: 0), lastConfirmed: CalendarDate(daysSince1970: 0))
        ]
        person.names = [Held(PersonName(given: "Ada", family: "Example"), said)]
        person.companies = [Held("=Example Ltd", said)]
        person.titles = [Held("Partner", said)]
        person.emails = [Held(EmailAddress("ada@example.com"), said), Held(EmailAddress("ada@private.example"), said)]
        person.phones = [Held(PhoneNumber("+44 7700 900123"), said)]
        person.links = [Held(Link("https://www.linkedin.com/in/ada-example", service: "LinkedIn"), said)]
        person.tags = [Held("Messe; Köln", said), Held("VIP", said)]
        person.notes = [Held("First,\n\"quoted\"", said), Held("-second", said)]
        person.connectedOn = CalendarDate(iso: "2020-01-02")
        writer.write(person)
        var owner = Person(id: UniqueID(high: 1, low: 3), standing: .owner)
        owner.names = [Held(PersonName(full: "Me Myself"), said)]
        writer.write(owner)
        writer.end()
        let (table, reading, _) = try TableFixture.read(TableFixture.file("people.csv", writer.takeBytes()))
        #expect(table.format == "holdfast-csv")
        #expect(reading.entries.count == 1)
        let card = try #require(reading.cards.first)
        #expect(card.name == PersonName(given: "Ada", family: "Example"))
        #expect(card.organizations == [Organization("=Example Ltd")])
        #expect(card.emails.map(\.address) == ["ada@example.com", "ada@private.example"])
        #expect(card.phones.map(\.number) == ["+44 7700 900123"])
        #expect(card.links == [Link("https://www.linkedin.com/in/ada-example", service: "LinkedIn")])
        #expect(card.notes == ["First,\n\"quoted\"", "-second"])
        #expect(card.connectedOn?.description == "2020-01-02")
        #expect(card.extra.isEmpty)
        #expect(reading.entries.first?.key.kind == .profile)
    }

    @Test
    func `several preferred values of Google's come first, in their order`() throws {
        let text = """
            First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value
            Ada,Example,* myContacts,Home,c@example.com,* Work,a@example.com ::: b@example.com,* Mobile,+44 7700 900123 ::: +44 20 7946 0000
            """
        let card = try #require(TableFixture.read(TableFixture.file("contacts.csv", text)).reading.cards.first)
        #expect(card.emails.map(\.address) == ["a@example.com", "b@example.com", "c@example.com"])
        #expect(card.phones.map(\.number) == ["+44 7700 900123", "+44 20 7946 0000"])
    }

    @Test(arguments: ["Profile URL", "URL"], ["Phone", "Telefon", "Mobile"])
    func `people of another network are no connections of LinkedIn's, and keep their numbers`(link: String, phone: String) throws {
        let text = """
            First name;Last name;Company;Position;Email;\(phone);\(link)
            Ada;Example;Example Ltd;Partner;ada@example.com;+49 30 123456;https://www.xing.com/profile/Ada_Example
            """
        let (table, reading, _) = try TableFixture.read(TableFixture.file("contacts.csv", text))
        #expect(table.list == .addressBook)
        #expect(reading.cards.first?.phones.map(\.number) == ["+49 30 123456"])
        #expect(reading.cards.first?.links.map(\.uri) == ["https://www.xing.com/profile/Ada_Example"])
    }
}
