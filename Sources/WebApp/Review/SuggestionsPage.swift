public import Actions
public import ContactModel
import ContactQuality
import Vault

/// Which of the values that are proposed are meant, as the page's form says it.
public struct SuggestionWish: Hashable, Sendable {
    /// Whose, in the words of `PeopleFilter`.
    public var query: String
    /// Which fields; all where none is named.
    public var fields: Set<SuggestedField>
    /// How likely they are right at least.
    public var minimum: Double
    /// Whether people known only from messages and the like are meant too.
    public var includesAcquaintances: Bool

    /// The addresses that are proposed, as `ContactSurvey` counts them.
    static let addresses = SuggestionWish { $0 == "field-\(SuggestedField.email.rawValue)" ? "1" : nil }

    /// Reads a wish by the fields of a form.
    ///
    /// - Parameter value: the value of a field, by its name.
    public init(value: (String) -> String?) {
        query = value("q") ?? ""
        let fields = Set(SuggestedField.allCases.filter { value("field-\($0.rawValue)") == "1" })
        self.fields = fields.isEmpty ? Set(SuggestedField.allCases) : fields
        let minimum = value("min").flatMap { Double($0) } ?? SuggestValues.usualMinimum
        self.minimum = (0...1).contains(minimum) ? minimum : SuggestValues.usualMinimum
        includesAcquaintances = value("everyone") == "1"
    }

    /// The suggestions meant.
    ///
    /// - Throws: `PeopleFilter.SyntaxError` where the words can't be read.
    public func action(asOf today: CalendarDate) throws -> SuggestValues {
        SuggestValues(
            for: .filter(try PeopleFilter([query], includesAcquaintances: includesAcquaintances)), fields: fields, minimum: minimum,
            asOf: today)
    }

    /// Where they are listed.
    public var address: String {
        let said = formFields.map { "\($0.name)=\($0.value.percentEncoded)" }
        return said.isEmpty ? SuggestionsPage.address : "\(SuggestionsPage.address)?\(said.joined(separator: "&"))"
    }

    /// The wish as fields of a form; none for what is meant anyway.
    var formFields: [(name: String, value: String)] {
        var said: [(name: String, value: String)] = query.isEmpty ? [] : [("q", query)]
        if fields.count < SuggestedField.allCases.count {
            said += SuggestedField.allCases.filter(fields.contains).map { ("field-\($0.rawValue)", "1") }
        }
        if minimum != SuggestValues.usualMinimum { said.append(("min", "\(minimum)")) }
        if includesAcquaintances { said.append(("everyone", "1")) }
        return said
    }
}

/// The values that are proposed, narrowed down: whose, of which fields, how likely right at least.
public struct SuggestionsPage: Page {
    /// The view that draws it.
    public static let view = "suggestions"
    /// So many are shown.
    public static let mostShown = 1_000
    /// Where the page is.
    public static let address = "/review/suggested"

    /// One of several things to choose.
    struct Option: Sendable {
        var value: String
        var name: String
        var isChosen: Bool
    }

    let problem: String?
    let query: String
    let fields: [Option]
    let minimums: [Option]
    let includesAcquaintances: Bool
    /// The wish, for the form that decides.
    let hidden: [[String: String]]
    let proposals: [Proposal]
    let hasProposals: Bool
    let count: String
    let more: String?
    let acceptAll: String
    let rejectAll: String

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - suggestions: the likeliest of those meant, and how many there are.
    ///   - problem: why the words can't be read; a sentence.
    public init(_ wish: SuggestionWish, suggestions: LikeliestSuggestions, problem: String? = nil, texts: Texts) {
        self.problem = problem
        query = wish.query
        fields = SuggestedField.allCases.map {
            Option(value: "field-\($0.rawValue)", name: texts.word("reviewField", $0.rawValue), isChosen: wish.fields.contains($0))
        }
        let usual = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
        minimums = (usual + (usual.contains(wish.minimum) ? [] : [wish.minimum])).map {
            Option(
                value: "\($0)",
                name: $0 == 0 ? texts("reviewAnyOdds") : texts("reviewLeast", ["percent": texts.number(Int(($0 * 100).rounded()))]),
                isChosen: $0 == wish.minimum)
        }
        includesAcquaintances = wish.includesAcquaintances
        hidden = wish.formFields.map { ["name": $0.name, "value": $0.value] }
        proposals = suggestions.all.map { Proposal($0, texts: texts) }
        hasProposals = suggestions.count > 0
        count =
            suggestions.count == 0
            ? texts("reviewProposals", count: 0)
            : texts(
                "reviewProposalsFor",
                [
                    "proposals": texts("reviewProposals", count: suggestions.count),
                    "people": texts("peopleCount", count: suggestions.people),
                ])
        let left = suggestions.count - proposals.count
        more = left > 0 ? texts("reviewMoreProposals", count: left) : nil
        acceptAll = texts.acceptingAll(suggestions)
        rejectAll = texts("reviewRejectAll", count: suggestions.count)
    }
}

/// A value that is proposed, as a row with what speaks for it.
struct Proposal: Sendable {
    let id: String
    let address: String
    let name: String
    let field: String
    let value: String
    let percent: String
    let isGuess: Bool
    let evidence: [String]

    init(_ one: Suggestion, texts: Texts) {
        id = one.id.description
        address = "/people/\(one.person)"
        name = one.name
        field = texts.word("reviewField", one.field.rawValue)
        value = one.value
        percent = texts("picturePercent", ["n": String(min(99, Int((one.probability * 100).rounded(.down))))])
        isGuess = one.isGuess
        evidence = one.evidence.map { texts.phrase($0) }
    }
}

extension Texts {
    /// What a button says that accepts all: how many will be, for of several for one field of a person the likeliest is.
    func acceptingAll(_ suggestions: LikeliestSuggestions) -> String {
        self(suggestions.acceptable < suggestions.count ? "reviewAcceptLikeliest" : "reviewAcceptAll", count: suggestions.acceptable)
    }
}
