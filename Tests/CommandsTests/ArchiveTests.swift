import Foundation
import Testing

/// `export --to archive`, and the vault that is made of one again.
@Suite("The archive")
struct ArchiveTests {
    /// A vault with a history: two exports, an archive with messages, an import and a note taken back, tags, edits.
    private func furnished(_ name: String = #function) throws -> Workshop {
        let workshop = try Workshop(name)
        let holdfast = workshop.holdfast
        let steps = [
            ["import", "--exported-on", "2025-01-01", try workshop.write("a.csv", Connections.file(30))],
            ["import", "--exported-on", "2026-01-01", try workshop.write("b.csv", Connections.file(30, from: 4, company: "Elsewhere"))],
            ["import", Repository.linkedIn("archive-2026-part-2")],
            ["import", try workshop.zip(Repository.linkedIn("archive-2024"), to: "Complete_LinkedInDataExport_03-04-2024.zip")],
            ["tag", "Given9 Family9", "clients"], ["note", "Given5 Family5", "“quoted”, and\na second line"],
            ["edit", "Given6 Family6", "--set", "company=Ünïted"], ["undo"],
            ["import", "--source", "Second", try workshop.write("c.csv", Connections.file(5, from: 90))], ["undo"],
        ]
        for step in steps { try #require(holdfast.run(step).status == 0, "\(step)") }
        return workshop
    }

    @Test("A new vault made of an archive is the same vault", arguments: ["out", "out.zip"])
    func sameVault(place: String) throws {
        let workshop = try furnished("same")
        let holdfast = workshop.holdfast
        let words = [
            ["merge", "Given7 Family7", "Given8 Family8"], ["distinct", "Given10 Family10", "Given11 Family11"], ["requested", "linkedin"],
            ["erase", "Given12 Family12", "--yes"], ["unsure", "Given13 Family13", "Given14 Family14"],
        ]
        for word in words { try #require(holdfast.run(word).status == 0, "\(word)") }
        let before = try workshop.state()
        let run = try holdfast("export", "--to", "archive", "-o", place, "--json")
        #expect(run.status == 0, "\(run)")
        #expect(
            try run.object["people"].integer ?? 0 > 30 && run.object["originals"].integer == 10 || run.object["originals"].integer ?? 0 > 3)

        let other = ["HOLDFAST_VAULT": Optional(workshop.path("new.sqlite"))]
        let rehearsed = try holdfast("import", "--json", "--dry-run", place, with: other)
        #expect(try holdfast("people", "--json", "--everyone", with: other).text.isEmpty)
        let imported = try holdfast("import", "--json", place, with: other)
        #expect(imported.status == 0, "\(imported)")
        #expect(try rehearsed.object["archives"] == imported.object["archives"])
        #expect(try imported.object["archives"][0]["already_imported"] == .bool(false))
        let new = Workshop.state(holdfast, with: other)
        #expect(try new() == before)
        #expect(try holdfast("duplicates", "--json", with: other).text == holdfast("duplicates", "--json").text)
        // What was undone can be done again: the originals are there.
        #expect(try holdfast("undo", "12", with: other).status == holdfast("undo", "12").status)
        let everybody = ["people", "--json", "--everyone"]
        #expect(try holdfast.run(everybody, with: other).text == holdfast.run(everybody).text)
        let again = try holdfast("import", "--json", place, with: other)
        #expect(again.status == 65, "\(again)")
        // Who was erased stays out of the new vault as well.
        let later = try workshop.write("d.csv", Connections.file(30, company: "Third"))
        #expect(try holdfast("import", "--exported-on", "2026-03-01", later, with: other).status == 0)
        let people = try holdfast("people", "--json", with: other)
        #expect(people.text.contains("Third") && !people.text.contains("Family12"))
    }

    @Test("Every list of one kind in a zip is read, and none again", arguments: ["years", "years.zip"])
    func listsOfSeveralYears(place: String) throws {
        let workshop = try Workshop("years")
        let holdfast = workshop.holdfast
        try workshop.write("years/2024/Connections.csv", Connections.file(3))
        try workshop.write("years/2025/Connections.csv", Connections.file(3, from: 1, company: "Elsewhere"))
        if place.hasSuffix(".zip") { _ = try workshop.zip(workshop.path("years"), to: place) }
        let run = try holdfast("import", "--json", workshop.path(place))
        #expect(run.status == 0, "\(run)")
        #expect(try run.object["files"].elements.map { $0["already_imported"] } == [.bool(false), .bool(false)])
        #expect(try run.object["files"].elements.map { $0["rows"].integer } == [3, 3])
        #expect(try holdfast("people", "--json", "--everyone").text.contains("Given3"))
        let again = try holdfast("import", "--json", workshop.path(place))
        #expect(try again.object["files"].elements.map { $0["already_imported"] } == [.bool(true), .bool(true)])
        #expect(try holdfast("verify").status == 0)
    }

    @Test("The same archive twice changes nothing, and another vault's archive is refused")
    func twice() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("export", "--to", "archive", "-o", "out").status == 0)
        let state = try workshop.state()
        let own = try holdfast("import", "out", "--json")
        #expect(own.status == 0, "\(own)")
        #expect(try own.object["archives"][0]["already_imported"] == .bool(true))
        let other = ["HOLDFAST_VAULT": Optional(workshop.path("new.sqlite"))]
        try #require(holdfast("import", workshop.path("a.csv"), with: other).status == 0)
        let refused = try holdfast("import", "out", with: other)
        #expect(refused.status == 65 && refused.errors.contains("--vault"), "\(refused)")
        let rehearsed = try holdfast("import", "out", "--dry-run", with: other)
        #expect(rehearsed.status == 65 && rehearsed.errors == refused.errors, "\(rehearsed)")
        #expect(try holdfast("snapshots", "--json", with: other).lines.count == 1)
        #expect(try workshop.state() == state)
    }

    @Test("Everything in it can be read without Holdfast")
    func readable() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        let people = try holdfast("people", "--json", "--everyone").lines.count
        try #require(holdfast("export", "--to", "archive", "-o", "out").status == 0)
        let script = """
            import csv, hashlib, json, os
            manifest = json.load(open("out/manifest.json"))
            for f in manifest["files"]:
                data = open("out/" + f["path"], "rb").read()
                assert hashlib.sha256(data).hexdigest() == f["sha256"] and len(data) == f["bytes"], f
            listed = {f["path"] for f in manifest["files"]} | {"manifest.json"}
            found = {os.path.relpath(os.path.join(d, n), "out") for d, _, names in os.walk("out") for n in names}
            assert listed == found, listed ^ found
            rows = list(csv.DictReader(open("out/people/people.csv", newline="", encoding="utf-8")))
            cards = json.load(open("out/people/people.jscontact.json"))
            vcards = open("out/people/people.vcf", encoding="utf-8", newline="").read().count("BEGIN:VCARD")
            lines = [json.loads(l) for l in open("out/people/people.jsonl")]
            assert all(c["@type"] == "Card" and c["version"] and c["uid"] for c in cards)
            originals = [json.loads(l) for l in open("out/history/original.jsonl")]
            for o in originals:
                name = [n for n in os.listdir("out/originals") if n.startswith("%04d-" % o["original_id"])]
                assert len(name) == 1
                assert hashlib.sha256(open("out/originals/" + name[0], "rb").read()).hexdigest() == o["sha256"]
            decisions = [json.loads(l) for l in open("out/history/decision.jsonl")]
            assert [d["step"] for d in decisions] == list(range(1, len(decisions) + 1))
            print(len(rows), len(cards), vcards, len(lines))
            """
        let run = try holdfast.python(script)
        #expect(run.status == 0, "\(run)")
        // The owner's own card is in it too.
        let counts = run.lines.first?.split(separator: " ").compactMap { Int($0) } ?? []
        #expect(Set(counts).count == 1 && (counts.first ?? 0) >= people, "\(counts), \(people)")
    }

    @Test("A zip is one other programs unpack, and one packed by hand with its folder is taken")
    func zips() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("export", "--to", "archive", "-o", "out.zip").status == 0)
        let unpacked = try holdfast.shell(
            "unzip -q -t out.zip && python3 -c 'import zipfile; zipfile.ZipFile(\"out.zip\").extractall(\"by\")'")
        #expect(unpacked.status == 0, "\(unpacked)")
        let packed = try holdfast.shell("mkdir pack && mv by pack/mine && cd pack && zip -q -r ../mine.zip mine")
        #expect(packed.status == 0, "\(packed)")
        for place in ["pack/mine", "mine.zip"] {
            let vault = ["HOLDFAST_VAULT": Optional(workshop.path("of-\(place.count).sqlite"))]
            let run = try holdfast("import", place, with: vault)
            #expect(run.status == 0, "\(place): \(run)")
            #expect(try holdfast("log", "--json", with: vault).text == holdfast("log", "--json").text)
        }
        #expect(workshop.names().filter { $0.hasPrefix("holdfast-unpacked") } == [])
    }

    @Test(
        "A damaged or altered archive is told, file by file, and nothing of it is taken",
        arguments: [
            ("printf x >> out/history/record.jsonl", "record.jsonl"), ("rm out/history/decision.jsonl", "decision.jsonl"),
            ("for f in out/originals/0001-*; do printf x >> $f; done", "originals/0001-"), ("rm out/manifest.json", "manifest.json"),
            ("printf '{}' > out/manifest.json", "manifest.json"), ("sed -i s/Partner/Partnre/ out/history/record.jsonl", "record.jsonl"),
            ("sed -i '/snapshot.jsonl/,+1d' out/manifest.json", "manifest.json"),
        ])
    func damaged(script: String, named: String) throws {
        let workshop = try furnished("damaged")
        let holdfast = workshop.holdfast
        try #require(holdfast("export", "--to", "archive", "-o", "out").status == 0)
        try #require(holdfast.shell(script).status == 0)
        let other = ["HOLDFAST_VAULT": Optional(workshop.path("new.sqlite"))]
        let run = try holdfast("import", "out", with: other)
        #expect(run.status == 65 && run.errors.contains(named), "\(script): \(run)")
        #expect(try holdfast("log", "--json", with: other).lines == [])
    }

    @Test("Rows that were altered with fitting checksums are found by their own hashes")
    func altered() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("export", "--to", "archive", "-o", "out").status == 0)
        let forge = """
            import hashlib, json
            path = "out/history/record.jsonl"
            data = open(path, "rb").read().replace(b"Partner 3", b"Partner 4")
            open(path, "wb").write(data)
            manifest = json.load(open("out/manifest.json"))
            for f in manifest["files"]:
                if f["path"] == "history/record.jsonl": f["sha256"] = hashlib.sha256(data).hexdigest()
            json.dump(manifest, open("out/manifest.json", "w"))
            """
        try #require(holdfast.python(forge).status == 0)
        let other = ["HOLDFAST_VAULT": Optional(workshop.path("new.sqlite"))]
        let run = try holdfast("import", "out", with: other)
        #expect(run.status == 65 && run.errors.contains("Nothing was imported"), "\(run)")
        #expect(try holdfast("log", "--json", with: other).lines == [])
    }

    @Test("What only people read may be changed; it is said, and the vault is made")
    func changedForPeople() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("export", "--to", "archive", "-o", "out").status == 0)
        try #require(holdfast.shell("printf x >> out/people/people.csv; rm out/README.txt").status == 0)
        let other = ["HOLDFAST_VAULT": Optional(workshop.path("new.sqlite"))]
        let run = try holdfast("import", "out", with: other)
        #expect(run.status == 0 && run.text.contains("people.csv") && run.text.contains("README.txt"), "\(run)")
        #expect(try holdfast("people", "--json", with: other).text == holdfast("people", "--json").text)
    }

    @Test("A place that is taken is left alone, and a zip cut off is no archive")
    func places() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try workshop.write("full/letter.txt", "mine")
        #expect(try holdfast("export", "--to", "archive", "-o", "full").status == 73)
        #expect(workshop.names(in: "full") == ["letter.txt"])
        #expect(try holdfast("export", "--to", "archive").status == 64)
        try #require(holdfast("export", "--to", "archive", "-o", "out.zip").status == 0)
        let zip = try #require(workshop.bytes("out.zip"))
        let other = ["HOLDFAST_VAULT": Optional(workshop.path("new.sqlite"))]
        for (name, bytes) in [("cut.zip", Array(zip.dropLast(2000))), ("middle.zip", Array(zip.prefix(zip.count / 2)))] {
            try workshop.write(name, bytes: bytes)
            #expect(try holdfast("import", name, with: other).status == 65, "\(name)")
        }
        var flipped = zip
        for place in stride(from: 4000, to: zip.count - 30_000, by: 997) { flipped[place] ^= 4 }
        try workshop.write("flipped.zip", bytes: flipped)
        #expect(try holdfast("import", "flipped.zip", with: other).status == 65)
        #expect(try holdfast("log", "--json", with: other).lines == [])
    }
}

extension Workshop {
    /// All a vault tells, of a vault named by the environment.
    static func state(_ holdfast: Program, with changes: [String: String?]) -> () throws -> [String] {
        {
            try [
                ["people", "--json", "--everyone"], ["snapshots", "--json"], ["log", "--json"], ["changes", "--json"],
                ["verify", "--json"],
            ].map {
                let run = try holdfast.run($0, with: changes)
                return "\($0[0]) \(run.status)\n\(run.text)"
            }
        }
    }
}
