import Foundation

/// A table and a model at work: which pairs meet, and what they weigh.
public struct Linker: Sendable {
    /// The records.
    public let table: FeatureTable
    /// How they are judged.
    public let model: LinkageModel
    private let rarity: RarityTable
    /// The weight of a pair of which nothing is known.
    let offset: Float

    /// Pairs below this weight are not kept: less than one in eight is one person.
    public static let leastWeight: Float = -3

    /// Prepares linking. The frequencies of the table must have been taken.
    public init(_ table: FeatureTable, model: LinkageModel) {
        self.table = table
        self.model = model
        rarity = RarityTable(records: table.total)
        offset = model.weights.prior - log2(max(2, FrequencyClass.rounded(table.total)))
    }

    /// What comes of comparing two records.
    func outcome(_ first: Int, _ second: Int) -> PairOutcome {
        var comparer = PairComparer(slotRoles: table.schema.slotRoles, rarity: rarity)
        return table.withLetters { comparer.compare(table.rows[first], table.rows[second], $0) }
    }

    /// The weight that two records are one person, in bits, whether they share a key or not; the same whichever comes first.
    ///
    /// Minus infinity where they contradict one another.
    public func weight(_ first: Int, _ second: Int) -> Float {
        let outcome = outcome(min(first, second), max(first, second))
        return outcome.isContradicted ? -.infinity : model.weights.weight(outcome) + offset
    }

    /// All pairs of records that share a key and weigh more than `leastWeight`, each once, by the numbers of their records.
    public func pairs(progress: ((Int) -> Void)? = nil) -> [ScoredPair] {
        let candidates = CandidatePairs(index: BlockIndex(table), count: table.count)
        return pairs(candidates, in: 0..<table.count)
    }

    private func pairs(_ candidates: CandidatePairs, in range: Range<Int>) -> [ScoredPair] {
        var pairs: [ScoredPair] = []
        var comparer = PairComparer(slotRoles: table.schema.slotRoles, rarity: rarity)
        table.withLetters { letters in
            table.rows.withUnsafeBufferPointer { rows in
                candidates.forEach(in: range) { a, b in
                    let outcome = comparer.compare(rows[a], rows[b], letters)
                    let weight = model.weights.weight(outcome) + offset
                    if weight > Self.leastWeight, !outcome.isContradicted {
                        pairs.append(ScoredPair(first: Int32(a), second: Int32(b), weight: weight))
                    }
                }
            }
        }
        return pairs
    }

    /// Pairs to learn from: found by name, of records chosen by their hash, in an order that is the same whatever order the records have.
    func examples(atMost records: Int) -> [PairOutcome] {
        let candidates = CandidatePairs(index: BlockIndex(table), count: table.count)
        var comparer = PairComparer(slotRoles: table.schema.slotRoles, rarity: rarity)
        let share = UInt64(UInt32.max) * UInt64(min(records, table.count)) / UInt64(max(1, table.count))
        var examples: [(order: UInt64, outcome: PairOutcome)] = []
        table.withLetters { letters in
            candidates.forEach(in: 0..<table.count, where: \.isOfName) { a, b in
                let (low, high) = (min(table.rows[a].content, table.rows[b].content), max(table.rows[a].content, table.rows[b].content))
                let order = ValueHash.mixed(UInt64(low) << 32 | UInt64(high))
                guard order >> 32 <= share else { return }
                examples.append((order, comparer.compare(table.rows[a], table.rows[b], letters)))
            }
        }
        examples.sort { $0.order < $1.order }
        return examples.map(\.outcome)
    }
}

extension BlockingKey.Kind {
    /// Whether pairs of this kind are found by name and are learned from.
    var isOfName: Bool {
        switch self {
        case .nameWords, .formalName, .familyInitial, .value, .valueFamily, .valueGiven, .valuePair: true
        default: false
        }
    }
}

extension FeatureTable {
    /// The letters of all records, with at least one byte, so that there is an address.
    func withLetters<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        let none: [UInt8] = [0]
        return (letters.isEmpty ? none : letters).withUnsafeBufferPointer { buffer in
            guard let address = buffer.baseAddress else { return none.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) } }
            return body(address)
        }
    }
}
