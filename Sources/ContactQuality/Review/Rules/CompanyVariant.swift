/// Others of the owner's contacts have the same company in another spelling: "Example GmbH", "EXAMPLE", "Example G.m.b.H. & Co. KG".
///
/// Counting, searching and writing by company go wrong with it. Two names are one company where nothing but case, accents, punctuation,
/// legal form, "The", "& Co", usual abbreviations ("Intl", "Mfg") or the script differs, or where one is the abbreviation everybody knows
/// of the other ("IBM"); a name that merely begins alike is another company. The spelling most contacts have is proposed, and each of the
/// others is found. Settled by choosing one.
public struct CompanyVariant: Rule {
    /// Its name.
    public let id = "company-variant"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A company spelled in two ways"
    /// What would settle it.
    public let advice = "Choose one spelling for all."
    private let spellings: CompanySpellings

    /// Makes the rule.
    ///
    /// - Parameter spellings: how the owner's contacts spell their companies; without any the rule finds nothing.
    public init(among spellings: CompanySpellings = CompanySpellings()) {
        self.spellings = spellings
    }

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let company = person.company, let usual = spellings.usual(for: company) else { return nil }
        return found(
            company,
            because:
                "“\(usual.spelling)” is how \(usual.people) of \(usual.total) contacts with this company have it, which has \(spellings.count(of: company)) spellings.",
            probability: 0.995)
    }
}
