/// The best address known is at no known provider and does not fit the person's company.
///
/// It may be a former employer's, a subsidiary's, or the person's own domain. Settled by the owner's word, or by colleagues who share it.
public struct EmailUnknown: Rule {
    /// Its name.
    public let id = "email-unknown"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "An e-mail address nobody can place"
    /// What would settle it.
    public let advice =
        "If it is their work address, the company here is an old one or written otherwise: correct it. Or say what the address is, on their page."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let email = person.email, email.kind == .unknown else { return nil }
        return found(email.address, because: "The domain is no known provider's and does not fit the company.")
    }
}
