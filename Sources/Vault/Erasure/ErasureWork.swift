import ContactFormats
import ContactModel
import RecordLinkage

/// One erasure inside its transaction.
struct ErasureWork {
    let vault: Vault
    let session: any Session
    let person: Int64

    private var vaultID: Int64 { vault.vaultID }

    /// An entry of the person, with the list it stands in.
    private struct Entry {
        var stored: StoredEntry
        var list: ListCatalog.Key
    }

    func run() throws -> ErasureReport {
        let catalog = try ListCatalog(session, vaultID: vaultID)
        let entries = try entries(catalog)
        guard !entries.contains(where: { $0.stored.facts.isOwner }) else {
            throw VaultError(.refused, "That is you, the owner of the vault. Nothing was changed.")
        }
        let numbers = Set(entries.map(\.stored.number))
        let neighbours = try neighbours(of: entries, numbers)
        let traces = try traces(of: entries, numbers)
        var report = ErasureReport(step: 0)
        report.entries = entries.count

        // The ids the person has and may have had.
        let people = try Set(
            entries.map(\.stored.name.id) + [PersonReader(session: session, vaultID: vaultID).person(person)].compactMap { $0?.id })
        let rewritten = try OriginalErasure(session: session, vaultID: vaultID)
            .run(traces: traces, keys: keys(of: entries), report: &report)
        try removeRows(of: entries, catalog: catalog)
        try blankProblems(traces)
        let losers = try blankSteps(of: Set(entries.map(\.stored.name.id)), traces, &report)
        try blankNames(traces)
        try HandOverStore(session: session, vaultID: vaultID).forget(people, toldBy: traces)
        try SnapshotContents(session: session, vaultID: vaultID).write()
        report.step = try note(entries, rewritten: rewritten)

        let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
        for neighbour in neighbours { projector.resolveLater(neighbour, isChange: false) }
        let finder = PersonFinder(session: session, vaultID: vaultID)
        for loser in losers { if let number = try finder.number(of: loser) { projector.resolveLater(number, isChange: false) } }
        try projector.finish()
        return report
    }

    private func entries(_ catalog: ListCatalog) throws -> [Entry] {
        let reader = try EntryReader(session: session, vaultID: vaultID)
        let rows = try session.rows(
            "SELECT entry_id, source_id, list FROM entry WHERE vault_id = ? AND person_id = ?", [.integer(vaultID), .integer(person)]
        ) { ($0.integer(0), ListCatalog.Key(sourceID: $0.integer(1), list: $0.text(2))) }
        return try rows.compactMap { number, list in
            try reader.entry(number, catalog: catalog).map { Entry(stored: $0, list: list) }
        }
    }

    /// Entries of others that shared a key with the person's.
    private func neighbours(of entries: [Entry], _ numbers: Set<Int64>) throws -> Set<Int64> {
        let reader = try EntryReader(session: session, vaultID: vaultID)
        var followed = EntryReader.Followed()
        return try entries.reduce(into: Set()) { $0.formUnion(try reader.neighbours(of: $1.stored, besides: &followed)) }.subtracting(
            numbers)
    }

    private func traces(of entries: [Entry], _ numbers: Set<Int64>) throws -> Traces {
        var traces = Traces()
        var isOwn: [IdentityKey: Bool] = [:]
        func others(_ key: IdentityKey) throws -> Bool {
            try session.rows(
                "SELECT entry_id FROM identity WHERE vault_id = ? AND key_hash = ?", [.integer(vaultID), .integer(key.hash)]
            ) { $0.integer(0) }.contains { !numbers.contains($0) }
        }
        for entry in entries {
            for key in entry.stored.facts.keys + [entry.stored.name.key] where isOwn[key] == nil { isOwn[key] = try !others(key) }
            for record in entry.stored.records { traces.add(record.card) { isOwn[$0] ?? true } }
            if isOwn[entry.stored.name.key] ?? true { traces.add(entry.stored.name.key) }
        }
        return traces
    }

    /// The entries' keys, by the list they stand in.
    private func keys(of entries: [Entry]) -> [String: Set<IdentityKey>] {
        entries.reduce(into: [:]) { $0[$1.list.list, default: []].insert($1.stored.name.key) }
    }

    private func removeRows(of entries: [Entry], catalog: ListCatalog) throws {
        let people = try PersonRows(session: session, vaultID: vaultID)
        _ = try people.remove(person)
        // What was held back for the search index must go with the rest, not with a later wiping.
        try people.finish()
        var standing: [Int64: Int64] = [:]
        for entry in entries {
            let order = catalog.facts(entry.list).order
            for record in entry.stored.records {
                for position in order.range(record.run) { standing[order.marks[position].number, default: 0] += 1 }
            }
            for table in ["record", "identity", "features", "entry"] {
                try session.run(
                    "DELETE FROM \(table) WHERE vault_id = ? AND entry_id = ?", [.integer(vaultID), .integer(entry.stored.number)])
            }
        }
        let store = SnapshotStore(session: session, vaultID: vaultID)
        for var snapshot in try store.all() {
            guard let count = standing[snapshot.number] else { continue }
            snapshot.entryCount = max(0, snapshot.entryCount - count)
            snapshot.rowCount = max(0, snapshot.rowCount - count)
            try store.update(snapshot)
        }
    }

    /// Rows nobody could read may be the person's; what they said goes, that there was one stays.
    private func blankProblems(_ traces: Traces) throws {
        let rows = try session.rows(
            "SELECT snapshot_id, position, line_number, column_number, code, row_text, is_rejection FROM problem WHERE vault_id = ?",
            [.integer(vaultID)]
        ) { row in
            (
                row.integer(0), row.integer(1),
                ReadProblem(
                    line: Int(row.integer(2)), column: Int(row.integer(3)), code: row.text(4), text: row.text(5),
                    isRejection: row.integer(6) != 0)
            )
        }
        for (snapshot, position, problem) in rows where traces.mayBeTold(by: problem.text) {
            var blank = problem
            blank.text = ""
            let hash = ProblemStore.hash(of: blank, snapshot: snapshot, position: position, isRejection: blank.isRejection ? 1 : 0)
            try session.run(
                "UPDATE problem SET row_text = ?, hash = ? WHERE vault_id = ? AND snapshot_id = ? AND position = ?",
                [.text(""), .bytes(hash.bytes), .integer(vaultID), .integer(snapshot), .integer(position)]
            )
        }
    }

    /// The log keeps its steps; those about the person lose whom and what.
    ///
    /// - Returns: the others of whom less is said than before.
    private func blankSteps(of ids: Set<UniqueID>, _ traces: Traces, _ report: inout ErasureReport) throws -> Set<UniqueID> {
        var losers: Set<UniqueID> = []
        let texts = ids.map(\.description)
        let rows = try session.rows(
            "SELECT step, uuid, made_at, kind, subject, payload FROM decision WHERE vault_id = ? AND kind <> ? ORDER BY step",
            [.integer(vaultID), .text(Decision.Kind.erase.rawValue)]
        ) { row in (step: row.integer(0), texts: (1...5).map { row.text($0) }) }
        for row in rows {
            let (kind, subject, payload) = (row.texts[2], row.texts[3], row.texts[4])
            var (newSubject, newPayload) = (subject, payload)
            let before = Decision(step: row.step, texts: row.texts)
            if let word = before.flatMap({ WordOnWhoIsWho($0) }), word.concerns(ids) {
                (newSubject, newPayload) = word.without(ids)
            } else if texts.contains(subject) {
                (newSubject, newPayload) = ("", #"{"erased":true}"#)
            } else if let several = StepOfSeveral(kind: kind, subject: subject, payload: payload) {
                newPayload = several.without(ids, traces)
                if kind == Decision.Kind.edit.rawValue, traces.mayBeTold(by: newPayload) { report.mentions.append(row.step) }
            } else if texts.contains(where: { payload.contains($0) }) {
                newPayload = #"{"erased":true}"#
            } else if traces.isTold(by: payload) || (kind == Decision.Kind.import.rawValue && traces.mayBeTold(by: payload)) {
                newPayload = kind == Decision.Kind.import.rawValue ? #"{"path":"(erased)"}"# : #"{"erased":true}"#
            } else if traces.mayBeTold(by: payload) {
                report.mentions.append(row.step)
            }
            guard (newSubject, newPayload) != (subject, payload) else { continue }
            report.steps += 1
            let after = Decision(step: row.step, texts: row.texts[..<3] + [newSubject, newPayload])
            losers.formUnion(Self.whoLoses(from: before, to: after))
            let hash = ContentHash(of: [String(row.step)] + row.texts[..<3] + [newSubject, newPayload])
            try session.run(
                "UPDATE decision SET subject = ?, payload = ?, hash = ? WHERE vault_id = ? AND step = ?",
                [.text(newSubject), .text(newPayload), .bytes(hash.bytes), .integer(vaultID), .integer(row.step)]
            )
        }
        return losers.subtracting(ids)
    }

    /// Of whom a step says less than before; words are taken out of it, never changed.
    private static func whoLoses(from before: Decision?, to after: Decision?) -> Set<UniqueID> {
        var counts: [UniqueID: Int] = [:]
        for (subject, _) in before?.words ?? [] { counts[subject, default: 0] += 1 }
        for (subject, _) in after?.words ?? [] { counts[subject, default: 0] -= 1 }
        return Set(counts.filter { $0.value > 0 }.keys)
    }

    /// A file may be called after the person.
    private func blankNames(_ traces: Traces) throws {
        let snapshots = SnapshotStore(session: session, vaultID: vaultID)
        for var snapshot in try snapshots.all() where traces.mayBeTold(by: Self.words(snapshot.path)) {
            snapshot.path = "(erased)"
            try snapshots.update(snapshot)
        }
        let parts = try session.rows(
            "SELECT snapshot_id, position, original_id, path FROM snapshot_part WHERE vault_id = ?", [.integer(vaultID)]
        ) { ($0.integer(0), $0.integer(1), $0.integer(2), $0.text(3)) }
        for (snapshot, position, original, path) in parts where traces.mayBeTold(by: Self.words(path)) {
            let hash = SnapshotStore.hash(ofPart: snapshot, position: position, original: original, path: "(erased)")
            try session.run(
                "UPDATE snapshot_part SET path = ?, hash = ? WHERE vault_id = ? AND snapshot_id = ? AND position = ?",
                [.text("(erased)"), .bytes(hash.bytes), .integer(vaultID), .integer(snapshot), .integer(position)]
            )
        }
        try OriginalErasure(session: session, vaultID: vaultID).blankNames(where: { traces.mayBeTold(by: Self.words($0)) })
    }

    /// A path's words, for a name is written `anna-example.vcf` or `Anna_Example.csv` there.
    private static func words(_ path: String) -> String {
        path + " " + path.split(whereSeparator: { "/._-".contains($0) }).joined(separator: " ")
    }

    /// Notes in the log that somebody was erased: hashes, and which originals are no longer what came in.
    private func note(_ entries: [Entry], rewritten: [(original: Int64, was: ContentHash)]) throws -> Int64 {
        let ledger = try ErasureLedger(session: session, vaultID: vaultID)
        let salt = ledger.salt ?? vault.clock.newSalt()
        let texts = entries.reduce(into: Set<String>()) { texts, entry in
            texts.formUnion(
                ErasureLedger.texts(key: entry.stored.name.key, list: entry.list.list, cards: entry.stored.records.map(\.card)))
        }
        let hashes = try texts.filter { try !isShared($0, by: entries) }.map { ErasureLedger.hash($0, salt: salt) }.sorted()
        return try DecisionLog(session: session, vaultID: vaultID).append(
            .erase,
            payload: [
                "salt": .string(salt), "hashes": .array(hashes.map { .string($0) }),
                "originals": .array(
                    rewritten.map { .object(["id": .integer($0.original), "was": .string($0.was.description)]) }),
            ],
            clock: vault.clock
        ).step
    }

    /// Whether a key is somebody else's too, an address that a firm shares: it must not keep the others out. The person's rows are gone by now.
    private func isShared(_ text: String, by entries: [Entry]) throws -> Bool {
        guard let key = IdentityKey(description: text) else { return false }
        return try session.first(
            "SELECT 1 FROM identity WHERE vault_id = ? AND key_hash = ?", [.integer(vaultID), .integer(key.hash)]
        ) { _ in true } ?? false
    }
}

extension Clock {
    /// Random text for a salt, of two new ids.
    fileprivate func newSalt() -> String { ContentHash(of: [newID().description, newID().description]).description }
}
