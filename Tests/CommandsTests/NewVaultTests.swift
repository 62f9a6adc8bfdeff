import Foundation
import Testing

/// The import that makes a vault: beside its place, which it takes whole.
@Suite("A vault made by an import")
struct NewVaultTests {
    /// Waits until the import is at work on a file beside the vault's place, or over.
    private static func waitForScratch(in workshop: Workshop) {
        for _ in 0..<3_000 where !workshop.names().contains(where: { $0.hasPrefix("vault.sqlite") }) {
            Thread.sleep(forTimeInterval: 0.002)
        }
    }

    @Test("It is one file of the owner's alone, sound, and nothing lies beside it")
    func whole() throws {
        let workshop = try Workshop()
        let file = try workshop.write("a.csv", Connections.file(300))
        let run = try workshop.holdfast("import", file)
        #expect(run.status == 0, "\(run)")
        #expect(workshop.names() == ["a.csv", "vault.sqlite"])
        let mode = try FileManager.default.attributesOfItem(atPath: workshop.path("vault.sqlite"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try workshop.holdfast("people", "--json").lines.count == 300)
        #expect(try workshop.holdfast("verify").status == 0)
        // As every vault: who reads never waits for who writes.
        let mark = try workshop.holdfast.python("print(list(open('vault.sqlite', 'rb').read(20)[18:20]))")
        #expect(mark.text == "[2, 2]\n", "the file's format says that there is a log")
    }

    @Test("Killed on the way there is no vault, and the next import removes what was left beside it", arguments: 0..<6)
    func killed(moment: Int) throws {
        let workshop = try Workshop("new vault\(moment)")
        let file = try workshop.write("a.csv", Connections.file(2_000))
        let child = try workshop.holdfast.start(["import", file])
        Self.waitForScratch(in: workshop)
        Thread.sleep(forTimeInterval: 0.1 * Double(moment))
        child.killNow()
        _ = try child.finish()
        if workshop.names().contains("vault.sqlite") {
            #expect(try workshop.holdfast("people", "--json").lines.count == 2_000)
        }
        let again = try workshop.holdfast("import", file)
        #expect(again.status == 0, "\(again)")
        #expect(workshop.names() == ["a.csv", "vault.sqlite"])
        #expect(try workshop.holdfast("people", "--json").lines.count == 2_000)
        #expect(try workshop.holdfast("verify").status == 0)
    }

    @Test("Where another program makes the vault meanwhile, the import goes into that one")
    func overtaken() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let child = try holdfast.start(["import", "--json", workshop.write("a.csv", Connections.file(2_000))])
        Self.waitForScratch(in: workshop)
        let other = try holdfast("import", "-", input: workshop.write("b.csv", Connections.file(20, from: 5_000)))
        #expect(other.status == 0, "\(other)")
        let run = try child.finish()
        #expect(run.status == 0, "\(run)")
        #expect(try run.object["files"][0]["records"]["new"].integer == 2_000)
        #expect(try holdfast("people", "--json").lines.count == 2_020)
        #expect(try holdfast("snapshots", "--json").lines.count == 2)
        #expect(try holdfast("verify").status == 0)
        #expect(workshop.names() == ["a.csv", "b.csv", "vault.sqlite"])
    }

    @Test("What can be read once only is imported all the same")
    func pipe() throws {
        let workshop = try Workshop()
        try workshop.write("a.csv", Connections.file(50))
        let run = try workshop.holdfast.shell("mkfifo pipe; cat a.csv > pipe & \"$holdfast\" import - < pipe")
        #expect(run.status == 0, "\(run)")
        #expect(try workshop.holdfast("people", "--json").lines.count == 50)
    }

    @Test("A link that leads nowhere leads to the vault then")
    func link() throws {
        let workshop = try Workshop()
        try workshop.write("a.csv", Connections.file(50))
        let run = try workshop.holdfast.shell("mkdir far && ln -s far/real.sqlite vault.sqlite && \"$holdfast\" import a.csv")
        #expect(run.status == 0, "\(run)")
        #expect(workshop.names(in: "far") == ["real.sqlite"])
        #expect(try workshop.holdfast("people", "--json").lines.count == 50)
    }

    @Test("A dry run makes no vault, and tells the same", arguments: ["a.csv", "- < a.csv", "<(cat a.csv)"])
    func dryRun(path: String) throws {
        let workshop = try Workshop()
        try workshop.write("a.csv", Connections.file(50))
        try workshop.write("run.sh", "\"$holdfast\" import --dry-run --json \(path)\n")
        let run = try workshop.holdfast.shell("bash run.sh")
        #expect(run.status == 0, "\(run)")
        #expect(try run.object["people"]["new"].integer == 50)
        #expect(workshop.names() == ["a.csv", "run.sh"])
    }

    @Test("Files of which none can be used make no vault", arguments: [["missing.csv"], ["bad.csv"], ["bad.csv", "missing.csv"], ["-"]])
    func unusable(paths: [String]) throws {
        let workshop = try Workshop()
        try workshop.write("bad.csv", "no contacts\n")
        let run = try workshop.holdfast.run(
            ["import", "--json"] + paths.map { $0 == "-" ? $0 : workshop.path($0) }, input: workshop.path("bad.csv"))
        #expect([65, 66].contains(run.status), "\(run)")
        #expect(try run.object["people"]["total"].integer == 0)
        #expect(workshop.names() == ["bad.csv"])
    }

    @Test("A file that can't be used leaves the people in a vault counted")
    func total() throws {
        let workshop = try Workshop()
        try #require(workshop.holdfast("import", workshop.write("a.csv", Connections.file(50))).status == 0)
        let run = try workshop.holdfast("import", "--json", workshop.path("missing.csv"))
        #expect(run.status == 66)
        #expect(try run.object["people"]["total"].integer == 50, "\(run)")
    }

    @Test("What can't be used makes no vault, and what could be used beside it is in")
    func failures() throws {
        let workshop = try Workshop()
        try workshop.write("bad.csv", "no contacts\n")
        #expect(try workshop.holdfast("import", workshop.path("bad.csv")).status == 65)
        #expect(workshop.names() == ["bad.csv"])
        #expect(try workshop.holdfast("people", "--json").lines.isEmpty)
        let other = try Workshop("failures beside")
        try other.write("bad.csv", "no contacts\n")
        try other.write("a.csv", Connections.file(50))
        #expect(try other.holdfast("import", other.path("a.csv"), other.path("bad.csv")).status == 65)
        #expect(try other.holdfast("people", "--json").lines.count == 50)
    }

    @Test("The log of a lost vault is not taken for the new one's")
    func strayLog() throws {
        let workshop = try Workshop()
        let file = try workshop.write("a.csv", Connections.file(50))
        try workshop.write("vault.sqlite-wal", "what a vault that is gone left behind")
        let run = try workshop.holdfast("import", file)
        #expect(run.status == 0, "\(run)")
        #expect(try workshop.holdfast("people", "--json").lines.count == 50)
        #expect(try workshop.holdfast("verify").status == 0)
    }
}
