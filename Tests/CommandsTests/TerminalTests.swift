import Foundation
import Testing

/// What a person at a terminal sees: tables that fit, colours where they are welcome, progress, and nothing a file could do to the screen.
@Suite("At a terminal")
struct TerminalTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    /// Runs the program at a pseudo-terminal of a width; standard output of the result is all that came to the screen.
    private func atTerminal(_ words: [String], columns: Int, with changes: [String: String?] = [:]) throws -> Run {
        let script = """
            import fcntl, os, pty, struct, sys, termios
            columns, words = int(sys.argv[1]), sys.argv[2:]
            master, slave = pty.openpty()
            fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
            child = os.fork()
            if child == 0:
                os.close(master)
                os.setsid()
                for number in (1, 2): os.dup2(slave, number)
                os.execv(words[0], words)
            os.close(slave)
            seen = b''
            while True:
                try: piece = os.read(master, 65536)
                except OSError: break
                if not piece: break
                seen += piece
            status = os.waitpid(child, 0)[1]
            sys.stdout.buffer.write(seen.replace(b'\\r\\n', b'\\n'))
            sys.stdout.flush()
            sys.exit(os.waitstatus_to_exitcode(status))
            """
        var changes = changes
        if changes["TERM"] == nil { changes["TERM"] = "xterm-256color" }
        let file = try workshop.write(".pty.py", script)
        let arguments = ([file, String(columns), Program.path] + words).map { "'" + $0.replacing("'", with: "'\\''") + "'" }
        return try holdfast.shell("python3 " + arguments.joined(separator: " "), with: changes)
    }

    /// Columns a text takes, by Python's tables rather than the program's own.
    private func widths(of text: String) throws -> [Int] {
        let script = """
            import json, re, sys, unicodedata
            text = open(sys.argv[1], encoding='utf-8').read()
            text = re.sub('\\x1b\\\\[[0-9;]*[mK]', '', text)
            def width(c):
                if unicodedata.category(c) in ('Mn', 'Me', 'Cf'): return 0
                return 2 if unicodedata.east_asian_width(c) in 'WF' else 1
            print(json.dumps([sum(map(width, line)) for line in re.split('[\\n\\r]', text)]))
            """
        return try holdfast.python(script, workshop.write(".seen", text)).object.elements.compactMap(\.integer)
    }

    private func importWide() throws {
        let long = "A company with a name that is by far too long for any table, Société à responsabilité limitée"
        let rows = [
            "Bartholomew-Christopher,Featherstonehaugh-Cholmondeley,https://www.linkedin.com/in/bart,bartholomew.featherstonehaugh@a-long-domain.example,\(long.replacing(",", with: "")),Senior Vice President of Everything That Matters and More,08 Feb 2026",
            "小龙小龙小龙小龙小龙小龙小龙小龙,李李李李,https://www.linkedin.com/in/xl,xl@example.org,株式会社株式会社株式会社株式会社株式会社株式会社,弁護士弁護士弁護士弁護士弁護士,08 Feb 2026",
            "Zoe\u{301}e\u{301}e\u{301},🎉🎉 Family,https://www.linkedin.com/in/zoe,,🎉 Ltd,Manager 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉,08 Feb 2026",
        ]
        try #require(holdfast("import", workshop.write("in.csv", ([Connections.header] + rows).joined(separator: "\n"))).status == 0)
    }

    @Test("Tables fit", arguments: [80, 40], [["people"], ["snapshots"], ["log"], ["changes"], ["review", "--findings"]])
    func tablesFit(columns: Int, words: [String]) throws {
        try importWide()
        let later = try workshop.write(
            "later.csv", Connections.file(3, company: "Another company with a rather long name of its own, at that"))
        try #require(holdfast("import", "--exported-on", "2026-09-01", later).status == 0)
        let run = try atTerminal(words, columns: columns)
        #expect(run.status == 0 && !run.text.isEmpty, "\(run)")
        let widest = try widths(of: run.text).max() ?? 0
        #expect(widest <= columns, "\(widest) columns: \(run.text)")
    }

    @Test("At forty columns the lists still say what happened, and to whom")
    func narrow() throws {
        let files = ["Old Firm", "New Firm"].map { company in
            "\(Connections.header)\nAda,Example,https://www.linkedin.com/in/ada,,\(company),Partner,08 Feb 2020\n"
        }
        for (day, text) in zip(["2024-01-01", "2025-01-01"], files) {
            try #require(holdfast("import", "--exported-on", day, workshop.write("in.csv", text)).status == 0)
        }
        let changes = try atTerminal(["changes", "--no-color"], columns: 40).text
        #expect(changes.contains("2025-01-01") && changes.contains("Ada Example") && changes.contains("moved from"), "\(changes)")
        #expect(try atTerminal(["log", "--no-color"], columns: 40).text.contains("imported /"))
    }

    @Test(
        "What is written in sentences fits", arguments: [80, 40],
        [["status"], ["review"], ["show", "bart"], ["guide", "linkedin"], ["verify"]])
    func sentencesFit(columns: Int, words: [String]) throws {
        try importWide()
        let run = try atTerminal(words, columns: columns)
        #expect(run.status == 0, "\(run)")
        // Whole sentences are wrapped by the terminal; only what claims to be a layout must fit, but for lines to be copied.
        guard words[0] == "guide" || words[0] == "review" else { return }
        let lines = run.text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("    holdfast") }
        let longestWord = run.text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
        let widest = try widths(of: lines.joined(separator: "\n")).max() ?? 0
        #expect(widest <= max(columns, longestWord + 4), "\(widest) columns: \(run.text)")
    }

    @Test("Colour is used at a terminal, unless NO_COLOR, a dumb terminal or --no-color says otherwise")
    func colour() throws {
        try importWide()
        #expect(try atTerminal(["status"], columns: 80).output.contains(0x1B))
        #expect(try atTerminal(["status"], columns: 80, with: ["NO_COLOR": ""]).output.contains(0x1B), "an empty NO_COLOR is none")
        #expect(try !atTerminal(["status"], columns: 80, with: ["NO_COLOR": "1"]).output.contains(0x1B))
        #expect(try !atTerminal(["status"], columns: 80, with: ["TERM": "dumb"]).output.contains(0x1B))
        #expect(try !atTerminal(["status", "--no-color"], columns: 80).output.contains(0x1B))
        #expect(try !atTerminal(["people", "--json"], columns: 80).output.contains(0x1B))
    }

    @Test("A terminal gets short ids, and they are enough to name somebody")
    func shortIDs() throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        let seen = try atTerminal(["people", "--no-color"], columns: 120).lines.dropFirst()
        #expect(seen.count == 5)
        for line in seen {
            let id = String(line.prefix { $0 != " " })
            #expect(try holdfast("show", id).status == 0, "\(id)")
        }
    }

    @Test("Ids shown at a terminal tell people apart, however many came in together")
    func distinctShortIDs() throws {
        try #require(holdfast("import", workshop.write("in.csv", Connections.file(90))).status == 0)
        let ids = try atTerminal(["people", "--no-color"], columns: 120).lines.dropFirst().map { $0.prefix { $0 != " " } }
        #expect(ids.count == 90 && Set(ids).count == 90)
    }

    @Test("Progress is told at a terminal once a step takes over a second, and nowhere else")
    func progress() throws {
        let file = try workshop.write("many.csv", Connections.file(2500))
        let slowly = "{ head -n 100 \(file); sleep 1.6; tail -n +101 \(file); }"
        let slow = try workshop.write("slow.sh", "\(slowly) | \"$holdfast\" import --dry-run -\n")
        let plain = try holdfast.shell("sh \(slow)")
        #expect(plain.status == 0 && !(plain.text + plain.errors).contains("a second"), "\(plain)")
        let seen = try terminal(script: slow, columns: 60)
        #expect(seen.text.contains("a second"), "\(seen)")
        let lines = seen.text.split(whereSeparator: { $0 == "\r" || $0 == "\n" || $0 == "\r\n" }).filter { $0.contains("a second") }
        #expect(try widths(of: lines.joined(separator: "\n")).allSatisfy { $0 < 60 }, "\(seen)")
        #expect(seen.text.contains("\r\u{1B}[K\u{1B}[1m") || seen.text.contains("\r\u{1B}[K-"), "the line is wiped at the end: \(seen)")
    }

    @Test("Progress tells how long an import still takes, of a file and of one in an archive", arguments: ["many.csv", "many.zip"])
    func timeLeft(name: String) throws {
        // Long rows, so that the reading can't run far ahead of the writing, of numbers, for what packs too well is taken for a bomb.
        let rows = (0..<4000).map { row in
            Connections.row(row, company: (0..<250).map { String((row &* 104_729 &+ $0 &* 7919) % 99_991) }.joined(separator: " "))
        }
        let file = try workshop.write("many.csv", ([Connections.header] + rows).joined(separator: "\n"))
        if name == "many.zip" { try #require(holdfast.shell("cd \"$(dirname \(file))\" && zip -q many.zip many.csv").status == 0) }
        let archive = file.replacing("many.csv", with: name)
        // The clock runs from the first byte of the pipe on, so that the rows come after the first second.
        let slow = try workshop.write(
            "slow.sh", "{ head -c 1000 \(archive); sleep 1.3; tail -c +1001 \(archive); } | \"$holdfast\" import -\n")
        let seen = try terminal(script: slow, columns: 80)
        #expect(seen.text.contains(/rows, [0-9,]+ a second, ([0-9]+ min )?[0-9]+ s left/), "\(seen)")
    }

    @Test("Progress tells how long a check and an export still take")
    func timeLeftOfOthers() throws {
        try #require(holdfast("import", workshop.write("in.csv", Connections.file(11_000))).status == 0)
        #expect(try atTerminal(["verify"], columns: 80).text.contains(/a second, ([0-9]+ min )?[0-9]+ s left/))
    }

    /// A shell's script at the same kind of terminal.
    private func terminal(script: String, columns: Int) throws -> Run {
        let python = """
            import fcntl, os, pty, struct, sys, termios
            master, slave = pty.openpty()
            fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 24, int(sys.argv[2]), 0, 0))
            child = os.fork()
            if child == 0:
                os.close(master)
                for number in (1, 2): os.dup2(slave, number)
                os.execv('/bin/sh', ['/bin/sh', sys.argv[1]])
            os.close(slave)
            seen = b''
            while True:
                try: piece = os.read(master, 65536)
                except OSError: break
                if not piece: break
                seen += piece
            os.waitpid(child, 0)
            sys.stdout.buffer.write(seen)
            """
        return try holdfast.python(python, script, String(columns), with: ["TERM": "xterm"])
    }

    @Test(
        "What a file says never acts on the terminal",
        arguments: [
            ["people"], ["people", "--everyone"], ["show", "evil"], ["show", "twin"], ["changes"], ["review", "--findings"], ["snapshots"],
            ["log"], ["status"],
            ["tag", "evil", "x"], ["import", "again"], ["import", "missing\u{1B}[2Jfile"], ["undo"], ["guide", "\u{1B}[2J"],
        ]
    )
    func controlCharacters(words: [String]) throws {
        let evil = "\u{1B}]0;owned\u{07}\u{1B}[2J\u{9B}31mEvil\u{08}\u{7F}\u{0}"
        let row = "\(evil),Evil,https://www.linkedin.com/in/evil,\"evil\(evil)@example.com\",\(evil) Ltd,\(evil),08 Feb 2026"
        let twins = ["one", "two"].map { "Twin,\(evil),https://www.linkedin.com/in/twin-\($0),,\(evil),\(evil),08 Feb 2026" }
        let bad = "\(evil),Bad,https://www.linkedin.com/in/bad,,,,\(evil) not a date"
        let name = "evil\u{1B}[2J.csv"
        let file = try workshop.write(name, ([Connections.header, row, bad] + twins).joined(separator: "\n"))
        let source = "Source\u{1B}[2J"
        let imported = try holdfast("import", "--exported-on", "2025-01-01", "--source", source, file)
        try #require(imported.status == 0, "\(imported)")
        let later = try workshop.write(
            "later\u{1B}[2J.csv", ([Connections.header, row.replacing("Ltd", with: "Inc"), bad] + twins).joined(separator: "\n"))
        let second = try holdfast("import", "--exported-on", "2026-01-01", "--source", source, later)
        let words = words == ["import", "again"] ? ["import", "--source", source, file] : words
        let seen = try [imported, second, holdfast.run(words), atTerminal(words + ["--no-color"], columns: 80)]
        for run in seen {
            let text = run.text + run.errors
            for scalar in text.unicodeScalars where scalar.properties.generalCategory == .control {
                #expect(scalar == "\n" || scalar == "\t", "U+\(String(scalar.value, radix: 16)) in \(words): \(text.debugDescription)")
                if scalar != "\n", scalar != "\t" { break }
            }
        }
    }
}
