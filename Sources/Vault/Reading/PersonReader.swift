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

    /// Makes people of what this reads.
    let maker: PersonMaker

    private let session: any Session
    private let vaultID: Int64

    init(session: any Session, vaultID: Int64) throws {
        self.init(
            session: session, vaultID: vaultID, catalog: try ListCatalog(session, vaultID: vaultID),
            words: try OwnersWords(session: session, vaultID: vaultID))
    }

    /// Reads with what was read of lists and log before, where nothing has changed since.
    init(session: any Session, vaultID: Int64, catalog: ListCatalog, words: OwnersWords) {
        self.session = session
        self.vaultID = vaultID
        maker = PersonMaker(catalog: catalog, words: words)
    }

    /// Hands over the people a filter means, until `body` returns `false`.
    ///
    /// - Parameter today: the day on which values should hold, where the filter asks for that.
    func forEach(
        _ filter: PeopleFilter, order: Order = .number, asOf today: CalendarDate, _ body: (Person) throws -> Bool
    ) throws {
        let query = try query(filter, asOf: today)
        try forEachStored(query, order: order) { stored in
            let person = maker.person(of: stored)
            return query.tests.allSatisfy { $0(person) } ? try body(person) : true
        }
    }

    /// A filter as a query.
    func query(_ filter: PeopleFilter, asOf today: CalendarDate) throws -> FilterQuery {
        FilterQuery(filter, vaultID: vaultID, kinds: filter.asksForKind ? EmailKinds(census: try census()) : nil, today: today)
    }

    /// Hands over what is stored of the people a query finds, until `body` returns `false`; its tests are the caller's to make.
    func forEachStored(_ query: FilterQuery, order: Order, _ body: (PersonMaker.Stored) throws -> Bool) throws {
        let (conditions, parameters) = query.sql(session)
        guard order == .name else { return try forEachStored(where: conditions, parameters, body) }
        // Numbers are sorted, not people: a list of which the first hundred are shown reads a hundred.
        let numbers = try session.rows(
            "SELECT p.person_id FROM person p WHERE \(conditions.joined(separator: " AND ")) ORDER BY p.sort_name, p.connected_on, p.work, p.address, p.person_id",
            parameters
        ) { $0.integer(0) }
        for number in numbers {
            guard let stored = try stored(number) else { continue }
            guard try body(stored) else { return }
        }
    }

    /// The person with a number; `nil` where there is none.
    func person(_ number: Int64) throws -> Person? { try stored(number).map(maker.person) }

    /// What is stored of the person with a number; `nil` where there is none.
    private func stored(_ number: Int64) throws -> PersonMaker.Stored? {
        var found: PersonMaker.Stored?
        try forEachStored(where: ["p.vault_id = ?", "p.person_id = ?"], [.integer(vaultID), .integer(number)]) { stored in
            found = stored
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
                EntryName(key: $0, list: list, sourceName: maker.catalog.facts(list).sourceName, ordinal: row.integer(3))
            }
        }.compactMap { $0 }.min()?.id
    }

    /// What the people whose best address can't be told by themselves tell of domains.
    func census() throws -> DomainCensus {
        var census = DomainCensus()
        // Few of many: found in an index that says the kind, without reading everybody.
        let unknown = "p.person_id IN (SELECT person_id FROM person WHERE vault_id = ? AND email_kind = 'unknown')"
        try forEachStored(where: ["p.vault_id = ?", unknown], [.integer(vaultID), .integer(vaultID)]) { stored in
            let person = maker.person(of: stored)
            census.add(addresses: person.emails.lazy.map(\.value.address), company: person.companies.first?.value)
            return true
        }
        return census
    }

    private func forEachStored(
        where conditions: [String],
        _ parameters: [SQLValue],
        _ body: (PersonMaker.Stored) throws -> Bool
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
        var stored = PersonMaker.Stored()
        while try select.step() {
            let number = select.integer(0)
            if let previous = current, previous != number {
                guard try body(stored) else { return }
                stored = PersonMaker.Stored()
            }
            current = number
            stored.sayings.append(
                PersonMaker.Saying(
                    entry: select.integer(1),
                    list: ListCatalog.Key(sourceID: select.integer(2), list: select.text(3)),
                    key: select.text(4),
                    ordinal: select.integer(5),
                    run: ContentHash(stored: select.bytes(8)).map {
                        Run(first: select.integer(6), gone: select.optionalInteger(7), hash: $0)
                    },
                    card: select.bytes(9)
                )
            )
        }
        if current != nil { _ = try body(stored) }
    }
}
