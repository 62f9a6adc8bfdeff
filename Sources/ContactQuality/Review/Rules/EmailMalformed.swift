/// What stands as an e-mail address has not the form of one (RFC 5321 §4.1.2, RFC 6531 §3.3).
///
/// A local part of 1 to 64 octets (dot-string or quoted), `@`, and a domain of at most 255 octets in labels of 1 to 63 letters, digits
/// and hyphens, or an address literal. Letters beyond ASCII are taken in both (RFC 6531). Mail to anything else bounces, if it leaves at
/// all. What a table has in an e-mail column and is none (`ada@@example.com`, `ada(at)example.com`) is found where the person has no
/// address; words for having none ("n/a", "-") are not. Settled by the right address.
public struct EmailMalformed: Rule {
    /// Its name.
    public let id = "email-malformed"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "Something that is no e-mail address"
    /// What would settle it.
    public let advice = "Correct it, or take it out."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for email in person.emails {
            guard let flaw = AddressSyntax.flaw(in: email.address) else { continue }
            return found(email.address, because: flaw)
        }
        // Who has an address now had a wrong one once.
        guard person.email == nil, let text = person.malformedEmails.first(where: { !AddressSyntax.saysNone($0) }) else { return nil }
        return found(text, because: AddressSyntax.flaw(in: text) ?? "It has not the form of an address.")
    }
}
