/// The best address known belongs to a function such as `info@`: others read it too, and it says nothing of the person.
///
/// Settled by an address of the person's own.
public struct EmailRoleOnly: Rule {
    /// Its name.
    public let id = "email-role-only"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "Only the address of a function"
    /// What would settle it.
    public let advice = "Ask for the person's own address."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let email = person.email, email.kind == .role else { return nil }
        return found(email.address, because: "The best address known is a function's.")
    }
}
