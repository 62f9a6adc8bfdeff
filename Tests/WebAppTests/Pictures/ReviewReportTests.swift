import Actions
import ContactModel
import ContactQuality
import Foundation
import TestSupport
import Testing
import Vault
@testable import WebApp

@Suite("The review in pictures")
struct ReviewReportTests {
    private static let today = CalendarDate(daysSince1970: 20_200)

    /// A vault with three exports of a network, an address book and a name made to break the page.
    private static func survey() throws -> ContactSurvey {
        let folder = try TemporaryFolder()
        let vault = try Vault(path: folder.path("vault.sqlite"), clock: .fixed(on: today))
        defer { try? vault.close() }
        let network = InventedNetwork(seed: 5, count: 60)
        for days in [18_500, 19_300, 20_088] {
            let day = CalendarDate(daysSince1970: days)
            let path = try folder.write("connections-\(day).csv", ConnectionsFile.withURL.bytes(network.rows(on: day)))
            _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: day)).run(in: vault)
        }
        let book = """
            BEGIN:VCARD
            VERSION:3.0
            N:<script>alert(1)</script>;"><img src=x>;;;
            FN:"><img src=x> <script>alert(1)</script>
            ORG:</svg></style><script src="https://evil.example/x.js">
            TEL:+49 30 1234567
            END:VCARD

            """
        let path = try folder.write("book.vcf", book.replacing("\n", with: "\r\n"))
        _ = try ImportFiles(paths: [path], options: ImportOptions(source: "Book & <Co>")).run(in: vault)
        return try SurveyContacts(asOf: today).run(in: vault)
    }

    @Test("The page runs nothing, loads nothing and names each picture, in both languages", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let html = ReviewReport(of: try Self.survey(), texts: Texts(language)).html
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
        for forbidden in ["<script", "javascript:", "<img", "<iframe", "<link", "@import", "url(", " style=\""] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
        #expect(!html.contains(#/<[^>]* on[a-z]+=/#))
        // Every address leads to a place on the page itself.
        for link in html.matches(of: #/(?:href|src|action)="([^"]*)"/#) { #expect(link.output.1.hasPrefix("#"), "\(link.output.1)") }
        // A text without its key would stand there as the key.
        #expect(html.firstMatch(of: />(picture|report)[A-Z][\w.]*</) == nil)
        let words = html[(html.firstRange(of: "</style>")?.upperBound ?? html.startIndex)...]
        #expect(words.firstMatch(of: /\{\w+\}/) == nil, "a value was not put in")
    }

    @Test("Each picture has a heading, a sentence, a drawing with title and description, and a table with headings")
    func structure() throws {
        let survey = try Self.survey()
        let pictures = ReviewPictures(of: survey, texts: Texts(.english)).all
        #expect(
            Set(pictures.map(\.id)).isSuperset(of: [
                "picture-reach", "picture-score", "picture-steps", "picture-trend", "picture-staleness", "picture-growth", "picture-months",
                "picture-companies", "picture-overlap",
            ]))
        #expect(pictures.contains { $0.id.hasPrefix("picture-moves-") })
        for picture in pictures {
            #expect(!picture.title.isEmpty && picture.answer.hasSuffix("."), "\(picture.id): \(picture.answer)")
            #expect(picture.svg.hasPrefix("<svg role=\"img\" aria-labelledby=\"\(picture.id)-title \(picture.id)-desc\""))
            #expect(picture.svg.contains("<title id=\"\(picture.id)-title\">") && picture.svg.contains("<desc id=\"\(picture.id)-desc\">"))
            #expect(
                picture.table.rows.count > 0 && picture.table.rows.allSatisfy { $0.count == picture.table.columns.count }, "\(picture.id)")
            let html = picture.html(linksToLists: false)
            #expect(html.contains("<caption>") && html.contains("scope=\"col\"") && html.contains("scope=\"row\""))
            #expect(!html.contains("NaN") && !html.contains("inf"))
            let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
            #expect(ids.count == Set(ids).count, "\(picture.id)")
        }
        #expect(Set(pictures.map(\.id)).count == pictures.count)
    }

    @Test("Each band of the moves stands in a table with its people, who are named besides where they moved last")
    func bands() throws {
        let survey = try Self.survey()
        let year = try #require(survey.moves.years.first)
        let picture = try #require(Picture.moves(in: year, of: survey, Texts(.english)))
        let flows = survey.moves.flows(in: year, most: 7)
        #expect(picture.further?.rows.map { $0.last?.text } == flows.map { String($0.people) })
        #expect(picture.table.rows.allSatisfy { $0[0].page?.hasPrefix("/people/") == true })
        #expect(picture.html(linksToLists: false).contains("<summary>From company to company in \(year)</summary>"))
    }

    @Test("Every drawing is well-formed XML, whatever people are called")
    func wellFormed() throws {
        for language in Language.allCases {
            for picture in ReviewPictures(of: try Self.survey(), texts: Texts(language)).all {
                let parser = Process()
                parser.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                parser.arguments = ["python3", "-c", "import sys, xml.dom.minidom; xml.dom.minidom.parseString(sys.stdin.buffer.read())"]
                let (input, complaint) = (Pipe(), Pipe())
                parser.standardInput = input
                parser.standardError = complaint
                try parser.run()
                input.fileHandleForWriting.write(Data(picture.svg.utf8))
                try input.fileHandleForWriting.close()
                let text = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                parser.waitUntilExit()
                #expect(parser.terminationStatus == 0, "\(picture.id): \(text)")
            }
        }
    }

    @Test("Numbers lead to the list of their people on the server, and to nothing in a file")
    func links() throws {
        let pictures = ReviewPictures(of: try Self.survey(), texts: Texts(.english))
        #expect(pictures.html(linksToLists: true).contains("<a href=\"/review/list?of=by&amp;way=nothing\">"))
        #expect(!pictures.html(linksToLists: false).contains("<a "))
        for picture in pictures.all {
            for query in picture.table.rows.joined().compactMap(\.query) {
                #expect(throws: Never.self, "\(query)") { try PeopleFilter([query]) }
            }
        }
    }

    @Test("The numbers are those of the review, and the tables sum to them")
    func numbers() throws {
        let survey = try Self.survey()
        #expect(survey.people > 30)
        #expect(survey.reach.total == survey.people)
        #expect(survey.reach[.nothing] == survey.review.tally.unreachable)
        #expect(survey.growth.total == survey.people)
        #expect(survey.overlap.combinations.reduce(0) { $0 + $1.people } == survey.people)
        #expect(survey.trend.points.last?.people == survey.people)
        #expect(survey.trend.points.count == 4)
    }

    @Test("A vault with nobody in it makes a page that says how to begin")
    func empty() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(path: folder.path("vault.sqlite"))
        let html = ReviewReport(of: try SurveyContacts(asOf: Self.today).run(in: vault), texts: Texts(.english)).html
        #expect(!html.contains("<svg") && html.contains("holdfast guide linkedin"))
    }

    @Test(
        "A hundred squares are shared out so that nobody is rounded away",
        arguments: [[1, 0, 0, 0, 99_999], [333, 333, 334], [0, 0, 7], [50, 50], [1, 1, 1, 1, 1]])
    func squares(counts: [Int]) {
        let squares = Picture.squares(counts)
        #expect(squares.count == 100)
        for (group, count) in counts.enumerated() { #expect((squares.filter { $0 == group }.count > 0) == (count > 0)) }
    }

    @Test(
        "The surroundings tell the language",
        arguments: [
            (["LANG": "de_DE.UTF-8"], "de"), (["LANG": "de_DE.UTF-8", "LC_ALL": "C"], "en"), (["LC_MESSAGES": "de"], "de"), ([:], "en"),
            (["LANG": "fr_FR"], "en"), (["LANG": "de", "LC_ALL": ""], "de"),
        ])
    func languages(environment: [String: String], language: String) {
        #expect(Language(environment: environment).rawValue == language)
    }
}
