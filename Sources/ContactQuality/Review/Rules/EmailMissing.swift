/// No e-mail address is known; there may be a phone number.
///
/// Settled by an address from any source.
public struct EmailMissing: Rule {
    /// Its name.
    public let id = "email-missing"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "No e-mail address"
    /// What would settle it.
    public let advice = "Look in your mailbox and address book, or import an older export: those before November 2018 hold addresses."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        person.email == nil ? found(because: "No e-mail address is known.") : nil
    }
}
