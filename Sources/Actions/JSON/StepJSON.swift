public import ContactModel
public import Vault

/// A step of the log as JSON, in the keys other programs rely on.
public enum StepJSON {
    /// The step as one object.
    public static func encode(_ decision: Decision, isUndone: Bool, _ json: inout JSONWriter) {
        json.beginObject()
        json.name("step")
        json.integer(decision.step)
        json.name("at")
        json.string(decision.madeAt)
        json.name("kind")
        json.string(decision.kind.rawValue)
        json.name("person")
        if let subject = decision.subject { json.string(subject.description) } else { json.null() }
        json.name("details")
        json.value(.object(decision.payload))
        json.name("undone")
        json.bool(isUndone)
        json.endObject()
    }
}
