import Actions
import ArgumentParser
import ContactModel
import Foundation
import Vault

/// `holdfast erase`
struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Remove a person everywhere, originals included, and never let them in again.",
        discussion: """
            Entries, history, tags and notes go; the originals are rewritten without the person's rows, cards and messages; the file's free \
            places are written over. Only salted hashes stay, by which later imports leave the person out. This can't be undone. Backups made \
            before still hold the person.

              holdfast report 3f2a91c0 -o anna.html     what is held about them
              holdfast erase 3f2a91c0 --yes
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("An id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String
    @Flag(help: "Yes, erase the person; without it, only say who would be erased.")
    var yes = false

    func run() throws {
        guard yes else {
            let words = person
            let person = try common.withVault { try FindPerson(words).run(in: $0) }
            throw Complaint(
                status: .usage,
                message:
                    "This would erase \(person.displayName) (\(person.id)) for good: it can't be undone. Nothing was changed. Add --yes to do it."
            )
        }
        let report = try common.withVault { try ErasePerson(person).run(in: $0) }
        if common.json { return try writeJSON(report) }
        var lines = [
            "Erased: \(report.entries.of("entry", "entries")); \(report.removed.of("row or card", "rows and cards")) taken out of "
                + "\(report.rewritten.of("original", "originals"))."
        ]
        for name in report.emptied { lines.append("Nothing could be kept of \(name.printable): it can't be taken apart.") }
        if !report.mentions.isEmpty {
            let steps = report.mentions.map(String.init).joined(separator: ", ")
            lines.append("You name the person in what you said of others (steps \(steps) of the log). That was left as it is.")
        }
        lines.append("Backups and exports made before still hold the person.")
        if !report.isWiped {
            lines.append(
                "The file's free places could not be written over, for another program has the vault open or the disk is full. "
                    + "End it and run: holdfast verify --wipe")
        }
        Terminal.standardError.write(lines.joined(separator: "\n") + "\n")
    }

    private func writeJSON(_ report: ErasureReport) throws {
        var lines = LineWriter()
        try lines.line(bytes: ErasureJSON.encode(report))
        try lines.flush()
    }
}

/// `holdfast share`
struct ShareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "Say whether a person, or one field, may be handed on; every export obeys.",
        discussion: """
            Everybody may be handed on until you say otherwise. `holdfast show` tells what is kept back.

              holdfast share "Ada Example" --no                     in no export
              holdfast share "Ada Example" --no --field phone       in every export without the phone numbers
              holdfast share "Ada Example" --yes --field phone      as before
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("An id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String
    @Flag(name: .customLong("no"), help: "Keep back.")
    var no = false
    @Flag(name: .customLong("yes"), help: "May be handed on.")
    var yes = false
    @Option(
        help: ArgumentHelp("Only this field: \(SharedField.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "field"))
    var field: [String] = []

    func validate() throws {
        guard yes != no else { throw ValidationError("Say --no to keep back, or --yes to hand on.") }
        for field in field where SharedField(rawValue: field.lowercased()) == nil {
            throw ValidationError(
                "The field “\(field)” is not known. It can be \(SharedField.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() throws {
        let fields: [SharedField?] = field.isEmpty ? [nil] : field.map { SharedField(rawValue: $0.lowercased()) }
        try common.withVault { vault in
            for field in fields { try SaidText.write(SayOfPerson(.share(field, isAllowed: yes), of: person).run(in: vault), common) }
        }
    }
}

/// `holdfast report`
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "All that is held about a person, in a form they can read.",
        discussion: """
            Every value ever held, where it comes from, when it was last confirmed, what changed, what you noted, and which files hold it. \
            A file whose name ends with .html is a page; any other is text.

              holdfast report "Ada Example" -o ada.html
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("An id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String
    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("The file to write. Default: standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let report = try common.withVault { try ReportOnPerson(person).run(in: $0) }
        let bytes: [UInt8] =
            if common.json {
                report.json + [10]
            } else if let output, output.lowercased().hasSuffix(".html") || output.lowercased().hasSuffix(".htm") {
                Array(ReportPage(report: report).html.utf8)
            } else {
                Array(report.text.utf8)
            }
        guard let output, output != "-" else {
            try StandardOutput.write(common.json ? bytes[...] : Array(String(decoding: bytes, as: UTF8.self).printableLines.utf8)[...])
            return
        }
        try common.wholeFile(at: output).write { try $0(bytes[...]) }
        Terminal.standardError.write("Wrote what is held about \(report.person.displayName.printable) to \(output.printable).\n")
    }
}

extension String {
    /// As `printable`, line by line.
    fileprivate var printableLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\n")
    }
}
