/// Nobody could reach this person if the network closed tonight: no e-mail address to write to, no phone number to call.
///
/// The one number Holdfast exists for. LinkedIn hands out the addresses of 1 to 4 % of one's connections, those who allowed it, so most
/// people start here. What has not the form of an address (`email-malformed`) and what can't be a number (`phone-impossible`) reach nobody,
/// and the finding names them. A throw-away address still takes mail and a number that fits no plan may be a new one: both count, and so
/// does an address whose domain nobody asked about. The search `is:unreachable` finds the same people. Settled by any address or number: from
/// the mailbox, an older export, the address book, or by asking.
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
        guard !person.isReachable else { return nil }
        guard let useless = person.email?.address ?? person.phones.first?.number else {
            return found(because: "No e-mail address and no phone number is known.")
        }
        return found(useless, because: "Nothing that is known can be written to or called.")
    }
}
