import ContactModel
import Testing

@testable import ContactFormats

@Suite("Reading vCards")
struct VCardReadingTests {
    @Test("Apple's cards: labels, grouped properties, profiles, pictures, a birthday without its year")
    func apple() throws {
        let (cards, problems) = try VCards.read(VCards.fixture("apple-contacts.vcf"))
        #expect(problems == [])
        let ada = try #require(cards.first)
        #expect(ada.name == PersonName(prefix: "Dr.", given: "Ada", middle: "Byron", family: "Example", suffix: "MBE"))
        #expect(
            ada.emails == [
                EmailAddress("ada@home.example", label: "home"), EmailAddress("ada@engines.example", label: "work"),
                EmailAddress("ada@school.example", label: "school"),
            ])
        #expect(ada.phones.map(\.label) == ["mobile", "home fax", nil, "mobile", "Ferienhaus"])
        #expect(ada.organizations == [Organization("Example Engines Ltd", units: ["Analytical Department"])])
        #expect(
            ada.addresses == [
                PostalAddress(
                    street: "12 Example Street\nFlat 3", locality: "London", region: "Greater London", postcode: "N1 9GU",
                    country: "United Kingdom",
                    label: "home")
            ])
        #expect(ada.surplus(.addresses, at: 0)["countryCode"] == .string("gb"))
        #expect(
            ada.links == [
                Link("http://ada.example/", label: "home page"), Link("https://www.linkedin.com/in/ada-example", service: "LinkedIn"),
                Link("http://twitter.com/adaexample", service: "Twitter"),
            ])
        #expect(ada.birthday == PartialDate(month: 12, day: 10))
        #expect(ada.notes == ["Met at the engine, twice.\nLikes punched cards; and tea."])
        #expect(ada.keywords == ["Friends", "Engines"])
        #expect(ada.extra["media"]?["p1"]?["uri"]?.stringValue?.hasPrefix("data:image/png;base64,iVBORw0KGgo") == true)
        #expect(ada.extra["onlineServices"]?["i1"]?["uri"] == .string("skype:ada.example"))
        let unknown = Set((ada.extra["vCardProps"]?.arrayValue ?? []).compactMap { $0.arrayValue?.first?.stringValue })
        #expect(unknown == ["x-phonetic-first-name", "x-abrelatednames", "x-abdate", "x-abuid", "x-ablabel"])
    }

    @Test("Outlook's 2.1: charsets, quoted-printable with soft breaks, base64, labels of addresses")
    func outlook() throws {
        let (cards, problems) = try VCards.read(VCards.fixture("outlook.vcf"))
        #expect(problems == [])
        let card = try #require(cards.first)
        #expect(card.name == PersonName(prefix: "Herr", given: "Jörg", family: "Müller", full: "Jörg Müller"))
        #expect(card.organizations == [Organization("Muster & Söhne", units: ["Einkauf"])])
        #expect(card.titles == ["Geschäftsführer"])
        #expect(card.notes == ["Größe zählt nicht: ein längerer Text, der über mehrere Zeilen geht, weil er muß.\nzweite Zeile"])
        #expect(card.phones.map(\.label) == ["work", "mobile", "work fax"])
        #expect(card.addresses.first?.street == "Musterstraße 1")
        #expect(card.addresses.first?.full == "Musterstraße 1\n10115 Berlin\nDeutschland")
        #expect(card.birthday == PartialDate(year: 1970, month: 1, day: 31))
        #expect(card.extra["updated"] == .string("2023-04-05T06:07:08Z"))
        #expect(card.extra["media"]?["p1"]?["uri"]?.stringValue?.hasSuffix("ErkJggg==") == true)
    }

    @Test("Android's 2.1: base64 that is not indented, and a type that is no word")
    func android() throws {
        let cards = try VCards.read(VCards.fixture("android.vcf")).cards
        #expect(cards.count == 2)
        #expect(cards[0].name == PersonName(given: "Пётр", family: "Иванов"))
        #expect(cards[0].phones == [PhoneNumber("+79000000001", label: "mobile"), PhoneNumber("+79000000002", label: "Д")])
        #expect(cards[0].extra["media"]?["p1"]?["uri"]?.stringValue?.hasSuffix("ADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==") == true)
        #expect(cards[1].phones.map(\.number) == ["0800 123456"])
    }

    @Test("Google's: labels beside values, a card of an address alone, a birthday without its year")
    func google() throws {
        let cards = try VCards.read(VCards.fixture("google.vcf")).cards
        #expect(cards.map(\.name.display) == ["Bo Muster", "", "Zoë Exemple"])
        #expect(cards[0].emails.map(\.label) == ["work", "Verein"])
        #expect(cards[0].keywords == ["Verein", "starred"])
        #expect(cards[0].links == [Link("https://bo.example/", label: "BLOG")])
        #expect(cards[2].birthday == PartialDate(month: 2, day: 29))
    }

    @Test(
        "Charsets: labelled, unlabelled, mislabelled, with a byte order mark, cut by a fold",
        arguments: [
            ("shift-jis.vcf", "山田", "太郎"), ("utf-16.vcf", "Пример", "Юлия"), ("mislabelled.vcf", "Müller", "Jörg"),
            ("folded-inside-a-letter.vcf", "Fold", nil),
        ])
    func charsets(file: String, family: String, given: String?) throws {
        let bytes = try VCards.fixture(file)
        let card = try #require(VCards.read(bytes).cards.first)
        #expect(card.name.family == family)
        #expect(card.name.given == given)
        if file == "folded-inside-a-letter.vcf" { #expect(card.name.full == "Ein Fold mitten im Zeichen: äöü") }
        if file == "mislabelled.vcf" {
            #expect(card.name.display == "Jörg Müller")
            #expect(card.organizations.first?.name == "Bäcker")
            #expect(try VCards.read(bytes).problems.map(\.code) == ["wrong-charset", "wrong-charset", "wrong-charset"])
        }
    }

    @Test("An umlaut under a label of East Asia is an umlaut, and told; half-width katakana are katakana")
    func umlautsUnderForeignLabels() throws {
        let umlaut = try VCards.read(Array("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS:Müller;Jürgen\nEND:VCARD\n".utf8))
        #expect(umlaut.cards.first?.name == PersonName(given: "Jürgen", family: "Müller"))
        #expect(umlaut.problems.map(\.code) == ["wrong-charset"])
        let katakana = Array("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS:".utf8) + [0xC3, 0xBC] + Array(";\nEND:VCARD\n".utf8)
        #expect(try VCards.read(katakana).cards.first?.name.family == "ﾃｼ")
    }

    @Test("RFC 9554's: second surname and generation once, what a name's fields can't say beside them")
    func detailedNames() throws {
        let card = try #require(VCards.read(VCards.fixture("rfc9554.vcf")).cards.first)
        #expect(card.name.family == "García Márquez")
        #expect(card.name.suffix == "Jr. PhD")
        #expect(card.name.middle == "Lucía Sofía")
        let kinds = card.nameSurplus["components"]?.arrayValue?.compactMap { $0["kind"]?.stringValue }
        #expect(kinds == ["title", "given", "given2", "given2", "surname", "surname2", "generation", "credential"])
        #expect(card.addresses.first?.full == "Plaza Nueva 1, 2º\nSevilla")
        #expect(card.surplus(.addresses, at: 0)["countryCode"] == .string("ES"))
        #expect(card.phones.map(\.number) == ["+34-954-000-001", "+34-954-000-002 ext. 17"])
        #expect(card.surplus(.notes, at: 0)["author"]?["name"] == .string("O'Neil \"Bob\""))
        #expect(card.extra["speakToAs"]?["grammaticalGender"] == .string("feminine"))
        #expect(card.extra["example.com:shoeSize"] == .integer(42))
        #expect(card.birthday == PartialDate(year: 1975, month: 3, day: 23))
    }

    @Test("Damage costs what is damaged: each card is there, each trouble is named by its line")
    func damage() throws {
        let (cards, problems) = try VCards.read(VCards.fixture("damaged.vcf"))
        #expect(
            cards.map(\.name.display) == ["Missing End", "No NULs", "Missing Begin", "The Boss", "", "Half a Ca"])
        #expect(cards[0].emails == [EmailAddress("missing@example.com")])
        #expect(cards[1].phones == [PhoneNumber("+1 555 0100")])
        #expect(cards[3].extra["vCardProps"]?.arrayValue?.first?.arrayValue?.first == .string("agent"))
        #expect(
            problems.map { "\($0.line) \($0.code)" } == [
                "1 outside-card", "2 missing-end", "9 nul-bytes", "11 not-a-property", "12 not-a-property", "15 outside-card",
                "16 missing-begin",
                "31 unreadable-date", "36 missing-end",
            ])
    }

    @Test("A fold without end, a picture without measure: counted, named, and the next card is read")
    func bounds() throws {
        var bytes = Array("BEGIN:VCARD\nVERSION:3.0\nFN:Before\nNOTE:".utf8)
        for _ in 0..<50_000 { bytes += Array("123456789\n ".utf8) }
        bytes += Array("\nPHOTO;ENCODING=b:".utf8) + Array(repeating: UInt8(ascii: "A"), count: 1 << 20)
        bytes += Array("\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:After\nEND:VCARD\n".utf8)
        let (cards, problems) = try VCards.read(bytes, longestLine: 1 << 18)
        #expect(cards.map(\.name.display) == ["Before", "After"])
        #expect(problems.map(\.code) == ["too-long", "media-too-large"])
        #expect(problems.map(\.line) == [4, 50_005])
    }

    @Test("A header met before means what it says on each line: with quotes around a colon, and with one that nothing closes")
    func quotedHeaders() throws {
        let lines = [
            #"TEL;TYPE="voice,cell":1"#, #"TEL;TYPE="voice,cell":2 "x""#, #"TEL;TYPE="voice:cell":3"#, #"TEL;TYPE="voice:4"#,
            #"TEL;TYPE="voice,cell":5:6"#,
        ]
        let file = (1...3).map { "BEGIN:VCARD\nVERSION:4.0\nFN:Ada \($0)\n" + lines.joined(separator: "\n") + "\nEND:VCARD\n" }.joined()
        let (cards, _) = try VCards.read(Array(file.utf8))
        let (alone, _) = try VCards.read(Array(("BEGIN:VCARD\nVERSION:4.0\nFN:Ada 1\n" + lines[0] + "\nEND:VCARD\n").utf8))
        #expect(cards.count == 3)
        #expect(cards.map(\.phones) == [cards[0].phones, cards[0].phones, cards[0].phones])
        #expect(cards[0].phones.map(\.number) == ["1", #"2 "x""#, "3", "4", "5:6"])
        #expect(cards[0].phones.first == alone.first?.phones.first)
        #expect(cards[0].phones.map(\.label) == ["mobile", "mobile", nil, nil, "mobile"])
    }

    @Test("A picture is the same whether its base64 is folded with blanks, by bare lines or not at all")
    func foldedPictures() throws {
        let base64 = String(repeating: "iVBORw0KGgoAAAANSUhEUgAAAAE+/w", count: 40) + "=="
        let pieces = stride(from: 0, to: base64.utf8.count, by: 60).map { String(base64.utf8.dropFirst($0).prefix(60)) ?? "" }
        for body in [base64, pieces.joined(separator: "\n  "), pieces.joined(separator: "\n")] {
            let (cards, problems) = try VCards.read(
                Array("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nPHOTO;ENCODING=BASE64:\(body)\nTEL:1\nEND:VCARD\n".utf8))
            #expect(problems == [])
            #expect(cards.first?.extra["media"]?["p1"]?["uri"] == .string("data:image/png;base64," + base64))
            #expect(cards.first?.phones.map(\.number) == ["1"])
        }
    }

    @Test("How the file comes in pieces makes no difference", arguments: VCardRoundTripTests.files)
    func pieces(file: String) throws {
        let bytes = try VCards.fixture(file)
        let whole = try VCards.read(bytes)
        for size in [1, 2, 3, 7, 64] {
            let again = try VCards.read(bytes, chunkSize: size)
            #expect(again.cards == whole.cards)
            #expect(again.problems == whole.problems)
        }
    }

    @Test(
        "What is carried to a place where it means something else stays as it stands",
        arguments: [
            "emails:5", "version:\"1.0\"", "keywords/x:true", "titles/x:{\"name\":\"T\"}", "emails/e1/address:\"b@example.com\"", "name:7",
        ])
    func misplaced(carried: String) throws {
        let place = carried.prefix { $0 != ":" }
        let text =
            "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nEMAIL:a@example.com\nJSPROP;JSPTR=\"\(place)\"\(carried.dropFirst(place.count))\nEND:VCARD\n"
        let card = try #require(VCards.read(text).first)
        #expect(card.emails == [EmailAddress("a@example.com")])
        #expect(card.extra["vCardProps"]?.arrayValue?.count == 1)
        #expect(try VCards.read(VCards.write([card], .v4)).cards == [card])
    }

    @Test(
        "A header says the same wherever it stands, whatever stood before it",
        arguments: [
            "TEL;TYPE=cell", "tel;type=cell", "item1.TEL;TYPE=HOME,voice", "EMAIL;TYPE=\"a:b\"", "EMAIL;TYPE=a:b", "X-A;P=^n^^",
            "TEL;X-Custom(A:b)",
            "TEL;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE", "NOTE;ENCODING=b", "X-\(String(repeating: "LONG", count: 60))",
            "TEL ;TYPE=cell",
            "URL;X=\"", "URL;X=\"a",
        ])
    func repeatedHeaders(header: String) throws {
        func card(_ value: String) -> String { "BEGIN:VCARD\nVERSION:3.0\nN:Example;Ada\n\(header):\(value)\nEND:VCARD\n" }
        let values = ["one", "two\"", "th=3Dree", "f:our"]
        let alone = try values.flatMap { try VCards.read(card($0)) }
        #expect(try VCards.read(values.map(card).joined()) == alone)
        #expect(Set(alone).count == values.count)
    }

    @Test("A type that is no word is written so that it is read again", arguments: [VCardVersion.v21, .v3, .v4])
    func oddType(version: VCardVersion) throws {
        let card = try #require(VCards.read("BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL;TYPE=\"odd=type; so\":1\nEND:VCARD\n").first)
        #expect(card.surplus(.phones, at: 0)["vCardParams"]?["type"] == .string("odd=type; so"))
        #expect(try VCards.read(VCards.write([card], version)).cards == [card])
    }

    @Test("What stands in headers that are met once is read as in those that are met on every card")
    func headersMetOnce() throws {
        let text = (0..<3000).map { number in
            """
            BEGIN:VCARD
            VERSION:4.0
            N;SORT-AS="Müller\(number % 7),Zoë":Müller;Zoë;;;
            ADR;TYPE=home;LABEL="\(number) Example Street\\nLondon":;;\(number) Example Street;London;;;
            item1.X-SOCIALPROFILE;type=example;x-user=user\(number):https://social.example/\(number)
            item1.X-ABLabel:Label \(number % 3)
            TEL;VALUE=uri;TYPE="voice,cell":tel:+44-\(number)
            X-OWN\(number % 600):\(number)
            END:VCARD

            """
        }.joined()
        let cards = try VCards.read(text)
        #expect(cards.count == 3000)
        for (number, card) in cards.enumerated() {
            #expect(card.nameSurplus["sortAs"]?["surname"] == .string("Müller\(number % 7)"))
            #expect(
                card.addresses == [
                    PostalAddress(
                        street: "\(number) Example Street", locality: "London", full: "\(number) Example Street\nLondon", label: "home")
                ])
            #expect(card.links == [Link("https://social.example/\(number)", service: "example", label: "Label \(number % 3)")])
            #expect(card.surplus(.onlineServices, at: 0)["user"] == .string("user\(number)"))
            #expect(card.phones == [PhoneNumber("+44-\(number)", label: "mobile")])
            #expect(card.extra["vCardProps"]?.arrayValue?.first?.arrayValue?.first == .string("x-own\(number % 600)"))
        }
    }

    @Test("Commas in parameters without quotes part nothing that is one: a label of an address, the words to sort by")
    func commasInParameters() throws {
        let card = try #require(
            VCards.read(
                """
                BEGIN:VCARD
                VERSION:4.0
                N;SORT-AS=Harten,Rene:van der Harten;Rene;;;
                ORG;SORT-AS=Example,Law:The Example;Law
                ADR;LABEL=1 Example Street\\, London:;;1 Example Street;London;;;
                TEL;VALUE=uri:tel:+44-20;phone-context=example.com
                END:VCARD

                """
            ).first)
        #expect(card.nameSurplus["sortAs"] == .object(["surname": .string("Harten"), "given": .string("Rene")]))
        #expect(card.surplus(.organizations, at: 0)["sortAs"] == .string("Example,Law"))
        #expect(card.addresses.first?.full == "1 Example Street, London")
        #expect(card.phones.first?.number == "tel:+44-20;phone-context=example.com")
        #expect(card.surplus(.phones, at: 0)["vCardParams"]?["value"] == .string("uri"))
    }

    @Test("A picture is unfolded alike however the file comes in pieces and its lines end", arguments: [1, 7, 64, 1 << 16])
    func foldedPicture(chunkSize: Int) throws {
        let picture = String(repeating: "QUJD", count: 500)
        for (lineEnd, space) in [("\r\n", " "), ("\n", " "), ("\r", "\t"), ("\r\n", "\r\n ")] {
            let folded = stride(from: 0, to: picture.count, by: 70).map { picture.dropFirst($0).prefix(70) }.joined(
                separator: lineEnd + space)
            let lines = ["BEGIN:VCARD", "VERSION:3.0", "FN:Ada", "PHOTO;ENCODING=b;TYPE=JPEG:" + folded, "NOTE:after", "END:VCARD", ""]
            let (cards, problems) = try VCards.read(lines.joined(separator: lineEnd).utf8, chunkSize: chunkSize)
            #expect(problems == [])
            #expect(cards.first?.extra["media"]?["p1"]?["uri"] == .string("data:image/jpeg;base64," + picture))
            #expect(cards.first?.notes == ["after"])
        }
    }
}
