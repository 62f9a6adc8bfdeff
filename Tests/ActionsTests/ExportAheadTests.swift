import Actions
import ContactFormats
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

/// People are read on one thread and written on another; whatever ends one ends the other.
@Suite("Exports that end early")
struct ExportAheadTests {
    private struct Enough: Error {}

    private let folder: TemporaryFolder
    private let vault: Vault
    private static let count = 3000

    init() throws {
        folder = try TemporaryFolder()
        vault = try Vault(path: folder.path("vault.sqlite"), clock: .fixed())
        let rows = (0..<Self.count).map {
            "Given\($0),Family\($0),https://www.linkedin.com/in/person-\($0),,Firm \($0 % 7),Title,08 Feb 2020"
        }
        let list = (["First Name,Last Name,URL,Email Address,Company,Position,Connected On"] + rows).joined(separator: "\n")
        try #require(ImportFiles(paths: [folder.write("Connections.csv", list)]).run(in: vault).failures.isEmpty)
    }

    /// That nobody reads or writes any more: a word goes in, and another connection finds the vault free.
    private func expectFree() throws {
        _ = try SayOfPerson(.tag("free"), of: "https://www.linkedin.com/in/person-1").run(in: vault)
        try vault.wipe()
        #expect(try vault.verify().isSound)
    }

    @Test("A writer that fails, at once or late, ends the reading", arguments: [1, 1500])
    func writer(place: Int) throws {
        var seen = 0
        #expect(throws: Enough.self) {
            try ExportContacts(format: .vcard4).run(
                in: vault, to: .nowhere,
                choosing: { _ in
                    seen += 1
                    if seen == place { throw Enough() }
                    return true
                })
        }
        #expect(seen == place)
        try expectFree()
    }

    @Test("A file that can't be written is no file, and the vault is free")
    func file() throws {
        let path = folder.path("out.vcf")
        #expect(throws: Enough.self) {
            try WholeFile(path: path).write { _ in try ExportContacts(format: .vcard4).run(in: vault) { _ in throw Enough() } }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        try expectFree()
    }

    @Test("A reader that fails ends the writing, and no file appears")
    func reader() throws {
        try vault.close()
        let path = folder.path("out.vcf")
        #expect(throws: VaultError.self) {
            try WholeFile(path: path).write { put in
                try withoutActuallyEscaping(put) { put in
                    try ExportContacts(format: .vcard4).run(in: vault) { try put($0[...]) }
                }
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
