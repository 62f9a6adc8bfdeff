public import ContactModel

/// The rules a review goes by, in the order reports list them.
public struct RuleBook: Sendable {
    /// The rules.
    public let rules: [any Rule]

    /// Makes a book of rules.
    public init(_ rules: [any Rule]) {
        self.rules = rules
    }

    /// All rules of this module.
    ///
    /// - Parameters:
    ///   - today: the day against which ages are counted; nothing here asks a clock.
    ///   - knowledge: what the rules know beyond the person they look at.
    public static func standard(asOf today: CalendarDate, knowing knowledge: ReviewKnowledge = ReviewKnowledge()) -> RuleBook {
        RuleBook([
            Unreachable(), EmailMissing(), EmailPersonalOnly(), EmailRoleOnly(), EmailDisposable(), EmailUnknown(), EmailMalformed(),
            EmailLookalike(among: knowledge.colleagues), EmailUndeliverable(routes: knowledge.routes),
            EmailStale(asOf: today, by: knowledge.staleness),
            PhoneImpossible(), PhoneUnlikely(), PhoneWithoutCountry(), PhoneStale(asOf: today, by: knowledge.staleness),
            CompanyMissing(), CompanyPseudo(), CompanyStale(asOf: today, by: knowledge.staleness),
            CompanyVariant(among: knowledge.spellings),
            TitleMissing(), TitleSlogan(), TitleStale(asOf: today, by: knowledge.staleness), SourceConflictOpen(), ValueCut(),
            NameMissing(), NameCapitals(), NameInitial(), NameSwapped(), NameRepeated(), NameHonorific(), NameCredentials(), NamePronouns(),
            NameSymbols(), NameStyled(), NameGarbled(), NameContact(), ExportStale(asOf: today),
        ])
    }

    /// What the rules say about a person, in the book's order.
    public func findings(for person: ReviewSubject) -> [Finding] {
        rules.compactMap { $0.finding(for: person) }
    }
}
