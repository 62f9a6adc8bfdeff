import ContactFormats
import ContactModel
import Crypto

/// What a check of the whole vault found.
public struct VerificationReport: Sendable {
    /// One thing that is not as it was written.
    public struct Finding: Hashable, Sendable {
        /// What kind of thing: `file`, `original`, `record`, `snapshot`, `decision`, `source`, `problem`, `vault`,
        /// `access`, `projection`, `receipt`.
        public var kind: String
        /// What is wrong, in a sentence.
        public var message: String
    }

    /// Everything that is not as it was written; empty where the vault is sound. At most a thousand are listed.
    public var findings: [Finding] = []
    /// How many there are in all.
    public var findingCount = 0
    /// How many records were compared with their hashes.
    public var records = 0
    /// How many decisions were compared with their hashes.
    public var decisions = 0
    /// How many originals were unpacked and compared with their hashes.
    public var originals = 0
    /// How many people were computed again and compared.
    public var people = 0
    /// How many of them stand in no list of one's contacts: the owner, and those known only from messages and the like.
    public var unlisted = 0

    /// Whether nothing was found.
    public var isSound: Bool { findingCount == 0 }

    mutating func note(_ kind: String, _ message: String) {
        findingCount += 1
        if findings.count < 1000 { findings.append(Finding(kind: kind, message: message)) }
    }
}

extension Vault {
    /// Checks everything: the file's structure, every original, record, decision, source, snapshot, problem and receipt against its hash, every
    /// snapshot's contents against the records, and people, changes and the search index against a fresh computation.
    ///
    /// - Parameter progress: called now and then with how many records and people of how many are checked.
    public func verify(progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws -> VerificationReport {
        var report = VerificationReport()
        for problem in try engine.integrityProblems().prefix(100) { report.note("file", "The database file is damaged: \(problem).") }
        do {
            for problem in try engine.schemaProblems(after: Schema.migrations(for: engine)) {
                report.note("file", "The description of the tables is damaged: \(problem).")
            }
            try engine.read { session in
                var check = Verification(session: session, vaultID: vaultID, report: report, progress: progress)
                defer { report = check.report }
                try check.run()
            }
            // FTS5 checks itself by a command that counts as writing; it changes nothing.
            let isSound = try engine.write { try $0.isSound(Schema.peopleSearch) }
            if !isSound { report.note("projection", "The search index does not agree with what it was made of.") }
        } catch let error as VaultError where error.code == .damaged {
            report.note("file", error.message)
        } catch let error as VaultError where error.code == .readOnly {
            // A vault on read-only media has no index check; all else was compared.
        }
        return report
    }
}

/// The checks, one table after another.
struct Verification {
    let session: any Session
    let vaultID: Int64
    var report: VerificationReport
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void
    /// How many records and people there are to check.
    private var total = 0
    /// What stands in each snapshot, added up from records and problems.
    private var contents: [Int64: ContentsHash] = [:]

    init(
        session: any Session, vaultID: Int64, report: VerificationReport, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) {
        self.session = session
        self.vaultID = vaultID
        self.report = report
        self.progress = progress
    }

    /// Checks everything inside a transaction, but for the database's own structure.
    static func report(session: any Session, vaultID: Int64) throws -> VerificationReport {
        var check = Verification(session: session, vaultID: vaultID, report: VerificationReport(), progress: { _, _ in })
        try check.run()
        return check.report
    }

    mutating func run() throws {
        for table in ["record", "person"] {
            let count = try session.first("SELECT count(*) FROM \(table) WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) }
            total += Int(count ?? 0)
        }
        try checkVault()
        try checkSources()
        try checkOriginals()
        try checkSnapshots()
        try checkProblems()
        try checkDecisions()
        try checkReceipts()
        try checkAccess()
        try checkRecords()
        try checkPeople()
        try checkFlags()
    }

    /// What is yes or no has to be 1 or 0: another number is a yes to a reader, and neither to a query.
    private mutating func checkFlags() throws {
        let flags = [
            ("person", "has_company"), ("person", "has_title"), ("person", "has_phone"), ("likeness", "is_joined"),
            ("snapshot", "is_undone"),
            ("problem", "is_rejection"),
        ]
        for (table, column) in flags {
            let sql = "SELECT count(*) FROM \(table) WHERE vault_id = ? AND \(column) NOT IN (0, 1)"
            let odd = try session.first(sql, [.integer(vaultID)]) { $0.integer(0) } ?? 0
            if odd > 0 { report.note("projection", "\(odd) values of \(table).\(column) are neither yes nor no.") }
        }
        // An id in other letters is the same id to a reader, and so to its hash.
        let ids = try session.rows("SELECT uuid FROM snapshot WHERE vault_id = ?", [.integer(vaultID)]) { $0.text(0) }
        for id in ids where UniqueID(id)?.description != id { report.note("snapshot", "The id \(id) of a snapshot was changed.") }
    }

    private mutating func compare(_ stored: [UInt8], _ computed: ContentHash, _ kind: String, _ message: @autoclosure () -> String) {
        if stored != computed.bytes { report.note(kind, message()) }
    }

    private mutating func checkVault() throws {
        let rows = try session.rows("SELECT uuid, created_at, hash FROM vault WHERE vault_id = ?", [.integer(vaultID)]) {
            ($0.text(0), $0.text(1), $0.bytes(2))
        }
        for (uuid, created, hash) in rows {
            compare(hash, Vault.hash(number: vaultID, uuid: uuid, createdAt: created), "vault", "The vault's own row was changed.")
        }
        // One file holds one vault; whatever belongs to another has lost its place.
        for table in Schema.tables {
            let strays = try session.first("SELECT count(*) FROM \(table) WHERE vault_id <> ?", [.integer(vaultID)]) { $0.integer(0) } ?? 0
            if strays > 0 { report.note("vault", "\(strays) rows of the table \(table) belong to no vault.") }
        }
    }

    private mutating func checkSources() throws {
        let rows = try session.rows("SELECT source_id, name, hash FROM source WHERE vault_id = ?", [.integer(vaultID)]) {
            ($0.integer(0), $0.text(1), $0.bytes(2))
        }
        for (number, name, hash) in rows {
            compare(hash, SnapshotStore.hash(ofSource: number, name: name), "source", "The source “\(name)” was changed.")
        }
        let known = Set(rows.map(\.0))
        for table in ["snapshot", "entry"] {
            let named = try session.rows("SELECT DISTINCT source_id FROM \(table) WHERE vault_id = ?", [.integer(vaultID)]) {
                $0.integer(0)
            }
            for number in named where !known.contains(number) {
                report.note("source", "The source \(number) of the table \(table) is missing.")
            }
        }
    }

    private mutating func checkAccess() throws {
        let rows = try session.rows("SELECT kind, name, body, hash FROM access WHERE vault_id = ?", [.integer(vaultID)]) {
            ($0.text(0), $0.text(1), $0.text(2), $0.bytes(3))
        }
        for (kind, name, body, hash) in rows {
            compare(hash, AccessTable.hash(kind: kind, name: name, body: body), "access", "What lets somebody in (\(kind)) was changed.")
        }
    }

    private mutating func checkOriginals() throws {
        let rows = try session.rows(
            "SELECT original_id, sha256, byte_count, file_name, hash FROM original WHERE vault_id = ?", [.integer(vaultID)]
        ) {
            (number: $0.integer(0), sha256: $0.bytes(1), byteCount: $0.integer(2), name: $0.text(3), hash: $0.bytes(4))
        }
        let store = OriginalStore(session: session, vaultID: vaultID)
        for row in rows {
            report.originals += 1
            guard let expected = ContentHash(stored: row.sha256) else {
                report.note("original", "The hash of the original \(row.name) was changed.")
                continue
            }
            let rowHash = OriginalStore.rowHash(number: row.number, hash: expected, byteCount: row.byteCount, fileName: row.name)
            compare(row.hash, rowHash, "original", "What is noted of the original \(row.name) was changed.")
            var hasher = SHA256()
            do {
                try store.read(row.number) { piece in piece.withUnsafeBytes { hasher.update(bufferPointer: $0) } }
                compare(expected.bytes, ContentHash(hasher.finalize()), "original", "The original \(row.name) is not what came in.")
            } catch let error as VaultError where error.code == .damaged {
                report.note("original", "A piece of the original \(row.name) is damaged and can't be unpacked.")
            }
        }
    }

    private mutating func checkSnapshots() throws {
        let hashes = Dictionary(
            uniqueKeysWithValues: try session.rows("SELECT snapshot_id, hash FROM snapshot WHERE vault_id = ?", [.integer(vaultID)]) {
                ($0.integer(0), $0.bytes(1))
            }
        )
        let originals = Set(try session.rows("SELECT original_id FROM original WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) })
        let store = SnapshotStore(session: session, vaultID: vaultID)
        for snapshot in try store.all() {
            for hash in try store.partHashes(of: snapshot.number) { contents[snapshot.number, default: ContentsHash()].add(hash) }
            if try !store.parts(of: snapshot).allSatisfy({ originals.contains($0.original) }) {
                report.note("original", "An original of the snapshot of \(snapshot.exportedOn) from \(snapshot.sourceName) is missing.")
            }
            compare(
                hashes[snapshot.number] ?? [], snapshot.hash, "snapshot",
                "What is noted of the snapshot of \(snapshot.exportedOn) was changed.")
        }
        let parts = try session.rows(
            "SELECT snapshot_id, position, original_id, path, hash FROM snapshot_part WHERE vault_id = ?",
            [.integer(vaultID)]
        ) { ($0.integer(0), $0.integer(1), $0.integer(2), $0.text(3), $0.bytes(4)) }
        for (snapshot, position, original, path, hash) in parts {
            compare(
                hash,
                SnapshotStore.hash(ofPart: snapshot, position: position, original: original, path: path),
                "snapshot",
                "What is noted of the file \(path) was changed."
            )
        }
    }

    private mutating func checkProblems() throws {
        let select = try session.statement(
            """
            SELECT line_number, column_number, code, row_text, is_rejection, hash, snapshot_id, position FROM problem
            WHERE vault_id = ? ORDER BY snapshot_id, position
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        while try select.step() {
            let problem = ReadProblem(
                line: Int(select.integer(0)),
                column: Int(select.integer(1)),
                code: select.text(2),
                text: select.text(3),
                isRejection: select.integer(4) != 0
            )
            let snapshot = select.integer(6)
            let hash = ProblemStore.hash(of: problem, snapshot: snapshot, position: select.integer(7), isRejection: select.integer(4))
            compare(select.bytes(5), hash, "problem", "What is noted of an unreadable row (line \(problem.line)) was changed.")
            contents[snapshot, default: ContentsHash()].add(hash)
        }
    }

    private mutating func checkDecisions() throws {
        let select = try session.statement(
            "SELECT step, uuid, made_at, kind, subject, payload, hash FROM decision WHERE vault_id = ? ORDER BY step")
        defer { select.reset() }
        select.bind(0, vaultID)
        var expected: Int64 = 1
        while try select.step() {
            report.decisions += 1
            let step = select.integer(0)
            if step > expected { report.note("decision", "The steps \(expected) to \(step - 1) are missing from the log.") }
            if step < expected { report.note("decision", "A step of the log has the number \(step), which none can have.") }
            // Of the highest number there is none is the next.
            expected = max(expected, step == .max ? step : step + 1)
            let hash = ContentHash(of: [String(step)] + (1...5).map { select.text($0) })
            compare(select.bytes(6), hash, "decision", "Step \(step) of the log was changed.")
        }
    }

    private mutating func checkReceipts() throws {
        let store = HandOverStore(session: session, vaultID: vaultID)
        for number in try store.numbers() {
            guard let (receipt, hash) = try store.receipt(number) else {
                report.note("receipt", "The receipt \(number) of a hand-over can't be read.")
                continue
            }
            compare(hash, receipt.hash, "receipt", "What is noted of the hand-over of \(receipt.madeAt.prefix(10)) was changed.")
        }
    }

    /// Every record against its hash, and the records of each snapshot together against the snapshot.
    private mutating func checkRecords() throws {
        let catalog = try ListCatalog(session, vaultID: vaultID)
        let select = try session.statement(
            """
            SELECT e.source_id, e.list, e.key, e.ordinal, r.first_snapshot, r.gone_snapshot, r.hash, r.card
            FROM record r LEFT JOIN entry e ON e.vault_id = r.vault_id AND e.entry_id = r.entry_id
            WHERE r.vault_id = ?
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        while try select.step() {
            report.records += 1
            if report.records.isMultiple(of: 5000) { progress(report.records, total) }
            guard !select.isNull(2), let hash = ContentHash(stored: select.bytes(6)) else {
                report.note("record", "A record belongs to no entry, or has lost its hash.")
                continue
            }
            let key = select.text(2)
            let computed = ContentHash.ofRecord(key: key, ordinal: select.integer(3), card: select.bytes(7))
            if computed != hash { report.note("record", "The record “\(key)” was changed.") }
            let order = catalog.facts(ListCatalog.Key(sourceID: select.integer(0), list: select.text(1))).order
            let run = Run(first: select.integer(4), gone: select.optionalInteger(5), hash: hash)
            guard order.position(of: run.first) != nil, run.gone.map({ order.position(of: $0) != nil }) ?? true else {
                report.note("record", "The record “\(key)” belongs to a snapshot that is not there.")
                continue
            }
            for position in order.range(run) { contents[order.marks[position].number, default: ContentsHash()].add(hash) }
        }
        for snapshot in try SnapshotStore(session: session, vaultID: vaultID).all() where !snapshot.isUndone {
            if (contents[snapshot.number] ?? ContentsHash()).bytes != snapshot.contents {
                report.note(
                    "snapshot",
                    "The snapshot of \(snapshot.exportedOn) from \(snapshot.sourceName) does not hold the records it was read with.")
            }
        }
    }

    /// People, changes and the search index against a fresh computation from records and decisions.
    private mutating func checkPeople() throws {
        let catalog = try ListCatalog(session, vaultID: vaultID)
        let entries = try EntryReader(session: session, vaultID: vaultID)
        let likenesses = try LikenessStore(session: session, vaultID: vaultID)
        let linker = try VaultLinker(session: session, vaultID: vaultID, from: .records)
        if try linker.likenesses() != likenesses.all() {
            report.note("projection", "What is noted of entries that look alike is not what the records say.")
        }
        if try !linker.entries.areKept(session, vaultID: vaultID) {
            report.note("projection", "What is kept of entries for comparing them is not what the records say.")
        }
        let fresh = FreshPeople(
            session: session, vaultID: vaultID, entries: entries, words: try OwnersWords(session: session, vaultID: vaultID),
            likenesses: likenesses)
        var seen: Set<Int64> = []
        var done = 0
        let numbers = try session.rows("SELECT entry_id FROM entry WHERE vault_id = ? ORDER BY entry_id", [.integer(vaultID)]) {
            $0.integer(0)
        }
        var visited = NumberSet()
        for number in numbers where !visited.contains(number) {
            let component = try fresh.component(around: number, catalog: catalog)
            if component.isEmpty {
                _ = visited.insert(number)
                report.note("record", "The entry \(number) has a key that can't be read.")
                continue
            }
            for entry in component {
                _ = visited.insert(entry.number)
                let missing = try fresh.missingKeys(of: entry)
                if missing > 0 { report.note("projection", "The entry “\(entry.name.text)” is missing from the index of keys.") }
            }
            for expected in try fresh.people(of: component) {
                done += 1
                report.people += 1
                if [.owner, .acquaintance].contains(expected.person.standing) { report.unlisted += 1 }
                if done.isMultiple(of: 5000) { progress(report.records + done, total) }
                seen.insert(expected.number)
                let stored = try fresh.stored(expected.number)
                let assigned = expected.members.allSatisfy { $0.person == expected.number }
                if stored != expected.rows || !assigned {
                    report.note("projection", "What is shown of “\(expected.person.displayName)” is not what the sources say.")
                }
            }
        }
        let people = try session.first("SELECT count(*) FROM person WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) } ?? 0
        if Int(people) != seen.count {
            report.note("projection", "There are \(people) people in the vault where the sources tell of \(seen.count).")
        }
        let changes = try session.rows("SELECT DISTINCT person_id FROM change WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) }
        for person in changes where !seen.contains(person) { report.note("projection", "A change is noted of nobody.") }
    }
}
