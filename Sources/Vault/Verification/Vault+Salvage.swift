import ContactFormats
import ContactModel
import Crypto

/// What could be saved of a damaged vault.
public struct SalvageReport: Sendable {
    /// How many rows of each table are in the new vault.
    public var kept: [KeptTable: Int] = [:]
    /// How many were found that could not be kept: changed, or belonging to nothing.
    public var lost: [KeptTable: Int] = [:]
    /// How many were kept though something beside what they say was changed: a count, a layout's name.
    public var doubtful: [KeptTable: Int] = [:]
    /// Whether pages of the file could not be read, so that there may have been rows nobody can count.
    public var hasUnreadablePages = false
    /// The people of the new vault.
    public var people: Int64 = 0
}

extension Vault {
    /// Takes everything of a damaged vault that is as it was written into an empty one. The damaged one is only read.
    ///
    /// A record is kept where its hash is right, also where its original is lost; an original where it unpacks to what came in. Steps of the
    /// log that are lost leave an empty step, so that the numbers of the others stay.
    ///
    /// - Throws: `VaultError`: `refused` where the new vault is not empty; `damaged` where the damaged one can't be read at all.
    public func salvage(into new: Vault) throws -> SalvageReport {
        try new.engine.write { target -> SalvageReport in
            guard try Self.isEmpty(target) else {
                throw VaultError(.refused, "The vault to save into holds something already. Nothing was changed. Name a new file.")
            }
            return try engine.read { source -> SalvageReport in
                var salvage = Salvage(source: source, target: target, old: self, new: new)
                return try salvage.run()
            }
        }
    }
}

/// The saving of one vault, inside a transaction of the new one.
private struct Salvage {
    let source: any Session
    let target: any Session
    let old: Vault
    let new: Vault
    private var report = SalvageReport()

    init(source: any Session, target: any Session, old: Vault, new: Vault) {
        self.source = source
        self.target = target
        self.old = old
        self.new = new
    }

    private typealias Rows = [KeptRow]

    mutating func run() throws -> SalvageReport {
        try takeIdentity()
        var rows: [KeptTable: Rows] = [:]
        for table in KeptTable.allCases where table != .original { rows[table] = readable(table) }
        let originals = try takeOriginals()
        let sources = takeSources(rows[.source] ?? [])
        let snapshots = takeSnapshots(rows[.snapshot] ?? [], sources: sources, originals: originals)
        let numbers = Set(snapshots.compactMap { $0.integer("snapshot_id") })
        let (entries, records) = takeRecords(rows[.entry] ?? [], rows[.record] ?? [], snapshots: numbers)
        let problems = sound(rows[.problem] ?? []) { $0.problemHash }.filter { numbers.contains($0.integer("snapshot_id") ?? 0) }
        let parts = sound(rows[.snapshotPart] ?? []) { $0.partHash }.filter {
            numbers.contains($0.integer("snapshot_id") ?? 0) && originals.contains($0.integer("original_id") ?? 0)
        }
        let decisions = takeDecisions(rows[.decision] ?? [])
        let receipts = sound(rows[.handedOver] ?? []) { $0.receiptHash }
        for kept in [sources, snapshots, parts, problems, entries, records, decisions, receipts] { try put(kept) }
        try new.finishBecoming(target)
        for table in KeptTable.allCases where table != .original {
            let lost = (rows[table]?.count ?? 0) - (report.kept[table] ?? 0)
            if lost > 0 { report.lost[table] = lost }
        }
        report.people = try target.first("SELECT count(*) FROM person WHERE vault_id = ?", [.integer(new.vaultID)]) { $0.integer(0) } ?? 0
        return report
    }

    // MARK: Reading

    /// The rows of a table that can be read; a page that can't is stepped over, key by key.
    private mutating func readable(_ table: KeptTable) -> Rows {
        let names = table.columns.map(\.name)
        let key = names[0]
        var rows: Rows = []
        var next: Int64 = Int64.min
        var misses: Int64 = 0
        while misses < 20_000 {
            do {
                let select = try source.statement(
                    "SELECT \(names.joined(separator: ", ")) FROM \(table.rawValue) WHERE vault_id = ? AND \(key) >= ? ORDER BY vault_id, \(key)"
                )
                defer { select.reset() }
                select.bind(0, old.vaultID)
                select.bind(1, next)
                while try select.step() {
                    rows.append(KeptRow(select, of: table))
                    next = select.integer(0)
                    misses = 0
                }
                return rows
            } catch {
                // What was read of this key comes once more, or not at all; it must not come twice.
                report.hasUnreadablePages = true
                rows.removeAll { $0.integer(key) == next }
                misses += 1
                next = next == Int64.min ? 1 : next &+ 1
            }
        }
        return rows
    }

    // MARK: Judging

    private mutating func takeIdentity() throws {
        let row = try? source.first("SELECT uuid, created_at, hash FROM vault WHERE vault_id = ?", [.integer(old.vaultID)]) {
            ($0.text(0), $0.text(1), $0.bytes(2))
        }
        guard let row, Vault.hash(number: old.vaultID, uuid: row.0, createdAt: row.1).bytes == row.2 else { return }
        try target.run("DELETE FROM vault WHERE vault_id = ?", [.integer(new.vaultID)])
        let hash = Vault.hash(number: new.vaultID, uuid: row.0, createdAt: row.1)
        try target.run(
            "INSERT INTO vault (vault_id, uuid, created_at, hash) VALUES (?, ?, ?, ?)",
            [.integer(new.vaultID), .text(row.0), .text(row.1), .bytes(hash.bytes)]
        )
    }

    /// Keeps the originals that unpack to what came in; of another only that there was one, so that its snapshot has its place.
    private mutating func takeOriginals() throws -> Set<Int64> {
        let store = OriginalStore(session: target, vaultID: new.vaultID)
        let rotten = OriginalStore(session: source, vaultID: old.vaultID)
        var numbers: Set<Int64> = []
        for row in readable(.original) {
            guard let number = row.integer("original_id"), let name = row.text("file_name"), numbers.insert(number).inserted else {
                continue
            }
            var bytes: [UInt8] = []
            let isWhole = (try? rotten.read(number) { bytes += $0 }) != nil
            let hash = ContentHash(SHA256.hash(data: bytes))
            if isWhole, case .bytes(let expected)? = row.value("sha256"), hash.bytes == expected, try store.findExact(hash) == nil {
                try store.keep(
                    BytesInMemory(bytes, chunkSize: 1 << 20), hash: hash, byteCount: Int64(bytes.count), fileName: name, number: number)
                report.kept[.original, default: 0] += 1
            } else {
                let note = BytesInMemory("This original (\(number)) was damaged and could not be saved.\n")
                let (hash, byteCount) = try OriginalStore.hash(of: note)
                try store.keep(note, hash: hash, byteCount: byteCount, fileName: name, number: number)
                report.lost[.original, default: 0] += 1
            }
        }
        return numbers
    }

    /// Rows whose hash is right.
    private mutating func sound(_ rows: Rows, hash: (KeptRow) -> ContentHash?) -> Rows {
        rows.filter { row in
            if case .bytes(let stored)? = row.value("hash") { hash(row)?.bytes == stored } else { false }
        }
    }

    private mutating func takeSources(_ rows: Rows) -> Rows {
        var names: Set<String> = []
        return rows.compactMap { row in
            guard let number = row.integer("source_id"), let name = row.text("name"), names.insert(name).inserted else { return nil }
            return mended(row, hash: SnapshotStore.hash(ofSource: number, name: name))
        }
    }

    private mutating func takeSnapshots(_ rows: Rows, sources: Rows, originals: Set<Int64>) -> Rows {
        let known = Set(sources.compactMap { $0.integer("source_id") })
        return rows.compactMap { row in
            guard let snapshot = row.snapshot, known.contains(snapshot.sourceID), originals.contains(snapshot.originalID),
                EntryList(rawValue: snapshot.list) != nil
            else { return nil }
            return mended(row, hash: snapshot.hash)
        }
    }

    /// A row with a right hash, counted where it had another.
    private mutating func mended(_ row: KeptRow, hash: ContentHash) -> KeptRow {
        if case .bytes(let stored)? = row.value("hash"), stored == hash.bytes { return row }
        report.doubtful[row.table, default: 0] += 1
        return row.with("hash", .bytes(hash.bytes))
    }

    private mutating func takeRecords(_ entries: Rows, _ records: Rows, snapshots: Set<Int64>) -> (entries: Rows, records: Rows) {
        var byNumber: [Int64: KeptRow] = [:]
        for entry in entries {
            guard let number = entry.integer("entry_id"), let key = entry.text("key"), IdentityKey(description: key) != nil else {
                continue
            }
            byNumber[number] = entry
        }
        var used: Set<Int64> = []
        let kept = records.compactMap { record -> KeptRow? in
            guard let number = record.integer("entry_id"), let entry = byNumber[number], let key = entry.text("key"),
                let ordinal = entry.integer("ordinal"), case .bytes(let card)? = record.value("card"),
                case .bytes(let stored)? = record.value("hash"), let first = record.integer("first_snapshot"), snapshots.contains(first),
                ContentHash.ofRecord(key: key, ordinal: ordinal, card: card).bytes == stored
            else { return nil }
            used.insert(number)
            guard let gone = record.integer("gone_snapshot"), !snapshots.contains(gone) else { return record }
            report.doubtful[.record, default: 0] += 1
            return record.with("gone_snapshot", .null)
        }
        return (byNumber.filter { used.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value), kept)
    }

    /// The steps with right hashes; an empty step stands for each that is lost, so that `undo` still means what it meant.
    private mutating func takeDecisions(_ rows: Rows) -> Rows {
        var kept: [Int64: KeptRow] = [:]
        for row in sound(rows, hash: { $0.decisionHash }) { if let step = row.integer("step"), step > 0 { kept[step] = row } }
        report.kept[.decision] = kept.count
        guard let last = kept.keys.max(), last < Int64(rows.count) * 2 + 1000 else { return [] }
        return (1...last).map { step in
            if let row = kept[step] { return row }
            let uuid = new.clock.newID().description
            let (madeAt, kind, payload) = (new.clock.timestamp, Decision.Kind.note.rawValue, #"{"lost":true}"#)
            let hash = ContentHash(of: [String(step), uuid, madeAt, kind, "", payload])
            return KeptRow(
                table: .decision,
                values: [
                    .integer(step), .text(uuid), .text(madeAt), .text(kind), .text(""), .bytes(hash.bytes), .bytes(Array(payload.utf8)),
                ])
        }
    }

    // MARK: Writing

    private mutating func put(_ rows: Rows) throws {
        guard let table = rows.first?.table else { return }
        let insert = try Vault.insertion(into: table, target)
        for row in rows { try Vault.put(row, by: insert, vaultID: new.vaultID) }
        if table != .decision { report.kept[table] = rows.count }
    }
}

extension KeptRow {
    /// The row with another value in a column.
    fileprivate func with(_ column: String, _ value: SQLValue) -> KeptRow {
        var row = self
        if let place = table.columns.firstIndex(where: { $0.name == column }) { row.values[place] = value }
        return row
    }

    fileprivate var problemHash: ContentHash? {
        guard let snapshot = integer("snapshot_id"), let position = integer("position"), let line = integer("line_number"),
            let column = integer("column_number"), let code = text("code"), let row = text("row_text"), let flag = integer("is_rejection")
        else { return nil }
        return ContentHash(of: [String(snapshot), String(position), String(line), String(column), code, row, String(flag)])
    }

    fileprivate var partHash: ContentHash? {
        guard let snapshot = integer("snapshot_id"), let position = integer("position"), let original = integer("original_id"),
            let path = text("path")
        else { return nil }
        return SnapshotStore.hash(ofPart: snapshot, position: position, original: original, path: path)
    }

    fileprivate var decisionHash: ContentHash? {
        guard let step = integer("step"), let uuid = text("uuid"), let madeAt = text("made_at"), let kind = text("kind"),
            let subject = text("subject"), case .bytes(let payload)? = value("payload")
        else { return nil }
        return ContentHash(of: [String(step), uuid, madeAt, kind, subject, String(decoding: payload, as: UTF8.self)])
    }

    /// The snapshot the row says; `nil` where it can't be one.
    fileprivate var snapshot: StoredSnapshot? {
        guard let number = integer("snapshot_id"), let uuid = text("uuid").flatMap({ UniqueID($0) }), let sourceID = integer("source_id"),
            let list = text("list"), let original = integer("original_id"), let step = integer("step"), let flag = integer("is_undone"),
            let day = text("exported_on").flatMap({ CalendarDate(iso: $0) }),
            let basis = text("exported_on_basis").flatMap(ExportDateBasis.init),
            case .bytes(let contents)? = value("contents")
        else { return nil }
        let fields = text("fields") ?? ""
        return StoredSnapshot(
            number: number, uuid: uuid, sourceID: sourceID, sourceName: "", list: list, format: text("format") ?? "",
            layout: text("layout") ?? "", path: text("path") ?? "", originalID: original, step: step, isUndone: flag != 0, exportedOn: day,
            basis: basis, orderWithinDay: text("order_within_day") ?? "", importedAt: text("imported_at") ?? "",
            fields: fields.isEmpty ? [] : fields.split(separator: ",").map(String.init), rowCount: integer("row_count") ?? 0,
            entryCount: integer("entry_count") ?? 0, closedCount: integer("closed_count") ?? 0,
            rejectedCount: integer("rejected_count") ?? 0,
            contents: contents)
    }
}
