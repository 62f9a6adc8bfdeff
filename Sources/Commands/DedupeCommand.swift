import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import Foundation
import RecordLinkage

/// `holdfast dedupe`
struct DedupeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe",
        abstract: "Find the rows of any table of people that are one person, without a vault.",
        discussion: """
            The table comes out as it went in, row by row, with three columns more: cluster_id is the same for rows that are one person, \
            match_probability says how sure that is, reason names the closest row and what the two share. Columns are recognised by their \
            headers and values, and what they were taken for is told.

              holdfast dedupe contacts.csv -o contacts-clusters.csv
              holdfast dedupe contacts.csv -o sure.csv --threshold 0.99
              holdfast dedupe list.csv --link export.csv -o both.csv
              holdfast dedupe contacts.csv --explain
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The table: a CSV file of any dialect; - for standard input.", valueName: "file"), completion: .file())
    var path: String

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("Join rows from this probability on, above 0 and below 1.", valueName: "probability"))
    var threshold = 0.5

    @Option(
        help: ArgumentHelp("Link with a second table: only rows of different tables are joined, one with one.", valueName: "file"),
        completion: .file())
    var link: String?

    @Flag(help: "List the pairs that may be one person, the surest first, with what speaks for and against.")
    var explain = false

    func validate() throws {
        guard threshold > 0, threshold < 1 else { throw ValidationError("The threshold is a probability above 0 and below 1.") }
        guard output != nil || explain else { throw ValidationError("Name the file to write with -o, or ask for --explain.") }
        if explain, output == "-" { throw ValidationError("With --explain, name a file with -o: standard output has the pairs.") }
        if path == "-", link == "-" { throw ValidationError("Standard input can be read once only.") }
    }

    /// Says no to writing over what is read.
    private func spareInput() throws {
        guard let output, output != "-" else { return }
        let target = URL(fileURLWithPath: output).resolvingSymlinksInPath().path
        for input in [path, link].compactMap({ $0 }) where URL(fileURLWithPath: input).resolvingSymlinksInPath().path == target {
            throw Complaint(
                status: .cannotCreate, message: "\(output) is the table that is read. Nothing was written. Name another file with -o.")
        }
    }

    func run() throws {
        try spareInput()
        let action = DeduplicateTable(path: path, linkingWith: link, threshold: threshold)
        let progress = Steps()
        defer { progress.finish() }
        var lines = LineWriter()
        let explained: ((DeduplicateTable.Pair) throws -> Void)? =
            explain
            ? { pair in
                progress.finish()
                if common.json {
                    try lines.line(bytes: Self.encode(pair))
                } else {
                    for line in Self.text(of: pair) { try lines.line(line) }
                }
            } : nil
        let outcome: DeduplicateTable.Outcome
        if let output, output != "-" {
            outcome = try WholeFile(path: output).write { put in try action.run(progress: progress.update, explained: explained, put) }
        } else if output == "-" {
            outcome = try action.run(progress: progress.update, explained: explained) { try StandardOutput.write($0) }
        } else {
            outcome = try action.run(progress: progress.update, explained: explained) { _ in }
        }
        progress.finish()
        try lines.flush()
        if common.json, output != "-" {
            try lines.line(bytes: encode(outcome))
            try lines.flush()
        } else {
            for line in text(of: outcome) { Terminal.standardError.write(line.printable + "\n") }
        }
    }

    // MARK: For people

    private func text(of outcome: DeduplicateTable.Outcome) -> [String] {
        var lines: [String] = []
        for table in outcome.tables {
            let told = table.columns.compactMap { column in column.role.map { "\(column.name) (\(Self.word(for: $0)))" } }
            lines.append("\(table.path): \(table.rows.of("row", "rows")); columns used: \(told.joined(separator: ", "))")
            let passed = table.columns.filter { $0.role == nil }.map(\.name)
            if !passed.isEmpty { lines.append("  not looked at: \(passed.joined(separator: ", "))") }
            if table.rejected > 0 {
                lines.append(
                    "  \(table.rejected.of("row", "rows")) could not be read and \(table.rejected == 1 ? "is" : "are") not in the result: "
                        + table.problems.prefix(3).map { "line \($0.line) (\($0.code))" }.joined(separator: ", ")
                        + (table.rejected > 3 ? " and more" : ""))
            }
        }
        lines.append(
            "\(outcome.people.of("person", "people")): \(outcome.clusters.grouped) of them in more than one row, "
                + "\(outcome.duplicates.of("row", "rows")) too many.")
        if let output, output != "-" { lines.append("Wrote \(output).") }
        return lines
    }

    private static func text(of pair: DeduplicateTable.Pair) -> [String] {
        let explanation = pair.explanation
        func place(_ of: (table: Int, row: Int)) -> String { of.table == 0 ? "row \(of.row)" : "row \(of.row) of the second table" }
        let percent = Int((explanation.probability * 1000).rounded())
        var lines = [
            "\(place(pair.first)) and \(place(pair.second)): \(percent / 10).\(percent % 10) %, \(pair.isJoined ? "joined" : "not joined")"
        ]
        for term in explanation.terms {
            lines.append(
                "  \(bits(term.bits))  \(term.field): \(term.level)"
                    + (term.first.isEmpty && term.second.isEmpty ? "" : "  [\(term.first) | \(term.second)]"))
        }
        lines.append("  \(bits(explanation.priorBits))  that two rows drawn at random are one person")
        return lines.map(\.printable) + [""]
    }

    private static func bits(_ bits: Double) -> String {
        let tenths = Int((bits * 10).rounded())
        let text = (tenths < 0 ? "-" : "+") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
        return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }

    private static func word(for role: FieldRole) -> String {
        switch role {
        case .fullName: "name"
        case .givenName: "given name"
        case .middleName: "middle name"
        case .familyName: "family name"
        case .nickname: "nickname"
        case .email: "e-mail"
        case .phone: "phone"
        case .profile: "profile"
        case .organization: "company"
        case .title: "title"
        case .city: "town"
        case .birthday: "date of birth"
        case .identifier: "number of a person"
        case .houseNumber: "house number"
        case .street: "street"
        case .postcode: "postcode"
        case .category: "kind"
        case .words: "words"
        }
    }

    // MARK: For programs

    private func encode(_ outcome: DeduplicateTable.Outcome) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("tables", objects: outcome.tables) { json, table in
            json.member("path", table.path)
            json.member("rows", table.rows)
            json.member("rejected", table.rejected)
            json.member("problems", objects: table.problems) { json, problem in
                json.member("line", problem.line)
                json.member("code", problem.code)
            }
            json.member("columns", objects: table.columns) { json, column in
                json.member("name", column.name)
                json.member("as", column.role.map { Self.word(for: $0) })
            }
        }
        json.member("rows", outcome.tables.reduce(0) { $0 + $1.rows })
        json.member("people", outcome.people)
        json.member("clusters", outcome.clusters)
        json.member("duplicates", outcome.duplicates)
        json.member("pairs", outcome.pairs)
        json.member("threshold", threshold)
        json.member("output", output)
        json.endObject()
        return json.takeBytes()
    }

    private static func encode(_ pair: DeduplicateTable.Pair) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (name, place) in [("first", pair.first), ("second", pair.second)] {
            json.name(name)
            json.beginObject()
            json.member("table", place.table + 1)
            json.member("row", place.row)
            json.endObject()
        }
        json.member("probability", toFourPlaces(pair.explanation.probability))
        json.member("weight_bits", toFourPlaces(pair.explanation.weight))
        json.member("prior_bits", toFourPlaces(pair.explanation.priorBits))
        json.member("joined", pair.isJoined)
        json.member("terms", objects: pair.explanation.terms) { json, term in
            for (name, text) in [("field", term.field), ("level", term.level), ("first", term.first), ("second", term.second)] {
                json.member(name, text)
            }
            json.member("bits", toFourPlaces(term.bits))
        }
        json.endObject()
        return json.takeBytes()
    }

    private static func toFourPlaces(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

/// The steps of a run on one line of the terminal each.
private final class Steps {
    private let start = Date()
    private var step = ""
    private var line: ProgressLine?

    func update(_ step: String, _ done: Int, _ share: Double?) {
        if step != self.step {
            line?.finish()
            line = ProgressLine(step, of: "rows", since: start)
            self.step = step
        }
        line?.update(done, share: share)
    }

    func finish() { line?.finish() }
}
