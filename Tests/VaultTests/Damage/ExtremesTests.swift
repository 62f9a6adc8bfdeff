import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

/// What no sensible day brings, and some day does.
@Suite struct `Holding out` {
    private static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    private static let ada = "Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020\n"
    private static let bo = "Bo,Muster,https://www.linkedin.com/in/bo-muster,,Muster GmbH,Associate,03 Feb 2021\n"

    @Test func `a clock that was set back by years changes neither order nor undo`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let days = [
            CalendarDate(year: 2026, month: 5, day: 1), CalendarDate(year: 2019, month: 1, day: 1),
            CalendarDate(year: 2027, month: 1, day: 1),
        ]
        for (number, day) in days.enumerated() {
            let vault = try Vault(path: path, clock: .fixed(on: #require(day)))
            defer { try? vault.close() }
            let text = Self.header + Self.ada + (number == 0 ? "" : Self.bo)
            let file = try folder.write("\(number)/Connections.csv", text + "x\(number),y,,,,,\n", modifiedAt: 1_700_000_000)
            try vault.takeFile(path: file, options: ImportOptions(exportedOn: CalendarDate(year: 2020 + number, month: 6, day: 1)))
            var ada: UniqueID?
            try vault.forEachPerson(.everybody) { person in
                if person.displayName == "Ada Example" { ada = person.id }
                return true
            }
            try vault.say(.tag, of: #require(ada), payload: ["tag": .string("tag-\(number)")])
        }
        let vault = try Vault(path: path, clock: .fixed(on: #require(days[1])))
        #expect(try vault.log().map { $0.decision.step } == Array(1...6))
        // The last step is the last that was made, whatever time it bears.
        #expect(try vault.undo(nil).undone.step == 6)
        #expect(try vault.people(meantBy: "Ada Example").first?.tags.map(\.value).sorted() == ["tag-0", "tag-1"])
        #expect(try vault.verify().findings.map(\.message) == [])
        try vault.close()
    }

    @Test(arguments: ["A", "é", "\u{1F469}\u{200D}\u{1F52C}", "\u{5D0}\u{202E}", "a\u{301}\u{302}"])
    func `names of thirty-two thousand characters are kept, found, undone and checked`(letter: String) throws {
        let bench = try VaultOnDisk()
        let name = String(repeating: letter, count: 32_000)
        let before = try VaultPortrait(of: bench.vault)
        try bench.take(
            Self.header + "\(name),\(name),https://www.linkedin.com/in/long-one,long@example.com,\(name),\(name),02 Jan 2020\n" + Self.bo,
            on: "2024-01-01")
        let people = try bench.everybody()
        #expect(people.count == 2)
        let long = try #require(people.first { $0.displayName != "Bo Muster" })
        #expect(long.companies.first?.value.unicodeScalars.count ?? 0 >= 32_000)
        #expect(try bench.vault.people(meantBy: "Bo Muster").count == 1)
        try bench.vault.say(.edit, of: long.id, payload: ["field": .string("company"), "value": .string(name + name)])
        #expect(try bench.findings() == [])
        _ = try bench.vault.undo(nil)
        _ = try bench.vault.undo(nil)
        #expect(try VaultPortrait(of: bench.vault).difference(from: before) == "")
        #expect(try bench.findings() == [])
    }

    @Test(
        arguments: [
            ("entry", "entry_id"), ("snapshot", "snapshot_id"), ("source", "source_id"), ("original", "original_id"), ("decision", "step"),
        ], [Int64.max, Int64.max - 1])
    func `where a row has the highest number there is, an import says so and changes nothing`(
        row: (table: String, column: String), number: Int64
    )
        throws
    {
        let bench = try VaultOnDisk()
        try bench.take(Self.header + Self.ada + Self.bo, on: "2024-01-01")
        try bench.vault.say(.tag, of: bench.person("Ada Example").id, payload: ["tag": .string("vip")])
        try bench.vault.close()
        let plain = try PlainSQLite(path: bench.path)
        try plain.rows(
            "UPDATE \(row.table) SET \(row.column) = \(number) WHERE \(row.column) = (SELECT max(\(row.column)) FROM \(row.table))")
        let before = try plain.dump(plain.tables())
        let vault = try Vault(path: bench.path, clock: .fixed())
        let file = try bench.folder.write("later/Connections.csv", Self.header + Self.ada, modifiedAt: 1_700_000_000)
        let error = try vaultError {
            try vault.takeFile(path: file, options: ImportOptions(source: "second account", exportedOn: CalendarDate(iso: "2024-02-01")))
        }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("“\(row.table)” has the number \(number)") == true, "\(error?.message ?? "no error")")
        // Looking what is wrong works, and finds that something is.
        #expect(try !vault.verify().isSound)
        try vault.close()
        #expect(try plain.dump(plain.tables()) == before)
    }
}
