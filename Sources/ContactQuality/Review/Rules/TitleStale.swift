public import ContactModel

/// The title more likely than not no longer holds.
///
/// As with the company, but sooner: a title ends with a promotion too (`docs/staleness.md`). Settled by a newer export or the person's
/// profile.
public struct TitleStale: Rule {
    /// Its name.
    public let id = "title-stale"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A title that probably changed"
    /// What would settle it.
    public let advice = "Look the person up, or import a newer export."
    private let model: StalenessModel
    private let today: CalendarDate

    /// Makes the rule.
    ///
    /// - Parameters:
    ///   - today: the day the value should hold on.
    ///   - model: how long values hold.
    public init(asOf today: CalendarDate, by model: StalenessModel = .published) {
        self.today = today
        self.model = model
    }

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let value = person.title, let confirmed = person.titleConfirmed else { return nil }
        let holds = model.probability(that: .title, confirmed: confirmed, holdsOn: today)
        guard holds < 0.5 else { return nil }
        return found(
            value, because: "Last confirmed on \(confirmed.dayAndSource); \(Int((holds * 100).rounded())) of 100 such values still hold.",
            probability: 1 - holds)
    }
}
