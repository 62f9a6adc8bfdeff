import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import Foundation
import Vault

/// `holdfast import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in what a service handed out: files, archives, folders.",
        discussion: """
            What a file is, is told by its content, not by its name. The original is kept byte for byte. A file comes in whole or not at all, \
            and a file that was imported before changes nothing. Older exports take their place in history: import in any order.

              holdfast import ~/Downloads/Complete_LinkedInDataExport_11-20-2026.zip
              holdfast import Connections.csv --exported-on 2022-03-01
              holdfast import Kunden.csv --map "Durchwahl=phone:work" --map "Intern=ignore"
              cat Connections.csv | holdfast import -
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Files, folders or zip archives; - for standard input.", valueName: "path"), completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("Name the source, where it is not the account you usually import: a second account.", valueName: "name"))
    var source: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Read as a format rather than detecting it: \(ImportFiles.formats.joined(separator: ", ")).", valueName: "format"),
        completion: .list(ImportFiles.formats)
    )
    var format: String?

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "What a column of a table holds, where the guess is wrong: \"Spalte=email\", \"Tel.=phone:mobile\", \"Intern=ignore\". Can be given "
                + "more than once, and is remembered for tables with the same header. It can be \(ColumnRole.names.joined(separator: ", ")).",
            valueName: "column=field")
    )
    var map: [String] = []

    @Option(help: ArgumentHelp("The day it was handed out (2026-11-23), where you know better than the file.", valueName: "date"))
    var exportedOn: String?

    @Flag(name: .shortAndLong, help: "Tell what would happen, and keep nothing.")
    var dryRun = false

    @Flag(help: "End with status 65 where a row can't be read.")
    var strict = false

    func validate() throws {
        if let format, !ImportFiles.formats.contains(format) {
            throw ValidationError("The format “\(format)” is not known. It can be \(ImportFiles.formats.joined(separator: ", ")).")
        }
        if let exportedOn {
            guard let day = CalendarDate(iso: exportedOn) else {
                throw ValidationError("“\(exportedOn)” is not a date. Write it as 2026-11-23.")
            }
            if let objection = ImportOptions.objection(toExportDay: day, today: Clock.system.today) {
                throw ValidationError("“\(exportedOn)” \(objection).")
            }
        }
        try Self.requireWishes(map)
        if let source, source.allSatisfy(\.isWhitespace) { throw ValidationError("The source's name is empty.") }
        if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be read once only.") }
    }

    /// Makes sure that what is said of columns can be understood.
    static func requireWishes(_ texts: [String]) throws {
        for text in texts where ColumnWishes.Wish(text) == nil {
            throw ValidationError(
                "“\(text)” doesn't say what a column holds. Write it as \"Spalte=email\"; behind the last = can stand "
                    + "\(ColumnRole.names.joined(separator: ", "))."
            )
        }
    }

    /// Whether a path is a pipe with a name: to open it waits until a program writes to it, perhaps for ever. Those of a shell are being
    /// written to.
    private static func isNamedPipe(_ path: String) -> Bool {
        var state = stat()
        return !path.hasPrefix("/dev/") && !path.hasPrefix("/proc/") && stat(path, &state) == 0 && state.st_mode & S_IFMT == S_IFIFO
    }

    func run() throws {
        for path in paths where Self.isNamedPipe(path) {
            Terminal.standardError.write("Waiting for a program to write to the pipe \(path.printable). Ctrl-C ends the waiting.\n")
        }
        let progress = ProgressLine(dryRun ? "Reading" : "Importing", of: "rows")
        defer { progress.finish() }
        let options = ImportOptions(
            source: source,
            exportedOn: exportedOn.flatMap { CalendarDate(iso: $0) },
            isDryRun: dryRun
        )
        let files = ImportFiles(
            paths: paths, format: format, columns: map.compactMap { ColumnWishes.Wish($0) }, options: options,
            progress: { progress.update($0.rows, share: $0.share) }
        ).readingPipes()
        let outcome = try files.run(inNewVaultAt: common.vaultPath) ?? common.withVault { try files.run(in: $0) }
        progress.finish()
        if common.json {
            var lines = LineWriter()
            try lines.line(bytes: ImportReportJSON.encode(outcome))
            try lines.flush()
        } else {
            var text = ImportReportText(style: common.style, isDryRun: dryRun)
            try text.write(outcome)
        }
        for failure in outcome.failures { Terminal.standardError.write("holdfast: \(failure.error.message.printable)\n") }
        if let worst = outcome.failures.map({ ExitStatus($0.error) }).max(by: { $0.rawValue < $1.rawValue }) {
            throw ExitCode(worst.rawValue)
        }
        if strict, outcome.reports.contains(where: { $0.files.contains { $0.rejectedCount > 0 } }) {
            throw ExitCode(ExitStatus.unusableInput.rawValue)
        }
    }
}
