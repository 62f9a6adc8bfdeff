public import ContactModel
import ContactFormats

/// One thing a source said of a person, from one hand-out until another.
public struct Holding: Sendable {
    /// The source.
    public var source: String
    /// Which of its lists.
    public var list: String
    /// The day of the first hand-out that said so.
    public var firstSeen: CalendarDate
    /// The day of the last hand-out that said so.
    public var lastConfirmed: CalendarDate
    /// The file it stands in.
    public var file: String
    /// The last hand-out that said so.
    public var snapshot: UniqueID
    /// What it says.
    public var card: Card
}

extension Vault {
    /// Everything sources said of a person, the oldest first.
    public func holdings(of person: UniqueID) throws -> [Holding] {
        try engine.read { session in
            guard let number = try PersonFinder(session: session, vaultID: vaultID).number(of: person) else { return [] }
            let catalog = try ListCatalog(session, vaultID: vaultID)
            let reader = try EntryReader(session: session, vaultID: vaultID)
            let paths = Dictionary(
                try SnapshotStore(session: session, vaultID: vaultID).all().map { ($0.number, $0.path) },
                uniquingKeysWith: { first, _ in first })
            let entries = try session.rows(
                "SELECT entry_id, list FROM entry WHERE vault_id = ? AND person_id = ? ORDER BY entry_id",
                [.integer(vaultID), .integer(number)]
            ) { ($0.integer(0), $0.text(1)) }
            var holdings: [Holding] = []
            for (entry, list) in entries {
                guard let stored = try reader.entry(entry, catalog: catalog) else { continue }
                for record in stored.records {
                    let range = record.list.order.range(record.run)
                    guard let first = range.first, let last = range.last, last < record.list.order.marks.count else { continue }
                    let marks = record.list.order.marks
                    holdings.append(
                        Holding(
                            source: record.list.sourceName, list: list, firstSeen: marks[first].exportedOn,
                            lastConfirmed: marks[last].exportedOn,
                            file: paths[marks[last].number] ?? "", snapshot: marks[last].uuid, card: record.card))
                }
            }
            return holdings.sorted { ($0.firstSeen, $0.source, $0.list) < ($1.firstSeen, $1.source, $1.list) }
        }
    }

    /// The owner, where an export told who that is.
    public func owner() throws -> Person? {
        try engine.read { session in
            let number = try session.first(
                "SELECT person_id FROM person WHERE vault_id = ? AND standing = 'owner' ORDER BY person_id", [.integer(vaultID)]
            ) { $0.integer(0) }
            return try number.flatMap { try PersonReader(session: session, vaultID: vaultID).person($0) }
        }
    }

    /// The steps of the log that are about a person, by any id the person ever had, oldest first. Of a step about several people only
    /// what it says of this one is told.
    public func steps(about person: UniqueID) throws -> [(decision: Decision, isUndone: Bool)] {
        try engine.read { session in
            let finder = PersonFinder(session: session, vaultID: vaultID)
            guard let number = try finder.number(of: person) else { return [] }
            let keys = Set(
                try session.rows(
                    """
                    SELECT i.key_hash FROM entry e JOIN identity i ON i.vault_id = e.vault_id AND i.entry_id = e.entry_id
                    WHERE e.vault_id = ? AND e.person_id = ?
                    """, [.integer(vaultID), .integer(number)]
                ) { $0.integer(0) })
            let log = try DecisionLog(session: session, vaultID: vaultID).all()
            let undone = DecisionLog.undoneSteps(in: log)
            return try log.compactMap { decision in
                if decision.verdict != nil || decision.kind == .unsure {
                    let isMeant = try (decision.people + decision.peopleAside).compactMap(\.first).contains {
                        try finder.number(of: $0) == number
                    }
                    return isMeant ? (decision, undone.contains(decision.step)) : nil
                }
                if let subject = decision.subject {
                    return try finder.number(of: subject) == number ? (decision, undone.contains(decision.step)) : nil
                }
                // Several people may share a key; each candidate is asked for by itself.
                let own = Set(try decision.subjects.filter { try keys.contains($0.keyHash) && finder.number(of: $0) == number })
                return own.isEmpty ? nil : (decision.narrowed { own.contains($0) }, undone.contains(decision.step))
            }
        }
    }
}
