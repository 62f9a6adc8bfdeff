import Testing

@testable import ContactFormats
@testable import ContactModel

/// What a format has places for, of any card.
private struct Places: Sendable {
    /// The card as it comes back.
    var holds: @Sendable (Card) -> Card

    static let google = Places { card in
        var card = card
        card.addresses.sort { ($0.label ?? "") < ($1.label ?? "") }
        return card
    }

    static let outlook = Places { card in
        var held = ldif.holds(card)
        held.nicknames = []
        held.links = Array(card.links.prefix(1)).map(\.withoutLabel)
        return held
    }

    static let thunderbird = Places { card in
        var card = card
        card.keywords = []
        card.connectedOn = nil
        card.emails = card.emails.prefix(2).map { EmailAddress($0.address) }
        if card.links.count > 0, card.links[0].service == nil { card.links[0].label = "work" }
        if card.links.count > 1, card.links[1].service == nil { card.links[1].label = "home" }
        card.addresses.sort { ($0.label ?? "") < ($1.label ?? "") }
        return card
    }

    static let ldif = Places { card in
        var held = thunderbird.holds(card)
        held.keywords = card.keywords
        held.addresses = card.addresses
        return held
    }

    static let rows = Places { card in
        Card(
            name: card.name, emails: card.emails.prefix(3).map { EmailAddress($0.address) },
            phones: card.phones.prefix(2).map { PhoneNumber($0.number) }, organizations: card.organizations.map { Organization($0.name) },
            titles: card.titles, links: Array(card.links.prefix(1)).map(\.withoutLabel), notes: card.notes, keywords: card.keywords,
            connectedOn: card.connectedOn)
    }

    static let linkedIn = Places { card in
        Card(
            name: card.name, emails: card.emails.prefix(1).map { EmailAddress($0.address) },
            organizations: card.organizations.map { Organization($0.name) }, titles: card.titles,
            links: card.links.filter { $0.service == "LinkedIn" }, connectedOn: card.connectedOn)
    }

    static let all = Places { card in
        var card = card
        card.organizations = card.organizations.map { Organization($0.name) }
        return card
    }
}

extension Link {
    fileprivate var withoutLabel: Link { Link(uri, service: service) }
}

@Suite("Every writer of rows is read back by our own readers")
struct WriterRoundTripTests {
    /// People whose every value has a place in the fuller formats.
    private static let cards: [Card] = [
        person("Ada", "Example"), person("Zoë", "O'Néill"), person("Юлия", "Пример-Щукина"), person("美咲", "例"), person("שלום", "דוגמה"),
        person("Łukasz", "Żółć"), person("İbrahim", "Şahin"), person("Jean-Luc", "d’Exemple, PhD"), person("=Ada", "+Example"),
        person("\"Quoted\"", "Semi;colon"),
    ]

    private static func person(_ given: String, _ family: String) -> Card {
        Card(
            name: PersonName(given: given, family: family),
            nicknames: ["\(given)chen"],
            emails: [EmailAddress("a@example.com", label: "work"), EmailAddress("b@example.org", label: "home")],
            phones: [
                PhoneNumber("+49 30 \(given.utf8.count)", label: "work"), PhoneNumber("030123456", label: "home"),
                PhoneNumber("0171 234567", label: "mobile"),
            ],
            organizations: [Organization("-\(family) & Söhne; \"Best\"", units: ["Law"])],
            titles: ["@Partner, \(given)"],
            addresses: [
                PostalAddress(
                    street: "1 Example Street\nFloor 2", locality: "Köln", region: "NW", postcode: "01067", country: "DE", label: "work"),
                PostalAddress(street: "Пример 2", locality: "Łódź", postcode: "90-001", country: "PL", label: "home"),
            ],
            links: [
                Link("https://www.linkedin.com/in/ada-\(given.utf8.count)", service: "LinkedIn"), Link("https://ada.example/?a=1,2;3"),
            ],
            notes: ["=1+1\nnext line, with \"quotes\"\n'+not a formula'"],
            keywords: ["law", "Köln"],
            birthday: PartialDate(year: 1990, month: 5, day: 4),
            connectedOn: CalendarDate(iso: "2020-01-02"))
    }

    private static let formats: [(ExportFormat, Places)] = [
        (.googleCSV, .google), (.outlookCSV, .outlook), (.thunderbirdCSV, .thunderbird), (.ldif, .ldif), (.csv, .rows),
        (.excelCSV, .rows), (.jsonl, .all), (.linkedInCSV, .linkedIn),
    ]

    /// What differs between two cards, field by field.
    private static func differences(_ one: Card, _ other: Card) -> [String] {
        zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children).compactMap { left, right in
            let (read, should) = ("\(left.value)", "\(right.value)")
            return read == should ? nil : "\(left.label ?? ""): \(read) instead of \(should)"
        }
    }

    private func read(_ text: String) throws -> [Card] {
        try TableFixture.read(TableFixture.file("people.txt", text)).reading.cards.map { card in
            var card = card
            card.extra = [:]
            return card
        }
    }

    @Test("what a format has a place for comes back as it was", arguments: formats)
    private func comesBack(format: ExportFormat, places: Places) throws {
        let cards = try Self.cards.flatMap { try read(format.text(ofCards: [$0])) }
        #expect(cards.count == Self.cards.count)
        for (card, original) in zip(cards, Self.cards) {
            #expect(Self.differences(card, places.holds(original)) == [])
        }
    }

    @Test("writing what was read gives the same bytes", arguments: formats)
    private func sameBytes(format: ExportFormat, places: Places) throws {
        let once = format.text(ofCards: try read(format.text(ofCards: Self.cards)))
        let twice = format.text(ofCards: try read(once))
        #expect(once == twice)
    }

    @Test(
        "a text that has an apostrophe before a sign of its own keeps it in a file for spreadsheets",
        arguments: ["'=1", "''+49", "'", "'x", "=1", "'030123", "1e5"])
    func apostrophes(title: String) throws {
        let card = Card(name: PersonName(given: "Ada", family: "Example"), titles: [title])
        #expect(try read(ExportFormat.excelCSV.text(ofCards: [card])).map(\.titles) == [[title]])
    }

    @Test("an address by itself, a company by itself, a number by itself gain no name in a directory")
    func nameless() throws {
        let cards = [
            Card(emails: [EmailAddress("a@example.com")]), Card(phones: [PhoneNumber("+49 30 1", label: "work")]),
            Card(links: [Link("https://www.linkedin.com/in/ada", service: "LinkedIn")]),
        ]
        for card in cards { #expect(try read(ExportFormat.ldif.text(ofCards: [card])).map(\.name.display) == [""]) }
    }
}
