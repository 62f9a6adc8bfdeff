import ContactModel
import Vault

/// Somebody who was added, as JSON, in the keys other programs rely on.
public enum AdditionJSON {
    /// The outcome as one object: `known` names the sources they were here by already.
    public static func encode(_ outcome: AddPerson.Outcome) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("person", outcome.person.id.description)
        json.member("step", outcome.step)
        json.member("name", outcome.person.displayName)
        json.member("known", objects: outcome.known) { json, entry in
            json.member("id", entry.id.description)
            json.member("source", entry.source)
            json.member("list", entry.list)
            json.member("name", entry.card.name.display)
        }
        json.endObject()
        return json.takeBytes()
    }
}
