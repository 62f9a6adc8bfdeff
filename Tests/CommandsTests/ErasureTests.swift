import Foundation
import Testing

/// The rights of the people in a vault: to know, to be kept back, to be forgotten.
@Suite("The rights of the people")
struct ErasureTests {
    /// Someone whose every trace can be looked for, among others.
    static let marks = ["zelda", "quirrenbach", "zq@firma-zq.example", "7705551", "Zebrafink", "Sphinxenfels", "Vertrauliches"]

    private static let connections =
        Connections.file(20) + "\n"
        + "Zelda,Quirrenbach,https://www.linkedin.com/in/zelda-quirrenbach,zq@firma-zq.example,Zebrafink AG,Sphinxenfels,05 Mar 2021\n"
        + Connections.row(50)

    private static let messages = """
        CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
        c1,,Olga Owner,https://www.linkedin.com/in/olga-owner,Zelda Quirrenbach,https://www.linkedin.com/in/zelda-quirrenbach,2026-01-02 10:00:00 UTC,,\
        Vertrauliches,INBOX
        c2,,Given3 Family3,https://www.linkedin.com/in/person-3,Olga Owner,https://www.linkedin.com/in/olga-owner,2026-01-03 10:00:00 UTC,,Hello,INBOX
        """

    /// A vault in which she stands in two exports, an archive with messages, a tag, a note, an edit.
    private func furnished(_ name: String = #function) throws -> Workshop {
        let workshop = try Workshop(name)
        let holdfast = workshop.holdfast
        try workshop.write("archive/Connections.csv", Self.connections)
        try workshop.write("archive/messages.csv", Self.messages)
        let steps = [
            ["import", "--exported-on", "2025-01-01", try workshop.write("first.csv", Self.connections)],
            ["import", try workshop.zip(workshop.path("archive"), to: "Complete_LinkedInDataExport_02-03-2026.zip")],
            ["tag", "Zelda Quirrenbach", "Zebrafink"], ["note", "Zelda Quirrenbach", "Vertrauliches"],
            ["edit", "Zelda Quirrenbach", "--set", "phone=+49 30 7705551"], ["tag", "Given3 Family3", "kept"],
        ]
        for step in steps {
            let run = try holdfast.run(step)
            try #require(run.status == 0, "\(step) \(run)")
        }
        return workshop
    }

    /// Every mark that is still in the vault's files, in the originals as they unpack, or in what the program tells.
    private func leftovers(_ workshop: Workshop) throws -> [String] {
        let script = """
            import glob, sqlite3, subprocess, sys, zipfile, io
            found = set()
            marks = [m.lower().encode() for m in sys.argv[1:]]
            def look(data, where):
                low = data.lower()
                for m in marks:
                    if m in low: found.add(where + ": " + m.decode())
            for name in glob.glob("vault.sqlite*"): look(open(name, "rb").read(), name)
            vault = sqlite3.connect("file:vault.sqlite?mode=ro", uri=True)
            for table, in vault.execute("select name from sqlite_master where type = 'table'").fetchall():
                for row in vault.execute(f"select * from \\"{table}\\""):
                    for value in row: look(value if isinstance(value, bytes) else str(value).encode(), table)
            for number, in vault.execute("select original_id from original").fetchall():
                packed = b"".join(p for p, in vault.execute("select zstd from original_piece where original_id = ? order by piece", (number,)))
                data = subprocess.run(["zstd", "-dc"], input=packed, stdout=subprocess.PIPE).stdout if packed else b""
                look(data, f"original {number}")
                if data[:2] == b"PK":
                    for info in zipfile.ZipFile(io.BytesIO(data)).infolist(): look(zipfile.ZipFile(io.BytesIO(data)).read(info), info.filename)
            print("\\n".join(sorted(found)))
            """
        let run = try Program(folder: workshop.folder, environment: workshop.holdfast.environment).shell(
            "python3 - \(Self.marks.map { "'\($0)'" }.joined(separator: " ")) <<'END'\n\(script)\nEND")
        guard run.status == 0 else { throw JSON.Unfit("\(run)") }
        return run.lines
    }

    @Test("After an erasure nothing of the person is in the vault's files, and everybody else is as before")
    func erased() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        #expect(try leftovers(workshop).count > 10, "the marks are there to be found")
        let others = try holdfast("people", "--json", "--everyone").lines.filter { !$0.contains("Zelda") }
        let asked = try holdfast("erase", "Zelda Quirrenbach")
        #expect(asked.status == 64 && asked.errors.contains("--yes"), "\(asked)")
        #expect(try holdfast("people", "--json", "Quirrenbach").lines.count == 1)

        let run = try holdfast("erase", "Zelda Quirrenbach", "--yes", "--json")
        #expect(run.status == 0, "\(run)")
        #expect(try run.object["wiped"] == .bool(true) && run.object["originals_rewritten"].integer == 2, "\(run)")
        #expect(try leftovers(workshop) == [])
        #expect(try holdfast("people", "--json", "--everyone").lines == others)
        let verified = try holdfast("verify")
        #expect(verified.status == 0, "\(verified)")
        #expect(try holdfast("show", "Zelda Quirrenbach").status == 66)
        let log = try holdfast("log", "--json")
        #expect(log.lines.count == 7 && !log.text.lowercased().contains("quirrenbach"))
        #expect(try holdfast("log").status == 0)
    }

    @Test("No later import brings the person back: the same files, newer ones, an archive")
    func staysAway() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("erase", "zq@firma-zq.example", "--yes").status == 0)
        let before = try holdfast("people", "--json", "--everyone").text
        for words in [["first.csv"], ["Complete_LinkedInDataExport_02-03-2026.zip"]] {
            let run = try holdfast.run(["import", "--json"] + words)
            #expect(run.status == 0, "\(run)")
            #expect(try run.object["files"][0]["already_imported"] == .bool(true), "\(words): \(run)")
        }
        #expect(try holdfast("people", "--json", "--everyone").text == before)
        try workshop.write("newer/Connections.csv", Self.connections.replacingOccurrences(of: "Partner 3", with: "Director"))
        try workshop.write("newer/messages.csv", Self.messages)
        for words in [
            ["--exported-on", "2026-05-01", "newer/Connections.csv"],
            [try workshop.zip(workshop.path("newer"), to: "Complete_LinkedInDataExport_06-07-2026.zip")],
            ["--exported-on", "2026-08-01", "newer"],
        ] {
            let run = try holdfast.run(["import"] + words)
            #expect(run.status == 0 && run.text.contains("1 erased person was left out"), "\(words): \(run)")
            #expect(try leftovers(workshop) == [], "\(words)")
            let sound = try holdfast("verify")
            #expect(sound.status == 0, "\(words): \(sound)")
            let again = try holdfast.run(["import", "--json"] + words)
            #expect(try again.object["files"].elements.allSatisfy { $0["already_imported"] == .bool(true) }, "\(again)")
        }
        #expect(try holdfast("people", "--json", "Given3").lines.first?.contains("Director") == true)
        let dry = try holdfast("import", "--dry-run", "--exported-on", "2026-09-01", "newer/Connections.csv")
        #expect(dry.status == 0 && dry.text.contains("left out"))
    }

    @Test("An import that is taken back and done again does not bring the person back")
    func undoing() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("erase", "Zelda Quirrenbach", "--yes").status == 0)
        #expect(try holdfast("undo", "7").status == 65, "an erasure can't be taken back")
        #expect(try holdfast("undo", "2").status == 0)
        #expect(try holdfast("undo", "8").status == 0)
        #expect(try holdfast("verify").status == 0)
        #expect(try leftovers(workshop) == [])
        #expect(try holdfast("people", "--json").lines.count == 21)
    }

    @Test("A namesake stays, and so does who shares an address with the firm")
    func namesakes() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let file = """
            \(Connections.header)
            Anna,Example,https://www.linkedin.com/in/anna-1,info@firm.example,Firm,Partner,01 Jan 2020
            Anna,Example,https://www.linkedin.com/in/anna-2,info@firm.example,Other,Clerk,02 Jan 2020
            Joanna,Example,https://www.linkedin.com/in/anna-11,,Firm,Clerk,03 Jan 2020
            """
        let old = """
            First Name,Last Name,Email Address,Company,Position,Connected On
            Bert,Example,,Firm,Partner,01/05/19
            Bert,Example,,Other,Clerk,02/17/19
            """
        try #require(holdfast("import", "--exported-on", "2021-01-01", workshop.write("a.csv", file)).status == 0)
        try #require(holdfast("import", "--source", "Old", "--exported-on", "2019-06-01", workshop.write("b.csv", old)).status == 0)
        try #require(holdfast("erase", "https://www.linkedin.com/in/anna-1", "--yes").status == 0)
        let people = try holdfast("people", "--json").objects
        let bert = try #require(people.first { $0["company"].string == "Firm" && $0["given"].string == "Bert" }?["id"].string)
        try #require(holdfast("erase", bert, "--yes").status == 0)
        #expect(try holdfast("people", "--json").objects.compactMap { $0["company"].string }.sorted() == ["Firm", "Other", "Other"])
        let ids = try holdfast("snapshots", "--json").objects.compactMap { $0["id"].string }
        let originals = try ids.map { try holdfast("original", $0, "-o", "-").text }
        #expect(originals.contains { $0.contains("anna-2") && $0.contains("anna-11") && !$0.contains("anna-1,") }, "\(originals)")
        #expect(originals.contains { $0.contains("Other,Clerk,02/17/19") && !$0.contains("01/05/19") }, "\(originals)")
        #expect(try holdfast("verify").status == 0)
        let again = try holdfast("import", "--exported-on", "2022-01-01", workshop.path("a.csv"))
        #expect(again.text.contains("1 erased person was left out"), "\(again)")
        #expect(try holdfast("people", "--json").lines.count == 3)
    }

    @Test("Restoring a backup from before does not bring the person back either")
    func restoring() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("backup", "before.sqlite").status == 0)
        try #require(holdfast("erase", "Zelda Quirrenbach", "--yes").status == 0)
        let run = try holdfast("restore", "before.sqlite", "--force")
        #expect(run.status == 0, "\(run)")
        #expect(try holdfast("people", "--json", "Quirrenbach").lines == [])
        #expect(try holdfast("verify").status == 0)
        let again = try holdfast("import", "--exported-on", "2026-11-01", "first.csv")
        #expect(again.text.contains("left out"), "\(again)")
    }

    @Test("The owner is not erased, and nobody by accident")
    func refusals() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        try #require(holdfast("import", Repository.linkedIn("archive-2026-part-2")).status == 0)
        let owner = try holdfast("erase", "Olga Owner", "--yes")
        #expect(owner.status == 65 || owner.status == 66, "\(owner)")
        #expect(try holdfast("erase", "nobody at all", "--yes").status == 66)
        #expect(try holdfast("erase", "Ada Example", "--yes").status == 65, "two are called so")
    }

    @Test("What is kept back is in no export, whatever the format, and show says so")
    func sharing() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        let formats = try #require(
            holdfast("export", "--to", "nothing").errors.split(separator: "It can be ").last?.split(separator: ".").first)
        try #require(holdfast("share", "Given7 Family7", "--no", "--field", "email").status == 0)
        try #require(holdfast("share", "Zelda Quirrenbach", "--no").status == 0)
        for format in formats.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            let place = format == "archive" ? "out" : "out.\(format)"
            let run = try holdfast("export", "--to", format, "-o", place)
            #expect(run.status == 0, "\(format): \(run)")
            let text = try holdfast.shell(format == "archive" ? "cat out/people/people.[cv]*" : "cat out.\(format)").text
            #expect(!text.contains("Quirrenbach") && !text.contains("person7@"), "\(format)")
            #expect(text.contains("Family14"), "\(format)")
        }
        #expect(try holdfast("show", "Zelda Quirrenbach").text.contains("kept back"))
        #expect(try holdfast("show", "Given7 Family7").text.contains("email"))
        #expect(try holdfast("share", "Zelda Quirrenbach", "--no").status == 65, "it is said already")
        try #require(holdfast("share", "Zelda Quirrenbach", "--yes").status == 0)
        #expect(try holdfast("export", "--to", "csv").text.contains("Quirrenbach"))
        #expect(try holdfast("verify").status == 0)
        #expect(try holdfast("share", "Given3", "--no", "--field", "shoe").status == 64)
        #expect(try holdfast("share", "Given3").status == 64)
    }

    @Test("A report tells everything that is held, in text, as a page and in JSON")
    func report() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("note", "Zelda Quirrenbach", "<script>alert(1)</script>").status == 0)
        let text = try holdfast("report", "Zelda Quirrenbach")
        #expect(text.status == 0)
        for mark in [
            "Zelda Quirrenbach", "zq@firma-zq.example", "Zebrafink AG", "7705551", "Vertrauliches", "2025-01-01", "Connections.csv",
            "LinkedIn",
        ] {
            #expect(text.text.contains(mark), "\(mark)")
        }
        #expect(try holdfast("report", "Zelda Quirrenbach", "-o", "zelda.html").status == 0)
        let page = try holdfast.shell("cat zelda.html").text
        #expect(page.contains("<!doctype html>") && page.contains("Zebrafink AG") && !page.contains("<script>"))
        let json = try holdfast("report", "Zelda Quirrenbach", "--json").object
        #expect(json["person"]["name"].string == "Zelda Quirrenbach")
        #expect(json["entries"].elements.count >= 2 && json["steps"].elements.count == 4)
        #expect(try holdfast("report", "Given3 Family3").text.contains("Zelda") == false)
    }
}
