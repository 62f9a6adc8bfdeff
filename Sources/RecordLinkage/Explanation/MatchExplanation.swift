/// Why two records are, or are not, held for one person: term by term, in bits that add up to the weight.
public struct MatchExplanation: Hashable, Sendable {
    /// One reason.
    public struct Term: Hashable, Sendable {
        /// What is compared: `name`, `e-mail`, `phone`, `profile`, `organisation`, `city`…
        public var field: String
        /// How the two stand to one another, in words: `the same`, `short form of the given name, same family name`.
        public var level: String
        /// What it speaks for their being one person, in bits; against it where negative.
        public var bits: Double
        /// What the first record says.
        public var first: String
        /// What the second record says.
        public var second: String
    }

    /// The bits before anything was compared: that two records drawn at random are one person is unlikely.
    public var priorBits: Double
    /// The reasons, the strongest first.
    public var terms: [Term]
    /// The sum of all of them.
    public var weight: Double
    /// Whether the two contradict one another, so that the owner's word alone can join them.
    public var isContradicted: Bool

    /// The probability the weight stands for; 0 where the two contradict one another.
    public var probability: Double { isContradicted ? 0 : Probability.of(weight: weight) }

    /// The two strongest reasons for the answer; none where nothing speaks strongly.
    public var reasons: [Term] {
        let isFor = weight > 0 && !isContradicted
        return Array(terms.filter { isFor ? $0.bits > 0.5 : $0.bits < -0.5 }.prefix(2))
    }

    /// One sentence for people: the strongest reasons for the answer.
    public var sentence: String {
        if isContradicted { return "two different profiles" }
        let reasons = reasons.map { "\($0.field): \($0.level)" }
        return reasons.isEmpty ? "nothing speaks strongly either way" : reasons.joined(separator: "; ")
    }
}

extension Linker {
    /// Explains a pair.
    ///
    /// - Parameters:
    ///   - texts: what each record says in the fields of a role, for showing; nothing where the caller has it not at hand.
    public func explain(
        _ first: Int, _ second: Int,
        texts: (_ record: Int, _ roles: [FieldRole]) -> String = { _, _ in "" }
    )
        -> MatchExplanation
    {
        let outcome = outcome(first, second)
        var terms: [MatchExplanation.Term] = []
        for comparison in 0..<(Comparison.firstValue + table.schema.slotRoles.count) {
            let level = outcome.levels[comparison]
            if level == 0, comparison != Comparison.name { continue }
            if comparison == Comparison.name, level == NameRelation.unknown { continue }
            let bits = calibrated(term: model.weights[comparison, Int(level)] + outcome.rarities[comparison])
            let slot = comparison - Comparison.firstValue
            let roles = LevelWords.roles(
                of: comparison, slot: slot >= 0 ? table.schema.slotRoles[slot] : nil)
            terms.append(
                MatchExplanation.Term(
                    field: LevelWords.field(comparison, slot: slot >= 0 ? table.schema.slotRoles[slot] : nil),
                    level: LevelWords.words(comparison, level), bits: Double(bits),
                    first: texts(first, roles), second: texts(second, roles)
                ))
        }
        terms.sort { (abs($0.bits), $0.field) > (abs($1.bits), $1.field) }
        return MatchExplanation(
            priorBits: Double(calibratedPrior), terms: terms,
            weight: Double(weight(outcome)),
            isContradicted: outcome.isContradicted)
    }
}
