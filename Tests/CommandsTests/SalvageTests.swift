import Foundation
import Testing

/// What is sound of a damaged vault can be saved.
@Suite("Salvage")
struct SalvageTests {
    private func furnished(_ name: String) throws -> Workshop {
        let workshop = try Workshop(name)
        let holdfast = workshop.holdfast
        for step in [
            ["import", "--exported-on", "2025-01-01", try workshop.write("a.csv", Connections.file(400))],
            ["import", "--exported-on", "2026-01-01", try workshop.write("b.csv", Connections.file(400, from: 20, company: "Elsewhere"))],
            ["tag", "Given30 Family30", "clients"], ["note", "Given31 Family31", "met in Lisbon"], ["backup", "copy.sqlite"],
        ] { try #require(holdfast.run(step).status == 0, "\(step)") }
        return workshop
    }

    @Test("Of a sound vault everything is saved")
    func sound() throws {
        let workshop = try furnished("sound")
        let run = try workshop.holdfast("verify", "--salvage", "new.sqlite", "--json")
        #expect(run.status == 0, "\(run)")
        let new = Workshop.state(workshop.holdfast, with: ["HOLDFAST_VAULT": workshop.path("new.sqlite")])
        #expect(try new() == workshop.state())
        #expect(try workshop.holdfast("verify", "--salvage", "new.sqlite").status == 73)
    }

    @Test(
        "A changed row is left behind, and all others are saved",
        arguments: [
            ("UPDATE record SET card = replace(card, 'Partner 3', 'Partner 4') WHERE entry_id = 4", 419, 4),
            ("UPDATE decision SET payload = '{}' WHERE step = 3", 420, 4), ("DELETE FROM decision WHERE step = 3", 420, 4),
            ("UPDATE original_piece SET zstd = x'00' WHERE original_id = 1", 420, 4),
            ("DELETE FROM original_piece WHERE original_id = 2", 420, 4),
            ("UPDATE snapshot SET layout = 'x'", 420, 4), ("DELETE FROM person", 420, 4), ("DELETE FROM identity", 420, 4),
            ("UPDATE source SET name = 'LinkedOut'", 420, 4), ("UPDATE vault SET uuid = 'x'", 420, 4),
            // What everything hangs on: the number of the vault, sources, snapshots, originals.
            ("DELETE FROM vault", 420, 4), ("UPDATE vault SET vault_id = 5", 420, 4), ("UPDATE original SET vault_id = 5", 420, 4),
            ("UPDATE record SET vault_id = 3", 420, 4), ("DELETE FROM original WHERE original_id = 1", 420, 4),
            ("DELETE FROM source", 420, 4), ("UPDATE source SET source_id = 9", 420, 4),
            ("UPDATE snapshot SET source_id = 9 WHERE snapshot_id = 1", 420, 4),
            ("UPDATE snapshot SET vault_id = 3 WHERE snapshot_id = 2", 420, 4),
            ("UPDATE snapshot SET snapshot_id = 66 WHERE snapshot_id = 2", 420, 4), ("UPDATE snapshot SET list = 'x'", 420, 4),
            ("UPDATE snapshot SET is_undone = 1", 420, 4), ("UPDATE snapshot SET exported_on = 'x'", 420, 4),
            ("DELETE FROM snapshot", 420, 4), ("UPDATE entry SET source_id = 9 WHERE entry_id = 7", 420, 4),
            ("UPDATE record SET first_snapshot = 66 WHERE entry_id = 7", 419, 4),
            ("UPDATE snapshot SET exported_on = '2036-01-01' WHERE snapshot_id = 1", 420, 4),
        ])
    func rows(sql: String, people: Int, steps: Int) throws {
        let workshop = try furnished("rows")
        let holdfast = workshop.holdfast
        try #require(holdfast.shell("sqlite3 vault.sqlite \"\(sql)\"").status == 0)
        #expect(try holdfast("verify").status == 65)
        let run = try holdfast("verify", "--salvage", "new.sqlite")
        #expect(run.status == 0, "\(run)")
        let verified = try holdfast("--vault", "new.sqlite", "verify")
        #expect(verified.status == 0, "\(verified)")
        let found = try holdfast("--vault", "new.sqlite", "people", "--json").lines.count
        #expect(found == people || found == people + 1, "\(found)")
        #expect(try holdfast("--vault", "new.sqlite", "log", "--json").lines.count == steps)
    }

    @Test(
        "One bit turned in what the file says of its tables is damage, whoever asks, and nothing is lost by it",
        arguments: ["byte_count BIGINT", "exported_on TEXT", "is_undone BIGINT"])
    func schema(column: String) throws {
        let workshop = try furnished("schema")
        let holdfast = workshop.holdfast
        let turned = "\(column.prefix(4))\(column.dropFirst(4).first == "_" ? "W" : "x")\(column.dropFirst(5))"
        let sql = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '\(column)', '\(turned)')"
        try #require(holdfast.shell("sqlite3 vault.sqlite \"\(sql)\"").status == 0)
        let verified = try holdfast("verify")
        #expect(verified.status == 65 && verified.text.contains("The description of the tables is damaged"), "\(verified)")
        let file = try workshop.write("c.csv", Connections.file(3, from: 900))
        for command in [["snapshots"], ["import", file]] {
            let run = try holdfast.run(command)
            #expect(run.status == 65 && run.errors.contains("is damaged") && !run.errors.contains("SQLite reported"), "\(run)")
        }
        let saved = try holdfast("verify", "--salvage", "new.sqlite")
        #expect(saved.status == 0 && !saved.errors.contains("lost"), "\(saved)")
        #expect(try holdfast("--vault", "new.sqlite", "verify").status == 0)
        #expect(try holdfast("--vault", "new.sqlite", "people", "--json").lines.count == 420)
        #expect(try holdfast("--vault", "new.sqlite", "snapshots", "--json").lines.count == 2)
    }

    @Test("Of a vault that was cut off, no sentence names the command that has just failed, and what is left is saved")
    func cutOff() throws {
        let workshop = try furnished("cut")
        let holdfast = workshop.holdfast
        let whole = try #require(workshop.bytes("vault.sqlite"))
        try workshop.write("vault.sqlite", bytes: Array(whole.prefix(whole.count * 2 / 3)))
        let verified = try holdfast("verify")
        #expect(verified.status == 65 && !(verified.text + verified.errors).contains("`holdfast verify`"), "\(verified)")
        #expect((verified.text + verified.errors).contains("`holdfast verify --salvage NEW.sqlite` saves what is sound"), "\(verified)")
        let saved = try holdfast("verify", "--salvage", "new.sqlite")
        #expect(saved.status == 0, "\(saved)")
        #expect(try holdfast("--vault", "new.sqlite", "verify").status == 0)
        // Of one page alone nothing can be saved, and that is what is said.
        try workshop.write("vault.sqlite", bytes: Array(whole.prefix(5000)))
        let nothing = try holdfast("verify", "--salvage", "other.sqlite")
        #expect(nothing.status == 65 && !nothing.errors.contains("--salvage"), "\(nothing)")
        #expect(nothing.errors.contains("`holdfast restore` puts a backup in its place"), "\(nothing)")
        #expect(workshop.bytes("other.sqlite") == nil)
    }

    @Test("A snapshot of nobody knows which list, which no record tells of, is counted as lost")
    func lostSnapshot() throws {
        let workshop = try furnished("snapshot")
        let holdfast = workshop.holdfast
        let same = try workshop.write("c.csv", Connections.file(400, from: 20, company: "Elsewhere") + "\n")
        try #require(holdfast.run(["import", "--exported-on", "2026-02-01", same]).status == 0)
        try #require(holdfast.shell("sqlite3 vault.sqlite \"UPDATE snapshot SET list = 'x' WHERE snapshot_id = 3\"").status == 0)
        let run = try holdfast("verify", "--salvage", "new.sqlite", "--json")
        #expect(run.status == 0, "\(run)")
        let saved = try run.object
        #expect(["kept", "lost", "doubtful"].map { saved[$0]["snapshot"].integer } == [2, 1, 0])
        #expect(try holdfast("--vault", "new.sqlite", "verify").status == 0)
    }

    @Test("A record that seems to be in another list is lost, and does not take its entry's others along")
    func strayRecord() throws {
        let workshop = try Workshop("stray")
        let holdfast = workshop.holdfast
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Other Example\r\nN:Example;Other;;;\r\nEMAIL:other@example.com\r\nEND:VCARD\r\n"
        for step in [
            ["import", "--exported-on", "2024-01-01", try workshop.write("contacts.vcf", card)],
            ["import", "--exported-on", "2025-01-01", try workshop.write("a.csv", Connections.file(30))],
            ["import", "--exported-on", "2026-01-01", try workshop.write("b.csv", Connections.file(30, company: "Elsewhere"))],
        ] { try #require(holdfast.run(step).status == 0, "\(step)") }
        let sql = "UPDATE record SET first_snapshot = 1 WHERE entry_id = 9 AND first_snapshot = 3"
        try #require(holdfast.shell("sqlite3 vault.sqlite \"\(sql)\"").status == 0)
        let run = try holdfast("verify", "--salvage", "new.sqlite", "--json")
        #expect(run.status == 0, "\(run)")
        let saved = try run.object
        #expect(saved["people"].integer == 31)
        #expect(saved["lost"]["record"].integer == 1)
        #expect(saved["doubtful"]["entry"].integer == 0)
        #expect(try holdfast("--vault", "new.sqlite", "verify").status == 0)
    }

    @Test("Of a vault with broken pages what can be read is saved", arguments: 0..<12)
    func pages(seed: Int) throws {
        let workshop = try furnished("pages")
        let holdfast = workshop.holdfast
        var bytes = try #require(workshop.bytes("copy.sqlite"))
        // Not the first pages: a file without its schema is no database any more, and says so.
        let place = 4096 * (20 + (seed * 37) % max(1, bytes.count / 4096 - 21))
        for index in place..<(place + 4096) { bytes[index] = 0xA5 }
        try workshop.write("broken.sqlite", bytes: bytes)
        let run = try holdfast("--vault", "broken.sqlite", "verify", "--salvage", "new.sqlite")
        guard run.status == 0 else {
            #expect(run.status == 65 && !run.errors.contains("should not"), "\(run)")
            return
        }
        let verified = try holdfast("--vault", "new.sqlite", "verify")
        #expect(verified.status == 0, "\(verified)")
        #expect(try holdfast("--vault", "new.sqlite", "people", "--json").lines.count > 300)
    }
}
