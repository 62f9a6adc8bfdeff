/// The number has the length of one, and its country has given out no such numbers; or it is right only for another country.
///
/// By the numbering plans libphonenumber knows (of 2022 in Debian 12: later area codes are missing). A number with a wrong country in
/// front is the
/// usual reason: `+1 020 7946 0958`. Settled by the right number.
public struct PhoneUnlikely: Rule {
    /// Its name.
    public let id = "phone-unlikely"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A number that fits no plan"
    /// What would settle it.
    public let advice = "Ask for the right number."
    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for phone in person.phones {
            guard case .unlikely = phone.standing else { continue }
            return found(phone.number, because: "Its country gives out no numbers that begin so.", probability: 0.85)
        }
        return nil
    }
}
