import ContactFormats
import ContactModel
import ContactQuality
import Vault

/// A person's surroundings as JSON.
public enum PortraitJSON {
    /// The portrait as one object; what is known of the person themselves is a matter of their own JSON.
    public static func encode(_ portrait: PortrayPerson.Portrait) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("person", portrait.person.id.description)
        json.member("entries", objects: portrait.entries) { json, entry in
            json.member("id", entry.id.description)
            json.member("source", entry.source)
            json.member("list", entry.list)
            json.member("name", entry.card.name.display)
            json.member("company", entry.card.organizations.first?.name)
            json.member("title", entry.card.titles.first)
        }
        json.member("notes", objects: portrait.person.notes) { json, note in
            json.member("text", note.value)
            json.member("source", note.provenance.first?.source)
        }
        json.member("further", elements: portrait.further) { FurtherValueJSON.encode($1, &$0) }
        json.member("findings", objects: portrait.findings) { json, finding in
            json.member("rule", finding.rule)
            json.member("severity", finding.severity.rawValue)
            json.member("value", finding.value)
            json.member("evidence", finding.evidence)
            json.member("probability", (finding.probability * 1000).rounded() / 1000)
            json.member("settle", finding.settle)
        }
        json.member("steps", elements: portrait.steps) { StepJSON.encode($1.decision, isUndone: $1.isUndone, &$0) }
        json.member("same_name", elements: portrait.sameName) { PersonSummaryJSON.encode($1, &$0) }
        json.member("same_company", elements: portrait.sameCompany) { PersonSummaryJSON.encode($1, &$0) }
        json.endObject()
        return json.takeBytes()
    }
}
