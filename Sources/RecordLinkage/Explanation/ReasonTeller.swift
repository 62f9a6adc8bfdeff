/// Finds the reasons for many pairs, and tells them in few words; keeps what it has once put into words.
public struct ReasonTeller: Sendable {
    /// The one or two comparisons that speak most strongly for a pair, with their levels.
    public struct Reason: Hashable, Sendable {
        /// Of each, the stronger one in the upper half, the comparison's place and one, and the level; 0 where there is none.
        fileprivate var terms: UInt32

        /// Nothing that speaks for a pair.
        public init() { terms = 0 }
    }

    private let linker: Linker
    private var comparer: PairComparer
    private var known: [Reason: String] = [:]

    /// Prepares telling reasons for pairs of a linker's table.
    public init(_ linker: Linker) {
        self.linker = linker
        comparer = linker.comparer()
    }

    /// The strongest one or two reasons for a pair. Much faster where the records of one call lie near those of the last.
    public mutating func reason(_ first: Int, _ second: Int) -> Reason {
        let outcome = linker.table.withRows { rows, letters in comparer.compare(rows + first, rows + second, letters) }
        var best: (bits: Float, comparison: Int) = (0.5, -1)
        var next = best
        for comparison in 0..<(Comparison.firstValue + linker.table.schema.slotRoles.count) {
            let level = outcome.levels[comparison]
            if comparison == Comparison.name ? level == NameRelation.unknown : level == 0 { continue }
            let bits = linker.model.weights[comparison, Int(level)] + outcome.rarities[comparison]
            if bits > best.bits {
                next = best
                best = (bits, comparison)
            } else if bits > next.bits {
                next = (bits, comparison)
            }
        }
        var reason = Reason()
        for term in [best, next] where term.comparison >= 0 {
            reason.terms = reason.terms << 16 | UInt32(term.comparison + 1) << 8 | UInt32(outcome.levels[term.comparison])
        }
        return reason
    }

    /// A reason as a sentence: “The names are the same and the e-mail address is the same.”
    public mutating func words(for reason: Reason) -> String {
        if let words = known[reason] { return words }
        let clauses = [reason.terms >> 16, reason.terms & 0xFFFF].filter { $0 != 0 }.flatMap { term in
            let (comparison, level) = (Int(term >> 8) - 1, UInt8(term & 0xFF))
            let slot = comparison - Comparison.firstValue
            return LevelClauses.clauses(comparison, level, slot: slot >= 0 ? linker.table.schema.slotRoles[slot] : nil)
        }
        let words = LevelClauses.sentence(clauses)
        known[reason] = words
        return words
    }
}
