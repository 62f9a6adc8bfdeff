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
    /// - Parameter today: the day against which ages are counted; nothing here asks a clock.
    public static func standard(asOf today: CalendarDate) -> RuleBook {
        RuleBook([
            Unreachable(), EmailMissing(), EmailPersonalOnly(), EmailRoleOnly(), EmailDisposable(), EmailUnknown(), CompanyMissing(),
            CompanyPseudo(), TitleMissing(), ValueCut(), NameMissing(), NameCapitals(), NameInitial(), ExportStale(asOf: today),
        ])
    }

    /// What the rules say about a person, in the book's order.
    public func findings(for person: ReviewSubject) -> [Finding] {
        rules.compactMap { $0.finding(for: person) }
    }
}
