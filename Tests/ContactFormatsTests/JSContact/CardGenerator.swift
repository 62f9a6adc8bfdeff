import ContactModel

/// Makes cards of everything a card can hold, the same for the same seed (SplitMix64).
struct CardGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func card() -> Card {
        Card(
            name: PersonName(prefix: maybe(), given: maybe(), middle: maybe(), family: maybe(), suffix: maybe(), full: maybe()),
            nicknames: list { $0.text() },
            emails: list { EmailAddress($0.text(), label: $0.maybe()) },
            phones: list { PhoneNumber($0.text(), label: $0.maybe()) },
            organizations: list { random in Organization(random.maybe(), units: random.list { $0.text() }) },
            titles: list { $0.text() },
            addresses: list {
                PostalAddress(
                    street: $0.maybe(), box: $0.maybe(), locality: $0.maybe(), region: $0.maybe(), postcode: $0.maybe(),
                    country: $0.maybe(),
                    full: $0.maybe(), label: $0.maybe()
                )
            },
            links: list { Link($0.text(), service: $0.maybe(), label: $0.maybe()) },
            notes: list { $0.text() },
            keywords: Array(Set(list { $0.text() })).sorted().shuffled(using: &self),
            birthday: PartialDate(year: flip() ? 1990 : nil, month: flip() ? 2 : nil, day: flip() ? 28 : nil),
            connectedOn: flip() ? CalendarDate(daysSince1970: Int.random(in: -800_000...3_000_000, using: &self)) : nil,
            extra: flip() ? [text(): .integer(1), "members": .object([text(): .bool(true)]), "emails": .object(["x": .null])] : [:]
        )
    }

    mutating func text() -> String {
        let texts = [
            "Ada", "Zoë", "Example, PhD", "say \"hi\"", "back\\slash", "two\nlines", "\r\n", "=1+1", "𝓐", "李小龍", "a;b:c,d", "\u{200D}",
            "Jr.",
            "https://www.example.com/a?b=c", "an ordinary text that is a little longer than the others", "e1", "x\u{FEFF}",
        ]
        return texts.randomElement(using: &self) ?? ""
    }

    private mutating func flip() -> Bool { Bool.random(using: &self) }

    private mutating func maybe() -> String? { flip() ? text() : nil }

    private mutating func list<Element>(_ make: (inout CardGenerator) -> Element) -> [Element] {
        (0..<(Int.random(in: 0..<12, using: &self) - 5).clamped).map { _ in make(&self) }
    }
}

extension Int {
    fileprivate var clamped: Int { Swift.max(0, self) }
}
