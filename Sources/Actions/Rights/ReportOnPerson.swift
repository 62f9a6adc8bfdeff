import ContactFormats
public import ContactModel
public import Vault

/// Tells a person everything that is held about them (GDPR Art. 15).
public struct ReportOnPerson: Sendable {
    /// Who, in the words of `FindPerson`.
    public var text: String

    /// Prepares a report.
    public init(_ text: String) {
        self.text = text
    }

    /// Gathers it.
    ///
    /// - Throws: `VaultError`: `notFound`, `refused` where several are meant.
    public func run(in vault: Vault, clock: Clock = .system) throws -> PersonReport {
        let person = try FindPerson(text).run(in: vault)
        let entries = Set(try vault.entries(of: person.id).map(\.id))
        return PersonReport(
            person: person,
            madeOn: clock.today,
            changes: try vault.changes(of: person.id),
            holdings: try vault.holdings(of: person.id),
            steps: try vault.steps(about: person.id).map { $0.decision.told(toOwnerOf: entries) }
        )
    }
}

/// All that is held about a person.
public struct PersonReport: Sendable {
    /// The person, with every value and where it comes from.
    public var person: Person
    /// The day of the report.
    public var madeOn: CalendarDate
    /// What changed.
    public var changes: [ChangeSummary]
    /// What each source said, and when.
    public var holdings: [Holding]
    /// What the owner said.
    public var steps: [Decision]

    /// What is held beyond the fields, each with who says so.
    public var further: [FurtherValue] { FurtherValue.all(of: person, told: holdings) }

    /// The report as one JSON object.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("made_on", madeOn.description)
        json.name("person")
        PersonJSON.encode(person, into: &json, context: ExportContext())
        json.member("kept_back", strings: (person.isWithheld ? ["everything"] : []) + person.withheldFields.map(\.rawValue).sorted())
        json.member("entries", objects: holdings) { json, holding in
            for (name, text) in [
                ("source", holding.source), ("list", holding.list), ("first_seen", holding.firstSeen.description),
                ("last_confirmed", holding.lastConfirmed.description), ("file", holding.file),
            ] {
                json.member(name, text)
            }
            json.name("card")
            JSContact.encode(holding.card, into: &json)
        }
        json.member("changes", objects: changes) { json, change in
            json.member("on", change.on.description)
            json.member("kind", change.kind.rawValue)
            json.member("from", change.from)
            json.member("to", change.to)
            json.member("source", change.source)
        }
        json.member("steps", objects: steps) { json, step in
            json.member("step", step.step)
            json.member("at", step.madeAt)
            json.member("kind", step.kind.rawValue)
            json.name("details")
            json.value(.object(step.payload))
        }
        json.endObject()
        return json.takeBytes()
    }
}
