public import ContactModel
public import ContactQuality

/// A review as JSON, in the keys other programs rely on.
public enum ReviewJSON {
    /// The counts as one object.
    public static func encode(_ outcome: ReviewContacts.Outcome) -> [UInt8] {
        let tally = outcome.tally
        var json = JSONWriter()
        json.beginObject()
        json.member("people", tally.people)
        json.member("score", tally.score)
        json.member("reachable", tally.reachable)
        json.member("unreachable", tally.unreachable)
        json.name("emails")
        json.beginObject()
        let emails = tally.emails
        for (name, count) in [
            ("work", emails.work), ("personal", emails.personal), ("role", emails.role), ("other", emails.other),
            ("unknown", emails.unknown),
            ("none", emails.none),
        ] { json.member(name, count) }
        json.endObject()
        encode(tally.positions, &json)
        json.member("rules", objects: tally.rules) { json, rule in
            json.member("rule", rule.rule)
            json.member("severity", rule.severity.rawValue)
            json.member("count", rule.count)
        }
        json.name("stale")
        json.beginArray()
        for (kind, expected) in tally.staleness.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            json.beginObject()
            json.member("kind", kind.rawValue)
            json.member("values", expected.values)
            json.member("expected", (expected.stale * 10).rounded() / 10)
            json.member("pace", ((outcome.pace[kind] ?? 1) * 1000).rounded() / 1000)
            json.member("fitted", outcome.pace[kind] != nil)
            json.endObject()
        }
        json.endArray()
        if let waiting = outcome.duplicatesWaiting { json.member("duplicates_waiting", waiting) }
        json.member("exports", objects: outcome.exports) { json, export in
            json.member("source", export.source)
            json.member("exported_on", export.on.description)
            json.member("age_days", export.ageDays)
        }
        json.endObject()
        return json.takeBytes()
    }

    /// What titles say: how many there are, and how many name each rank and each field.
    private static func encode(_ positions: PositionCounts, _ json: inout JSONWriter) {
        json.name("titles")
        json.beginObject()
        json.member("known", positions.titles)
        json.name("seniority")
        json.beginObject()
        for seniority in TitleReading.Seniority.allCases { json.member(seniority.rawValue, positions[seniority]) }
        json.endObject()
        json.name("function")
        json.beginObject()
        for function in TitleReading.Function.allCases { json.member(function.rawValue, positions[function]) }
        json.endObject()
        json.endObject()
    }

    /// A finding as one object.
    public static func encode(_ finding: Finding, of person: Person, _ json: inout JSONWriter) {
        json.beginObject()
        for (name, value) in [
            ("person", person.id.description), ("name", person.displayName), ("rule", finding.rule),
            ("severity", finding.severity.rawValue),
        ] {
            json.member(name, value)
        }
        json.member("value", finding.value)
        json.member("evidence", finding.evidence)
        json.member("probability", (finding.probability * 1000).rounded() / 1000)
        json.member("settle", finding.settle)
        json.endObject()
    }
}
