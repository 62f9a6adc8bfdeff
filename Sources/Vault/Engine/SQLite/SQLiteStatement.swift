import GRDB
import GRDBSQLite

/// A prepared statement on SQLite's own interface: binding a million rows through it costs a third of what GRDB's argument arrays cost.
///
/// It is used inside accesses to a connection only, on the connection's own queue; `SQLiteSession` finalises it before the connection closes.
final class SQLiteStatement: Statement {
    private var handle: OpaquePointer?
    private let connection: OpaquePointer
    private let stop: StopMark?
    /// Whether it writes and must not.
    private var isRefused = false

    init(_ sql: String, on connection: OpaquePointer, onlyReads: Bool = false, stop: StopMark? = nil) throws {
        self.connection = connection
        self.stop = stop
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, handle != nil else { throw SQLiteFailure(code: code, connection: connection) }
        isRefused = onlyReads && sqlite3_stmt_readonly(handle) == 0
    }

    /// How often SQLite prepared it anew by itself since it was made.
    var preparationsAnew: Int { Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0)) }

    func finalize() {
        sqlite3_finalize(handle)
        handle = nil
    }

    // A bind can only fail for a parameter that does not exist or a value over SQLite's limits; the step that follows then reports it.

    func bind(_ parameter: Int, _ value: Int64) {
        sqlite3_bind_int64(handle, Int32(parameter + 1), value)
    }

    func bind(_ parameter: Int, _ value: String) {
        var value = value
        // SQLITE_TRANSIENT (-1) has SQLite copy the bytes before the call returns, so the pointer need not outlive the closure.
        value.withUTF8 { bytes in
            let start = UnsafeRawPointer(bytes.baseAddress).map { $0.assumingMemoryBound(to: CChar.self) }
            _ = sqlite3_bind_text(handle, Int32(parameter + 1), start ?? emptyText, Int32(clamping: bytes.count), transient)
        }
    }

    func bind(_ parameter: Int, utf8 bytes: [UInt8]) {
        // Copied before the call returns, as above.
        bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
            _ = sqlite3_bind_text(handle, Int32(parameter + 1), start ?? emptyText, Int32(clamping: buffer.count), transient)
        }
    }

    func bind(_ parameter: Int, lentUTF8 bytes: UnsafeRawBufferPointer) {
        // Without a destructor (SQLITE_STATIC) SQLite reads the bytes where they are; that they stay there is the caller's promise.
        let start = bytes.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
        _ = sqlite3_bind_text(handle, Int32(parameter + 1), start ?? emptyText, Int32(clamping: bytes.count), nil)
    }

    func bind(_ parameter: Int, bytes: [UInt8]) {
        bytes.withUnsafeBytes { bind(parameter, bytes: $0) }
    }

    func bind(_ parameter: Int, bytes: UnsafeRawBufferPointer) {
        // Copied before the call returns, as above.
        _ =
            bytes.isEmpty
            ? sqlite3_bind_zeroblob(handle, Int32(parameter + 1), 0)
            : sqlite3_bind_blob(handle, Int32(parameter + 1), bytes.baseAddress, Int32(clamping: bytes.count), transient)
    }

    func bindNull(_ parameter: Int) {
        sqlite3_bind_null(handle, Int32(parameter + 1))
    }

    func step() throws -> Bool {
        guard !isRefused else { throw SQLiteFailure(code: SQLITE_READONLY, connection: connection) }
        if let stop, stop.isSet { throw SQLiteFailure(code: SQLITE_INTERRUPT, message: "interrupted") }
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        case let code:
            let failure = SQLiteFailure(code: code, connection: connection)
            sqlite3_reset(handle)
            throw failure
        }
    }

    func reset() {
        sqlite3_reset(handle)
    }

    /// Ends the run and lets go of all parameters.
    func rest() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, Int32(column))
    }

    func text(_ column: Int) -> String {
        // The pointer is valid until the next step; the String copies what it points to at once.
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        // As for text: copied at once.
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }

    func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        // Valid until the next step, the end of the run, or the column is asked for as another kind of value; that `body` does none of these
        // is the caller's promise.
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }

    /// SQLite's SQLITE_TRANSIENT, a macro Swift does not import.
    private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private var emptyText: UnsafePointer<CChar> { Self.terminator }
    /// A C string literal's bytes are there for the whole run of the program.
    private static var terminator: UnsafePointer<CChar> {
        let literal: StaticString = ""
        return UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}

/// SQLite's refusal, before it is put into words.
struct SQLiteFailure: Error {
    var code: Int32
    var message: String

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    init(code: Int32, connection: OpaquePointer) {
        self.code = sqlite3_extended_errcode(connection) & 0xFF == code & 0xFF ? sqlite3_extended_errcode(connection) : code
        message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
    }
}
