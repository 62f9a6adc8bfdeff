import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast tag`
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tag", abstract: "Put a tag on a person, or take one off.")

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("An id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String
    @Argument(help: "The tag.")
    var tag: String
    @Flag(help: "Take the tag off.")
    var remove = false

    func run() throws {
        let outcome = try common.withVault { try SayOfPerson(remove ? .untag(tag) : .tag(tag), of: person).run(in: $0) }
        try SaidText.write(outcome, common)
    }
}

/// `holdfast note`
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "note", abstract: "Write a note about a person.")

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("An id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String
    @Argument(help: "The note.")
    var text: String

    func run() throws {
        let outcome = try common.withVault { try SayOfPerson(.note(text), of: person).run(in: $0) }
        try SaidText.write(outcome, common)
    }
}

/// What was said of a person, told back.
enum SaidText {
    static func write(_ outcome: SayOfPerson.Outcome, _ common: CommonOptions) throws {
        if common.json {
            var json = JSONWriter()
            json.beginObject()
            json.member("person", outcome.person.id.description)
            json.member("step", outcome.step)
            json.endObject()
            var lines = LineWriter()
            try lines.line(bytes: json.takeBytes())
            try lines.flush()
        } else {
            Terminal.standardError.write(
                "Noted for \(outcome.person.displayName.printable). To take it back: holdfast undo \(outcome.step)\n")
        }
    }
}
