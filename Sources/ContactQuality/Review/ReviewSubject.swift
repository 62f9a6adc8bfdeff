public import ContactModel

/// What the rules look at of a person: little, so that reviewing a million people costs no more than reading them.
public struct ReviewSubject: Hashable, Sendable {
    /// The name to use first.
    public var name: PersonName
    /// The present company, if known.
    public var company: String?
    /// The present title, if known.
    public var title: String?
    /// The best e-mail address, if there is one.
    public var email: Email?
    /// Whether a phone number is known.
    public var hasPhone: Bool
    /// The latest export date of any snapshot the person stands in.
    public var lastConfirmed: CalendarDate?

    /// An address and what it is.
    public struct Email: Hashable, Sendable {
        /// The address.
        public var address: String
        /// What it is.
        public var kind: EmailKind

        /// Makes an address of a known kind.
        public init(_ address: String, kind: EmailKind) {
            self.address = address
            self.kind = kind
        }
    }

    /// Makes a subject; blank texts count for absent.
    public init(
        name: PersonName = PersonName(),
        company: String? = nil,
        title: String? = nil,
        email: Email? = nil,
        hasPhone: Bool = false,
        lastConfirmed: CalendarDate? = nil
    ) {
        func present(_ text: String?) -> String? { text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil } }
        self.name = name
        self.company = present(company)
        self.title = present(title)
        self.email = email
        self.hasPhone = hasPhone
        self.lastConfirmed = lastConfirmed
    }

    /// Looks at a person: classifies all addresses against all companies, and keeps the best.
    public init(_ person: Person) {
        let companies = person.companies.map(\.value)
        let name = person.names.first?.value ?? PersonName()
        var best: Email?
        for held in person.emails {
            let kind = EmailClassification.kind(of: held.value.address, companies: companies, name: name)
            // Of equal kinds the first one stays: the person's list is in order of preference.
            if let known = best, EmailKind.best(of: [known.kind, kind]) == known.kind { continue }
            best = Email(held.value.address, kind: kind)
        }
        self.init(
            name: name,
            company: companies.first,
            title: person.titles.first?.value,
            email: best,
            hasPhone: !person.phones.isEmpty,
            lastConfirmed: person.lastConfirmed
        )
    }

    /// Whether the owner could reach the person if the network closed tonight: by an address or a number.
    public var isReachable: Bool { email != nil || hasPhone }
}
