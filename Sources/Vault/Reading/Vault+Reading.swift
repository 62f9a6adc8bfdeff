import ContactFormats
public import ContactModel

/// A snapshot as it is listed.
public struct SnapshotSummary: Sendable {
    /// Its id.
    public var id: UniqueID
    /// The name of its source.
    public var source: String
    /// Which list of the source it is.
    public var list: String
    /// What it was recognised as.
    public var format: String
    /// Its layout in words.
    public var layout: String
    /// Where it came from.
    public var path: String
    /// The day it was handed out.
    public var exportedOn: CalendarDate
    /// How that day is known.
    public var exportedOnBasis: ExportDateBasis
    /// When it was imported, ISO 8601 in UTC.
    public var importedAt: String
    /// Rows besides headers and blank lines.
    public var rows: Int64
    /// Rows that could not be read.
    public var rejected: Int64
    /// The SHA-256 of the original, in hexadecimal.
    public var sha256: String
    /// How many bytes the original has.
    public var byteCount: Int64
    /// The step of the log it came in with.
    public var step: Int64
    /// The files it was read from, as they came in, the first one first; of several lists in one archive each has the archive.
    public var files: [KeptFile]

    /// A file as it came in.
    public struct KeptFile: Sendable, Hashable {
        /// What it was called.
        public var name: String
        /// The SHA-256, in hexadecimal.
        public var sha256: String
        /// How many bytes it has.
        public var byteCount: Int64
    }
}

/// A change as it is listed.
public struct ChangeSummary: Sendable {
    /// The day: of connecting, else of the first export that shows it.
    public var on: CalendarDate
    /// What kind of change.
    public var kind: ChangeKind
    /// The person's id.
    public var person: UniqueID
    /// The person's name.
    public var name: String
    /// The field it is about.
    public var field: String
    /// The value before; `nil` where there was none.
    public var from: String?
    /// The value since; `nil` where there is none.
    public var to: String?
    /// The name of the source that shows it.
    public var source: String
    /// Whether that source has a list of connections: who comes into that of an address book is not connected by it.
    public var isOfConnections = true
    /// Where the person is now; `nil` where that is not known.
    public var company: String?
}

extension Vault {
    /// Hands over the people a filter means, until `body` returns `false`; in constant memory.
    public func forEachPerson(_ filter: PeopleFilter, sortedByName: Bool = false, _ body: (Person) throws -> Bool) throws {
        try engine.read { session in
            try PersonReader(session: session, vaultID: vaultID).forEach(
                filter, order: sortedByName ? .name : .number, asOf: clock.today, body)
        }
    }

    /// The people a filter means, many at a time, read ahead of whoever takes them.
    ///
    /// - Parameter tellingKinds: whether `emailKinds()` of them will be asked for.
    public func peopleAhead(_ filter: PeopleFilter, sortedByName: Bool = false, tellingKinds: Bool = false) -> PeopleAhead {
        PeopleAhead(of: self, filter, sortedByName: sortedByName, tellsKinds: tellingKinds)
    }

    /// Whether there are more people than so many, of whatever standing; counts no further than it takes to tell.
    public func hasMorePeople(than most: Int64) throws -> Bool {
        try engine.read { session in
            let counted = "SELECT count(*) FROM (SELECT 1 FROM person WHERE vault_id = ? LIMIT ?) AS some"
            return try session.first(counted, [.integer(vaultID), .integer(most + 1)]) { $0.integer(0) } ?? 0 > most
        }
    }

    /// How many people there are of each standing.
    public func peopleByStanding() throws -> [Person.Standing: Int64] {
        try engine.read { session in
            let counts = try session.rows("SELECT standing, count(*) FROM person WHERE vault_id = ? GROUP BY standing", [.integer(vaultID)])
            {
                (Person.Standing(rawValue: $0.text(0)) ?? .acquaintance, $0.integer(1))
            }
            return Dictionary(counts, uniquingKeysWith: +)
        }
    }

    /// How many people the list of people holds.
    public func listedPeopleCount() throws -> Int64 { try peopleByStanding().filter(\.key.isListed).values.reduce(0, +) }

    /// The people meant by what someone typed: an id or the beginning of one, an e-mail address, a profile's address, or words of the name.
    ///
    /// - Returns: at most `limit` people; none where nothing fits.
    public func people(meantBy text: String, limit: Int = 20) throws -> [Person] {
        try engine.read { session in
            let reader = try PersonReader(session: session, vaultID: vaultID)
            let numbers = try PersonFinder(session: session, vaultID: vaultID).numbers(meantBy: text, limit: limit)
            if !numbers.isEmpty { return try numbers.compactMap { try reader.person($0) } }
            var found: [Person] = []
            for includesAcquaintances in [false, true] where found.isEmpty {
                guard let filter = try? PeopleFilter(["\"\(text)\""], includesAcquaintances: includesAcquaintances) else { return [] }
                try reader.forEach(filter, order: .name, asOf: clock.today) { person in
                    found.append(person)
                    return found.count < limit
                }
            }
            return found
        }
    }

    /// The snapshots, the latest hand-out first.
    ///
    /// - Parameter isTakenBack: whether those are meant whose import was taken back, or of whose file another one took the place, rather than
    ///   those that count. What came in with them is kept all the same.
    public func snapshots(isTakenBack: Bool = false) throws -> [SnapshotSummary] {
        try engine.read { session in
            let originals = Dictionary(
                uniqueKeysWithValues: try session.rows(
                    "SELECT original_id, sha256, byte_count, file_name FROM original WHERE vault_id = ?",
                    [.integer(vaultID)]
                ) { row in
                    let hash = ContentHash(stored: row.bytes(1))?.description ?? ""
                    return (row.integer(0), SnapshotSummary.KeptFile(name: row.text(3), sha256: hash, byteCount: row.integer(2)))
                }
            )
            let store = SnapshotStore(session: session, vaultID: vaultID)
            let numbers = try store.originalsOfAll()
            return try store.all().filter { $0.isUndone == isTakenBack }
                .sorted { ($0.exportedOn, $0.orderWithinDay, $0.number) > ($1.exportedOn, $1.orderWithinDay, $1.number) }
                .map { snapshot in
                    SnapshotSummary(
                        id: snapshot.uuid,
                        source: snapshot.sourceName,
                        list: snapshot.list,
                        format: snapshot.format,
                        layout: snapshot.layout,
                        path: snapshot.path,
                        exportedOn: snapshot.exportedOn,
                        exportedOnBasis: snapshot.basis,
                        importedAt: snapshot.importedAt,
                        rows: snapshot.rowCount,
                        rejected: snapshot.rejectedCount,
                        sha256: originals[snapshot.originalID]?.sha256 ?? "",
                        byteCount: originals[snapshot.originalID]?.byteCount ?? 0,
                        step: snapshot.step,
                        files: store.originals(of: snapshot, among: numbers).compactMap { originals[$0] }
                    )
                }
        }
    }

    /// Hands over an original of a snapshot, byte for byte.
    ///
    /// - Parameters:
    ///   - text: the snapshot's id or the beginning of one.
    ///   - file: which of the snapshot's files, from 1 (``SnapshotSummary/files``).
    /// - Returns: the name the file had.
    /// - Throws: `VaultError` with code `notFound` where no snapshot, or more than one, is meant, or it has no such file.
    @discardableResult
    public func original(of text: String, file: Int = 1, _ body: (ArraySlice<UInt8>) throws -> Void) throws -> String {
        try engine.read { session in
            let store = SnapshotStore(session: session, vaultID: vaultID)
            let snapshot = try store.snapshot(meantBy: text)
            let numbers = store.originals(of: snapshot, among: try store.originalsOfAll())
            guard file > 0, file <= numbers.count else {
                throw VaultError(.notFound, "The snapshot \(text) has no file \(file). `holdfast snapshots --json` lists its files.")
            }
            let originals = OriginalStore(session: session, vaultID: vaultID)
            try originals.read(numbers[file - 1], body)
            return try originals.fileName(of: numbers[file - 1]) ?? ""
        }
    }

    /// The steps the owner took, oldest first, each with whether it is taken back at present.
    public func log() throws -> [(decision: Decision, isUndone: Bool)] {
        try engine.read { session in
            let log = try DecisionLog(session: session, vaultID: vaultID).all()
            let undone = DecisionLog.undoneSteps(in: log)
            return log.map { ($0, undone.contains($0.step)) }
        }
    }

    /// What people are called, by ids they have or had. Those who are no longer there, and those without a name, are left out.
    public func names(of people: some Collection<UniqueID>) throws -> [UniqueID: KnownName] {
        guard !people.isEmpty else { return [:] }
        return try engine.read { session in
            let finder = PersonFinder(session: session, vaultID: vaultID)
            let reader = try PersonReader(session: session, vaultID: vaultID)
            let entries = try EntryReader(session: session, vaultID: vaultID)
            let catalog = try ListCatalog(session, vaultID: vaultID)
            var names: [UniqueID: KnownName] = [:]
            for id in people {
                guard let person = try finder.number(of: id).flatMap({ try reader.person($0) }) else { continue }
                let found = try entries.entries(having: [id.keyHash]).compactMap { try entries.entry($0, catalog: catalog) }
                let own = found.first { $0.name.id == id }.map { PersonProjection.person(id: id, records: $0.records, words: []) }
                let named = [person, own].compactMap { $0.flatMap { $0.names.isEmpty ? nil : $0.displayName } }
                if let present = named.first, let ofEntry = named.last { names[id] = KnownName(present: present, ofEntry: ofEntry) }
            }
            return names
        }
    }

    /// The changes of one person, oldest first.
    public func changes(of id: UniqueID) throws -> [ChangeSummary] {
        var changes: [ChangeSummary] = []
        try engine.read { session in
            guard let number = try PersonFinder(session: session, vaultID: vaultID).number(of: id),
                let person = try PersonReader(session: session, vaultID: vaultID).person(number)
            else { return }
            let networks = try session.networks(vaultID: vaultID)
            changes = try session.rows(
                """
                SELECT c.happened_on, c.kind, c.field, c.from_text, c.to_text, s.name, c.source_id
                FROM change c JOIN source s ON s.vault_id = c.vault_id AND s.source_id = c.source_id
                WHERE c.vault_id = ? AND c.person_id = ? ORDER BY c.happened_on, s.name, c.position
                """,
                [.integer(vaultID), .integer(number)]
            ) { row -> ChangeSummary? in
                guard let day = CalendarDate(iso: row.text(0)), let kind = ChangeKind(rawValue: row.text(1)) else { return nil }
                return ChangeSummary(
                    on: day,
                    kind: kind,
                    person: person.id,
                    name: person.displayName,
                    field: row.text(2),
                    from: row.optionalText(3),
                    to: row.optionalText(4),
                    source: row.text(5),
                    isOfConnections: networks.contains(row.integer(6)),
                    company: person.companies.first?.value
                )
            }.compactMap { $0 }
        }
        return changes
    }
}
