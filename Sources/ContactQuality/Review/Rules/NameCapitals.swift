internal import ContactModel

/// A given or family name is all in capitals, or the whole name all in small letters.
///
/// "Dear JOHN" looks like a form letter. Parts of fewer than four letters are left alone ("NG", "JP"), and so are a family name in small
/// letters behind a capitalised given one ("van der example") and what follows a comma (credentials). Scripts without case never match.
/// Never corrected silently: some people want it so. Settled by the owner's word.
public struct NameCapitals: Rule {
    /// Its name.
    public let id = "name-capitals"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A name all in capitals or all in small letters"
    /// What would settle it.
    public let advice = "Write it as the person does."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        let family = person.name.family?.split(separator: ",", maxSplits: 1).first.map(String.init)
        let parts = [person.name.given, family ?? (person.name.given == nil ? person.name.full : nil)].compactMap(\.self)
        for part in parts where LetterCase(of: part) == .capitals {
            return found(person.name.display, because: "“\(part)” is all in capitals.")
        }
        if !parts.isEmpty, parts.allSatisfy({ LetterCase(of: $0) == .small }) {
            return found(person.name.display, because: "The name is all in small letters.")
        }
        return nil
    }
}
