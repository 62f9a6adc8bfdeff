import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The engine that keeps a vault in one SQLite file, by GRDB, with a write-ahead log so that other programs can read while one writes.
public final class SQLiteEngine: Engine {
    /// What the engine needs to know besides the file.
    public struct Options: Sendable {
        /// How long to wait for another program that is writing, in seconds.
        public var patienceSeconds: Double
        /// The memory for pages of the file, in KiB.
        public var cacheKibibytes: Int
        /// Called once when another program keeps this one waiting for more than a second.
        public var onWait: @Sendable () -> Void
        /// The registered VFS of SQLite that opens the file, and the copies made of it; `nil` for the system's own.
        public var vfsName: String?
        /// What the file is called where it goes by another name for now: it is nobody's yet. Nothing is synced then and nothing logged;
        /// whoever made it syncs it once, when all is in it, and gives it that name.
        public var laterPath: String?
        /// Whether the file is to be read though it is known to be damaged: where it is shorter than it says, or describes its tables in a way
        /// SQLite does not understand, what can be read of it is.
        public var isDamaged = false

        /// Makes options; what is left out has the default.
        public init(
            patienceSeconds: Double = 600,
            cacheKibibytes: Int = 64 * 1024,
            vfsName: String? = nil,
            onWait: @escaping @Sendable () -> Void = {}
        ) {
            self.patienceSeconds = patienceSeconds
            self.vfsName = vfsName
            self.cacheKibibytes = cacheKibibytes
            self.onWait = onWait
        }
    }

    /// Marks a SQLite file as a vault (`PRAGMA application_id`): "HOLD" in ASCII.
    static let applicationID: Int64 = 0x484F_4C44

    let path: String
    let vfsName: String?
    private let options: Options
    private let queue: DatabaseQueue
    private let reading = ReadingSession()
    private let isClosed = Mutex(false)
    private let stop = StopMark()
    /// How the file and its log stood when it was opened, where the disk has no room for the little that programs share of a file they
    /// write: it is only read then, without locks, and only as long as nobody writes it.
    private let marksOnFullDisk: [DatabaseFile.Mark]?

    /// What reads share: statements made once are there for every later read.
    ///
    /// `@unchecked`: touched on the connection's own queue only, which lets in one at a time, and at the engine's end, when nobody is left.
    private final class ReadingSession: @unchecked Sendable {
        var session: SQLiteSession?

        func finish() {
            session?.finish()
            session = nil
        }
    }

    deinit { reading.finish() }

    /// Opens a vault's file, or makes it where there is none.
    ///
    /// - Throws: `VaultError`: `notAVault` for a file that is something else, `readOnly`, `unreadable`, `damaged`.
    public init(path: String, options: Options = Options()) throws {
        self.path = path
        self.options = options
        vfsName = options.vfsName
        let files = FileManager.default
        let exists = files.fileExists(atPath: path)
        let isScratch = options.laterPath != nil
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw VaultError(.notAVault, "\(path) is a folder, not a vault. Name a file, such as \(path)/vault.sqlite.")
        }
        if exists { try Self.checkBeginning(of: path) }
        var configuration = Configuration()
        configuration.label = "vault"
        configuration.busyMode = .callback { attempts in Self.wait(attempts, options) }
        let plain = configuration
        do {
            if exists, !files.isWritableFile(atPath: path) {
                queue = try Self.onlyReading(Self.readOnlyPath(path), plain, options)
                marksOnFullDisk = nil
            } else {
                if !exists { try Self.makePrivateFile(at: path) }
                configuration.prepareDatabase { database in
                    // Counts for a new file only; with pages of 4 KiB an import takes a tenth longer.
                    if !exists || isScratch { try database.execute(sql: "PRAGMA page_size = 16384") }
                    // SQLite refuses such files at once, unless their tables' description may be mended, which nobody does here.
                    if options.isDamaged { try database.execute(sql: "PRAGMA writable_schema = ON") }
                    try database.execute(sql: "PRAGMA cache_size = -\(options.cacheKibibytes)")
                }
                // Not GRDB's own setting, which makes a table and drops it at each opening: who only reads leaves the file as it is.
                configuration.prepareDatabase { database in
                    guard !isScratch else {
                        // What a failing step did is taken back from a journal; in memory it would be as large as what the step changes.
                        return try database.execute(
                            sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF")
                    }
                    try Self.turnOnLog(of: database)
                    try database.execute(sql: "PRAGMA synchronous = NORMAL")
                }
                let file = Self.path(path, by: options.vfsName)
                let opened: (DatabaseQueue, marks: [DatabaseFile.Mark]?) = try Self.whileBusy(options) { [configuration] in
                    do {
                        return (try DatabaseQueue(path: file, configuration: configuration), nil)
                    } catch let error as DatabaseError where exists && !isScratch && Self.meansNoRoom(error) {
                        let marks = DatabaseFile.marks(of: path)
                        return (try Self.onlyReading(Self.unsharedPath(path), plain, options), marks)
                    }
                }
                (queue, marksOnFullDisk) = opened
            }
        } catch {
            throw Self.explained(error, path: options.laterPath ?? path)
        }
    }

    /// SQLite keeps such a table in one tree instead of two.
    public let clusteredTableSuffix = " WITHOUT ROWID"

    /// Runs the migrations that have not run yet.
    public func migrate(_ migrations: [Migration]) throws {
        do {
            let migrator = Self.migrator(migrations)
            let (isNewer, isComplete) = try database.read { database in
                try (migrator.hasBeenSuperseded(database), migrator.hasCompletedMigrations(database))
            }
            if isNewer {
                throw VaultError(
                    .newerVersion,
                    "\(path) was written by a newer version of Holdfast. Nothing was changed. Install the newer version to open it."
                )
            }
            if !isComplete {
                if queue.configuration.readonly {
                    throw VaultError(
                        .readOnly,
                        "\(path) was written by an earlier version of Holdfast and has to be brought up to date before it can be read, and it can't be "
                            + "written where it lies. Nothing was changed. `holdfast --vault NEW.sqlite restore \(path)` makes a vault of it elsewhere."
                    )
                }
                try Self.whileBusy(options) {
                    do {
                        try migrator.migrate(database)
                    } catch {
                        // Two programs that find no vault both make one; the second finds the first one's tables.
                        guard try database.read({ try migrator.hasCompletedMigrations($0) }) else { throw error }
                    }
                    try database.write { try Self.describeKeys(of: $0) }
                }
            }
            try makeWordTables(of: migrations.flatMap(\.searchIndexes))
        } catch {
            throw Self.explained(error, path: shownPath)
        }
    }

    /// What runs migrations.
    private static func migrator(_ migrations: [Migration]) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.identifier) { database in
                for statement in migration.statements { try database.execute(sql: statement) }
                for index in migration.searchIndexes {
                    try database.execute(
                        sql: """
                            CREATE VIRTUAL TABLE \(index.name) USING fts5(\(index.columns.joined(separator: ", ")),
                            content = '\(index.table)', content_rowid = '\(index.number)', columnsize = 0,
                            tokenize = "unicode61 remove_diacritics 2")
                            """
                    )
                }
                try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                if let work = migration.work {
                    let session = try SQLiteSession(database)
                    defer { session.finish() }
                    try work(session)
                }
            }
        }
        return migrator
    }

    /// What `sqlite_schema` says of the tables and indexes the migrations make, against a database in memory they are made in anew. What others
    /// added is theirs.
    public func schemaProblems(after migrations: [Migration]) throws -> [String] {
        func described(_ database: Database) throws -> [String: [String]] {
            // The list of migrations is described in GRDB's words, which another version may choose otherwise.
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT name, type, tbl_name, sql FROM sqlite_schema
                    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                    """)
            // What should be a text may have become anything.
            func text(_ column: String, of row: Row) -> String { String.fromDatabaseValue(row[column]) ?? "" }
            let described = rows.map { row in (text("name", of: row), ["type", "tbl_name", "sql"].map { text($0, of: row) }) }
            return Dictionary(described) { first, _ in first }
        }
        do {
            let fresh = try DatabaseQueue()
            try Self.migrator(migrations).migrate(fresh)
            let (expected, found) = (try fresh.read(described), try database.read(described))
            return expected.keys.sorted().filter { found[$0] != expected[$0] }.map { name in
                found[name] == nil ? "\(name) is missing from it" : "what it says \(name) is, was changed"
            }
        } catch {
            throw Self.explained(error, path: shownPath)
        }
    }

    /// Makes the connection's own tables of the words that full-text indexes hold.
    private func makeWordTables(of indexes: [SearchIndex]) throws {
        try database.inDatabase { database in
            for index in indexes {
                let table = Self.wordTable(of: index)
                try database.execute(
                    sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(table) USING fts5vocab('main', '\(index.name)', 'col')")
            }
        }
    }

    /// The connection's own table of a full-text index's words.
    static func wordTable(of index: SearchIndex) -> String { index.name + "_words" }

    /// Tells the query planner what it can't know: every key begins with the vault's id, which tells nothing apart, and what follows tells
    /// nearly everything apart. Without this it takes the first index at hand and reads a million rows for one.
    private static func describeKeys(of database: Database) throws {
        // Makes the table of statistics; there are no rows to count yet.
        try database.execute(sql: "ANALYZE")
        try database.execute(sql: "DELETE FROM sqlite_stat1")
        let indexes = try Row.fetchAll(
            database,
            sql: """
                SELECT t.name AS tableName, i.name AS indexName, i."unique" AS isUnique, i.origin AS origin,
                (SELECT count(*) FROM pragma_index_info(i.name)) AS columns, t.wr AS isClustered
                FROM pragma_table_list AS t JOIN pragma_index_list(t.name) AS i
                WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'grdb_%'
                """
        )
        let rows = 1_000_000
        for index in indexes {
            let columns: Int = index["columns"]
            let isUnique: Bool = index["isUnique"]
            let behind = (1..<max(columns, 2)).map { $0 == columns - 1 && isUnique ? "1" : "2" }
            let counts = columns == 1 ? "1" : (["\(rows)"] + behind).joined(separator: " ")
            // The key of a clustered table goes by the table's own name.
            let isKey = index["origin"] == "pk" && index["isClustered"] == true
            let name: String = isKey ? index["tableName"] : index["indexName"]
            try database.execute(
                sql: "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)",
                arguments: [index["tableName"] as String, name, "\(rows) \(counts)"]
            )
        }
        try database.execute(sql: "ANALYZE sqlite_schema")
    }

    /// Reads from one consistent state of the file.
    public func read<Result>(_ body: (any Session) throws -> Result) throws -> Result {
        if let marksOnFullDisk, DatabaseFile.marks(of: path) != marksOnFullDisk {
            throw VaultError(
                .busy, "Another program has written to \(shownPath) since there was no room on its disk. Start Holdfast again.")
        }
        do {
            // GRDB's own reading sets `query_only`, and whenever that is set SQLite prepares every statement anew: the session refuses to
            // write instead.
            return try database.unsafeRead { database in
                let session = try reading.session ?? SQLiteSession(database, onlyReads: true, stop: stop)
                reading.session = session
                // What met a damaged page can't be committed any more; nothing was written, so nothing is lost by rolling back.
                return try Self.inTransaction(.deferred, of: database, ending: options.isDamaged ? .rollback : .commit) {
                    defer { session.rest() }
                    return try body(session)
                }
            }
        } catch {
            throw Self.explained(error, path: shownPath)
        }
    }

    /// Opens a file that is read and not written.
    private static func onlyReading(_ opened: String, _ configuration: Configuration, _ options: Options) throws -> DatabaseQueue {
        var configuration = configuration
        keepsLogIndexInMemory(&configuration, of: opened)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(options.cacheKibibytes)") }
        configuration.readonly = true
        return try DatabaseQueue(path: opened, configuration: configuration)
    }

    /// Whether the index of the log, of 32 KiB, could not be made beside the file. Then no other program has the file open either.
    private static func meansNoRoom(_ error: DatabaseError) -> Bool {
        error.extendedResultCode == .SQLITE_IOERR_SHMSIZE || error.extendedResultCode == .SQLITE_IOERR_SHMOPEN
    }

    /// Runs `body` in one transaction.
    public func write<Result>(_ body: (any Session) throws -> Result) throws -> Result {
        guard marksOnFullDisk == nil else { throw Self.fullDisk(shownPath) }
        do {
            return try database.writeWithoutTransaction { database in
                // An acknowledged import survives a power cut: the log is synced at each commit (GRDB's default in this mode is NORMAL).
                if options.laterPath == nil { try database.execute(sql: "PRAGMA synchronous = FULL") }
                return try Self.inTransaction(.immediate, of: database) {
                    let session = try SQLiteSession(database)
                    defer { session.finish() }
                    return try body(session)
                }
            }
        } catch {
            throw Self.explained(error, path: shownPath)
        }
    }

    /// Has the file written to by way of a write-ahead log, whoever writes.
    private static func turnOnLog(of database: Database) throws {
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw DatabaseError(message: "a write-ahead log can't be had here")
        }
    }

    private static func inTransaction<Result>(
        _ kind: Database.TransactionKind, of database: Database, ending: Database.TransactionCompletion = .commit,
        _ body: () throws -> Result
    ) throws -> Result {
        var result: Result?
        try database.inTransaction(kind) {
            result = try body()
            return ending
        }
        guard let result else { throw VaultError(.internalFault, "The vault did not answer. Nothing was changed.") }
        return result
    }

    /// What `PRAGMA integrity_check` finds, and values of another type than their column's, which read alike and compare otherwise.
    public func integrityProblems() throws -> [String] {
        do {
            return try database.read { database in
                var problems = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                let columns = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT t.name AS tableName, c.name AS columnName, c.type AS type
                        FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
                        WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'grdb_%'
                        """
                )
                let types = ["BIGINT": "integer", "TEXT": "text", "BYTEA": "blob"]
                for column in columns {
                    let (table, name): (String, String) = (column["tableName"], column["columnName"])
                    guard let type = types[column["type"]] else { continue }
                    let odd =
                        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table) WHERE typeof(\(name)) NOT IN ('\(type)', 'null')")
                        ?? 0
                    if odd > 0 { problems.append("\(odd) values of \(table).\(name) are not of its type") }
                }
                return problems
            }
        } catch {
            return ["\(Self.explained(error, path: shownPath))"]
        }
    }

    /// Closes the file; the log is written back into it first.
    public func close() throws {
        // SQLite closes no connection that has statements.
        queue.inDatabase { _ in reading.finish() }
        if options.laterPath != nil {
            do { try queue.inDatabase(Self.turnOnLog) } catch { throw Self.explained(error, path: shownPath) }
        }
        try queue.close()
        isClosed.withLock { $0 = true }
    }

    /// Sees to it that no statement that reads goes on: those under way are broken off, each where it next takes a row at the latest.
    public func stopReading() {
        stop.set()
        try? database.interrupt()
    }

    /// What the file is called in messages.
    private var shownPath: String { options.laterPath ?? path }

    /// The connection, as long as it is open: SQLite does not survive being asked afterwards.
    var database: DatabaseQueue {
        get throws {
            guard !isClosed.withLock({ $0 }) else {
                throw VaultError(
                    .internalFault, "The vault \(path) was closed while it was in use. Nothing was changed; please run it again.")
            }
            return queue
        }
    }
}
