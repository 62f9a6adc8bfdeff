internal import ContactModel

/// Credentials stand behind the family name: "Example, PhD, MBA".
///
/// A letter then begins "Dear Ms Example, PhD, MBA", and two sources of one person no longer match. What follows a comma counts where
/// each word
/// of it is known as a degree, a certificate or a generation's mark; without a comma only words that are never family names do ("Example
/// MBA").
/// "Ma", "Do" or "Ba" are names and are left alone. Settled by moving them into the name's suffix.
public struct NameCredentials: Rule {
    /// Its name.
    public let id = "name-credentials"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "Credentials behind the name"
    /// What would settle it.
    public let advice = "Move them into the name's suffix, or take them out."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let family = person.name.family ?? person.name.full, let part = NameSuffix.credentials(of: family) else { return nil }
        return found(person.name.display, because: "“\(part)” is a credential, not part of the name.", probability: 0.98)
    }
}
