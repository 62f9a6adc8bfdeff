import CSQLite
import Foundation
import Hummingbird
import NIOPosix
import Synchronization

/// What the page's list is measured against: a route that asks the vault's index for a query's words, reads the first forty it is given with
/// their cards, and sends them as lines. No gate, no order, no count, no help with mistyped words, no people.
///
/// `bare VAULT PORT`
@main
struct Bare {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let port = Int(arguments[2]) else { fatalError("usage: bare VAULT PORT") }
        let count = max(2, ProcessInfo.processInfo.activeProcessorCount)
        let readers = Mutex((0..<count).map { _ in Reader(arguments[1]) })
        let threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        let router = Router()
        router.get("/people/rows") { request, _ in
            let query = request.uri.queryParameters["q"].map(String.init) ?? ""
            let rows = try await threads.runIfActive {
                // As many readers as threads: one is always there.
                let reader = readers.withLock { $0.removeLast() }
                defer { readers.withLock { $0.append(reader) } }
                return reader.rows(query)
            }
            return Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: rows)))
        }
        try await Application(router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
            .runService()
    }
}

/// A connection with its one statement. `@unchecked`: who has it in hand is the only one.
final class Reader: @unchecked Sendable {
    private var statement: OpaquePointer?

    init(_ path: String) {
        var connection: OpaquePointer?
        let sql = """
            SELECT p.person_id, p.name, p.work, r.card FROM person_search s
            JOIN person p ON p.vault_id = 1 AND p.person_id = s.rowid
            JOIN entry e ON e.vault_id = 1 AND e.person_id = p.person_id
            JOIN record r ON r.vault_id = 1 AND r.entry_id = e.entry_id
            WHERE person_search MATCH ? LIMIT 40
            """
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
            sqlite3_exec(connection, "PRAGMA cache_size = -16384", nil, nil, nil) == SQLITE_OK,
            sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK
        else { fatalError(String(cString: sqlite3_errmsg(connection))) }
    }

    func rows(_ query: String) -> [UInt8] {
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else { return [] }
        let match = words.map { "\"\($0)\"*" }.joined(separator: " AND ")
        var rows: [UInt8] = []
        match.withCString { match in
            // Bound without a copy: the text stays where it is until the statement was reset.
            sqlite3_bind_text(statement, 1, match, -1, nil)
            while sqlite3_step(statement) == SQLITE_ROW {
                for column in 0..<4 as Range<Int32> {
                    let text = UnsafeRawBufferPointer(
                        start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
                    rows.append(contentsOf: text)
                    rows.append(UInt8(ascii: column < 3 ? "\t" : "\n"))
                }
            }
            sqlite3_reset(statement)
        }
        return rows
    }
}
