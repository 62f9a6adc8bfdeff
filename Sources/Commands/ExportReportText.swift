import Actions
import ContactFormats
import ContactModel

/// How a hand-out went, for people, on standard error.
struct ExportReportText {
    let report: ExportReport
    let output: String?

    /// How many reasons or remarks are told.
    private static let mostTold = 12

    /// The lines; none where there is nothing to tell.
    var lines: [String] {
        var lines: [String] = []
        if let placed = report.placed {
            let paths = placed.files.map(\.path)
            let limit = paths.count > 1 ? ", as many as \(product) takes in a file" : ""
            lines.append("Wrote \(report.tally.written.of("person", "people")) to \(Self.list(paths))\(limit).")
        } else if output == nil, report.format.isForProduct {
            lines.append("\(report.tally.written.of("person", "people")) for \(product).")
        }
        lines += gateLines + heldBackLines + closingLines
        if report.isOverLimits {
            lines.append("\(product) takes fewer people in one file. Write to a file with -o, and it is split.")
        }
        for path in report.placed?.stale ?? [] { lines.append("\(path) is of an earlier run and not part of this one.") }
        if report.format.isForProduct, report.tally.written > 0, let advice = report.format.sheet?.advice { lines.append(advice) }
        return lines
    }

    /// What becomes of those who are taken.
    private var closingLines: [String] {
        var lines: [String] = []
        if !report.tally.remarks.isEmpty { lines += ["Taken, but:"] + told(report.tally.remarks) }
        let losses = report.losses.filter { !$0.isCarried }
        if !losses.isEmpty {
            let list = losses.map { "\($0.what) (\($0.count.grouped))" }.joined(separator: ", ")
            lines.append("No place in \(report.format.rawValue) for: \(list).")
        }
        return lines
    }

    /// The lines of a check, which writes nothing.
    var checkLines: [String] {
        let tally = report.tally
        var lines = gateLines + ["\(product) would take \(tally.written.grouped) of \(tally.people.of("person", "people"))."]
        if tally.heldBack > 0 { lines += ["Refused: \(tally.heldBack.of("person", "people"))"] + told(tally.reasons) }
        return lines + closingLines
    }

    private var product: String { report.format.sheet?.product ?? report.format.rawValue }

    /// What the gate did.
    private var gateLines: [String] {
        guard let gate = report.gate else { return [] }
        guard gate.heldBack > 0 else { return ["All \(gate.people.of("person", "people")) are ready to be handed on."] }
        let reasons = gate.reasons.map { (count: $0.people, text: $0.reason.text) }
        let width = reasons.first.map { $0.count.grouped.count } ?? 0
        return [
            "\(gate.passed.grouped) of \(gate.people.of("person", "people")) are ready to be handed on; \(gate.heldBack.grouped) held back:"
        ]
            + reasons.map { reason in
                let number = reason.count.grouped
                return "  " + String(repeating: " ", count: max(0, width - number.count)) + number + "  " + reason.text
            } + ["--held-back FILE.csv lists them."]
    }

    private var heldBackLines: [String] {
        guard report.tally.heldBack > 0 else { return [] }
        let people = report.tally.heldBack.of("person", "people")
        let place = report.placed?.refusedPath.map { "\($0) lists them." } ?? "--check --json lists them."
        return ["Held back \(people), whom \(product) would refuse; \(place) --all writes them all the same."]
            + told(report.tally.reasons)
    }

    private func told(_ counts: [HandOverTally.Count]) -> [String] {
        let width = counts.first.map { $0.rows.grouped.count } ?? 0
        let shown = counts.prefix(Self.mostTold).map { count in
            let number = count.rows.grouped
            return "  " + String(repeating: " ", count: max(0, width - number.count)) + number + "  " + count.objection.text
        }
        return shown + (counts.count > Self.mostTold ? ["  and \((counts.count - Self.mostTold).of("rule", "rules")) more"] : [])
    }

    private static func list(_ paths: [String]) -> String {
        paths.count > 3 ? "\(paths.count) files, \(paths.first ?? "") to \(paths.last ?? "")" : paths.joined(separator: " and ")
    }
}

/// The list of those who were held back, written to standard output as they come: `"refused":[…]`, the first member of the report's object.
final class RefusedStream {
    private var json = JSONWriter()

    /// Begins the object and its list.
    init() {
        json.beginObject()
        json.name("refused")
        json.beginArray()
    }

    /// Adds somebody.
    func add(_ heldBack: HeldBack) throws {
        ExportReportJSON.encode(heldBack, into: &json)
        if json.count > 1 << 16 { try StandardOutput.write(json.takeBytes()[...]) }
    }

    /// Ends the list, and writes the rest of the object.
    func finish(_ members: (inout JSONWriter) -> Void) throws {
        json.endArray()
        members(&json)
        json.endObject()
        json.endLine()
        try StandardOutput.write(json.takeBytes()[...])
    }
}
