import Actions
import ContactFormats
import ContactModel
import Foundation
import Testing
import Vault
@testable import WebApp

@Suite("The pages of import, changes and hand-over")
struct FlowPagesTests {
    private let english = Texts(.english)
    private let german = Texts(.german)

    private func html(_ page: some Page, _ texts: Texts) throws -> String {
        try Views().html(page, in: Frame(title: "T", room: .import, texts: texts, formToken: "abc"))
    }

    @Test(
        "An import says how far it is: rows, how many there are once they are counted, and whether it waits",
        arguments: [
            (true, nil, nil, 0, "0 rows read"), (true, 1_200, nil, 3, "1,200 rows read"),
            (false, nil, 5_000, 1, "0 of 5,000 rows taken in"),
            (false, nil, 5_000, 2, "Waiting: another import is at work."), (false, 1, 5_000, 2, "1 of 5,000 rows taken in"),
            (false, 4_000, nil, 9, "4,000 rows taken in"),
            // A file that is looked at and lengthens has more than were counted.
            (false, 6_000, 5_000, 9, "6,000 rows taken in"),
        ] as [(Bool, Int?, Int?, Int, String)])
    func progress(isPreview: Bool, rows: Int?, allRows: Int?, seconds: Int, words: String) {
        let state = ImportState(
            isPreview: isPreview, progress: rows.map { ImportProgress(rows: $0, share: 0.5) }, allRows: allRows, seconds: seconds)
        #expect(state.words(Texts(.english)) == words && state.share == rows.map { _ in 0.5 })
        #expect(state.since(Texts(.english)).contains("\(seconds) second"))
    }

    @Test("An empty vault greets with the drop zone, the sample and the way to LinkedIn; a filled one without the greeting")
    func importPage() throws {
        func page(isEmpty: Bool, _ texts: Texts) throws -> String {
            try html(
                ImportPage(isEmpty: isEmpty, mostBytes: 4 << 30, recent: [], guides: [("linkedin", "LinkedIn")], texts: texts), texts)
        }
        let empty = try page(isEmpty: true, english)
        #expect(empty.contains("enctype=\"multipart/form-data\"") && empty.contains("action=\"/import/sample\""))
        #expect(empty.contains("name=\"token\" value=\"abc\"") && empty.contains("Up to 4.3 GB."))
        #expect(try !page(isEmpty: false, english).contains("/import/sample"))
        #expect(try page(isEmpty: true, german).contains("Bis zu 4,3 GB."))
    }

    @Test("Days, sizes and numbers are written as the language has them")
    func values() throws {
        let day = try #require(CalendarDate(iso: "2026-03-05"))
        #expect(english.day(day) == "5 Mar 2026" && german.day(day) == "5. März 2026")
        #expect(english.moment("2026-03-05T16:24:03.120Z") == "5 Mar 2026, 16:24")
        #expect(english.size(999) == "999 B" && english.size(4_200_000) == "4.2 MB" && german.size(4_200_000) == "4,2 MB")
    }

    @Test("A long list is shown in stretches, with the ways to the one before and the one after")
    func stretches() throws {
        func stretch(_ offset: Int, _ shown: Int, of count: Int) -> ListStretch? {
            ListStretch(address: "/review/list?of=reachable", offset: offset, shown: shown, count: count, most: 500, texts: english)
        }
        #expect(stretch(0, 500, of: 500) == nil)
        let first = try #require(stretch(0, 500, of: 1_204))
        #expect(first.text == "1–500 of 1,204" && first.earlier == nil && first.later == "/review/list?of=reachable&offset=500")
        let last = try #require(stretch(1_000, 204, of: 1_204))
        #expect(last.text == "1,001–1,204 of 1,204" && last.earlier == "/review/list?of=reachable&offset=500" && last.later == nil)
        #expect(stretch(500, 500, of: 1_204)?.earlier == "/review/list?of=reachable")
        #expect(stretch(9_000, 0, of: 1_204)?.later == nil, "beyond the end there is nothing further")
    }

    @Test("A change's query keeps the other parts of the address, and nothing else gets into it")
    func query() {
        let query = ChangesQuery(since: "2026-01-31", kind: "moved", company: "  Muster & Co ", by: "company")
        #expect(query.address() == "/changes?since=2026-01-31&kind=moved&company=Muster%20%26%20Co&by=company")
        #expect(query.address(kind: .some(nil), isByCompany: false) == "/changes?since=2026-01-31&company=Muster%20%26%20Co")
        #expect(ChangesQuery(since: "tomorrow", kind: "eaten").address() == "/changes")
    }

    @Test("Lines of a calendar are folded between characters, and text values escaped")
    func folding() {
        let folded = AnniversaryCalendar.lines(["SUMMARY:" + String(repeating: "ü", count: 80)])
        let lines = folded.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.count > 2)
        #expect(folded.replacing("\r\n ", with: "") == "SUMMARY:" + String(repeating: "ü", count: 80) + "\r\n")
        #expect(AnniversaryCalendar.escaped("a,b;c\\d\ne\u{7}") == "a\\,b\\;c\\\\d\\ne")
    }

    @Test("What XML can't have is left out of the feed, what it reads as markup escaped")
    func xml() {
        #expect("<a href=\"x\">&\u{0}\u{FFFF}\u{1F600}".escaped == "&lt;a href=&quot;x&quot;&gt;&amp;  \u{1F600}")
    }

    @Test("Every format can be chosen, has a name and a hint in both languages, and what is escaped stays escaped")
    func targets() throws {
        let wish = HandOverWish { ["to": "csv", "q": "\"><script>"][$0] }
        for texts in [english, german] {
            let page = try html(HandOverPage(wish, outcome: nil, held: [], receipts: [], texts: texts), texts)
            for format in ExportFormat.allCases.map(\.rawValue) {
                #expect(page.contains("value=\"\(format)\""), "\(format)")
                #expect(texts.keys.contains("handOverTarget_\(format.replacing("-", with: "_"))"), "\(format)")
                #expect(texts.keys.contains("handOverHint_\(format.replacing("-", with: "_"))"), "\(format)")
            }
            #expect(!page.contains("<script>\"") && page.contains("&quot;&gt;&lt;script&gt;"))
        }
    }
}
