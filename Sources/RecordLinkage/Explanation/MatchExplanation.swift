import TextMatching

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
        /// The same as clauses of a sentence: `the given names are the same`, `the family names are different`.
        public var clauses: [String]
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
    /// In what the two contradict one another, so that the owner's word alone can join them; `nil` where they don't.
    public var contradiction: Contradiction?

    /// Whether the two contradict one another.
    public var isContradicted: Bool { contradiction != nil }

    /// The probability the weight stands for; 0 where the two contradict one another.
    public var probability: Double { isContradicted ? 0 : Probability.of(weight: weight) }

    /// The two strongest reasons for the answer; none where nothing speaks strongly.
    public var reasons: [Term] {
        let isFor = weight > 0 && !isContradicted
        return Array(terms.filter { isFor ? $0.bits > 0.5 : $0.bits < -0.5 }.prefix(2))
    }

    /// What the answer rests on, as clauses: what contradicts, or else the strongest reasons; none where nothing speaks strongly.
    public var clauses: [String] { contradiction.map { [LevelClauses.clause($0)] } ?? reasons.flatMap(\.clauses) }

    /// One sentence for people: the strongest reasons for the answer.
    public var sentence: String { LevelClauses.sentence(clauses) }
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
            let slot = comparison < Comparison.firstValue ? nil : table.schema.slotRoles[comparison - Comparison.firstValue]
            let roles = LevelWords.roles(of: comparison, slot: slot)
            let (one, other) = (texts(first, roles), texts(second, roles))
            // What is compared as one, such as a family name of two with one of them, need not read the same.
            let isAlike = comparison == Comparison.name && LevelWords.isSameName(level) && Self.differ(one, other)
            terms.append(
                MatchExplanation.Term(
                    field: LevelWords.field(comparison, slot: slot), level: isAlike ? "alike" : LevelWords.words(comparison, level),
                    bits: Double(bits), clauses: isAlike ? ["the names are alike"] : LevelClauses.clauses(comparison, level, slot: slot),
                    first: one, second: other))
        }
        let weight = Double(weight(outcome))
        let sum = terms.reduce(Double(calibratedPrior)) { $0 + $1.bits }
        if let reason = LevelWords.caution(outcome.caution), sum - weight > 0.01 {
            terms.append(
                MatchExplanation.Term(field: "caution", level: reason, bits: weight - sum, clauses: [], first: "", second: ""))
        }
        terms.sort { (abs($0.bits), $0.field) > (abs($1.bits), $1.field) }
        return MatchExplanation(
            priorBits: Double(calibratedPrior), terms: terms,
            weight: weight, contradiction: outcome.contradiction)
    }

    /// Whether two names have other words than one another, whatever their order, case and accents.
    private static func differ(_ one: String, _ other: String) -> Bool {
        func words(_ name: String) -> Set<Substring> { Set(TextFolding.folded(name).split { !$0.isLetter && !$0.isNumber }) }
        return !one.isEmpty && !other.isEmpty && words(one) != words(other)
    }
}
