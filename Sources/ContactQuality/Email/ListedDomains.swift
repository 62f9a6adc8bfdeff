/// What the tables know of domains.
struct ListedDomains: Sendable {
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

    private let entries: [String: Entry]

    /// All tables of this module. Built at first use, in well under a millisecond.
    static let all = ListedDomains()

    private init() {
        var entries: [String: Entry] = Dictionary(minimumCapacity: 4096)
        func add(_ text: String, _ entry: Entry) {
            for domain in text.split(whereSeparator: \.isWhitespace) { entries[String(domain)] = entry }
        }
        func addProviders(_ text: String, isMostlyConsumer: Bool) {
            for line in text.split(whereSeparator: \.isNewline) {
                let words = line.split(separator: " ").map(String.init)
                guard let domain = words.first else { continue }
                entries[domain] = .dualUse(.init(companies: Array(words.dropFirst()), isMostlyConsumer: isMostlyConsumer))
            }
        }
        add(SchoolDomains.text, .school)
        add(AssociationDomains.text, .association)
        add(ConsumerDomains.text, .consumer)
        addProviders(DualUseDomains.mostlyConsumer, isMostlyConsumer: true)
        addProviders(DualUseDomains.mostlyStaff, isMostlyConsumer: false)
        add(DisposableDomains.text, .disposable)
        add(RelayDomains.text, .relay)
        self.entries = entries
    }

    /// How many domains there are.
    var count: Int { entries.count }

    /// The entry of a domain or of the nearest domain above it, and the listed domain itself.
    func entry(of domain: DomainName) -> (entry: Entry, domain: String)? {
        for index in 0..<(domain.labels.count - 1) {
            let name = domain.text(from: index)
            if let entry = entries[name] { return (entry, name) }
        }
        guard ConsumerDomains.families.contains(String(decoding: domain.label, as: UTF8.self)) else { return nil }
        let suffix = domain.suffix
        // `hotmail.co.uk`, `yahoo.com.br`, `gmx.at`; `live.agency` is someone else's.
        guard suffix.count == 2 || suffix.contains(0x2E) || suffix.elementsEqual("com".utf8) || suffix.elementsEqual("net".utf8) else {
            return nil
        }
        return (.consumer, domain.text(from: domain.registrable))
    }
}
