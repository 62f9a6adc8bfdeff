public import ContactModel
public import Vault

/// A change as JSON, in the keys other programs rely on.
public enum ChangeJSON {
    /// The change as one object.
    public static func encode(_ change: ChangeSummary, _ json: inout JSONWriter) {
        json.beginObject()
        json.name("on")
        json.string(change.on.description)
        json.name("kind")
        json.string(change.kind.rawValue)
        json.name("person")
        json.string(change.person.description)
        json.name("name")
        json.string(change.name)
        json.name("field")
        json.string(change.field)
        json.name("from")
        if let from = change.from { json.string(from) } else { json.null() }
        json.name("to")
        if let to = change.to { json.string(to) } else { json.null() }
        json.name("source")
        json.string(change.source)
        json.endObject()
    }
}
