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

    // Full text: an FTS5 table a search index, its content in the table it indexes. The texts come folded and split (`TextMatching`), so
    // the tokenizer has little left to do.

    func add(_ row: Int64, texts: [String], to index: SearchIndex) throws {
        let places = String(repeating: ", ?", count: index.columns.count)
        let insert = try statement("INSERT INTO \(index.name)(rowid, \(index.columns.joined(separator: ", "))) VALUES (?\(places))")
        try run(insert, row, texts)
    }

    func remove(_ row: Int64, texts: [String], from index: SearchIndex) throws {
        let places = String(repeating: ", ?", count: index.columns.count)
        let columns = index.columns.joined(separator: ", ")
        let delete = try statement("INSERT INTO \(index.name)(\(index.name), rowid, \(columns)) VALUES ('delete', ?\(places))")
        try run(delete, row, texts)
    }

    private func run(_ statement: any Statement, _ row: Int64, _ texts: [String]) throws {
        statement.bind(0, row)
        for (position, text) in texts.enumerated() { statement.bind(position + 1, text) }
        try statement.run()
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

    func isSound(_ index: SearchIndex) throws -> Bool {
        do {
            try run("INSERT INTO \(index.name)(\(index.name), rank) VALUES ('integrity-check', 1)")
            return true
        } catch let failure as SQLiteFailure where failure.code & 0xFF == SQLITE_CORRUPT {
            return false
        }
    }
}
