public import ContactModel
public import ContactQuality
public import Vault

/// Proposes values for people from the owner's other sources and from how companies make their addresses.
///
/// Nothing is changed by it: `DecideSuggestions` makes a proposal the owner's word, or sees to it that it is not made again.
public struct SuggestValues: Sendable {
    /// For whom.
    public var people: PeopleMeant
    /// Which fields.
    public var fields: Set<SuggestedField>
    /// The least probability; a pattern's guess needs two colleagues besides.
    public var minimum: Double
    /// The day the values should be right on.
    public var today: CalendarDate

    /// What is proposed without asking for less: more likely right than not.
    public static let usualMinimum = 0.5

    /// Prepares suggestions.
    public init(
        for people: PeopleMeant = .filter(.everybody),
        fields: Set<SuggestedField> = Set(SuggestedField.allCases),
        minimum: Double = SuggestValues.usualMinimum,
        asOf today: CalendarDate
    ) {
        self.people = people
        self.fields = fields
        self.minimum = minimum
        self.today = today
    }

    /// Hands over the suggestions, those of one person together and the likeliest first, until `body` returns `false`.
    ///
    /// Everybody is read twice: once to learn, once to be asked about.
    ///
    /// - Throws: `VaultError`: `notFound`, `refused` where one person is asked for and not found, or several are meant.
    public func run(in vault: Vault, _ body: (Suggestion) throws -> Bool) throws {
        // Who can't be found is told before everybody is read.
        if case .person(let text) = people { _ = try FindPerson(text).run(in: vault) }
        let knowledge = try learn(from: vault)
        try people.forEach(in: vault) { person in
            for one in knowledge.suggestions(for: person, fields: fields, least: minimum) where try !body(one) { return false }
            return true
        }
    }

    /// All suggestions.
    public func run(in vault: Vault) throws -> [Suggestion] {
        var all: [Suggestion] = []
        try run(in: vault) {
            all.append($0)
            return true
        }
        return all
    }

    /// What is less likely than the minimum: how many there are, and the likeliest of them.
    public func belowMinimum(in vault: Vault) throws -> LikeliestSuggestions {
        var all = self
        all.minimum = 0
        var below = LikeliestSuggestions(1)
        try all.run(in: vault) { one in
            if one.probability < minimum { below.add(one) }
            return true
        }
        return below
    }

    private func learn(from vault: Vault) throws -> SuggestionKnowledge {
        var twins: [UniqueID: [LikelyTwin]] = [:]
        try vault.forEachLikelyPair { first, second, probability in
            twins[first.id, default: []].append(LikelyTwin(second, probability: probability))
            twins[second.id, default: []].append(LikelyTwin(first, probability: probability))
        }
        var knowledge = SuggestionKnowledge(
            census: try vault.emailKinds().census, staleness: try vault.staleness(), asOf: today,
            twins: twins, distinct: try vault.peopleSaidDistinct())
        try vault.forEachPerson(try PeopleFilter([], includesAcquaintances: true)) { person in
            knowledge.add(person)
            return true
        }
        knowledge.finish()
        return knowledge
    }
}
