import Foundation
import Synchronization
public import Vault

/// What every engine must do, case by case; each case begins with an empty database of its own.
///
/// A suite of tests calls `check` for each of `cases` with the engine it is about.
public struct EngineConformance: Sendable, CustomStringConvertible {
    /// A database that is empty at first.
    public struct Database: Sendable {
        /// Opens it; each call is a connection of its own, as another program's would be.
        public var open: @Sendable () throws -> any Engine

        /// Takes over how to open it.
        public init(open: @escaping @Sendable () throws -> any Engine) {
            self.open = open
        }
    }

    /// What an engine did not do.
    public struct Nonconformity: Error, CustomStringConvertible {
        /// In a sentence.
        public var description: String
    }

    /// What it is about, as a sentence.
    public let description: String
    /// Checks it.
    ///
    /// - Throws: `Nonconformity`, or whatever the engine throws.
    public let check: @Sendable (Database) throws -> Void

    init(_ description: String, _ check: @escaping @Sendable (Database) throws -> Void) {
        self.description = description
        self.check = check
    }

    /// All cases.
    public static var cases: [EngineConformance] { transactions + values + statements + migrations + searching + failures }

    // MARK: What the cases share

    static let notes = Migration(
        "0001-notes",
        statements: [
            """
            CREATE TABLE note (
                number BIGINT NOT NULL PRIMARY KEY,
                amount BIGINT,
                words TEXT,
                content BYTEA
            )
            """
        ]
    )
    static let index = SearchIndex(name: "page_search", table: "page", number: "number", columns: ["head", "body"])
    static let pages = Migration(
        "0002-pages",
        statements: ["CREATE TABLE page (number BIGINT NOT NULL PRIMARY KEY, head TEXT NOT NULL, body TEXT NOT NULL)"],
        searchIndexes: [index]
    )

    static func expect(_ isMet: Bool, _ words: @autoclosure () -> String) throws {
        if !isMet { throw Nonconformity(description: words()) }
    }

    static func expectEqual<Value: Equatable>(_ found: Value, _ wanted: Value, _ what: String) throws {
        try expect(found == wanted, "\(what): found \(found), wanted \(wanted)")
    }

    static func expectError<Answer>(_ what: String, _ body: () throws -> Answer) throws -> any Error {
        do {
            _ = try body()
        } catch {
            return error
        }
        throw Nonconformity(description: "\(what): no error")
    }

    static func notes(_ session: any Session) throws -> [Int64] {
        try session.rows("SELECT number FROM note ORDER BY number") { $0.integer(0) }
    }

    static func insert(_ number: Int64, _ session: any Session) throws {
        try session.run("INSERT INTO note (number) VALUES (?)", [.integer(number)])
    }

    /// What a body of a transaction throws to end it.
    struct Stop: Error, Equatable {
        var reason = "stop"
    }

    // MARK: Transactions

    private static let transactions = [
        EngineConformance("what was written is there for the next connection") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let answer = try engine.write { session in
                try insert(7, session)
                return "done"
            }
            try expectEqual(answer, "done", "the answer of the body")
            try expectEqual(try engine.read(notes), [7], "the same connection")
            try expectEqual(try database.open().read(notes), [7], "another connection")
        },
        EngineConformance("a transaction whose body throws leaves nothing") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            try engine.write { try insert(1, $0) }
            let error = try expectError("the body's error") {
                try engine.write { session in
                    for number in 2...500 { try insert(Int64(number), session) }
                    try session.run("DELETE FROM note WHERE number = 1")
                    throw Stop()
                }
            }
            try expect(error is Stop, "the body's error came out as \(error)")
            try expectEqual(try engine.read(notes), [1], "after the rollback")
            try engine.write { try insert(2, $0) }
            try expectEqual(try engine.read(notes), [1, 2], "the next transaction")
        },
        EngineConformance("a reader sees one state from beginning to end") { database in
            let (reader, writer) = (try database.open(), try database.open())
            try reader.migrate([notes])
            try reader.write { try insert(1, $0) }
            let seen = try reader.read { session in
                let before = try notes(session)
                try writer.write { try insert(2, $0) }
                return [before, try notes(session)]
            }
            try expectEqual(seen, [[1], [1]], "two looks in one read")
            try expectEqual(try reader.read(notes), [1, 2], "the next read")
        },
        EngineConformance("a writer sees its own rows before they are kept, nobody else does") { database in
            let (writer, other) = (try database.open(), try database.open())
            try writer.migrate([notes])
            let (own, others) = try writer.write { session in
                try insert(1, session)
                return (try notes(session), try other.read(notes))
            }
            try expectEqual(own, [1], "the writer's own look")
            try expectEqual(others, [], "another's look")
        },
        EngineConformance("writers on several connections take turns and lose nothing") { database in
            try database.open().migrate([notes])
            try database.open().write { try $0.run("INSERT INTO note (number, amount) VALUES (1, 0)") }
            let engines = try (0..<3).map { _ in try database.open() }
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: engines.count) { place in
                do {
                    for _ in 0..<20 {
                        try engines[place].write { session in
                            let amount = try session.first("SELECT amount FROM note WHERE number = 1") { $0.integer(0) } ?? 0
                            try session.run("UPDATE note SET amount = ? WHERE number = 1", [.integer(amount + 1)])
                        }
                    }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            try expectEqual(failures.withLock { $0 }, [], "errors of the writers")
            let amount = try database.open().read { try $0.first("SELECT amount FROM note WHERE number = 1") { $0.integer(0) } }
            try expectEqual(amount, 60, "the sum of all turns")
        },
    ]

    // MARK: Values

    private static let values = [
        EngineConformance("values of each kind come back as they went in") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let texts = ["", " ", "'; DROP TABLE note; --", "Zoë 李 🙂 e\u{301}", "a\nb\tc\r\n", String(repeating: "ü", count: 100_000)]
            let numbers: [Int64] = [0, 1, -1, .max, .min, 1 << 53 + 1, -1 << 32]
            let blobs: [[UInt8]] = [[], [0], [0, 0, 1, 0], Array(0...255), [UInt8](repeating: 0xAB, count: 3 << 20)]
            for (number, text) in texts.enumerated() {
                let found = try roundTrip("words", .text(text), number, engine) { $0.isNull(0) ? nil : $0.text(0) }
                try expect(found == text, "a text of \(text.utf8.count) bytes came back otherwise")
            }
            for (number, wanted) in numbers.enumerated() {
                let found = try roundTrip("amount", .integer(wanted), 100 + number, engine) { $0.isNull(0) ? nil : $0.integer(0) }
                try expectEqual(found, wanted, "an integer")
            }
            for (number, wanted) in blobs.enumerated() {
                let found = try roundTrip("content", .bytes(wanted), 200 + number, engine) { $0.isNull(0) ? nil : $0.bytes(0) }
                try expect(found == wanted, "\(wanted.count) bytes came back otherwise")
            }
        },
        EngineConformance("NULL is not the empty text, not no bytes and not zero") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            try engine.write { session in
                try session.run("INSERT INTO note (number, amount, words, content) VALUES (1, ?, ?, ?)", [.null, .null, .null])
                try session.run(
                    "INSERT INTO note (number, amount, words, content) VALUES (2, ?, ?, ?)", [.integer(0), .text(""), .bytes([])])
            }
            let nulls = try engine.read { session in
                try session.rows("SELECT amount, words, content FROM note ORDER BY number") { row in (0..<3).map { row.isNull($0) } }
            }
            try expectEqual(nulls, [[true, true, true], [false, false, false]], "which are NULL")
            let readings = try engine.read { session in
                try session.rows("SELECT amount, words, content FROM note ORDER BY number") { row in
                    "\(row.integer(0))|\(row.text(1))|\(row.bytes(2))|\(row.optionalInteger(0).map(String.init) ?? "nil")|\(row.optionalText(1) ?? "nil")"
                }
            }
            try expectEqual(readings, ["0||[]|nil|nil", "0||[]|0|"], "what NULL reads as")
            let found = try engine.read { session in
                try session.rows("SELECT number FROM note WHERE words IS NULL") { $0.integer(0) }
                    + session.rows("SELECT number FROM note WHERE words = ?", [.text("")]) { $0.integer(0) }
            }
            try expectEqual(found, [1, 2], "what SQL finds")
        },
        EngineConformance("texts are compared by their bytes") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let words = ["a", "B", "ä", "Z", "é", "e\u{301}", "a b", "aa", "_"]
            try engine.write { session in
                for (number, word) in words.enumerated() {
                    try session.run("INSERT INTO note (number, words) VALUES (?, ?)", [.integer(Int64(number)), .text(word)])
                }
            }
            let found = try engine.read { try $0.rows("SELECT words FROM note ORDER BY words") { $0.text(0) } }
            let wanted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            try expect(found.map { Array($0.utf8) } == wanted.map { Array($0.utf8) }, "the order is \(found), not \(wanted)")
            let equal = try engine.read { try $0.rows("SELECT number FROM note WHERE words = ?", [.text("é")]) { $0.integer(0) } }
            try expectEqual(equal, [4], "equality of composed and decomposed letters")
        },
    ]

    private static func roundTrip<Value>(
        _ column: String,
        _ value: SQLValue,
        _ number: Int,
        _ engine: any Engine,
        _ read: (any Statement) throws -> Value?
    ) throws -> Value? {
        try engine.write {
            try $0.run("INSERT INTO note (number, \(column)) VALUES (?, ?)", [.integer(Int64(number)), value])
        }
        return try engine.read {
            try $0.first("SELECT \(column) FROM note WHERE number = ?", [.integer(Int64(number))], read) ?? nil
        }
    }

    // MARK: Statements

    private static let statements = [
        EngineConformance("a statement is ready again after its end, with the values it had") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let counts = try engine.write { session in
                let insert = try session.statement("INSERT INTO note (number, amount) VALUES (?, ?)")
                insert.bind(1, 5)
                for number in 1...3 {
                    insert.bind(0, Int64(number))
                    try insert.run()
                }
                let select = try session.statement("SELECT number FROM note WHERE amount = ? ORDER BY number")
                select.bind(0, 5)
                var first: [Int64] = []
                while try select.step() { first.append(select.integer(0)) }
                var second: [Int64] = []
                while try select.step() { second.append(select.integer(0)) }
                return [first, second]
            }
            try expectEqual(counts, [[1, 2, 3], [1, 2, 3]], "two runs of one statement")
        },
        EngineConformance("a statement that was not run to its end can be reset and run again") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            try engine.write { session in for number in 1...3 { try insert(Int64(number), session) } }
            let firsts = try engine.read { session in
                let select = try session.statement("SELECT number FROM note WHERE number >= ? ORDER BY number")
                return try [1, 2, 3].map { start -> Int64 in
                    select.bind(0, Int64(start))
                    defer { select.reset() }
                    return try select.step() ? select.integer(0) : -1
                }
            }
            try expectEqual(firsts, [1, 2, 3], "the first row of each run")
        },
        EngineConformance("two statements run side by side") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let pairs = try engine.write { session in
                for number in 1...3 { try insert(Int64(number), session) }
                let outer = try session.statement("SELECT number FROM note ORDER BY number")
                let inner = try session.statement("SELECT count(*) FROM note WHERE number <= ?")
                var pairs: [[Int64]] = []
                while try outer.step() {
                    inner.bind(0, outer.integer(0))
                    defer { inner.reset() }
                    if try inner.step() { pairs.append([outer.integer(0), inner.integer(0)]) }
                }
                return pairs
            }
            try expectEqual(pairs, [[1, 1], [2, 2], [3, 3]], "rows with their counts")
        },
        EngineConformance("a row that is there already can be passed over") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            try engine.write { session in
                for amount in 1...2 {
                    try session.run(
                        "INSERT INTO note (number, amount) VALUES (1, ?) ON CONFLICT DO NOTHING", [.integer(Int64(amount))])
                }
            }
            let amounts = try engine.read { try $0.rows("SELECT amount FROM note") { $0.integer(0) } }
            try expectEqual(amounts, [1], "the row that came first")
        },
        EngineConformance("a table can lie in the order of its key") { database in
            let engine = try database.open()
            let clustered = Migration(
                "0001-clustered",
                statements: [
                    "CREATE TABLE pair (a BIGINT NOT NULL, b BIGINT NOT NULL, c TEXT, PRIMARY KEY (a, b))\(engine.clusteredTableSuffix)",
                    "CREATE INDEX pair_by_c ON pair (c)",
                ]
            )
            try engine.migrate([clustered])
            let rows = try engine.write { session in
                for (a, b) in [(2, 1), (1, 2), (1, 1)] {
                    try session.run(
                        "INSERT INTO pair (a, b, c) VALUES (?, ?, ?)", [.integer(Int64(a)), .integer(Int64(b)), .text("\(a)\(b)")])
                }
                try session.run("UPDATE pair SET c = ? WHERE a = 1 AND b = 2", [.text("x")])
                try session.run("DELETE FROM pair WHERE a = 2")
                return try session.rows("SELECT a, b, c FROM pair ORDER BY a, b") { "\($0.integer(0))\($0.integer(1))\($0.text(2))" }
            }
            try expectEqual(rows, ["1111", "12x"], "the rows")
        },
    ]

    // MARK: Migrations

    private static let migrations = [
        EngineConformance("each migration runs once") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            try engine.write { try insert(1, $0) }
            let second = Migration("0002-more", statements: ["INSERT INTO note (number) VALUES (2)"])
            for _ in 0..<2 { try engine.migrate([notes, second]) }
            try database.open().migrate([notes, second])
            try expectEqual(try engine.read(notes), [1, 2], "the rows")
        },
        EngineConformance("a migration that fails leaves nothing of it, and can be run again") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let broken = Migration("0002-broken", statements: ["INSERT INTO note (number) VALUES (2)", "INSERT INTO nowhere VALUES (1)"])
            _ = try expectError("a broken migration") { try engine.migrate([notes, broken]) }
            try expectEqual(try engine.read(notes), [], "after the failure")
            try engine.migrate([notes, Migration("0002-broken", statements: ["INSERT INTO note (number) VALUES (3)"])])
            try expectEqual(try engine.read(notes), [3], "after the second try")
        },
        EngineConformance("a migration's work belongs to it: where it fails nothing of either is left, and both are done again") {
            database in
            let engine = try database.open()
            try engine.migrate([notes])
            let statements = ["INSERT INTO note (number) VALUES (2)"]
            func withWork(_ number: Int64, isCutOff: Bool = false) -> Migration {
                Migration("0002-work", statements: statements) { session in
                    try insert(number, session)
                    if isCutOff { throw Stop() }
                }
            }
            _ = try expectError("work that is cut off") { try engine.migrate([notes, withWork(3, isCutOff: true)]) }
            try expectEqual(try engine.read(notes), [], "after the failure")
            for _ in 0..<2 { try engine.migrate([notes, withWork(4)]) }
            try expectEqual(try engine.read(notes), [2, 4], "after the second try")
        },
        EngineConformance("a database with a migration that is not known is refused and left as it is") { database in
            let engine = try database.open()
            try engine.migrate([notes, Migration("0002-newer", statements: ["INSERT INTO note (number) VALUES (2)"])])
            let third = Migration("0003-other", statements: ["DELETE FROM note"])
            for known in [[notes], [notes, third]] {
                let error = try expectError("a newer database") { try database.open().migrate(known) }
                try expectEqual((error as? VaultError)?.code, .newerVersion, "the code of \(error)")
            }
            try expectEqual(try engine.read(notes), [2], "the rows")
        },
    ]

    // MARK: Failures

    private static let failures = [
        EngineConformance("a row that breaks a key is an error with words, and undoes its transaction") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let error = try expectError("a key that is there twice") {
                try engine.write { session in
                    try insert(1, session)
                    try insert(1, session)
                }
            }
            try expect(error is VaultError, "the error is \(error), not a VaultError")
            try expectEqual(try engine.read(notes), [], "the rows")
        },
        EngineConformance("SQL that is wrong is an error with words, not a crash") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            for sql in ["SELECT", "SELECT nothing FROM note", "SELECT * FROM nowhere", "", "-- words", "SELECT 'open"] {
                let error = try expectError("“\(sql)”") { try engine.read { try $0.rows(sql) { $0.integer(0) } } }
                try expect(error is VaultError, "the error of “\(sql)” is \(error), not a VaultError")
            }
        },
        EngineConformance("writing where only reading was asked for is refused") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            let error = try expectError("writing in a read") { try engine.read { try insert(1, $0) } }
            try expect(error is VaultError, "the error is \(error), not a VaultError")
            try expectEqual(try engine.read(notes), [], "the rows")
        },
        EngineConformance("a parameter that does not exist is an error, not a crash") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            try engine.write { try insert(1, $0) }
            let rows = try? engine.read { session in
                try session.rows("SELECT number FROM note WHERE number = ?", [.integer(1), .integer(2)]) { $0.integer(0) }
            }
            try expect(rows == nil || rows == [1], "the rows are \(rows ?? [])")
        },
        EngineConformance("nothing can be asked of an engine that was closed") { database in
            let engine = try database.open()
            try engine.migrate([notes])
            try engine.close()
            let error = try expectError("reading after closing") { try engine.read(notes) }
            try expect(error is VaultError, "the error is \(error), not a VaultError")
            try expectEqual(try database.open().read(notes), [], "another connection")
        },
        EngineConformance("a database that was only used is sound") { database in
            let engine = try database.open()
            try engine.migrate([notes, pages])
            try engine.write { session in
                for number in 1...200 {
                    try addPage(Int64(number), ["head \(number)", "body"], session)
                }
            }
            try expectEqual(try engine.integrityProblems(), [], "problems")
        },
    ]
}
