/// What the tables know of domains.
final class ListedDomains: Sendable {
    /// What a domain is listed as.
    enum Entry: Sendable {
        /// A provider for private persons.
        case consumer
        /// A provider whose staff have addresses under the same domain.
        case dualUse(DualUseDomains.Provider)
        /// An alias service.
        case relay
        /// Throw-away addresses.
        case disposable
        /// An association or community.
        case association
        /// A school.
        case school
    }

    private let domains: WordTable
    private let entries: [Entry]

    /// All tables of this module. Built at first use, in about a millisecond.
    static let all = ListedDomains()

    private init() {
        var listed: [(domain: Substring, entry: Entry)] = []
        func add(_ text: String, _ entry: Entry) {
            for domain in WordTable.words(of: text) { listed.append((domain, entry)) }
        }
        func addProviders(_ text: String, isMostlyConsumer: Bool) {
            for line in text.split(whereSeparator: \.isNewline) {
                let words = line.split(separator: " ")
                guard let domain = words.first else { continue }
                let companies = words.dropFirst().map(String.init)
                listed.append((domain, .dualUse(.init(companies: companies, isMostlyConsumer: isMostlyConsumer))))
            }
        }
        // Of a domain in two tables the first one counts.
        add(RelayDomains.text, .relay)
        add(DisposableDomains.text, .disposable)
        addProviders(DualUseDomains.mostlyStaff, isMostlyConsumer: false)
        addProviders(DualUseDomains.mostlyConsumer, isMostlyConsumer: true)
        add(ConsumerDomains.text, .consumer)
        add(ConsumerDomains.regional, .consumer)
        add(AssociationDomains.text, .association)
        add(SchoolDomains.text, .school)
        let domains = WordTable(words: listed.map(\.domain))
        var entries: [Entry] = []
        entries.reserveCapacity(domains.count)
        // Words are numbered in the order of their first mention.
        for (domain, entry) in listed where domains.index(of: Array(domain.utf8)[...]) == entries.count { entries.append(entry) }
        (self.domains, self.entries) = (domains, entries)
    }

    /// How many domains there are.
    var count: Int { domains.count }

    /// Whether a provider's staff are known to have addresses at the same label under `.com`, as Comcast's have: its others are customers'.
    func hasStaff(at label: ArraySlice<UInt8>) -> Bool {
        guard let listed = domains.index(of: label + ".com".utf8) else { return false }
        if case .dualUse = entries[listed] { return true }
        return false
    }

    /// The entry of a domain or of the nearest domain above it, and the index of the label the listed domain begins with.
    func entry(of domain: DomainName) -> (entry: Entry, from: Int)? {
        for index in 0..<(domain.labels.count - 1) {
            if let listed = domains.index(of: domain.bytes(from: index)) {
                return (entries[listed], index)
            }
        }
        guard ConsumerDomains.families.contains(domain.label) else { return nil }
        let suffix = domain.suffix
        // `hotmail.co.uk`, `yahoo.com.br`, `gmx.at`; `live.agency` is someone else's.
        guard suffix.count == 2 || suffix.contains(0x2E) || suffix.elementsEqual("com".utf8) || suffix.elementsEqual("net".utf8) else {
            return nil
        }
        return (.consumer, domain.registrable)
    }
}
