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
    /// The other e-mail addresses, in order of preference.
    public var otherEmails: [Email]
    /// What sources give as e-mail addresses and is none.
    public var malformedEmails: [String]
    /// Whether a phone number is known.
    public var hasPhone: Bool
    /// The phone numbers.
    public var phones: [Phone]
    /// The latest export date of any snapshot the person stands in.
    public var lastConfirmed: CalendarDate?
    /// When the company was said; `nil` where nothing tells.
    public var companyConfirmed: Confirmation?
    /// When the title was said.
    public var titleConfirmed: Confirmation?
    /// When the first phone number was said.
    public var phoneConfirmed: Confirmation?
    /// Where sources disagree about what can be only one thing.
    public var conflicts: [SourceConflict]

    /// An address and what it is.
    public struct Email: Hashable, Sendable {
        /// The address.
        public var address: String
        /// What it is.
        public var kind: EmailKind
        /// When it was said; `nil` where nothing tells.
        public var confirmed: Confirmation?
        /// The company whose work address it is where the person has left that; `nil` otherwise.
        public var formerCompany: String?

        /// Makes an address of a known kind.
        public init(_ address: String, kind: EmailKind, confirmed: Confirmation? = nil, formerCompany: String? = nil) {
            self.address = address
            self.kind = kind
            self.confirmed = confirmed
            self.formerCompany = formerCompany
        }

        /// Whether it is a work address of a company the person has left.
        public var isOfFormerCompany: Bool { formerCompany != nil }

        /// Whether mail can be sent to it: it has the form of an address. A throw-away address takes mail as long as it lasts.
        public var canBeWrittenTo: Bool { AddressSyntax.flaw(in: address) == nil }
    }

    /// A phone number and what it is worth.
    public struct Phone: Hashable, Sendable {
        /// The number as written.
        public var number: String
        /// What it is worth.
        public var standing: PhoneStanding

        /// Makes a number that was judged; one nobody judged has the standing `other`, of which no rule says anything.
        public init(_ number: String, standing: PhoneStanding = .other) {
            self.number = number
            self.standing = standing
        }

        /// Whether it can be called: nothing says that it can't be a number (`PhoneImpossible`).
        public var canBeCalled: Bool { standing.canBeCalled }
    }

    /// Makes a subject; blank texts count for absent.
    public init(
        name: PersonName = PersonName(),
        company: String? = nil,
        title: String? = nil,
        email: Email? = nil,
        otherEmails: [Email] = [],
        malformedEmails: [String] = [],
        hasPhone: Bool = false,
        phones: [Phone] = [],
        lastConfirmed: CalendarDate? = nil,
        companyConfirmed: Confirmation? = nil,
        titleConfirmed: Confirmation? = nil,
        phoneConfirmed: Confirmation? = nil,
        conflicts: [SourceConflict] = []
    ) {
        func present(_ text: String?) -> String? { text.flatMap { $0.utf8.contains { $0 > 0x20 } ? $0 : nil } }
        self.name = name
        self.company = present(company)
        self.title = present(title)
        self.email = email
        self.otherEmails = otherEmails
        self.malformedEmails = malformedEmails
        self.hasPhone = hasPhone || !phones.isEmpty
        self.phones = phones
        self.lastConfirmed = lastConfirmed
        self.companyConfirmed = companyConfirmed
        self.titleConfirmed = titleConfirmed
        self.phoneConfirmed = phoneConfirmed
        self.conflicts = conflicts
    }

    /// Looks at a person: classifies all addresses against all companies, and puts the best first.
    ///
    /// - Parameters:
    ///   - census: what the other people of the vault tell of domains.
    ///   - plans: the numbering plans that judge phone numbers; without any nothing is said of them.
    public init(_ person: Person, census: DomainCensus = DomainCensus(), plans: PhonePlans? = nil) {
        let name = person.names.first?.value ?? PersonName()
        var emails = Self.emails(of: person, census: census)
        // Of equal kinds the first one stays first: the person's list is in order of preference.
        if let best = EmailKind.best(of: emails.lazy.map(\.kind)), let place = emails.firstIndex(where: { $0.kind == best }) {
            emails.insert(emails.remove(at: place), at: 0)
        }
        self.init(
            name: name,
            company: person.companies.first?.value,
            title: person.titles.first?.value,
            email: emails.first,
            otherEmails: emails.count > 1 ? Array(emails.dropFirst()) : [],
            malformedEmails: person.extra.isEmpty ? [] : person.malformedEmails,
            hasPhone: !person.phones.isEmpty,
            phones: person.phones.isEmpty
                ? []
                : zip(person.phones, plans?.standings(of: person) ?? person.phones.map { _ in .other })
                    .map { Phone($0.value.number, standing: $1) },
            lastConfirmed: person.lastConfirmed,
            companyConfirmed: person.companies.first.flatMap { Confirmation($0, others: person.companies.dropFirst()) },
            titleConfirmed: person.titles.first.flatMap { Confirmation($0, others: person.titles.dropFirst()) },
            phoneConfirmed: person.phones.first.flatMap { Confirmation($0) },
            conflicts: SourceConflict.all(of: person)
        )
    }

    /// The addresses of a person, in the person's order, each with what it is.
    static func emails(of person: Person, census: DomainCensus) -> [Email] {
        guard !person.emails.isEmpty else { return [] }
        let (companies, name) = (person.companies.map(\.value), person.names.first?.value ?? PersonName())
        return person.emails.map { held in
            let evidence = EmailEvidence(held.value, companies: companies, name: name, census: census)
            // A further company of today is none the person has left.
            let former = evidence.formerCompany.flatMap { company in
                person.organizations.contains { $0.value.name == company && Person.isPresent($0, among: person.organizations) }
                    ? nil : company
            }
            return Email(held.value.address, kind: evidence.kind, confirmed: Confirmation(held), formerCompany: former)
        }
    }

    /// Whether the owner could reach the person if the network closed tonight: by an address that can be written to, or a number that can be
    /// called.
    public var isReachable: Bool { canBeWrittenTo || canBeCalled }

    /// The kind of the best address that can be written to; `nil` where there is none.
    public var bestKindToWriteTo: EmailKind? {
        guard let email else { return nil }
        if email.canBeWrittenTo { return email.kind }
        return EmailKind.best(of: otherEmails.lazy.filter(\.canBeWrittenTo).map(\.kind))
    }

    /// Whether one of the addresses can be written to.
    public var canBeWrittenTo: Bool { email.map { $0.canBeWrittenTo || otherEmails.contains(where: \.canBeWrittenTo) } ?? false }

    /// Whether one of the numbers can be called; numbers nobody judged can.
    public var canBeCalled: Bool { hasPhone && (phones.isEmpty || phones.contains(where: \.canBeCalled)) }

    /// All addresses, the best first.
    var emails: [Email] { email.map { [$0] + otherEmails } ?? [] }
}
