public import ContactModel
public import ContactQuality
public import Vault

/// Accepts suggestions or turns them down, one or many, as one step of the log. Undone by `UndoStep`.
///
/// An accepted value is the owner's word: it comes first, survives every import, and says that it was suggested, and whether it was a guess.
/// A value turned down is not suggested for that person again.
public struct DecideSuggestions: Sendable {
    /// What is decided.
    public enum Verdict: Sendable {
        /// The values are right.
        case accept
        /// They are not, or not wanted.
        case reject
    }

    /// Which suggestions.
    public enum Selection: Sendable {
        /// Those with an id, or the beginning of one: at least four digits.
        case ids([String])
        /// Those that `SuggestValues` finds. Of several for one field of a person the likeliest is accepted; all are turned down.
        case found(SuggestValues)
    }

    /// What was decided, or would be.
    public struct Outcome: Sendable {
        /// The suggestions.
        public var suggestions: [Suggestion]
        /// The step of the log; `nil` where nothing was written.
        public var step: Int64?

        /// How many people they are about.
        public var people: Int { Set(suggestions.map(\.person)).count }
        /// How many are guesses.
        public var guesses: Int { suggestions.count(where: \.isGuess) }
    }

    /// What is decided.
    public var verdict: Verdict
    /// Of which suggestions.
    public var selection: Selection
    /// Whether nothing is to be written.
    public var isDryRun: Bool
    /// The day the values should be right on.
    public var today: CalendarDate

    /// Prepares a verdict.
    public init(_ verdict: Verdict, on selection: Selection, isDryRun: Bool = false, asOf today: CalendarDate) {
        self.verdict = verdict
        self.selection = selection
        self.isDryRun = isDryRun
        self.today = today
    }

    /// Decides.
    ///
    /// - Throws: `VaultError`: `notFound` where an id is no suggestion's, `refused` where it is the beginning of several.
    public func run(in vault: Vault) throws -> Outcome {
        let suggestions = try chosen(in: vault)
        guard !suggestions.isEmpty, !isDryRun else { return Outcome(suggestions: suggestions, step: nil) }
        let step = try vault.sayOfSeveral(
            verdict == .accept ? .accept : .reject, payload: ["suggestions": .array(suggestions.map(Self.entry))]
        ).step
        return Outcome(suggestions: suggestions, step: step)
    }

    private func chosen(in vault: Vault) throws -> [Suggestion] {
        switch selection {
        case .ids(let texts):
            // What was shown with a lower minimum can be named too.
            let all = try SuggestValues(minimum: 0, asOf: today).run(in: vault)
            return try texts.map { try Self.suggestion(meantBy: $0, among: all) }.reduce(into: []) { chosen, one in
                if !chosen.contains(one) { chosen.append(one) }
            }
        case .found(let action):
            var chosen: [Suggestion] = []
            var seen: Set<[String]> = []
            try action.run(in: vault) { one in
                if verdict == .reject || seen.insert([one.person.description, one.field.rawValue]).inserted { chosen.append(one) }
                return true
            }
            return chosen
        }
    }

    private static func suggestion(meantBy text: String, among all: [Suggestion]) throws -> Suggestion {
        let wanted = text.lowercased()
        let found = wanted.utf8.count >= 4 ? all.filter { $0.id.description.hasPrefix(wanted) } : []
        if found.count == 1 { return found[0] }
        throw found.isEmpty
            ? VaultError(.notFound, "There is no suggestion \(text). Nothing was changed. `holdfast suggest` lists them with their ids.")
            : VaultError(.refused, "\(found.count) suggestions begin with \(text). Nothing was changed. Give more of the id.")
    }

    private static func entry(_ one: Suggestion) -> JSONValue {
        .object([
            "person": .string(one.person.description), "field": .string(one.field.rawValue), "value": .string(one.value),
            "guess": .bool(one.isGuess), "probability": .number(one.probability),
        ])
    }
}
