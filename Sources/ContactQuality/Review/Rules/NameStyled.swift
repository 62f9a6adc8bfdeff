internal import ContactModel

/// A name is written in letters made for formulas or for show: "𝓐𝓭𝓪", "Ⓐⓓⓐ", "Ａｄａ".
///
/// They look like letters and are others: nobody finds the person by searching for the name, and a screen reader spells it out.
/// Mathematical
/// alphabets, letters in circles and squares, full-width and small capital letters count. Settled by the same name in ordinary letters,
/// which the
/// finding shows.
public struct NameStyled: Rule {
    /// Its name.
    public let id = "name-styled"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A name in mathematical letters"
    /// What would settle it.
    public let advice = "Write it in ordinary letters."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for part in person.name.written where part.unicodeScalars.contains(where: NameLetters.isStyled) {
            return found(
                person.name.display,
                because: "“\(part)” is written in letters for show; in ordinary ones it is “\(NameLetters.plain(part))”.")
        }
        return nil
    }
}
