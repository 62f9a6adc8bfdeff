internal import ContactModel

/// A name holds characters that went wrong on the way: "MÃ¼ller", "M�ller", or letters of two scripts in one word.
///
/// The first is UTF-8 read as Latin-1 or Windows-1252, once or twice; the second could not be read at all; the third looks right and is
/// found by nobody
/// (a Cyrillic "а" in a Latin word). Invisible marks, line ends and bidirectional controls inside a name count too. Settled by the name
/// as the
/// person writes it; where the damage can be undone the finding shows the result.
public struct NameGarbled: Rule {
    /// Its name.
    public let id = "name-garbled"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "A name with broken characters"
    /// What would settle it.
    public let advice = "Write it as the person does."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for part in person.name.written {
            guard let damage = NameLetters.damage(in: part) else { continue }
            return found(person.name.display, because: damage.sentence, probability: damage.probability)
        }
        return nil
    }
}
