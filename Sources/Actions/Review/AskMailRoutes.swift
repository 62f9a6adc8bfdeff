import ContactModel
public import ContactQuality
public import Vault

/// Asks the domain name system whether the domains of everybody's addresses take mail. Done only where the owner asks for it: each question
/// tells a resolver whom the owner knows.
public struct AskMailRoutes: Sendable {
    /// Whom to ask.
    public var system: DomainNameSystem

    /// Prepares the questions.
    public init(of system: DomainNameSystem) {
        self.system = system
    }

    /// What is said of each domain, by its name in ASCII (`MailDomain.name`); one nobody answered for is `unanswered`.
    ///
    /// Each domain is asked for once, however many people have it. Memory grows with the domains.
    public func run(in vault: Vault) throws -> [String: MailRoute] {
        var domains: Set<String> = []
        try vault.forEachPerson(try PeopleFilter(["has:email"])) { person in
            for email in person.emails { if let domain = MailDomain.name(of: email.value.address) { domains.insert(domain) } }
            return true
        }
        return system.routes(to: domains.sorted())
    }
}
