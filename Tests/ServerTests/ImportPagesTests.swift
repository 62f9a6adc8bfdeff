import Actions
import ContactModel
import Foundation
import Server
import Testing
import TestSupport
import Vault

@Suite("Importing by the page", .fewAtOnce)
struct ImportPagesTests {
    private static let connections = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Example,https://www.linkedin.com/in/ada-example,ada@muster.example,Muster GmbH,Partner,14 Feb 2024
        Zoë,Müller,https://www.linkedin.com/in/zoe-mueller,,Example Inc.,Director,15 Mar 2024

        """

    @Test("Who has nothing yet is led to where contacts come in, with the way to them")
    func welcome() async throws {
        let visitor = try await Visitor()
        #expect(visitor.place(try await visitor.get("/")) == "/import")
        let page = try await visitor.get("/import").text
        #expect(page.contains("type=\"file\"") && page.contains("Try it with a sample network"))
        let guide = try await visitor.get("/guides/linkedin")
        #expect(guide.status == 200 && guide.text.contains("<h2>"))
        #expect(
            guide.text.contains("action=\"/import\"") && guide.text.contains("type=\"file\""), "the file is dropped where the guide ends")
        #expect(try await visitor.get("/guides/nowhere").status == 404)
        await visitor.leave()
    }

    @Test("A file is shown before it comes in, comes in on a word, and can be taken back")
    func whole() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(try await visitor.upload([("Connections.csv", Self.connections)]))
        #expect(job.hasPrefix("/import/"))
        let preview = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(preview.contains("Ada Example") && preview.contains("LinkedIn: connections, in full") && preview.contains("2 rows"))
        #expect(try Self.peopleCount(visitor) == 0, "nothing comes in before the word")
        let refused = try await visitor.post("\(job)/confirm", [("exportedOn", "2199-05-14"), ("source", "")])
        #expect(refused.status == 422 && refused.text.contains("can’t lie in the future"))
        #expect(try Self.peopleCount(visitor) == 0, "a day that has not come yet is no day of a hand-out")
        #expect(visitor.place(try await visitor.post("\(job)/confirm", [("exportedOn", "2024-05-14"), ("source", "")])) == job)
        let done = try #require(try await visitor.page(job, showing: "Your contacts are in"))
        #expect(done.contains("2 people are in your contact book now."))
        #expect(try Self.peopleCount(visitor) == 2)
        let snapshots = try Self.vault(visitor) { try ListSnapshots().run(in: $0) }
        #expect(snapshots.first?.exportedOn.description == "2024-05-14" && snapshots.first?.path == "Connections.csv")
        let steps = try #require(done.firstMatch(of: /name="steps" value="([\d ]+)"/)).output.1
        #expect(visitor.place(try await visitor.post("/log/undo", [("steps", String(steps))])).hasPrefix("/log?undone="))
        #expect(try Self.peopleCount(visitor) == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: visitor.folder.path("")).filter { $0.hasPrefix(".holdfast-upload") }
        #expect(left == [], "the uploaded file is removed")
        await visitor.leave()
    }

    /// What a page's numbers say, by the word each stands beside, and where it leads.
    private static func figures(_ page: String) -> [(count: String, path: String)] {
        page.matches(of: /<a class="figure" href="([^"]+)"><strong>([\d,]+)<\/strong>/).map { (String($0.output.2), String($0.output.1)) }
    }

    @Test("Who changes and who leaves is named before the word; each number of what came in leads to those it counts, later too")
    func exploring() async throws {
        let visitor = try await Visitor()
        func takeIn(_ text: String, on day: String, after look: (String) -> Void = { _ in }) async throws -> (job: String, page: String) {
            let job = visitor.place(try await visitor.upload([("Connections.csv", text)]))
            look(try #require(try await visitor.page(job, showing: "This is what is in it")))
            _ = try await visitor.post("\(job)/confirm", [("exportedOn", day), ("source", "")])
            return (job, try #require(try await visitor.page(job, showing: "Your contacts are in")))
        }
        let first = Self.connections + "Bo,Probe,https://www.linkedin.com/in/bo-probe,,Probe AG,Analyst,16 Mar 2024\n"
        _ = try await takeIn(first, on: "2024-05-14")
        let second =
            Self.connections.replacing("Muster GmbH", with: "Beispiel AG")
            + "Mia,Beispiel,https://www.linkedin.com/in/mia-beispiel,,,,1 Feb 2026\n"
        let (job, done) = try await takeIn(second, on: "2026-02-08") { preview in
            #expect(preview.contains("<span class=\"was\">Muster GmbH</span>") && preview.contains("Beispiel AG"), "who moves, from and to")
            #expect(preview.contains("Who is no longer in it") && preview.contains("Bo Probe"))
            #expect(Self.figures(preview).isEmpty, "nobody is in yet who could be looked at")
        }
        #expect(done.contains("<h1 tabindex=\"-1\" autofocus>"), "reading begins at what came of it")
        let figures = Self.figures(done)
        #expect(figures.map(\.count) == ["1", "1", "1", "1"], "new, changed, unchanged, gone")
        for (figure, name) in zip(figures, ["Mia Beispiel", "Ada Example", "Zoë Müller", "Bo Probe"]) {
            let people = try await visitor.get(figure.path).text
            #expect(people.contains("data-count=\"1\"") && people.contains(">\(name)</span>"), "\(figure.path)")
        }
        #expect(done.matches(of: /class="was">Muster GmbH/).count == 1)
        _ = try await takeIn(first.replacing("Analyst", with: "Director"), on: "2025-01-01")
        let later = try await visitor.get(job).text
        #expect(Self.figures(later).map(\.path) == figures.map(\.path) && Self.figures(later).map(\.count) == figures.map(\.count))
        #expect(try await visitor.get("/log").text.contains("<a dir=\"auto\" href=\"/imports/2\">Connections.csv</a>"))
        #expect(try await visitor.get("/sources").text.contains("href=\"/imports/2\""))
        let lookedAt = try await visitor.get("/imports/2").text
        #expect(Self.figures(lookedAt).map(\.path) == figures.map(\.path))
        _ = try await visitor.post("/log/undo", [("steps", "2")])
        for path in [job, "/imports/2"] {
            let undone = try await visitor.get(path).text
            #expect(
                undone.contains("This import was taken back") && Self.figures(undone).isEmpty && !undone.contains("Take the import back"))
        }
        let nobody = try await visitor.get(figures[0].path)
        #expect(nobody.status == 200 && nobody.text.contains("It counts nobody any more"), "the search says why")
        #expect(try await visitor.get("/imports/99").status == 404)
        await visitor.leave()
    }

    @Test("Several lists at once are counted together as well, everybody once")
    func severalLists() async throws {
        let visitor = try await Visitor()
        let cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nEMAIL:ada@muster.example\r\nEND:VCARD\r\n"
        let job = visitor.place(try await visitor.upload([("Connections.csv", Self.connections), ("book.vcf", cards)]))
        _ = try #require(try await visitor.page(job, showing: "All lists together"))
        _ = try await visitor.post("\(job)/confirm", [("exportedOn", "2024-05-14"), ("source", "")])
        let done = try #require(try await visitor.page(job, showing: "Your contacts are in"))
        #expect(Self.figures(done).map(\.count) == ["2", "2", "1"] && done.contains("All lists together"))
        let all = try await visitor.get(try #require(Self.figures(done).first).path).text
        #expect(all.contains("data-count=\"2\""))
        await visitor.leave()
    }

    @Test("What a column holds can be put right before the import")
    func mapping() async throws {
        let visitor = try await Visitor()
        let table =
            "Wer;Wo;Durchwahl\nAda Example;ada@muster.example;4711\nBo Muster;bo@muster.example;4712\nMia Probe;mia@muster.example;4713\n"
        let job = visitor.place(try await visitor.upload([("Kunden.csv", table)]))
        let preview = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(preview.contains("What the columns hold") && preview.contains("4712"), "each column shows some of its values")
        _ = try await visitor.post("\(job)/confirm", [("map-0-0", "name"), ("map-0-1", "email"), ("map-0-2", "department")])
        #expect(try await visitor.page(job, showing: "Your contacts are in") != nil)
        let units = try Self.vault(visitor) { vault in
            var units: [String] = []
            try ListPeople(.everybody).run(in: vault) { person in
                units += person.organizations.flatMap(\.value.units)
                return true
            }
            return units
        }
        #expect(units.sorted() == ["4711", "4712", "4713"])
        let again = visitor.place(try await visitor.upload([("Kunden.csv", table)]))
        _ = try #require(try await visitor.page(again, showing: "imported before"))
        _ = try await visitor.post("\(again)/preview", [("map-0-0", "name"), ("map-0-1", "email"), ("map-0-2", "notes")])
        #expect(try await visitor.page(again, showing: "would be taken back") != nil, "what was imported can be read otherwise")
        await visitor.leave()
    }

    @Test("What can't be used is a sentence on the page, and nothing comes in")
    func failures() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(try await visitor.upload([("holiday.jpg", "\u{1}\u{2}\u{3}nothing")]))
        let page = try #require(try await visitor.page(job, showing: "<h1>Nothing was imported</h1>"))
        #expect(page.contains("holiday.jpg") && !page.contains(".holdfast-upload"), "the file is called as it came")
        #expect(page.contains("href=\"/guides\"") && !page.contains("`holdfast"), "nobody is sent to the command line")
        #expect(!(try await visitor.get("/import").text.contains("waits for your word")), "nothing is left to say a word about")
        let left = try FileManager.default.contentsOfDirectory(atPath: visitor.folder.path("")).filter { $0.hasPrefix(".holdfast-upload") }
        #expect(left == [], "what can't be used is kept no longer")
        #expect(!page.contains("/confirm\">\n<input") || !page.contains("Import</button>"))
        #expect(try await visitor.upload([]).status == 400)
        #expect(try await visitor.get("/import/none-such").status == 404)
        await visitor.leave()
    }

    @Test("A table in which nothing tells who is who comes in once somebody says what its columns hold")
    func unknownTable() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(try await visitor.upload([("choir.csv", "x,y\nBob,07911 123456\nTim,07911 222333\n")]))
        let asked = try #require(try await visitor.page(job, showing: "<h1>What do the columns hold?</h1>"))
        #expect(asked.contains("07911 222333") && asked.contains("name=\"map-unknown-0-1\"") && !asked.contains(">Import</button>"))
        #expect(asked.contains("<option value=\"phone\" selected>"), "what can be guessed is")
        #expect(try await visitor.get("/import").text.contains("waits for your word"))
        _ = try await visitor.post("\(job)/preview", [("map-unknown-0-0", "given"), ("map-unknown-0-1", "phone")])
        let preview = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(preview.contains("Bob") && preview.contains("2 rows"))
        _ = try await visitor.post("\(job)/confirm", [("map-0-0", "given"), ("map-0-1", "phone")])
        #expect(try await visitor.page(job, showing: "Your contacts are in") != nil)
        #expect(try Self.peopleCount(visitor) == 2)
        await visitor.leave()
    }

    @Test("The parts of one list that are dropped together are shown as one, come in as one, and drive nobody out")
    func parts() async throws {
        let visitor = try await Visitor()
        let parts = [
            ("clients1.csv", "Wer;Mail\nAda Example;ada@muster.example\nBo Muster;bo@muster.example\n"),
            ("clients2.csv", "Wer;Mail\nCy Probe;cy@muster.example\nMia Probe;mia@muster.example\n"),
        ]
        let job = visitor.place(try await visitor.upload(parts))
        let preview = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(preview.contains("4 rows") && preview.contains("One list in 2 parts: clients1.csv, clients2.csv."))
        _ = try await visitor.post("\(job)/confirm", [("map-0-0", "name"), ("map-0-1", "email")])
        #expect(try await visitor.page(job, showing: "4 people are in your contact book now.") != nil)
        #expect(try Self.peopleCount(visitor) == 4)
        let other = visitor.place(try await visitor.upload([("clients.csv", "Wer;Mail\nZoe Probe;zoe@muster.example\n")]))
        let apart = try #require(try await visitor.page(other, showing: "This is what is in it"))
        #expect(apart.contains("“Address book (clients 2)”") && apart.contains("nobody counts as gone"))
        await visitor.leave()
    }

    @Test("Of several files, what is said of one's columns is said of no other's")
    func mappingOfOne() async throws {
        let visitor = try await Visitor()
        let table = "Wer;Wo;Durchwahl\nBo Muster;bo@muster.example;4712\nMia Probe;mia@muster.example;4713\n"
        let job = visitor.place(try await visitor.upload([("Connections.csv", Self.connections), ("Kunden.csv", table)]))
        _ = try #require(try await visitor.page(job, showing: "This is what is in it"))
        _ = try await visitor.post("\(job)/confirm", [("map-1-0", "name"), ("map-1-1", "email"), ("map-1-2", "department")])
        let done = try #require(try await visitor.page(job, showing: "Your contacts are in"))
        #expect(!done.contains("notice bad"))
        #expect(try Self.peopleCount(visitor) == 4)
        await visitor.leave()
    }

    /// A table without a heading whose first row is taken for one: of its first person no address is known.
    private static let headless = """
        Anna Beispiel,unbekannt,Berlin
        Bo Muster,bo@muster.example,Hamburg
        Mia Probe,mia@muster.example,Bonn
        Kim Test,kim@test.example,Bremen

        """

    @Test("Whether the first row is a heading or somebody already can be said, and the same file is read so again")
    func firstRow() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(try await visitor.upload([("Liste.csv", Self.headless)]))
        let guessed = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(guessed.contains("3 rows") && guessed.contains("<legend>The first row</legend>"))
        #expect(guessed.contains("name=\"first-0\" value=\"heading\" checked") && guessed.contains(">Anna Beispiel</span>"))
        // A form says of every column what was guessed of it, too.
        let columns = [("map-0-0", "name"), ("map-0-1", "email"), ("map-0-2", "keep")]
        _ = try await visitor.post("\(job)/preview", columns + [("first-0", "person")])
        let said = try #require(try await visitor.page(job, showing: "4 rows"))
        #expect(said.contains("name=\"first-0\" value=\"person\" checked"))
        _ = try await visitor.post(
            "\(job)/confirm", [("map-0-0", "name"), ("map-0-1", "email"), ("map-0-2", "city"), ("first-0", "person")])
        #expect(try await visitor.page(job, showing: "Your contacts are in") != nil)
        #expect(try Self.peopleCount(visitor) == 4)
        let again = visitor.place(try await visitor.upload([("Liste.csv", Self.headless)]))
        #expect(try await visitor.page(again, showing: "imported before") != nil, "what was said of it counts")
        #expect(try Self.vault(visitor) { try $0.verify() }.isSound, "and when its original is read again")
        await visitor.leave()
    }

    @Test("That the first row is a heading is remembered for tables with the same one")
    func heading() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(
            try await visitor.upload([("a.csv", "Alpha;4711\nAda Example;ada@muster.example\nBo Muster;bo@muster.example\n")]))
        #expect(try await visitor.page(job, showing: "3 rows") != nil)
        _ = try await visitor.post("\(job)/preview", [("first-0", "heading")])
        #expect(try await visitor.page(job, showing: "2 rows") != nil)
        _ = try await visitor.post("\(job)/confirm", [("first-0", "heading")])
        #expect(try await visitor.page(job, showing: "Your contacts are in") != nil)
        let other = visitor.place(try await visitor.upload([("b.csv", "Alpha;4711\nMia Probe;mia@muster.example\n")]))
        let preview = try #require(try await visitor.page(other, showing: "This is what is in it"))
        #expect(preview.contains("1 row") && preview.contains("name=\"first-0\" value=\"heading\" checked"))
        #expect(try Self.vault(visitor) { try $0.verify() }.isSound)
        await visitor.leave()
    }

    @Test("A file can be read as something else than it was taken for, and as that again")
    func otherKind() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(try await visitor.upload([("Connections.csv", Self.connections)]))
        let first = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(first.contains("LinkedIn: connections, in full") && first.contains("<select id=\"as-0\" name=\"as-0\">"))
        for format in ImportFiles.formats { #expect(first.contains("<option value=\"\(format)\">")) }
        _ = try await visitor.post("\(job)/preview", [("as-0", "csv")])
        let table = try #require(try await visitor.page(job, showing: "What the columns hold"))
        #expect(table.contains("<option value=\"csv\" selected>") && !table.contains("connections, in full"))
        _ = try await visitor.post("\(job)/preview", [("as-0", "vcard")])
        let none = try #require(try await visitor.page(job, showing: "can’t be read as “vCards”"))
        #expect(none.contains("<details class=\"more\" open>"), "and something else can be chosen")
        _ = try await visitor.post("\(job)/preview", [("as-0", "")])
        #expect(try await visitor.page(job, showing: "LinkedIn: connections, in full") != nil)
        _ = try await visitor.post("\(job)/confirm", [("as-0", "csv")])
        #expect(try await visitor.page(job, showing: "Your contacts are in") != nil)
        #expect(try Self.vault(visitor) { try ListSnapshots().run(in: $0) }.first?.source.hasPrefix("Address book") == true)
        await visitor.leave()
    }

    @Test("A file keeps the time the browser says it has; a time to come is none")
    func times() async throws {
        let visitor = try await Visitor()
        let table = "Name,E-Mail\nBo Muster,bo@muster.example\nMia Probe,mia@muster.example\n"
        let job = visitor.place(
            try await visitor.upload(
                [("a.csv", table), ("b.csv", table + "Kim Muster,kim@muster.example\n")],
                fields: [("modified", "1577880000000 99999999999999")]))
        let preview = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(preview.contains("on 1 Jan 2020, by the file’s own time"))
        #expect(preview.matches(of: /by the file’s own time/).count == 2 && !preview.contains("5138"))
        await visitor.leave()
    }

    @Test("The sample comes with one click: people, changes, and a way out")
    func sample() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(try await visitor.post("/import/sample"))
        let done = try #require(try await visitor.page(job, showing: "The sample network is in"))
        #expect(try Self.peopleCount(visitor) > 200)
        #expect(try await visitor.get("/changes").text.contains("moved"))
        let steps = try #require(done.firstMatch(of: /name="steps" value="([\d ]+)"/)).output.1
        let later = try await visitor.get("/import").text
        #expect(later.contains("Take the sample out") && later.contains("name=\"steps\" value=\"\(steps)\""), "later too")
        #expect(
            visitor.place(try await visitor.post("/log/undo", [("steps", String(steps)), ("to", "/import")])).hasPrefix("/import?undone="))
        #expect(try Self.peopleCount(visitor) == 0)
        #expect(!(try await visitor.get("/import").text.contains("Take the sample out")))
        await visitor.leave()
    }

    @Test("An upload that is too large is refused, and leaves nothing behind")
    func tooLarge() async throws {
        var configuration = Visitor.configuration
        configuration.mostUploadBytes = 1_000
        let visitor = try await Visitor(configuration)
        let answer = try await visitor.upload([("large.csv", String(repeating: "x", count: 5_000))])
        #expect(answer.status == 413 && answer.text.contains("larger than this server takes"))
        let left = try FileManager.default.contentsOfDirectory(atPath: visitor.folder.path("")).filter { $0.hasPrefix(".holdfast-upload") }
        #expect(left == [])
        await visitor.leave()
    }

    // MARK: Looking into the vault

    static func vault<Result>(_ visitor: Visitor, _ body: (Vault) throws -> Result) throws -> Result {
        let vault = try Vault(path: visitor.vaultPath)
        defer { try? vault.close() }
        return try body(vault)
    }

    static func peopleCount(_ visitor: Visitor) throws -> Int64 {
        try vault(visitor) { try $0.peopleByStanding().filter { $0.key != .owner && $0.key != .acquaintance }.values.reduce(0, +) }
    }
}

extension Visitor {
    /// The configuration of a server on a free port.
    static var configuration: ServerConfiguration { ServerConfiguration(port: 0) }
}
