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
        let kinds = filter.asksForKind ? EmailKinds(census: try census()) : nil
        let plans = filter.asksForReach ? try phonePlans() : nil
        let staleness = filter.asksForStale ? StalenessModel.published.fitted(to: try session.changeHistory(vaultID: vaultID)) : nil
        let query = FilterQuery(filter, vaultID: vaultID, kinds: kinds, plans: plans, staleness: staleness, today: today)
        // One by one: who asks may have enough of them soon.
        try forEachStored(query, order: order, atATime: 1) { stored in
            for person in maker.people(of: stored) where query.tests.allSatisfy({ $0(person) }) {
                guard try body(person) else { return false }
            }
            return true
        }
    }

    /// Hands over what is stored of the people a query finds, at most so many at a time, until `body` returns `false`; its tests are the
    /// caller's to make.
    func forEachStored(_ query: FilterQuery, order: Order, atATime most: Int, _ body: (StoredPeople) throws -> Bool) throws {
        let (conditions, parameters) = try query.sql(session)
        var stored = StoredPeople()
        func handOn(_ stored: inout StoredPeople) throws -> Bool { try stored.isFull(of: most) ? body(stored.take()) : true }
        switch order {
        case .number:
            guard try read(where: conditions, parameters, into: &stored, handOn) else { return }
        case .name:
            // Numbers are sorted, not people: a list of which the first hundred are shown reads a hundred.
            let numbers = try session.rows(
                "SELECT p.person_id FROM person p WHERE \(conditions.joined(separator: " AND ")) ORDER BY p.sort_name, p.connected_on, p.work, p.address, p.person_id",
                parameters
            ) { $0.integer(0) }
            for number in numbers { guard try read(number, into: &stored, handOn) else { return } }
        }
        if stored.count > 0 { _ = try body(stored) }
    }

    /// The person with a number; `nil` where there is none.
    func person(_ number: Int64) throws -> Person? {
        var stored = StoredPeople()
        _ = try read(number, into: &stored) { _ in true }
        return stored.count > 0 ? maker.person(0, of: stored) : nil
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

    /// What the people at domains that are nobody's we know tell of them.
    func census() throws -> DomainCensus {
        var census = DomainCensus()
        try forEachTelling(atATime: 1) { for person in maker.people(of: $0) { census.add(person) } }
        return census
    }

    /// The numbering plans as seen from where the owner's contacts are: from the country most numbers that name one belong to, three of
    /// them at least and half of all.
    func phonePlans() throws -> PhonePlans {
        var regions: [String: Int] = [:]
        var asked = 0
        let query = FilterQuery(PeopleFilter(.has(.phone)), vaultID: vaultID)
        try forEachStored(query, order: .number, atATime: 1) { stored in
            for person in maker.people(of: stored) {
                asked += 1
                for phone in person.phones {
                    if let region = PhonePlans.region(of: phone.value.number) { regions[region, default: 0] += 1 }
                }
            }
            return asked < Self.mostAskedForHome
        }
        guard let most = regions.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 3,
            most.value * 2 >= regions.values.reduce(0, +)
        else { return PhonePlans() }
        return PhonePlans(home: most.key)
    }

    /// So many people with numbers tell which country numbers without one belong to.
    private static let mostAskedForHome = 2_000

    /// Hands over what is stored of the people whose addresses may tell of domains, at most so many at a time: whose best address can't be told
    /// by themselves, or seems private and may be at a firm's domain that merely sounds like a provider's.
    func forEachTelling(atATime most: Int, _ body: (StoredPeople) throws -> Void) throws {
        // Few of many: found in an index that says the kind, without reading everybody.
        let unknown = "p.person_id IN (SELECT person_id FROM person WHERE vault_id = ? AND email_kind IN ('unknown', 'personal'))"
        // The great providers, which most private addresses are at, tell nothing (`DomainCensus`).
        let apart = ["gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "gmx"].map { "p.address NOT LIKE '%\($0)%'" }
        let isTelling = "(p.email_kind = 'unknown' OR (\(apart.joined(separator: " AND "))))"
        var stored = StoredPeople()
        _ = try read(where: ["p.vault_id = ?", unknown, isTelling], [.integer(vaultID), .integer(vaultID)], into: &stored) { stored in
            if stored.isFull(of: most) { try body(stored.take()) }
            return true
        }
        if stored.count > 0 { try body(stored) }
    }

    /// Adds what is stored of the person with a number.
    private func read(_ number: Int64, into stored: inout StoredPeople, _ isToGoOn: (inout StoredPeople) throws -> Bool) throws -> Bool {
        try read(where: ["p.vault_id = ?", "p.person_id = ?"], [.integer(vaultID), .integer(number)], into: &stored, isToGoOn)
    }

    /// Adds what is stored of the people some conditions hold for, until `isToGoOn`, asked after each of them, returns `false`.
    ///
    /// - Returns: whether it was read to the end.
    private func read(
        where conditions: [String],
        _ parameters: [SQLValue],
        into stored: inout StoredPeople,
        _ isToGoOn: (inout StoredPeople) throws -> Bool
    ) throws -> Bool {
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
        while try select.step() {
            let number = select.integer(0)
            if let previous = current, previous != number {
                stored.endPerson()
                guard try isToGoOn(&stored) else { return false }
            }
            current = number
            stored.add(select)
        }
        guard current != nil else { return true }
        stored.endPerson()
        return try isToGoOn(&stored)
    }
}

extension DomainCensus {
    /// Counts a person, for each domain they have an address at, as one of the company they are with.
    mutating func add(_ person: Person) {
        add(addresses: person.emails.lazy.map(\.value.address), company: person.companies.first?.value)
    }
}
