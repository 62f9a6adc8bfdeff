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

    /// What an import looked like before and after it was done.
    private struct Imported {
        var files: ImportFiles
        var preview: PreviewImport.Outcome
        var outcome: ImportFiles.Outcome
    }

    /// Fills a vault with the sample, and a person with what one writes of them.
    ///
    /// - Returns: the import that changes most.
    private static func fill(_ vault: Vault) throws -> Imported {
        func path(_ name: String) -> String { sample.appendingPathComponent(name).path }
        _ = try ImportFiles(paths: [path("Basic_LinkedInDataExport_05-14-2024")]).run(in: vault)
        let files = ImportFiles(paths: [path("Connections.csv")], options: ImportOptions(exportedOn: CalendarDate(iso: "2026-02-08")))
        let imported = Imported(files: files, preview: try PreviewImport(files).run(in: vault), outcome: try files.run(in: vault))
        let words: [SayOfPerson.Word] = [
            .edit(.birthday, "1980-05-14"), .edit(.address, ";;Musterstr. 5;Berlin;;10115;Germany"), .tag("client"),
        ]
        _ = try SayOfPerson(words, of: "raman").run(in: vault)
        _ = try ImportFiles(paths: [path("AddressBook.vcf")]).run(in: vault)
        return imported
    }

    /// A page's own part: what stands around it is the same on all.
    private static func main(_ page: some Page, _ room: Frame.Room, _ texts: Texts) throws -> String {
        let html = try Views().html(page, in: Frame(title: "T", room: room, texts: texts, formToken: "token"))
        let start = try #require(html.firstRange(of: "<main"))
        let end = try #require(html.firstRange(of: "</main>"))
        // An asset's address has the hash of all of them.
        return String(html[start.lowerBound..<end.upperBound]).replacing(sample.path, with: "Sample").replacing(
            /\/assets\/[0-9a-f]+\//, with: "/assets/") + "\n"
    }

    /// The page models, by the name they are kept under, with the room each stands in.
    private static func pages(_ vault: Vault, _ imported: Imported, _ texts: Texts) throws -> [(
        name: String, room: Frame.Room, page: any Page
    )] {
        try looking(vault, texts) + judging(vault, texts) + handling(vault, imported, texts)
    }

    private static func looking(_ vault: Vault, _ texts: Texts) throws -> [(name: String, room: Frame.Room, page: any Page)] {
        let raman = try PortrayPerson("raman").run(in: vault)
        let card = try ExportPerson("raman", extent: .essentials).run(in: vault).bytes
        let changes = ChangesQuery(kind: nil)
        let changed = try ListChanges(since: nil).latest(ChangesPage.mostShown, after: 0, in: vault, where: changes.means)
        let companies = ChangesQuery(fields: { $0 == "by" ? ["company"] : [] })
        let grouped = try GroupChanges(since: nil, limit: ChangesPage.mostCompanies, shown: ChangesPage.mostOfCompany)
            .run(in: vault, where: companies.means)
        func changesPage(_ query: ChangesQuery, _ found: ChangesPage.Found) -> ChangesPage {
            ChangesPage(
                query, found, offset: 0, feed: "/changes.atom", calendar: "/anniversaries.ics", subscription: nil, texts: texts)
        }
        return [
            (
                "people", .people,
                PeoplePage(query: "", listing: try BrowsePeople(PeopleFilter([])).run(in: vault), problem: nil, texts: texts)
            ),
            (
                "people-refused", .people,
                PeoplePage(
                    query: "has:nothing", listing: PeopleListing(people: [], offset: 0, count: 0, isCountComplete: true),
                    problem: "“has:nothing” is no condition.", texts: texts)
            ),
            ("person", .people, PersonPage(raman, card: card, texts: texts)),
            (
                "person-refused", .people,
                PersonPage(
                    raman, card: nil, texts: texts,
                    refused: .init(place: "email", typed: ["was-email": "", "email": "none"], reason: "“none” is none."))
            ),
            ("changes", .changes, changesPage(changes, .changes(changed.changes, count: changed.count))),
            (
                "changes-by-company", .changes,
                changesPage(companies, .companies(grouped.groups, count: grouped.companies, changes: grouped.changes))
            ),
        ]
    }

    private static func judging(_ vault: Vault, _ texts: Texts) throws -> [(name: String, room: Frame.Room, page: any Page)] {
        var likeliest = LikeliestSuggestions(ReviewPage.suggestionsShown)
        let survey = try SurveyContacts(asOf: day).run(in: vault) { likeliest.add($0) }
        let duplicates = ListDuplicates()
        let standing = try duplicates.standing(in: vault)
        let pair = try #require(try duplicates.pair(at: 0, in: vault))
        func duplicatesPage(_ people: (Person, Person)?, skip: Int) -> DuplicatesPage {
            DuplicatesPage(
                people: people, explanation: people == nil ? nil : pair.explanation, skip: skip, standing: standing, texts: texts)
        }
        return [
            ("duplicates", .duplicates, duplicatesPage((pair.first, pair.second), skip: 0)),
            ("duplicates-none", .duplicates, duplicatesPage(nil, skip: 1_000)),
            ("review", .review, ReviewPage(survey, suggestions: likeliest, texts: texts)),
            ("suggestions", .review, SuggestionsPage(SuggestionWish { _ in nil }, suggestions: likeliest, texts: texts)),
        ]
    }

    private static func handling(_ vault: Vault, _ imported: Imported, _ texts: Texts) throws -> [(
        name: String, room: Frame.Room, page: any Page
    )] {
        let log = try ShowLog().run(in: vault)
        let wish = HandOverWish { ["to": "hubspot", "recipient": "our CRM"][$0] }
        var held: [HeldBack] = []
        let handedOver = try #require(wish.handOver).run(in: vault, to: .nowhere, onHeldBack: { held.append($0) })
        let report = try vault.verify()
        let explored = try ImportDonePage.steps(of: imported.outcome).map { try ExploreImport($0).run(in: vault) }
        return [
            (
                "import-empty", .import,
                ImportPage(isEmpty: true, mostBytes: 1 << 30, recent: [], guides: [("linkedin", "LinkedIn")], texts: texts)
            ),
            (
                "import-preview", .import,
                ImportPreviewPage(
                    imported.preview, of: imported.files, canBeReadOtherwise: true, names: ["Connections.csv"], address: "/import/1",
                    texts: texts)
            ),
            ("import-done", .import, ImportDonePage(imported.outcome, explored, isSample: false, texts: texts)),
            ("hand-over", .handOver, HandOverPage(wish, outcome: handedOver, held: held, receipts: [], texts: texts)),
            (
                "sources", .sources,
                SourcesPage(try ReportStatus(asOf: day).run(in: vault), snapshots: try ListSnapshots().run(in: vault), texts: texts)
            ),
            ("imported", .sources, ImportedPage(try ExploreImport(2...2).run(in: vault), texts: texts)),
            (
                "log", .settings,
                LogPage(log, names: try ShowLog().names(for: log.map(\.decision), in: vault), before: nil, texts: texts)
            ),
            ("settings", .settings, SettingsPage(chosen: nil, version: "1", vault: "vault", people: 1_234, bytes: 5 << 20, texts: texts)),
            ("safe-keeping", .settings, SafeKeepingPage(report: report, checked: nil, failure: nil, texts: texts)),
        ]
    }

    @Test("Every page of the sample is as it was kept, in both languages", arguments: [Language.english, .german])
    func kept(_ language: Language) throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(path: folder.path("vault.sqlite"), clock: .fixed(on: Self.day))
        let imported = try Self.fill(vault)
        let isKeeping = ProcessInfo.processInfo.environment["KEEP_PAGES"] != nil
        let texts = Texts(language)
        for (name, room, page) in try Self.pages(vault, imported, texts) {
            let html = try Self.main(page, room, texts)
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
