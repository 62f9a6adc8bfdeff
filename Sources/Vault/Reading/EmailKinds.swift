public import ContactModel
public import ContactQuality

/// Judges people's addresses as everything that shows, filters, counts or exports kinds does: by employers, name, and colleagues.
public struct EmailKinds: Sendable {
    /// What the owner's other contacts tell of domains.
    public let census: DomainCensus

    /// Makes a judge.
    public init(census: DomainCensus = DomainCensus()) {
        self.census = census
    }

    /// What kind of address it is.
    public func kind(of email: EmailAddress, of person: Person) -> EmailKind {
        EmailClassification.kind(
            of: email, companies: person.companies.map(\.value), name: person.names.first?.value ?? PersonName(), census: census)
    }

    /// What kind of address it is, with the evidence in a sentence and how sure it is.
    public func verdict(of email: EmailAddress, of person: Person) -> EmailVerdict {
        EmailClassification.verdict(
            of: email, companies: person.companies.map(\.value), name: person.names.first?.value ?? PersonName(), census: census)
    }

    /// The kind of the best address a person has; `nil` where there is none.
    public func best(of person: Person) -> EmailKind? {
        EmailKind.best(of: person.emails.map { kind(of: $0.value, of: person) })
    }

    /// The kind of the best address a person has that can be written to, by its form; `nil` where there is none.
    public func bestToWriteTo(of person: Person) -> EmailKind? {
        EmailKind.best(of: person.emails.filter { AddressSyntax.flaw(in: $0.value.address) == nil }.map { kind(of: $0.value, of: person) })
    }
}
