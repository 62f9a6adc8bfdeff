import Foundation
import Testing

/// What the command line promises whatever the command: where the vault is, which status, what goes where.
@Suite("The command line")
struct CommandLineContractTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    // MARK: Where the vault is

    @Test("The vault can be named before the command and after it", arguments: [true, false])
    func vaultOption(isBefore: Bool) throws {
        let option = ["--vault", workshop.path("named.sqlite")]
        let words = ["import", Repository.linkedIn("era-e.csv")]
        let run = try holdfast.run(isBefore ? option + words : words + option)
        #expect(run.status == 0, "\(run)")
        #expect(workshop.names().contains("named.sqlite"))
        #expect(!workshop.names().contains("vault.sqlite"), "the variable's vault must be left alone")
        let people = try holdfast.run(isBefore ? option + ["people", "--json"] : ["people", "--json"] + option)
        #expect(people.lines.count == 5)
    }

    @Test("--json may stand before the command too")
    func jsonBefore() throws {
        let run = try holdfast("--json", "import", Repository.linkedIn("era-e.csv"))
        #expect(try run.object["people"]["new"] == .integer(5), "\(run)")
    }

    @Test("Without an option the variable HOLDFAST_VAULT says where the vault is")
    func vaultVariable() throws {
        #expect(try holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        #expect(workshop.names().contains("vault.sqlite"))
    }

    @Test("Without option and variable the vault is made in the data folder, for its owner's eyes only")
    func vaultInDataFolder() throws {
        let changes: [String: String?] = ["HOLDFAST_VAULT": nil, "XDG_DATA_HOME": workshop.path("data")]
        let run = try holdfast("import", Repository.linkedIn("era-e.csv"), with: changes)
        #expect(run.status == 0, "\(run)")
        #expect(try mode("data/holdfast") == 0o700)
        for name in workshop.names(in: "data/holdfast") { #expect(try mode("data/holdfast/\(name)") == 0o600, "\(name)") }
        #expect(workshop.names(in: "data/holdfast").contains("vault.sqlite"))
    }

    @Test("An empty variable counts as none, and the last resort is ~/.local/share")
    func vaultInHome() throws {
        let run = try holdfast("status", with: ["HOLDFAST_VAULT": "", "XDG_DATA_HOME": ""])
        #expect(run.status == 0, "\(run)")
        #expect(try mode(".local/share/holdfast") == 0o700)
        #expect(try mode(".local/share/holdfast/vault.sqlite") == 0o600)
    }

    @Test("A vault in a folder that exists leaves that folder's mode alone")
    func folderKept() throws {
        try FileManager.default.createDirectory(
            atPath: workshop.path("shared"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        #expect(try holdfast("status", "--vault", workshop.path("shared/vault.sqlite")).status == 0)
        #expect(try mode("shared") == 0o755)
        #expect(try mode("shared/vault.sqlite") == 0o600)
    }

    private func mode(_ name: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: workshop.path(name))[.posixPermissions] as? Int)
    }

    // MARK: Wrong usage

    @Test(
        "Wrong usage ends with 64, says why, and makes no vault",
        arguments: [
            ["no-such-command"], ["import"], ["import", "--no-such-option", "x"], ["import", "x.csv", "--as", "myspace"],
            ["import", "x.csv", "--exported-on", "yesterday"], ["import", "x.csv", "--exported-on", "2026-02-30"],
            ["import", "x.csv", "--source", " "], ["import", "-", "-"], ["export"], ["export", "--to", "pdf"],
            ["export", "--to", "csv", "--where", "connected:soon"], ["export", "--to", "csv", "--where", "has:money"],
            ["people", "--where", "is:rich"], ["people", "--limit", "-1"], ["people", "--limit", "many"], ["show"],
            ["changes", "--since", "2026-13-01"],
            ["original", "0000"], ["undo", "one"], ["tag", "somebody"], ["note", "somebody"], ["edit", "somebody"],
            ["edit", "somebody", "--set", "shoe=44"], ["edit", "somebody", "--set", "company"],
        ]
    )
    func wrongUsage(words: [String]) throws {
        let run = try holdfast.run(words)
        #expect(run.status == 64, "\(words): \(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.count > 20 && run.errors.hasSuffix("\n"), "\(run)")
        #expect(!run.errors.contains("Swift."), "no programmer's words: \(run)")
        #expect(!workshop.names().contains("vault.sqlite"))
    }

    @Test(
        "What isn't there ends with 66",
        arguments: [["show", "nobody"], ["original", "ffffffff", "-o", "-"], ["undo", "9"], ["guide", "myspace"]])
    func nothingThere(words: [String]) throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        let run = try holdfast.run(words)
        #expect(run.status == 66, "\(words): \(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("holdfast: "), "\(run)")
    }

    @Test("Several that fit are told apart, with 65")
    func several() throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        let run = try holdfast("show", "Ada Example")
        #expect(run.status == 65, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Other LLP") && run.errors.contains("Example, Inc."), "\(run)")
    }

    // MARK: What goes where

    @Test("Version and help go to standard output, and make no vault")
    func versionAndHelp() throws {
        let version = try holdfast("--version")
        #expect(version.status == 0)
        #expect(version.text.wholeMatch(of: /holdfast \d+\.\d+\.\d+\n/) != nil, "\(version)")
        for words in [["--help"], ["help", "import"], ["people", "--help"], ["--generate-completion-script", "bash"]] {
            let run = try holdfast.run(words)
            #expect(run.status == 0, "\(words): \(run)")
            #expect(run.output.count > 200 && run.errors.isEmpty, "\(words): \(run)")
        }
        #expect(workshop.names().isEmpty)
    }

    @Test("Without a command the help is shown")
    func bare() throws {
        let run = try holdfast()
        #expect(run.status == 0)
        #expect((run.text + run.errors).contains("import"), "\(run)")
    }

    @Test("Completions are made for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try holdfast("--generate-completion-script", shell)
        #expect(run.status == 0)
        for command in ["import", "people", "export", "verify"] { #expect(run.text.contains(command)) }
    }

    @Test(
        "Nothing but data on standard output: an empty vault gives none in JSON, and a sentence beside it where a person reads",
        arguments: ["people", "changes", "snapshots", "log"]
    )
    func emptyLists(command: String) throws {
        let json = try holdfast(command, "--json")
        #expect(json.status == 0 && json.output.isEmpty, "\(json)")
        let text = try holdfast(command)
        #expect(text.status == 0 && text.output.isEmpty, "\(text)")
        #expect(text.errors.count > 10, "\(text)")
    }

    @Test(
        "No escape codes where no terminal is",
        arguments: [
            ["people"], ["show", "Müller"], ["changes"], ["snapshots"], ["status"], ["review"], ["log"], ["verify"], ["guide", "linkedin"],
        ])
    func plainText(words: [String]) throws {
        let imported = try holdfast("import", Repository.linkedIn("era-e.csv"))
        #expect(!imported.output.contains(0x1B) && !imported.errors.utf8.contains(0x1B))
        let run = try holdfast.run(words)
        #expect(run.status == 0, "\(run)")
        #expect(!run.output.contains(0x1B) && !run.errors.utf8.contains(0x1B), "\(run)")
        #expect(!run.output.contains(0x0D))
    }

    @Test("A reader that stops reading is no error")
    func brokenPipe() throws {
        let file = try workshop.write("many.csv", Connections.file(400))
        try #require(holdfast("import", file).status == 0)
        let run = try holdfast.shell("{ \"$holdfast\" export --to jsonl; echo $? >&2; } | head -n 1")
        #expect(run.lines.count == 1)
        #expect(run.errors == "0\n", "\(run)")
    }

    @Test("Each command has --json, and what it writes then is JSON and nothing else")
    func jsonEverywhere() throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        let id = try #require(holdfast("people", "Müller", "--json").object["id"].string)
        let out = workshop.path("out.csv")
        let snapshot = try #require(holdfast("snapshots", "--json").object["id"].string)
        let all = [
            ["people"], ["show", id], ["tag", id, "client"], ["note", id, "met"], ["edit", id, "--set", "company=Acme"], ["changes"],
            ["snapshots"],
            ["review"], ["review", "--findings"], ["status"], ["log"], ["undo"], ["verify"], ["export", "--to", "csv", "-o", out],
            ["import", Repository.linkedIn("era-d.csv")], ["guide", "linkedin"], ["original", snapshot, "-o", workshop.path("back.csv")],
        ]
        for words in all {
            let run = try holdfast.run(words + ["--json"])
            #expect(run.status == 0, "\(words): \(run)")
            let unread = run.lines.first { (try? JSON($0)) == nil }
            #expect(unread == nil, "\(words)")
        }
    }

    @Test(
        "Output in JSON is the same in every time zone and language",
        arguments: [("UTC", "C"), ("Pacific/Kiritimati", "de_DE.UTF-8"), ("Pacific/Pago_Pago", "tr_TR.UTF-8")])
    func zones(zone: String, language: String) throws {
        let changes: [String: String?] = ["TZ": zone, "LC_ALL": language, "LANG": language]
        try #require(holdfast("import", Repository.linkedIn("era-e.csv"), with: changes).status == 0)
        let people = try holdfast("people", "--json", with: changes)
        #expect(
            try people.objects.map { $0["connected_on"].string } == holdfast("people", "--json").objects.map { $0["connected_on"].string })
        #expect(
            try Set(people.objects.compactMap { $0["connected_on"].string }) == [
                "2026-02-08", "2018-11-20", "2016-05-09", "2014-04-25", "2013-01-12",
            ])
        #expect(try holdfast("people", "muller", "--json", with: changes).object["family"] == .string("Müller"))
    }
}
