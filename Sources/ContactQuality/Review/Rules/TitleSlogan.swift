/// The title is a sentence about the person rather than what they do: "Helping leaders unlock their potential".
///
/// Sorting or writing by function goes wrong with it. A text of four words or more counts where it begins like a slogan in English, German,
/// French, Spanish, Italian, Dutch or Portuguese, speaks in the first person, or looks like one (exclamation marks, hashtags), and holds
/// no word that names an
/// occupation or rank in front of its first separator. "Passionate CTO | Speaker" has a title and is left alone. Settled by the job's name.
public struct TitleSlogan: Rule {
    /// Its name.
    public let id = "title-slogan"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A slogan instead of a title"
    /// What would settle it.
    public let advice = "Look the person up and put the job in."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let title = person.title, let sign = TitleReading.sloganSign(in: title) else { return nil }
        return found(title, because: "It \(sign) and names no occupation.", probability: 0.85)
    }
}
