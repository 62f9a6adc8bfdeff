import Foundation

/// What it is worth to share a value, by how many have it: -log2 of its share among the records, the pair itself left out.
struct RarityTable: Sendable {
    /// What sharing something unique is worth.
    let unique: Float
    private let records: Float
    /// How much people at large weigh: nearly nothing in a large set.
    private let background: Float
    private let keys: [Float]
    private let shares: [Float]
    private let observedBits: [Float]
    private let counts = FrequencyClass.counts

    /// How much more often a given and a family name of one language meet than by chance.
    static let localeFactor: Float = 6
    /// How many records' worth the estimate from the two parts of a name weighs against what was counted.
    static let trust: Float = 0.5

    /// How many records of people at large are thought of beside those there are: what two contacts share in a set of fifty is no rarer
    /// in the world for being seen but twice.
    static let atLarge: Float = 300

    /// How many records a set counts as.
    static func effective(_ count: Int) -> Float { FrequencyClass.rounded(count) + atLarge }

    /// Makes the table for a number of records.
    init(records count: Int) {
        let records = Self.effective(count)
        self.records = records
        background = Self.atLarge / records
        let background = background
        keys = counts.map { log2(records / (max(0, $0 - 2) * 0.5 + 0.02)) }
        shares = counts.map { max(0, log2(records / (max(1, $0 - 1) + 2 * background))) }
        observedBits = counts.map { max(0, log2(records / (max(0, $0 - 2) * 0.5 + 0.2))) }
        unique = log2(records / 0.02)
    }

    /// Of a value that is one person's as a rule: an address, a number.
    func key(_ commonness: UInt8) -> Float { keys[Int(commonness)] }

    /// Of a value that many share: a company, a town.
    func share(_ commonness: UInt8) -> Float { shares[Int(commonness)] }

    /// Of a part of a name that was counted as a whole.
    func observed(_ commonness: UInt8) -> Float { observedBits[Int(commonness)] }

    /// Of a whole name: what was counted, and what its parts let expect.
    func fullName(_ commonness: UInt8, _ given: UInt8, _ family: UInt8) -> Float {
        let expected =
            Self.localeFactor * (max(1, counts[Int(given)] - 1) + background)
            * max(1, counts[Int(family)] - 1) / records
        let seen = max(0, counts[Int(commonness)] - 2)
        let others = (Self.trust + seen) / (1 + Self.trust / max(expected, 1e-4))
        return log2(records / max(others, 0.01))
    }

    /// Of a name whose parts agree more or less.
    func product(
        _ given: NameRelation.Part, _ givenClass: UInt8, _ family: NameRelation.Part,
        _ familyClass: UInt8
    ) -> Float {
        let givenShare: Float =
            switch given {
            case .same, .variant, .close: (max(1, counts[Int(givenClass)] - 1) + background) / records
            case .initial: 1 / 12
            case .missing, .different: 1
            }
        let familyShare: Float =
            switch family {
            case .same, .variant, .close: max(1, counts[Int(familyClass)] - 1) / records
            case .initial: 1 / 12
            case .missing, .different: 1
            }
        let factor: Float = givenShare < 1 && familyShare < 1 ? Self.localeFactor : 1
        return max(0, min(log2(records / 0.05), -log2(min(1, givenShare * familyShare * factor))))
    }
}
