import ContactFormats
import ContactModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Vault

/// Vaults that earlier programs made (`Fixtures/README.md`).
@Suite struct `A vault that an earlier program made` {
    /// The last migration that each of the programs knew.
    static let schemas = ["0001", "0002", "0006"]

    private let folder: TemporaryFolder
    private var path: String { folder.path("vault.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Lays the vault out as that program left it.
    private func layOut(_ schema: String) throws {
        let fixture = Bundle.module.bundleURL.appendingPathComponent("Fixtures/vault-\(schema).zip").path
        let member = try #require(try Parcel.open(path: fixture).members.first)
        var bytes: [UInt8] = []
        try member.bytes.forEachChunk { bytes += $0 }
        try folder.write("vault.sqlite", bytes)
    }

    private func open() throws -> Vault {
        try Vault(path: path, options: SQLiteEngine.Options(cacheKibibytes: 2048), clock: .fixed())
    }

    @Test(arguments: schemas) func `opens with all its people`(schema: String) throws {
        try layOut(schema)
        let people = try everybody(in: open())
        #expect(
            people.map(\.displayName).sorted() == [
                "Ada Example", "Bo Muster", "Bo Muster", "Chidi Sample", "Dana Newcomer", "Zoë O'Néill", "Юлия Пример", "例美咲",
            ])
        let ada = try #require(people.first { $0.displayName == "Ada Example" })
        #expect(ada.id.description == "8ca4ecd9-bd32-82fc-ab3e-8012d6e4e238")
        #expect(ada.companies.map(\.value) == ["Example Holding", "Example Ltd"])
        #expect(ada.phones.map(\.value.number) == ["+44 7700 900001"])
        #expect(people.first { $0.displayName == "Chidi Sample" }?.standing == .disconnected)
    }

    @Test(arguments: schemas) func `keeps what its owner said`(schema: String) throws {
        try layOut(schema)
        let vault = try open()
        let people = try everybody(in: vault)
        func person(_ name: String) throws -> Person { try #require(people.first { $0.displayName == name }) }
        #expect(try person("Ada Example").tags.map(\.value) == ["key-client"])
        #expect(try person("Chidi Sample").tags.isEmpty)
        #expect(try person("Chidi Sample").isWithheld)
        #expect(try person("例美咲").notes.map(\.value) == ["Met at the fair"])
        #expect(try person("Zoë O'Néill").titles.map(\.value) == ["Managing Partner", "Partner"])
        let merged = try #require(people.first { $0.id.description.hasPrefix("eb43e282") })
        #expect(merged.phones.map(\.value.number) == ["+41 31 000 00 00"])
        #expect(try vault.log().filter(\.isUndone).map(\.decision.step) == [5])
    }

    @Test func `keeps what programs since the first could be told`() throws {
        try layOut("0006")
        let vault = try open()
        #expect(try vault.handOvers().map(\.content.recipient) == ["A firm"])
        let ada = try #require(everybody(in: vault).first { $0.displayName == "Ada Example" })
        #expect(ada.withheldFields == [.phone])
    }

    @Test(arguments: schemas) func `is sound after it was brought up to date, and opens again as it is`(schema: String) throws {
        try layOut(schema)
        let portrait = try VaultPortrait(of: open())
        let again = try open()
        #expect(try again.verify().findings.map(\.message) == [])
        #expect(try VaultPortrait(of: again).difference(from: portrait) == "")
    }

    @Test func `is computed with its tables, so that nothing that is cut off leaves it half`() throws {
        try layOut("0001")
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
        try layOut("0001")
        let engine = try SQLiteEngine(path: path)
        #expect(Schema.migrations(for: engine).dropLast().allSatisfy { $0.work == nil })
        #expect(Schema.migrations(for: engine).last?.work != nil)
        try engine.close()
    }

    @Test func `is judged by the tables of this version, of which kind addresses are`() throws {
        try layOut("0001")
        try PlainSQLite(path: path).rows("UPDATE person SET email_kind = 'school' WHERE email_kind IS NOT NULL")
        #expect(try open().verify().findings.map(\.message) == [])
    }

    @Test func `waits for another program as long as it is told to, and says so once`() throws {
        try layOut("0001")
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

    @Test(arguments: schemas) func `takes in the next export`(schema: String) throws {
        try layOut(schema)
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
