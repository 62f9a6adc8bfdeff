public import ContactFormats
public import ContactModel
import Vault

/// An import's outcome as JSON, in the keys other programs rely on.
public enum ImportReportJSON {
    /// The outcome as one object.
    public static func encode(_ outcome: ImportFiles.Outcome) -> [UInt8] {
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
        encode(passedOver: outcome.reports.flatMap(\.passedOver), &json)
        encode(remarks: outcome.reports.flatMap(\.remarks) + outcome.archives.flatMap(\.remarks), &json)
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
        encode(remarks: file.remarks, &json)
        json.endObject()
    }

    /// What was not read, and why, as the member `"passed_over"`.
    public static func encode(passedOver: [PassedOver], _ json: inout JSONWriter) {
        json.name("passed_over")
        json.beginArray()
        for passed in passedOver {
            json.beginObject()
            json.name("path")
            json.string(passed.path)
            json.name("reason")
            json.string(passed.reason)
            json.endObject()
        }
        json.endArray()
    }

    /// What is remarked, as the member `"remarks"`.
    public static func encode(remarks: [String], _ json: inout JSONWriter) {
        json.name("remarks")
        json.beginArray()
        for remark in remarks { json.string(remark) }
        json.endArray()
    }

    /// Problems as an array of objects.
    public static func encode(_ problems: [ReadProblem], _ json: inout JSONWriter) {
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
