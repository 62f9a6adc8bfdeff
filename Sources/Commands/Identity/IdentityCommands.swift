import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast merge`
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Say that two people (or more) are one.",
        discussion: """
            Everything each of them has stays, with where it comes from. The word survives every later import, and can be taken back at \
            any time with `holdfast undo` or `holdfast split`.

              holdfast merge "anna meyer" anna@example.com
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("Ids or their beginnings, e-mail addresses, or words of the names.", valueName: "person"))
    var people: [String]

    func validate() throws {
        if people.count < 2 { throw ValidationError("Name the people who are one, two or more.") }
    }

    func run() throws {
        let outcome = try common.withVault { try MergePeople(people).run(in: $0) }
        try IdentityText(common: common).write(
            "\(outcome.merged.map(\.displayName.printable).joined(separator: " and ")) are one person now, \(outcome.person.id).",
            step: outcome.step
        ) { json in
            json.member("person", outcome.person.id.description)
            json.member("merged", strings: outcome.merged.map(\.id.description))
        }
    }
}

/// `holdfast distinct`
struct DistinctCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distinct",
        abstract: "Say that two people are not the same, so that they are never joined or proposed again."
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("Ids or their beginnings, e-mail addresses, or words of the names.", valueName: "person"))
    var people: [String]

    func validate() throws {
        if people.count < 2 { throw ValidationError("Name the people who are not the same, two or more.") }
    }

    func run() throws {
        let outcome = try common.withVault { try KeepPeopleApart(people).run(in: $0) }
        try IdentityText(common: common).write(
            "\(outcome.people.map(\.displayName.printable).joined(separator: " and ")) stay apart.", step: outcome.step
        ) { json in
            json.member("people", strings: outcome.people.map(\.id.description))
        }
    }
}

/// `holdfast unsure`
struct UnsureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unsure",
        abstract: "Put two people aside of whom you can't tell whether they are one.",
        discussion: """
            They stay two people, and `holdfast duplicates` lists them no more, but with --aside. `holdfast undo` has them asked about again.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("Ids or their beginnings, e-mail addresses, or words of the names.", valueName: "person"))
    var people: [String]

    func validate() throws {
        if people.count < 2 { throw ValidationError("Name the people you are not sure of, two or more.") }
    }

    func run() throws {
        let outcome = try common.withVault { try PutPeopleAside(people).run(in: $0) }
        try IdentityText(common: common).write(
            "\(outcome.people.map(\.displayName.printable).joined(separator: " and ")) are put aside.", step: outcome.step
        ) { json in
            json.member("people", strings: outcome.people.map(\.id.description))
        }
    }
}

/// `holdfast split`
struct SplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Take a person apart who is several.",
        discussion: """
            Without more, the person comes apart where you merged it last, or else into the entries its sources have of it. With --apart \
            the entries you name become a person of their own. The word survives every later import.

              holdfast split 3f2a91c0 --list
              holdfast split 3f2a91c0 --apart 77b0c2d1
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("An id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String
    @Option(help: ArgumentHelp("An entry that belongs to somebody else, by its id or the beginning of it. Repeatable.", valueName: "entry"))
    var apart: [String] = []
    @Flag(help: "List the entries the person is made of, and change nothing.")
    var list = false

    func run() throws {
        if list { return try listEntries() }
        let outcome = try common.withVault { try SplitPerson(person, apart: apart).run(in: $0) }
        let names = outcome.people.map { "\($0.displayName.printable) (\($0.id.description.prefix(8)))" }
        try IdentityText(common: common).write(
            "\(outcome.person.displayName.printable) is \(names.count.of("person", "people")) now: \(names.joined(separator: ", ")).",
            step: outcome.step
        ) { json in
            json.member("people", strings: outcome.people.map(\.id.description))
        }
    }

    private func listEntries() throws {
        let entries = try common.withVault { try SplitPerson(person).entries(in: $0) }
        if common.json {
            var lines = LineWriter()
            for entry in entries {
                var json = JSONWriter()
                json.beginObject()
                json.member("entry", entry.id.description)
                json.member("source", entry.source)
                json.member("list", entry.list)
                json.member("name", entry.card.name.display)
                json.member("emails", strings: entry.card.emails.map(\.address))
                json.endObject()
                try lines.line(bytes: json.takeBytes())
            }
            return try lines.flush()
        }
        var table = Table(
            [.fixed("entry"), .flexible("source", least: 10), .flexible("name", least: 12), .flexible("says", least: 16)],
            style: common.style
        )
        for entry in entries {
            let card = entry.card
            let says = [
                card.titles.first, card.organizations.first?.name, card.emails.first?.address, card.phones.first?.number,
                card.links.first?.uri,
            ]
            try table.row([
                String(entry.id.description.prefix(8)), "\(entry.source), \(entry.list)", card.name.display,
                says.compactMap { $0 }.joined(separator: ", "),
            ])
        }
        try table.finish()
    }
}

/// What was said about who is who, told back.
struct IdentityText {
    var common: CommonOptions

    func write(_ sentence: String, step: Int64, members: (inout JSONWriter) -> Void) throws {
        guard common.json else {
            return Terminal.standardError.write("\(sentence) To take it back: holdfast undo \(step)\n")
        }
        var json = JSONWriter()
        json.beginObject()
        members(&json)
        json.member("step", step)
        json.endObject()
        var lines = LineWriter()
        try lines.line(bytes: json.takeBytes())
        try lines.flush()
    }
}
