internal import ContactModel

/// No name is known, only an address, a number or a link.
///
/// Settled by a name, or by merging.
public struct NameMissing: Rule {
    /// Its name.
    public let id = "name-missing"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "No name"
    /// What would settle it.
    public let advice = "Add the name, or merge this entry with the person it belongs to."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        person.name.display.contains { !$0.isWhitespace } ? nil : found(because: "No name is known.")
    }
}
