public import ContactModel
public import Vault

/// What made a person's entries one, as JSON.
public enum JoiningJSON {
    /// The joinings of a person as one object:
    /// `{"person","joinings":[{"first":{"id","source","list","name"},"second","on","because","verdict","probability","weight","terms"}]}`.
    public static func encode(_ joinings: [Joining], of person: Person) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("person", person.id.description)
        json.member("joinings", objects: joinings) { json, joining in
            for (name, entry) in [("first", joining.first), ("second", joining.second)] {
                json.name(name)
                json.beginObject()
                json.member("id", entry.id.description)
                json.member("source", entry.source)
                json.member("list", entry.list)
                json.member("name", entry.card.name.display)
                json.endObject()
            }
            json.member("on", joining.on?.description)
            DuplicateJSON.encode(joining.verdict, areOne: true, joining.explanation, &json, probability: joining.probability)
        }
        json.endObject()
        return json.takeBytes()
    }
}

/// What is held of a person beyond the fields, as JSON.
enum FurtherValueJSON {
    /// A value as the members of an object: `id`, `kind`, `name` (its source's own), `notes`, one of `text`, `uri`, `day`, `facts` and
    /// `data` (`media_type`, `bytes`), and `provenance`.
    static func encode(_ value: FurtherValue, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("id", value.id)
        json.member("kind", value.kind.rawValue)
        json.member("name", value.name(EnglishSpeaker()))
        json.member("notes", strings: value.notes)
        switch value.content {
        case .text(let text): json.member("text", text)
        case .uri(let uri): json.member("uri", uri)
        case .day(let date): json.member("day", date.description)
        case .facts(let facts):
            json.member("facts", objects: facts) { json, fact in
                json.member("name", fact.name)
                json.member("text", fact.text)
            }
        case .data(let data):
            json.name("data")
            json.beginObject()
            json.member("media_type", value.pictureType ?? data.mediaType)
            json.member("bytes", data.byteCount)
            json.endObject()
        }
        json.member("provenance", objects: value.provenance) { json, one in
            json.member("source", one.source)
            json.member("snapshot", one.snapshot?.description)
            json.member("first_seen", one.firstSeen.description)
            json.member("last_confirmed", one.lastConfirmed.description)
        }
        json.endObject()
    }
}
