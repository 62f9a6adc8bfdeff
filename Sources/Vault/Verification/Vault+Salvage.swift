import ContactFormats
import ContactModel

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
        let vaults = vaultNumbers()
        try takeIdentity(vaults)
        var rows: [KeptTable: Rows] = [:]
        for table in KeptTable.allCases where table != .original { rows[table] = vaults.flatMap { readable(table, of: $0) } }
        let (known, right) = rightRecords(rows[.entry] ?? [], rows[.record] ?? [])
        let stored = takeSnapshots(rows[.snapshot] ?? [], told: listsTold(by: right, of: known), records: right)
        let originals = try takeOriginals(vaults, needed: stored.map(\.originalID))
        let sources = takeSources(rows[.source] ?? [], needed: Set(stored.map(\.sourceID)))
        let snapshots = stored.map { KeptRow($0) }
        let numbers = Set(stored.map(\.number))
        let lists = Dictionary(uniqueKeysWithValues: stored.map { ($0.number, ListCatalog.Key(sourceID: $0.sourceID, list: $0.list)) })
        let (entries, records) = takeRecords(known, right, lists: lists)
        let problems = sound(rows[.problem] ?? []) { $0.problemHash }.filter { numbers.contains($0.integer("snapshot_id") ?? 0) }
        let parts = sound(rows[.snapshotPart] ?? []) { $0.partHash }.filter {
            numbers.contains($0.integer("snapshot_id") ?? 0) && originals.contains($0.integer("original_id") ?? 0)
        }
        let decisions = takeDecisions(rows[.decision] ?? [])
        let receipts = sound(rows[.handedOver] ?? []) { $0.receiptHash }
        for kept in [sources, snapshots, parts, problems, entries, records, decisions, receipts] { try put(kept) }
        try new.finishBecoming(target)
        for table in KeptTable.allCases where table != .original && table != .source && table != .snapshot {
            let lost = (rows[table]?.count ?? 0) - (report.kept[table] ?? 0)
            if lost > 0 { report.lost[table] = lost }
        }
        report.people = try target.first("SELECT count(*) FROM person WHERE vault_id = ?", [.integer(new.vaultID)]) { $0.integer(0) } ?? 0
        return report
    }

    // MARK: Reading

    /// The numbers a vault has in the file. There is one; where it was changed, in one row or in all, the rows are the vault's all the same.
    private func vaultNumbers() -> [Int64] {
        var numbers = [old.vaultID]
        for table in Schema.tables {
            let found = (try? source.rows("SELECT DISTINCT vault_id FROM \(table)") { $0.integer(0) }) ?? []
            for number in found where !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    /// What the damaged vault calls the columns of a table, in quotes, by their right names: where a name was changed, the column stands in its
    /// place all the same. Only SQLite keeps a vault in a file that can be damaged so.
    private func columnNames(of table: String) -> [String: String] {
        func names(_ session: any Session) -> [String] {
            (try? session.rows("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid", []) { $0.text(0) }) ?? []
        }
        let (right, found) = (names(target), names(source))
        guard right.count == found.count, Set(found).count == found.count else { return [:] }
        return Dictionary(zip(right, found.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" })) { first, _ in first }
    }

    /// The rows of a table that can be read; a page that can't is stepped over, key by key.
    private mutating func readable(_ table: KeptTable, of vault: Int64) -> Rows {
        let key = table.columns[0].name
        let called = columnNames(of: table.rawValue)
        func name(_ column: String) -> String { called[column] ?? column }
        let columns = table.columns.map { name($0.name) }.joined(separator: ", ")
        var rows: Rows = []
        var next: Int64 = Int64.min
        var misses: Int64 = 0
        while misses < 20_000 {
            do {
                let select = try source.statement(
                    """
                    SELECT \(columns) FROM \(table.rawValue) WHERE \(name("vault_id")) = ? AND \(name(key)) >= ?
                    ORDER BY \(name("vault_id")), \(name(key))
                    """
                )
                defer { select.reset() }
                select.bind(0, vault)
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

    private mutating func takeIdentity(_ vaults: [Int64]) throws {
        let row = try? source.first("SELECT uuid, created_at, hash FROM vault WHERE vault_id = ?", [.integer(old.vaultID)]) {
            ($0.text(0), $0.text(1), $0.bytes(2))
        }
        guard let row, vaults.contains(where: { Vault.hash(number: $0, uuid: row.0, createdAt: row.1).bytes == row.2 }) else { return }
        try target.run("DELETE FROM vault WHERE vault_id = ?", [.integer(new.vaultID)])
        let hash = Vault.hash(number: new.vaultID, uuid: row.0, createdAt: row.1)
        try target.run(
            "INSERT INTO vault (vault_id, uuid, created_at, hash) VALUES (?, ?, ?, ?)",
            [.integer(new.vaultID), .text(row.0), .text(row.1), .bytes(hash.bytes)]
        )
    }

    /// Keeps the originals that unpack to what came in; of another only that there was one, so that its snapshot has its place.
    private mutating func takeOriginals(_ vaults: [Int64], needed: [Int64]) throws -> Set<Int64> {
        let store = OriginalStore(session: target, vaultID: new.vaultID)
        var numbers: Set<Int64> = []
        func noteLost(_ number: Int64, name: String) throws {
            let note = BytesInMemory("This original (\(number)) was damaged and could not be saved.\n")
            let (hash, byteCount) = try OriginalStore.hash(of: note)
            try store.keep(note, hash: hash, byteCount: byteCount, fileName: name, number: number)
            report.lost[.original, default: 0] += 1
        }
        for row in vaults.flatMap({ readable(.original, of: $0) }) {
            guard let number = row.integer("original_id"), let name = row.text("file_name"), numbers.insert(number).inserted else {
                continue
            }
            guard case .bytes(let stored)? = row.value("sha256"), let expected = ContentHash(stored: stored),
                try store.findExact(expected) == nil, let (vault, byteCount) = found(number, in: vaults, expecting: expected)
            else {
                try noteLost(number, name: name)
                continue
            }
            let origin = OriginalStore(session: source, vaultID: vault)
            try store.keep(
                reading: { try origin.read(number, $0) }, hash: expected, byteCount: byteCount, fileName: name, number: number)
            report.kept[.original, default: 0] += 1
        }
        for number in needed where numbers.insert(number).inserted { try noteLost(number, name: "lost-\(number)") }
        return numbers
    }

    /// Under which number of the vault an original is as it came in, and how long it is; `nil` where it is under none.
    private func found(_ original: Int64, in vaults: [Int64], expecting hash: ContentHash) -> (vault: Int64, byteCount: Int64)? {
        for vault in vaults {
            let store = OriginalStore(session: source, vaultID: vault)
            if let (found, byteCount) = try? OriginalStore.hash(reading: { try store.read(original, $0) }), found == hash {
                return (vault, byteCount)
            }
        }
        return nil
    }

    /// Rows whose hash is right.
    private mutating func sound(_ rows: Rows, hash: (KeptRow) -> ContentHash?) -> Rows {
        rows.filter { row in
            if case .bytes(let stored)? = row.value("hash") { hash(row)?.bytes == stored } else { false }
        }
    }

    /// The sources, and a name for each that snapshots tell of and that is lost.
    private mutating func takeSources(_ rows: Rows, needed: Set<Int64>) -> Rows {
        var names: Set<String> = []
        var missing = needed.subtracting(rows.compactMap { $0.integer("source_id") })
        var kept = rows.compactMap { row -> KeptRow? in
            guard let number = row.integer("source_id"), let name = row.text("name"), names.insert(name).inserted else { return nil }
            // Where the number was changed, the hash tells which it was.
            let was = missing.first { row.value("hash") == .bytes(SnapshotStore.hash(ofSource: $0, name: name).bytes) }
            guard let was else { return mended(row, hash: SnapshotStore.hash(ofSource: number, name: name)) }
            missing.remove(was)
            report.doubtful[.source, default: 0] += 1
            return row.with("source_id", .integer(was))
        }
        for number in missing.sorted() {
            let name = "Lost source \(number)"
            report.lost[.source, default: 0] += 1
            kept.append(
                KeptRow(
                    table: .source,
                    values: [.integer(number), .text(name), .bytes(SnapshotStore.hash(ofSource: number, name: name).bytes)]))
        }
        return kept
    }

    /// The snapshots. What was changed in one is put right where the hash, or the records in it, tell what it was; one that is lost is made
    /// anew of what its records tell.
    private mutating func takeSnapshots(_ rows: Rows, told: [Int64: ListCatalog.Key], records: Rows) -> [StoredSnapshot] {
        let absent = Set(told.keys).subtracting(rows.compactMap { $0.integer("snapshot_id") })
        var kept: [Int64: StoredSnapshot] = [:]
        // Those whose day is not sure, with the day that is noted.
        var unsure: [(snapshot: StoredSnapshot, day: CalendarDate?)] = []
        for row in rows {
            guard var snapshot = row.snapshot(orID: new.clock.newID(), orDay: new.clock.today) else {
                // One that records tell of is made anew below, and counted there.
                if row.integer("snapshot_id").flatMap({ told[$0] }) == nil { report.lost[.snapshot, default: 0] += 1 }
                continue
            }
            if row.value("hash") == .bytes(snapshot.hash.bytes) {
                if kept[snapshot.number] == nil, EntryList(rawValue: snapshot.list) != nil { kept[snapshot.number] = snapshot }
                continue
            }
            let variants = absent.map { snapshot.with($0) } + [snapshot.undone(!snapshot.isUndone)]
            if let was = variants.first(where: { row.value("hash") == .bytes($0.hash.bytes) }) {
                report.doubtful[.snapshot, default: 0] += 1
                kept[was.number] = was
                continue
            }
            if let list = told[snapshot.number] { (snapshot.sourceID, snapshot.list) = (list.sourceID, list.list) }
            guard EntryList(rawValue: snapshot.list) != nil else {
                report.lost[.snapshot, default: 0] += 1
                continue
            }
            report.doubtful[.snapshot, default: 0] += 1
            unsure.append((snapshot, row.text("exported_on").flatMap { CalendarDate(iso: $0) }))
        }
        let known = Set(kept.keys).union(unsure.map(\.snapshot.number))
        for (number, list) in told where !known.contains(number) {
            report.lost[.snapshot, default: 0] += 1
            unsure.append((StoredSnapshot(lost: number, of: list, id: new.clock.newID(), importedAt: new.clock.timestamp), nil))
        }
        let order = RunEvidence(records)
        for (snapshot, day) in unsure.sorted(by: { $0.snapshot.number < $1.snapshot.number }) where kept[snapshot.number] == nil {
            kept[snapshot.number] = order.placed(snapshot, on: day, among: Array(kept.values), today: new.clock.today)
        }
        return kept.values.sorted { $0.number < $1.number }
    }

    /// Which list a snapshot is of, by most of the records that were first seen in it. One record by itself tells nothing where others tell
    /// of other snapshots of its list: its own number may have been changed.
    private func listsTold(by records: Rows, of entries: [Int64: KeptRow]) -> [Int64: ListCatalog.Key] {
        var votes: [Int64: [ListCatalog.Key: Int]] = [:]
        for record in records {
            guard let first = record.integer("first_snapshot"), first > 0,
                let list = record.integer("entry_id").flatMap({ entries[$0] }).flatMap(Self.list), EntryList(rawValue: list.list) != nil
            else { continue }
            votes[first, default: [:]][list, default: 0] += 1
        }
        let sure = Set(votes.values.flatMap { $0.filter { $0.value > 1 }.keys })
        return votes.compactMapValues { lists in
            let most = lists.max { ($0.value, $1.key.list, $1.key.sourceID) < ($1.value, $0.key.list, $0.key.sourceID) }
            return most.flatMap { $0.value > 1 || !sure.contains($0.key) ? $0.key : nil }
        }
    }

    /// A row with a right hash, counted where it had another.
    private mutating func mended(_ row: KeptRow, hash: ContentHash) -> KeptRow {
        if case .bytes(let stored)? = row.value("hash"), stored == hash.bytes { return row }
        report.doubtful[row.table, default: 0] += 1
        return row.with("hash", .bytes(hash.bytes))
    }

    /// The list a snapshot or an entry belongs to.
    private static func list(of row: KeptRow) -> ListCatalog.Key? {
        guard let sourceID = row.integer("source_id"), let list = row.text("list") else { return nil }
        return ListCatalog.Key(sourceID: sourceID, list: list)
    }

    /// The records with right hashes, and the entries that have a key, by their numbers.
    private func rightRecords(_ entries: Rows, _ records: Rows) -> (entries: [Int64: KeptRow], records: Rows) {
        var byNumber: [Int64: KeptRow] = [:]
        for entry in entries {
            guard let number = entry.integer("entry_id"), let key = entry.text("key"), IdentityKey(description: key) != nil else {
                continue
            }
            byNumber[number] = entry
        }
        let right = records.filter { record in
            guard let number = record.integer("entry_id"), let entry = byNumber[number], let key = entry.text("key"),
                let ordinal = entry.integer("ordinal"), case .bytes(let card)? = record.value("card"),
                case .bytes(let stored)? = record.value("hash")
            else { return false }
            return ContentHash.ofRecord(key: key, ordinal: ordinal, card: card).bytes == stored
        }
        return (byNumber, right)
    }

    /// - Parameter lists: the snapshots there are, and the list of each: a record stands in snapshots of its entry's list.
    private mutating func takeRecords(
        _ entries: [Int64: KeptRow], _ records: Rows, lists: [Int64: ListCatalog.Key]
    ) -> (entries: Rows, records: Rows) {
        func firstList(of record: KeptRow) -> ListCatalog.Key? { record.integer("first_snapshot").flatMap { lists[$0] } }
        // Those with a record in the list they say: where another one isn't, it was that record's number that was changed.
        let sure = Set(
            records.compactMap { record -> Int64? in
                guard let number = record.integer("entry_id"), let entry = entries[number], let list = firstList(of: record),
                    Self.list(of: entry) == list
                else { return nil }
                return number
            })
        var used: [Int64: KeptRow] = [:]
        let kept = records.compactMap { record -> KeptRow? in
            guard let number = record.integer("entry_id"), var entry = used[number] ?? entries[number],
                let list = firstList(of: record)
            else { return nil }
            if Self.list(of: entry) != list {
                guard used[number] == nil, !sure.contains(number) else { return nil }
                report.doubtful[.entry, default: 0] += 1
                entry = entry.with("source_id", .integer(list.sourceID)).with("list", .text(list.list))
            }
            used[number] = entry
            guard let gone = record.integer("gone_snapshot"), lists[gone] != list else { return record }
            report.doubtful[.record, default: 0] += 1
            return record.with("gone_snapshot", .null)
        }
        return (used.sorted { $0.key < $1.key }.map(\.value), kept)
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
        // A page that is damaged may lead to the same row twice.
        let key = table.columns.prefix([.record, .problem, .snapshotPart].contains(table) ? 2 : 1).map(\.name)
        var seen: Set<[Int64]> = []
        var count = 0
        for row in rows {
            guard seen.insert(key.map { row.integer($0) ?? 0 }).inserted else { continue }
            try Vault.put(row, by: insert, vaultID: new.vaultID)
            count += 1
        }
        if table != .decision { report.kept[table] = count }
    }
}
