/// The number has too few or too many digits for any country, or for the country it names.
///
/// By the numbering plans libphonenumber knows (of 2022 in Debian 12), which are asked only where a number's own digits leave a doubt.
/// Short codes and extensions are left alone; what holds no digit at all ("n/a") is no number. One that is right for another country
/// something points to is told of by `phone-unlikely`. Whoever has only such numbers, and no address, can't be reached (`unreachable`).
/// Settled by the right number.
public struct PhoneImpossible: Rule {
    /// Its name.
    public let id = "phone-impossible"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "A number nobody can call"
    /// What would settle it.
    public let advice = "Ask for the right number."
    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for phone in person.phones {
            guard case .impossible(let why) = phone.standing else { continue }
            return found(phone.number, because: "It \(why).", probability: 0.97)
        }
        return nil
    }
}
