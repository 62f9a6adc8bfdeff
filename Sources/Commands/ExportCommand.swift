import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import Vault

/// `holdfast export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand out people in an open format, at once and in full.",
        discussion: """
            linkedin-csv is LinkedIn's own layout, for an empty vault or another program (it holds those who left, too); csv leaves every text untouched; excel-csv is for spreadsheets (byte order mark, formulas \
            disarmed); jsonl has everything with where it comes from; vcard3 and vcard4 are for address books.

              holdfast export --to vcard4 -o contacts.vcf
              holdfast export --to csv --where tag:clients -o clients.csv
              holdfast export --to jsonl | jq .name

            archive writes everything into a folder or a zip that needs no Holdfast: people in three formats, every original, the history. \
            `holdfast import` makes the same vault of it again.

              holdfast export --to archive -o contacts-2026/
              holdfast export --to archive -o contacts-2026.zip
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: FilterOptions

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The format: \(Self.formats.joined(separator: ", ")).", valueName: "format"),
        completion: .list(Self.formats)
    )
    var format: String

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file to write. Default: standard output.", valueName: "file"))
    var output: String?

    /// The formats, with the one that is no table of people but the whole vault.
    private static let formats = ExportFormat.allCases.map(\.rawValue) + ["archive"]

    func validate() throws {
        if !Self.formats.contains(format) {
            throw ValidationError("The format “\(format)” is not known. It can be \(Self.formats.joined(separator: ", ")).")
        }
        guard format == "archive" else { return }
        if output == nil || output == "-" {
            throw ValidationError("An archive is a folder or a zip. Name it: -o contacts/ or -o contacts.zip.")
        }
        if !filter.conditions.isEmpty { throw ValidationError("An archive holds everybody; --where does not go with it.") }
    }

    func run() throws {
        if format == "archive", let output { return try ArchiveExport(path: output, common: common).run() }
        guard let format = ExportFormat(rawValue: format) else { return }
        let people = try PeopleFilter(filter.conditions, includesAcquaintances: filter.everyone)
        let action = ExportContacts(format: format, filter: people)
        let progress = ProgressLine("Exporting", of: "people")
        defer { progress.finish() }
        try common.withVault { vault in
            guard let output, output != "-" else {
                try action.run(in: vault) { try StandardOutput.write($0[...]) }
                return
            }
            let count = try common.wholeFile(at: output).write { put in
                try action.run(in: vault, progress: { progress.update($0) }) { try put($0[...]) }
            }
            progress.finish()
            if common.json {
                var json = JSONWriter()
                json.beginObject()
                json.name("path")
                json.string(output)
                json.name("format")
                json.string(format.rawValue)
                json.name("people")
                json.integer(Int64(count))
                json.endObject()
                var lines = LineWriter()
                try lines.line(bytes: json.takeBytes())
                try lines.flush()
            } else {
                Terminal.standardError.write("Wrote \(count.of("person", "people")) to \(output).\n")
            }
        }
    }
}
