import ContactFormats
import ContactModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Vault

/// Vaults that earlier programs made (`Fixtures/README.md`).
@Suite struct `A vault of the first schema` {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        let fixture = Bundle.module.bundleURL.appendingPathComponent("Fixtures/vault-0001.zip").path
        let member = try #require(try Parcel.open(path: fixture).members.first)
        var bytes: [UInt8] = []
        try member.bytes.forEachChunk { bytes += $0 }
        path = try folder.write("vault.sqlite", bytes)
    }

    private func open() throws -> Vault {
        try Vault(path: path, options: SQLiteEngine.Options(cacheKibibytes: 2048), clock: .fixed())
    }

    @Test func `opens with all its people`() throws {
        let people = try everybody(in: open())
        #expect(
            people.map(\.displayName).sorted() == [
                "Ada Example", "Bo Muster", "Bo Muster", "Chidi Sample", "Dana Newcomer", "Zoë O'Néill", "Юлия Пример", "美咲 例",
            ])
        let ada = try #require(people.first { $0.displayName == "Ada Example" })
        #expect(ada.id.description == "8ca4ecd9-bd32-82fc-ab3e-8012d6e4e238")
        #expect(ada.companies.map(\.value) == ["Example Holding", "Example Ltd"])
        #expect(ada.phones.map(\.value.number) == ["+44 7700 900001"])
        #expect(people.first { $0.displayName == "Chidi Sample" }?.standing == .disconnected)
    }

    @Test func `keeps what its owner said`() throws {
        let vault = try open()
        let people = try everybody(in: vault)
        func person(_ name: String) throws -> Person { try #require(people.first { $0.displayName == name }) }
        #expect(try person("Ada Example").tags.map(\.value) == ["key-client"])
        #expect(try person("Chidi Sample").tags.isEmpty)
        #expect(try person("Chidi Sample").isWithheld)
        #expect(try person("美咲 例").notes.map(\.value) == ["Met at the fair"])
        #expect(try person("Zoë O'Néill").titles.map(\.value) == ["Managing Partner", "Partner"])
        let merged = try #require(people.first { $0.id.description.hasPrefix("eb43e282") })
        #expect(merged.phones.map(\.value.number) == ["+41 31 000 00 00"])
        #expect(try vault.log().map(\.isUndone) == [false, false, false, false, true, false, false, false, false, false, false])
    }

    @Test func `is sound after it was brought up to date, and opens again as it is`() throws {
        let portrait = try VaultPortrait(of: open())
        let again = try open()
        #expect(try again.verify().findings.map(\.message) == [])
        #expect(try VaultPortrait(of: again).difference(from: portrait) == "")
    }

    @Test func `is computed with its tables, so that nothing that is cut off leaves it half`() throws {
        let other = try folder.write("other.sqlite", [UInt8](FileManager.default.contents(atPath: path) ?? Data()))
        let portrait = try VaultPortrait(of: open())
        let engine = try SQLiteEngine(path: other)
        try engine.migrate(Schema.migrations(for: engine))
        try engine.close()
        let vault = try Vault(path: other, clock: .fixed())
        #expect(try VaultPortrait(of: vault).difference(from: portrait) == "")
        #expect(try vault.verify().findings.map(\.message) == [])
    }

    @Test func `is computed by the last migration alone, for only that knows today's tables`() throws {
        let engine = try SQLiteEngine(path: path)
        #expect(Schema.migrations(for: engine).dropLast().allSatisfy { $0.work == nil })
        #expect(Schema.migrations(for: engine).last?.work != nil)
        try engine.close()
    }

    @Test func `is judged by the tables of this version, of which kind addresses are`() throws {
        try PlainSQLite(path: path).rows("UPDATE person SET email_kind = 'school' WHERE email_kind IS NOT NULL")
        #expect(try open().verify().findings.map(\.message) == [])
    }

    @Test func `waits for another program as long as it is told to, and says so once`() throws {
        let other = try PlainSQLite(path: path)
        try other.rows("PRAGMA journal_mode = WAL")
        try other.rows("BEGIN IMMEDIATE")
        let waits = Mutex(0)
        let options = SQLiteEngine.Options(patienceSeconds: 1.1, cacheKibibytes: 2048) { waits.withLock { $0 += 1 } }
        #expect(try vaultError { try Vault(path: path, options: options, clock: .fixed()) }?.code == .busy)
        #expect(waits.withLock { $0 } == 1)
        try other.rows("COMMIT")
        #expect(try open().verify().isSound)
    }

    @Test func `takes in the next export`() throws {
        let vault = try open()
        let list = """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.com,Third Ltd,Partner,05 May 2021
            """
        let file = try folder.write("Connections.csv", list, modifiedAt: 1_700_000_000)
        let report = try vault.takeFile(path: file, options: ImportOptions(exportedOn: CalendarDate(iso: "2024-01-01")))
        #expect(report.files.map(\.updated) == [1])
        #expect(report.files.map(\.gone) == [6])
        #expect(try everybody(in: vault).first { $0.displayName == "Ada Example" }?.companies.first?.value == "Third Ltd")
        #expect(try vault.verify().findings.map(\.message) == [])
    }

    private func everybody(in vault: Vault) throws -> [Person] {
        var people: [Person] = []
        try vault.forEachPerson(PeopleFilter([], includesAcquaintances: true), sortedByName: true) { person in
            people.append(person)
            return true
        }
        return people
    }
}
