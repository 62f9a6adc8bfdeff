public import ContactFormats
public import ContactModel
public import ContactQuality
public import Vault

extension ExportContext {
    /// Kinds of addresses as review tells them, and what titles say of rank and field.
    ///
    /// - Parameters:
    ///   - givesReasons: whether it is also told why an address is of its kind, and how sure that is.
    ///   - outlook: tells how likely a person's values still hold; `nil` where that is not to be told.
    public static func judged(
        by kinds: EmailKinds, givesReasons: Bool = false, outlook: (@Sendable (Person) -> PersonOutlook)? = nil
    ) -> ExportContext {
        @Sendable func reason(_ email: EmailAddress, _ person: Person) -> EmailReason {
            let verdict = kinds.verdict(of: email, of: person)
            return (verdict.kind.rawValue, verdict.reason, verdict.probability)
        }
        @Sendable func position(_ title: String) -> Position {
            let reading = TitleReading(title)
            return (reading?.seniority?.rawValue, reading?.function?.rawValue)
        }
        var holds: (@Sendable (Person) -> Holds)?
        if let outlook { holds = { Holds(outlook($0)) } }
        return ExportContext(
            emailKind: { kinds.kind(of: $0, of: $1).rawValue }, emailReason: givesReasons ? reason : nil, position: position,
            holds: holds)
    }

    /// Kinds with their reasons, titles, and how likely values still hold today: all that is told of people of a vault.
    public static func judged(in vault: Vault, asOf today: CalendarDate) throws -> ExportContext {
        let (kinds, staleness) = (try vault.emailKinds(), try vault.staleness())
        return judged(by: kinds, givesReasons: true) { PersonOutlook($0, census: kinds.census, by: staleness, on: today) }
    }
}

extension ExportContext.Holds {
    init(_ outlook: PersonOutlook) {
        self.init(
            company: outlook.company?.holds, title: outlook.title?.holds, emails: outlook.emails.map { $0?.holds },
            phones: outlook.phones.map { $0?.holds }, links: outlook.links.map { $0?.holds })
    }
}
