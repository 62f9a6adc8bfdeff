/// The best address known is a throw-away one or an alias that hides another: it may end any day.
///
/// Settled by a lasting address.
public struct EmailDisposable: Rule {
    /// Its name.
    public let id = "email-disposable"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "Only a throw-away or hidden e-mail address"
    /// What would settle it.
    public let advice = "Ask for a lasting address."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let email = person.email, email.kind == .disposable || email.kind == .relay else { return nil }
        return found(email.address, because: "The best address known is a throw-away one or an alias.")
    }
}
