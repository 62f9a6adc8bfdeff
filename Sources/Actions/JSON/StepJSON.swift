public import ContactModel
public import Vault

/// A step of the log as JSON, in the keys other programs rely on.
public enum StepJSON {
    /// The step as one object.
    public static func encode(_ decision: Decision, isUndone: Bool, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("step", decision.step)
        json.member("at", decision.madeAt)
        json.member("kind", decision.kind.rawValue)
        // Of several things said of one person at once that one is named too.
        let people = decision.payload["people"]?.arrayValue ?? []
        json.member("person", decision.subject?.description ?? (people.count == 1 ? people[0].stringValue : nil))
        json.name("details")
        json.value(.object(decision.payload))
        json.member("undone", isUndone)
        json.endObject()
    }
}
