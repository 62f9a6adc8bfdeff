import ContactFormats
import ContactModel

extension Card {
    /// Somebody with one of everything, and every sign a file trips over.
    static let awkward = Card(
        name: PersonName(prefix: "Dr", given: "Zoë", middle: "B.", family: "O'Néill, \"Zo\"", suffix: "Jr."),
        nicknames: ["Zo"],
        emails: [
            EmailAddress("zoe@home.example", label: "home"), EmailAddress("zoe.oneill@example.com", label: "work"),
            EmailAddress("third@example.org"),
        ],
        phones: [
            PhoneNumber("+49 30 0123", label: "work"), PhoneNumber("0049 170 1", label: "mobile"), PhoneNumber("030 2", label: "home"),
            PhoneNumber("030 3", label: "work fax"),
        ],
        organizations: [Organization("=Example & Söhne; \"Best\" GmbH", units: ["Law, Tax"])],
        titles: ["Partner\nand more"],
        addresses: [
            PostalAddress(
                street: "1 Example Street\nFloor 2", locality: "Bern", region: "BE", postcode: "03012", country: "CH", label: "work"),
            PostalAddress(street: "2 Home Road", locality: "Köln", postcode: "50667", country: "DE", label: "home"),
        ],
        links: [Link("https://www.linkedin.com/in/zo%C3%AB", service: "LinkedIn"), Link("https://zoe.example/?a=1,2")],
        notes: ["Met in Bern\r\nשלום עולם", "second"],
        keywords: ["law", "v,i\"p"],
        birthday: PartialDate(year: 1990, month: 5, day: 4),
        connectedOn: CalendarDate(iso: "2020-01-02"),
        extra: ["uid": .string("urn:uuid:0190b3c4-0000-7000-8000-000000000001")]
    )
}

extension ExportFormat {
    /// What the format makes of cards.
    func text(ofCards cards: [Card]) -> String {
        var writer = makeWriter()
        writer.begin()
        for card in cards { writer.write(card) }
        writer.end()
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    /// The cells of one card's row by their headers, read again by our own reader of tables.
    func cells(of card: Card) -> [String: String] {
        guard let sheet else { return [:] }
        var writer = HandOverWriter(sheet, options: .init(writesAll: true))
        let row = writer.handOver(card).row
        return Dictionary(zip(sheet.columns.map(\.header), row.cells)) { first, _ in first }
    }

    /// What the product has against a card: code and column, refusals marked by an exclamation mark.
    func objections(to card: Card) -> [String] {
        guard let sheet else { return [] }
        var writer = HandOverWriter(sheet)
        return writer.handOver(card).row.objections.map { $0.code + " " + ($0.column ?? "-") + ($0.isRefusal ? "!" : "") }
    }
}
