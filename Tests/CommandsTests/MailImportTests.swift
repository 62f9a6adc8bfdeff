import Foundation
import Testing

/// Mail and calendars through the built program.
@Suite("Mail comes in")
struct MailImportTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    private static func mail(_ name: String) -> String {
        Repository.root.appendingPathComponent("Tests/ContactFormatsTests/Fixtures/mail").appendingPathComponent(name).path
    }

    @Test("A mailbox gives people with what was exchanged, and its owner is nobody's contact")
    func gmail() throws {
        let path = Self.mail("gmail/All mail Including Spam and Trash.mbox")
        let run = try holdfast("import", "--json", path)
        #expect(run.status == 0, "\(run)")
        let files = try run.object["files"].elements
        #expect(files.map { $0["format"].string } == ["mbox-correspondents", "mbox-owner"])
        #expect(files.first?["source"].string == "Mail (ada@example.com)")
        #expect(files.first?["rows"].integer == 9)
        let people = try holdfast("people", "--json").objects
        #expect(people.compactMap { $0["name"].string }.sorted() == ["Bob Builder", "Cy Clerk", "Dee", "Zoë Müller"])
        let shown = try holdfast("show", "bob@example.org")
        #expect(shown.text.contains("first: 2023-01-01; last: 2023-01-02; received: 1; sent: 1"), "\(shown)")
        #expect(try holdfast("show", "ada@example.com").text.contains("you"))
        #expect(try holdfast("verify").status == 0)
        let again = try holdfast("import", "--json", path).object
        #expect(again["files"].elements.allSatisfy { $0["already_imported"] == .bool(true) })
        let snapshot = try #require(files.first?["snapshot"].string)
        let copy = workshop.path("copy")
        #expect(try holdfast("original", snapshot, "-o", copy).status == 0)
        #expect(FileManager.default.contents(atPath: copy) == FileManager.default.contents(atPath: path))
    }

    @Test("Words say whose mailbox it is and what was left out")
    func words() throws {
        let run = try holdfast("import", Self.mail("gmail/All mail Including Spam and Trash.mbox"))
        let owner = "The mailbox is that of Ada Owner, ada@example.com, going by 1 mail in its folder of sent mail."
        #expect(run.text.contains(owner), "\(run)")
        #expect(run.text.contains("Mails left out: 1 spam, 1 deleted, 1 drafts, 1 chats."), "\(run)")
    }

    @Test(
        "Folders of Thunderbird, of Maildir, of single mails, and a zip of them", arguments: ["thunderbird", "maildir", "eml"],
        [false, true])
    func folders(name: String, isZipped: Bool) throws {
        let path = isZipped ? try workshop.zip(Self.mail(name), to: "mail.zip") : Self.mail(name)
        let run = try holdfast("import", path)
        #expect(run.status == 0, "\(run)")
        #expect(try holdfast("people", "--json").objects.count == ["thunderbird": 1, "maildir": 3, "eml": 6][name])
        #expect(try holdfast("verify").status == 0)
    }

    @Test("A mailbox and a calendar of the same people make them once")
    func meeting() throws {
        #expect(try holdfast("import", Self.mail("maildir"), Self.mail("calendar/google.ics")).status == 0)
        let people = try holdfast("people", "--json").objects
        #expect(people.count == 3, "\(people.map { $0["name"] })")
        let shown = try holdfast("show", "bob@example.org").text
        #expect(shown.contains("mail") && shown.contains("meetings"), "\(shown)")
    }

    @Test("Bytes called a mailbox are refused with what to do, and kept from doing harm")
    func binary() throws {
        let path = try workshop.write("x.mbox", bytes: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
        let run = try holdfast("import", path)
        #expect(run.status == 65, "\(run)")
        #expect(run.errors.contains("Nothing was imported"), "\(run)")
    }
}
