internal import ContactModel

/// A name holds an e-mail address, a telephone number or a web address.
///
/// Some write it there because the network hides the field made for it; here it would be lost as a way to reach the person. Settled by
/// moving it
/// into its own field.
public struct NameContact: Rule {
    /// Its name.
    public let id = "name-contact"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "An address or a number in the name"
    /// What would settle it.
    public let advice = "Move it to where it belongs."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for part in person.name.written {
            let digits = part.utf8.count { (0x30...0x39).contains($0) }
            let isAddress =
                part.utf8.contains(0x40) && DomainName.split(String(part.split(separator: " ").first { $0.contains("@") } ?? "")) != nil
            let isPage = part.utf8.contains(0x2E) && (part.contains("www.") || part.contains("http"))
            guard digits >= 7 || isAddress || isPage else { continue }
            let what = isAddress ? "an e-mail address" : isPage ? "a web address" : "a telephone number"
            return found(person.name.display, because: "“\(part)” holds \(what).", probability: 0.97)
        }
        return nil
    }
}
