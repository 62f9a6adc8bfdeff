internal import ContactModel

/// A name holds emoji, arrows, stars or other signs: "Ada 🚀 Example".
///
/// They are put there to catch the eye, spoil the alphabet and letters that begin with the name. Letters of every script, apostrophes,
/// hyphens and
/// points are no signs. Settled by the name without them.
public struct NameSymbols: Rule {
    /// Its name.
    public let id = "name-symbols"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A name with emoji or signs"
    /// What would settle it.
    public let advice = "Write the name without them."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for part in person.name.written {
            // Credentials and broken characters have rules of their own.
            let name = part.unicodeScalars.prefix { $0 != "," }
            guard let sign = name.first(where: NameLetters.isSign), NameLetters.damage(in: part) == nil else { continue }
            return found(person.name.display, because: "“\(String(sign))” is no letter.")
        }
        return nil
    }
}
