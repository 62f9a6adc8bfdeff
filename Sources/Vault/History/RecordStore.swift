import ContactFormats

/// The records: what entries said, from one snapshot until another.
struct RecordStore {
    var session: any Session
    var vaultID: Int64

    /// Applies an edit of an entry's runs; a run that begins with new content is written by whoever has the card.
    func apply(_ edit: RunEdit, to entry: Int64) throws {
        switch edit {
        case .begin: throw VaultError(.internalFault, "A record began without its card. Nothing of this step was kept.")
        case .continue(let first, let from, let gone):
            try session.run(
                """
                INSERT INTO record (vault_id, entry_id, first_snapshot, gone_snapshot, hash, card)
                SELECT vault_id, entry_id, ?, ?, hash, card FROM record WHERE vault_id = ? AND entry_id = ? AND first_snapshot = ?
                """,
                [.integer(from), gone.map { .integer($0) } ?? .null, .integer(vaultID), .integer(entry), .integer(first)]
            )
        case .extendBack(let first, let to):
            try session.run(
                "UPDATE record SET first_snapshot = ? WHERE vault_id = ? AND entry_id = ? AND first_snapshot = ?",
                [.integer(to), .integer(vaultID), .integer(entry), .integer(first)]
            )
        case .end(let first, let gone):
            try session.run(
                "UPDATE record SET gone_snapshot = ? WHERE vault_id = ? AND entry_id = ? AND first_snapshot = ?",
                [gone.map { .integer($0) } ?? .null, .integer(vaultID), .integer(entry), .integer(first)]
            )
        case .remove(let first):
            try session.run(
                "DELETE FROM record WHERE vault_id = ? AND entry_id = ? AND first_snapshot = ?",
                [.integer(vaultID), .integer(entry), .integer(first)]
            )
        }
    }

    /// All runs of a list, entry by entry.
    func forEachRun(of list: ListCatalog.Key, _ body: (Int64, Run) throws -> Void) throws {
        let select = try session.statement(
            """
            SELECT r.entry_id, r.first_snapshot, r.gone_snapshot, r.hash
            FROM entry e JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
            WHERE e.vault_id = ? AND e.source_id = ? AND e.list = ?
            ORDER BY e.entry_id, r.first_snapshot
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        select.bind(1, list.sourceID)
        select.bind(2, list.list)
        while try select.step() {
            guard let hash = ContentHash(stored: select.bytes(3)) else { continue }
            try body(select.integer(0), Run(first: select.integer(1), gone: select.optionalInteger(2), hash: hash))
        }
    }
}
