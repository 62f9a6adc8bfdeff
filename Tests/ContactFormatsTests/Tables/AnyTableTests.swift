import Testing

@testable import ContactFormats
@testable import ContactModel

@Suite("Any other table of people")
struct AnyTableTests {
    private func read(_ text: String, name: String = "liste.csv", wishes: ColumnWishes = .none) throws -> TableFixture.Reading {
        try TableFixture.read(TableFixture.file(name, text), wishes: wishes).reading
    }

    @Test
    func `a sheet kept by hand is read: a title above, a header in row three, semicolons, names in one cell`() throws {
        let (table, reading, _) = try TableFixture.read(TableFixture.file("kunden.csv"))
        #expect(table.format == "csv")
        #expect(table.sourceName == "Address book (kunden)")
        #expect(table.layout.contains("\"Name\" -> name"))
        #expect(table.layout.contains("\"Tel.\" -> phone"))
        #expect(table.remarks.contains { $0.contains("“Kd-Nr.”") })
        #expect(table.remarks.contains { $0.contains("--map") })
        #expect(reading.rowCount == 4)
        #expect(reading.entries.map(\.line) == [4, 5, 6, 7])
        let anne = try #require(reading.card("Dr. Änne Müller"))
        #expect(anne.name == PersonName(prefix: "Dr.", given: "Änne", family: "Müller"))
        #expect(anne.birthday?.description == "1975-05-04")
        #expect(anne.notes == ["mag Kaffee; kein Tee"])
        #expect(anne.extra[TableProperty.columns]?["Kd-Nr."]?.stringValue == "1001")
        let bo = try #require(reading.card("Bo Muster"))
        #expect(bo.emails.map(\.address) == ["bo@muster.example", "bo.privat@example.net"])
        #expect(reading.card("Anna & Peter Beispiel")?.name.given == nil)
    }

    @Test
    func `a table whose first row is longer than what is looked at is read to its end`() throws {
        let long = String(repeating: "x", count: 200_000)
        let reading = try read("First Name,Last Name,Note,Email\nAda,Example,\(long),ada@example.com\nBo,Sample,ok,bo@example.com\n")
        #expect(reading.entries.map(\.card.name.display) == ["Ada Example", "Bo Sample"])
        #expect(reading.card("Ada Example")?.emails.map(\.address) == ["ada@example.com"])
    }

    @Test
    func `a table of one row and many unknown columns is one, and so is one of hundreds of columns`() throws {
        let one = try read("Name,Email,a1,b2,c3,d4,e5,f6,g7,h8,i9,j10\nAda Example,ada@example.com,1,2,3,4,5,6,7,8,9,10\n")
        #expect(one.card("Ada Example")?.emails.map(\.address) == ["ada@example.com"])
        let names = (1...600).map { "Feld \($0)" }
        let wide = "Name,Email,\(names.joined(separator: ","))\nAda Example,ada@example.com,\(names.joined(separator: ","))\n"
        let wish = ColumnWishes.Wish(header: "Feld 599", role: ColumnRole(.company))
        let (table, reading, _) = try TableFixture.read(TableFixture.file("breit.csv", wide), wishes: ColumnWishes(said: [wish]))
        #expect(table.outline == "602 columns")
        #expect(reading.card("Ada Example")?.organizations == [Organization("Feld 599")])
        #expect(reading.problems.isEmpty)
    }

    @Test(arguments: [
        ("姓,名,メール\n佐藤,美咲,m@example.com\n", "佐藤 美咲"), ("姓,名,邮箱\n王,小明,w@example.com\n", "王小明"),
        ("성,이름,이메일\n김,민수,k@example.com\n", "김민수"), ("First Name,Last Name,Email\n美咲,佐藤,m@example.com\n", "佐藤 美咲"),
        ("First Name,Last Name,Email\nMisaki,Satō,m@example.com\n", "Misaki Satō"),
    ])
    func `names of East Asia are shown family name first`(text: String, name: String) throws {
        #expect(try read(text).entries.map(\.card.name.display) == [name])
    }

    @Test(arguments: [
        ("wetter.json", "{\"weather\":[{\"day\":1}]}", "is JSON of another kind"),
        (
            "bank.csv", "Datum;Valuta;Zweck;Betrag\n01.02.2024;01.02.2024;Miete;-8,00\n03.02.2024;03.02.2024;Kauf;-1,30\n",
            "--map \"Zweck=name\""
        ),
        (
            "seite.html", "<!-- saved -->\n<html><body><table><tr><td>Ada</td></tr></table></body></html>",
            "is a web page with a table in it"
        ),
        ("login.html", "<!doctype html><html><body>Sign in</body></html>", "perhaps the page to sign in with"),
    ])
    func `what is none is told for what it is`(name: String, text: String, sentence: String) throws {
        let error = #expect(throws: InputError.self) { try HandOutFormat.recognise(TableFixture.file(name, text)) }
        #expect(error?.message.contains(sentence) == true, "\(error?.message ?? "")")
    }

    @Test
    func `a file without a header is read by its values, and says so`() throws {
        let (table, reading, _) = try TableFixture.read(TableFixture.file("ohne-kopf.csv"))
        #expect(table.outline == "4 columns")
        #expect(table.layout == "4 columns: \"column 1\" -> name, \"column 2\" -> email, \"column 3\" -> phone, \"column 4\" -> company")
        #expect(table.remarks.contains { $0.contains("no header") })
        #expect(reading.entries.count == 3)
        #expect(reading.card("Ada Example")?.organizations == [Organization("Example Ltd")])
    }

    @Test
    func `what the owner says of the first row counts, and a column may be meant by its place`() throws {
        let headless = "Anna Beispiel,unbekannt,4711\nBo Muster,bo@example.com,4712\nMia Probe,mia@example.com,4713\n"
        var wishes = ColumnWishes(said: [ColumnWishes.Wish(header: "column 3", role: ColumnRole(.department))])
        wishes.firstRow = { $0 == "liste.csv" ? .person : nil }
        let (table, reading, _) = try TableFixture.read(TableFixture.file("liste.csv", headless), wishes: wishes)
        #expect(reading.entries.map(\.card.name.display) == ["Anna Beispiel", "Bo Muster", "Mia Probe"])
        #expect(table.columnReading?.roles.last == ColumnRole(.department))
        #expect(try table.firstRow() == ["Anna Beispiel", "unbekannt", "4711"])
        // Kept as it was read, it is read so again with nothing said.
        let kept = try #require(table.columnReading)
        let again = ColumnWishes(fixed: { $0 == kept.header ? kept.roles : nil })
        #expect(try read(headless, wishes: again).entries.count == 3)
        let headed = "Alpha;4711\nAda Example;ada@example.com\nBo Muster;bo@example.com\n"
        #expect(try read(headed).entries.count == 3)
        wishes = ColumnWishes()
        wishes.firstRow = { _ in .heading }
        #expect(try TableFixture.read(TableFixture.file("liste.csv", headed), wishes: wishes).table.firstRow() == ["Alpha", "4711"])
        #expect(try read(headed, wishes: wishes).entries.count == 2)
        // A heading below a title stays where it is.
        #expect(try read("Unsere Kunden\nName;Mail\nAda Example;ada@example.com\n", wishes: wishes).entries.count == 1)
    }

    @Test(arguments: [
        ("Vorname;Nachname;Mail\nAda;Example;ada@example.com\n", ";"), ("Vorname\tNachname\tMail\nAda\tExample\tada@example.com\n", "tab"),
        ("Vorname|Nachname|Mail\nAda|Example|ada@example.com\n", "bar"),
        ("sep=;\nVorname;Nachname;Mail\nAda;Example;ada@example.com\n", "sep"),
        ("\u{FEFF}Vorname,Nachname,Mail\r\nAda,Example,ada@example.com\r\n", "mark"),
        ("Vorname,Nachname,Mail\rAda,Example,ada@example.com\r", "cr"),
        ("\"Vorname\",\"Nachname\",\"Mail\"\n\"Ada\",\"Example\",\"ada@example.com\"", "quotes"),
    ])
    func `however the cells are parted`(text: String, what: String) throws {
        let reading = try read(text)
        #expect(reading.entries.map(\.card.name) == [PersonName(given: "Ada", family: "Example")])
        #expect(reading.entries.first?.key == .email("ada@example.com"))
    }

    @Test
    func `UTF-16 as spreadsheets save it is read`() throws {
        let text = "Vorname\tNachname\tMail\r\nZoë\tMüller\tzoe@example.com\r\n"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try TableFixture.read(TableFixture.file("a.txt", bytes)).reading.card("Zoë Müller") != nil)
    }

    @Test
    func `a column no header tells is told by its values`() throws {
        let reading = try read(
            "Wer,Kontakt,Erreichbar\nAda Example,ada@example.com,+44 7700 900123\nBo Muster,bo@example.com,0171 1234567\nZoë Beispiel,zoe@example.com,030 5550100\n"
        )
        #expect(reading.card("Ada Example")?.emails.first?.address == "ada@example.com")
        #expect(reading.card("Bo Muster")?.phones.first?.number == "0171 1234567")
    }

    @Test
    func `what the owner says of a column counts, and a column that isn't there is named`() throws {
        let text = "Name,Mail,Intern\nAda Example,ada@example.com,VIP\n"
        let wishes = ColumnWishes(said: [ColumnWishes.Wish(header: "intern", role: ColumnRole(.tags))])
        let (table, reading, _) = try TableFixture.read(TableFixture.file("a.csv", text), wishes: wishes)
        #expect(reading.cards.first?.keywords == ["VIP"])
        #expect(table.columnReading?.said == [ColumnWishes.Wish(header: "Intern", role: ColumnRole(.tags))])
        let error = #expect(throws: InputError.self) {
            try read(text, wishes: ColumnWishes(said: [ColumnWishes.Wish(header: "Extern", role: ColumnRole(.tags))]))
        }
        #expect(error?.message.contains("no column “Extern”") == true)
        #expect(error?.message.contains("“Intern”") == true)
    }

    @Test
    func `what was said of a header before is known again, and a reading can be fixed`() throws {
        let text = "A1,B2\nAda Example,ada@example.com\n"
        let remembered = ColumnWishes { header in
            header == ["a1", "b2"] ? [ColumnWishes.Wish(header: "A1", role: ColumnRole(.nickname))] : []
        }
        #expect(try read(text, wishes: remembered).cards.first?.nicknames == ["Ada Example"])
        let fixed = ColumnWishes(fixed: { $0 == ["A1", "B2"] ? [ColumnRole(.notes), ColumnRole(.email)] : nil })
        #expect(try read(text, wishes: fixed).cards.first?.notes == ["Ada Example"])
    }

    @Test(arguments: [
        "Artikel;Preis;Lager\nSchraube;0,12;4000\nMutter;0,08;3500\n", "date,amount,currency\n2024-01-01,12.50,EUR\n2024-01-02,13.50,EUR\n",
        "Name,Population,Area\nLondon,8900000,1572\nParis,2100000,105\n",
        "Dear Ada,\n\nthank you for your letter, and see you soon.\n\nBo\n",
        "a,b,c\n1,2,3\n4,5,6\n", "x",
    ])
    func `a file that holds no people is refused with its first line`(text: String) throws {
        let error = #expect(throws: InputError.self) { try read(text) }
        #expect(error?.code == .unrecognised)
        let first = text.split(separator: "\n").first.map(String.init) ?? ""
        #expect(error?.message.contains("“\(first)”") == true)
    }

    @Test(
        arguments: [
            ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A], "PDF"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old spreadsheet"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "picture"), ([0x21, 0x42, 0x44, 0x4E, 0, 0, 0, 0], ".pst"),
            (Array("<!DOCTYPE html><html><title>Sign in</title>".utf8), "web page"), ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "archive"),
        ] as [([UInt8], String)])
    func `a file of another kind is told what it is and what to do`(bytes: [UInt8], what: String) throws {
        let error = #expect(throws: InputError.self) { try HandOutFormat.recognise(TableFixture.file("contacts.csv", bytes)) }
        #expect(error?.message.contains(what) == true)
        #expect(error?.message.contains("Nothing was imported") == true)
    }

    @Test(arguments: ["recipes.html", "photo.htm"])
    func `a page by itself is none of LinkedIn's files`(name: String) throws {
        let page = "<!doctype html><html><body><h1>Recipes</h1></body></html>"
        let error = #expect(throws: InputError.self) { try HandOutFormat.recognise(TableFixture.file(name, page)) }
        #expect(error?.message.contains("web page") == true && error?.message.contains("LinkedIn's archive") == false)
    }

    @Test(arguments: [
        ("+90 500 000 00 01", "\"Cep\" -> phone:mobile"), ("0500 000 00 01", "\"Cep\" -> phone:mobile"),
        ("01310-100", "\"Cep\" -> postcode"),
    ])
    func `a header that is a postcode in one country and a phone in another is told by its values`(value: String, layout: String) throws {
        let (table, _, _) = try TableFixture.read(TableFixture.file("a.csv", "Ad;Soyad;Cep\nAda;Example;\(value)\n"))
        #expect(table.layout.contains(layout))
    }

    @Test(arguments: [("xl/workbook.xml", "Excel"), ("Index/Document.iwa", "Numbers"), ("word/document.xml", "Word")])
    func `a document in an archive's clothes is told for what it is`(path: String, what: String) throws {
        let error = #expect(throws: InputError.self) { try HandOutFormat.recognise(TableFixture.folder([(path, "<x/>")], kind: .archive)) }
        #expect(error?.message.contains(what) == true)
    }

    @Test
    func `in an archive a table must both name people and reach them`() throws {
        let names = "First Name,Last Name,Score\nAda,Example,3\n"
        let people = "First Name,Last Name,Phone\nAda,Example,+44 7700 900123\n"
        let handOut = try HandOutFormat.recognise(TableFixture.folder([("scores.csv", names), ("team.csv", people)], kind: .archive))
        #expect(handOut.tables.map { $0.members[0].path } == ["team.csv"])
        #expect(handOut.passedOver == [PassedOver(path: "scores.csv", reason: "unknown")])
    }

    @Test(arguments: [
        ("Ada Example", PersonName(given: "Ada", family: "Example")), ("Example, Ada", PersonName(given: "Ada", family: "Example")),
        ("Dr. Ada Example", PersonName(prefix: "Dr.", given: "Ada", family: "Example")),
        ("Example, Dr. Ada", PersonName(prefix: "Dr.", given: "Ada", family: "Example")),
        ("Ada Example, PhD", PersonName(given: "Ada", family: "Example", suffix: "PhD")),
        ("Prof. Müller", PersonName(prefix: "Prof.", family: "Müller")),
        ("Vincent van Voorbeeld", PersonName(given: "Vincent", family: "van Voorbeeld")),
        ("Ada Maria Example", PersonName(full: "Ada Maria Example")), ("Anna & Peter Beispiel", PersonName(full: "Anna & Peter Beispiel")),
        ("Example GmbH", PersonName(full: "Example GmbH")), ("Ada", PersonName(full: "Ada")), ("山田 太郎", PersonName(full: "山田 太郎")),
        ("Don Example", PersonName(given: "Don", family: "Example")),
    ])
    func `a name in one cell is parted where its writing leaves no doubt`(text: String, name: PersonName) {
        #expect(PersonNameReading.name(text) == name)
    }

    @Test
    func `phone numbers a spreadsheet rounded are told, kept and not taken`() throws {
        let reading = try read("Name,Telefon\nAda Example,\"4,91761E+12\"\nBo Muster,+49 171 1234567\nZoë Beispiel,030/5550100\n")
        #expect(reading.problems.map(\.code) == ["lost-digits"])
        #expect(reading.card("Ada Example")?.phones.isEmpty == true)
        #expect(reading.card("Ada Example")?.extra[TableProperty.columns]?["Telefon"]?.stringValue == "4,91761E+12")
    }

    @Test
    func `cells beyond the header are kept and told`() throws {
        let reading = try read("Name,Mail\nAda Example,ada@example.com,more\n")
        #expect(reading.problems.map(\.code) == ["extra-cells"])
        #expect(reading.cards.first?.extra[TableProperty.columns]?["column 3"]?.stringValue == "more")
    }

    @Test
    func `a hundred thousand rows are read in memory that doesn't grow with them`() throws {
        var text = "Vorname;Nachname;Mail\n"
        for number in 0..<20_000 { text += "Ada\(number);Example;ada\(number)@example.com\n" }
        #expect(try read(text).entries.count == 20_000)
    }

    @Test(
        "Products have names and pages too: a table is one of people where the pages are profiles, or the owner says so",
        arguments: [
            ("Name,URL\nBlue Lamp,https://shop.example/lamp\nRed Chair,https://shop.example/chair\n", false),
            ("Product,Link\nBlue Lamp,https://shop.example/lamp\nRed Chair,https://shop.example/chair\n", false),
            ("Name,URL\nAda Example,https://www.linkedin.com/in/ada-example\nBo Muster,https://www.linkedin.com/in/bo-muster\n", true),
            (
                "Name,Profile\nAda Example,https://www.xing.com/profile/Ada_Example\nBo Muster,https://www.xing.com/profile/Bo_Muster\n",
                true
            ),
        ])
    func products(text: String, isOfPeople: Bool) throws {
        if isOfPeople { return #expect(try read(text).entries.count == 2) }
        let error = #expect(throws: InputError.self) { try read(text) }
        let first = text.prefix { $0 != "," }
        #expect(error?.message.contains("--map \"\(first)=name\"") == true)
        let said = try read(text, wishes: ColumnWishes(said: [ColumnWishes.Wish(header: String(first), role: ColumnRole(.name))]))
        #expect(said.entries.count == 2)
    }

    @Test("Numbers in the digits of other scripts are numbers, and one number in either is one")
    func otherDigits() throws {
        let reading = try read("Name,Telefon\nAda Example,٠٢٠ ٧٩٤٦ ٠٩٥٨\nBo Muster,०२० ७९४६ ०९५९\nCy Sample,０２０ ７９４６ ０９６０\n")
        #expect(reading.cards.map { $0.phones.map(\.number) } == [["٠٢٠ ٧٩٤٦ ٠٩٥٨"], ["०२० ७९४६ ०९५९"], ["０２０ ７９４６ ０９６０"]])
        #expect(reading.entries.first?.key == IdentityKey.phone("020 7946 0958"))
        let byValues = try read("who,what\nAda Example,٠٢٠ ٧٩٤٦ ٠٩٥٨\nBo Muster,٠٢٠ ٧٩٤٦ ٠٩٥٩\n")
        #expect(byValues.card("Ada Example")?.phones.count == 1)
    }

    @Test("Digits behind the letters of a name belong to it; a number by itself does not")
    func digitsInNames() throws {
        let reading = try read("Name,Email\nPer4 Son28,per@example.com\nStudio 54,studio@example.com\n")
        #expect(reading.card("Per4 Son28")?.name == PersonName(given: "Per4", family: "Son28"))
        #expect(reading.card("Studio 54")?.name == PersonName(full: "Studio 54"))
    }

    @Test("Columns that label others are known by their number, as lists made by hand for Google have them")
    func labelledPairs() throws {
        let reading = try read(
            "Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,E-mail 1 - Type,E-mail 1 - Value\n"
                + "Ada Example,Work,+44 20 7946 0958,Mobile,+44 7700 900123,Home,ada@example.com\n")
        let ada = try #require(reading.cards.first)
        #expect(ada.phones == [PhoneNumber("+44 20 7946 0958", label: "work"), PhoneNumber("+44 7700 900123", label: "mobile")])
        #expect(ada.emails == [EmailAddress("ada@example.com", label: "home")])
        #expect(ada.extra[TableProperty.columns] == nil)
    }

    @Test("A whole name beside a given one alone tells the family name")
    func wholeBesideGiven() throws {
        let reading = try read("Name,Given Name,E-mail 1 - Type,E-mail 1 - Value\nAda Example,Ada,Home,ada@example.com\n")
        #expect(reading.cards.first?.name == PersonName(given: "Ada", family: "Example"))
    }

    @Test func `birthdays with years of two digits prove which number is the day, of whatever century they are`() throws {
        let table =
            "Name,Email,Birthday\nAda Example,a@example.com,01-12-31\nBo Muster,b@example.com,05-03-28\nCy Sample,c@example.com,13-02-65\n"
        let (_, reading, _) = try TableFixture.read(TableFixture.file("people.csv", table))
        #expect(reading.cards.map { $0.birthday.map { [$0.month, $0.day] } } == [[12, 1], [3, 5], [2, 13]])
    }

    @Test func `parts of a name that stand in columns of their own stay beside the whole name`() throws {
        let table = "Prefix,First Name,Middle Name,Full Name,Email\nDr.,Ada,King,Ada Lovelace,ada@example.com\n"
        let (_, reading, _) = try TableFixture.read(TableFixture.file("people.csv", table))
        let name = try #require(reading.cards.first?.name)
        #expect([name.prefix, name.given, name.middle, name.family] == ["Dr.", "Ada", "King", "Lovelace"])
    }
}
