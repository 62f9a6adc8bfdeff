import Foundation
import Testing

/// Whatever is put in: a sentence that says what happened, the right status, and the vault as it was.
@Suite("Bad input")
struct BadInputTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws {
        workshop = try Workshop()
        // Something to lose.
        try #require(holdfast("import", "--exported-on", "2025-01-01", Repository.linkedIn("era-d.csv")).status == 0)
    }

    /// Imports what can't be used and checks all that must hold then.
    private func refuse(
        _ run: () throws -> Run, status: Set<Int32> = [65], saying words: [String] = [], place: SourceLocation = #_sourceLocation
    )
        throws
    {
        let before = try workshop.state()
        let names = workshop.names()
        let run = try run()
        #expect(status.contains(run.status), "\(run)", sourceLocation: place)
        #expect(run.output.isEmpty, "\(run)", sourceLocation: place)
        #expect(isSentence(run.errors), "\(run)", sourceLocation: place)
        for word in words { #expect(run.errors.contains(word), "“\(word)” is missing: \(run)", sourceLocation: place) }
        #expect(try workshop.state() == before, sourceLocation: place)
        #expect(workshop.names() == names, "nothing is left behind", sourceLocation: place)
    }

    /// Says what happened in words for people.
    private func isSentence(_ text: String) -> Bool {
        text.hasPrefix("holdfast: ") && text.hasSuffix(".\n") && text.count > 40
            && !["Error(", "errno", "Swift", "NSError", "DatabaseError", "SQLite error", "Optional("].contains { text.contains($0) }
    }

    // MARK: Kinds of files

    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] + Array("JFIF".utf8) + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    private static let pdf = Array(
        "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".utf8)
    private static let page = Array(
        """
        <!DOCTYPE html><html lang="en"><head><title>LinkedIn Login, Sign in | LinkedIn</title></head><body><form>Email, Password</form></body></html>
        """.utf8)
    private static let random: [UInt8] = {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        return (0..<9000).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }()
    /// Structured data about somebody, in which a table of commas could be seen.
    private static let person = Array(
        "{\"@context\": \"https://schema.org\", \"@type\": \"Person\", \"name\": \"Ada Example\", \"email\": \"ada@example.com\"}".utf8)
    private static let kinds: [(String, [UInt8])] = [
        ("photo.jpg", jpeg), ("Connections.csv", jpeg), ("letter.pdf", pdf), ("Connections.csv", page), ("login.html", page),
        ("Connections.csv", random),
        ("zeros.csv", [UInt8](repeating: 0, count: 5000)),
        ("prose.txt", Array("Dear all,\nthis is a letter, and no list of anybody.\nYours\n".utf8)),
        ("other.csv", Array("date,amount,text\n2026-01-01,12.50,coffee\n2026-01-02,3,tea\n".utf8)),
        ("data.json", Array("{\"a\": [1, 2, 3]}".utf8)),
        ("people.json", person), ("people.jsonl", person + Array("\n".utf8) + person),
        ("list.json", Array("[\n".utf8) + person + Array(",\n".utf8) + person + Array("]".utf8)),
        (
            "stored.zip",
            Array("#!/bin/sh\nPK\u{3}\u{4}\u{14}\0\0\0people.csv\n".utf8)
                + Array(String(repeating: "Ada Example,ada@example.com\n", count: 30).utf8)
        ),
        ("one-letter.csv", [0x41]), ("mark.csv", [0xEF, 0xBB, 0xBF]), ("blank.csv", Array("\n\n  \n".utf8)),
    ]

    @Test("A file of the wrong kind", arguments: kinds)
    func wrongKind(name: String, bytes: [UInt8]) throws {
        let file = try workshop.write(name, bytes: bytes)
        try refuse({ try holdfast("import", file) }, saying: [name])
    }

    @Test("A sign-in page saved in place of the export is called what it is")
    func loginPage() throws {
        let file = try workshop.write("Connections.csv", bytes: Self.page)
        try refuse({ try holdfast("import", file) }, saying: ["page"])
    }

    @Test("A spreadsheet's own file says how to save it as CSV")
    func spreadsheet() throws {
        let script = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], 'w') as book:
                book.writestr('[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
                book.writestr('_rels/.rels', '<?xml version="1.0"?><Relationships/>')
                book.writestr('xl/workbook.xml', '<?xml version="1.0"?><workbook/>')
                book.writestr('xl/worksheets/sheet1.xml', '<?xml version="1.0"?><worksheet/>')
            """
        try #require(holdfast.python(script, workshop.path("Connections.xlsx")).status == 0)
        try refuse({ try holdfast("import", workshop.path("Connections.xlsx")) }, saying: ["CSV"])
    }

    @Test("A file with notes and no rows, and one with a header alone", arguments: ["notes-only.csv", "header-only.csv"])
    func nothingInIt(name: String) throws {
        try refuse({ try holdfast("import", Repository.linkedIn(name)) }, saying: [name, "nobody was removed"])
    }

    @Test("An empty file")
    func empty() throws {
        let file = try workshop.write("Connections.csv", "")
        try refuse({ try holdfast("import", file) }, saying: ["empty"])
        try refuse({ try holdfast("import", "-") }, saying: ["empty"])
    }

    @Test("A file that isn't there")
    func missing() throws {
        try refuse({ try holdfast("import", workshop.path("no such file.csv")) }, status: [66], saying: ["no such file.csv"])
        try refuse({ try holdfast("import", workshop.path("vault.sqlite/x.csv")) }, status: [66])
        try refuse({ try holdfast("import", "") }, status: [66, 64])
    }

    @Test("An empty folder, and one with nothing of ours in it")
    func folders() throws {
        try FileManager.default.createDirectory(atPath: workshop.path("empty"), withIntermediateDirectories: true)
        try refuse({ try holdfast("import", workshop.path("empty")) })
        try workshop.write("photos/a.jpg", bytes: Self.jpeg)
        try workshop.write("photos/b.pdf", bytes: Self.pdf)
        try refuse({ try holdfast("import", workshop.path("photos")) })
    }

    @Test("A file and a folder one may not read")
    func noPermission() throws {
        try workshop.write("locked/Connections.csv", Connections.file(3))
        try workshop.write("mine.csv", Connections.file(3))
        #expect(chmod(workshop.path("locked"), 0) == 0 && chmod(workshop.path("mine.csv"), 0) == 0)
        defer { chmod(workshop.path("locked"), 0o700) }
        // Root reads everything; without these two capabilities it reads what its permissions allow, as everybody does.
        let wrapper = geteuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
        try refuse({ try holdfast("import", workshop.path("locked"), through: wrapper) }, status: [66], saying: ["permission"])
        try refuse({ try holdfast("import", workshop.path("mine.csv"), through: wrapper) }, status: [66], saying: ["permission"])
    }

    @Test("A vault one may not write says so, and one may still look")
    func readOnlyVault() throws {
        let wrapper = geteuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
        let before = try holdfast("people", "--json").text
        chmod(workshop.path("vault.sqlite"), 0o400)
        let run = try holdfast("import", Repository.linkedIn("era-e.csv"), through: wrapper)
        #expect(run.status == 73 && isSentence(run.errors), "\(run)")
        #expect(try holdfast("people", "--json", through: wrapper).text == before)
        chmod(workshop.path("vault.sqlite"), 0o600)
        #expect(try holdfast("people", "--json").text == before)
        try FileManager.default.createDirectory(atPath: workshop.path("closed"), withIntermediateDirectories: true)
        chmod(workshop.path("closed"), 0o500)
        defer { chmod(workshop.path("closed"), 0o700) }
        let made = try holdfast("status", "--vault", workshop.path("closed/vault.sqlite"), through: wrapper)
        #expect([66, 73].contains(made.status) && isSentence(made.errors), "\(made)")
    }

    @Test("On read-only media a vault can be looked at, what stands in its log too, and one of an earlier version says what to do")
    func readOnlyMedia() throws {
        let wrapper = geteuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
        let made = try holdfast.python(
            """
            import os, shutil, sqlite3, subprocess
            for name in ("disc", "older"):
                os.mkdir(name)
            shutil.copy("vault.sqlite", "older/vault.sqlite")
            older = sqlite3.connect("older/vault.sqlite")
            older.execute("DROP TABLE likeness")
            older.execute("DELETE FROM grdb_migrations WHERE identifier LIKE '0002%'")
            older.commit()
            older.execute("PRAGMA journal_mode = delete")
            older.close()
            # Somebody looks meanwhile, so that what is written stays in the log.
            looking = sqlite3.connect("vault.sqlite")
            looking.execute("BEGIN")
            looking.execute("SELECT count(*) FROM person").fetchall()
            program = os.environ["holdfast"]
            first = subprocess.run([program, "people", "--json"], capture_output=True, text=True).stdout.splitlines()[0].split('"')[3]
            assert subprocess.run([program, "tag", first, "late"]).returncode == 0
            for end in ("", "-wal"):
                shutil.copy("vault.sqlite" + end, "disc/vault.sqlite" + end)
            looking.close()
            """)
        #expect(made.status == 0, "\(made)")
        for folder in ["disc", "older"] {
            for name in workshop.names(in: folder) { chmod(workshop.path("\(folder)/\(name)"), 0o400) }
            chmod(workshop.path(folder), 0o500)
        }
        defer { for folder in ["disc", "older"] { chmod(workshop.path(folder), 0o700) } }
        let disc = ["HOLDFAST_VAULT": Optional(workshop.path("disc/vault.sqlite"))]
        for words in [["people", "--json", "--where", "tag=late"], ["log", "--json"], ["export", "--to", "csv"], ["verify", "--json"]] {
            let run = try holdfast.run(words, with: disc, through: wrapper)
            #expect(run.status == 0, "\(run)")
            #expect(try run.text == holdfast.run(words).text, "\(words)")
        }
        #expect(try holdfast("tag", "Given1", "x", with: disc, through: wrapper).status != 0)
        #expect(
            try holdfast(
                "restore", workshop.path("disc/vault.sqlite"), with: ["HOLDFAST_VAULT": workshop.path("own.sqlite")], through: wrapper
            ).status == 0)
        #expect(workshop.names(in: "disc") == ["vault.sqlite", "vault.sqlite-wal"])
        let older = try holdfast("people", with: ["HOLDFAST_VAULT": workshop.path("older/vault.sqlite")], through: wrapper)
        #expect(older.status == 73 && isSentence(older.errors) && older.errors.contains("restore"), "\(older)")
    }

    // MARK: Archives

    /// Makes an archive with Python's writer; `archive` and `info(name)` are at hand in the script.
    private func archive(_ name: String, _ body: String) throws -> String {
        let script = """
            import os, stat, sys, zipfile
            rows = open(sys.argv[2], encoding='utf-8').read()
            def info(name, mode=0o100644):
                info = zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6))
                info.external_attr = mode << 16
                info.compress_type = zipfile.ZIP_DEFLATED
                return info
            archive = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)
            \(body)
            archive.close()
            """
        let run = try holdfast.python(script, workshop.path(name), Repository.linkedIn("era-e.csv"))
        guard run.status == 0 else { throw JSON.Unfit("\(run)") }
        return workshop.path(name)
    }

    @Test("A truncated archive", arguments: [0.02, 0.5, 0.9, 0.99])
    func truncated(part: Double) throws {
        let whole = try workshop.zip(Repository.linkedIn("archive-2026-part-2"), to: "whole.zip")
        let bytes = try #require(FileManager.default.contents(atPath: whole))
        let file = try workshop.write("cut.zip", bytes: Array(bytes.prefix(Int(Double(bytes.count) * part))))
        try refuse({ try holdfast("import", file) }, saying: ["cut.zip", "again"])
    }

    @Test("A zip bomb is stopped long before it has unpacked", .timeLimit(.minutes(2)))
    func bomb() throws {
        let one = "with archive.open(info('Connections.csv'), 'w') as entry:\n    for _ in range(240): entry.write(bytes(1 << 20))"
        let file = try archive("bomb.zip", one)
        try refuse({ try holdfast("import", file) }, saying: ["bomb.zip"])
        let rows =
            "with archive.open(info('Connections.csv'), 'w') as entry:\n    entry.write(rows.encode() + b'\\n')\n    for _ in range(240): entry.write(b'a' * (1 << 20))"
        let other = try archive("rows.zip", rows)
        try refuse({ try holdfast("import", other) }, saying: ["rows.zip"])
    }

    @Test("An encrypted archive says to unpack it with the password")
    func encrypted() throws {
        let run = try holdfast.shell(
            "cp \"$rows\" Connections.csv && zip -q -P secret locked.zip Connections.csv", with: ["rows": Repository.linkedIn("era-e.csv")])
        try #require(run.status == 0, "\(run)")
        try refuse({ try holdfast("import", workshop.path("locked.zip")) }, saying: ["password"])
    }

    @Test(
        "Entries that lead out of the archive are never written anywhere, and never read as contacts",
        arguments: [
            "../Connections.csv", "/tmp/holdfast-test-escape/Connections.csv", "a/../../Connections.csv", "..\\Connections.csv",
            "C:\\Connections.csv",
        ])
    func escaping(name: String) throws {
        let file = try archive("escape.zip", "archive.writestr(info(\(name.debugDescription)), rows)")
        let before = try workshop.state()
        let run = try holdfast("import", "--json", file)
        #expect(run.status == 65 && isSentence(run.errors), "\(run)")
        #expect(run.errors.contains("has a path that leads out of the archive"), "\(run)")
        #expect(try workshop.state() == before)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/holdfast-test-escape"))
        // The rest of such an archive is read, and the entry is named.
        let mixed = try archive(
            "mixed.zip", "archive.writestr(info(\(name.debugDescription)), 'x')\narchive.writestr(info('Connections.csv'), rows)")
        let read = try holdfast("import", "--json", mixed)
        #expect(read.status == 0, "\(read)")
        #expect(try read.object["passed_over"].elements.contains { $0["reason"] == .string("unsafe-path") }, "\(read)")
        #expect(try holdfast("people", "--json").lines.count == 5)
    }

    @Test("Links in an archive or a folder are not followed")
    func links() throws {
        let file = try archive("links.zip", "archive.writestr(info('Connections.csv', stat.S_IFLNK | 0o777), '/etc/passwd')")
        try refuse({ try holdfast("import", file) }, saying: ["Connections.csv is a link"])
        let secret = try workshop.write("secret.csv", Connections.file(3))
        try FileManager.default.createDirectory(atPath: workshop.path("folder"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: workshop.path("folder/Connections.csv"), withDestinationPath: secret)
        try refuse({ try holdfast("import", workshop.path("folder")) }, saying: ["Connections.csv is a link"])
    }

    @Test("A folder that leads into itself ends")
    func circle() throws {
        try FileManager.default.createDirectory(atPath: workshop.path("round/round"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: workshop.path("round/round/round"), withDestinationPath: workshop.path("round"))
        try refuse({ try holdfast("import", workshop.path("round")) })
    }

    @Test("An archive with a damaged entry")
    func damagedEntry() throws {
        let file = try archive("damaged.zip", "archive.writestr(info('Connections.csv'), rows * 30)")
        var bytes = try Array(#require(FileManager.default.contents(atPath: file)))
        for place in 60..<90 { bytes[place] ^= 0x5A }
        try workshop.write("damaged.zip", bytes: bytes)
        try refuse({ try holdfast("import", file) }, saying: ["damaged"])
    }

    // MARK: While it is read

    @Test("A file that grows while it is read is refused whole")
    func growing() throws {
        let file = try workshop.write("growing.csv", Connections.file(2000))
        let before = try workshop.state()
        let script = """
            import os, subprocess, sys, time
            run = subprocess.Popen([os.environ["holdfast"], "import", sys.argv[1]], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            number = 100000
            with open(sys.argv[1], 'a') as file:
                while run.poll() is None:
                    file.write(f"\\nGiven{number},Family,https://www.linkedin.com/in/late-{number},,Late,Late,08 Feb 2026")
                    file.flush()
                    number += 1
                    time.sleep(0.001)
            out, err = run.communicate()
            sys.stdout.buffer.write(out)
            sys.stderr.buffer.write(err)
            sys.exit(run.returncode)
            """
        let run = try holdfast.python(script, file)
        #expect(run.status == 65, "\(run)")
        #expect(isSentence(run.errors) && run.errors.contains("changed"), "\(run)")
        #expect(try workshop.state() == before)
    }

    @Test("A disk that is full ends with 74, and the vault is as it was", arguments: [0, 150, 500, 1000])
    func fullDisk(blocks: Int) throws {
        let file = try workshop.write("many.csv", Connections.file(1500))
        let before = try workshop.state()
        // A limit on the size of files (in blocks of 512 bytes) stops the writing as a full disk would.
        let run = try holdfast.shell("ulimit -f \(blocks); \"$holdfast\" import '\(file)' 2> /dev/fd/1 > /dev/null")
        #expect(run.status == 74, "\(run)")
        #expect(try workshop.state() == before)
        #expect(try holdfast("import", file).status == 0)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("A vault on a full disk is read and handed out, and says why it can't be written")
    func fullDiskReading() throws {
        let file = try workshop.write("many.csv", Connections.file(50))
        try #require(holdfast("import", workshop.write("some.csv", Connections.file(20))).status == 0)
        let people = try holdfast("people", "--json").text
        // No room for the 32 KiB that programs share of a file one of them writes. What is said goes by a pipe to a program without the limit.
        func full(_ words: String) throws -> Run {
            try holdfast.shell(
                "rm -f words; mkfifo words; cat words > said & (ulimit -f 2; \"$holdfast\" \(words) > words 2>&1); code=$?; wait; cat said; exit $code"
            )
        }
        let read = try full("people --json")
        #expect(read.status == 0 && read.text == people, "\(read)")
        let handedOut = try full("export --to csv")
        #expect(handedOut.status == 0 && handedOut.text.contains("Given7"), "\(handedOut)")
        let run = try full("import '\(file)'")
        #expect(run.status == 74 && isSentence(run.text) && run.text.contains("full"), "\(run)")
        #expect(try holdfast("people", "--json").text == people)
    }

    @Test("A full disk is said in a sentence")
    func fullDiskWords() throws {
        let file = try workshop.write("many.csv", Connections.file(1500))
        let run = try holdfast.shell(
            "mkfifo words; cat words > said & (ulimit -f 700; \"$holdfast\" import '\(file)' 2> words); code=$?; wait; cat said >&2; exit $code"
        )
        #expect(run.status == 74, "\(run)")
        #expect(isSentence(run.errors) && run.errors.contains("full"), "\(run)")
    }

    // MARK: Vaults

    @Test("A vault that is none is refused, and left as it is", arguments: ["text", "picture", "other", "newer", "folder", "short"])
    func otherVaults(kind: String) throws {
        let path = workshop.path("other.sqlite")
        switch kind {
        case "text": try workshop.write("other.sqlite", "Dear vault, you are none.\n")
        case "picture": try workshop.write("other.sqlite", bytes: Self.jpeg)
        case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        case "short": try workshop.write("other.sqlite", "SQLite format 3\u{0}and no more")
        case "newer":
            try #require(holdfast("status", "--vault", path).status == 0)
            let script =
                "import sqlite3,sys; v=sqlite3.connect(sys.argv[1]); v.execute(\"INSERT INTO grdb_migrations VALUES ('9999-from-tomorrow')\"); v.commit(); v.execute('PRAGMA wal_checkpoint(TRUNCATE)'); v.close()"
            try #require(holdfast.python(script, path).status == 0)
        default:
            let script =
                "import sqlite3,sys; v=sqlite3.connect(sys.argv[1]); v.execute('CREATE TABLE songs (title TEXT)'); v.commit(); v.close()"
            try #require(holdfast.python(script, path).status == 0)
        }
        // A newer vault is a vault, which SQLite may tidy up; anything else stays as it is to the byte.
        let dump = "import sqlite3,sys; [print(line) for line in sqlite3.connect(sys.argv[1]).iterdump()]"
        func content() throws -> [UInt8]? {
            kind == "newer" ? try holdfast.python(dump, path).output : workshop.bytes("other.sqlite")
        }
        let before = try content()
        for words in [["import", Repository.linkedIn("era-e.csv")], ["people"], ["verify"], ["export", "--to", "csv"]] {
            let run = try holdfast.run(words + ["--vault", path])
            #expect(run.status == 65, "\(kind): \(run)")
            #expect(run.output.isEmpty)
            #expect(isSentence(run.errors), "\(run)")
            if kind == "newer" { #expect(run.errors.contains("newer")) }
        }
        #expect(try content() == before, "left as it is")
        #expect(workshop.names().filter { $0.hasPrefix("other") } == ["other.sqlite"] || kind == "newer")
        #expect(try holdfast("verify").status == 0)
    }

    @Test("A vault cut short or scribbled over is never taken for a sound one", arguments: ["cut", "scribbled"])
    func damagedVault(kind: String) throws {
        try #require(holdfast("import", workshop.write("many.csv", Connections.file(300))).status == 0)
        // All of it into the one file, so that the file is what is damaged.
        let script = "import sqlite3,sys; v=sqlite3.connect(sys.argv[1]); v.execute('PRAGMA wal_checkpoint(TRUNCATE)'); v.close()"
        try #require(holdfast.python(script, workshop.path("vault.sqlite")).status == 0)
        var bytes = try #require(workshop.bytes("vault.sqlite"))
        try #require(bytes.count > 100_000)
        if kind == "cut" {
            bytes.removeLast(bytes.count / 2)
        } else {
            for place in stride(from: bytes.count / 2, to: bytes.count / 2 + 20_000, by: 3) { bytes[place] ^= 0xFF }
        }
        try workshop.write("vault.sqlite", bytes: bytes)
        #expect(try holdfast("verify").status == 65)
        for words in [["verify"], ["people", "--json"], ["export", "--to", "jsonl"], ["import", Repository.linkedIn("era-e.csv")]] {
            let run = try holdfast.run(words)
            #expect([0, 65].contains(run.status), "\(words): \(run)")
            if run.status != 0, words[0] != "verify" { #expect(isSentence(run.errors), "\(run)") }
        }
    }
}
