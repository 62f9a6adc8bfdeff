import Foundation

/// How much each level of each comparison speaks for two records being one person, in bits; beside what rarity adds.
struct LinkageWeights: Hashable, Sendable {
    /// The bits of each level, `levels` of them for each comparison.
    var bits: [Float]
    /// The bits of a pair of which nothing is known, for a set of one record; the size of the set comes on top.
    var prior: Float

    /// How many comparisons the schema has; the others, behind them, have nothing to say.
    let comparisons: Int

    static let levels = 48

    subscript(comparison: Int, level: Int) -> Float {
        get { bits[comparison * Self.levels + level] }
        set { bits[comparison * Self.levels + level] = newValue }
    }

    /// What is true of most people's contacts, before anything was learned.
    init(_ schema: LinkageSchema) {
        bits = [Float](repeating: 0, count: Comparison.count * Self.levels)
        comparisons = Comparison.firstValue + schema.slotRoles.count
        prior = 0.3
        let name: [[Float]] = [
            // family: same, variant, close, initial, missing, different     given:
            [-1.0, -4.0, -6.0, -4.0, -4.5, -8.5],  // same
            [-3.5, -5.0, -8.0, -6.0, -6.0, -9.5],  // variant
            [-4.0, -5.0, -9.0, -7.0, -8.0, -12.0],  // close
            [-1.5, -3.5, -8.0, -7.0, -7.0, -11.0],  // initial
            [-5.0, -6.0, -8.0, -7.0, -3.0, -10.0],  // missing
            [-9.0, -10.0, -12.0, -11.0, -11.0, -14.0],  // different
        ]
        for given in 0..<6 {
            for family in 0..<6 { self[Comparison.name, given * 6 + family] = name[given][family] }
        }
        self[Comparison.name, Int(NameRelation.swapped)] = -4
        self[Comparison.name, Int(NameRelation.nearlySwapped)] = -7
        self[Comparison.name, Int(NameRelation.spelled)] = -3.5
        self[Comparison.name, Int(NameRelation.spelledByInitial)] = -4.5
        self[Comparison.name, Int(NameRelation.sameLocal)] = -4
        self[Comparison.name, Int(NameRelation.unknown)] = 0
        set(Comparison.address, [0, 0, -7, 4, 0.5, -0.7, -3, -5])
        set(Comparison.phone, [0, -1, -10, 0, 0, -0.5])
        set(Comparison.profile, [0, 0, 0, 0, 0, -30])
        set(Comparison.organization, [0, -1.0, -2.0, 3.0, 3.0, 0.5, -1.2])
        for (slot, role) in schema.slotRoles.enumerated() {
            let place = Comparison.firstValue + slot
            switch role {
            case .birthday: set(place, [0, -0.3, 6, 2, 0, -5])
            case .identifier: set(place, [0, -0.5, 8, 0, 0, -5])
            case .postcode: set(place, [0, -0.5, 3, 2, 0, -1.5])
            case .houseNumber: set(place, [0, -0.5, 1, 0, 0, -1.5])
            case .city: set(place, [0, -0.5, 3, 1, 0, -1.5])
            case .street: set(place, [0, -0.5, 5, 2, 1, -2])
            case .title: set(place, [0, -1, 1, 0.7, 0, -0.3])
            case .category: set(place, [0, -0.2, 0, 0, 0, -2])
            default: set(place, [0, -0.5, 4, 1.5, 0.5, -1.5])
            }
        }
    }

    private mutating func set(_ comparison: Int, _ values: [Float]) {
        for (level, value) in values.enumerated() { self[comparison, level] = value }
    }

    /// The weight of an outcome, without the prior.
    @inline(__always)
    func weight(_ outcome: PairOutcome) -> Float { weight(levels: outcome.levels, rarity: outcome.rarities.sum()) }

    /// The same of an outcome's levels, and of what rarity adds in all.
    @inline(__always)
    func weight(levels: SIMD16<UInt8>, rarity: Float) -> Float {
        var sum = rarity
        // Sixteen bytes are two numbers; each level is below `levels`.
        let words = unsafeBitCast(levels, to: SIMD2<UInt64>.self)
        bits.withUnsafeBufferPointer { bits in
            var (word, base) = (words[0], 0)
            for comparison in 0..<comparisons {
                if comparison == 8 { word = words[1] }
                sum += bits[base + Int(word & 0xFF)]
                word >>= 8
                base += Self.levels
            }
        }
        return sum
    }
}
