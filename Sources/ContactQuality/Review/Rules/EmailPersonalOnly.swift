/// The best address known is a personal one.
///
/// It outlives the job, which makes it the better one to keep, and the wrong one for a firm's customer system. Settled by a work address.
public struct EmailPersonalOnly: Rule {
    /// Its name.
    public let id = "email-personal-only"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "Only a personal e-mail address"
    /// What would settle it.
    public let advice = "Ask for the work address before you write on business."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let email = person.email, email.kind == .personal else { return nil }
        return found(email.address, because: "The best address known is personal.")
    }
}
