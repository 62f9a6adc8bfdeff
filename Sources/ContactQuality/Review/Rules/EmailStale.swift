public import ContactModel

/// No address of the person is likely still to hold.
///
/// A work address ends with the job: it lives as long as the company it belongs to, and one of a former employer has nearly always ended,
/// whenever an address book last held it. A private one is given up by some 4 % a year, a student's by 20 % (`docs/staleness.md`). Found
/// where even the person's likeliest address holds with less than one half; that one is named, with the reason. Settled by an answer from
/// the address.
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
        var likeliest: (address: String, outlook: Outlook)?
        for email in person.emails where email.canBeWrittenTo {
            // Of an address nobody knows the day of nothing can be said, and so not that none holds.
            guard let outlook = model.outlook(of: email, of: person, on: today) else { return nil }
            if outlook.probability > likeliest?.outlook.probability ?? -1 { likeliest = (email.address, outlook) }
        }
        guard let (address, outlook) = likeliest, outlook.probability < 0.5 else { return nil }
        let holding = "\(Int((outlook.probability * 100).rounded())) of 100 such addresses still hold."
        let reason =
            switch outlook.reason {
            case .said(let confirmed): "Last confirmed on \(confirmed.dayAndSource); \(holding)"
            case .ofConfirmedCompany(let company, let confirmed):
                "An address of “\(company)”, which was last confirmed on \(confirmed.dayAndSource); \(holding)"
            case .ofFormerCompany(let company): "An address of “\(company)”, a former company; \(holding)"
            }
        return found(address, because: reason, probability: 1 - outlook.probability)
    }
}
