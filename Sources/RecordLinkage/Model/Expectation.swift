import Foundation

/// Learns weights without labels: expectation and maximisation over pairs that found one another by their names.
///
/// What a pair was found by must not be what it is judged by, or every field would look as if it agreed too often. So only pairs found by
/// name are learned from; for them the weight of the name is an offset to be fitted, and the other comparisons are free.
///
/// Every sum is taken in the order of the examples, so what is learned is the same to the last bit on however many processors.
struct Expectation: Sendable {
    /// How many pairs' worth the weights known before count.
    static let trust: Float = 60
    static let rounds = 12

    /// What is learned from of a pair: its outcome in a sixth of the room, since every round goes over all of them.
    struct Example: BitwiseCopyable {
        var levels: SIMD16<UInt8>
        /// What rarity adds in all.
        var rarity: Float
        /// What rarity adds to the name.
        var nameRarity: Float

        init(_ outcome: PairOutcome) {
            levels = outcome.levels
            rarity = outcome.rarities.sum()
            nameRarity = outcome.rarities[Comparison.name]
        }
    }

    /// Weights with the places they have among all.
    private typealias Fit = [(place: Int, bits: Float)]

    /// The pairs to learn from; those found by name.
    private let examples: [Example]
    /// Pairs found by anything else.
    private let others: [Example]
    private let prior: LinkageWeights
    private let offset: Float
    /// Of the examples those of each level of the name that is fitted by itself.
    private let names: [NameExamples]

    init(examples: [Example], others: [Example], prior: LinkageWeights, offset: Float) {
        self.examples = examples
        self.others = others
        self.prior = prior
        self.offset = offset
        names = NameExamples.ofEachLevel(examples)
    }

    /// The weights after learning.
    func learned() -> LinkageWeights {
        var weights = prior
        guard examples.count >= 200 else { return weights }
        for _ in 0..<Self.rounds {
            let before = weights
            let posteriors = self.posteriors(of: examples, before)
            let otherPosteriors = self.posteriors(of: others, before)
            // None of these looks at what another one fits, so all are fitted at the same time.
            var fits = [Fit](repeating: [], count: 2 + names.count)
            fits.changeEachConcurrently { part, fit in
                fit =
                    switch part {
                    case 0: fields(posteriors)
                    case 1: rareNames(posteriors, otherPosteriors)
                    default: name(names[part - 2], posteriors, before)
                    }
            }
            for fitted in fits.joined() { weights.bits[fitted.place] = fitted.bits }
        }
        return weights
    }

    /// How probable it is by some weights that each pair is one person.
    private func posteriors(of examples: [Example], _ weights: LinkageWeights) -> [Float] {
        let pieces = 8
        var found = [[Float]](repeating: [], count: pieces)
        found.changeEachConcurrently { piece, posteriors in
            posteriors = examples[examples.count * piece / pieces..<examples.count * (piece + 1) / pieces].map {
                Self.probability(weights.weight(levels: $0.levels, rarity: $0.rarity) + offset)
            }
        }
        return Array(concatenating: found)
    }

    /// The probability a weight stands for, with weights beyond all doubt cut off.
    @inline(__always)
    fileprivate static func probability(_ bits: Float) -> Float { 1 / (1 + exp2(-max(-60, min(60, bits)))) }

    /// m and u of each level of the comparisons beside the name; u of a level rarity is counted for stays what rarity says.
    private func fields(_ posteriors: [Float]) -> Fit {
        let width = 8
        var m = [Float](repeating: 0, count: Comparison.count * width)
        var u = m
        for (example, posterior) in zip(examples, posteriors) {
            for comparison in 1..<prior.comparisons {
                let place = comparison * width + Int(example.levels[comparison]) & (width - 1)
                m[place] += posterior
                u[place] += 1 - posterior
            }
        }
        var fit: Fit = []
        for comparison in 1..<prior.comparisons where comparison != Comparison.profile {
            // Of level 0 nothing is known.
            let levels = comparison * width + 1..<(comparison + 1) * width
            let (sumM, sumU) = (m[levels].reduce(0, +), u[levels].reduce(0, +))
            guard sumM > 20, sumU > 20 else { continue }
            for (level, place) in zip(1..., levels) where m[place] + u[place] > 0 && !isFixed(comparison, level) {
                let before = prior[comparison, level]
                let bits: Float
                if isCounted(comparison, level) {
                    // Only m: rarity stands for u.
                    let share = (m[place] + Self.trust * exp2(min(before, -0.1))) / (sumM + Self.trust)
                    bits = log2(max(share, 1e-4))
                } else {
                    let ratio = exp2(before)
                    let u0 = (u[place] + 1) / (sumU + 8)
                    let shareM = (m[place] + Self.trust * min(1, ratio * u0)) / (sumM + Self.trust)
                    bits = max(-8, min(10, log2(shareM / u0)))
                }
                fit.append((comparison * LinkageWeights.levels + level, bits))
            }
        }
        return fit
    }

    /// Whether a level is left as it was: what it says is entangled with other comparisons.
    private func isFixed(_ comparison: Int, _ level: Int) -> Bool {
        comparison == Comparison.address
            && (level == Int(Comparison.Address.sameHost)
                || level == Int(Comparison.Address.sameAgainstName) || level == Int(Comparison.Address.numbered))
            || comparison == Comparison.phone && level == Int(Comparison.Simple.close)
    }

    private func isCounted(_ comparison: Int, _ level: Int) -> Bool {
        switch comparison {
        case Comparison.address:
            level == Int(Comparison.Address.same) || level == Int(Comparison.Address.sameAgainstName)
        case Comparison.organization: level <= 2
        default: level == 1
        }
    }

    /// m of levels by which records do not find one another: their share among all that seem to be one person.
    private func rareNames(_ posteriors: [Float], _ otherPosteriors: [Float]) -> Fit {
        var m = [Float](repeating: 0, count: LinkageWeights.levels)
        for (example, posterior) in zip(examples, posteriors) { m[Int(example.levels[Comparison.name])] += posterior }
        for (example, posterior) in zip(others, otherPosteriors) { m[Int(example.levels[Comparison.name])] += posterior }
        let sum = m.reduce(0, +)
        return (0..<NameRelation.count).filter { !NameRelation.isAlwaysMet(UInt8($0)) && $0 != NameRelation.unknown }.map { level in
            let before = prior[Comparison.name, level]
            let share = (m[level] + 5 * Self.trust * exp2(min(0, before))) / (sum + 5 * Self.trust)
            let bits = max(before - 2, min(before + 4, log2(max(share, 1e-5))))
            return (Comparison.name * LinkageWeights.levels + level, bits)
        }
    }

    /// The offset of a level of the name: such that of the pairs of that level as many are expected to be one person as seem to be.
    private func name(_ members: NameExamples, _ posteriors: [Float], _ weights: LinkageWeights) -> Fit {
        let before = prior[Comparison.name, members.level]
        var bits = weights[Comparison.name, members.level]
        for _ in 0..<8 {
            // Newton's method on a logistic offset, held near what was known before.
            let expected = members.rarities.map { Self.probability(bits + $0 + offset) }
            var gradient: Float = 0
            var curvature: Float = 0
            for member in members.examples {
                let p = expected[Int(member.rarity)]
                gradient += posteriors[Int(member.place)] - p
                curvature += p * (1 - p)
            }
            let pull: Float = 2
            gradient -= pull * (bits - before)
            bits += max(-2, min(2, gradient / (0.69 * curvature + pull)))
        }
        return [(Comparison.name * LinkageWeights.levels + members.level, max(before - 8, min(before + 5, bits)))]
    }
}

/// The examples of one level of the name, by how rare what they share is: many are of one rarity, and what is expected of them is the same.
private struct NameExamples: Sendable {
    let level: Int
    /// The rarities there are, each once.
    private(set) var rarities: [Float] = []
    /// Where each stands among all examples, and where its rarity stands in `rarities`.
    private(set) var examples: [(place: Int32, rarity: Int32)] = []

    /// Those of the levels by which records always meet, of which there are enough to learn from.
    static func ofEachLevel(_ examples: [Expectation.Example]) -> [NameExamples] {
        var levels = (0..<LinkageWeights.levels).map { NameExamples(level: $0) }
        var known = [[Float: Int32]](repeating: [:], count: levels.count)
        for (place, example) in examples.enumerated() {
            let level = Int(example.levels[Comparison.name])
            let next = Int32(truncatingIfNeeded: levels[level].rarities.count)
            let rarity = known[level][example.nameRarity] ?? next
            if rarity == next {
                known[level][example.nameRarity] = rarity
                levels[level].rarities.append(example.nameRarity)
            }
            levels[level].examples.append((Int32(truncatingIfNeeded: place), rarity))
        }
        return levels.filter { $0.examples.count >= 30 && $0.level < NameRelation.count && NameRelation.isAlwaysMet(UInt8($0.level)) }
    }
}
