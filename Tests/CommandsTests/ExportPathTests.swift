import Foundation
import Testing

/// Handing out: each format, each filter, and files that appear whole or not at all.
@Suite("The way out")
struct ExportPathTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    static let formats = ["linkedin-csv", "csv", "excel-csv", "jsonl", "vcard3", "vcard4"]

    init() throws {
        workshop = try Workshop()
    }

    private func importSome() throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv"), Repository.linkedIn("era-a-outlook.csv")).status == 0)
    }

    @Test("A file and standard output get the same bytes", arguments: formats)
    func fileAndOutput(format: String) throws {
        try importSome()
        let direct = try holdfast("export", "--to", format)
        #expect(direct.status == 0 && direct.output.count > 200, "\(direct)")
        // What has no place in the format is told, and nothing else.
        #expect(direct.errors.isEmpty || direct.errors.hasPrefix("No place in \(format) for: "))
        let dash = try holdfast("export", "--to", format, "-o", "-")
        #expect(dash.output == direct.output)
        let file = try holdfast("export", "--to", format, "-o", workshop.path("out.x"))
        #expect(file.status == 0 && file.output.isEmpty, "\(file)")
        #expect(workshop.bytes("out.x") == direct.output)
        let mode = try FileManager.default.attributesOfItem(atPath: workshop.path("out.x"))[.posixPermissions] as? Int
        #expect(mode == 0o600, "contacts are the owner's alone")
        #expect(
            workshop.names() == ["out.x", "vault.sqlite"] || workshop.names().allSatisfy { $0 == "out.x" || $0.hasPrefix("vault.sqlite") })
    }

    @Test("An empty vault is handed out too", arguments: formats)
    func emptyVault(format: String) throws {
        let run = try holdfast("export", "--to", format)
        #expect(run.status == 0, "\(run)")
        if format == "jsonl" || format.hasPrefix("vcard") { #expect(run.output.isEmpty) } else { #expect(run.text.contains("ame")) }
    }

    @Test(
        "linkedin-csv in an empty vault gives the same people",
        arguments: ["era-e.csv", "excel-german.csv", "odd-rows.csv", "archive-2026-part-2", "era-c2.csv"])
    func roundTrip(name: String) throws {
        try #require(holdfast("import", Repository.linkedIn(name)).status == 0)
        let out = workshop.path("Connections.csv")
        try #require(holdfast("export", "--to", "linkedin-csv", "-o", out).status == 0)
        let other = try Workshop()
        let run = try other.holdfast("import", "--json", out)
        #expect(run.status == 0, "\(run)")
        #expect(try run.object["files"].elements.allSatisfy { $0["rejected"].elements.isEmpty }, "\(run)")
        func facts(_ workshop: Workshop) throws -> [String: [JSON]] {
            var facts: [String: [JSON]] = [:]
            for person in try workshop.holdfast("people", "--json").objects
            where person["name"] != .null || !person["urls"].elements.isEmpty {
                let profile = person["urls"].elements.first { $0.string?.contains("linkedin.com/in/") == true }
                // A person with a profile has the id that follows from it; one without has the vault's own.
                let key = profile == nil ? (person["name"].string ?? "") + (person["company"].string ?? "") : person["id"].string ?? ""
                facts[key] = [
                    person["name"], person["company"], person["title"], person["connected_on"],
                    person["emails"][0]["address"], profile ?? .null,
                ]
            }
            return facts
        }
        #expect(try facts(other) == facts(workshop))
        let again = try other.holdfast("export", "--to", "linkedin-csv")
        #expect(
            try Set(again.lines)
                == Set(String(decoding: #require(workshop.bytes("Connections.csv")), as: UTF8.self).split(separator: "\n").map(String.init))
        )
    }

    private static let risky = [
        "=1+1", "+49 30 1", "-2", "@SUM(A1)", "\tx", "plain", "a,b", "say \"hi\"", "tab\there", "=cmd|' /C calc'!A0",
    ]

    private func importRisky() throws {
        let rows = Self.risky.enumerated().map { number, text in
            "Given\(number),Family\(number),https://www.linkedin.com/in/risky-\(number),,\"\(text.replacing("\"", with: "\"\""))\",,08 Feb 2026"
        }
        try #require(holdfast("import", workshop.write("in.csv", ([Connections.header] + rows).joined(separator: "\n"))).status == 0)
    }

    /// A file's rows as Python's reader sees them.
    private func rows(_ file: String) throws -> [[String: JSON]] {
        let script = "import csv,json,sys\nprint(json.dumps(list(csv.DictReader(open(sys.argv[1],newline='',encoding='utf-8-sig')))))"
        return try holdfast.python(script, file).object.elements.map { row in
            if case .object(let cells) = row { cells } else { [:] }
        }
    }

    @Test("excel-csv begins with a byte order mark and lets no cell run as a formula")
    func excelCSV() throws {
        try importRisky()
        let file = workshop.path("out.csv")
        try #require(holdfast("export", "--to", "excel-csv", "-o", file).status == 0)
        #expect(try #require(workshop.bytes("out.csv")).starts(with: [0xEF, 0xBB, 0xBF]))
        let cells = try rows(file).flatMap { $0.values.compactMap(\.string) }
        #expect(cells.contains("'=1+1") && cells.contains("'@SUM(A1)") && cells.contains("plain") && cells.contains("a,b"))
        for cell in cells { #expect(!"=+-@\t\r".contains(cell.first ?? "x"), "\(cell)") }
    }

    @Test("csv leaves every text as it is")
    func csv() throws {
        try importRisky()
        let file = workshop.path("out.csv")
        try #require(holdfast("export", "--to", "csv", "-o", file).status == 0)
        #expect(try #require(workshop.bytes("out.csv")).starts(with: Array("id,".utf8)))
        let companies = try Set(holdfast("people", "--json").objects.compactMap { $0["company"].string })
        #expect(try Set(rows(file).compactMap { $0["company"]?.string }) == companies)
        #expect(companies.isSuperset(of: ["=1+1", "+49 30 1", "-2", "@SUM(A1)", "say \"hi\""]), "\(companies)")
    }

    @Test("Each vCard is sound: CRLF, no line over 75 octets, folded nowhere within a letter, balanced", arguments: ["vcard3", "vcard4"])
    func vCard(format: String) throws {
        let long = String(repeating: "Ünïcödé 李小龙 🎉, ", count: 12)
        let file = try workshop.write(
            "in.csv",
            Connections.header + "\nZoë,Müller;x,https://www.linkedin.com/in/zoe,zoe@example.com,\"\(long)\",\"a\\b;c\",08 Feb 2026")
        try #require(holdfast("import", file, Repository.linkedIn("era-a-outlook.csv")).status == 0)
        let out = workshop.path("out.vcf")
        try #require(holdfast("export", "--to", format, "-o", out).status == 0)
        let script = """
            import json, sys
            data = open(sys.argv[1], 'rb').read()
            assert data.endswith(b'\\r\\n'), 'no line end at the end'
            assert data.count(b'\\n') == data.count(b'\\r\\n') == data.count(b'\\r'), 'line ends'
            lines = data[:-2].split(b'\\r\\n')
            assert all(len(line) <= 75 for line in lines), 'a line is too long'
            for line in lines: line.decode('utf-8')
            unfolded = data.replace(b'\\r\\n ', b'').decode('utf-8').split('\\r\\n')[:-1]
            cards, card = [], None
            for line in unfolded:
                name, _, value = line.partition(':')
                name = name.split(';')[0].split('.')[-1].upper()
                if name == 'BEGIN':
                    assert card is None and value == 'VCARD'
                    card = {}
                elif name == 'END':
                    assert card is not None and value == 'VCARD'
                    cards.append(card)
                    card = None
                else:
                    assert card is not None and name and ':' in line, line
                    if not card: assert name == 'VERSION', 'VERSION comes first'
                    card.setdefault(name, []).append(value)
            assert card is None
            print(json.dumps(cards))
            """
        let run = try holdfast.python(script, out)
        #expect(run.status == 0, "\(run)")
        let cards = try run.object.elements
        #expect(try cards.count == holdfast("people", "--json").lines.count)
        for card in cards {
            #expect(card["VERSION"] == .array([.string(format == "vcard3" ? "3.0" : "4.0")]))
            #expect(card["FN"].elements.count >= 1)
            #expect(format != "vcard3" || card["N"].elements.count == 1)
            #expect(card["UID"].elements.count == 1)
        }
        #expect(cards.contains { $0["EMAIL"] == .array([.string("zoe@example.com")]) })
        #expect(cards.contains { $0["N"][0].string?.hasPrefix("Müller\\;x;Zoë;") == true }, "\(cards.map { $0["N"] })")
    }

    @Test(
        "--where means what it says",
        arguments: [
            ("tag:client", ["Zoë Müller"]), ("-tag:client", ["Ada Example, PhD", "Łukasz Wąs", "Ada Example, PhD", "小龙 李"]),
            ("company:muster", ["Zoë Müller"]), ("company:\"muster gmbh\"", ["Zoë Müller"]), ("company=przyklad", ["Łukasz Wąs"]),
            ("zoe", ["Zoë Müller"]), ("MULLER zoë", ["Zoë Müller"]), ("lukasz", ["Łukasz Wąs"]), ("rechtsanw", ["Zoë Müller"]),
            ("has:email", ["Ada Example, PhD", "小龙 李"]), ("-has:email", ["Zoë Müller", "Łukasz Wąs", "Ada Example, PhD"]),
            ("connected:2018", ["Zoë Müller"]), ("connected:2018-11", ["Zoë Müller"]), ("connected:2018-11-20", ["Zoë Müller"]),
            ("connected:2013..2014", ["Ada Example, PhD", "小龙 李"]), ("connected:>=2018-11-20", ["Zoë Müller", "Ada Example, PhD"]),
            ("connected:<2014", ["小龙 李"]), ("connected:>2018-11-20", ["Ada Example, PhD"]), ("title:\"head of\"", ["Łukasz Wąs"]),
            ("name:example", ["Ada Example, PhD", "Ada Example, PhD"]), ("email:example.org", ["小龙 李"]),
            ("has:company -has:email tag:client", ["Zoë Müller"]),
            ("-zoe -ada", ["Łukasz Wąs", "小龙 李"]),
            ("is:connected", ["Ada Example, PhD", "Zoë Müller", "Łukasz Wąs", "Ada Example, PhD", "小龙 李"]),
            ("is:disconnected", []), ("nosuchword", []), ("李", ["小龙 李"]),
        ]
    )
    func filters(condition: String, names: [String]) throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        try #require(holdfast("tag", "zoe muller", "client").status == 0)
        let exported = try holdfast("export", "--to", "jsonl", "--where", condition)
        #expect(exported.status == 0, "\(exported)")
        #expect(try exported.objects.compactMap { $0["name"].string }.sorted() == names.sorted(), "\(condition)")
        let listed = try holdfast("people", "--json", "--where", condition)
        #expect(try listed.objects.compactMap { $0["name"].string }.sorted() == names.sorted(), "\(condition)")
    }

    @Test("Several --where must all hold")
    func severalFilters() throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        #expect(try holdfast("people", "--json", "--where", "ada", "--where", "has:email").lines.count == 1)
        #expect(try holdfast("people", "ada", "--json", "--where", "has:email").lines.count == 1)
    }

    @Test(
        "A condition that can't be is refused with a sentence that helps",
        arguments: [
            ("has:money", "email"), ("is:rich", "connected"), ("connected:soon", "2026"), ("connected:2026-13", "2026"),
            ("company:", "company"), ("kind:nonsense", "work"), ("connected:2019..x", "2019..2021"),
        ]
    )
    func wrongFilters(condition: String, help: String) throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        for words in [["people"], ["export", "--to", "csv"]] {
            let run = try holdfast.run(words + ["--where", condition])
            #expect(run.status == 64, "\(run)")
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("holdfast: ") && run.errors.contains(help), "\(run)")
        }
    }

    @Test(
        "A search text never becomes a command to the database",
        arguments: [
            "'", "\"", "a\" OR \"b", "*", "a*", "NEAR(a b)", "name:x:y", "--", "();", "%", "_", "\\", "AND", "NOT", "a AND", "^", "-", "é́́",
            "🎉",
        ])
    func oddWords(text: String) throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        for words in [
            ["people", "--json", "--where=\(text)"], ["export", "--to", "jsonl", "--where=company:\(text)"],
            ["show", "--json", "--", text],
        ] {
            let run = try holdfast.run(words)
            #expect([0, 64, 65, 66].contains(run.status), "\(words): \(run)")
            #expect(!run.errors.contains("SQL") && !run.errors.contains("fts5"), "\(run)")
        }
    }

    // MARK: Whole or not at all

    @Test("A full disk ends with 74, a sentence, and no half file")
    func fullDevice() throws {
        try importSome()
        #if os(Linux)
            let device = try holdfast("export", "--to", "csv", "-o", "/dev/full")
            #expect(device.status == 74, "\(device)")
            #expect(device.errors.contains("full"), "\(device)")
            let output = try holdfast.shell("\"$holdfast\" export --to jsonl > /dev/full")
            #expect(output.status == 74, "\(output)")
        #endif
        try #require(holdfast("import", workshop.write("many.csv", Connections.file(600))).status == 0)
        try workshop.write("out.jsonl", "what stood there")
        let before = workshop.names()
        // A limit on the size of files stops the writing as a full disk would.
        let limited = try holdfast.shell("ulimit -f 64; \"$holdfast\" export --to jsonl -o out.jsonl")
        #expect(limited.status == 74, "\(limited)")
        #expect(limited.errors.contains("full"), "\(limited)")
        #expect(workshop.bytes("out.jsonl") == Array("what stood there".utf8))
        // The limit keeps SQLite from writing its log back, too; what lies beside the vault is no file of the export's.
        #expect(workshop.names().filter { !$0.hasPrefix("vault.sqlite-") } == before, "no temporary file is left")
    }

    @Test("What can't be made ends with 73 and leaves nothing", arguments: ["missing/out.csv", ".", "vault.sqlite/out.csv"])
    func cannotCreate(name: String) throws {
        try importSome()
        let before = workshop.names()
        for words in [["export", "--to", "csv"], ["original", try #require(holdfast("snapshots", "--json").objects.first?["id"].string)]] {
            let run = try holdfast.run(words + ["-o", workshop.path(name)])
            #expect(run.status == 73, "\(run)")
            #expect(run.errors.hasPrefix("holdfast: ") && run.errors.contains(name == "." ? "folder" : name), "\(run)")
        }
        #expect(workshop.names() == before)
    }

    @Test("A file is never the vault itself")
    func notTheVault() throws {
        try importSome()
        let before = try holdfast("people", "--json").text
        let run = try holdfast("export", "--to", "csv", "-o", workshop.path("vault.sqlite"))
        #expect(run.status == 73 || run.status == 64, "\(run)")
        #expect(try holdfast("people", "--json").text == before)
    }

    @Test("Killed in the midst of it, what stood there stands there still, whole")
    func killed() throws {
        try #require(holdfast("import", workshop.write("many.csv", Connections.file(1500))).status == 0)
        let whole = try holdfast("export", "--to", "jsonl").output
        let old = Array("what stood there".utf8)
        let start = Date()
        _ = try holdfast("export", "--to", "jsonl", "-o", workshop.path("warm"))
        let seconds = Date().timeIntervalSince(start)
        var killed = 0
        for part in 1...12 {
            try workshop.write("out.jsonl", bytes: old)
            let child = try holdfast.start(["export", "--to", "jsonl", "-o", workshop.path("out.jsonl")])
            Thread.sleep(forTimeInterval: seconds * Double(part) / 12)
            child.killNow()
            if try child.finish().status == -SIGKILL { killed += 1 }
            let now = workshop.bytes("out.jsonl")
            #expect(now == old || now == whole, "part \(part): \(now?.count ?? -1) bytes")
        }
        #expect(killed > 0)
    }

    @Test("--json tells where the file went and how many are in it")
    func report() throws {
        try importSome()
        let run = try holdfast("export", "--to", "csv", "-o", "out.csv", "--json").object
        #expect(try run["people"] == .integer(holdfast("people", "--json").lines.count))
        #expect(run["path"] == .string("out.csv") && run["format"] == .string("csv"))
    }
}
