internal import ContactModel
import TextMatching

/// People with addresses that may be work addresses, to be found by their names.
struct NamesakeIndex {
    /// Somebody with the name.
    struct Namesake {
        var id: UniqueID
        var emails: [Held<EmailAddress>]
        var phones: [Held<PhoneNumber>]
        var title: Held<String>?
        /// The sources that say anything of them.
        var sources: Set<String>
        var company: UInt64?
        var display: String
    }

    private var people: [UInt64: [Namesake]] = [:]

    /// Takes a person in.
    mutating func add(_ person: Person, judged: [(address: String, evidence: EmailEvidence)]) {
        let emails = person.emails.filter { held in
            guard let evidence = judged.first(where: { $0.address == held.value.address })?.evidence else { return false }
            switch evidence.kind {
            case .work, .unknown: return true
            case .personal, .role, .disposable, .school, .association, .relay: return false
            }
        }
        guard !emails.isEmpty, let key = Self.key(person) else { return }
        people[key, default: []].append(
            Namesake(
                id: person.id, emails: emails, phones: Array(person.phones.prefix(2)), title: person.titles.first,
                sources: Self.sources(of: person),
                company: CompanyAddresses.key(person.companies.first?.value), display: person.displayName))
    }

    /// Others of a person's name.
    ///
    /// Who stands in one source with the person is somebody else: no list names one human being twice.
    func namesakes(of person: Person) -> [Namesake] {
        guard !people.isEmpty, let key = Self.key(person), let found = people[key] else { return [] }
        let sources = Self.sources(of: person)
        return found.filter { $0.id != person.id && $0.sources.isDisjoint(with: sources) }
    }

    /// The words of a name in any order; one word alone names nobody.
    private static func key(_ person: Person) -> UInt64? {
        guard let name = person.names.first?.value else { return nil }
        let tokens = TextFolding.nameTokens(name.given.flatMap { given in name.family.map { given + " " + $0 } } ?? name.display)
        guard tokens.count > 1, tokens.count(where: { $0.utf8.count > 1 }) > 1 else { return nil }
        return StableHash.of(tokens.sorted().joined(separator: " "))
    }

    static func sources(of person: Person) -> Set<String> {
        var sources: Set<String> = []
        func add(_ provenance: [Provenance]?) { for one in provenance ?? [] where one.snapshot != nil { sources.insert(one.source) } }
        add(person.names.first?.provenance)
        for email in person.emails { add(email.provenance) }
        for company in person.organizations { add(company.provenance) }
        return sources
    }
}
