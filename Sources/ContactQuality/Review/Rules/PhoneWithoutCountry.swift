/// The number is written as it is dialled at home: `020 7946 0958`.
///
/// From abroad it reaches nobody, and two sources that write it in two ways do not match. The country is guessed: that of a postal address,
/// another number, the company or an e-mail address of the person's, or else the one most numbers of the owner's contacts are of. The finding
/// shows the number as it would be with it (E.164). Settled by the owner's word.
public struct PhoneWithoutCountry: Rule {
    /// Its name.
    public let id = "phone-without-country"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A number without its country"
    /// What would settle it.
    public let advice = "Write it as +, country, number."
    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for phone in person.phones {
            guard case .national(let guess) = phone.standing else { continue }
            return found(
                phone.number, because: guess.map { "It names no country; at home it is \($0)." } ?? "It names no country.",
                settle: guess.map { "If it is \($0), write it so." })
        }
        return nil
    }
}
