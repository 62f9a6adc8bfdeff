import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import ContactQuality
import Vault

/// The filters of `people` and `export`.
struct FilterOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Only people of whom this holds; may be given several times. Words, or company:acme, title:, name:, email:, tag:, source:, "
                + "has:email, -has:phone, kind:work, seniority:director, function:sales, is:disconnected, connected:2019..2021, moved:2026, import:12/new.",
            valueName: "condition"
        )
    )
    var conditions: [String] = []

    @Flag(help: "Count in people known only from messages, invitations, endorsements and the like.")
    var everyone = false
}

/// `holdfast people`
struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List people, or find some.",
        discussion: """
            Words are looked for in everything that is known, former companies and addresses too; accents and case don't matter.

              holdfast people müller acme
              holdfast people --where company:acme --where -has:email
              holdfast people 'connected:2019..2021 moved:2026'
              holdfast people import:12/gone        whom the import of step 12 (`holdfast log`) no longer lists
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: FilterOptions

    @Argument(help: ArgumentHelp("Words and conditions, as for --where.", valueName: "query"))
    var query: [String] = []

    @Option(help: ArgumentHelp("At most so many; 0 for all. Default: all, on a terminal 100.", valueName: "number"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit can't be negative.") }
    }

    func run() throws {
        let people = try PeopleFilter(query + filter.conditions, includesAcquaintances: filter.everyone)
        let most = limit.map { $0 == 0 ? Int.max : $0 } ?? (Terminal.standardOutput.isInteractive && !common.json ? 100 : Int.max)
        try common.withVault { vault in
            if common.json { try writeJSON(vault, people, most) } else { try writeTable(vault, people, most) }
        }
    }

    private func writeJSON(_ vault: Vault, _ filter: PeopleFilter, _ most: Int) throws {
        var lines = LineWriter()
        var json = JSONWriter()
        var count = 0
        let context = ExportContext.judged(by: try vault.emailKinds())
        try ListPeople(filter).run(in: vault) { person in
            guard count < most else { return false }
            PersonJSON.encode(person, into: &json, context: context)
            try lines.line(bytes: json.takeBytes())
            count += 1
            return true
        }
        try lines.flush()
    }

    private func writeTable(_ vault: Vault, _ filter: PeopleFilter, _ most: Int) throws {
        var table = Table(
            [
                .fixed("id"), .flexible("name", least: 12), .flexible("company", least: 10), .flexible("title", least: 10),
                .flexible("e-mail", least: 10), .fixed("connected"),
            ],
            style: common.style
        )
        var count = 0
        var more = 0
        try ListPeople(filter).run(in: vault) { person in
            guard count < most else {
                more += 1
                return true
            }
            count += 1
            try table.row([
                ShortID.of(person.id), person.displayName, person.companies.first?.value ?? "", person.titles.first?.value ?? "",
                person.emails.first?.value.address ?? "", person.connectedOn?.description ?? "",
            ])
            return true
        }
        try table.finish()
        if count == 0 {
            Terminal.standardError.write(
                filter == .everybody ? "Nobody is held yet. `holdfast guide linkedin` tells how to begin.\n" : "Nobody fits.\n")
            for remark in PeopleFilter.remarks(on: query + self.filter.conditions) {
                Terminal.standardError.write(remark.printable + "\n")
            }
        }
        if more > 0 { Terminal.standardError.write("… and \(more.grouped) more; --limit 0 lists all.\n") }
    }
}

/// The beginning of an id that is long enough to type and to tell people apart.
enum ShortID {
    static func of(_ id: UniqueID) -> String { Terminal.standardOutput.isInteractive ? String(id.description.prefix(8)) : id.description }
}
