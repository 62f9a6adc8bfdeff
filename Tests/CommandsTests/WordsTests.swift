import Foundation
import Testing

/// What people are told: who is meant by a step, what was understood of a search, what is waited for.
@Suite("What people are told")
struct WordsTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    private func take(_ rows: [String], on day: String = "2024-01-01") throws {
        let file = try workshop.write("in.csv", ([Connections.header] + rows).joined(separator: "\n"))
        try #require(holdfast("import", "--exported-on", day, file).status == 0)
    }

    private let ada = "Ada,Example,https://www.linkedin.com/in/ada,ada@example.com,Example Inc.,Partner,08 Feb 2020"
    private let bo = "Bo,Muster,https://www.linkedin.com/in/bo,bo@example.org,Muster GmbH,Partner,08 Feb 2021"

    @Test("Where no pair is listed it is said why, and only what is so; who one is not sure of is put aside and back")
    func pairs() throws {
        #expect(try holdfast("duplicates").errors.contains("There is nobody to compare yet."))
        let others = (1...40).map { "Given\($0),Family\($0),https://www.linkedin.com/in/p\($0),,Firm \($0),Partner,08 Feb 2021" }
        try take([ada] + others)
        #expect(try holdfast("duplicates").errors.contains("one list of connections, in which nobody stands twice"))
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\nTEL:+49 30 5550100\r\nEND:VCARD\r\n"
        try #require(holdfast("import", workshop.write("book.vcf", card)).status == 0)
        let pair = try #require(try holdfast("duplicates", "--json").objects.first)
        let ids = [pair["first"]["id"].string, pair["second"]["id"].string].compactMap(\.self)
        try #require(ids.count == 2)
        let said = try holdfast.run(["unsure"] + ids)
        #expect(said.status == 0 && said.errors.contains("are put aside. To take it back: holdfast undo 3"), "\(said)")
        #expect(try holdfast("duplicates").errors.contains("1 pair is put aside: holdfast duplicates --aside"))
        #expect(try holdfast("duplicates", "--aside", "--json").objects.count == 1)
        #expect(try holdfast("log").text.contains("put Ada Example and Ada Example aside, not sure whether they are one"))
        try #require(holdfast("undo").status == 0)
        #expect(try holdfast("duplicates", "--aside").errors.contains("Nobody is put aside."))
        try #require(holdfast.run(["distinct"] + ids).status == 0)
        #expect(try holdfast("duplicates").errors.contains("No pair waits any more: you have said who is who."))
    }

    @Test("The log and undo call people by the names they have now, and those who were put together by both")
    func namesInLog() throws {
        try take([ada, bo])
        let ids = try holdfast("people", "--json").objects.compactMap { $0["id"].string }
        for words in [["tag", "ada", "vip"], ["note", "ada", "Met in Bern"], ["merge"] + ids] {
            try #require(holdfast.run(words).status == 0, "\(words)")
        }
        let log = try holdfast("log").text
        #expect(log.contains("put the tag “vip” on Bo Muster"), "\(log)")
        #expect(log.contains("wrote a note on Bo Muster: Met in Bern"), "\(log)")
        #expect(log.contains("said that Ada Example and Bo Muster are one"), "\(log)")
        let undone = try holdfast("undo", "2").errors
        #expect(undone.contains("(put the tag “vip” on Bo Muster)"), "\(undone)")
    }

    @Test("Who is no longer there is called by the beginning of an id")
    func namelessInLog() throws {
        try take([ada])
        try #require(holdfast("tag", "ada", "vip").status == 0)
        try #require(holdfast("undo", "1").status == 0)
        let log = try holdfast("log").text
        #expect(log.contains(/put the tag “vip” on [0-9a-f]{8}/), "\(log)")
    }

    @Test("A search that finds nobody says what it was read as, where quotes are missing")
    func missingQuotes() throws {
        try take([ada])
        try #require(holdfast("tag", "ada", "big client").status == 0)
        let run = try holdfast("people", "--where", "tag:big client")
        #expect(run.errors.contains("Nobody fits.") && run.errors.contains("tag “big” and the word “client”"), "\(run)")
        #expect(run.errors.contains("'tag:\"big client\"'"), "\(run)")
        #expect(try holdfast("people", "--where", "tag:\"big client\"").lines.count == 1)
        #expect(try holdfast("people", "--where", "tag:nobody").errors == "Nobody fits.\n")
    }

    @Test("A span that ends before it begins is refused", arguments: ["connected:2022..2019", "moved:2026-03..2026-02"])
    func emptySpan(condition: String) throws {
        try take([ada])
        let run = try holdfast("people", "--where", condition)
        #expect(run.status == 64 && run.errors.contains("“\(condition)” ends before it begins"), "\(run)")
        #expect(try holdfast("people", "--where", "connected:2019..2022").lines.count == 1)
    }

    @Test("A day that has not come yet is no day of a hand-out, and nothing is imported")
    func dayToCome() throws {
        let file = try workshop.write("in.csv", "\(Connections.header)\n\(ada)\n")
        let run = try holdfast("import", "--exported-on", "2199-01-01", file)
        #expect(run.status == 64 && run.errors.contains("“2199-01-01” has not come yet"), "\(run)")
        #expect(workshop.names() == ["in.csv"])
    }

    @Test("What somebody is called in passing is no former name; what a later export calls otherwise is")
    func formerNames() throws {
        try take([bo])
        try take([bo.replacing("Muster,", with: "Muster-Neu,")], on: "2025-01-01")
        let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Bo M. Muster-Neu\nEMAIL:bo@example.org\nURL:https://www.linkedin.com/in/bo\nEND:VCARD\n"
        try #require(holdfast("import", "--exported-on", "2020-01-01", workshop.write("book.vcf", card)).status == 0)
        let shown = try holdfast("show", "bo").text
        #expect(shown.contains(#/Was called +Bo Muster /#), "\(shown)")
        #expect(shown.contains(#/Also called +Bo M\. Muster-Neu /#), "\(shown)")
    }

    @Test("A pipe nobody writes to yet is waited for in words")
    func namedPipe() throws {
        let run = try holdfast.shell(
            "mkfifo pipe; (sleep 0.5; printf '\(Connections.header)\\n\(ada)\\n' > pipe) & \"$holdfast\" import pipe")
        #expect(run.status == 0 && run.errors.contains("Waiting for a program to write to the pipe pipe."), "\(run)")
        #expect(try holdfast("people").lines.count == 1)
    }

    @Test("A tag with a comma is one tag after our own formats too", arguments: ["csv", "excel-csv", "jsonl"])
    func tagWithComma(format: String) throws {
        try take([ada])
        try #require(holdfast("tag", "ada", "vip, star").status == 0)
        try #require(holdfast("export", "--to", format, "-o", workshop.path("out")).status == 0)
        let again = workshop.path("again.sqlite")
        try #require(holdfast("--vault", again, "import", workshop.path("out")).status == 0)
        let tags = try holdfast("--vault", again, "people", "--json").objects.map { $0["tags"] }
        #expect(tags == [.array([.string("vip, star")])], "\(tags)")
    }

    @Test("The day of connecting comes back from our own formats, and makes nobody a connection", arguments: ["csv", "jsonl"])
    func connectedOn(format: String) throws {
        try take([ada])
        try #require(holdfast("export", "--to", format, "-o", workshop.path("out")).status == 0)
        let again = workshop.path("again.sqlite")
        try #require(holdfast("--vault", again, "import", workshop.path("out")).status == 0)
        let person = try #require(try holdfast("--vault", again, "people", "--json").objects.first)
        #expect(person["connected_on"].string == "2020-02-08" && person["standing"].string == "contact", "\(person)")
        #expect(try holdfast("--vault", again, "verify").status == 0)
    }
}
