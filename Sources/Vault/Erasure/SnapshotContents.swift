import ContactModel

/// What stands in each snapshot, added up anew where records or problems were changed on purpose.
struct SnapshotContents {
    var session: any Session
    var vaultID: Int64

    /// Writes the sums that differ into the snapshots' rows.
    func write() throws {
        var contents: [Int64: ContentsHash] = [:]
        func add(_ stored: [UInt8], to snapshot: Int64) {
            if let hash = ContentHash(stored: stored) { contents[snapshot, default: ContentsHash()].add(hash) }
        }
        for table in ["snapshot_part", "problem"] {
            let rows = try session.rows("SELECT snapshot_id, hash FROM \(table) WHERE vault_id = ?", [.integer(vaultID)]) {
                ($0.integer(0), $0.bytes(1))
            }
            for (snapshot, hash) in rows { add(hash, to: snapshot) }
        }
        let catalog = try ListCatalog(session, vaultID: vaultID)
        let select = try session.statement(
            """
            SELECT e.source_id, e.list, r.first_snapshot, r.gone_snapshot, r.hash
            FROM record r JOIN entry e ON e.vault_id = r.vault_id AND e.entry_id = r.entry_id WHERE r.vault_id = ?
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        while try select.step() {
            guard let hash = ContentHash(stored: select.bytes(4)) else { continue }
            let order = catalog.facts(ListCatalog.Key(sourceID: select.integer(0), list: select.text(1))).order
            let run = Run(first: select.integer(2), gone: select.optionalInteger(3), hash: hash)
            for position in order.range(run) { contents[order.marks[position].number, default: ContentsHash()].add(hash) }
        }
        let store = SnapshotStore(session: session, vaultID: vaultID)
        for var snapshot in try store.all() where !snapshot.isUndone {
            let sum = (contents[snapshot.number] ?? ContentsHash()).bytes
            guard sum != snapshot.contents else { continue }
            snapshot.contents = sum
            try store.update(snapshot)
        }
    }
}
