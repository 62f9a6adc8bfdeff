import Actions
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

@testable import WebApp

/// Each page model of the sample's vault, drawn on a day that stands still, beside the page that was kept: whoever changes a page sees in
/// the difference what they changed. `KEEP_PAGES=1 swift test --filter KeptPagesTests` keeps them anew.
@Suite("Pages as they were kept")
struct KeptPagesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("KeptPages")
    private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sample")
        .standardized

    private static let day = CalendarDate(daysSince1970: 20_780)

    private static func fill(_ vault: Vault) throws {
        _ = try ImportFiles(paths: [sample.appendingPathComponent("Basic_LinkedInDataExport_05-14-2024").path]).run(in: vault)
        _ = try ImportFiles(
            paths: [sample.appendingPathComponent("Connections.csv").path],
            options: ImportOptions(exportedOn: CalendarDate(iso: "2026-02-08"))
        ).run(in: vault)
        let words: [SayOfPerson.Word] = [
            .edit(.birthday, "1980-05-14"), .edit(.address, ";;Musterstr. 5;Berlin;;10115;Germany"), .tag("client"),
        ]
        _ = try SayOfPerson(words, of: "raman").run(in: vault)
    }

    /// A page's own part: what stands around it is the same on all.
    private static func main(_ page: some Page, _ room: Frame.Room, _ texts: Texts) throws -> String {
        let html = try Views().html(page, in: Frame(title: "T", room: room, texts: texts, formToken: "token"))
        let start = try #require(html.firstRange(of: "<main"))
        let end = try #require(html.firstRange(of: "</main>"))
        // An asset's address has the hash of all assets' content.
        return String(html[start.lowerBound..<end.upperBound]).replacing(sample.path, with: "Sample").replacing(
            /\/assets\/[0-9a-f]{8,}\//, with: "/assets/") + "\n"
    }

    private static func pages(_ vault: Vault, _ texts: Texts) throws -> [(name: String, html: String)] {
        var likeliest = LikeliestSuggestions(ReviewPage.suggestionsShown)
        let survey = try SurveyContacts(asOf: day).run(in: vault) { likeliest.add($0) }
        let raman = try PortrayPerson("raman").run(in: vault)
        let card = try ExportPerson("raman", extent: .essentials).run(in: vault).bytes
        let duplicates = ListDuplicates()
        let standing = try duplicates.standing(in: vault)
        let pair = try duplicates.pair(at: 0, in: vault)
        let log = try ShowLog().run(in: vault)
        let changes = ChangesQuery(kind: nil)
        let changed = try ListChanges(since: nil).latest(ChangesPage.mostShown, after: 0, in: vault, where: changes.means)
        return [
            (
                "people",
                try main(
                    PeoplePage(query: "", listing: BrowsePeople(PeopleFilter([])).run(in: vault), problem: nil, texts: texts), .people,
                    texts)
            ),
            ("person", try main(PersonPage(raman, card: card, texts: texts), .people, texts)),
            (
                "person-refused",
                try main(
                    PersonPage(
                        raman, card: nil, texts: texts,
                        refused: .init(place: "email", typed: ["was-email": "", "email": "none"], reason: "“none” is none.")), .people,
                    texts)
            ),
            (
                "duplicates",
                try main(
                    DuplicatesPage(
                        people: pair.map { ($0.first, $0.second) }, explanation: pair?.explanation, skip: 0, standing: standing,
                        texts: texts),
                    .duplicates, texts)
            ),
            ("review", try main(ReviewPage(survey, suggestions: likeliest, texts: texts), .review, texts)),
            (
                "changes",
                try main(
                    ChangesPage(
                        changes, .changes(changed.changes, count: changed.count), offset: 0, feed: "/changes.atom",
                        calendar: "/anniversaries.ics", subscription: nil, texts: texts),
                    .changes, texts)
            ),
            (
                "sources",
                try main(
                    SourcesPage(ReportStatus(asOf: day).run(in: vault), snapshots: ListSnapshots().run(in: vault), texts: texts), .sources,
                    texts)
            ),
            (
                "log",
                try main(
                    LogPage(log, names: ShowLog().names(for: log.map(\.decision), in: vault), before: nil, texts: texts), .settings, texts)
            ),
        ]
    }

    @Test("Every page of the sample is as it was kept, in both languages", arguments: [Language.english, .german])
    func kept(_ language: Language) throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(path: folder.path("vault.sqlite"), clock: .fixed(on: Self.day))
        try Self.fill(vault)
        let isKeeping = ProcessInfo.processInfo.environment["KEEP_PAGES"] != nil
        for (name, html) in try Self.pages(vault, Texts(language)) {
            let file = Self.folder.appendingPathComponent("\(name).\(language.rawValue).html")
            if isKeeping {
                try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
                try html.write(to: file, atomically: true, encoding: .utf8)
                continue
            }
            let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            let now = html.split(separator: "\n", omittingEmptySubsequences: false)
            let difference = zip(kept, now).enumerated().first { $0.element.0 != $0.element.1 }
            #expect(
                kept.count == now.count && difference == nil,
                "\(file.lastPathComponent), line \((difference?.offset ?? min(kept.count, now.count)) + 1): \(difference?.element.1 ?? "")")
        }
        if isKeeping { Issue.record("The pages were kept anew. Look at what changed, and run this again without KEEP_PAGES.") }
        try vault.close()
    }
}
