internal import ContactModel

/// The family name is one that is given to children and hardly ever inherited, and the given name is none: "Example Wolfgang".
///
/// Lists kept in the order family, given are read the wrong way round now and then. Only given names that are rarely family names count
/// (Wolfgang, Giulia, Jennifer, Siobhan: some 500 in Latin letters), and only where the given name is not one of them; where it is a name
/// that is only inherited ("Müller Anna", "Rossi Mario", "Nagy Éva": some 600), any given name counts. A comma behind the given name
/// ("EXAMPLE, Wolfgang") says it by itself. Settled by the person's profile.
public struct NameSwapped: Rule {
    /// Its name.
    public let id = "name-swapped"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "Given and family name may be swapped"
    /// What would settle it.
    public let advice = "Swap them if the profile says so."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let given = person.name.given, let family = person.name.family else { return nil }
        if given.utf8.last == 0x2C {
            return found(
                person.name.display, because: "A comma follows “\(given.dropLast())”, as it does a family name.", probability: 0.95)
        }
        guard let last = GivenNames.key(family), let first = GivenNames.key(given), first.count > 1,
            !GivenNames.all.contains(first[...]), !GivenNames.alsoFamily.contains(first[...])
        else { return nil }
        let isGiven = GivenNames.all.contains(last[...])
        if FamilyNames.contains(first), !FamilyNames.contains(last), isGiven || GivenNames.alsoFamily.contains(last[...]) {
            return found(
                person.name.display, because: "“\(given)” is a family name and “\(family)” a given name.",
                probability: isGiven ? 0.95 : 0.85)
        }
        guard isGiven, first.count > 2 else { return nil }
        return found(
            person.name.display, because: "“\(family)” is a given name and “\(given)” is none that is common.",
            probability: LetterCase(of: given) == .capitals && LetterCase(of: family) != .capitals ? 0.95 : 0.75)
    }
}
