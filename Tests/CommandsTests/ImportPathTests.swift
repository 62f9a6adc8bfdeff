import Foundation
import Testing

/// The main path: what LinkedIn hands out goes in, shows, and comes out again byte for byte.
@Suite("The way in")
struct ImportPathTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    /// Each file, and how many people it gives.
    static let files: [(String, Int)] = [
        ("era-a-outlook.csv", 3), ("era-a-yahoo.csv", 2), ("era-b-tags.csv", 5), ("era-b-unspaced.csv", 5), ("era-c1.csv", 5),
        ("era-c2.csv", 5),
        ("era-d.csv", 5), ("era-e.csv", 5), ("excel-german.csv", 5), ("excel-german-1252.csv", 5), ("excel-us-short.csv", 5),
        ("excel-uk-slashes.csv", 5), ("excel-ambiguous.csv", 2), ("excel-spanish.csv", 5), ("excel-serial.csv", 5),
        ("excel-unicode-text.txt", 5),
        ("excel-sep-line.csv", 5), ("excel-padded-preamble.csv", 5), ("excel-split-preamble.csv", 5), ("excel-whole-lines-quoted.csv", 5),
        ("preamble-cut-by-hand.csv", 5), ("preamble-lone-cr.csv", 5), ("numbers-reordered.csv", 2), ("localised-german.csv", 5),
        ("localised-french.csv", 5), ("sorted-header-in-the-middle.csv", 5), ("pasted-together.csv", 8),
    ]

    @Test("A connections file of any time, and after any program", arguments: files)
    func file(name: String, people: Int) throws {
        let path = Repository.linkedIn(name)
        let run = try holdfast("import", path)
        #expect(run.status == 0, "\(run)")
        #expect(run.errors.isEmpty, "\(run)")
        let listed = try holdfast("people", "--json").objects
        #expect(listed.count == people, "\(listed.map { $0["name"] })")
        #expect(listed.allSatisfy { !($0["name"].string ?? "").isEmpty })
        #expect(listed.allSatisfy { $0["standing"] == .string("connected") }, "\(listed.map { $0["standing"] })")
        try checkOriginals(of: [path])
        #expect(try holdfast("verify").status == 0)
    }

    @Test(
        "The file's name says nothing: any name will do, and none through a pipe",
        arguments: ["Connections.csv", "x.dat", "photo.jpg", "-"])
    func anyName(name: String) throws {
        let bytes = try #require(FileManager.default.contents(atPath: Repository.linkedIn("era-e.csv")))
        let file = try workshop.write(name == "-" ? "given" : name, bytes: Array(bytes))
        let run = name == "-" ? try holdfast.shell("cat given | \"$holdfast\" import --json -") : try holdfast("import", "--json", file)
        #expect(try run.object["people"]["new"] == .integer(5), "\(run)")
        try checkOriginals(of: [file])
    }

    @Test("Of two lists that come through a pipe, the later one is the later one")
    func pipes() throws {
        for round in 1...6 {
            let table = "Name,Email,Company\nAda Example,ada@example.com,Company \(round) of \(round * 7)\n"
            let run = try holdfast("import", "-", input: workshop.write("table.csv", table))
            #expect(run.status == 0, "\(run)")
            #expect(try holdfast("people", "--json").objects.map { $0["company"].string } == ["Company \(round) of \(round * 7)"])
        }
    }

    @Test("A copy of LinkedIn's list with other headers keeps what it can, and says what it does not understand")
    func renamed() throws {
        let table = """
            Given name,Family name,Profile link,Mail,Employer,Role,Date connected,Shoe size
            Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.com,Example Works,Partner,08 Feb 2020,41
            """
        let run = try holdfast("import", workshop.write("Copy.csv", table + "\n"))
        #expect(run.status == 0 && run.text.contains("not understood: “Shoe size”"), "\(run)")
        let ada = try #require(try holdfast("people", "--json").objects.first)
        #expect(ada["company"].string == "Example Works" && ada["title"].string == "Partner", "\(ada)")
        #expect(ada["urls"].elements.map(\.string) == ["https://www.linkedin.com/in/ada-example"])
    }

    /// Each archive, and how many people it lists.
    static let archives: [(String, Int)] = [
        ("archive-2015", 2), ("archive-2018", 3), ("archive-2021", 5), ("archive-2023", 5), ("archive-2024", 5), ("archive-2026-part-2", 5),
    ]

    @Test(
        "An archive of any year, as a folder and packed in any way", arguments: archives.map(\.0),
        ["folder", "zip", "zip in zip", ".zip.zip"])
    func archive(name: String, packing: String) throws {
        let folder = Repository.linkedIn(name)
        let reference = try Workshop()
        try #require(reference.holdfast("import", folder).status == 0)
        let expected = try Set(reference.holdfast("people", "--json", "--everyone").objects.compactMap { $0["name"].string })
        #expect(!expected.isEmpty)
        var path = folder
        if packing != "folder" { path = try workshop.zip(folder, to: "Complete_LinkedInDataExport_11-20-2026.zip") }
        if packing == "zip in zip" {
            try FileManager.default.createDirectory(atPath: workshop.path("outer"), withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: path, toPath: workshop.path("outer/inner.zip"))
            path = try workshop.zip(workshop.path("outer"), to: "Outer.zip")
        } else if packing == ".zip.zip" {
            try FileManager.default.moveItem(atPath: path, toPath: workshop.path("Basic_LinkedInDataExport_11-20-2026.zip.zip"))
            path = workshop.path("Basic_LinkedInDataExport_11-20-2026.zip.zip")
        }
        let run = try holdfast("import", "--json", path)
        #expect(run.status == 0, "\(run)")
        #expect(try !run.object["files"].elements.isEmpty)
        #expect(try Set(holdfast("people", "--json", "--everyone").objects.compactMap { $0["name"].string }) == expected)
        #expect(try holdfast("verify").status == 0)
        let again = try holdfast("import", "--json", path).object
        #expect(again["files"].elements.allSatisfy { $0["already_imported"] == .bool(true) }, "\(again)")
        if packing != "folder" { try checkOriginals(of: [path]) }
    }

    /// Every snapshot's original must be, byte for byte, one of these files.
    private func checkOriginals(of paths: [String]) throws {
        let allowed = paths.compactMap { FileManager.default.contents(atPath: $0).map { Array($0) } }
        let ids = try holdfast("snapshots", "--json").objects.compactMap { $0["id"].string }
        #expect(!ids.isEmpty)
        for id in ids {
            let whole = try holdfast("original", id, "-o", "-")
            #expect(whole.status == 0 && allowed.contains(whole.output), "\(id): \(whole.output.count) bytes, \(whole.errors)")
            let file = workshop.path("original-\(id)")
            let run = try holdfast("original", String(id.prefix(18)), "-o", file)
            #expect(run.output.isEmpty)
            if run.status == 0 { #expect(allowed.contains(workshop.bytes("original-\(id)") ?? [])) }
        }
    }

    @Test("The originals of a folder come back, each member byte for byte")
    func folderOriginals() throws {
        let folder = Repository.linkedIn("archive-2026-part-2")
        try #require(holdfast("import", folder).status == 0)
        for snapshot in try holdfast("snapshots", "--json").objects {
            let id = try #require(snapshot["id"].string)
            let bytes = try holdfast("original", id, "-o", "-").output
            let member = try #require(snapshot["path"].string)
            let place = member.hasPrefix("/") ? member : folder + "/" + member
            #expect(FileManager.default.contents(atPath: place).map { Array($0) } == bytes, "\(member)")
        }
    }

    @Test("A first part without connections says so, tells when the second comes, and removes nobody")
    func firstPart() throws {
        try #require(holdfast("import", Repository.linkedIn("archive-2024")).status == 0)
        let before = try holdfast("people", "--json").lines.count
        let part = try workshop.zip(Repository.linkedIn("archive-2026-part-1"), to: "Complete_LinkedInDataExport_11-20-2026.zip")
        let run = try holdfast("import", part)
        #expect(run.status == 0, "\(run)")
        #expect(run.text.contains("72 hours"), "\(run)")
        #expect(try holdfast("people", "--json").lines.count == before)
        #expect(try holdfast("changes", "--json").objects.allSatisfy { $0["kind"] != .string("disconnected") })
        #expect(try holdfast("status").text.contains("72 hours"))
    }

    @Test("Known files without contacts and unknown ones are told apart")
    func passedOver() throws {
        let run = try holdfast("import", "--json", Repository.linkedIn("archive-2026-part-2")).object
        let passed = Dictionary(
            run["passed_over"].elements.map { ($0["path"].string ?? "", $0["reason"].string ?? "") }, uniquingKeysWith: { $1 })
        #expect(passed.first { $0.key.hasSuffix("Something New.csv") }?.value == "unknown", "\(passed)")
        #expect(passed.contains { $0.value == "no-contacts" }, "\(passed)")
    }

    @Test("Files in any order give the same people and the same changes", arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]])
    func anyOrder(order: [Int]) throws {
        let rows = (0..<12).map { Connections.row($0) }
        let years: [(String, String)] = try [
            ("2023-01-01", workshop.write("a.csv", ([Connections.header] + rows[0..<8]).joined(separator: "\n"))),
            (
                "2024-01-01",
                workshop.write("b.csv", ([Connections.header] + rows[2..<9] + [Connections.row(9, company: "New")]).joined(separator: "\n"))
            ),
            ("2025-01-01", workshop.write("c.csv", ([Connections.header] + rows[4..<12]).joined(separator: "\n"))),
        ]
        let reference = try Workshop()
        for (day, file) in years { try #require(reference.holdfast("import", "--exported-on", day, file).status == 0) }
        for position in order { try #require(holdfast("import", "--exported-on", years[position].0, years[position].1).status == 0) }
        func people(_ workshop: Workshop) throws -> [[JSON]] {
            try workshop.holdfast("people", "--json").objects.map {
                [$0["name"], $0["company"], $0["urls"], $0["connected_on"], $0["last_confirmed"], $0["standing"]]
            }
        }
        func changes(_ workshop: Workshop) throws -> Set<[JSON]> {
            try Set(workshop.holdfast("changes", "--json").objects.map { [$0["on"], $0["kind"], $0["name"], $0["from"], $0["to"]] })
        }
        #expect(try people(workshop) == people(reference))
        #expect(try changes(workshop) == changes(reference))
        #expect(try holdfast("verify").status == 0)
    }

    @Test("--dry-run tells what would happen and keeps nothing")
    func dryRun() throws {
        try #require(holdfast("import", Repository.linkedIn("era-d.csv")).status == 0)
        let before = try workshop.state()
        let run = try holdfast("import", "--json", "--dry-run", Repository.linkedIn("era-e.csv"))
        #expect(run.status == 0)
        #expect(try run.object["files"][0]["rows"].integer == 7 || run.object["files"][0]["rows"].integer == 5, "\(run)")
        #expect(try workshop.state() == before)
        #expect(try holdfast("import", "-d", Repository.linkedIn("era-e.csv")).text.contains("nothing was kept"))
        #expect(try workshop.state() == before)
        let real = try holdfast("import", "--json", Repository.linkedIn("era-e.csv")).object
        #expect(try real["people"] == run.object["people"])
        #expect(try real["files"][0]["records"] == run.object["files"][0]["records"])
    }

    @Test("--strict makes a row that can't be read a failure, and without it one is counted and listed")
    func strict() throws {
        let broken = try workshop.write("broken.csv", Connections.file(3) + "\n\"never closed,Row,x\n" + Connections.row(5))
        let odd = [broken, Repository.linkedIn("odd-rows.csv")]
        for file in odd {
            let (one, two) = try (Workshop(), Workshop())
            let loose = try one.holdfast("import", "--json", file)
            #expect(loose.status == 0, "\(loose)")
            let rejected = try loose.object["files"].elements.flatMap { $0["rejected"].elements }
            let strict = try two.holdfast("import", "--json", "--strict", file)
            #expect(strict.status == (rejected.isEmpty ? 0 : 65), "\(file): \(rejected.count) rejected, \(strict.status)")
        }
        #expect(try holdfast("import", "--strict", Repository.linkedIn("era-e.csv")).status == 0)
    }

    @Test("--exported-on is what counts as the day of the hand-out")
    func exportedOn() throws {
        let run = try holdfast("import", "--json", "--exported-on", "2022-03-01", Repository.linkedIn("era-d.csv")).object
        #expect(run["files"][0]["exported_on"] == .string("2022-03-01"))
        #expect(run["files"][0]["exported_on_basis"] == .string("given"))
        #expect(try holdfast("people", "--json").objects.allSatisfy { $0["last_confirmed"] == .string("2022-03-01") })
    }

    @Test("--source keeps a second account apart: neither account's export removes anybody of the other's")
    func secondAccount() throws {
        try #require(holdfast("import", "--exported-on", "2025-01-01", workshop.write("1.csv", Connections.file(5))).status == 0)
        let other = try holdfast(
            "import", "--json", "--source", "Firm account", "--exported-on", "2026-01-01",
            workshop.write("2.csv", Connections.file(5, from: 3)))
        #expect(try other.object["files"][0]["source"] == .string("Firm account"), "\(other)")
        #expect(try other.object["files"][0]["records"]["gone"] == .integer(0))
        let people = try holdfast("people", "--json").objects
        #expect(people.count == 8, "who is in both is one person")
        #expect(people.allSatisfy { $0["standing"] == .string("connected") })
        #expect(try Set(holdfast("snapshots", "--json").objects.compactMap { $0["source"].string }) == ["LinkedIn", "Firm account"])
        #expect(try holdfast("people", "--json", "--where", "source:\"Firm account\"").lines.count == 5)
    }

    @Test("--as reads a file as what it is said to be")
    func namedFormat() throws {
        #expect(
            try holdfast("import", "--json", "--as", "linkedin", Repository.linkedIn("era-e.csv")).object["people"]["new"] == .integer(5))
    }

    @Test("Several paths are imported one after another; what can't be used is told, and the rest comes in")
    func severalPaths() throws {
        let run = try holdfast(
            "import", "--json", Repository.linkedIn("era-e.csv"), workshop.path("missing.csv"), Repository.linkedIn("era-a-yahoo.csv"))
        #expect(run.status == 66, "\(run)")
        #expect(run.errors.contains("missing.csv"))
        #expect(try run.object["files"].elements.count == 2)
        #expect(try holdfast("people", "--json").lines.count >= 6)
    }

    @Test("The whole path, as a person walks it")
    func wholePath() throws {
        #expect(try holdfast("guide", "linkedin").text.contains("Connections"))
        try #require(holdfast("import", "--exported-on", "2025-01-01", Repository.linkedIn("era-d.csv")).status == 0)
        let run = try holdfast("import", Repository.linkedIn("archive-2026-part-2"))
        #expect(run.status == 0, "\(run)")
        #expect(run.text.contains("holdfast undo"))
        let before = try holdfast("people", "--json").text
        #expect(try holdfast("people", "MULLER").text.contains("Müller"))
        let show = try holdfast("show", "zoe muller")
        #expect(show.status == 0 && show.text.contains("Muster GmbH"), "\(show)")
        #expect(try holdfast("tag", "zoe muller", "client").status == 0)
        #expect(try holdfast("note", "zoe muller", "met in Łódź").status == 0)
        let address = "zoe@harbour.example"
        let edit = ["edit", "zoe muller", "--set", "company=Neu AG", "--set", "email=\(address)", "--kind", "\(address)=work"]
        #expect(try holdfast.run(edit).status == 0)
        #expect(try holdfast("edit", "zoe muller", "--kind", "\(address)=home").status == 64)
        #expect(try holdfast("edit", "--where", "muller", "--kind", "\(address)=work").status == 64)
        #expect(try holdfast("edit", "zoe muller", "--kind", "\(address)=personal", "--dry-run").text.contains("personal"))
        #expect(try holdfast("people", "kind:work", "--json").text.contains(address))
        #expect(try holdfast("log").text.contains("said that “\(address)” is a work address"))
        let person = try holdfast("show", "--json", "zoe muller").object
        #expect(person["tags"] == .array([.string("client")]) && person["company"] == .string("Neu AG"), "\(person)")
        #expect(person["notes"] == .array([.string("met in Łódź")]))
        #expect(try holdfast("people", "lodz", "--json").lines.count == 1, "notes are searched, accents ignored")
        for _ in 0..<3 { #expect(try holdfast("undo").status == 0) }
        #expect(try holdfast("people", "--json").text == before, "undone to the byte")
        #expect(try holdfast("log", "--json").objects.filter { $0["undone"] == .bool(true) }.count == 3)
        #expect(try holdfast("status").status == 0 && holdfast("review").status == 0 && holdfast("changes").status == 0)
        #expect(try holdfast("verify").text.hasPrefix("Sound."))
    }

    @Test("An import is taken back and done again, and its original is kept all the while")
    func undoImport() throws {
        let one = try workshop.write("1.csv", Connections.file(4))
        let two = try workshop.write("2.csv", Connections.file(4, from: 2, company: "Later"))
        try #require(holdfast("import", "--exported-on", "2025-01-01", one).status == 0)
        let before = try holdfast("people", "--json").text
        let changesBefore = try holdfast("changes", "--json").text
        try #require(holdfast("import", "--exported-on", "2026-01-01", two).status == 0)
        let after = try holdfast("people", "--json").text
        let changesAfter = try holdfast("changes", "--json").text
        #expect(try holdfast("undo").status == 0)
        #expect(try holdfast("people", "--json").text == before)
        let takenBack = try holdfast("snapshots", "--taken-back", "--json").object
        #expect(try holdfast("original", takenBack["id"].string ?? "", "-o", "-").text == String(contentsOfFile: two, encoding: .utf8))
        #expect(try holdfast("changes", "--json").text == changesBefore)
        #expect(try holdfast("verify").status == 0)
        #expect(try holdfast("undo", "3").status == 0, "taking back the undo does it again")
        #expect(try holdfast("people", "--json").text == after)
        #expect(try holdfast("changes", "--json").text == changesAfter)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("Importing again what was taken back brings it in again")
    func importAfterUndo() throws {
        let file = try workshop.write("1.csv", Connections.file(4))
        // It is another hand-over of the same file, so only the snapshot's id differs.
        func people() throws -> [[JSON]] {
            try holdfast("people", "--json").objects.map {
                [$0["id"], $0["name"], $0["company"], $0["connected_on"], $0["last_confirmed"]]
            }
        }
        try #require(holdfast("import", file).status == 0)
        let after = try people()
        try #require(holdfast("undo").status == 0)
        #expect(try people().isEmpty)
        try #require(holdfast("import", file).status == 0)
        #expect(try people() == after)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("A damaged vault is found out, and verify ends with 65")
    func damage() throws {
        try #require(holdfast("import", workshop.write("1.csv", Connections.file(20))).status == 0)
        // SQLite itself finds nothing wrong with a letter changed in a record.
        let script = """
            import sqlite3, sys
            vault = sqlite3.connect(sys.argv[1])
            vault.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            vault.close()
            data = bytearray(open(sys.argv[1], 'rb').read())
            places = []
            at = data.find(b'Family13')
            while at >= 0:
                places.append(at)
                at = data.find(b'Family13', at + 1)
            for at in places: data[at + 1] ^= 1
            open(sys.argv[1], 'wb').write(data)
            print(len(places))
            """
        let changed = try holdfast.python(script, workshop.path("vault.sqlite"))
        try #require(changed.status == 0 && changed.text != "0\n", "\(changed)")
        let run = try holdfast("verify", "--json")
        #expect(run.status == 65, "\(run)")
        #expect(try run.object["sound"] == .bool(false))
        #expect(try !run.object["findings"].elements.isEmpty)
    }
}
