import Foundation

/// A table and a model at work: which pairs meet, and what they weigh.
public struct Linker: Sendable {
    /// The records.
    public let table: FeatureTable
    /// How they are judged.
    public let model: LinkageModel
    private let rarity: RarityTable
    /// The weight of a pair of which nothing is known, as the weights are learned.
    let offset: Float
    private let calibration: Calibration

    /// Pairs below this weight are not kept: about one in four is one person.
    public static let leastWeight: Float = -1.5

    /// A pair whose names differ weighs no more than this, unless an address or a profile is the same: as likely one person as two, which is
    /// a question and no answer. Colleagues and relatives share a telephone, a town and a postcode, and nothing of it says who is who.
    static let mostDoubtful: Float = 0

    /// A pair whose names only sound alike, or are only nearly the same words the other way round, weighs no more than this, with the same
    /// exception: likely, and yet never joined without asking. Colleagues are called Meier and Meyer.
    static let mostNear: Float = Threshold.sure - 0.13

    /// Prepares linking. The frequencies of the table must have been taken.
    public init(_ table: FeatureTable, model: LinkageModel) {
        self.table = table
        self.model = model
        rarity = RarityTable(records: table.total)
        offset = model.weights.prior - log2(RarityTable.effective(table.total))
        calibration = Calibration(records: table.total)
    }

    /// What compares, to be used again for the next pair.
    func comparer() -> PairComparer {
        PairComparer(schema: table.schema, rarity: rarity)
    }

    /// What comes of comparing two records.
    func outcome(_ first: Int, _ second: Int) -> PairOutcome {
        var comparer = comparer()
        return table.withRows { rows, letters in comparer.compare(rows + first, rows + second, letters) }
    }

    /// The weight of an outcome, calibrated.
    @inline(__always)
    func weight(_ outcome: PairOutcome) -> Float {
        let weight = calibration.scale * (model.weights.weight(outcome) + offset) + calibration.shift
        switch outcome.caution {
        case .none: return weight
        case .nearNames: return min(weight, Self.mostNear)
        case .otherNames: return min(weight, Self.mostDoubtful)
        }
    }

    /// What a term of so many bits counts for in the calibrated weight.
    func calibrated(term bits: Float) -> Float { calibration.scale * bits }

    /// What is left of the calibrated weight without terms.
    var calibratedPrior: Float { calibration.scale * offset + calibration.shift }

    /// The weight that two records are one person, in bits, whether they share a key or not; the same whichever comes first.
    ///
    /// Minus infinity where they contradict one another.
    public func weight(_ first: Int, _ second: Int) -> Float {
        let outcome = outcome(min(first, second), max(first, second))
        return outcome.contradiction == nil ? weight(outcome) : -.infinity
    }

    /// All pairs of records that share a key and weigh more than `leastWeight`, each once, in an order that is the same every time.
    ///
    /// Several times faster where the table was arranged (`FeatureTable.arrange`).
    ///
    /// - Parameter isParallel: whether all processors take part; the pairs and their order are the same.
    public func pairs(_ blocks: Blocks? = nil, isParallel: Bool = true) -> [ScoredPair] {
        let candidates = CandidatePairs(index: (blocks ?? Blocks(of: table)).index)
        let count = table.count
        let pieces = count < 4_000 ? 1 : 64
        var found = [[ScoredPair]](repeating: [], count: pieces)
        @Sendable func records(_ piece: Int) -> Range<Int> { count * piece / pieces..<count * (piece + 1) / pieces }
        guard isParallel, pieces > 1 else { return (0..<pieces).flatMap { pairs(candidates, of: records($0)) } }
        found.changeEachConcurrently { $1 = pairs(candidates, of: records($0)) }
        return Array(concatenating: found)
    }

    private func pairs(_ candidates: CandidatePairs, of records: Range<Int>) -> [ScoredPair] {
        var pairs: [ScoredPair] = []
        var comparer = comparer()
        var sum: UInt32 = 0
        table.withRows { rows, letters in
            // The places are those of rows the index was made of.
            candidates.forEach(of: records) {
                sum &+= rows[$0].content &+ rows[$0].emails[0]
            } _: { a, b in
                let outcome = comparer.compare(rows + a, rows + b, letters)
                let weight = weight(outcome)
                if weight > Self.leastWeight, outcome.contradiction == nil {
                    pairs.append(ScoredPair(first: Int32(a), second: Int32(b), weight: weight))
                }
            }
        }
        withExtendedLifetime(sum) {}
        return pairs
    }

    /// Pairs to learn from, chosen by their hashes, in an order that is the same whatever order the records have.
    ///
    /// - Parameter isOfName: whether they were found by name, or by anything else.
    func examples(_ blocks: Blocks, atMost most: Int, isOfName: Bool) -> [Expectation.Example] {
        let meetings = max(1, blocks.index.meetings { $0.isOfName == isOfName })
        let share = UInt64(UInt32.max) * UInt64(min(most, meetings)) / UInt64(meetings)
        // Each pair is met from the one whose content comes first, and that one is chosen by its hash. In the upper half the content.
        var chosen = table.rows.indices.compactMap { record -> UInt64? in
            let content = table.order(of: record)
            return ValueHash.mixed(content) >> 32 <= share ? content << 32 | UInt64(record) : nil
        }
        RadixSort.sort(&chosen)
        // Cut by content, so that records of one content stay together.
        let pieces = 64
        var starts = [Int](repeating: 0, count: pieces + 1)
        for record in chosen { starts[Int(record >> 58) + 1] += 1 }
        for piece in 0..<pieces { starts[piece + 1] += starts[piece] }
        var found = [[Expectation.Example]](repeating: [], count: pieces)
        found.changeEachConcurrently { [chosen, starts] piece, examples in
            examples = self.examples(blocks, of: chosen[starts[piece]..<starts[piece + 1]], isOfName: isOfName)
        }
        return Array(concatenating: found)
    }

    /// The pairs of some records, which are in the order of their contents, with those whose content comes behind theirs: in the order of
    /// the one's content, then of the other's.
    private func examples(_ blocks: Blocks, of chosen: ArraySlice<UInt64>, isOfName: Bool) -> [Expectation.Example] {
        var examples: [Expectation.Example] = []
        var pairs: [(other: UInt32, record: Int32, partner: Int32)] = []
        var comparer = comparer()
        var candidates = CandidatePairs.Partners(index: blocks.index)
        table.withRows { rows, letters in
            for (place, entry) in zip(chosen.indices, chosen) {
                let (own, record) = (UInt32(entry >> 32), Int(entry & 0xFFFF_FFFF))
                candidates.forEach(of: record, where: { $0.isOfName == isOfName }) { partner in
                    let other = rows[partner].content
                    if own < other || own == other && record < partner { pairs.append((other, Int32(record), Int32(partner))) }
                }
                // Those of one content together, for they can't be told apart.
                if place + 1 < chosen.endIndex, chosen[place + 1] >> 32 == own { continue }
                pairs.sort { ($0.other, $0.record, $0.partner) < ($1.other, $1.record, $1.partner) }
                for pair in pairs { examples.append(.init(comparer.compare(rows + Int(pair.record), rows + Int(pair.partner), letters))) }
                pairs.removeAll(keepingCapacity: true)
            }
        }
        return examples
    }
}

/// The blocks of a table: which records share which keys. Made once, used for learning and for linking.
public struct Blocks: Sendable {
    let index: BlockIndex

    /// Finds the blocks of a table.
    public init(of table: FeatureTable) {
        index = BlockIndex(table)
    }
}

extension BlockingKey.Kind {
    /// Whether pairs of this kind are found by name and are learned from.
    var isOfName: Bool {
        switch self {
        case .nameWords, .formalName, .familyInitial, .value, .valueFamily, .valueGiven, .valuePair:
            true
        default: false
        }
    }
}
