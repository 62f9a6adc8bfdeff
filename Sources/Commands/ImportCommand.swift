import Actions
import ArgumentParser
import ContactFormats
import ContactModel
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

    @Argument(help: ArgumentHelp("Files, folders or zip archives; - for standard input.", valueName: "path"))
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
        if let exportedOn, CalendarDate(iso: exportedOn) == nil {
            throw ValidationError("“\(exportedOn)” is not a date. Write it as 2026-11-23.")
        }
        for text in map where ColumnWishes.Wish(text) == nil {
            throw ValidationError(
                "“\(text)” doesn't say what a column holds. Write it as \"Spalte=email\"; behind the last = can stand "
                    + "\(ColumnRole.names.joined(separator: ", "))."
            )
        }
        if let source, source.allSatisfy(\.isWhitespace) { throw ValidationError("The source's name is empty.") }
        if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be read once only.") }
    }

    func run() throws {
        let progress = ProgressLine(dryRun ? "Reading" : "Importing", of: "rows")
        defer { progress.finish() }
        let options = ImportOptions(
            source: source,
            exportedOn: exportedOn.flatMap { CalendarDate(iso: $0) },
            isDryRun: dryRun,
            progress: { progress.update($0) }
        )
        let outcome = try common.withVault { vault in
            try ImportFiles(paths: paths, format: format, columns: map.compactMap { ColumnWishes.Wish($0) }, options: options).run(
                in: vault)
        }
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

/// An import's outcome as JSON, in the keys other programs rely on.
enum ImportReportJSON {
    static func encode(_ outcome: ImportFiles.Outcome) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.name("files")
        json.beginArray()
        for file in outcome.reports.flatMap(\.files) { encode(file, &json) }
        json.endArray()
        json.name("people")
        json.beginObject()
        json.name("new")
        json.integer(
            outcome.reports.map(\.newPeople).reduce(0, +) + outcome.archives.filter { !$0.isAlreadyThere }.map(\.people).reduce(0, +))
        json.name("updated")
        json.integer(outcome.reports.map(\.updatedPeople).reduce(0, +))
        json.name("total")
        json.integer(outcome.reports.last?.totalPeople ?? outcome.archives.last?.people ?? 0)
        json.endObject()
        if !outcome.archives.isEmpty {
            json.name("archives")
            json.beginArray()
            for archive in outcome.archives { encode(archive, &json) }
            json.endArray()
        }
        json.name("passed_over")
        json.beginArray()
        for passed in outcome.reports.flatMap(\.passedOver) {
            json.beginObject()
            json.name("path")
            json.string(passed.path)
            json.name("reason")
            json.string(passed.reason)
            json.endObject()
        }
        json.endArray()
        json.name("remarks")
        json.beginArray()
        for remark in outcome.reports.flatMap(\.remarks) + outcome.archives.flatMap(\.remarks) { json.string(remark) }
        json.endArray()
        json.name("failures")
        json.beginArray()
        for failure in outcome.failures {
            json.beginObject()
            json.name("path")
            json.string(failure.path)
            json.name("code")
            json.string(failure.error.code.rawValue)
            json.name("message")
            json.string(failure.error.message)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.takeBytes()
    }

    private static func encode(_ archive: ImportArchive.Outcome, _ json: inout JSONWriter) {
        json.beginObject()
        json.name("path")
        json.string(archive.path)
        for (name, count) in [("snapshots", archive.snapshots), ("originals", archive.originals), ("steps", archive.decisions)] {
            json.name(name)
            json.integer(count)
        }
        json.name("already_imported")
        json.bool(archive.isAlreadyThere)
        json.endObject()
    }

    private static func encode(_ file: ImportReport.File, _ json: inout JSONWriter) {
        json.beginObject()
        json.name("path")
        json.string(file.path)
        json.name("format")
        json.string(file.format)
        json.name("source")
        json.string(file.source)
        json.name("snapshot")
        json.string(file.snapshot.description)
        json.name("rows")
        json.integer(file.rows)
        json.name("records")
        json.beginObject()
        for (name, count) in [("new", file.new), ("updated", file.updated), ("unchanged", file.unchanged), ("gone", file.gone)] {
            json.name(name)
            json.integer(count)
        }
        json.endObject()
        json.name("rejected")
        encode(file.rejected, &json)
        json.name("already_imported")
        json.bool(file.isAlreadyImported)
        json.name("list")
        json.string(file.list.rawValue)
        json.name("layout")
        json.string(file.layout)
        json.name("exported_on")
        json.string(file.exportedOn.description)
        json.name("exported_on_basis")
        json.string(file.exportedOnBasis.rawValue)
        json.name("closed_accounts")
        json.integer(file.closedAccounts)
        json.name("doubtful")
        encode(file.doubtful, &json)
        json.name("remarks")
        json.beginArray()
        for remark in file.remarks { json.string(remark) }
        json.endArray()
        json.endObject()
    }

    static func encode(_ problems: [ReadProblem], _ json: inout JSONWriter) {
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.name("line")
            json.integer(Int64(problem.line))
            json.name("column")
            json.integer(Int64(problem.column))
            json.name("code")
            json.string(problem.code)
            json.name("text")
            json.string(problem.text)
            json.endObject()
        }
        json.endArray()
    }
}
