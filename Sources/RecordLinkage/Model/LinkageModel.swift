import Foundation

/// How two records are judged: a value that changes only where somebody makes another.
///
/// It holds weights. How common a value is does not belong to it: that is asked of the set of records, in coarse steps
/// (``FrequencyClass``), so that a pair's weight is a function of the two records, of those steps and of the model, and of nothing else.
public struct LinkageModel: Hashable, Sendable {
    /// What the records say.
    public let schema: LinkageSchema
    var weights: LinkageWeights

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

    private init(schema: LinkageSchema, weights: LinkageWeights) {
        self.schema = schema
        self.weights = weights
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
