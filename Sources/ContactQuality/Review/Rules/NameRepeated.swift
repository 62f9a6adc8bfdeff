internal import ContactModel

/// Given and family name are the same word: "Example Example".
///
/// Usually one of the two was not known when the entry was made. A few people are called so. Settled by the person's profile.
public struct NameRepeated: Rule {
    /// Its name.
    public let id = "name-repeated"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "Given and family name are the same"
    /// What would settle it.
    public let advice = "Look the person up and put the right one in."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let given = person.name.given, let family = person.name.family, given.utf8.count == family.utf8.count, given.utf8.count > 1,
            given == family
        else { return nil }
        return found(person.name.display, because: "“\(given)” stands in both places.", probability: 0.8)
    }
}
