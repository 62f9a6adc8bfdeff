import ContactModel
import Vault

/// How a vault stands, as JSON, in the keys other programs rely on.
public enum StatusJSON {
    /// The outcome as one object.
    ///
    /// - Parameters:
    ///   - path: where the vault lies; `nil` where that is nobody's business.
    ///   - bytes: the size of its files.
    public static func encode(_ outcome: ReportStatus.Outcome, path: String?, bytes: Int64) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("vault", path)
        json.member("bytes", bytes)
        json.member("original_bytes", outcome.originalBytes)
        json.name("people")
        json.beginObject()
        for standing in Person.Standing.allCases where standing != .owner {
            json.member(standing.rawValue, outcome.people[standing] ?? 0)
        }
        json.endObject()
        json.member("sources", objects: outcome.sources) { json, source in
            json.member("source", source.source)
            json.member("list", source.list)
            json.member("exported_on", source.newestExport.description)
            json.member("age_days", source.ageDays)
            json.member("snapshots", source.snapshots)
            json.member("rows", source.rows)
        }
        json.member("requests", objects: outcome.requests) { json, standing in
            for (name, text) in [
                ("service", standing.service.name), ("on", standing.request.on.description), ("state", standing.state.rawValue),
                ("due_from", standing.dueFrom.description), ("due_by", standing.dueBy.description),
            ] {
                json.member(name, text)
            }
            json.member("link_until", standing.linkUntil?.description)
        }
        json.member("advice", strings: outcome.advice)
        json.endObject()
        return json.takeBytes()
    }
}
