public import Actions
public import ContactModel
public import ContactQuality

/// How good the contacts are, what to do first, what is wrong with whom, and what is proposed.
public struct ReviewPage: Page {
    /// The view that draws it.
    public static let view = "review"
    /// So many suggestions are shown at first.
    public static let suggestionsShown = 20

    /// What a rule found.
    struct Rule: Sendable {
        var address: String
        var listAddress: String
        var title: String
        var count: String
        var severity: String
        var tone: String
    }

    let isEmpty: Bool
    let summary: String
    let everybody: String
    let reachable: String
    let reachablePath: String
    let pictures: String
    let rules: [Rule]
    let hasRules: Bool
    let proposals: [Proposal]
    let proposalCount: String
    let hasProposals: Bool
    /// Leads to all of them, to be narrowed down.
    let showAll: String
    let acceptAll: String
    let duplicates: String?

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - survey: the numbers.
    ///   - suggestions: the likeliest of the values that are proposed, and how many there are.
    public init(_ survey: ContactSurvey, suggestions: LikeliestSuggestions, texts: Texts) {
        let tally = survey.review.tally
        isEmpty = survey.people == 0
        summary = texts("reviewSummary", count: tally.people, ["reachable": texts.number(tally.reachable)])
        everybody = texts("peopleCount", count: tally.people)
        reachable = "\(texts("pictureTrendReach")): \(texts.number(tally.reachable))"
        reachablePath = SurveySlice.reachable.address
        pictures = ReviewPictures(of: survey, texts: texts).html(linksToLists: true)
        let titles = Dictionary(tally.book.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        rules = tally.rules.filter { $0.count > 0 }.sorted { ($1.severity, $1.count) < ($0.severity, $0.count) }.map { rule in
            Rule(
                address: "/review/rules/\(rule.rule)", listAddress: ReviewRuleList.address(of: rule.rule),
                title: texts.phrase(titles[rule.rule] ?? rule.rule), count: texts.number(rule.count),
                severity: texts.word("reviewSeverity", rule.severity.rawValue),
                tone: rule.severity == .high ? "bad" : rule.severity == .medium ? "warn" : "")
        }
        hasRules = !rules.isEmpty
        proposals = suggestions.all.map { Proposal($0, texts: texts) }
        proposalCount = texts("reviewProposals", count: suggestions.count)
        hasProposals = suggestions.count > 0
        showAll = suggestions.count > proposals.count ? texts("reviewShowAll", count: suggestions.count) : texts("reviewChoose")
        acceptAll = texts.acceptingAll(suggestions)
        duplicates = survey.review.duplicatesWaiting.flatMap { $0 > 0 ? texts("reviewDuplicates", count: $0) : nil }
    }
}

/// Where the people are a rule found something about.
enum ReviewRuleList {
    /// The list of people where a search says the same as the rule; else the rule's own page.
    static func address(of rule: String) -> String {
        let query: String? =
            switch rule {
            case "company-missing": "-has:company"
            case "title-missing": "-has:title"
            case "email-personal-only": "kind:personal"
            case "email-role-only": "kind:role"
            case "email-disposable": "kind:disposable"
            case "unreachable": "is:unreachable"
            default: nil
            }
        return query.map { PeoplePage.path($0) } ?? "/review/rules/\(rule)"
    }
}

/// One rule: what it looks for, what settles it, and whom it found.
public struct ReviewRulePage: Page {
    /// The view that draws it.
    public static let view = "review-rule"
    /// So many people are shown.
    public static let mostShown = 500

    /// Somebody it found.
    struct Found: Sendable {
        var address: String
        var monogram: String
        var name: String
        var value: String?
        var evidence: String
        var percent: String?
    }

    let title: String
    let advice: String
    let count: String
    let found: [Found]
    let stretch: ListStretch?

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - findings: the people it found that are shown, with what it says.
    ///   - offset: how many of them were passed over.
    ///   - count: how many there are in all.
    ///   - address: of the page, from its beginning.
    public init(
        title: String, advice: String, findings: [(person: Person, finding: Finding)], offset: Int = 0, count: Int, address: String,
        texts: Texts
    ) {
        self.title = texts.phrase(title)
        self.advice = texts.phrase(advice)
        self.count = texts("peopleCount", count: count)
        found = findings.map { person, finding in
            Found(
                address: "/people/\(person.id)", monogram: Monogram(person).letters,
                name: person.displayName.isEmpty ? texts("personNameless") : person.displayName,
                value: finding.value == person.displayName ? nil : finding.value,
                evidence: texts.phrase(finding.evidence),
                percent: finding.probability < 1 ? texts("picturePercent", ["n": String(Int((finding.probability * 100).rounded()))]) : nil)
        }
        stretch = ListStretch(
            address: address, offset: offset, shown: findings.count, count: count, most: Self.mostShown, texts: texts)
    }
}
