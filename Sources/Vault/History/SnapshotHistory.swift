import ContactFormats
import ContactModel

/// Takes whole snapshots out of history and puts them back.
struct SnapshotHistory {
    var session: any Session
    var vaultID: Int64
    var projector: PeopleProjector

    /// Takes a snapshot out: entries only it had are gone, all others are as they were without it. Its original stays.
    ///
    /// Who looks like whom is found out anew when the projector finishes after it.
    func forget(_ snapshot: StoredSnapshot) throws {
        let catalog = try ListCatalog(session, vaultID: vaultID)
        let list = ListCatalog.Key(sourceID: snapshot.sourceID, list: snapshot.list)
        let order = catalog.facts(list).order
        let next = order.successor(of: snapshot.number)?.number
        let records = RecordStore(session: session, vaultID: vaultID)
        var touched: [Int64: [Run]] = [:]
        try records.forEachRun(of: list) { entry, run in touched[entry, default: []].append(run) }
        var undone = snapshot
        undone.isUndone = true
        try SnapshotStore(session: session, vaultID: vaultID).update(undone)
        projector.update(try ListCatalog(session, vaultID: vaultID))
        for (entry, runs) in touched.sorted(by: { $0.key < $1.key }) {
            let isTouched = runs.contains { $0.first == snapshot.number || $0.gone == snapshot.number || $0.first == next }
            guard isTouched else { continue }
            for edit in EntryHistory.forgetting(snapshot.number, in: runs, order: order) { try records.apply(edit, to: entry) }
            projector.resolveLater(entry)
        }
        // Entries that nothing says anything of any more leave with their people's rows.
        try projector.finish(afterImport: false)
        let empty = try session.rows(
            """
            SELECT e.entry_id FROM entry e WHERE e.vault_id = ? AND e.source_id = ? AND e.list = ? AND NOT EXISTS
            (SELECT 1 FROM record r WHERE r.vault_id = e.vault_id AND r.entry_id = e.entry_id)
            """,
            [.integer(vaultID), .integer(list.sourceID), .text(list.list)]
        ) { $0.integer(0) }
        guard !empty.isEmpty else { return }
        try session.run(
            """
            DELETE FROM entry WHERE vault_id = ? AND source_id = ? AND list = ? AND NOT EXISTS
            (SELECT 1 FROM record r WHERE r.vault_id = entry.vault_id AND r.entry_id = entry.entry_id)
            """,
            [.integer(vaultID), .integer(list.sourceID), .text(list.list)]
        )
        try session.run(
            """
            DELETE FROM identity WHERE vault_id = ? AND NOT EXISTS
            (SELECT 1 FROM entry e WHERE e.vault_id = identity.vault_id AND e.entry_id = identity.entry_id)
            """,
            [.integer(vaultID)]
        )
    }

    /// Puts a snapshot that was taken out back in its place, by reading its kept original again.
    func restore(_ snapshot: StoredSnapshot) throws {
        var restored = snapshot
        restored.isUndone = false
        // While it is read its rows are not counted, as when it came in.
        (restored.rowCount, restored.entryCount) = (0, 0)
        let store = SnapshotStore(session: session, vaultID: vaultID)
        try store.update(restored)
        let catalog = try ListCatalog(session, vaultID: vaultID)
        projector.update(catalog)
        let list = ListCatalog.Key(sourceID: snapshot.sourceID, list: snapshot.list)
        // Its problems are kept still; reading again would keep them twice.
        try session.run("DELETE FROM problem WHERE vault_id = ? AND snapshot_id = ?", [.integer(vaultID), .integer(snapshot.number)])
        let writer = try SnapshotWriter(
            session: session,
            vaultID: vaultID,
            snapshot: snapshot.number,
            list: list,
            facts: catalog.facts(list),
            people: projector
        )
        let original = SnapshotOriginal(session: session, vaultID: vaultID)
        try original.read(snapshot) { table in restored.rowCount = Int64(try writer.read(table) { _ in }) }
        restored.entryCount = writer.tally.entries
        restored.closedCount = writer.tally.closedAccounts
        restored.rejectedCount = writer.tally.rejectedCount
        restored.contents = writer.contents.bytes
        try store.update(restored)
        projector.update(try ListCatalog(session, vaultID: vaultID))
        try projector.finish(afterImport: false)
    }
}
