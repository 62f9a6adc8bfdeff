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
        #expect(visitor.place(try await visitor.post("\(job)/confirm", [("exportedOn", "2024-05-14"), ("source", "")])) == job)
        let done = try #require(try await visitor.page(job, showing: "Your contacts are in"))
        #expect(done.contains("2 people in all: 2 new"))
        #expect(try Self.peopleCount(visitor) == 2)
        let snapshots = try Self.vault(visitor) { try ListSnapshots().run(in: $0) }
        #expect(snapshots.first?.exportedOn.description == "2024-05-14" && snapshots.first?.path == "Connections.csv")
        let steps = try #require(done.firstMatch(of: /name="steps" value="([\d ]+)"/)).output.1
        #expect(visitor.place(try await visitor.post("/log/undo", [("steps", String(steps))])) == "/log")
        #expect(try Self.peopleCount(visitor) == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: visitor.folder.path("")).filter { $0.hasPrefix(".holdfast-upload") }
        #expect(left == [], "the uploaded file is removed")
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
        await visitor.leave()
    }

    @Test("What can't be used is a sentence on the page, and nothing comes in")
    func failures() async throws {
        let visitor = try await Visitor()
        let job = visitor.place(try await visitor.upload([("holiday.jpg", "\u{1}\u{2}\u{3}nothing")]))
        let page = try #require(try await visitor.page(job, showing: "This is what is in it"))
        #expect(page.contains("holiday.jpg") && !page.contains(".holdfast-upload"), "the file is called as it came")
        #expect(!page.contains("/confirm\">\n<input") || !page.contains("Import</button>"))
        #expect(try await visitor.upload([]).status == 400)
        #expect(try await visitor.get("/import/none-such").status == 404)
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
        _ = try await visitor.post("/log/undo", [("steps", String(steps))])
        #expect(try Self.peopleCount(visitor) == 0)
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
