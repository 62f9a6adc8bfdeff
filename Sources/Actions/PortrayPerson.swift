public import ContactModel
public import ContactQuality
public import Vault

/// Shows a person with all that is known, how likely it still holds, and who is near.
public struct PortrayPerson: Sendable {
    /// Who, in the words of `FindPerson`.
    public var text: String

    /// A person in their surroundings.
    public struct Portrait: Sendable {
        /// The person.
        public var person: Person
        /// The changes, oldest first.
        public var changes: [ChangeSummary]
        /// What the owner said of them, oldest first, each with whether it is taken back at present.
        public var steps: [(decision: Decision, isUndone: Bool)]
        /// The entries of sources the person is made of.
        public var entries: [EntrySummary]
        /// What made those entries one person; term by term where the vault is small enough for that to take no time.
        public var joinings: [Joining]
        /// What is held beyond the fields, each with who says so.
        public var further: [FurtherValue]
        /// What the rules of review say.
        public var findings: [Finding]
        /// How likely each value still holds.
        public var outlook: PersonOutlook
        /// Who judges addresses.
        public var kinds: EmailKinds
        /// Others of the same name.
        public var sameName: [Person]
        /// Others at the same company, a few of them.
        public var sameCompany: [Person]
        /// The day this is told on.
        public var today: CalendarDate
    }

    private static let mostNeighbours = 8

    /// Prepares a portrait.
    public init(_ text: String) {
        self.text = text
    }

    /// The person meant, in their surroundings.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where several are meant.
    public func run(in vault: Vault, clock: Clock = .system) throws -> Portrait {
        let person = try FindPerson(text).run(in: vault)
        let kinds = try vault.emailKinds()
        let staleness = try vault.staleness()
        let today = clock.today
        let book = RuleBook.standard(asOf: today, knowing: ReviewKnowledge(staleness: staleness))
        return Portrait(
            person: person, changes: try vault.changes(of: person.id), steps: try vault.steps(about: person.id),
            entries: try vault.entries(of: person.id),
            joinings: try vault.joinings(of: person.id, termByTermOfUpTo: ExplainJoinings.mostReadAtOnce),
            further: FurtherValue.all(of: person, told: try vault.holdings(of: person.id)),
            findings: book.findings(for: ReviewSubject(person, census: kinds.census)).sorted { $0.severity > $1.severity },
            outlook: PersonOutlook(person, census: kinds.census, by: staleness, on: today), kinds: kinds,
            sameName: try neighbours(of: person, .name(person.names.first?.value.display ?? ""), in: vault),
            sameCompany: try neighbours(of: person, .company(person.companies.first?.value ?? ""), in: vault), today: today)
    }

    private func neighbours(of person: Person, _ condition: PeopleFilter.Condition, in vault: Vault) throws -> [Person] {
        switch condition {
        case .name(""), .company(""): return []
        default: break
        }
        let listing = try vault.listing(PeopleFilter(condition), offset: 0, limit: Self.mostNeighbours + 1)
        return Array(listing.people.filter { $0.id != person.id }.prefix(Self.mostNeighbours))
    }
}
