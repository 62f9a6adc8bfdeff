import Actions
import ContactModel
import Vault

/// A step of the log in the reader's language, with the names of those it concerns.
struct StepWords {
    let texts: Texts
    /// What people are called, as far as that is known: who was erased is called nothing.
    let names: [UniqueID: KnownName]

    /// A piece of a sentence.
    struct Piece: Sendable, Hashable {
        var text: String
        /// The page of the person or the import it names; `nil` for other words.
        var address: String?
    }

    /// What a step did.
    func pieces(for decision: Decision) -> [Piece] {
        func detail(_ name: String) -> String { decision.payload[name]?.stringValue ?? "" }
        if case .bool(true)? = decision.payload["erased"] { return [Piece(text: texts("logStep_forgotten"))] }
        let service = detail("service")
        let values = [
            "text": detail("text"), "name": detail("name"),
            "service": texts.phrase(Service.named(service)?.title ?? service),
            "day": CalendarDate(iso: detail("on")).map { texts.day($0) } ?? detail("on"),
            "step": decision.undoneStep.map { String($0) } ?? "",
        ]
        switch decision.kind {
        case .tag, .untag, .edit, .share:
            // Of several people the names are told once.
            let brief = decision.peopleCount == 1 ? who(decision) : [Piece(text: texts("logWho", count: decision.peopleCount))]
            let parts = decision.wordsOfEach.enumerated().map { place, word in
                words(for: word, of: place == 0 ? who(decision) : brief, count: decision.peopleCount)
            }
            return Array(parts.joined(separator: [Piece(text: "; ")]))
        case .note: return pieces("logStep_note", values, who: who(decision))
        case .accept, .reject: return suggested(decision)
        case .view: return [Piece(text: texts(decision.payload["query"]?.stringValue == nil ? "logStep_viewGone" : "logStep_view", values))]
        case .merge, .distinct, .unsure: return pieces("logStep_" + decision.kind.rawValue, who: together(decision.concerned))
        case .split: return pieces("logStep_split", who: who(decision))
        case .import where decision.subject != nil: return pieces("logStep_add", who: who(decision))
        case .import:
            return pieces("logStep_import", who: [Piece(text: detail("path"), address: ImportedPage.address(of: decision.step))])
        case .request, .erase, .undo: return [Piece(text: texts.word("logStep", decision.kind.rawValue, values))]
        }
    }

    /// Whom a step is about: “Ada Example”, “1 person”, “12 people (Ada Example, Ben Example, …)”.
    func who(_ decision: Decision) -> [Piece] {
        let concerned = decision.concerned
        let count = max(1, concerned.count)
        let known = concerned.prefix(ShowLog.mostNamed).compactMap { named($0, \.present) }
        if count == 1, let only = known.first { return [only] }
        let counted = Piece(text: texts("logWho", count: count))
        guard !known.isEmpty else { return [counted] }
        let list = Array(known.map { [$0] }.joined(separator: [Piece(text: ", ")]))
        return [counted, Piece(text: " (")] + list + [Piece(text: known.count < count ? ", …)" : ")")]
    }

    /// Those who are told apart or put together, each by the name of their own: “Ada Example and Ada B. Example”.
    private func together(_ people: [UniqueID]) -> [Piece] {
        var list = people.prefix(ShowLog.mostNamed).map { named($0, \.ofEntry) ?? Piece(text: texts("logSomebody")) }
        guard list.contains(where: { $0.address != nil }) else { return [Piece(text: texts("logWho", count: people.count))] }
        if people.count > list.count { list.append(Piece(text: texts("logWhoMore", count: people.count - list.count))) }
        guard let last = list.popLast(), !list.isEmpty else { return list }
        return list.map { [$0] }.joined(separator: [Piece(text: ", ")]) + [Piece(text: " " + texts("logAnd") + " "), last]
    }

    private func named(_ person: UniqueID, _ name: KeyPath<KnownName, String>) -> Piece? {
        names[person].map { Piece(text: $0[keyPath: name], address: "/people/\(person)") }
    }

    /// What is said of those a step is about.
    private func words(for word: Decision.Word, of who: [Piece], count: Int) -> [Piece] {
        func field(_ field: String) -> String { texts.name(ofField: field) }
        switch word {
        case .tag(let tag): return pieces("logStep_tag", ["tag": tag], who: who)
        case .untag(let tag): return pieces("logStep_untag", ["tag": tag], who: who)
        case .note(let text): return pieces("logStep_note", ["text": text], who: who)
        case .edit(let edited, let value), .correct(let edited, _, let value?):
            return pieces("logStep_edit", ["field": field(edited.rawValue), "value": texts.value(value, of: edited)], who: who)
        case .correct(let edited, let was, nil):
            return pieces("logStep_takeOut", ["field": field(edited.rawValue), "value": texts.value(was, of: edited)], who: who)
        case .use(let address, let use): return pieces("logStep_use" + Texts.ending(of: use), ["value": address], who: who)
        case .share(nil, let isAllowed): return pieces(isAllowed ? "logStep_share" : "logStep_withhold", count: count, who: who)
        case .share(let shared?, let isAllowed):
            return pieces(isAllowed ? "logStep_shareField" : "logStep_withholdField", ["field": field(shared.rawValue)], who: who)
        case .accept(let suggested, let value, _):
            return pieces("logStep_accept", ["field": field(suggested.rawValue), "value": value], count: 1, who: who)
        case .reject(let suggested, let value):
            return pieces("logStep_reject", ["field": field(suggested.rawValue), "value": value], count: 1, who: who)
        }
    }

    /// Suggestions accepted or turned down.
    private func suggested(_ decision: Decision) -> [Piece] {
        let all = decision.payload["suggestions"]?.arrayValue ?? []
        let only = all.count == 1 ? all.first : nil
        let values = [
            "field": texts.name(ofField: only?["field"]?.stringValue ?? ""), "value": only?["value"]?.stringValue ?? "",
        ]
        return pieces("logStep_" + decision.kind.rawValue, values, count: all.count, who: who(decision))
    }

    /// A text with those it is about in their place.
    private func pieces(_ key: String, _ values: [String: String] = [:], count: Int? = nil, who: [Piece]) -> [Piece] {
        // The character of Unicode that stands for an object in a text; a value has none.
        let place = "\u{FFFC}"
        let values = values.mapValues { $0.replacing(place, with: "") }.merging(["who": place]) { $1 }
        let line = count.map { texts(key, count: $0, values) } ?? texts(key, values)
        let parts = line.split(separator: place, omittingEmptySubsequences: false).map { [Piece(text: String($0))] }
        return parts.joined(separator: who).filter { !$0.text.isEmpty }
    }
}

extension [StepWords.Piece] {
    /// The sentence.
    var text: String { map(\.text).joined() }
}

extension Texts {
    /// The end of the key of a text about what an address is said to be for.
    static func ending(of use: EmailUse?) -> String { use?.rawValue.withLargeInitial ?? "Open" }

    /// A field as the page calls it.
    func name(ofField field: String) -> String {
        let key = "field" + field.withLargeInitial
        return has(key) ? self(key) : field
    }
}
