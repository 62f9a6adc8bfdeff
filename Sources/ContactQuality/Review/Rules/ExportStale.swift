public import ContactModel

/// The person last stood in an export more than a year ago.
///
/// People change employers at 16 to 22 % a year, so after a year every fifth company and title is wrong. `company-stale`, `title-stale` and
/// `email-stale` say it of each value, by a model learned from the owner's own exports. Settled by a fresh export that holds the person.
public struct ExportStale: Rule {
    /// Its name.
    public let id = "export-stale"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "Not confirmed for a year"
    /// What would settle it.
    public let advice = "Ask the network for a new export and import it."

    private let today: CalendarDate

    /// Makes the rule.
    ///
    /// - Parameter today: the day against which the age is counted.
    public init(asOf today: CalendarDate) {
        self.today = today
    }

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let confirmed = person.lastConfirmed else { return nil }
        let days = today.daysSince1970 - confirmed.daysSince1970
        return days > 365 ? found(confirmed.description, because: "Last confirmed on \(confirmed), \(days) days ago.") : nil
    }
}
