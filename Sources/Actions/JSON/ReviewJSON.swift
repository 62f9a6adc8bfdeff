public import ContactModel
public import ContactQuality

/// A review as JSON, in the keys other programs rely on.
public enum ReviewJSON {
    /// The counts as one object.
    public static func encode(_ outcome: ReviewContacts.Outcome) -> [UInt8] {
        let tally = outcome.tally
        var json = JSONWriter()
        func number(_ name: String, _ value: Int) {
            json.name(name)
            json.integer(Int64(value))
        }
        json.beginObject()
        number("people", tally.people)
        number("score", tally.score)
        number("reachable", tally.reachable)
        number("unreachable", tally.unreachable)
        json.name("emails")
        json.beginObject()
        let emails = tally.emails
        for (name, count) in [
            ("work", emails.work), ("personal", emails.personal), ("role", emails.role), ("other", emails.other),
            ("unknown", emails.unknown),
            ("none", emails.none),
        ] { number(name, count) }
        json.endObject()
        json.name("rules")
        json.beginArray()
        for rule in tally.rules {
            json.beginObject()
            json.name("rule")
            json.string(rule.rule)
            json.name("severity")
            json.string(rule.severity.rawValue)
            number("count", rule.count)
            json.endObject()
        }
        json.endArray()
        json.name("stale")
        json.beginArray()
        for (kind, expected) in tally.staleness.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            json.beginObject()
            json.name("kind")
            json.string(kind.rawValue)
            number("values", expected.values)
            json.name("expected")
            json.number((expected.stale * 10).rounded() / 10)
            json.name("pace")
            json.number(((outcome.pace[kind] ?? 1) * 1000).rounded() / 1000)
            json.endObject()
        }
        json.endArray()
        if let waiting = outcome.duplicatesWaiting { number("duplicates_waiting", waiting) }
        json.name("exports")
        json.beginArray()
        for export in outcome.exports {
            json.beginObject()
            json.name("source")
            json.string(export.source)
            json.name("exported_on")
            json.string(export.on.description)
            number("age_days", export.ageDays)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.takeBytes()
    }

    /// A finding as one object.
    public static func encode(_ finding: Finding, of person: Person, _ json: inout JSONWriter) {
        json.beginObject()
        for (name, value) in [
            ("person", person.id.description), ("name", person.displayName), ("rule", finding.rule),
            ("severity", finding.severity.rawValue),
        ] {
            json.name(name)
            json.string(value)
        }
        json.name("value")
        if let value = finding.value { json.string(value) } else { json.null() }
        json.name("evidence")
        json.string(finding.evidence)
        json.name("probability")
        json.number((finding.probability * 1000).rounded() / 1000)
        json.name("settle")
        json.string(finding.settle)
        json.endObject()
    }
}
