/// The domain is one or two strokes away from a well-known provider's, or mixes scripts: `gmial.com`, `hotmial.co.uk`, `gmail.con`.
///
/// Mail to it bounces or, worse, reaches whoever registered the typing error. A domain that differs from a provider's by one letter left
/// out,
/// doubled, exchanged, or two swapped counts, unless it is itself a known provider (`gmx.com` and `gmail.com`) or fits the person's
/// company. So
/// does an ending nobody has (`.con`, `.cmo`) and a label whose letters come from two scripts. Settled by the address the finding shows,
/// after
/// asking.
public struct EmailLookalike: Rule {
    /// Its name.
    public let id = "email-lookalike"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "An address with a mistyped domain"
    /// What would settle it.
    public let advice = "Ask, or correct the domain."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for email in person.emails {
            guard let suspicion = LookalikeDomain.suspicion(about: email.address, company: person.company) else { continue }
            return found(
                email.address, because: suspicion.evidence, probability: suspicion.probability,
                settle: suspicion.meant.map { "Write to \($0) and see whether it is the person." })
        }
        return nil
    }
}
