import GRDB
import GRDBSQLite

/// One access to a SQLite connection with the statements made in it.
final class SQLiteSession: Session {
    private let connection: OpaquePointer
    private var statements: [String: SQLiteStatement] = [:]

    init(_ database: Database) throws {
        guard let connection = database.sqliteConnection else {
            throw VaultError(.internalFault, "The vault was closed while it was in use. Nothing was changed; please run the command again.")
        }
        self.connection = connection
    }

    /// Lets go of all statements; the session can't be used afterwards.
    func finish() {
        for statement in statements.values { statement.finalize() }
        statements = [:]
    }

    func statement(_ sql: String) throws -> any Statement {
        if let statement = statements[sql] { return statement }
        let statement = try SQLiteStatement(sql, on: connection)
        statements[sql] = statement
        return statement
    }

    // Full text: an FTS5 table a search index. The texts come folded and split (`TextMatching`), so the tokenizer has little left to do.

    func add(_ row: Int64, texts: [String], to index: SearchIndex) throws {
        let places = String(repeating: ", ?", count: index.columns.count)
        let insert = try statement("INSERT INTO \(index.name)(rowid, \(index.columns.joined(separator: ", "))) VALUES (?\(places))")
        insert.bind(0, row)
        for (position, text) in texts.enumerated() { insert.bind(position + 1, text) }
        try insert.run()
    }

    func remove(_ rows: [Int64], from index: SearchIndex) throws {
        var start = 0
        while start < rows.count {
            let end = min(start + 500, rows.count)
            // Numbers can't carry SQL; a list of any length can't be a parameter.
            let numbers = rows[start..<end].map(String.init).joined(separator: ", ")
            let delete = try SQLiteStatement("DELETE FROM \(index.name) WHERE rowid IN (\(numbers))", on: connection)
            defer { delete.finalize() }
            try delete.run()
            start = end
        }
    }

    func condition(
        that column: String,
        isFoundIn index: SearchIndex,
        phrases: [[String]],
        searchColumn: String?
    ) -> (sql: String, parameters: [SQLValue]) {
        let quoted = phrases.map { words in
            // FTS5's string syntax: a phrase in double quotes, a quote inside doubled, a star behind it for a prefix.
            "\"" + words.joined(separator: " ").split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"*"
        }
        let scope = searchColumn.map { "\($0) : " } ?? ""
        return (
            "\(column) IN (SELECT rowid FROM \(index.name) WHERE \(index.name) MATCH ?)",
            [.text(scope + "(" + quoted.joined(separator: " AND ") + ")")]
        )
    }

    func texts(of row: Int64, in index: SearchIndex) throws -> [String]? {
        try first("SELECT \(index.columns.joined(separator: ", ")) FROM \(index.name) WHERE rowid = ?", [.integer(row)]) { found in
            index.columns.indices.map { found.text($0) }
        }
    }

    func isSound(_ index: SearchIndex) throws -> Bool {
        do {
            try run("INSERT INTO \(index.name)(\(index.name)) VALUES ('integrity-check')")
            return true
        } catch let failure as SQLiteFailure where failure.code & 0xFF == SQLITE_CORRUPT {
            return false
        }
    }
}
