internal import ContactModel

/// The family name is an initial: "Ada E.".
///
/// LinkedIn shows it so where the member hides the full name. Settled by the full name.
public struct NameInitial: Rule {
    /// Its name.
    public let id = "name-initial"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A family name of one letter"
    /// What would settle it.
    public let advice = "Ask for the full name, or look it up on the profile."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        // A letter, its accents and a point take less; anything longer need not be looked at.
        guard let family = person.name.family, family.utf8.count <= 16 else { return nil }
        let letters = family.unicodeScalars.lazy.filter { $0.properties.isAlphabetic }
        // One letter is a whole name in Chinese, Japanese and Korean.
        guard letters.prefix(2).count == 1, letters.contains(where: { $0.properties.isUppercase || $0.properties.isLowercase }) else {
            return nil
        }
        return found(person.name.display, because: "The family name is “\(family)”.")
    }
}
