import Actions
import ArgumentParser
import ContactFormats
import ContactModel

/// `holdfast convert`
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Turn contacts from one format into another, without a vault.",
        discussion: """
            What a file is, is told by its content. Everything that is read can be written as everything that is exported; what could not be \
            read, and what the other format has no place for, is told on standard error. A file appears whole or not at all.

              holdfast convert contacts.vcf --to google-csv -o contacts.csv
              cat contacts.vcf | holdfast convert - --to ldif > contacts.ldif
              holdfast convert Connections.csv --to mailchimp --check
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Files, folders or zip archives; - for standard input.", valueName: "path"), completion: .file())
    var paths: [String]

    @OptionGroup var outgoing: OutgoingOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Read as a format rather than detecting it: \(ImportFiles.formats.joined(separator: ", ")).", valueName: "format"),
        completion: .list(ImportFiles.formats)
    )
    var readAs: String?

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "What a column of a table holds, where the guess is wrong: \"Spalte=email\". Can be given more than once.",
            valueName: "column=field")
    )
    var map: [String] = []

    @Flag(help: "End with status 65 where a row can't be read or somebody is held back.")
    var strict = false

    func validate() throws {
        try outgoing.requireFormat()
        if let readAs, !ImportFiles.formats.contains(readAs) {
            throw ValidationError("The format “\(readAs)” is not known. It can be \(ImportFiles.formats.joined(separator: ", ")).")
        }
        try ImportCommand.requireWishes(map)
        if outgoing.isArchive { throw ValidationError("An archive is of a vault: `holdfast export --to archive` writes one.") }
        if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be read once only.") }
    }

    func run() throws {
        guard let format = outgoing.format else { return }
        let action = ConvertFiles(
            paths: paths, readAs: readAs, columns: map.compactMap { ColumnWishes.Wish($0) }, to: format, options: outgoing.options)
        let progress = ProgressLine("Converting", of: "contacts")
        defer { progress.finish() }
        var outcome: ConvertFiles.Outcome?
        let report = try outgoing.handOut(common, members: { json in outcome.map { ConvertReport.members(of: $0, into: &json) } }) {
            destination, onHeldBack in
            let done = try action.run(
                to: destination, progress: { if outgoing.path != nil { progress.update($0) } }, onHeldBack: onHeldBack)
            progress.finish()
            outcome = done
            if !common.json {
                for line in ConvertReport.lines(of: done) { Terminal.standardError.write(line.printable + "\n") }
            }
            return done.report
        }
        if strict, report.tally.heldBack > 0 || outcome?.lists.contains(where: { $0.rejectedCount > 0 }) ?? false {
            throw ExitCode(ExitStatus.unusableInput.rawValue)
        }
    }
}

/// What a conversion read, for people and for programs.
enum ConvertReport {
    /// Lines for people; none where all was read.
    static func lines(of outcome: ConvertFiles.Outcome) -> [String] {
        var lines: [String] = []
        for list in outcome.lists {
            if list.rejectedCount > 0 {
                lines.append("\(list.path): \(list.rejectedCount.of("row", "rows")) could not be read:")
                lines += told(list.rejected, of: list.rejectedCount)
            }
            if list.doubtfulCount > 0 {
                lines.append("\(list.path): \(list.doubtfulCount.of("value is", "values are")) in doubt:")
                lines += told(list.doubtful, of: list.doubtfulCount)
            }
            lines += list.remarks.map { "\(list.path): \($0)" }
        }
        let other = outcome.passedOver.filter { $0.reason == "no-list-of-contacts" }.map(\.path)
        if !other.isEmpty {
            let shown = other.prefix(6).joined(separator: ", ") + (other.count > 6 ? " and \(other.count - 6) more" : "")
            lines.append("Not converted, for they are no lists of contacts: \(shown). A vault puts them together: holdfast import.")
        }
        return lines
    }

    private static func told(_ problems: [ReadProblem], of count: Int) -> [String] {
        problems.prefix(5).map { problem in
            let place = problem.column > 0 ? "line \(problem.line), column \(problem.column)" : "line \(problem.line)"
            return "  \(place): \(ImportReportText.words(for: problem.code)): \(problem.text.fitted(to: 80))"
        } + (count > 5 ? ["  … and \((count - 5).grouped) more"] : [])
    }

    /// Members of the report's object: `"inputs"` and `"passed_over"`.
    static func members(of outcome: ConvertFiles.Outcome, into json: inout JSONWriter) {
        json.member("inputs", objects: outcome.lists) { json, list in
            json.member("path", list.path)
            json.member("format", list.format)
            json.member("layout", list.layout)
            json.member("rows", list.rows)
            json.member("contacts", list.contacts)
            json.member("rejected_count", list.rejectedCount)
            json.name("rejected")
            ImportReportJSON.encode(list.rejected, &json)
            json.member("doubtful_count", list.doubtfulCount)
            json.name("doubtful")
            ImportReportJSON.encode(list.doubtful, &json)
            ImportReportJSON.encode(remarks: list.remarks, &json)
        }
        ImportReportJSON.encode(passedOver: outcome.passedOver, &json)
    }
}
