import ContactModel
import Foundation
import Testing

@testable import ContactFormats

@Suite("vCards there and back")
struct VCardRoundTripTests {
    static let files = [
        "apple-contacts.vcf", "icloud.vcf", "google.vcf", "outlook.vcf", "android.vcf", "nextcloud.vcf", "evolution.vcf", "rfc9554.vcf",
        "shift-jis.vcf", "utf-16.vcf", "mislabelled.vcf", "folded-inside-a-letter.vcf", "damaged.vcf", "groups.vcf",
    ]

    @Test("What we wrote is read as the same cards", arguments: files, [VCardVersion.v21, .v3, .v4])
    func fixtures(file: String, version: VCardVersion) throws {
        let cards = try VCards.read(VCards.fixture(file)).cards
        let (again, problems) = try VCards.read(VCards.write(cards, version))
        #expect(problems.allSatisfy { $0.code == "unreadable-date" })
        #expect(again.count == cards.count)
        for (card, back) in zip(cards, again) { #expect(back == Self.told(card, in: version)) }
    }

    @Test("What we wrote is written again byte for byte", arguments: files, [VCardVersion.v21, .v3, .v4])
    func stability(file: String, version: VCardVersion) throws {
        let once = VCards.write(try VCards.read(VCards.fixture(file)).cards, version)
        let twice = VCards.write(try VCards.read(once).cards, version)
        #expect(String(decoding: twice, as: UTF8.self) == String(decoding: once, as: UTF8.self))
    }

    @Test("A detour over another version loses nothing", arguments: files, [VCardVersion.v21, .v3])
    func detour(file: String, version: VCardVersion) throws {
        let cards = try VCards.read(VCards.fixture(file)).cards
        let back = try VCards.read(VCards.write(VCards.read(VCards.write(cards, version)).cards, .v4)).cards
        for (card, again) in zip(cards, back) { #expect(again == Self.told(card, in: version)) }
    }

    @Test("JSContact holds every card, in the vault's form and in the one for others", arguments: files)
    func jsContact(file: String) throws {
        for card in try VCards.read(VCards.fixture(file)).cards {
            #expect(JSContact.decode(JSContact.encode(card)) == card)
            var json = JSONWriter()
            JSContact.encode(JSContactMeaning.explained(card), into: &json, completeWith: "urn:x")
            let bytes = json.takeBytes()
            var back = JSContactMeaning.worded(JSContact.decode(bytes) ?? Card())
            back.extra["uid"] = card.extra["uid"]
            #expect(back == card)
        }
    }

    @Test(
        "Reading and writing one version loses no line and makes none up",
        arguments: [
            (VCardVersion.v4, "FN:Ada Example"), (.v4, "FN:Ada Example\nN:;;;;"), (.v4, "N:Example;Ada;;;\nFN:Ada Example"),
            (.v4, "FN;PREF=1:Bill\nFN;PREF=2:William"), (.v4, "FN;TYPE=work;PREF=2:Bill\nN:Example;William;;;"),
            (.v4, "FN;LANGUAGE=en:Taro Yamada\nN;LANGUAGE=ja:山田;太郎;;;"), (.v4, "FN;LANGUAGE=ja:山田太郎"),
            (.v4, "FN;LANGUAGE=en:Taro Yamada\nFN;LANGUAGE=ja;ALTID=1:山田太郎\nN;LANGUAGE=ja;ALTID=1:山田;太郎;;;"),
            (.v4, "FN;ALTID=1;LANGUAGE=ja:山田太郎\nFN;ALTID=1;LANGUAGE=en:Taro Yamada"),
            (.v4, "FN:Taro Yamada\nN;ALTID=1;LANGUAGE=ja:山田;太郎;;;\nN;ALTID=1;LANGUAGE=en:Yamada;Taro;;;"),
            (
                .v4,
                """
                FN;LANGUAGE=en:Taro Yamada\nFN;LANGUAGE=ja;ALTID=1:山田太郎
                N;LANGUAGE=ja;ALTID=1:山田;太郎;;;\nN;LANGUAGE=en;ALTID=1:Yamada;Taro;;;
                """
            ),
            (.v4, "FN;DERIVED=TRUE:Ada Example\nN:Example;Ada;;;"), (.v4, "FN;DERIVED=TRUE:Yamada Taro\nN:Yamada;Taro;;;"),
            (.v4, "FN:Taro Yamada\nN;DERIVED=TRUE:Yamada;Taro;;;"), (.v4, "item1.FN:Ada\nitem1.X-NOTE:hers"),
            (.v4, "FN:Ada\nBDAY;ALTID=1;CALSCALE=gregorian:19900214"), (.v4, "FN:Ada\nCATEGORIES;PREF=1:a,b\nCATEGORIES:c"),
            (.v4, "FN:Ada\nTEL;TYPE=work;VALUE=uri:tel:+1-555-010-0100;ext=102"),
            (.v4, "FN:Ada\nTEL;TYPE=work;VALUE=uri:tel:0100;ext=102;phone-context=example.com"),
            (.v3, "FN:Ada\nN:;Ada;;;\nTEL;TYPE=WORK:+1 555 010 0100 ext. 102"),
            (.v3, "N:;;;;\nFN:Example Ltd\nORG:Example Ltd"), (.v3, "N;LANGUAGE=ja:山田;太郎;;;\nFN;LANGUAGE=en:Taro Yamada"),
            (.v3, "N:Example;Ada;;;\nFN;TYPE=PREF:Ada E."), (.v21, "N:;;;;\nFN:Example Ltd"),
        ])
    func sameVersion(version: VCardVersion, lines: String) throws {
        let text = "BEGIN:VCARD\nVERSION:\(version.name)\n\(lines)\nEND:VCARD\n"
        let written = String(decoding: VCards.write(try VCards.read(text), version), as: UTF8.self)
        let back = written.split(separator: "\r\n").filter { !$0.hasPrefix("PRODID") }.map(Self.sortedParameters)
        #expect(back.sorted() == text.split(separator: "\n").map(Self.sortedParameters).sorted())
    }

    /// A line with its parameters in the order of their letters.
    private static func sortedParameters(_ line: Substring) -> String {
        guard let colon = line.firstIndex(of: ":") else { return String(line) }
        let parts = line[..<colon].split(separator: ";")
        return (parts.prefix(1) + parts.dropFirst().sorted()).joined(separator: ";") + line[colon...]
    }

    @Test("No line is longer than 75 octets, and every card is balanced", arguments: files, [VCardVersion.v3, .v4])
    func lines(file: String, version: VCardVersion) throws {
        let text = String(decoding: VCards.write(try VCards.read(VCards.fixture(file)).cards, version), as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(lines.filter { $0 == "BEGIN:VCARD" }.count == lines.filter { $0 == "END:VCARD" }.count)
    }

    @Test("A person's other values of a version that has no place for them are named as losses, and come back")
    func losses() throws {
        let card = Card(
            name: PersonName(given: "Ada"), birthday: PartialDate(year: 1990, month: 1),
            extra: ["example.com:shoe": .integer(42)]
        )
        let (bytes, losses) = VCards.writing([card], .v3)
        #expect(losses.map(\.what) == ["JSContact's example.com:shoe", "birthdays without a day"])
        #expect(losses.allSatisfy { $0.isCarried && $0.count == 1 })
        #expect(try VCards.read(bytes).cards == [card])
    }

    @Test("Generated cards of any content come back", arguments: 0..<40)
    func generated(seed: Int) throws {
        var random = Words(seed: UInt64(seed))
        for _ in 0..<25 {
            let card = random.card()
            for version in [VCardVersion.v21, .v3, .v4] {
                let written = VCards.write([card], version)
                #expect(try VCards.read(written).cards == [card], "\(version): \(String(decoding: written, as: UTF8.self))")
            }
        }
    }

    /// What a version tells of a card: the way a number is written is no matter of content.
    private static func told(_ card: Card, in version: VCardVersion) -> Card {
        guard version != .v4 else { return card }
        var card = card
        for index in card.phones.indices where card.surplus(.phones, at: index)[VCardInterpreter.rawValue] == .string("uri") {
            card.setSurplus(card.surplus(.phones, at: index).filter { $0.key != VCardInterpreter.rawValue }, .phones, at: index)
        }
        return card
    }
}

/// Invented cards of awkward texts.
private struct Words {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private static let pieces = [
        "a", "Ada", "Müller", ",", ";", "\\", ":", "\"", "^", "=", "=C3", "é", "李", "𝓐", "\n", "END:VCARD", " ", "item1.", "x@example.com",
        "'", "/",
        "~", "\t", "%20", "TYPE=", "{}", "[", "<b>", "n", "N", "\\n", "👩‍👧",
    ]

    private mutating func text(_ most: Int = 6) -> String {
        while true {
            let joined = (0...below(most)).map { _ in Self.pieces[below(Self.pieces.count)] }.joined()
            if let text = VCardText.trimmed(joined) { return text }
        }
    }

    private mutating func line() -> String { text().replacing("\n", with: "-") }

    private mutating func some<Value>(_ make: (inout Words) -> Value) -> [Value] { (0..<below(3)).map { _ in make(&self) } }

    private mutating func maybe<Value>(_ make: (inout Words) -> Value) -> Value? { below(2) == 0 ? nil : make(&self) }

    mutating func card() -> Card {
        var card = Card(
            name: PersonName(prefix: maybe { $0.line() }, given: line(), middle: maybe { $0.line() }, family: maybe { $0.line() }),
            nicknames: some { $0.line() },
            emails: some {
                EmailAddress("\($0.below(99))@example.com", label: $0.maybe { ["work", "home", "Ferienhaus", "a;b,c"][$0.below(4)] })
            },
            phones: some {
                PhoneNumber("+\($0.below(99_999)) 1", label: $0.maybe { ["work fax", "mobile", "pager", "Büro"][$0.below(4)] })
            },
            organizations: some { Organization($0.line(), units: $0.some { $0.line() }) },
            titles: some { $0.line() },
            addresses: some {
                PostalAddress(street: $0.text(), locality: $0.maybe { $0.line() }, country: $0.line(), label: $0.maybe { _ in "home" })
            },
            links: some { Link("https://example.org/\($0.below(9999))", service: $0.maybe { ["LinkedIn", "MyNet"][$0.below(2)] }) },
            notes: some { $0.text(30) },
            birthday: PartialDate(year: maybe { 1900 + $0.below(100) }, month: 2, day: maybe { 1 + $0.below(28) }),
            connectedOn: maybe { CalendarDate(daysSince1970: $0.below(20_000)) } ?? nil
        )
        for keyword in some({ $0.line() }) where !card.keywords.contains(keyword) { card.keywords.append(keyword) }
        var uris: Set<String> = []
        card.links = card.links.filter { uris.insert($0.uri).inserted }
        if below(2) == 0 { card.extra["uid"] = .string("urn:uuid:\(below(1000))") }
        if below(2) == 0 { card.extra["holdfast.example:words"] = .array([.string(text()), .integer(7)]) }
        if !card.emails.isEmpty, below(2) == 0 { card.setSurplus(["example.com:odd": .string(text())], .emails, at: 0) }
        return card
    }
}
