public import ContactModel
public import Vault

/// A change as JSON, in the keys other programs rely on.
public enum ChangeJSON {
    /// The change as one object.
    public static func encode(_ change: ChangeSummary, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("on", change.on.description)
        json.member("kind", change.kind.rawValue)
        json.member("person", change.person.description)
        json.member("name", change.name)
        // The kinds are a fixed set; into which list somebody came, or which they left, this says.
        let isOfBook = !change.isOfConnections && (change.kind == .connected || change.kind == .disconnected)
        json.member("field", isOfBook ? "address-book" : change.field)
        json.member("from", change.from)
        json.member("to", change.to)
        json.member("source", change.source)
        json.endObject()
    }
}
