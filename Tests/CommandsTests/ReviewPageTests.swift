import Foundation
import Testing

/// `review --html`, as a person runs it.
@Suite("The review as a page")
struct ReviewPageTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws {
        workshop = try Workshop()
        _ = try holdfast("import", try workshop.write("Connections.csv", Connections.file(60)), "--exported-on", "2021-01-02")
        _ = try holdfast(
            "import", try workshop.write("Later.csv", Connections.file(60, company: "Muster")), "--exported-on", "2023-01-02")
    }

    @Test("The page is written whole, in the language asked for, else in that of the surroundings")
    func languages() throws {
        let run = try holdfast("review", "--html", workshop.path("review.html"))
        #expect(run.status == 0 && run.output.isEmpty && run.errors.contains("60 people"), "\(run)")
        let english = String(decoding: try #require(workshop.bytes("review.html")), as: UTF8.self)
        #expect(english.contains("<html lang=\"en\">") && english.hasSuffix("</html>\n"))
        #expect(english.contains("Who moved in 2023") && english.matches(of: #/<svg role="img"/#).count >= 8)
        let german = try holdfast("review", "--html", "-", with: ["LC_ALL": "de_DE.UTF-8"])
        #expect(german.text.contains("<html lang=\"de\">") && german.text.hasSuffix("</html>\n"))
        #expect(try holdfast("review", "--html", "-", "--language", "en", with: ["LC_ALL": "de_DE.UTF-8"]).text.contains("lang=\"en\""))
    }

    @Test("What can't be written leaves what stood there, and the vault is never written over")
    func places() throws {
        #expect(try holdfast("review", "--html", workshop.path("no/where.html")).status == 73)
        #expect(try holdfast("review", "--html", workshop.path("vault.sqlite")).status == 73)
        #expect(try holdfast("people", "--json").lines.count == 60)
        #expect(workshop.names(in: ".").filter { $0.hasSuffix(".html") }.isEmpty)
    }

    @Test("Options that contradict each other are refused", arguments: [["--findings"], ["--json"], ["--language", "fr"]])
    func contradictions(further: [String]) throws {
        let run = try holdfast.run(["review", "--html", workshop.path("review.html")] + further)
        #expect(run.status == 64, "\(run)")
    }
}
