public import ContactFormats
public import ContactModel
public import ContactQuality
public import Vault

/// Shows all that is known of one person, and how likely it still holds.
public struct ShowPerson: Sendable {
    /// Who, in the words of `FindPerson`.
    public var text: String
    /// The day this is told on.
    public var today: CalendarDate

    /// A person with what changed about them.
    public struct Portrait: Sendable {
        /// The person.
        public var person: Person
        /// The changes, oldest first.
        public var changes: [ChangeSummary]
        /// What is held beyond the fields, each with who says so.
        public var further: [FurtherValue]
        /// Who judges addresses.
        public var kinds: EmailKinds
        /// How likely each value still holds.
        public var outlook: PersonOutlook

        /// What is told of the person as JSON.
        public var context: ExportContext { .judged(by: kinds) { [outlook] _ in outlook } }
    }

    /// Prepares a portrait.
    public init(_ text: String, asOf today: CalendarDate) {
        (self.text, self.today) = (text, today)
    }

    /// The person meant, with their history.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where several are meant.
    public func run(in vault: Vault) throws -> Portrait {
        let person = try FindPerson(text).run(in: vault)
        // Only an address that can't be told alone, or seems private alone, needs the others.
        let alone = EmailKinds()
        let isTold = person.emails.allSatisfy { ![.unknown, .personal].contains(alone.kind(of: $0.value, of: person)) }
        let kinds = isTold ? alone : try vault.emailKinds()
        return Portrait(
            person: person, changes: try vault.changes(of: person.id),
            further: FurtherValue.all(of: person, told: try vault.holdings(of: person.id)), kinds: kinds,
            outlook: PersonOutlook(person, census: kinds.census, by: try vault.staleness(), on: today))
    }
}
