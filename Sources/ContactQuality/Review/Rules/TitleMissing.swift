/// No job title is known.
///
/// Settled by a title from any source.
public struct TitleMissing: Rule {
    /// Its name.
    public let id = "title-missing"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "No job title"
    /// What would settle it.
    public let advice = "Look the person up and add the title."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        person.title == nil ? found(because: "No job title is known.") : nil
    }
}
