import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

/// Reading is no writing: not a byte of the file changes, and nothing is left beside it.
@Suite struct `A vault that is only read` {
    private let disk: VaultOnDisk

    init() throws {
        disk = try VaultOnDisk()
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
        try disk.take(header + "\nAda,Example,https://www.linkedin.com/in/ada,,Muster GmbH,Partner,08 Feb 2020", on: "2022-01-01")
        try disk.vault.close()
    }

    private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: disk.path)) }

    /// What lies beside the vault of SQLite's.
    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: disk.folder.path).filter { $0.hasPrefix("vault.sqlite") }
    }

    @Test func `stays as it is`() throws {
        let before = try bytes()
        for _ in 0..<2 {
            let vault = try Vault(path: disk.path, clock: .fixed())
            #expect(try vault.peopleByStanding()[.connected] == 1)
            #expect(try vault.listing(PeopleFilter([]), offset: 0, limit: 10).people.count == 1)
            #expect(try vault.verify().isSound)
            try vault.close()
        }
        #expect(try bytes() == before)
        #expect(try files() == ["vault.sqlite"])
    }

    @Test func `stays as it is where a newer version wrote it`() throws {
        try PlainSQLite(path: disk.path).rows("INSERT INTO grdb_migrations VALUES ('9999-of-a-newer-version')")
        let before = try bytes()
        #expect(try vaultError { try Vault(path: disk.path, clock: .fixed()) }?.code == .newerVersion)
        #expect(try bytes() == before)
    }
}
