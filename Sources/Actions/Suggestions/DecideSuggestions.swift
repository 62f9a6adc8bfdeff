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
        /// What was meant by who said “all”, and left as it was.
        public var passedOver = PassedOver()

        /// How many people they are about.
        public var people: Int { Set(suggestions.map(\.person)).count }
        /// How many are guesses.
        public var guesses: Int { suggestions.count(where: \.isGuess) }
    }

    /// Suggestions that were not decided though all were meant, by why not.
    public struct PassedOver: Hashable, Sendable {
        /// Another value for the same field of the person is likelier, and was accepted.
        public var lessLikely = 0
        /// They are right less often than was asked for.
        public var belowMinimum = 0
        /// The least probability that was asked for.
        public var minimum = 0.0

        /// None.
        public init() {}

        /// How many there are.
        public var count: Int { lessLikely + belowMinimum }
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
        let (suggestions, passedOver) = try chosen(in: vault)
        var outcome = Outcome(suggestions: suggestions, step: nil, passedOver: passedOver)
        guard !suggestions.isEmpty, !isDryRun else { return outcome }
        var payload: [String: JSONValue] = ["suggestions": .array(suggestions.map(Self.entry))]
        // Kept with the step: whoever looks at it later is told too.
        if passedOver.count > 0 { payload["passed_over"] = passedOver.json }
        outcome.step = try vault.sayOfSeveral(verdict == .accept ? .accept : .reject, payload: payload).step
        return outcome
    }

    private func chosen(in vault: Vault) throws -> ([Suggestion], PassedOver) {
        var passedOver = PassedOver()
        switch selection {
        case .ids(let texts):
            // What was shown with a lower minimum can be named too.
            let all = try SuggestValues(minimum: 0, asOf: today).run(in: vault)
            let chosen = try texts.map { try Self.suggestion(meantBy: $0, among: all) }.reduce(into: [Suggestion]()) { chosen, one in
                if !chosen.contains(one) { chosen.append(one) }
            }
            return (chosen, passedOver)
        case .found(var action):
            var chosen: [Suggestion] = []
            var seen: Set<[String]> = []
            passedOver.minimum = action.minimum
            // What lies below is counted as well, so that nobody takes it for decided: of what is shown unless somebody asks for more.
            action.minimum = action.minimum > SuggestValues.usualMinimum ? SuggestValues.usualMinimum : 0
            try action.run(in: vault) { one in
                if one.probability < passedOver.minimum {
                    passedOver.belowMinimum += 1
                } else if verdict == .reject || seen.insert([one.person.description, one.field.rawValue]).inserted {
                    chosen.append(one)
                } else {
                    passedOver.lessLikely += 1
                }
                return true
            }
            return (chosen, passedOver)
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

extension DecideSuggestions.PassedOver {
    /// As a step of the log and programs have it.
    public var json: JSONValue {
        .object([
            "less_likely": .integer(Int64(lessLikely)), "below_minimum": .integer(Int64(belowMinimum)), "minimum": .number(minimum),
        ])
    }

    /// What a step of the log says of it; `nil` where that says nothing.
    public init?(json: JSONValue?) {
        guard let json else { return nil }
        func number(_ name: String) -> Int { Int(clamping: json[name]?.integerValue ?? 0) }
        (lessLikely, belowMinimum) = (number("less_likely"), number("below_minimum"))
        switch json["minimum"] {
        case .number(let number): minimum = number
        case .integer(let number): minimum = Double(number)
        default: minimum = 0
        }
    }
}
