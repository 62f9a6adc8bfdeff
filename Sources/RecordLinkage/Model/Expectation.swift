import Foundation

/// Learns weights without labels: expectation and maximisation over pairs that found one another by their names.
///
/// What a pair was found by must not be what it is judged by, or every field would look as if it agreed too often. So only pairs found by
/// name are learned from; for them the weight of the name is an offset to be fitted, and the other comparisons are free.
struct Expectation {
    /// How many pairs' worth the weights known before count.
    static let trust: Float = 60
    static let rounds = 12

    /// The pairs to learn from; those found by name.
    let examples: [PairOutcome]
    /// Pairs found by anything else.
    let others: [PairOutcome]
    let prior: LinkageWeights
    let offset: Float

    /// The weights after learning.
    func learned() -> LinkageWeights {
        var weights = prior
        guard examples.count >= 200 else { return weights }
        var posteriors = [Float](repeating: 0, count: examples.count)
        for _ in 0..<Self.rounds {
            for (place, example) in examples.enumerated() {
                let weight = weights.weight(example) + offset
                posteriors[place] = 1 / (1 + exp2(-max(-60, min(60, weight))))
            }
            let otherPosteriors = others.map {
                1 / (1 + exp2(-max(-60, min(60, weights.weight($0) + offset))))
            }
            fitFields(&weights, posteriors)
            fitNames(&weights, posteriors)
            fitRareNames(&weights, posteriors, otherPosteriors)
        }
        return weights
    }

    /// m and u of each level of the comparisons beside the name; u of a level rarity is counted for stays what rarity says.
    private func fitFields(_ weights: inout LinkageWeights, _ posteriors: [Float]) {
        for comparison in 1..<Comparison.count where comparison != Comparison.profile {
            var m = [Float](repeating: 0, count: 8)
            var u = [Float](repeating: 0, count: 8)
            for (place, example) in examples.enumerated() {
                let level = Int(example.levels[comparison])
                guard level > 0 else { continue }
                m[level] += posteriors[place]
                u[level] += 1 - posteriors[place]
            }
            let (sumM, sumU) = (m.reduce(0, +), u.reduce(0, +))
            guard sumM > 20, sumU > 20 else { continue }
            for level in 1..<8 where m[level] + u[level] > 0 && !isFixed(comparison, level) {
                let before = prior[comparison, level]
                if isCounted(comparison, level) {
                    // Only m: rarity stands for u.
                    let share = (m[level] + Self.trust * exp2(min(before, -0.1))) / (sumM + Self.trust)
                    weights[comparison, level] = log2(max(share, 1e-4))
                } else {
                    let ratio = exp2(before)
                    let u0 = (u[level] + 1) / (sumU + 8)
                    let shareM = (m[level] + Self.trust * min(1, ratio * u0)) / (sumM + Self.trust)
                    weights[comparison, level] = max(-8, min(10, log2(shareM / u0)))
                }
            }
        }
    }

    /// Whether a level is left as it was: what it says is entangled with other comparisons.
    private func isFixed(_ comparison: Int, _ level: Int) -> Bool {
        comparison == Comparison.address
            && (level == Int(Comparison.Address.sameHost)
                || level == Int(Comparison.Address.sameAgainstName))
            || comparison == Comparison.phone && level == Int(Comparison.Simple.close)
    }

    /// m of levels by which records do not find one another: their share among all that seem to be one person.
    private func fitRareNames(
        _ weights: inout LinkageWeights, _ posteriors: [Float], _ otherPosteriors: [Float]
    ) {
        var m = [Float](repeating: 0, count: LinkageWeights.levels)
        for (place, example) in examples.enumerated() {
            m[Int(example.levels[Comparison.name])] += posteriors[place]
        }
        for (place, example) in others.enumerated() {
            m[Int(example.levels[Comparison.name])] += otherPosteriors[place]
        }
        let sum = m.reduce(0, +)
        for level in 0..<NameRelation.count
        where !NameRelation.isAlwaysMet(UInt8(level)) && level != NameRelation.unknown {
            let before = prior[Comparison.name, level]
            let share = (m[level] + 5 * Self.trust * exp2(min(0, before))) / (sum + 5 * Self.trust)
            weights[Comparison.name, level] = max(before - 2, min(before + 4, log2(max(share, 1e-5))))
        }
    }

    private func isCounted(_ comparison: Int, _ level: Int) -> Bool {
        switch comparison {
        case Comparison.address:
            level == Int(Comparison.Address.same) || level == Int(Comparison.Address.sameAgainstName)
        case Comparison.organization: level <= 2
        default: level == 1
        }
    }

    /// The offset of each level of the name: such that of the pairs of that level as many are expected to be one person as seem to be.
    private func fitNames(_ weights: inout LinkageWeights, _ posteriors: [Float]) {
        var members: [[(rarity: Float, posterior: Float)]] = Array(
            repeating: [], count: LinkageWeights.levels)
        for (place, example) in examples.enumerated() {
            let level = Int(example.levels[Comparison.name])
            members[level].append((example.rarities[Comparison.name], posteriors[place]))
        }
        for level in 0..<NameRelation.count
        where members[level].count >= 30 && NameRelation.isAlwaysMet(UInt8(level)) {
            let before = prior[Comparison.name, level]
            var bits = weights[Comparison.name, level]
            for _ in 0..<8 {
                // Newton's method on a logistic offset, held near what was known before.
                var gradient: Float = 0
                var curvature: Float = 0
                for member in members[level] {
                    let p = 1 / (1 + exp2(-max(-60, min(60, bits + member.rarity + offset))))
                    gradient += member.posterior - p
                    curvature += p * (1 - p)
                }
                let pull: Float = 2
                gradient -= pull * (bits - before)
                bits += max(-2, min(2, gradient / (0.69 * curvature + pull)))
            }
            weights[Comparison.name, level] = max(before - 8, min(before + 5, bits))
        }
    }
}
