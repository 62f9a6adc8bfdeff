public import ContactModel

/// What imports did to people: how many, and who they are, the first of them.
public struct ImportSummary: Sendable {
    /// Somebody something was done to.
    public struct Named: Sendable {
        /// The person's id.
        public var id: UniqueID
        /// The person's name.
        public var name: String
        /// What the person does and where; empty where neither is known.
        public var work: [String]
        /// What of it history tells, company and position first; empty where it is something else: a page, an address.
        public var changes: [ChangeSummary]
    }

    /// Which imports.
    public var reference: ImportReference
    /// How many people something was done to, each counted once.
    public var counts: [ImportEffect: Int]
    /// Those of whom something else is said, those history tells most of first.
    public var changed: [Named] = []
    /// Those who stand in the list no more, by name.
    public var gone: [Named] = []

    /// How many people something was done to.
    public func count(_ effect: ImportEffect) -> Int { counts[effect] ?? 0 }
}

extension Vault {
    /// The lists that came in with some steps and count, in the order they came in, each with what it is called in a search.
    public func importedLists(by steps: ClosedRange<Int64>) throws -> [(snapshot: UniqueID, reference: ImportReference)] {
        let all = try engine.read { try SnapshotStore(session: $0, vaultID: vaultID).all() }.filter { steps.contains($0.step) }
        return Dictionary(grouping: all, by: \.step).sorted { $0.key < $1.key }.flatMap { step, lists in
            lists.enumerated().filter { !$0.element.isUndone }.map { place, list in
                (snapshot: list.uuid, reference: ImportReference.list(step: step, place: Int64(place) + 1))
            }
        }
    }

    /// What imports did, by what history tells today.
    ///
    /// - Parameter most: so many at most are named of those who changed, and of those who are gone.
    /// - Throws: `PeopleFilter.SyntaxError` where there are no such imports, or they were taken back.
    public func summary(of reference: ImportReference, naming most: Int = 0) throws -> ImportSummary {
        try engine.read { session in
            let people = try ImportedPeople(reference, session, vaultID: vaultID)
            var summary = ImportSummary(reference: reference, counts: people.effects.values.reduce(into: [:]) { $0[$1, default: 0] += 1 })
            guard most > 0 else { return summary }
            let reader = try PersonReader(session: session, vaultID: vaultID)
            func those(_ effect: ImportEffect) -> Set<Int64> { Set(people.effects.lazy.filter { $0.value == effect }.map(\.key)) }
            func named(_ numbers: [Int64], _ changes: [Int64: [ChangeSummary]]) throws -> [ImportSummary.Named] {
                try numbers.prefix(most).compactMap { number in
                    guard let person = try reader.person(number) else { return nil }
                    return ImportSummary.Named(
                        id: person.id, name: person.displayName,
                        work: [person.titles.first?.value, person.companies.first?.value].compactMap { $0 },
                        changes: (changes[number] ?? []).map { change in
                            var change = change
                            (change.person, change.name) = (person.id, person.displayName)
                            return change
                        })
                }
            }
            let (changed, gone) = (those(.changed), those(.gone))
            if !changed.isEmpty {
                let changes = try changes(of: changed, in: people.snapshots, session)
                let weights = changes.mapValues { $0.map { Self.weight(of: $0) }.min() ?? .max }
                let order = try byName(changed, session).enumerated().sorted {
                    (weights[$0.element] ?? .max, $0.offset) < (weights[$1.element] ?? .max, $1.offset)
                }
                summary.changed = try named(order.map(\.element), changes)
            }
            if !gone.isEmpty { summary.gone = try named(try byName(gone, session), [:]) }
            return summary
        }
    }

    /// Company and position are what a contact book is read for; what became known changed nothing.
    private static func weight(of change: ChangeSummary) -> Int {
        let kinds = [ChangeKind.moved, .retitled, .renamed, .email, .phone]
        return (kinds.firstIndex(of: change.kind) ?? kinds.count) + (change.from == nil ? kinds.count : 0)
    }

    /// People in the order of their names.
    private func byName(_ people: Set<Int64>, _ session: any Session) throws -> [Int64] {
        let name = try session.statement("SELECT sort_name FROM person WHERE vault_id = ? AND person_id = ?")
        return try people.map { number -> (name: String, number: Int64) in
            name.bind(0, vaultID)
            name.bind(1, number)
            defer { name.reset() }
            return (try name.step() ? name.text(0) : "", number)
        }.sorted { ($0.name, $0.number) < ($1.name, $1.number) }.map(\.number)
    }

    /// What history tells of people on the days some snapshots were handed out, by the sources they are of; whose they are is not said yet.
    private func changes(of people: Set<Int64>, in snapshots: [StoredSnapshot], _ session: any Session) throws -> [Int64: [ChangeSummary]] {
        let names = Dictionary(snapshots.map { ($0.sourceID, $0.sourceName) }) { first, _ in first }
        let networks = try session.networks(vaultID: vaultID)
        var changes: [Int64: [ChangeSummary]] = [:]
        for snapshot in Set(snapshots.map { SourceDay(source: $0.sourceID, day: $0.exportedOn) }) {
            _ = try session.rows(
                """
                SELECT person_id, kind, field, from_text, to_text FROM change
                WHERE vault_id = ? AND happened_on = ? AND source_id = ? AND field <> 'connection' ORDER BY person_id, position
                """,
                [.integer(vaultID), .text(snapshot.day.description), .integer(snapshot.source)]
            ) { row in
                guard people.contains(row.integer(0)), let kind = ChangeKind(rawValue: row.text(1)) else { return }
                changes[row.integer(0), default: []].append(
                    ChangeSummary(
                        on: snapshot.day, kind: kind, person: UniqueID(high: 0, low: 0), name: "", field: row.text(2),
                        from: row.optionalText(3), to: row.optionalText(4), source: names[snapshot.source] ?? "",
                        isOfConnections: networks.contains(snapshot.source)))
            }
        }
        return changes.mapValues { $0.sorted { Self.weight(of: $0) < Self.weight(of: $1) } }
    }

    private struct SourceDay: Hashable {
        var source: Int64
        var day: CalendarDate
    }
}
