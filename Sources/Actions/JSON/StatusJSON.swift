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
        json.name("vault")
        json.string(path)
        json.name("bytes")
        json.integer(bytes)
        json.name("original_bytes")
        json.integer(outcome.originalBytes)
        json.name("people")
        json.beginObject()
        for standing in Person.Standing.allCases where standing != .owner {
            json.name(standing.rawValue)
            json.integer(outcome.people[standing] ?? 0)
        }
        json.endObject()
        json.name("sources")
        json.beginArray()
        for source in outcome.sources {
            json.beginObject()
            json.name("source")
            json.string(source.source)
            json.name("list")
            json.string(source.list)
            json.name("exported_on")
            json.string(source.newestExport.description)
            json.name("age_days")
            json.integer(Int64(source.ageDays))
            json.name("snapshots")
            json.integer(Int64(source.snapshots))
            json.name("rows")
            json.integer(source.rows)
            json.endObject()
        }
        json.endArray()
        json.name("requests")
        json.beginArray()
        for standing in outcome.requests {
            json.beginObject()
            for (name, text) in [
                ("service", standing.service.name), ("on", standing.request.on.description), ("state", standing.state.rawValue),
                ("due_from", standing.dueFrom.description), ("due_by", standing.dueBy.description),
            ] {
                json.name(name)
                json.string(text)
            }
            json.name("link_until")
            json.string(standing.linkUntil?.description)
            json.endObject()
        }
        json.endArray()
        json.name("advice")
        json.beginArray()
        for sentence in outcome.advice { json.string(sentence) }
        json.endArray()
        json.endObject()
        return json.takeBytes()
    }
}
