import ContactModel
import ContactQuality
import Testing

/// Whether a stated probability is how often it is right, over invented companies of which it is known how they make their addresses.
@Suite("The probabilities of guessed addresses")
struct SuggestionCalibrationTests {
    /// A guess and whether it was right.
    struct Trial {
        var probability: Double
        var isRight: Bool
    }

    @Test("are right as often as they say, and seldom wrong where they are high")
    func calibrated() throws {
        let trials = InventedOffices.trials(seeds: 1...6, companies: 150)
        #expect(trials.count > 500, "\(trials.count)")
        let (error, table) = Self.error(trials)
        print(table)
        #expect(error <= 0.03, "\(table)")
        let sure = trials.filter { $0.probability >= 0.8 }
        #expect(sure.count > 50 && Double(sure.count(where: \.isRight)) / Double(sure.count) >= 0.8, "\(table)")
    }

    /// The expected calibration error over ten bins, and the bins for people.
    static func error(_ trials: [Trial]) -> (Double, String) {
        var error = 0.0
        var table = ""
        for bin in 0..<10 {
            let inside = trials.filter { min(Int($0.probability * 10), 9) == bin }
            guard !inside.isEmpty else { continue }
            let stated = inside.reduce(0) { $0 + $1.probability } / Double(inside.count)
            let right = Double(inside.count(where: \.isRight)) / Double(inside.count)
            error += abs(stated - right) * Double(inside.count) / Double(trials.count)
            table += "0.\(bin): \(inside.count) stated \((stated * 1000).rounded() / 1000) right \((right * 1000).rounded() / 1000)\n"
        }
        return (error, table + "ECE \((error * 10_000).rounded() / 10_000) of \(trials.count)")
    }
}

/// Invented companies: each makes most of its addresses in one way, some in another, and a few people have what they like.
enum InventedOffices {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    /// How usual the forms are among companies; `nil` for those who have no form at all.
    private static let forms: [(share: Double, make: @Sendable (String, String) -> String)] = [
        (0.55, { "\($0).\($1)" }), (0.2, { "\($0.prefix(1))\($1)" }), (0.05, { "\($0)\($1.prefix(1))" }), (0.05, { given, _ in given }),
        (0.04, { "\($0.prefix(1)).\($1)" }), (0.04, { "\($1).\($0)" }), (0.03, { "\($0)_\($1)" }), (0.02, { "\($1)\($0.prefix(1))" }),
        (0.02, { "\($0)\($1)" }),
    ]

    private static let beginnings = [
        "Al", "Ber", "Cor", "Dal", "Em", "Fa", "Gre", "Hol", "Ing", "Jo", "Kar", "Lu", "Mar", "Nor", "Os", "Per",
    ]
    private static let middles = ["an", "ber", "di", "el", "fin", "gar", "hel", "in", "kan", "lo", "min", "na", "ol", "ri", "sti", "va"]
    private static let ends = ["a", "bert", "dan", "e", "fred", "gard", "is", "ko", "la", "mann", "na", "o", "per", "ra", "sen", "ton"]

    /// Guesses for people whose address was kept from the vault.
    static func trials(seeds: ClosedRange<UInt64>, companies: Int) -> [SuggestionCalibrationTests.Trial] {
        seeds.flatMap { trials(seed: $0, companies: companies) }
    }

    private static func trials(seed: UInt64, companies: Int) -> [SuggestionCalibrationTests.Trial] {
        var random = Generator(state: seed)
        func word(_ random: inout Generator) -> String {
            (beginnings.randomElement(using: &random) ?? "") + (middles.randomElement(using: &random) ?? "")
                + (ends.randomElement(using: &random) ?? "")
        }
        var knowledge = SuggestionKnowledge(census: DomainCensus(), asOf: SuggestionTests.today)
        var asked: [(person: Person, truth: String)] = []
        for number in 0..<companies {
            let name = "\(word(&random))\(word(&random).lowercased())\(number) Works"
            let domain = name.lowercased().split(separator: " ").joined(separator: "-") + ".example"
            let (usual, other) = (form(&random), form(&random))
            // Some offices are strict, some let people choose.
            let strictness = Double.random(in: 0.5...1, using: &random)
            var taken: Set<String> = []
            for _ in 0..<Int.random(in: 2...25, using: &random) {
                let (given, family) = (word(&random), word(&random))
                let (first, last) = (given.lowercased(), family.lowercased())
                let chance = Double.random(in: 0..<1, using: &random)
                var local: String
                if chance < strictness {
                    local = forms[usual].make(first, last)
                } else if chance < strictness + (1 - strictness) * 0.4 {
                    local = forms[other].make(first, last)
                } else {
                    local = "\(first.prefix(3))\(Int.random(in: 10...99, using: &random))"
                }
                while !taken.insert(local).inserted { local += "2" }
                let isKnown = Double.random(in: 0..<1, using: &random) < 0.5
                let address = "\(local)@\(domain)"
                let person = SuggestionTests.person(given, family, at: name, email: isKnown ? address : nil)
                knowledge.add(person)
                if !isKnown { asked.append((person, address)) }
            }
        }
        knowledge.finish()
        return asked.flatMap { person, truth in
            knowledge.suggestions(for: person, fields: [.email], least: 0.1).map {
                .init(probability: $0.probability, isRight: $0.value == truth)
            }
        }
    }

    private static func form(_ random: inout Generator) -> Int {
        var rest = Double.random(in: 0..<1, using: &random)
        for (number, form) in forms.enumerated() {
            rest -= form.share
            if rest < 0 { return number }
        }
        return 0
    }
}
