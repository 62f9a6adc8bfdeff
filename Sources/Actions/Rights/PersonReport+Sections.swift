import ContactFormats
public import ContactModel
public import Vault

/// The report for people: words, part by part, which the command line writes in English and a page says in its reader's language.
extension PersonReport {
    /// A heading with what stands under it.
    public struct Section: Sendable {
        /// The heading.
        public var title: String
        /// What stands under it: one part, or one for each entry of a source.
        public var parts: [Part]
    }

    /// Lines that belong together.
    public struct Part: Sendable {
        /// The entry they are from; `nil` where they are from several.
        public var entry: Holding?
        /// The lines.
        public var lines: [Line]
    }

    /// A line: a name, what is held, where it comes from.
    public struct Line: Sendable {
        /// What it is about, in English; a value's own name where it goes by one.
        public var name: String
        /// What is held.
        public var value: Value
        /// The source's own word for it ("work"), if it has one.
        public var label: String?
        /// Who says so, the latest confirmation first.
        public var provenance: [Provenance]

        init(_ name: String, _ value: Value, label: String? = nil, _ provenance: [Provenance] = []) {
            (self.name, self.value, self.label, self.provenance) = (name, value, label, provenance)
        }
    }

    /// What a line says.
    public enum Value: Sendable {
        /// As it was given.
        case text(String)
        /// A sentence of ours.
        case ours(String)
        /// A day of which parts may be unknown.
        case partialDay(PartialDate)
        /// A day.
        case day(CalendarDate)
        /// What no field is made for.
        case further(FurtherValue)
        /// Something that changed.
        case change(ChangeSummary)
        /// Something the keeper did.
        case step(Decision)
    }

    /// The report, part by part; a part without lines is left out.
    public var sections: [Section] {
        let changed = changes.map { Line($0.on.description, .change($0), [Self.origin($0.source, $0.on)]) }
        let noted = steps.filter { $0.kind != .undo && $0.kind != .view }.map { Line(String($0.madeAt.prefix(10)), .step($0)) }
        let sections = [
            Section(title: "What is held now", parts: [Part(lines: Self.lines(of: person, further: further) + keptBack)]),
            Section(title: "What changed", parts: [Part(lines: changed)]),
            Section(title: "What the keeper of this address book noted", parts: [Part(lines: noted)]),
            Section(title: "Each entry, as the sources gave it", parts: holdings.map(Self.part)),
        ]
        return sections.filter { section in section.parts.contains { !$0.lines.isEmpty } }
    }

    private static func origin(_ source: String, _ day: CalendarDate) -> Provenance {
        Provenance(source: source, snapshot: nil, firstSeen: day, lastConfirmed: day)
    }

    /// What one record of a source says.
    private static func part(_ holding: Holding) -> Part {
        var person = Person(holding.card)
        person.connectedOn = holding.card.connectedOn
        let further = person.furtherValues
        return Part(entry: holding, lines: lines(of: person, further: further))
    }

    private static func lines(of person: Person, further: [FurtherValue]) -> [Line] {
        var lines: [Line] = []
        func add<Value>(_ name: String, _ values: [Held<Value>], label: (Value) -> String? = { _ in nil }, _ text: (Value) -> String) {
            lines += values.map { Line(name, .text(text($0.value)), label: label($0.value), $0.provenance) }
        }
        add("Name", person.names) { $0.display }
        add("Nickname", person.nicknames) { $0 }
        add("Company", person.companies) { $0 }
        add("Title", person.titles) { $0 }
        add("E-mail", person.emails, label: \.label) { $0.address }
        add("Phone", person.phones, label: \.label) { $0.number }
        add("Page or profile", person.links, label: { $0.service ?? $0.label }) { $0.uri }
        add("Postal address", person.addresses, label: \.label) { $0.line }
        lines += person.birthdays.map { Line("Birthday", .partialDay($0.value), $0.provenance) }
        lines += further.map { Line($0.name(EnglishSpeaker()), .further($0), $0.provenance) }
        add("Former value", person.retired) { $0.words }
        add("Tag", person.tags) { $0 }
        add("Note", person.notes) { $0 }
        if let day = person.connectedOn { lines.append(Line("Connected", .day(day))) }
        return lines
    }

    private var keptBack: [Line] {
        (person.isWithheld ? [Line("Handing on", .ours("kept back: in no export"))] : [])
            + person.withheldFields.map(\.rawValue).sorted().map { Line("Handing on", .ours("kept back: \($0)")) }
    }
}

/// The report in English, as the command line writes it.
extension PersonReport.Line {
    /// What is held, in English.
    public var words: String {
        switch value {
        case .text(let text), .ours(let text): text + (label.map { " (\($0))" } ?? "")
        case .partialDay(let date): date.description
        case .day(let day): day.description
        case .further(let value):
            value.words(EnglishSpeaker()) + (value.notes.isEmpty ? "" : " (\(value.notes.joined(separator: ", ")))")
        case .change(let change): Self.words(for: change)
        case .step(let step): Self.words(for: step)
        }
    }

    /// Where it comes from, in English.
    public var origin: String {
        let said = provenance.map { one in
            // What changed is told by a source too, of which no hand-out is named.
            let source = one.snapshot == nil && one.source == "you" ? "the keeper" : one.source
            return one.firstSeen == one.lastConfirmed ? "\(source) \(one.firstSeen)" : "\(source) \(one.firstSeen) to \(one.lastConfirmed)"
        }
        if case .step = value { return "the keeper" }
        return said.joined(separator: "; ")
    }

    private static func words(for change: ChangeSummary) -> String {
        let (from, to) = (change.from ?? "", change.to ?? "")
        return switch change.kind {
        case .connected: change.isOfConnections ? "connected" : "came into the address book"
        case .disconnected: change.isOfConnections ? "no longer among the connections" : "no longer in the address book"
        case .moved: from.isEmpty ? "now at \(to)" : "moved from \(from) to \(to)"
        case .retitled: from.isEmpty ? "now \(to)" : "title changed from “\(from)” to “\(to)”"
        case .renamed: "name changed from \(from) to \(to)"
        case .email: "e-mail address: \(to)"
        case .phone: "phone number: \(to)"
        }
    }

    private static func words(for step: Decision) -> String {
        switch step.kind {
        case .accept: return "a suggestion was accepted"
        case .reject: return "a suggestion was turned down"
        case .merge: return "several entries were found to be one person"
        case .split: return "the entries were found to be several people"
        case .distinct: return "kept apart from somebody else"
        case .unsure: return "put aside: it is not known whether somebody else is the same person"
        case .tag, .untag, .note, .edit, .share: return step.wordsOfEach.map(words).joined(separator: "; ")
        case .import, .erase, .request, .view, .undo: return "something was noted"
        }
    }

    private static func words(for word: Decision.Word) -> String {
        switch word {
        case .tag(let tag): "tagged “\(tag)”"
        case .untag(let tag): "tag “\(tag)” taken off"
        case .note(let text): "noted: \(text)"
        case .edit(let field, let value), .correct(let field, _, let value?): "\(field.rawValue) set to “\(value)”"
        case .correct(let field, let was, nil): "\(field.rawValue) “\(was)” taken out"
        case .use(let address, .work): "“\(address)” said to be a work address"
        case .use(let address, .personal): "“\(address)” said to be a private address"
        case .use(let address, nil): "nothing said any more of what “\(address)” is for"
        case .share(nil, let isAllowed): isAllowed ? "may be handed on" : "kept back altogether"
        case .share(let field?, let isAllowed): isAllowed ? "may be handed on: \(field.rawValue)" : "kept back: \(field.rawValue)"
        case .accept: "a suggestion was accepted"
        case .reject: "a suggestion was turned down"
        }
    }
}

extension PersonReport {
    /// The report as plain text.
    public var text: String {
        var lines = ["What is held about \(person.displayName)", "as of \(madeOn), id \(person.id)", ""]
        for section in sections {
            lines += [section.title, String(repeating: "-", count: section.title.count)]
            for part in section.parts {
                if let entry = part.entry { lines.append(Self.heading(of: entry)) }
                let indent = part.entry == nil ? "" : "    "
                for line in part.lines {
                    let origin = part.entry == nil && !line.origin.isEmpty ? "\n    from \(line.origin)" : ""
                    lines.append("\(indent)\(line.name): \(line.words)\(origin)")
                }
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    /// When and where an entry stood: “2024-05-14 to 2026-02-08, LinkedIn, connections, Connections.csv”.
    public static func heading(of entry: Holding) -> String {
        let days = entry.firstSeen == entry.lastConfirmed ? "\(entry.firstSeen)" : "\(entry.firstSeen) to \(entry.lastConfirmed)"
        return [days, entry.source, entry.list, entry.file].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
