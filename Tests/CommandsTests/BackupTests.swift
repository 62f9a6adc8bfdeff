import Foundation
import Testing

/// Backups as a person makes and needs them, with Debian's `age` on the other side.
@Suite("Backups")
struct BackupTests {
    /// A vault with people, a tag and a step taken back.
    private func furnished(_ name: String = #function, people: Int = 40) throws -> Workshop {
        let workshop = try Workshop(name)
        let holdfast = workshop.holdfast
        try #require(holdfast("import", "--exported-on", "2025-01-01", workshop.write("a.csv", Connections.file(people))).status == 0)
        try #require(holdfast("tag", "Given3 Family3", "clients").status == 0)
        try #require(holdfast("note", "Given4 Family4", "met in Lisbon").status == 0)
        try #require(holdfast("undo").status == 0)
        return workshop
    }

    /// Makes a key with age-keygen, and returns the public half.
    private func key(_ workshop: Workshop, _ name: String) throws -> String {
        let run = try workshop.holdfast.shell("age-keygen -o \(name) 2>/dev/null && age-keygen -y \(name)")
        return run.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("A backup is a vault of one file, and restoring it gives back everything")
    func plain() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        let before = try workshop.state()
        let backup = try holdfast("backup", "copy.sqlite", "--json")
        #expect(backup.status == 0, "\(backup)")
        #expect(try backup.object["people"].integer == 40 && backup.object["encrypted"] == .bool(false))
        #expect(try backup.object["sha256"].string == holdfast.shell("sha256sum copy.sqlite | cut -c-64").lines.first)
        #expect(workshop.names().filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        // The header's file format numbers: 1 is a database without a write-ahead log, which any program opens on read-only media.
        #expect(workshop.bytes("copy.sqlite").map { Array($0[18...19]) } == [1, 1])
        #expect(try holdfast.shell("sqlite3 -readonly copy.sqlite 'SELECT count(*) FROM person'").lines == ["40"])

        try #require(holdfast("tag", "Given5 Family5", "later").status == 0)
        let refused = try holdfast("restore", "copy.sqlite")
        #expect(refused.status == 73 && refused.errors.contains("--force"), "\(refused)")
        let restored = try holdfast("restore", "copy.sqlite", "--force", "--json")
        #expect(restored.status == 0, "\(restored)")
        #expect(try workshop.state() == before)
        let kept = try #require(try restored.object["kept"].string)
        #expect(try holdfast("--vault", kept, "log", "--json").lines.count == 5)
        #expect(try holdfast("--vault", "elsewhere/new.sqlite", "restore", "copy.sqlite").status == 0)
        #expect(try holdfast("--vault", "elsewhere/new.sqlite", "people", "--json").lines.count == 40)
    }

    @Test("What was encrypted to a key, the age program opens")
    func ageOpens() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        let (one, two) = (try key(workshop, "one.txt"), try key(workshop, "two.txt"))
        let run = try holdfast("backup", "vault.age", "--encrypt", "--recipient", one, "--recipient", two)
        #expect(run.status == 0, "\(run)")
        for file in ["one.txt", "two.txt"] {
            let opened = try holdfast.shell(
                "age -d -i \(file) -o opened.sqlite vault.age && sqlite3 opened.sqlite 'PRAGMA integrity_check'")
            #expect(opened.status == 0 && opened.lines == ["ok"], "\(opened)")
            #expect(try holdfast("--vault", "opened.sqlite", "verify").status == 0)
        }
        let plain = try #require(workshop.bytes("vault.age"))
        #expect(!String(decoding: plain, as: UTF8.self).contains("Family3"))
        #expect(workshop.names().filter { $0.contains(".holdfast-") } == [], "nothing is left lying about")
    }

    @Test("What the age program encrypted, restore takes: binary, armoured, for several")
    func takesAge() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        let before = try workshop.state()
        let (one, two) = (try key(workshop, "one.txt"), try key(workshop, "two.txt"))
        try #require(holdfast("backup", "copy.sqlite").status == 0)
        for (position, options) in ["-r \(one)", "-a -r \(one)", "-r \(two) -r \(one)"].enumerated() {
            try #require(holdfast.shell("age \(options) -o in.age copy.sqlite").status == 0)
            let vault = "vault-\(position).sqlite"
            let run = try holdfast("--vault", vault, "restore", "in.age", "--identity-file", "one.txt")
            #expect(run.status == 0, "\(options): \(run)")
            #expect(try holdfast("--vault", vault, "people", "--json", "--everyone").text == before[0].dropFirst("people 0\n".count))
        }
        let wrong = try holdfast("--vault", "no.sqlite", "restore", "in.age", "--identity-file", "in.age")
        #expect(wrong.status == 65, "\(wrong)")
        let third = try key(workshop, "three.txt")
        let unfit = try holdfast("--vault", "no.sqlite", "restore", "in.age", "--identity-file", "three.txt")
        #expect(unfit.status == 65 && unfit.errors.contains("another key") && !third.isEmpty, "\(unfit)")
        let none = try holdfast("--vault", "no.sqlite", "restore", "in.age")
        #expect(none.status == 65 && none.errors.contains("--identity-file"), "\(none)")
        #expect(workshop.bytes("no.sqlite") == nil)
    }

    @Test("A passphrase works in both directions with the age program, and a wrong one is told")
    func passphrase() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try workshop.write("secret.txt", "correct horse battery\n")
        try workshop.write("wrong.txt", "correct horse\n")
        #expect(try holdfast("backup", "ours.age", "--passphrase-file", "secret.txt").status == 0)
        // age asks a terminal for the passphrase; Python gives it one.
        let ours = try holdfast.python(Self.withTerminal, "age -d -o ours.sqlite ours.age", "correct horse battery")
        #expect(ours.status == 0, "\(ours)")
        #expect(try holdfast("--vault", "ours.sqlite", "verify").status == 0)
        try #require(holdfast("backup", "copy.sqlite").status == 0)
        let theirs = try holdfast.python(Self.withTerminal, "age -p -o theirs.age copy.sqlite", "correct horse battery")
        #expect(theirs.status == 0, "\(theirs)")
        let wrong = try holdfast("--vault", "new.sqlite", "restore", "theirs.age", "--passphrase-file", "wrong.txt")
        #expect(wrong.status == 65 && wrong.errors.contains("passphrase") && workshop.bytes("new.sqlite") == nil, "\(wrong)")
        #expect(try holdfast("--vault", "new.sqlite", "restore", "theirs.age", "--passphrase-file", "secret.txt").status == 0)
        #expect(try holdfast("--vault", "new.sqlite", "people", "--json").lines.count == 40)
    }

    static let withTerminal = """
        import os, pty, sys
        words = ["/bin/sh", "-c", sys.argv[1]]
        pid, terminal = pty.fork()
        if pid == 0: os.execv(words[0], words)
        seen = b""
        while True:
            try: data = os.read(terminal, 1024)
            except OSError: break
            if not data: break
            seen += data
            while b"assphrase" in seen and b": " in seen.split(b"assphrase", 1)[1]:
                seen = seen.split(b"assphrase", 1)[1].split(b": ", 1)[1]
                os.write(terminal, sys.argv[2].encode() + b"\\n")
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """

    @Test("A damaged backup is not restored, whatever is wrong with it")
    func damaged() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        let recipient = try key(workshop, "key.txt")
        try #require(holdfast("backup", "copy.sqlite").status == 0)
        try #require(holdfast("backup", "copy.age", "--recipient", recipient).status == 0)
        let plain = try #require(workshop.bytes("copy.sqlite"))
        let sealed = try #require(workshop.bytes("copy.age"))
        var flipped = plain
        let place = try #require(Data(plain).range(of: Data("Family7".utf8))).lowerBound
        flipped[place] = UInt8(ascii: "G")
        for (name, bytes) in [
            ("flipped", flipped), ("short", Array(plain.dropLast(4096))), ("empty", []), ("text", Array("Notes:\n".utf8)),
            ("cut.age", Array(sealed.dropLast(100))), ("head.age", Array(sealed.prefix(90))), ("long.age", sealed + [1]),
        ] {
            try workshop.write(name, bytes: bytes)
            let run = try holdfast("--vault", "new.sqlite", "restore", name, "--identity-file", "key.txt")
            let again = try holdfast("--vault", "new.sqlite", "restore", name)
            #expect(run.status == 65 && again.status == 65, "\(name): \(run) \(again)")
        }
        #expect(try holdfast("--vault", "new.sqlite", "restore", "nowhere").status == 66)
        #expect(workshop.names().filter { $0.hasPrefix("new") } == [])
    }

    @Test("A vault that is damaged is not backed up over a sound backup")
    func damagedVault() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("backup", "copy.sqlite").status == 0)
        let sound = workshop.bytes("copy.sqlite")
        try #require(
            holdfast.shell("sqlite3 vault.sqlite \"UPDATE record SET card = replace(card, 'Partner 3', 'Partner 4')\"").status == 0)
        let run = try holdfast("backup", "copy.sqlite")
        #expect(run.status == 65 && run.errors.contains("damaged"), "\(run)")
        #expect(workshop.bytes("copy.sqlite") == sound)
    }

    @Test(
        "The vault is never taken for the backup's place, and the answers are clear",
        arguments: [
            (["backup", "vault.sqlite"], 73), (["backup", "nowhere/copy.sqlite"], 73), (["backup", "copy", "--keep", "7d"], 73),
            (["backup", "copy", "--encrypt"], 64), (["backup", "copy", "--recipient", "age1no"], 64),
            (["backup", "copy", "--keep", "7x"], 64),
            (["backup", "copy", "--passphrase-file", "nowhere"], 66), (["restore", "vault.sqlite"], 73),
            (["restore", "x", "--identity-file", "a", "--passphrase-file", "b"], 64), (["--vault", "none.sqlite", "backup", "copy"], 66),
        ] as [([String], Int32)])
    func refusals(words: [String], status: Int32) throws {
        let workshop = try furnished("refusals", people: 5)
        let run = try workshop.holdfast.run(words)
        #expect(run.status == status, "\(words): \(run)")
        #expect(try workshop.holdfast("verify").status == 0)
        #expect(workshop.bytes("copy") == nil && workshop.bytes("none.sqlite") == nil)
    }

    @Test("In a folder the newest of each day, week and month stay, and nothing that is no backup of this vault goes")
    func thinning() throws {
        let workshop = try furnished(people: 5)
        let holdfast = workshop.holdfast
        let first = try holdfast("backup", "kept/", "--json")
        #expect(first.status == 0, "\(first)")
        let name = try #require(workshop.names(in: "kept").first)
        let bytes = try #require(workshop.bytes("kept/\(name)"))
        let vault = String(name.dropFirst("holdfast-".count).prefix(8))
        for day in ["20260101", "20260102", "20260215", "20260216"] {
            try workshop.write("kept/holdfast-\(vault)-\(day)T120000000Z.sqlite", bytes: bytes)
        }
        try workshop.write("kept/holdfast-00000000-20260101T120000000Z.sqlite", bytes: bytes)
        try workshop.write("kept/holdfast-\(vault)-20260103T120000000Z.sqlite", "no backup at all")
        try workshop.write("kept/letter.sqlite", bytes: bytes)
        let run = try holdfast("backup", "kept", "--keep", "1d,2m", "--json")
        #expect(run.status == 0, "\(run)")
        let left = workshop.names(in: "kept")
        #expect(left.contains("letter.sqlite") && left.contains("holdfast-00000000-20260101T120000000Z.sqlite"))
        #expect(left.contains("holdfast-\(vault)-20260103T120000000Z.sqlite"))
        // Of this vault: today's newest, and the newest of the second newest month.
        #expect(left.contains("holdfast-\(vault)-20260216T120000000Z.sqlite"))
        #expect(try run.object["removed"].elements.count == 4, "\(left)")
        #expect(left.count == 5, "\(left)")
    }

    @Test("Restoring over a damaged vault works, and the damaged one is kept")
    func overDamage() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        try #require(holdfast("backup", "copy.sqlite").status == 0)
        let before = try workshop.state()
        let vault = try #require(workshop.bytes("vault.sqlite"))
        let broken = Array(vault.prefix(5000)) + [UInt8](repeating: 7, count: 3000)
        try workshop.write("vault.sqlite", bytes: broken)
        let run = try holdfast("restore", "copy.sqlite", "--force", "--json")
        #expect(run.status == 0, "\(run)")
        #expect(try workshop.state() == before)
        let kept = try #require(try run.object["kept"].string)
        #expect(FileManager.default.contents(atPath: kept).map(Array.init) == broken)
    }

    @Test("A backup is of one moment, while others write")
    func whileWriting() throws {
        let workshop = try furnished()
        let holdfast = workshop.holdfast
        let many = try workshop.write("many.csv", Connections.file(2500))
        let child = try holdfast.start(["import", "--exported-on", "2026-01-01", many])
        var counts: Set<Int> = []
        for number in 0..<6 {
            let run = try holdfast("backup", "copy-\(number).sqlite", "--json")
            #expect(run.status == 0, "\(run)")
            counts.insert(try run.object["people"].integer ?? -1)
        }
        #expect(try child.finish().status == 0)
        #expect(counts.isSubset(of: [40, 2500]), "\(counts)")
    }

    @Test("kill -9 leaves no half backup, and the next one clears up", arguments: 0..<10)
    func killed(moment: Int) throws {
        let workshop = try furnished("killed", people: 400)
        let holdfast = workshop.holdfast
        try workshop.write("copy.sqlite", "what stood there before")
        let child = try holdfast.start(["backup", "copy.sqlite"])
        Thread.sleep(forTimeInterval: 0.03 * Double(moment + 1))
        child.killNow()
        _ = try child.finish()
        let whole = workshop.bytes("copy.sqlite").map { !$0.starts(with: Array("what".utf8)) } ?? false
        if whole { #expect(try holdfast("--vault", "copy.sqlite", "verify").status == 0) }
        #expect(try holdfast("backup", "copy.sqlite").status == 0)
        #expect(workshop.names().filter { $0.hasPrefix("copy.sqlite") } == ["copy.sqlite"], "\(workshop.names())")
        #expect(try holdfast("verify").status == 0)
    }

    @Test("kill -9 while restoring leaves the old vault or the new one", arguments: 0..<10)
    func killedRestoring(moment: Int) throws {
        let workshop = try furnished("restoring", people: 400)
        let holdfast = workshop.holdfast
        try #require(holdfast("backup", "copy.sqlite").status == 0)
        try #require(holdfast("tag", "Given5 Family5", "later").status == 0)
        let child = try holdfast.start(["restore", "copy.sqlite", "--force"])
        Thread.sleep(forTimeInterval: 0.04 * Double(moment + 1))
        child.killNow()
        _ = try child.finish()
        #expect(try holdfast("verify").status == 0)
        let steps = try holdfast("log", "--json").lines.count
        #expect(steps == 4 || steps == 5)
        #expect(try holdfast("people", "--json").lines.count == 400)
    }
}
