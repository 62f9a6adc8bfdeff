import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

/// A small vault with everything in it, closed, and its file's bytes.
struct SampleVault {
    let folder: TemporaryFolder
    let path: String

    init(seed: UInt64 = 1) throws {
        let bench = try VaultOnDisk()
        folder = bench.folder
        path = bench.path
        let network = InventedNetwork(seed: seed, count: 12)
        for (number, year) in [2019, 2022, 2024].enumerated() {
            let rows = network.rows(on: CalendarDate(year: year, month: 6, day: 1) ?? InventedNetwork.lastDay)
            let bytes = (number == 0 ? ConnectionsFile.withoutURL : .withURL).bytes(rows)
            // A row that can't be read, so that there is a problem to keep.
            try bench.take(String(decoding: bytes, as: UTF8.self) + ",,,,Nobody Ltd,Nobody,x\n", on: "\(year)-06-01")
        }
        try bench.take(
            [
                "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
                    + "Twitter Handles,Websites,Instant Messengers\nOlga,Owner,,,,Lawyer,,Law,,,,,\n",
                "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nolga@example.com,Yes,Yes,Not Available\n",
            ], on: "2024-07-01")
        // An address book, whose likenesses to the connections are kept.
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        try bench.take(
            header + "Zebulon,Quartermaine,https://www.linkedin.com/in/zeb-q,,Quarter Works GmbH,Partner,08 Feb 2020\n"
                + "Anna,Meyer,https://www.linkedin.com/in/anna-meyer-12,,Example Ltd,Counsel,01 Mar 2021\n"
                + "Anna,Meyer,https://www.linkedin.com/in/anna-meyer-77,,Other AG,Ärztin,01 Mar 2019\n"
                + "Ernst,Erased,https://www.linkedin.com/in/ernst-erased,ernst@example.com,Example Ltd,Clerk,01 Mar 2018\n",
            on: "2024-08-01", source: "second account")
        try bench.take(
            [
                "Contacts.csv":
                    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,FullName,Birthday,Location,Profiles\n"
                    + "GOOGLE_CONTACTS,Zebulon,Quartermaine,Quarter Works,,z@quarter-works.example,+1 555 0100,\"1/2/23, 3:45 AM\",,,,\n"
                    + "GOOGLE_CONTACTS,Anna,Meyer,,,anna.meyer@freemail.example,,\"1/2/23, 3:45 AM\",,,,\n"
            ], on: "2024-09-01")
        try bench.vault.noteRequest(to: "linkedin", on: CalendarDate(year: 2024, month: 9, day: 2) ?? InventedNetwork.lastDay)
        let annas = try bench.everybody().filter { $0.displayName == "Anna Meyer" }
        let connected = annas.filter { $0.standing == .connected }
        guard let contact = annas.first(where: { $0.standing == .contact }), connected.count == 2 else {
            throw Unexpected("\(annas.map(\.standing))")
        }
        try bench.vault.keepApart([contact.id, connected[0].id])
        try bench.vault.merge([contact.id, connected[1].id])
        _ = try bench.vault.split(bench.person("Zebulon Quartermaine").id)
        _ = try bench.vault.undo(nil)
        _ = try bench.vault.erase(bench.person("Ernst Erased").id)
        guard let person = try bench.listed().first else { throw Unexpected("nobody") }
        try bench.vault.say(.edit, of: person.id, payload: ["field": .string("company"), "value": .string("Mine AG")])
        try bench.vault.say(.tag, of: person.id, payload: ["tag": .string("vip")])
        try bench.vault.say(.note, of: person.id, payload: ["text": .string("met in May")])
        _ = try bench.vault.undo(nil)
        try bench.vault.close()
    }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

    /// The tables that hold values: the planner's hints say nothing of anybody, and the search index is compared by what it finds, word by
    /// word, not by its bytes.
    func tables() throws -> [String] {
        try PlainSQLite(path: path, isReadOnly: true).tables().filter { $0 != "sqlite_stat1" && !$0.hasPrefix("person_search") }
    }
}

/// What a look at a vault ends with.
enum Verdict: Hashable {
    case sound
    case found
    case refused
}

/// Opens and checks a vault.
func verdict(path: String) throws -> Verdict {
    do {
        let options = SQLiteEngine.Options(patienceSeconds: 1, cacheKibibytes: 2048)
        let vault = try Vault(path: path, options: options, clock: .fixed())
        defer { try? vault.close() }
        return try vault.verify().isSound ? .sound : .found
    } catch is VaultError {
        return .refused
    }
}

@Suite struct `A damaged vault` {
    @Test func `that is whole is called sound, and checking changes no byte of what it holds`() throws {
        let sample = try SampleVault()
        let tables = try sample.tables()
        let before = try PlainSQLite(path: sample.path, isReadOnly: true).dump(tables)
        #expect(before.count > 100)
        #expect(try verdict(path: sample.path) == .sound)
        #expect(try PlainSQLite(path: sample.path, isReadOnly: true).dump(tables) == before)
    }

    /// Fifty bits each; `scripts/flip-bits` asks for more.
    private static let blocks = ProcessInfo.processInfo.environment["HOLDFAST_BIT_BLOCKS"].flatMap { Int($0) } ?? 6

    @Test(arguments: 0..<blocks)
    func `is told from a sound one wherever one bit of a value is turned`(block: Int) throws {
        let sample = try SampleVault()
        let (bytes, tables) = (try sample.bytes(), try sample.tables())
        let before = try PlainSQLite(path: sample.path, isReadOnly: true).dump(tables)
        var random = SeededGenerator(seed: UInt64(block))
        var counts: [String: Int] = [:]
        // Half of the bits anywhere, half where the bytes are not zero: pages are not full.
        let filled = bytes.indices.filter { bytes[$0] != 0 }
        for number in 0..<50 {
            let place = (number.isMultiple(of: 2) ? filled.randomElement(using: &random) : bytes.indices.randomElement(using: &random)) ?? 0
            let bit = Int.random(in: 0..<8, using: &random)
            var changed = bytes
            changed[place] ^= 1 << UInt8(bit)
            let path = try sample.folder.write("flipped-\(number).sqlite", changed)
            let after = try? PlainSQLite(path: path, isReadOnly: true).dump(tables)
            let verdict = try verdict(path: path)
            let difference = Set(after ?? []).symmetricDifference(before)
            // Zstandard can pack the same bytes in several ways: what an original holds is what it is unpacked to.
            let isRepacked =
                try !difference.isEmpty && difference.allSatisfy { $0.hasPrefix("original_piece:") } && verdict == .sound
                && originals(path) == originals(sample.path)
            let differs = after != before && !isRepacked
            counts["\(differs ? "other" : "same") values: \(verdict)", default: 0] += 1
            if differs, verdict == .sound {
                Issue.record("byte \(place) bit \(bit): \(difference.sorted().map { String($0.prefix(160)) }.prefix(4))")
            }
            // What is sound of a damaged one is saved: not all of the time, for it takes as long again.
            if verdict == .found, number.isMultiple(of: 5) { counts["salvage: \(try salvage(path, into: sample.folder))", default: 0] += 1 }
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        }
        print("bits turned:", counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))
    }

    /// The originals of a sound vault, byte for byte.
    private func originals(_ path: String) throws -> [[UInt8]] {
        let vault = try Vault(path: path, options: SQLiteEngine.Options(cacheKibibytes: 2048), clock: .fixed())
        defer { try? vault.close() }
        return try vault.snapshots().map { snapshot in
            var bytes: [UInt8] = []
            _ = try vault.original(of: snapshot.id.description) { bytes += $0 }
            return bytes
        }
    }

    /// Saves what is sound of a damaged vault; says what came of it.
    private func salvage(_ path: String, into folder: TemporaryFolder) throws -> String {
        let options = SQLiteEngine.Options(patienceSeconds: 1, cacheKibibytes: 2048)
        let damaged = try Vault(path: path, options: options, clock: .fixed())
        defer { try? damaged.close() }
        let new = folder.path("\(UUID().uuidString).sqlite")
        let saved = try Vault(path: new, options: options, clock: .fixed())
        defer {
            try? saved.close()
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: new + end) }
        }
        let report: SalvageReport
        do {
            report = try damaged.salvage(into: saved)
        } catch let error as VaultError where error.code == .damaged {
            return "impossible"
        }
        let findings = try saved.verify().findings
        #expect(findings.isEmpty, "what was saved is not sound: \(findings.map(\.message))")
        // One bit is in one row, or in one page of rows: the records, or what leads to them.
        #expect(report.people > 0 || report.hasUnreadablePages, "nobody was saved")
        if report.people == 0 { return "nobody, a page can't be read" }
        return report.lost.values.reduce(0, +) == 0 ? "all of it" : "all but what was changed"
    }

    /// Every column of every table that is ours, and each row's being there at all.
    private static let changes: [String] = {
        let columns: [(table: String, columns: [String])] = [
            ("vault", ["uuid", "created_at", "hash"]),
            ("source", ["source_id", "name", "hash"]),
            ("original", ["original_id", "sha256", "byte_count", "file_name", "hash"]),
            ("original_piece", ["original_id", "piece", "zstd"]),
            (
                "snapshot",
                [
                    "snapshot_id", "uuid", "source_id", "list", "format", "layout", "path", "original_id", "step", "is_undone",
                    "exported_on",
                    "exported_on_basis", "order_within_day", "imported_at", "fields", "row_count", "entry_count", "closed_count",
                    "rejected_count", "contents", "hash",
                ]
            ),
            ("snapshot_part", ["snapshot_id", "position", "original_id", "path", "hash"]),
            ("problem", ["snapshot_id", "position", "line_number", "column_number", "code", "row_text", "is_rejection", "hash"]),
            ("entry", ["entry_id", "source_id", "list", "key", "ordinal", "person_id"]),
            ("record", ["entry_id", "first_snapshot", "gone_snapshot", "hash", "card"]),
            ("identity", ["key_hash", "entry_id"]),
            ("decision", ["step", "uuid", "made_at", "kind", "subject", "payload", "hash"]),
            (
                "person",
                [
                    "person_id", "standing", "sort_name", "has_company", "has_title", "has_phone", "email_kind", "connected_on", "name",
                    "work", "address", "more",
                ]
            ),
            ("likeness", ["first_entry", "second_entry", "sixteenths", "is_joined"]),
            ("features", ["entry_id", "basis", "features"]),
            ("change", ["person_id", "position", "happened_on", "kind", "field", "from_text", "to_text", "source_id"]),
        ]
        let keys: [String: String] = [
            "original_piece": "original_id, piece", "snapshot_part": "snapshot_id, position", "problem": "snapshot_id, position",
            "record": "entry_id, first_snapshot", "identity": "key_hash, entry_id", "likeness": "first_entry, second_entry",
            "features": "entry_id", "change": "person_id, position",
        ]
        // Numbers no row has of itself.
        let numbers =
            ["entry", "record", "features"].map { ($0, "entry_id") } + ["person", "change", "entry"].map { ($0, "person_id") }
        let strange = numbers.flatMap { table, column in
            ["-7", "1 << 44", "-1 - (9223372036854775807)"].map {
                "UPDATE \(table) SET \(column) = \($0) WHERE \(column) = (SELECT max(\(column)) FROM \(table))"
            }
        }
        // Flags that are neither yes nor no.
        let flags = [
            "UPDATE likeness SET is_joined = is_joined + 2 WHERE (first_entry, second_entry) = "
                + "(SELECT first_entry, second_entry FROM likeness LIMIT 1)",
            "UPDATE snapshot SET is_undone = is_undone + 2 WHERE snapshot_id = (SELECT min(snapshot_id) FROM snapshot)",
            "UPDATE person SET has_phone = 3 WHERE person_id = (SELECT min(person_id) FROM person)",
            "DELETE FROM source WHERE source_id = (SELECT min(source_id) FROM source)",
        ]
        return flags + strange
            + columns.flatMap { table, columns in
                // Tables without row numbers are told apart by their keys; one row, the last, is enough.
                let key = keys[table] ?? (table == "decision" ? "step" : "\(table)_id")
                let order = key.split(separator: ",").map { "\($0) DESC" }.joined(separator: ", ")
                let row = "(vault_id, \(key)) = (SELECT vault_id, \(key) FROM \(table) ORDER BY \(order) LIMIT 1)"
                return ["vault_id"].map { "UPDATE \(table) SET \($0) = \($0) + 1 WHERE \(row)" }
                    + columns.map { column in
                        "UPDATE \(table) SET \(column) = CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 1 WHEN 'text' THEN \(column) || 'x' "
                            + "WHEN 'blob' THEN x'00' || \(column) ELSE '2020-01-01' END WHERE \(row)"
                    } + ["DELETE FROM \(table) WHERE \(row)"]
            }
    }()

    @Test(arguments: changes)
    func `is told from a sound one whichever value is changed or row is gone:`(sql: String) throws {
        let sample = try Self.shared.get()
        let path = try sample.folder.write("\(UUID().uuidString).sqlite", sample.bytes())
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        do {
            let plain = try PlainSQLite(path: path)
            try plain.rows(sql)
            try #require(try plain.rows("SELECT changes()") == [["1"]], "the change changed nothing")
        }
        #expect(try verdict(path: path) != .sound)
    }

    private static let shared = Result { try SampleVault() }

    @Test func `is not one where the file is cut off anywhere`() throws {
        let sample = try SampleVault()
        let bytes = try sample.bytes()
        for count in [1, 15, 16, 50, 99, 100, 512, 4095, 4096, 4097, bytes.count / 2, bytes.count - 4096] {
            let path = try sample.folder.write("cut-\(count).sqlite", bytes.prefix(count))
            #expect(try verdict(path: path) != .sound, "cut off after \(count) of \(bytes.count) bytes")
        }
    }
}
