public import ContactFormats
public import ContactModel
import Vault

/// An import's outcome as JSON, in the keys other programs rely on.
public enum ImportReportJSON {
    /// The outcome as one object.
    public static func encode(_ outcome: ImportFiles.Outcome) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("files", elements: outcome.reports.flatMap(\.files)) { encode($1, &$0) }
        json.name("people")
        json.beginObject()
        json.name("new")
        json.integer(
            outcome.reports.map(\.newPeople).reduce(0, +) + outcome.archives.filter { !$0.isAlreadyThere }.map(\.people).reduce(0, +))
        json.member("updated", outcome.reports.map(\.updatedPeople).reduce(0, +))
        json.member("total", outcome.totalPeople)
        json.endObject()
        if !outcome.archives.isEmpty {
            json.member("archives", elements: outcome.archives) { encode($1, &$0) }
        }
        encode(passedOver: outcome.reports.flatMap(\.passedOver), &json)
        encode(remarks: outcome.reports.flatMap(\.remarks) + outcome.archives.flatMap(\.remarks), &json)
        json.member("failures", objects: outcome.failures) { json, failure in
            json.member("path", failure.path)
            json.member("code", failure.error.code.rawValue)
            json.member("message", failure.error.message)
        }
        json.endObject()
        return json.takeBytes()
    }

    private static func encode(_ archive: ImportArchive.Outcome, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("path", archive.path)
        for (name, count) in [("snapshots", archive.snapshots), ("originals", archive.originals), ("steps", archive.decisions)] {
            json.member(name, count)
        }
        json.member("already_imported", archive.isAlreadyThere)
        json.endObject()
    }

    private static func encode(_ file: ImportReport.File, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("path", file.path)
        json.member("format", file.format)
        json.member("source", file.source)
        json.member("snapshot", file.snapshot.description)
        json.member("rows", file.rows)
        json.name("records")
        json.beginObject()
        for (name, count) in [("new", file.new), ("updated", file.updated), ("unchanged", file.unchanged), ("gone", file.gone)] {
            json.member(name, count)
        }
        json.endObject()
        json.name("rejected")
        encode(file.rejected, &json)
        json.member("already_imported", file.isAlreadyImported)
        json.member("list", file.list.rawValue)
        json.member("layout", file.layout)
        json.member("exported_on", file.exportedOn.description)
        json.member("exported_on_basis", file.exportedOnBasis.rawValue)
        json.member("closed_accounts", file.closedAccounts)
        json.name("doubtful")
        encode(file.doubtful, &json)
        encode(remarks: file.remarks, &json)
        if !file.parts.isEmpty { json.member("parts", strings: file.parts) }
        json.endObject()
    }

    /// What was not read, and why, as the member `"passed_over"`.
    public static func encode(passedOver: [PassedOver], _ json: inout JSONWriter) {
        json.member("passed_over", objects: passedOver) { json, passed in
            json.member("path", passed.path)
            json.member("reason", passed.reason)
        }
    }

    /// What is remarked, as the member `"remarks"`.
    public static func encode(remarks: [String], _ json: inout JSONWriter) {
        json.member("remarks", strings: remarks)
    }

    /// Problems as an array of objects.
    public static func encode(_ problems: [ReadProblem], _ json: inout JSONWriter) {
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.member("line", problem.line)
            json.member("column", problem.column)
            json.member("code", problem.code)
            json.member("text", problem.text)
            json.endObject()
        }
        json.endArray()
    }
}
