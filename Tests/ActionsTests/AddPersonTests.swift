import Actions
import ContactFormats
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

@Suite("Somebody added by hand")
final class AddPersonTests {
    private let folder: TemporaryFolder
    private let vault: Vault

    init() throws {
        folder = try TemporaryFolder()
        vault = try Vault(path: folder.path("vault.sqlite"))
    }

    deinit { try? vault.close() }

    /// A list of connections with one person in it.
    private func importConnections() throws {
        let path = try folder.write(
            "Connections.csv",
            """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Ada,Example,https://www.linkedin.com/in/ada-1,ada@example.com,Example Ltd,Partner,08 Feb 2024
            """)
        _ = try ImportFiles(paths: [path]).run(in: vault)
    }

    private static let ada = AddPerson(
        name: "Dr. Ada Example",
        settings: [
            .init(.company, "Example Ltd"), .init(.title, "Partner"), .init(.email, "ada@example.com"), .init(.email, "ada@home.example"),
            .init(.phone, "+49 30 23125 100"), .init(.url, "www.linkedin.com/in/ada-1"), .init(.birthday, "1980-05-14"),
            .init(.address, ";;Musterweg 1;Berlin;;10115;Germany"), .init(.nickname, "Addie"),
        ], tags: ["fair"], notes: ["Met in Hamburg."])

    private func names() throws -> [String] { try BrowsePeople(.everybody).run(in: vault).people.map(\.displayName) }

    private func checkSound() throws {
        let report = try VerifyVault().run(in: vault)
        #expect(report.isSound, "\(report)")
    }

    @Test("is there with all that was said, each with its origin and day")
    func whole() throws {
        let outcome = try Self.ada.run(in: vault)
        let person = try FindPerson("ada").run(in: vault)
        #expect(person.id == outcome.person.id && outcome.known.isEmpty)
        #expect(person.names.first?.value == PersonName(prefix: "Dr.", given: "Ada", family: "Example"))
        #expect(person.companies.map(\.value) == ["Example Ltd"] && person.titles.map(\.value) == ["Partner"])
        #expect(person.emails.map(\.value.address) == ["ada@example.com", "ada@home.example"])
        #expect(person.phones.map(\.value.number) == ["+49 30 23125 100"])
        #expect(person.links.map(\.value.service) == ["LinkedIn"])
        #expect(person.birthday?.value.description == "1980-05-14" && person.nicknames.map(\.value) == ["Addie"])
        #expect(person.addresses.map(\.value.line) == [PostalAddress(text: ";;Musterweg 1;Berlin;;10115;Germany").line])
        #expect(person.tags.map(\.value) == ["fair"] && person.notes.map(\.value) == ["Met in Hamburg."])
        #expect(person.standing == .contact)
        let origin = try #require(person.emails.first?.provenance.first)
        #expect(origin.source == "By hand" && origin.firstSeen == Clock.system.today && origin.snapshot != nil)
        try checkSound()
    }

    @Test("is one step, which one undo takes back, and another does again")
    func undone() throws {
        let step = try Self.ada.run(in: vault).step
        let log = try ShowLog().run(in: vault)
        #expect(log.map(\.decision.step) == [step])
        let undo = try UndoStep(nil).run(in: vault)
        #expect(undo.undone.step == step)
        #expect(try names().isEmpty)
        try checkSound()
        _ = try UndoStep(undo.step.step).run(in: vault)
        #expect(try names() == ["Dr. Ada Example"])
        #expect(try FindPerson("ada").run(in: vault).tags.map(\.value) == ["fair"])
        try checkSound()
    }

    @Test("stays as it was when others are added, also of the same name, and is confirmed by none of them")
    func others() throws {
        let ada = try at("2026-02-01") { try Self.ada.run(in: $0).person }
        try at("2026-03-01") { vault in
            _ = try AddPerson(name: "Ben Beispiel", settings: [.init(.phone, "+44 7700 900123")], tags: ["tennis"]).run(in: vault)
            _ = try AddPerson(name: "Ben Beispiel", settings: [.init(.company, "Muster GmbH")]).run(in: vault)
        }
        #expect(try names().sorted() == ["Ben Beispiel", "Ben Beispiel", "Dr. Ada Example"])
        let now = try FindPerson("ada").run(in: vault)
        #expect(now.id == ada.id && now.emails.map(\.provenance) == ada.emails.map(\.provenance))
        #expect(now.tags.map(\.value) == ["fair"] && now.lastConfirmed == CalendarDate(iso: "2026-02-01"))
        #expect(try BrowsePeople(PeopleFilter(["tag:tennis"])).run(in: vault).people.count == 1)
        // The one before is not changed by taking back a later one, nor the later one by taking back an earlier.
        let first = try #require(try ShowLog().run(in: vault).first?.decision.step)
        _ = try UndoStep(first).run(in: vault)
        #expect(try names() == ["Ben Beispiel", "Ben Beispiel"])
        #expect(try BrowsePeople(PeopleFilter(["tag:tennis"])).run(in: vault).people.count == 1)
        try checkSound()
    }

    /// The vault, with another day of today.
    private func at<Result>(_ day: String, _ body: (Vault) throws -> Result) throws -> Result {
        let other = try Vault(path: folder.path("vault.sqlite"), clock: .fixed(on: #require(CalendarDate(iso: day))))
        defer { try? other.close() }
        return try body(other)
    }

    @Test(
        "becomes one person with whoever is here by the same address or profile, and it is said",
        arguments: [
            EditPeople.Change.Setting(.email, "ADA@example.com"), .init(.url, "https://linkedin.com/in/Ada-1/"),
        ])
    func known(setting: EditPeople.Change.Setting) throws {
        try importConnections()
        let before = try FindPerson("ada").run(in: vault)
        let outcome = try AddPerson(
            name: "Ada Example", settings: [setting, .init(.phone, "+49 30 23125 100")], tags: ["fair"]
        ).run(in: vault)
        #expect(outcome.known.map(\.source) == ["LinkedIn"] && outcome.known.map(\.card.name.display) == ["Ada Example"])
        #expect(outcome.person.id == before.id && outcome.person.standing == .connected)
        #expect(outcome.person.phones.map(\.value.number) == ["+49 30 23125 100"] && outcome.person.tags.map(\.value) == ["fair"])
        #expect(try names() == ["Ada Example"])
        try checkSound()
        _ = try UndoStep(nil).run(in: vault)
        #expect(try FindPerson("ada").run(in: vault).phones.isEmpty)
    }

    @Test("A later export joins the one who was added, under whatever order it comes")
    func later() throws {
        _ = try Self.ada.run(in: vault)
        try importConnections()
        #expect(try names().count == 1)
        let person = try FindPerson("ada").run(in: vault)
        #expect(person.standing == .connected && person.phones.count == 1 && person.tags.map(\.value) == ["fair"])
        try checkSound()
    }

    @Test("can be erased without a trace, also where there is nothing but a name, and is not let in again by the address")
    func erased() throws {
        _ = try Self.ada.run(in: vault)
        _ = try AddPerson(name: "Zelda Quirrenbach", notes: ["Sphinxenfels"]).run(in: vault)
        _ = try AddPerson(name: "Ben Beispiel").run(in: vault)
        for words in ["zelda", "ada"] { _ = try ErasePerson(words).run(in: vault) }
        #expect(try names() == ["Ben Beispiel"])
        for snapshot in try ListSnapshots().run(in: vault) {
            var bytes: [UInt8] = []
            _ = try ReadOriginal(snapshot: snapshot.id.description).run(in: vault) { bytes += $0 }
            let text = String(decoding: bytes, as: UTF8.self)
            for mark in ["Zelda", "Quirrenbach", "Sphinxenfels", "ada@example.com", "Hamburg"] { #expect(!text.contains(mark), "\(mark)") }
        }
        let steps = try ShowLog().run(in: vault).map(\.decision)
        #expect(!"\(steps)".contains("Zelda"))
        let refusal = try #require(throws: VaultError.self) { try Self.ada.run(in: vault) }
        #expect(refusal.code == .refused && refusal.message.contains("was erased here"))
        // Nothing but the name is known of her: that is no reason to keep a namesake out.
        _ = try AddPerson(name: "Zelda Quirrenbach").run(in: vault)
        #expect(try names().count == 2)
        try checkSound()
    }

    @Test("goes along in an archive, and its file into another vault")
    func carriedOn() throws {
        _ = try Self.ada.run(in: vault)
        _ = try AddPerson(name: "Ben Beispiel", tags: ["tennis"]).run(in: vault)
        let archive = folder.path("archive.zip")
        _ = try ExportArchive(to: archive).run(in: vault)
        let other = try Vault(path: folder.path("other.sqlite"))
        defer { try? other.close() }
        _ = try ImportFiles(paths: [archive]).run(in: other)
        #expect(try VaultPortrait(of: other).difference(from: VaultPortrait(of: vault)) == "")
        #expect(try VerifyVault().run(in: other).isSound)
        // By itself the file is a hand-out like any other.
        let third = try Vault(path: folder.path("third.sqlite"))
        defer { try? third.close() }
        for (place, snapshot) in try ListSnapshots().run(in: vault).enumerated() {
            var bytes: [UInt8] = []
            _ = try ReadOriginal(snapshot: snapshot.id.description).run(in: vault) { bytes += $0 }
            _ = try ImportFiles(paths: [folder.write("\(place)/any name", bytes)]).run(in: third)
        }
        #expect(try VaultPortrait(of: third).difference(from: VaultPortrait(of: vault)) == "")
    }

    @Test("The list stands in the status as one, with how many there are")
    func status() throws {
        for name in ["Ada Example", "Ben Beispiel", "Carla Muster"] { _ = try AddPerson(name: name).run(in: vault) }
        let later = CalendarDate(daysSince1970: Clock.system.today.daysSince1970 + 400)
        let status = try ReportStatus(asOf: later).run(in: vault)
        let source = try #require(status.sources.first)
        #expect(status.sources.count == 1 && source.source == "By hand" && source.list == "by-hand")
        #expect(source.rows == 3 && source.snapshots == 3)
        #expect(status.advice.isEmpty && status.warnings.isEmpty)
        #expect(try ReviewContacts(asOf: later).run(in: vault).exports.isEmpty)
    }

    @Test(
        "What can't be is refused with a reason, and nobody is added",
        arguments: [
            (AddPerson(settings: [.init(.title, "Partner")]), "Nothing says who it is"),
            (AddPerson(name: " "), "the text is empty"),
            (AddPerson(name: "Ada", settings: [.init(.email, "no address")]), "is no e-mail address"),
            (AddPerson(name: "Ada", settings: [.init(.phone, "none")]), "has no digit"),
            (AddPerson(name: "Ada", settings: [.init(.birthday, "someday")]), "is no birthday"),
            (AddPerson(name: "Ada", settings: [.init(.family, "Example")]), "The name is given twice"),
            (AddPerson(settings: [.init(.given, "Ada"), .init(.given, "Eve")]), "The given is given twice"),
            (AddPerson(name: "Ada", tags: [""]), "the text is empty"), (AddPerson(name: "Ada", notes: [" \n"]), "the text is empty"),
        ])
    func refused(action: AddPerson, reason: String) throws {
        let refusal = try #require(throws: VaultError.self) { try action.run(in: vault) }
        #expect(refusal.code == .refused && refusal.message.contains(reason), "\(refusal.message)")
        #expect(try names().isEmpty && ShowLog().run(in: vault).isEmpty && ListSnapshots().run(in: vault).isEmpty)
    }

    @Test(
        "A company, an address or a number alone is enough",
        arguments: [
            (EditPeople.Change.Setting(.company, "Muster GmbH"), "Muster GmbH"),
            (EditPeople.Change.Setting(.email, "office@muster.example"), "office@muster.example"),
            (EditPeople.Change.Setting(.phone, "+44 7700 900123"), "+44 7700 900123"),
        ])
    func little(setting: EditPeople.Change.Setting, name: String) throws {
        #expect(try AddPerson(settings: [setting]).run(in: vault).person.displayName == name)
    }
}
