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

    /// A heading with lines under it: a name, what it says, where it comes from.
    public struct Section: Sendable {
        /// The heading.
        public var title: String
        /// The lines.
        public var lines: [Line]
    }

    /// A line of a section.
    public struct Line: Sendable {
        /// What it is about.
        public var name: String
        /// What is held.
        public var value: String
        /// Where it comes from.
        public var origin: String
        /// Whether the value is a day or a sentence of ours, to be said in the reader's language, rather than as it was given.
        public var isOurs = false
    }

    /// The report for people, part by part.
    public var sections: [Section] {
        var sections = [Section(title: "What is held now", lines: valueLines)]
        if !changes.isEmpty {
            sections.append(
                Section(
                    title: "What changed",
                    lines: changes.map { change in
                        Line(
                            name: change.on.description,
                            value: [change.kind.rawValue, change.from, change.to].compactMap { $0 }.joined(separator: " · "),
                            origin: change.source, isOurs: true)
                    }))
        }
        if !steps.isEmpty {
            sections.append(
                Section(
                    title: "What the keeper of this address book noted",
                    lines: steps.map { step in
                        let details = step.payload.keys.sorted().compactMap { name in
                            step.payload[name].map { "\(name): \($0.stringValue ?? String(decoding: $0.serialized(), as: UTF8.self))" }
                        }
                        return Line(
                            name: String(step.madeAt.prefix(10)), value: step.kind.rawValue + " · " + details.joined(separator: ", "),
                            origin: "the keeper", isOurs: true)
                    }))
        }
        sections.append(
            Section(
                title: "Each entry, as the sources gave it",
                lines: holdings.map { holding in
                    let card = String(decoding: JSContact.encode(holding.card), as: UTF8.self)
                    let days =
                        holding.firstSeen == holding.lastConfirmed
                        ? "\(holding.firstSeen)" : "\(holding.firstSeen) to \(holding.lastConfirmed)"
                    return Line(name: days, value: card, origin: "\(holding.source), \(holding.list), \(holding.file)")
                }))
        return sections
    }

    private var valueLines: [Line] {
        var lines: [Line] = []
        func add<Value>(_ name: String, _ values: [Held<Value>], _ text: (Value) -> String) {
            for held in values { lines.append(Line(name: name, value: text(held.value), origin: Self.origin(held.provenance))) }
        }
        func keptBack(_ what: String) { lines.append(Line(name: "Handing on", value: what, origin: "the keeper", isOurs: true)) }
        add("Name", person.names) { $0.display }
        add("Nickname", person.nicknames) { $0 }
        add("Company", person.companies) { $0 }
        add("Title", person.titles) { $0 }
        add("E-mail", person.emails) { $0.address }
        add("Phone", person.phones) { $0.number }
        add("Link", person.links) { $0.uri }
        add("Address", person.addresses) { $0.line }
        add("Birthday", person.birthdays) { $0.description }
        add("Former value", person.retired) { $0.words }
        add("Tag", person.tags) { $0 }
        add("Note", person.notes) { $0 }
        if let day = person.connectedOn { lines.append(Line(name: "Connected", value: day.description, origin: "", isOurs: true)) }
        for name in person.extra.keys.sorted() {
            guard let value = person.extra[name] else { continue }
            lines.append(Line(name: name, value: value.stringValue ?? String(decoding: value.serialized(), as: UTF8.self), origin: ""))
        }
        if person.isWithheld { keptBack("kept back: in no export") }
        for field in person.withheldFields.map(\.rawValue).sorted() { keptBack("kept back: \(field)") }
        return lines
    }

    private static func origin(_ provenance: [Provenance]) -> String {
        provenance.map { one in
            let source = one.snapshot == nil ? "the keeper" : one.source
            return one.firstSeen == one.lastConfirmed ? "\(source) \(one.firstSeen)" : "\(source) \(one.firstSeen) to \(one.lastConfirmed)"
        }.joined(separator: "; ")
    }

    /// The report as plain text.
    public var text: String {
        var lines = ["What is held about \(person.displayName)", "as of \(madeOn), id \(person.id)", ""]
        for section in sections {
            lines += [section.title, String(repeating: "-", count: section.title.count)]
            for line in section.lines {
                lines.append("\(line.name): \(line.value)" + (line.origin.isEmpty ? "" : "\n    from \(line.origin)"))
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

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
