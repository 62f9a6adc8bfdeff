import Foundation

/// How two records are judged: a value that changes only where somebody makes another.
///
/// It holds weights. How common a value is does not belong to it: that is asked of the set of records, in coarse steps
/// (``FrequencyClass``), so that a pair's weight is a function of the two records, of those steps and of the model, and of nothing else.
public struct LinkageModel: Hashable, Sendable {
    /// What the records say.
    public let schema: LinkageSchema
    var weights: LinkageWeights

    /// What the owner said of two records.
    public struct Answer: Sendable {
        /// The one.
        public var first: LinkageRecord
        /// The other.
        public var second: LinkageRecord
        /// Whether they are one person.
        public var isSame: Bool

        /// Makes an answer.
        public init(_ first: LinkageRecord, _ second: LinkageRecord, isSame: Bool) {
            self.first = first
            self.second = second
            self.isSame = isSame
        }
    }

    /// The weights true of most people's contacts, before anything was learned; good from the first record on.
    public static func standard(_ schema: LinkageSchema = .contacts) -> LinkageModel {
        var weights = LinkageWeights(schema)
        weights.round()
        return LinkageModel(schema: schema, weights: weights)
    }

    /// The model with weights learned from a table without labels, by expectation and maximisation.
    ///
    /// The result depends on the set of records, not on their order. Of a table with too few pairs nothing is learned. The frequencies of
    /// the table must have been taken.
    public func learned(from table: FeatureTable, _ blocks: Blocks? = nil) -> LinkageModel {
        let linker = Linker(table, model: self)
        let blocks = blocks ?? Blocks(of: table)
        let expectation = Expectation(
            examples: linker.examples(blocks, atMost: 120_000, isOfName: true),
            others: linker.examples(blocks, atMost: 60_000, isOfName: false), prior: weights,
            offset: linker.offset)
        var model = self
        model.weights = expectation.learned()
        model.weights.round()
        return model
    }

    /// The model with weights moved by the owner's answers, in whatever order they came.
    ///
    /// Each answer counts as one observation against what the model knew before, so a few answers change little, and no answer can turn
    /// the sense of a level around.
    ///
    /// - Parameter frequencies: how many of `total` records have a key.
    public func learned(from answers: [Answer], total: Int, frequencies: (FrequencyKey) -> Int)
        -> LinkageModel
    {
        guard !answers.isEmpty else { return self }
        var table = FeatureTable(schema)
        for answer in answers {
            table.append(answer.first)
            table.append(answer.second)
        }
        table.setFrequencies(total: total, count: frequencies)
        let linker = Linker(table, model: self)
        var seen: [(order: UInt64, outcome: PairOutcome, isSame: Bool)] = []
        for (place, answer) in answers.enumerated() {
            let (one, other) = (table.order(of: 2 * place), table.order(of: 2 * place + 1))
            seen.append(
                (
                    min(one, other) << 32 | max(one, other), linker.outcome(2 * place, 2 * place + 1),
                    answer.isSame
                ))
        }
        seen.sort { ($0.order, $0.isSame ? 1 : 0) < ($1.order, $1.isSame ? 1 : 0) }
        var model = self
        model.weights = Persuasion(before: weights, offset: linker.offset).moved(
            by: seen.map { ($0.outcome, $0.isSame) })
        model.weights.round()
        return model
    }

    // MARK: Text

    /// The model as lines of text, the same on every machine: `holdfast-linkage 1`, the roles, the prior, the bits in sixteenths.
    public var text: String {
        var lines = ["holdfast-linkage 1"]
        lines.append(schema.roles.map { String($0.rawValue) }.joined(separator: " "))
        lines.append(String(Self.sixteenths(weights.prior)))
        for comparison in 0..<Comparison.count {
            let bits = weights.bits[
                comparison * LinkageWeights.levels..<(comparison + 1) * LinkageWeights.levels]
            lines.append(bits.map { String(Self.sixteenths($0)) }.joined(separator: " "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a model back; `nil` for any other text, and for one of another version.
    public init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3 + Comparison.count, lines[0] == "holdfast-linkage 1" else { return nil }
        let roles = lines[1].split(separator: " ").map { UInt8($0).flatMap(FieldRole.init(rawValue:)) }
        guard !roles.contains(nil), let prior = Int(lines[2]) else { return nil }
        let schema = LinkageSchema(roles.compactMap { $0 })
        var weights = LinkageWeights(schema)
        weights.prior = Float(prior) / 16
        for comparison in 0..<Comparison.count {
            let numbers = lines[3 + comparison].split(separator: " ").map { Int($0) }
            guard numbers.count == LinkageWeights.levels, !numbers.contains(nil) else { return nil }
            for (level, number) in numbers.enumerated() {
                weights[comparison, level] = Float(number ?? 0) / 16
            }
        }
        self.init(schema: schema, weights: weights)
    }

    private init(schema: LinkageSchema, weights: LinkageWeights) {
        self.schema = schema
        self.weights = weights
    }

    private static func sixteenths(_ bits: Float) -> Int {
        Int((max(-1000, min(1000, bits)) * 16).rounded())
    }
}

extension LinkageWeights {
    /// Rounds to sixteenths of a bit, which no order of adding up can change.
    mutating func round() {
        for place in bits.indices { bits[place] = (bits[place] * 16).rounded() / 16 }
        prior = (prior * 16).rounded() / 16
    }
}

/// Moves weights by answers: a logistic regression held by what was known before.
struct Persuasion {
    let before: LinkageWeights
    let offset: Float

    /// How many answers' worth what was known before counts, for each level.
    static let trust: Float = 3

    /// The weights after answers that came in a fixed order.
    func moved(by answers: [(outcome: PairOutcome, isSame: Bool)]) -> LinkageWeights {
        var weights = before
        for _ in 0..<40 {
            var gradient = [Float](repeating: 0, count: weights.bits.count)
            for answer in answers {
                let p = 1 / (1 + exp2(-max(-60, min(60, weights.weight(answer.outcome) + offset))))
                for comparison in 0..<Comparison.count
                where answer.outcome.levels[comparison] != 0 || comparison == Comparison.name {
                    gradient[comparison * LinkageWeights.levels + Int(answer.outcome.levels[comparison])] +=
                        (answer.isSame ? 1 : 0) - p
                }
            }
            for place in gradient.indices where gradient[place] != 0 {
                let step = gradient[place] - Self.trust * (weights.bits[place] - before.bits[place])
                weights.bits[place] = max(
                    before.bits[place] - 3, min(before.bits[place] + 3, weights.bits[place] + 0.1 * step))
            }
        }
        return weights
    }
}
