/// No company is known.
///
/// In untouched LinkedIn exports 1 to 2 % of the rows have none. Settled by a company from any source.
public struct CompanyMissing: Rule {
    /// Its name.
    public let id = "company-missing"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "No company"
    /// What would settle it.
    public let advice = "Look the person up and add the company."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        person.company == nil ? found(because: "No company is known.") : nil
    }
}
