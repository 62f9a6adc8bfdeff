import ContactFormats
import ContactModel
import ContactQuality

/// Reads people with all their records, one after another, in constant memory.
struct PersonReader {
    /// In which order people come.
    enum Order {
        /// As they came in: the fastest.
        case number
        /// By family name.
        case name
    }

    private let session: any Session
    private let vaultID: Int64
    private let catalog: ListCatalog
    private let words: OwnersWords

    init(session: any Session, vaultID: Int64) throws {
        self.session = session
        self.vaultID = vaultID
        catalog = try ListCatalog(session, vaultID: vaultID)
        words = try OwnersWords(session: session, vaultID: vaultID)
    }

    /// Reads with what was read of lists and log before, where nothing has changed since.
    init(session: any Session, vaultID: Int64, catalog: ListCatalog, words: OwnersWords) {
        self.session = session
        self.vaultID = vaultID
        self.catalog = catalog
        self.words = words
    }

    /// Hands over the people a filter means, until `body` returns `false`.
    ///
    /// - Parameter today: the day on which values should hold, where the filter asks for that.
    func forEach(
        _ filter: PeopleFilter, order: Order = .number, asOf today: CalendarDate, _ body: (Person) throws -> Bool
    ) throws {
        let query = FilterQuery(
            filter, vaultID: vaultID, kinds: filter.asksForKind ? EmailKinds(census: try census()) : nil, today: today)
        let (conditions, parameters) = query.sql(session)
        guard order == .name else {
            return try forEach(where: conditions, parameters) { _, person in
                query.tests.allSatisfy { $0(person) } ? try body(person) : true
            }
        }
        // Numbers are sorted, not people: a list of which the first hundred are shown reads a hundred.
        let numbers = try session.rows(
            "SELECT p.person_id FROM person p WHERE \(conditions.joined(separator: " AND ")) ORDER BY p.sort_name, p.connected_on, p.work, p.address, p.person_id",
            parameters
        ) { $0.integer(0) }
        for number in numbers {
            guard let person = try person(number), query.tests.allSatisfy({ $0(person) }) else { continue }
            guard try body(person) else { return }
        }
    }

    /// The person with a number; `nil` where there is none.
    func person(_ number: Int64) throws -> Person? {
        var found: Person?
        try forEach(where: ["p.vault_id = ?", "p.person_id = ?"], [.integer(vaultID), .integer(number)]) { _, person in
            found = person
            return false
        }
        return found
    }

    /// The id of the person with a number; `nil` where there is none.
    func id(of number: Int64) throws -> UniqueID? {
        try session.rows(
            "SELECT source_id, list, key, ordinal FROM entry WHERE vault_id = ? AND person_id = ?", [.integer(vaultID), .integer(number)]
        ) { row -> EntryName? in
            let list = ListCatalog.Key(sourceID: row.integer(0), list: row.text(1))
            return IdentityKey(description: row.text(2)).map {
                EntryName(key: $0, list: list, sourceName: catalog.facts(list).sourceName, ordinal: row.integer(3))
            }
        }.compactMap { $0 }.min()?.id
    }

    /// What the people whose best address can't be told by themselves tell of domains.
    func census() throws -> DomainCensus {
        var census = DomainCensus()
        try forEach(where: ["p.vault_id = ?", "p.email_kind = 'unknown'"], [.integer(vaultID)]) { _, person in
            census.add(addresses: person.emails.lazy.map(\.value.address), company: person.companies.first?.value)
            return true
        }
        return census
    }

    private func forEach(where conditions: [String], _ parameters: [SQLValue], _ body: (Int64, Person) throws -> Bool) throws {
        try forEachGroup(where: conditions, parameters) { number, group in try body(number, person(of: group)) }
    }

    private struct Group {
        var names: [EntryName] = []
        var records: [ProjectedRecord] = []
    }

    private func person(of group: Group) -> Person {
        let anchor = group.names.min()
        return PersonProjection.person(
            id: anchor?.id ?? UniqueID(high: 0, low: 0),
            records: group.records,
            words: words.isEmpty ? [] : words.of(group.names.map { $0.id.keyHash })
        )
    }

    private func forEachGroup(
        where conditions: [String],
        _ parameters: [SQLValue],
        _ body: (Int64, Group) throws -> Bool
    ) throws {
        let select = try session.statement(
            """
            SELECT p.person_id, e.entry_id, e.source_id, e.list, e.key, e.ordinal, r.first_snapshot, r.gone_snapshot, r.hash, r.card
            FROM person p
            JOIN entry e ON e.vault_id = p.vault_id AND e.person_id = p.person_id
            JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY p.vault_id, p.person_id
            """
        )
        defer { select.reset() }
        for (position, value) in parameters.enumerated() { select.bind(position, value) }
        var current: Int64?
        var group = Group()
        var lastEntry: Int64?
        while try select.step() {
            let number = select.integer(0)
            if let previous = current, previous != number {
                guard try body(previous, group) else { return }
                group = Group()
                lastEntry = nil
            }
            current = number
            let list = ListCatalog.Key(sourceID: select.integer(2), list: select.text(3))
            let facts = catalog.facts(list)
            let entry = select.integer(1)
            if entry != lastEntry, let key = IdentityKey(description: select.text(4)) {
                group.names.append(EntryName(key: key, list: list, sourceName: facts.sourceName, ordinal: select.integer(5)))
                lastEntry = entry
            }
            guard let hash = ContentHash(stored: select.bytes(8)), let card = JSContact.decode(select.bytes(9)) else { continue }
            let run = Run(first: select.integer(6), gone: select.optionalInteger(7), hash: hash)
            group.records.append(ProjectedRecord(entry: entry, list: facts, run: run, card: card))
        }
        if let current { _ = try body(current, group) }
    }
}
