public import ContactModel

/// The company more likely than not no longer holds.
///
/// From the day it was last confirmed, by whom, and how long jobs last: by the published figures half of all jobs met today have ended in
/// some
/// four years, by the owner's own exports perhaps sooner or later (`docs/staleness.md`). It is an expectation, not knowledge: of a
/// hundred such findings
/// with 0.6 some forty are wrong. Settled by a newer export or the person's profile.
public struct CompanyStale: Rule {
    /// Its name.
    public let id = "company-stale"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "A company that probably changed"
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
        guard let value = person.company, let confirmed = person.companyConfirmed else { return nil }
        let holds = model.probability(that: .company, confirmed: confirmed, holdsOn: today)
        guard holds < 0.5 else { return nil }
        return found(
            value, because: "Last confirmed on \(confirmed.dayAndSource); \(Int((holds * 100).rounded())) of 100 such values still hold.",
            probability: 1 - holds)
    }
}
