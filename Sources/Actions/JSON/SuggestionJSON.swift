public import ContactModel
public import ContactQuality

/// A value that is proposed, as JSON, in the keys other programs rely on.
public enum SuggestionJSON {
    /// The suggestion as one object.
    public static func encode(_ one: Suggestion, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("id", one.id)
        json.member("person", one.person)
        json.member("name", one.name)
        json.member("field", one.field.rawValue)
        json.member("value", one.value)
        json.member("probability", one.probability)
        json.member("guess", one.isGuess)
        json.member("evidence", strings: one.evidence)
        json.endObject()
    }
}
