import Actions
import ContactFormats
import ContactModel
import Vault

/// Something that happened with a person, for the timeline: what sources show, and what the owner said.
struct PersonEvent: Sendable {
    /// The day, in words.
    var day: String
    /// The day, ISO 8601.
    var date: String
    /// What happened.
    var text: String
    /// Who tells.
    var source: String
    /// The step of the log that can be taken back, or done again; `nil` for what sources tell.
    var step: String?
    /// Whether the step is taken back.
    var isUndone: Bool

    /// All of them, the latest first.
    static func all(of portrait: PortrayPerson.Portrait, _ texts: Texts) -> [PersonEvent] {
        var events = portrait.changes.map { change in
            PersonEvent(
                day: texts.day(change.on), date: change.on.description, text: words(for: change, texts),
                source: texts.source(change.source), step: nil,
                isUndone: false)
        }
        // The first export shows no change, but says since when.
        if let day = portrait.person.connectedOn, !portrait.changes.contains(where: { $0.kind == .connected && $0.on == day }) {
            events.append(
                PersonEvent(
                    day: texts.day(day), date: day.description, text: texts("eventConnected"),
                    source: texts.source(source(of: day, portrait)), step: nil, isUndone: false))
        }
        // Of one day what came of coming in stands above it.
        events += joinings(of: portrait, texts) + arrivals(of: portrait, texts)
        for name in ["messages", "mail", "meetings"] { events += contact(name, of: portrait.person, texts) }
        for (decision, isUndone) in portrait.steps where decision.kind != .undo && decision.kind != .erase {
            guard let day = CalendarDate(iso: decision.madeAt.prefix(10)) else { continue }
            events.append(
                PersonEvent(
                    day: texts.day(day), date: decision.madeAt, text: words(for: decision, texts), source: texts("originYou"),
                    step: String(decision.step), isUndone: isUndone))
        }
        return events.sorted { $0.date > $1.date }
    }

    /// The sources that have the person among the connections.
    private static func connecting(_ portrait: PortrayPerson.Portrait) -> [String] {
        portrait.entries.filter { $0.list == EntryList.connections.rawValue }.map(\.source)
    }

    /// Who tells the day of connecting: the entry that says it, first of all one of a list of connections.
    private static func source(of day: CalendarDate, _ portrait: PortrayPerson.Portrait) -> String {
        let connections = portrait.entries.filter { $0.list == EntryList.connections.rawValue }
        return ((connections + portrait.entries).first { $0.card.connectedOn == day } ?? connections.first)?.source ?? ""
    }

    /// Since when each source has the person that does not tell when they connected: an address book knows no such day.
    private static func arrivals(of portrait: PortrayPerson.Portrait, _ texts: Texts) -> [PersonEvent] {
        let person = portrait.person
        let dated = Set(
            (person.connectedOn == nil ? [] : connecting(portrait)) + portrait.changes.filter { $0.kind == .connected }.map(\.source))
        let told = person.names.flatMap(\.provenance) + person.emails.flatMap(\.provenance) + person.phones.flatMap(\.provenance)
        let all = Dictionary(told.filter { $0.snapshot != nil }.map { ($0.source, $0.firstSeen) }, uniquingKeysWith: min)
        let text = texts("eventArrived")
        // Who was added by hand came with a step of the log, which tells it.
        return all.filter { !dated.contains($0.key) && $0.key != ByHandTable.sourceName }.map { source, day in
            PersonEvent(day: texts.day(day), date: day.description, text: text, source: texts.source(source), step: nil, isUndone: false)
        }.sorted { $0.source < $1.source }
    }

    /// What was found to be one person when it came in; the owner's own word is a step of the log.
    private static func joinings(of portrait: PortrayPerson.Portrait, _ texts: Texts) -> [PersonEvent] {
        portrait.joinings.compactMap { joining in
            if case .owner = joining.verdict { return nil }
            guard let day = joining.on else { return nil }
            let (first, second) = (JoinedEntries.name(joining.first, texts), JoinedEntries.name(joining.second, texts))
            let what = ["name": second, "other": first, "reason": texts.reason(joining)]
            return PersonEvent(
                day: texts.day(day), date: day.description, text: texts(first == second ? "eventJoined" : "eventJoinedNames", what),
                source: texts.source(joining.second.source), step: nil, isUndone: false)
        }
    }

    static func words(for change: ChangeSummary, _ texts: Texts) -> String {
        let said = ChangeWords(change)
        let values = ["from": said.from ?? "–", "to": change.to ?? "–"]
        let isFirst = said.from == nil
        switch change.kind {
        case .connected: return texts(change.isOfConnections ? "eventConnected" : "eventInAddressBook")
        case .disconnected: return texts(change.isOfConnections ? "eventDisconnected" : "eventNotInAddressBook")
        case .moved: return texts(isFirst ? "eventCompany" : "eventMoved", isFirst ? ["to": change.to ?? "–"] : values)
        case .retitled: return texts(isFirst ? "eventTitle" : "eventRetitled", isFirst ? ["to": change.to ?? "–"] : values)
        case .renamed: return texts("eventRenamed", values)
        case .email: return texts("eventEmail", ["to": change.to ?? "–"])
        case .phone: return texts("eventPhone", ["to": change.to ?? "–"])
        }
    }

    static func words(for decision: Decision, _ texts: Texts) -> String {
        switch decision.kind {
        case .tag, .untag, .note, .edit, .share: return decision.wordsOfEach.map { words(for: $0, texts) }.joined(separator: " ")
        case .accept: return texts("noticeAccept")
        case .reject: return texts("noticeReject")
        case .merge: return texts("eventMerged")
        case .split: return texts("eventSplit")
        case .distinct: return texts("eventDistinct")
        case .unsure: return texts("eventUnsure")
        case .import: return texts("eventAdded")
        case .erase, .request, .view, .undo: return texts("eventOther")
        }
    }

    static func words(for word: Decision.Word, _ texts: Texts) -> String {
        switch word {
        case .tag(let tag): texts("eventTagged", ["value": tag])
        case .untag(let tag): texts("eventUntagged", ["value": tag])
        case .note(let text): texts("eventNoted", ["value": text])
        case .edit(let field, let value), .correct(let field, _, let value?):
            texts("eventEdited", ["field": texts("field" + field.rawValue.withLargeInitial), "value": texts.value(value, of: field)])
        case .correct(let field, let was, nil):
            texts("eventTakenOut", ["field": texts("field" + field.rawValue.withLargeInitial), "value": texts.value(was, of: field)])
        case .use(let address, let use): texts("eventUse" + Texts.ending(of: use), ["value": address])
        case .share: texts("noticeShare")
        case .accept: texts("noticeAccept")
        case .reject: texts("noticeReject")
        }
    }

    /// First and last contact, from what is counted of messages, mails and meetings.
    private static func contact(_ name: String, of person: Person, _ texts: Texts) -> [PersonEvent] {
        guard let counted = person.extra[Card.extensionPrefix + name]?.objectValue else { return [] }
        func number(_ key: String) -> String { texts.number(Int(clamping: counted[key]?.integerValue ?? 0)) }
        return ["first", "last"].compactMap { end in
            guard let day = counted[end]?.stringValue.flatMap({ CalendarDate(iso: $0) }) else { return nil }
            if end == "first", counted["last"]?.stringValue == counted["first"]?.stringValue { return nil }
            return PersonEvent(
                day: texts.day(day), date: day.description,
                text: texts(
                    end == "first" ? "eventWroteFirst" : "eventWroteLast", ["sent": number("sent"), "received": number("received")]),
                source: texts("contact" + name.withLargeInitial), step: nil, isUndone: false)
        }
    }
}
