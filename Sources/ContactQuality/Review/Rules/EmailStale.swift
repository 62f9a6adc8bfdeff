public import ContactModel

/// No address of the person is likely still to hold.
///
/// A work address ends with the job: it lives as long as the company it belongs to, and one of a former employer has nearly always ended.
/// A private
/// one is given up by some 4 % a year, a student's by 20 % (`docs/staleness.md`). Found where even the best of the person's addresses
/// holds with less
/// than one half. Settled by an answer from the address.
public struct EmailStale: Rule {
    /// Its name.
    public let id = "email-stale"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "An address that probably ended"
    /// What would settle it.
    public let advice = "Write and see whether it comes back, or ask for the present one."
    private let model: StalenessModel
    private let today: CalendarDate

    /// Makes the rule.
    ///
    /// - Parameters:
    ///   - today: the day the address should hold on.
    ///   - model: how long addresses hold.
    public init(asOf today: CalendarDate, by model: StalenessModel = .published) {
        self.today = today
        self.model = model
    }

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let email = person.email, email.confirmed != nil else { return nil }
        let holds = person.emails.map { model.probability(of: $0, of: person, holdsOn: today) }.max() ?? 1
        guard holds < 0.5 else { return nil }
        let day = email.confirmed.map { "Last confirmed on \($0.dayAndSource); " } ?? ""
        return found(
            email.address, because: "\(day)\(Int((holds * 100).rounded())) of 100 such addresses still hold.", probability: 1 - holds)
    }
}
