import GRDB
import GRDBSQLite

/// An access to a SQLite connection, or several one after another, with the statements made in it.
final class SQLiteSession: Session {
    private let connection: OpaquePointer
    private let onlyReads: Bool
    private let stop: StopMark?
    private var statements: [String: SQLiteStatement] = [:]

    /// - Parameters:
    ///   - onlyReads: whether statements that write are refused as they run.
    ///   - stop: where it is said that statements are to be broken off.
    init(_ database: Database, onlyReads: Bool = false, stop: StopMark? = nil) throws {
        guard let connection = database.sqliteConnection else {
            throw VaultError(.internalFault, "The vault was closed while it was in use. Nothing was changed; please run the command again.")
        }
        self.connection = connection
        self.onlyReads = onlyReads
        self.stop = stop
    }

    /// More statements than these are not kept: each is written out for what it asks, and nobody asks the same of everything.
    private static let mostKept = 64

    /// Lets go of all statements.
    func finish() {
        for statement in statements.values { statement.finalize() }
        statements = [:]
    }

    /// Ends what still runs and forgets what was asked, but keeps the statements for the next access.
    func rest() {
        guard statements.count <= Self.mostKept else { return finish() }
        for statement in statements.values { statement.rest() }
    }

    func statement(_ sql: String) throws -> any Statement {
        if let statement = statements[sql] { return statement }
        let statement = try SQLiteStatement(sql, on: connection, onlyReads: onlyReads, stop: stop)
        statements[sql] = statement
        return statement
    }

    func statement(inserting rows: Int, into table: String, columns: [String]) throws -> any Statement {
        let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
        let values = repeatElement(row, count: rows).joined(separator: ", ")
        // Any other way of refusing a row has SQLite keep what it needs to take the statement's earlier rows back, at twice the cost.
        return try statement("INSERT OR ROLLBACK INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(values)")
    }

    // Full text: an FTS5 table a search index, its content in the table it indexes. The texts come folded and split (`TextMatching`), so
    // the tokenizer has little left to do.

    func statement(addingTo index: SearchIndex) throws -> any Statement {
        let places = String(repeating: ", ?", count: index.columns.count)
        return try statement("INSERT INTO \(index.name)(rowid, \(index.columns.joined(separator: ", "))) VALUES (?\(places))")
    }

    func statement(removingFrom index: SearchIndex) throws -> any Statement {
        let places = String(repeating: ", ?", count: index.columns.count)
        let columns = index.columns.joined(separator: ", ")
        return try statement("INSERT INTO \(index.name)(\(index.name), rowid, \(columns)) VALUES ('delete', ?\(places))")
    }

    func condition(
        that column: String,
        isFoundIn index: SearchIndex,
        phrases: [[String]],
        searchColumn: String?
    ) -> (sql: String, parameters: [SQLValue]) {
        let (sql, parameters) = query(forNumbersIn: index, whereOneOfEach: phrases.map { [$0] }, searchColumn: searchColumn)
        return ("\(column) IN (\(sql))", parameters)
    }

    func query(
        forNumbersIn index: SearchIndex,
        whereOneOfEach groups: [[[String]]],
        searchColumn: String?
    ) -> (sql: String, parameters: [SQLValue]) {
        let quoted = groups.map { phrases in
            let quoted = phrases.map { words in
                // FTS5's string syntax: a phrase in double quotes, a quote inside doubled, a star behind it for a prefix.
                "\"" + words.joined(separator: " ").split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                    + "\"*"
            }
            return quoted.count == 1 ? quoted[0] : "(" + quoted.joined(separator: " OR ") + ")"
        }
        let scope = searchColumn.map { "\($0) : " } ?? ""
        return (
            "SELECT rowid FROM \(index.name) WHERE \(index.name) MATCH ?",
            [.text(scope + "(" + quoted.joined(separator: " AND ") + ")")]
        )
    }

    func forEachWord(of index: SearchIndex, in columns: Set<String>, _ body: (UnsafeRawBufferPointer, _ rows: Int64) -> Void) throws {
        let words = try statement("SELECT term, col, doc FROM temp.\(SQLiteEngine.wordTable(of: index))")
        defer { words.reset() }
        while try words.step() {
            guard columns.contains(words.text(1)) else { continue }
            let rows = words.integer(2)
            words.bytes(0).withUnsafeBytes { body($0, rows) }
        }
    }

    func words(_ words: Set<String>, heldBy index: SearchIndex) throws -> Set<String> {
        try words.filter { word in
            try first("SELECT 1 FROM temp.\(SQLiteEngine.wordTable(of: index)) WHERE term = ?", [.text(word)], { _ in true }) ?? false
        }
    }

    func stateMark() throws -> [Int64] {
        // The first tells of other connections' changes, the second of this one's.
        let others = try first("PRAGMA data_version") { $0.integer(0) } ?? 0
        return [others, try first("SELECT total_changes()") { $0.integer(0) } ?? 0]
    }

    func isSound(_ index: SearchIndex) throws -> Bool {
        do {
            try run("INSERT INTO \(index.name)(\(index.name)) VALUES ('integrity-check')")
            return try holdsAndFindsWhatAFreshOneHolds(index)
        } catch let failure as SQLiteFailure where failure.code & 0xFF == SQLITE_CORRUPT {
            return false
        }
    }

    /// FTS5 checks its tree's structure and not each of its bytes, so every word's every place is compared with an index made anew, and
    /// every word is looked up once: walking the tree and looking up go by different bytes.
    private func holdsAndFindsWhatAFreshOneHolds(_ index: SearchIndex) throws -> Bool {
        let columns = index.columns.joined(separator: ", ")
        let options = "content = '', columnsize = 0, tokenize = \"unicode61 remove_diacritics 2\""
        try run("CREATE VIRTUAL TABLE temp.fresh_search USING fts5(\(columns), \(options))")
        try run("CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab('main', '\(index.name)', 'instance')")
        try run("CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab('temp', 'fresh_search', 'instance')")
        try run("CREATE VIRTUAL TABLE temp.word_counts USING fts5vocab('temp', 'fresh_search', 'row')")
        defer {
            for table in ["kept_words", "fresh_words", "word_counts", "fresh_search"] { try? run("DROP TABLE temp.\(table)") }
        }
        try run("INSERT INTO temp.fresh_search(rowid, \(columns)) SELECT \(index.number), \(columns) FROM \(index.table)")
        // Both come in the order of words, then of rows, then of places.
        let kept = try SQLiteStatement("SELECT term, doc, col, \"offset\" FROM temp.kept_words", on: connection)
        let fresh = try SQLiteStatement("SELECT term, doc, col, \"offset\" FROM temp.fresh_words", on: connection)
        defer {
            kept.finalize()
            fresh.finalize()
        }
        while true {
            let (hasKept, hasFresh) = (try kept.step(), try fresh.step())
            guard hasKept == hasFresh else { return false }
            guard hasKept else { break }
            let isSame =
                kept.integer(1) == fresh.integer(1) && kept.integer(3) == fresh.integer(3) && kept.text(2) == fresh.text(2)
                && kept.bytes(0) == fresh.bytes(0)
            guard isSame else { return false }
        }
        let counts = try SQLiteStatement("SELECT term, doc FROM temp.word_counts", on: connection)
        let lookUp = try SQLiteStatement("SELECT count(*) FROM \(index.name) WHERE \(index.name) MATCH ?", on: connection)
        defer {
            counts.finalize()
            lookUp.finalize()
        }
        while try counts.step() {
            lookUp.bind(0, "\"" + counts.text(0) + "\"")
            guard try lookUp.step(), lookUp.integer(0) == counts.integer(1) else { return false }
            lookUp.reset()
        }
        return true
    }
}
