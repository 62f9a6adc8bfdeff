import Actions
import ContactModel
import Foundation
import Testing
import Vault

/// A vCard's lines of tags are kept with what they say beyond the tags.
@Suite("Lines of tags")
struct TagLinesTests {
    private static let card = """
        BEGIN:VCARD
        VERSION:4.0
        FN:Vera Example
        EMAIL:vera@example.com
        CATEGORIES;PREF=1:Secret\\, mine,Old
        CATEGORIES;PREF=2:Kept
        END:VCARD

        """

    @Test("A tag that is taken off is in none of them")
    func takenOff() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-tags-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let vault = try Vault(path: folder.appendingPathComponent("vault.sqlite").path)
        defer { try? vault.close() }
        let file = folder.appendingPathComponent("book.vcf")
        try Data(Self.card.utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path]).run(in: vault)

        func lines() throws -> [String?]? {
            try FindPerson("vera").run(in: vault).extra["holdfast.example:categories"]?.arrayValue?.map { $0.arrayValue?.last?.stringValue }
        }
        #expect(try lines() == ["Secret\\, mine,Old", "Kept"])
        _ = try SayOfPerson(.tag("new"), of: "vera").run(in: vault)
        #expect(try lines() == ["Secret\\, mine,Old", "Kept"])
        _ = try SayOfPerson(.untag("Secret, mine"), of: "vera").run(in: vault)
        #expect(try lines() == ["Kept"])
        _ = try SayOfPerson(.untag("Kept"), of: "vera").run(in: vault)
        #expect(try lines() == nil)
        #expect(try FindPerson("vera").run(in: vault).tags.map(\.value) == ["Old", "new"])
    }
}
