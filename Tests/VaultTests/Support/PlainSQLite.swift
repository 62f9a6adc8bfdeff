import GRDBSQLite

/// A SQLite file read and written without the vault, as `sqlite3` would.
final class PlainSQLite {
    struct Failure: Error {
        let code: Int32
        let message: String
    }

    private var connection: OpaquePointer?

    init(path: String, isReadOnly: Bool = false) throws {
        let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &connection, flags, nil)
        guard code == SQLITE_OK else { throw failure(code) }
        // Others may have the file open for a moment, in tests that run beside each other.
        sqlite3_busy_timeout(connection, 10_000)
    }

    deinit {
        sqlite3_close_v2(connection)
    }

    private func failure(_ code: Int32) -> Failure {
        Failure(code: code, message: sqlite3_errmsg(connection).map { String(cString: $0) } ?? "")
    }

    /// Runs a statement and gathers its rows, each value as an SQL literal would write it.
    @discardableResult
    func rows(_ sql: String) throws -> [[String]] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        let prepared = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
        guard prepared == SQLITE_OK else { throw failure(prepared) }
        var rows: [[String]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: rows.append((0..<sqlite3_column_count(statement)).map { Self.literal(statement, $0) })
            case SQLITE_DONE: return rows
            case let code: throw failure(code)
            }
        }
    }

    private static func literal(_ statement: OpaquePointer?, _ column: Int32) -> String {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: return "NULL"
        case SQLITE_INTEGER: return String(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return String(sqlite3_column_double(statement, column))
        case let type:
            // The bytes are copied before the next step invalidates the pointer.
            guard let start = sqlite3_column_blob(statement, column) else { return type == SQLITE_TEXT ? "''" : "x''" }
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
            if type == SQLITE_TEXT { return "'" + String(decoding: bytes, as: UTF8.self) + "'" }
            return "x'" + bytes.map { String($0, radix: 16) }.joined(separator: ",") + "'"
        }
    }

    /// The names of all tables with rows of their own.
    func tables() throws -> [String] {
        try rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map { String($0[0].dropFirst().dropLast()) }
    }

    /// Every row of every table, as text; equal where nothing that can be read differs. In an order of their own: SQLite's hangs on what the
    /// planner takes from its statistics.
    func dump(_ tables: [String]) throws -> [String] {
        try tables.flatMap { table in try rows("SELECT * FROM \"\(table)\"").map { table + ": " + $0.joined(separator: ", ") }.sorted() }
    }
}
