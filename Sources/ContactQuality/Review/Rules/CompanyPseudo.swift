/// The company cell says that there is none: "Self-employed", "Stealth Startup", "n/a".
///
/// True, and of no use as a company: a customer system would file all freelancers under one firm. What counts as such is in
/// `PseudoCompany`. Settled by the name the person trades under.
public struct CompanyPseudo: Rule {
    /// Its name.
    public let id = "company-pseudo"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A company that is none"
    /// What would settle it.
    public let advice = "Add the name the person trades under, or leave it."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let company = person.company, PseudoCompany.isPseudo(company) else { return nil }
        return found(company, because: "“\(company)” names no company.")
    }
}
