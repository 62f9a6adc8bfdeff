import Actions
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

/// Whatever comes in, what is computed of it at once is what would be computed of it anew.
@Suite("A vault is sound after an import")
struct SoundAfterImportTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../ContactFormatsTests/Fixtures").standardized

    private static var files: [String] {
        (FileManager.default.enumerator(atPath: fixtures.path)?.compactMap { $0 as? String } ?? []).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: fixtures.appendingPathComponent(path).path, isDirectory: &isFolder)
                && !isFolder.boolValue && !path.hasSuffix("README.md")
        }.sorted()
    }

    @Test("of each file of the corpora by itself")
    func corpora() throws {
        let files = Self.files
        #expect(files.count > 100)
        var imported = 0
        for file in files {
            let folder = try TemporaryFolder()
            let vault = try Vault(path: folder.path("vault.sqlite"))
            let outcome = try? ImportFiles(paths: [Self.fixtures.appendingPathComponent(file).path]).run(in: vault)
            if outcome != nil { imported += 1 }
            #expect(try VerifyVault().run(in: vault).isSound, "\(file)")
            try vault.close()
        }
        #expect(imported > 60)
    }

    @Test("of a card whose page is a profile, which an address book doesn't call one")
    func profileAsPage() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(path: folder.path("vault.sqlite"))
        let card =
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Sample;Ada;;;\r\nFN:Ada Sample\r\nURL:https://www.linkedin.com/in/ada-sample\r\nEND:VCARD\r\n"
        _ = try ImportFiles(paths: [folder.write("book.vcf", card)]).run(in: vault)
        #expect(try VerifyVault().run(in: vault).isSound)
        #expect(try FindPerson("ada-sample").run(in: vault).displayName == "Ada Sample")
        try vault.close()
    }
}
