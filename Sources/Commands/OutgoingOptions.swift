import Actions
import ArgumentParser
import ContactFormats
import ContactModel

/// The options of `export` and `convert`: which format, and where to.
struct OutgoingOptions: ParsableArguments {
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The format: \(Self.formats.joined(separator: ", ")).", valueName: "format"),
        completion: .list(Self.formats)
    )
    var formatName: String?

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("The file to write. Default: standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Write nothing, and tell what the product the format is for would refuse, and why.")
    var check = false

    @Flag(help: "Write rows the product would refuse all the same.")
    var all = false

    @Option(help: ArgumentHelp("At most so many rows a file. Default: what the product takes.", valueName: "rows"))
    var splitAt: Int?

    /// The formats, with the one that is no list of people but the whole vault.
    static let formats = ExportFormat.allCases.map(\.rawValue) + ["archive"]

    /// Whether the whole vault is asked for.
    var isArchive: Bool { formatName == "archive" }

    func validate() throws {
        if let formatName, !Self.formats.contains(formatName) {
            throw ValidationError("The format “\(formatName)” is not known. It can be \(Self.formats.joined(separator: ", ")).")
        }
        if check, output != nil { throw ValidationError("--check writes no file. Leave out -o.") }
        if check, all { throw ValidationError("--check holds back nothing. Leave out --all.") }
        guard let splitAt else { return }
        if splitAt < 1 { throw ValidationError("--split-at must be at least 1.") }
        if path == nil { throw ValidationError("--split-at needs a file: name one with -o.") }
        if format?.sheet == nil { throw ValidationError("A file of the format \(formatName ?? "") is not split.") }
    }

    /// The format.
    var format: ExportFormat? { formatName.flatMap { ExportFormat(rawValue: $0) } }

    /// Sees to it that a format is named.
    func requireFormat() throws {
        if formatName == nil {
            throw ValidationError("Say which format: --to csv, --to vcard4, … It can be \(Self.formats.joined(separator: ", ")).")
        }
    }

    /// The file; `nil` for standard output.
    var path: String? { output == "-" ? nil : output }

    /// How people are handed out.
    var options: OutgoingContacts.Options { .init(writesAll: all, rowsPerFile: splitAt) }

    /// Runs a hand-out to where the options say, and reports on it.
    ///
    /// - Parameters:
    ///   - members: further members of the report's JSON object.
    ///   - run: hands people out to a destination, calling back with those who are held back.
    @discardableResult
    func handOut(
        _ common: CommonOptions,
        members: (inout JSONWriter) -> Void = { _ in },
        run: (OutgoingContacts.Destination, @escaping (HeldBack) throws -> Void) throws -> ExportReport
    ) throws -> ExportReport {
        if check { return try report(common, members, run) }
        let destination: OutgoingContacts.Destination
        if let path {
            destination = .files(try OutputFiles(common.wholeFile(at: path)))
        } else {
            destination = .stream { try StandardOutput.write($0) }
        }
        let report = try run(destination) { _ in }
        if common.json {
            var json = JSONWriter()
            json.beginObject()
            ExportReportJSON.members(of: report, output: path, into: &json)
            members(&json)
            json.endObject()
            json.endLine()
            let bytes = json.takeBytes()
            // Where the contacts themselves go to standard output, the report can't.
            if path == nil {
                Terminal.standardError.write(String(decoding: bytes, as: UTF8.self))
            } else {
                try StandardOutput.write(bytes[...])
            }
        } else {
            for line in ExportReportText(report: report, output: path).lines {
                Terminal.standardError.write(line.printable + "\n")
            }
        }
        return report
    }

    private func report(
        _ common: CommonOptions,
        _ members: (inout JSONWriter) -> Void,
        _ run: (OutgoingContacts.Destination, @escaping (HeldBack) throws -> Void) throws -> ExportReport
    ) throws -> ExportReport {
        guard common.json else {
            let report = try run(.nowhere) { _ in }
            var lines = LineWriter()
            for line in ExportReportText(report: report, output: nil).checkLines { try lines.line(line.printable) }
            try lines.flush()
            return report
        }
        let refused = RefusedStream()
        let report = try run(.nowhere) { try refused.add($0) }
        try refused.finish { json in
            ExportReportJSON.members(of: report, output: nil, into: &json)
            members(&json)
        }
        return report
    }
}
