import ContactModel
import Foundation
import Testing

@testable import ContactFormats

/// The mailboxes of `Fixtures/mail`, as a person would import them.
@Suite("The mailboxes of the corpus")
struct MailFixtureTests {
    struct Box: CustomTestStringConvertible, Sendable {
        var path: String
        var format: String
        var contacts: [String]
        var acquaintances: [String] = []
        var testDescription: String { path }
    }

    static let boxes: [Box] = [
        Box(
            path: "gmail/All mail Including Spam and Trash.mbox", format: "mbox",
            contacts: ["bob@example.org Bob Builder", "cy@example.net Cy Clerk", "dee@example.net Dee", "zoe@firm.example Zoë Müller"]),
        Box(path: "thunderbird", format: "mbox", contacts: ["bob@example.org Bob Builder"]),
        Box(path: "maildir", format: "maildir", contacts: ["bob@example.org Bob", "cy@example.net Cy", "dee@example.org "]),
        Box(
            path: "eml", format: "eml",
            contacts: [
                "eve@example.net Eve Apple", "ichiro@example.org 鈴木一郎", "ivan@example.net Иван Петров", "juergen@example.de Jürgen Groß",
                "li@例え.example 李小龍", "sakura@example.org 佐藤さくら",
            ]),
        Box(
            path: "calendar/google.ics", format: "ics", contacts: ["bob@example.org Bob Builder", "cy@example.net Cy Clerk"],
            acquaintances: ["dee@example.net Dee"]),
    ]

    @Test("Each gives its people and its owner", arguments: boxes)
    func box(_ box: Box) throws {
        let handOut = try HandOutFormat.recognise(Parcel.open(path: Fixtures.mail(box.path)))
        var people: [EntryList: [String]] = [:]
        for table in handOut.tables {
            #expect(table.format.hasPrefix(box.format + "-"))
            _ = try table.read { event in
                guard case .entry(let entry) = event else { return }
                people[table.list, default: []].append("\(entry.card.emails.first?.address ?? "?") \(entry.card.name.display)")
            }
        }
        #expect(people[.correspondents]?.sorted { $0.lowercased() < $1.lowercased() } == box.contacts)
        #expect((people[.messages] ?? []) == box.acquaintances)
        #expect(people[.owner]?.map { $0.prefix { $0 != " " } } == ["ada@example.com"])
    }

    @Test("A format that is asked for takes only its own", arguments: ["mbox", "maildir", "eml", "ics"])
    func named(format: String) throws {
        let formats = try [#require(HandOutFormat.named(format))]
        // The files of a Maildir are single mails as well, for who asks for those.
        for box in Self.boxes where !(format == "eml" && box.format == "maildir") {
            let parcel = try Parcel.open(path: Fixtures.mail(box.path))
            if box.format == format {
                #expect(try HandOutFormat.recognise(parcel, among: formats).tables.isEmpty == false)
            } else {
                #expect(throws: InputError.self) { try HandOutFormat.recognise(parcel, among: formats) }
            }
        }
    }
}

private enum Fixtures {
    static func mail(_ path: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/mail/\(path)").path
    }
}
