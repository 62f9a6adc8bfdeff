import Foundation
import TestSupport
import Testing

@testable import Vault

@Suite struct `The SQLite engine` {
    @Test(arguments: EngineConformance.cases)
    func `conforms:`(conformance: EngineConformance) throws {
        let folder = try TemporaryFolder()
        let database = EngineConformance.Database {
            try SQLiteEngine(path: folder.path("database.sqlite"), options: SQLiteEngine.Options(patienceSeconds: 60))
        }
        try conformance.check(database)
    }

    @Test("A statement is prepared for the first read, and not again for the next, nor after a change")
    func statementsArePreparedOnce() throws {
        let folder = try TemporaryFolder()
        let engine = try SQLiteEngine(path: folder.path("database.sqlite"))
        try engine.write { try $0.run("CREATE TABLE number (n BIGINT NOT NULL)") }
        for turn in 0..<4 {
            try engine.read { session in
                let statement = try session.statement("SELECT count(*) FROM number")
                #expect(try statement.step() && statement.integer(0) == Int64(turn))
                let preparationsAnew = (statement as? SQLiteStatement)?.preparationsAnew
                #expect(preparationsAnew == 0)
            }
            try engine.write { try $0.run("INSERT INTO number (n) VALUES (?)", [.integer(Int64(turn))]) }
        }
        try engine.close()
    }

    @Test("What a read left in the middle and what it asked is over with it, and its statements hinder neither a change nor the end")
    func statementsAreKept() throws {
        let folder = try TemporaryFolder()
        let engine = try SQLiteEngine(path: folder.path("database.sqlite"), options: SQLiteEngine.Options(patienceSeconds: 1))
        let other = try SQLiteEngine(path: folder.path("database.sqlite"), options: SQLiteEngine.Options(patienceSeconds: 1))
        try engine.write { session in
            try session.run("CREATE TABLE number (n BIGINT NOT NULL)")
            for number in 1...5 { try session.run("INSERT INTO number (n) VALUES (?)", [.integer(Int64(number))]) }
        }
        let sql = "SELECT n FROM number WHERE n > ? ORDER BY n"
        struct Left: Error {}
        #expect(throws: Left.self) {
            try engine.read { session in
                let statement = try session.statement(sql)
                statement.bind(0, 2)
                #expect(try statement.step() && statement.integer(0) == 3)
                throw Left()
            }
        }
        #expect(try engine.read { try $0.statement(sql).step() } == false, "nothing is bound any more")
        #expect(try engine.read { try $0.rows(sql, [.integer(3)]) { $0.integer(0) } } == [4, 5])
        try other.write { try $0.run("ALTER TABLE number ADD COLUMN name TEXT") }
        for number in 0..<200 { #expect(try engine.read { try $0.first("SELECT \(number)") { $0.integer(0) } } == Int64(number)) }
        try other.write { try $0.run("DROP TABLE number") }
        #expect(throws: VaultError.self) { try engine.read { try $0.rows(sql, [.integer(0)]) { $0.integer(0) } } }
        try engine.close()
        try other.close()
        #expect(!FileManager.default.fileExists(atPath: folder.path("database.sqlite-wal")), "the log was written back")
    }
}

@Suite struct `A rehearsal` {
    @Test func `keeps nothing of what comes after the database ended the transaction by itself`() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(path: folder.path("vault.sqlite"))
        try vault.rehearse { rehearsed in
            let failure = #expect(throws: SQLiteFailure.self) {
                try rehearsed.engine.write { session in
                    for _ in 0..<2 {
                        let insert = try session.statement(
                            inserting: 1, into: "source", columns: ["vault_id", "source_id", "name", "hash"])
                        insert.bind(0, rehearsed.vaultID)
                        insert.bind(1, 1)
                        insert.bind(2, "LinkedIn")
                        insert.bind(3, .bytes([]))
                        try insert.run()
                    }
                }
            }
            #expect(failure.map { $0.code & 0xFF } == 19, "the row that is there twice is told, not what followed from it")
            #expect(throws: VaultError.self) { try rehearsed.keepView("late", query: "Ada") }
            #expect(throws: VaultError.self) { try rehearsed.log() }
        }
        #expect(try vault.log().isEmpty)
        try vault.keepView("now", query: "Ada")
        #expect(try vault.log().count == 1)
        try vault.close()
    }
}
