/// The domain does not exist any more, names no place mail could go to, or says that it takes none (RFC 7505), by the domain name system.
///
/// Asked only where the owner wishes it (`review --dns`), for every question tells a resolver whom the owner knows; without answers the
/// rule finds
/// nothing. A domain without MX but with an address record takes mail (RFC 5321 §5.1). Settled by another address.
public struct EmailUndeliverable: Rule {
    /// Its name.
    public let id = "email-undeliverable"
    /// How much it matters.
    public let severity = Severity.high
    /// What it finds.
    public let title = "An address whose domain takes no mail"
    /// What would settle it.
    public let advice = "Look for another address."
    private let routes: [String: MailRoute]

    /// Makes the rule.
    ///
    /// - Parameter routes: what was found about domains in ASCII (`MailDomain.name`); empty where nobody asked.
    public init(routes: [String: MailRoute] = [:]) {
        self.routes = routes
    }

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard !routes.isEmpty else { return nil }
        for email in person.emails {
            guard let domain = MailDomain.name(of: email.address), let route = routes[domain] else { continue }
            switch route {
            case .none: return found(email.address, because: "\(domain) is not in the domain name system.", probability: 0.98)
            case .nowhere:
                return found(email.address, because: "\(domain) has neither a mail exchanger nor an address.", probability: 0.97)
            case .refused: return found(email.address, because: "\(domain) says that it takes no mail.", probability: 0.99)
            case .open, .unanswered: continue
            }
        }
        return nil
    }
}
