import RecordLinkage

/// Chance that is the same every time.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }

    mutating func one<Element>(of elements: [Element]) -> Element? { elements.isEmpty ? nil : elements[below(elements.count)] }
}

/// Invented people of whom there are few, so that records meet.
enum Invented {
    static func record(_ random: inout Dice) -> LinkageRecord {
        let given = ["Anna", "Robert", "Bob", "Jürgen", "Juergen", "Ana María", "A.", "Kasia", "Katarzyna", ""]
        let family = ["Examplestone", "Müsterström", "Muesterstroem", "Przykładska", "de la Muestra", "Examplestone-Beispiel", "M.", ""]
        let company = ["Example Works GmbH", "Example Works", "Beispiel AG", "EW", ""]
        let host = ["example.com", "example-works.example", "beispiel.example"]
        var fields: [LinkageField] = []
        let (first, last) = (random.one(of: given) ?? "", random.one(of: family) ?? "")
        fields.append(LinkageField(.givenName, first))
        fields.append(LinkageField(.familyName, last))
        if random.below(2) == 0 {
            let local = random.below(2) == 0 ? "anna.examplestone" : "b.examplestone\(random.below(3))"
            fields.append(LinkageField(.email, "\(local)@\(random.one(of: host) ?? "example.com")"))
        }
        if random.below(2) == 0 { fields.append(LinkageField(.organization, random.one(of: company) ?? "")) }
        if random.below(3) == 0 { fields.append(LinkageField(.phone, "+49 30 555 010\(random.below(4))")) }
        if random.below(3) == 0 { fields.append(LinkageField(.profile, "https://www.linkedin.com/in/example-\(random.below(6))")) }
        return LinkageRecord(fields.filter { !$0.text.isEmpty })
    }
}
