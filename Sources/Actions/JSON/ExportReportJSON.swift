import ContactFormats
public import ContactModel

/// How a hand-out went, in the keys other programs rely on.
public enum ExportReportJSON {
    /// Writes the members of the report's object.
    public static func members(of report: ExportReport, output: String?, into json: inout JSONWriter) {
        json.member("path", report.placed?.files.first?.path ?? output)
        json.member("format", report.format.rawValue)
        json.member("people", report.tally.people + (report.gate?.heldBack ?? 0))
        json.member("written", report.tally.written)
        json.member("held_back", report.tally.heldBack + (report.gate?.heldBack ?? 0))
        json.member("files", objects: report.placed?.files ?? []) { json, file in
            json.member("path", file.path)
            json.member("rows", file.rows)
            json.member("bytes", file.bytes)
        }
        json.member("refused_file", report.placed?.refusedPath)
        let gated = (report.gate?.reasons ?? []).map { ($0.reason, $0.people) }
        json.name("reasons")
        encode(gated + report.tally.reasons.map { ($0.objection, $0.rows) }, into: &json)
        if let gate = report.gate {
            json.name("gate")
            json.beginObject()
            for (name, count) in [("people", gate.people), ("passed", gate.passed), ("held_back", gate.heldBack)] {
                json.member(name, count)
            }
            json.name("reasons")
            encode(gated, into: &json)
            json.endObject()
        }
        json.name("remarks")
        encode(report.tally.remarks.map { ($0.objection, $0.rows) }, into: &json)
        json.member("losses", objects: report.losses) { json, loss in
            json.member("what", loss.what)
            json.member("count", loss.count)
            json.member("carried", loss.isCarried)
        }
    }

    /// Writes somebody who was held back.
    public static func encode(_ heldBack: HeldBack, into json: inout JSONWriter) {
        json.beginObject()
        if let person = heldBack.person {
            json.member("person", person)
        }
        if let line = heldBack.line {
            json.member("line", line)
        }
        json.member("name", heldBack.name)
        json.member("email", heldBack.email)
        json.member("reasons", objects: heldBack.reasons) { json, reason in
            json.member("code", reason.code)
            json.member("column", reason.column)
            json.member("value", reason.value)
            json.member("text", reason.text)
        }
        json.endObject()
    }

    private static func encode(_ counts: [(objection: Objection, people: Int)], into json: inout JSONWriter) {
        json.beginArray()
        for (objection, people) in counts {
            json.beginObject()
            json.member("code", objection.code)
            json.member("column", objection.column)
            json.member("count", people)
            json.member("text", objection.text)
            json.endObject()
        }
        json.endArray()
    }
}
