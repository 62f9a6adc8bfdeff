import ContactModel

/// A snapshot as its row says.
struct StoredSnapshot {
    var number: Int64
    var uuid: UniqueID
    var sourceID: Int64
    var sourceName: String
    var list: String
    var format: String
    var layout: String
    var path: String
    var originalID: Int64
    var step: Int64
    var isUndone: Bool
    var exportedOn: CalendarDate
    var basis: ExportDateBasis
    var orderWithinDay: String
    var importedAt: String
    var fields: [String]
    var rowCount: Int64
    var entryCount: Int64
    var closedCount: Int64
    var rejectedCount: Int64
    var contents: [UInt8]

    /// Over everything the row says.
    var hash: ContentHash {
        ContentHash(of: [
            String(number), uuid.description, String(sourceID), list, format, layout, path, String(originalID), String(step),
            isUndone ? "1" : "0",
            exportedOn.description, basis.rawValue, orderWithinDay, importedAt, fields.joined(separator: ","), String(rowCount),
            String(entryCount), String(closedCount), String(rejectedCount), contents.map(String.init).joined(separator: ","),
        ])
    }
}

/// The snapshots and their sources, as rows.
struct SnapshotStore {
    var session: any Session
    var vaultID: Int64

    /// The number of the source with a name, made where there is none.
    func source(named name: String) throws -> Int64 {
        if let known = try session.first(
            "SELECT source_id FROM source WHERE vault_id = ? AND name = ?",
            [.integer(vaultID), .text(name)],
            { $0.integer(0) }
        ) {
            return known
        }
        let number = try session.nextNumber("source_id", of: "source", vaultID: vaultID)
        try session.run(
            "INSERT INTO source (vault_id, source_id, name, hash) VALUES (?, ?, ?, ?)",
            [.integer(vaultID), .integer(number), .text(name), .bytes(Self.hash(ofSource: number, name: name).bytes)]
        )
        return number
    }

    static func hash(ofSource number: Int64, name: String) -> ContentHash {
        ContentHash(of: [String(number), name])
    }

    func nextNumber() throws -> Int64 {
        try session.nextNumber("snapshot_id", of: "snapshot", vaultID: vaultID)
    }

    private static let columns = """
        snapshot_id, uuid, source_id, list, format, layout, path, original_id, step, is_undone, exported_on, exported_on_basis,
        order_within_day, imported_at, fields, row_count, entry_count, closed_count, rejected_count, contents
        """

    /// All snapshots, undone ones too, in the order they came in.
    func all() throws -> [StoredSnapshot] {
        let names = Dictionary(
            uniqueKeysWithValues: try session.rows("SELECT source_id, name FROM source WHERE vault_id = ?", [.integer(vaultID)]) {
                ($0.integer(0), $0.text(1))
            }
        )
        return try session.rows("SELECT \(Self.columns) FROM snapshot WHERE vault_id = ? ORDER BY snapshot_id", [.integer(vaultID)]) {
            row in
            StoredSnapshot(
                number: row.integer(0),
                uuid: UniqueID(row.text(1)) ?? UniqueID(high: 0, low: 0),
                sourceID: row.integer(2),
                sourceName: names[row.integer(2)] ?? "",
                list: row.text(3),
                format: row.text(4),
                layout: row.text(5),
                path: row.text(6),
                originalID: row.integer(7),
                step: row.integer(8),
                isUndone: row.integer(9) != 0,
                exportedOn: CalendarDate(iso: row.text(10)) ?? CalendarDate(daysSince1970: 0),
                basis: ExportDateBasis(rawValue: row.text(11)) ?? .importDay,
                orderWithinDay: row.text(12),
                importedAt: row.text(13),
                fields: row.text(14).isEmpty ? [] : row.text(14).split(separator: ",").map(String.init),
                rowCount: row.integer(15),
                entryCount: row.integer(16),
                closedCount: row.integer(17),
                rejectedCount: row.integer(18),
                contents: row.bytes(19)
            )
        }
    }

    func insert(_ snapshot: StoredSnapshot) throws {
        try session.run(
            """
            INSERT INTO snapshot (vault_id, \(Self.columns), hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(vaultID), .integer(snapshot.number), .text(snapshot.uuid.description), .integer(snapshot.sourceID),
                .text(snapshot.list), .text(snapshot.format), .text(snapshot.layout), .text(snapshot.path), .integer(snapshot.originalID),
                .integer(snapshot.step), .integer(snapshot.isUndone ? 1 : 0), .text(snapshot.exportedOn.description),
                .text(snapshot.basis.rawValue), .text(snapshot.orderWithinDay), .text(snapshot.importedAt),
                .text(snapshot.fields.joined(separator: ",")), .integer(snapshot.rowCount), .integer(snapshot.entryCount),
                .integer(snapshot.closedCount), .integer(snapshot.rejectedCount), .bytes(snapshot.contents), .bytes(snapshot.hash.bytes),
            ]
        )
    }

    /// Writes a snapshot's row anew.
    func update(_ snapshot: StoredSnapshot) throws {
        try session.run("DELETE FROM snapshot WHERE vault_id = ? AND snapshot_id = ?", [.integer(vaultID), .integer(snapshot.number)])
        try insert(snapshot)
    }

    func insertPart(of snapshot: Int64, position: Int, original: Int64, path: String) throws {
        try session.run(
            "INSERT INTO snapshot_part (vault_id, snapshot_id, position, original_id, path, hash) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(vaultID), .integer(snapshot), .integer(Int64(position)), .integer(original), .text(path),
                .bytes(Self.hash(ofPart: snapshot, position: Int64(position), original: original, path: path).bytes),
            ]
        )
    }

    static func hash(ofPart snapshot: Int64, position: Int64, original: Int64, path: String) -> ContentHash {
        ContentHash(of: [String(snapshot), String(position), String(original), path])
    }

    /// The hashes of a snapshot's parts, which go into its contents.
    func partHashes(of snapshot: Int64) throws -> [ContentHash] {
        try session.rows("SELECT hash FROM snapshot_part WHERE vault_id = ? AND snapshot_id = ?", [.integer(vaultID), .integer(snapshot)]) {
            ContentHash(stored: $0.bytes(0))
        }.compactMap { $0 }
    }

    /// The snapshot somebody means by its id or the beginning of one.
    ///
    /// - Throws: `VaultError` with code `notFound` where none, or more than one, is meant.
    func snapshot(meantBy text: String) throws -> StoredSnapshot {
        let wanted = text.lowercased()
        let meant = try all().filter { $0.uuid.description.hasPrefix(wanted) || $0.uuid.description == wanted }
        guard let snapshot = meant.first, meant.count == 1, !wanted.isEmpty else {
            throw VaultError(
                .notFound,
                meant.isEmpty || wanted.isEmpty
                    ? "There is no snapshot \(text). `holdfast snapshots` lists them."
                    : "\(meant.count) snapshots begin with \(text). Give more of the id; `holdfast snapshots` lists them."
            )
        }
        return snapshot
    }

    /// The originals each snapshot of several parts was read from, by its number, in the order of the parts.
    func originalsOfAll() throws -> [Int64: [Int64]] {
        var all: [Int64: [Int64]] = [:]
        for (snapshot, original) in try session.rows(
            "SELECT snapshot_id, original_id FROM snapshot_part WHERE vault_id = ? ORDER BY snapshot_id, position", [.integer(vaultID)],
            { ($0.integer(0), $0.integer(1)) })
        {
            all[snapshot, default: []].append(original)
        }
        return all
    }

    /// The originals a snapshot was read from, each once, its own one first.
    func originals(of snapshot: StoredSnapshot, among all: [Int64: [Int64]]) -> [Int64] {
        var seen: Set<Int64> = []
        return ([snapshot.originalID] + (all[snapshot.number] ?? [])).filter { seen.insert($0).inserted }
    }

    /// The files a snapshot was read from: the numbers of the originals, with their paths. Parts of a list that lay in one archive have the
    /// archive's number and the path in it.
    func parts(of snapshot: StoredSnapshot) throws -> [(original: Int64, path: String)] {
        let parts = try session.rows(
            "SELECT original_id, path FROM snapshot_part WHERE vault_id = ? AND snapshot_id = ? ORDER BY position",
            [.integer(vaultID), .integer(snapshot.number)]
        ) { (original: $0.integer(0), path: $0.text(1)) }
        guard parts.isEmpty else { return parts }
        return [(snapshot.originalID, try OriginalStore(session: session, vaultID: vaultID).fileName(of: snapshot.originalID) ?? "")]
    }
}
