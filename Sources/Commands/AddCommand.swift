import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast add`
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add somebody by hand.",
        discussion: """
            It is one step of the log, which `undo` takes back. Whoever has an address or a profile with somebody who is here becomes one with \
            them. Several addresses, numbers and pages are given one by one; the other fields are written as for `edit`.

              holdfast add "Ada Example" --set email=ada@example.com --set company="Example Ltd" --tag fair
              holdfast add --set given=Ludwig --set family="van Beispiel" --set phone="+49 30 23125 100" --note "Met in Hamburg."
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The whole name. Or give its parts: --set given=… --set family=…", valueName: "name"))
    var name: String?

    @Option(
        name: .customLong("set"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Field and value: \(EditableField.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "field=value")
    )
    var settings: [String] = []

    @Option(name: .customLong("tag"), parsing: .unconditionalSingleValue, help: ArgumentHelp("A tag to put on.", valueName: "tag"))
    var tags: [String] = []

    @Option(parsing: .unconditional, help: ArgumentHelp("A note.", valueName: "text"))
    var note: String?

    func validate() throws {
        if name == nil, settings.isEmpty {
            throw ValidationError("Say who it is: holdfast add \"Ada Example\", with --set email=… and so on.")
        }
        try EditCommand.check(settings)
    }

    func run() throws {
        let action = AddPerson(
            name: name, settings: EditCommand.read(settings).compactMap { $0 }, tags: tags, notes: [note].compactMap { $0 })
        let outcome = try common.withVault { try action.run(in: $0) }
        guard !common.json else {
            var lines = LineWriter()
            try lines.line(bytes: AdditionJSON.encode(outcome))
            return try lines.flush()
        }
        let name = outcome.person.displayName.printable
        let sources = Set(outcome.known.map(\.source.printable)).sorted().joined(separator: ", ")
        let said = outcome.known.isEmpty ? "Added \(name)." : "Added to \(name), who was here already (\(sources))."
        Terminal.standardError.write("\(said) To take it back: holdfast undo \(outcome.step)\n")
    }
}
