/// Nobody could reach this person if the network closed tonight: no e-mail address, no phone number.
///
/// The one number Holdfast exists for. LinkedIn hands out the addresses of 1 to 4 % of one's connections, those who allowed it, so most
/// people start here. Settled by any address or number: from the mailbox, an older export, the address book, or by asking.
public struct Unreachable: Rule {
    /// Its name.
    public let id = "unreachable"
    /// How much it matters.
    public let severity = Severity.high
    /// What it finds.
    public let title = "Cannot be reached without the network"
    /// What would settle it.
    public let advice = "Ask for an address or a number while the network still carries your message."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        person.isReachable ? nil : found(because: "No e-mail address and no phone number is known.")
    }
}
