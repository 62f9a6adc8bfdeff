import Foundation
import TestSupport
import Testing
import Vault

/// The statements that run for each row of an import or for each look at a person must go straight to what they want.
@Suite struct `A query plan` {
    struct Query: Sendable, CustomTestStringConvertible {
        /// The statement, word for word as in the sources but for line breaks.
        var sql: String
        /// What must stand in the plan.
        var uses: [String]
        /// Whether the statement comes in the order of an index.
        var isInOrder = true

        var testDescription: String { sql }
    }

    static let queries = [
        Query(sql: "SELECT entry_id FROM identity WHERE vault_id = ? AND key_hash = ?", uses: ["PRIMARY KEY (vault_id=? AND key_hash=?)"]),
        Query(
            sql: "SELECT 1 FROM entry WHERE vault_id = ? AND entry_id = ? AND source_id = ? AND list = ? AND key = ? AND ordinal = ?",
            uses: ["PRIMARY KEY (vault_id=? AND entry_id=?)"]),
        Query(
            sql: "SELECT source_id, list, key, ordinal, person_id FROM entry WHERE vault_id = ? AND entry_id = ?",
            uses: ["PRIMARY KEY (vault_id=? AND entry_id=?)"]),
        Query(
            sql: "SELECT first_snapshot, gone_snapshot, hash FROM record WHERE vault_id = ? AND entry_id = ?",
            uses: ["PRIMARY KEY (vault_id=? AND entry_id=?)"]),
        Query(
            sql: "SELECT first_snapshot, gone_snapshot, hash, card FROM record WHERE vault_id = ? AND entry_id = ? ORDER BY first_snapshot",
            uses: ["PRIMARY KEY (vault_id=? AND entry_id=?)"]),
        Query(
            sql: "SELECT entry_id, source_id, list FROM entry WHERE vault_id = ? AND person_id = ?",
            uses: ["INDEX entry_by_person (vault_id=? AND person_id=?)"]),
        Query(
            sql: "UPDATE entry SET person_id = ? WHERE vault_id = ? AND entry_id = ?", uses: ["PRIMARY KEY (vault_id=? AND entry_id=?)"]),
        Query(sql: "DELETE FROM person WHERE vault_id = ? AND person_id = ?", uses: ["PRIMARY KEY (vault_id=? AND person_id=?)"]),
        Query(sql: "DELETE FROM change WHERE vault_id = ? AND person_id = ?", uses: ["PRIMARY KEY (vault_id=? AND person_id=?)"]),
        Query(
            sql: "UPDATE record SET gone_snapshot = ? WHERE vault_id = ? AND entry_id = ? AND first_snapshot = ?",
            uses: ["PRIMARY KEY (vault_id=? AND entry_id=? AND first_snapshot=?)"]),
        Query(
            sql: """
                SELECT person_id, has_phone, has_company, has_title, email_kind, standing, connected_on FROM person
                WHERE vault_id = ? AND standing <> 'owner' ORDER BY sort_name, person_id
                """,
            uses: ["COVERING INDEX person_by_name (vault_id=?)"]),
        Query(
            sql: "SELECT person_id, source_id FROM entry WHERE vault_id = ? ORDER BY vault_id, entry_id",
            uses: ["PRIMARY KEY (vault_id=?)"]),
        Query(
            sql: "SELECT person_id, more <> '', address <> '' FROM person WHERE vault_id = ? ORDER BY vault_id, person_id",
            uses: ["PRIMARY KEY (vault_id=?)"]),
        Query(
            sql: "SELECT entry_id, basis, features FROM features WHERE vault_id = ? ORDER BY vault_id, entry_id",
            uses: ["PRIMARY KEY (vault_id=?)"]),
        Query(
            sql: "SELECT first_snapshot, gone_snapshot, card FROM record WHERE vault_id = ? AND entry_id = ? ORDER BY first_snapshot",
            uses: ["PRIMARY KEY (vault_id=? AND entry_id=?)"]),
        Query(sql: "SELECT original_id FROM original WHERE vault_id = ? AND sha256 = ?", uses: ["(vault_id=? AND sha256=?)"]),
        Query(
            sql: "SELECT zstd, piece FROM original_piece WHERE vault_id = ? AND original_id = ? ORDER BY piece",
            uses: ["(vault_id=? AND original_id=?)"]),
        Query(
            sql: """
                SELECT DISTINCT e.person_id FROM identity i
                JOIN entry e ON e.vault_id = i.vault_id AND e.entry_id = i.entry_id
                JOIN person p ON p.vault_id = e.vault_id AND p.person_id = e.person_id
                WHERE i.vault_id = ? AND i.key_hash BETWEEN ? AND ? ORDER BY e.person_id
                """,
            uses: ["SEARCH i USING PRIMARY KEY (vault_id=? AND key_hash>? AND key_hash<?)", "SEARCH e USING", "SEARCH p USING"],
            isInOrder: false),
        Query(
            sql: """
                SELECT c.happened_on, c.kind, c.person_id, c.field, c.from_text, c.to_text, c.source_id, p.work
                FROM change c JOIN person p ON p.vault_id = c.vault_id AND p.person_id = c.person_id
                JOIN source s ON s.vault_id = c.vault_id AND s.source_id = c.source_id
                WHERE c.vault_id = ? AND c.happened_on >= ? AND p.standing <> 'owner'
                ORDER BY c.happened_on DESC, p.sort_name, p.connected_on, p.work, p.address, c.person_id, s.name, c.position
                """,
            uses: ["change_by_day (vault_id=? AND happened_on>?)", "SEARCH p USING PRIMARY KEY (vault_id=? AND person_id=?)"],
            isInOrder: false),
        Query(
            sql: """
                SELECT e.person_id, e.key FROM identity i
                JOIN entry e ON e.vault_id = i.vault_id AND e.entry_id = i.entry_id
                JOIN person p ON p.vault_id = e.vault_id AND p.person_id = e.person_id
                WHERE i.vault_id = ? AND i.key_hash = ? ORDER BY e.person_id
                """,
            uses: ["SEARCH i USING PRIMARY KEY (vault_id=? AND key_hash=?)", "SEARCH e USING PRIMARY KEY", "SEARCH p USING PRIMARY KEY"],
            isInOrder: false),
        Query(
            sql: """
                SELECT c.happened_on, c.kind, c.field, c.from_text, c.to_text, s.name, c.source_id
                FROM change c JOIN source s ON s.vault_id = c.vault_id AND s.source_id = c.source_id
                WHERE c.vault_id = ? AND c.person_id = ? ORDER BY c.happened_on, s.name, c.position
                """,
            uses: ["SEARCH c USING PRIMARY KEY (vault_id=? AND person_id=?)", "SEARCH s USING"], isInOrder: false),
    ]

    private static let plain = Result {
        let folder = try TemporaryFolder()
        try Vault(path: folder.path("vault.sqlite")).close()
        return (folder, folder.path("vault.sqlite"))
    }

    private func plan(of sql: String) throws -> [String] {
        try PlainSQLite(path: Self.plain.get().1).rows("EXPLAIN QUERY PLAN " + sql).map { $0[3] }
    }

    private static func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// All sources of the vault as one text, blanks and line breaks alike.
    private static let sources = Result {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources/Vault").standardized
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var text = ""
        while let file = files?.nextObject() as? URL {
            if file.pathExtension == "swift" { text += words(try String(contentsOf: file, encoding: .utf8)) + " " }
        }
        return text
    }

    @Test(arguments: queries)
    func `goes by an index:`(query: Query) throws {
        #expect(try Self.sources.get().contains(Self.words(query.sql)), "the statement is no longer in the sources")
        let plan = try plan(of: query.sql)
        #expect(!plan.contains { $0.contains("SCAN") }, "\(plan)")
        for use in query.uses { #expect(plan.contains { $0.contains(use) }, "\(plan)") }
        if query.isInOrder { #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)") }
    }

    @Test(arguments: [
        ("entry", "entry_id"), ("snapshot", "snapshot_id"), ("source", "source_id"), ("original", "original_id"), ("decision", "step"),
        ("handed_over", "receipt_id"),
    ])
    func `for a table's highest number goes by its key:`(table: String, column: String) throws {
        #expect(
            try Self.sources.get().contains(#"SELECT max(\(column)) FROM \(table) WHERE vault_id = ?"#),
            "the statement is no longer in the sources")
        let plan = try plan(of: "SELECT max(\(column)) FROM \(table) WHERE vault_id = ?")
        #expect(plan.contains { $0.contains("SEARCH") && $0.contains("(vault_id=?)") } && !plan.contains { $0.contains("SCAN") }, "\(plan)")
    }

    @Test func `of the list of people reads each table once, in order, with nothing sorted`() throws {
        let select = """
            SELECT p.person_id, e.entry_id, e.source_id, e.list, e.key, e.ordinal, r.first_snapshot, r.gone_snapshot, r.hash, r.card
            FROM person p
            JOIN entry e ON e.vault_id = p.vault_id AND e.person_id = p.person_id
            JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
            WHERE
            """
        #expect(try Self.sources.get().contains(Self.words(select)))
        let plan = try plan(of: select + " p.vault_id = ? AND p.standing <> 'owner' ORDER BY p.vault_id, p.person_id")
        #expect(
            plan.map { String($0.dropFirst().dropLast()) } == [
                "SEARCH p USING PRIMARY KEY (vault_id=?)", "SEARCH e USING INDEX entry_by_person (vault_id=? AND person_id=?)",
                "SEARCH r USING PRIMARY KEY (vault_id=? AND entry_id=?)",
            ])
        let one = try self.plan(of: select + " p.vault_id = ? AND p.person_id = ? ORDER BY p.vault_id, p.person_id")
        #expect(one.first?.contains("SEARCH p USING PRIMARY KEY (vault_id=? AND person_id=?)") == true)
        let byName = try self.plan(of: select + " p.vault_id = ? ORDER BY p.vault_id, p.sort_name, p.person_id")
        #expect(!byName.contains { $0.contains("SCAN") })
    }
}
