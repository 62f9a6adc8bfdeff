public import ContactModel

/// The phone number more likely than not no longer holds.
///
/// Numbers are kept long, some 5 % a year change (an assumption, `docs/staleness.md`), so this finds only those nobody has confirmed in
/// fourteen years. Settled
/// by a call.
public struct PhoneStale: Rule {
    /// Its name.
    public let id = "phone-stale"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A phone number that probably changed"
    /// What would settle it.
    public let advice = "Call, or ask for the present number."
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
        guard let value = person.phones.first?.number, let confirmed = person.phoneConfirmed else { return nil }
        let holds = model.probability(that: .phone, confirmed: confirmed, holdsOn: today)
        guard holds < 0.5 else { return nil }
        return found(
            value, because: "Last confirmed on \(confirmed.dayAndSource); \(Int((holds * 100).rounded())) of 100 such values still hold.",
            probability: 1 - holds)
    }
}
