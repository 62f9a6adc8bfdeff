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
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: FilterOptions

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The format: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"),
        completion: .list(ExportFormat.allCases.map(\.rawValue))
    )
    var format: String

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file to write. Default: standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        if ExportFormat(rawValue: format) == nil {
            throw ValidationError(
                "The format “\(format)” is not known. It can be \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() throws {
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
