public import ContactModel

/// What steps say of people.
///
/// Most steps are about one person, their `subject`. Those about several have no subject, and name them in the payload: `edit` as
/// `{"people":["id",…],"set":[{"field","was","value"},{"field":"email","of","use"},…],"tags":["…"],"untags":["…"],"notes":["…"],"shares":[{"allowed","field"},…]}`, `accept` and `reject` as
/// `{"suggestions":[{"person","field","value","guess"},…]}`.
extension Decision {
    /// Something said of a person.
    public enum Word: Sendable {
        /// A tag was put on.
        case tag(String)
        /// A tag was taken off.
        case untag(String)
        /// A note.
        case note(String)
        /// A value, put before the others.
        case edit(field: EditableField, value: String)
        /// A value in place of one of several, or of none: `nil` takes it out.
        case correct(field: EditableField, from: String, to: String?)
        /// What an e-mail address is for; `nil` leaves that to the rules again.
        case use(of: String, EmailUse?)
        /// Whether the person, or a field, may be handed on.
        case share(field: SharedField?, isAllowed: Bool)
        /// A suggested value is the owner's word now; the basis says what it rests on.
        case accept(field: SuggestedField, value: String, basis: Provenance.Basis)
        /// A suggested value is not to be suggested again.
        case reject(field: SuggestedField, value: String)
    }

    /// Everybody it is about, each once; empty for a step about nobody, or about who is who.
    var subjects: [UniqueID] {
        if let subject { return [subject] }
        switch kind {
        case .edit, .share: return Self.ids(payload["people"])
        case .accept, .reject:
            var seen: Set<UniqueID> = []
            return suggestions.compactMap { seen.insert($0.person).inserted ? $0.person : nil }
        case .import, .tag, .untag, .note, .erase, .request, .merge, .split, .distinct, .unsure, .view, .undo: return []
        }
    }

    /// What it says, person by person, in order.
    var words: [(subject: UniqueID, word: Word)] {
        switch kind {
        case .accept, .reject:
            return suggestions.map { suggestion in
                (
                    suggestion.person,
                    kind == .accept
                        ? .accept(field: suggestion.field, value: suggestion.value, basis: suggestion.isGuess ? .guess : .suggestion)
                        : .reject(field: suggestion.field, value: suggestion.value)
                )
            }
        case .import, .tag, .untag, .note, .edit, .erase, .share, .request, .merge, .split, .distinct, .unsure, .view, .undo:
            let said = wordsOfEach
            return subjects.flatMap { subject in said.map { (subject, $0) } }
        }
    }

    /// The step as it concerns some people alone: of a step about several what is said of others is left out.
    func narrowed(to isMeant: (UniqueID) -> Bool) -> Decision {
        guard subject == nil else { return self }
        var narrowed = self
        switch kind {
        case .edit, .share: narrowed.payload["people"] = .array(Self.ids(payload["people"]).filter(isMeant).map { .string($0.description) })
        case .accept, .reject:
            narrowed.payload["suggestions"] = .array(
                (payload["suggestions"]?.arrayValue ?? []).filter {
                    $0["person"]?.stringValue.flatMap { UniqueID($0) }.map(isMeant) ?? false
                }
            )
        case .import, .tag, .untag, .note, .erase, .request, .merge, .split, .distinct, .unsure, .view, .undo: break
        }
        return narrowed
    }

    /// The step as it may be told to somebody whose entries have these ids: who else a word on who is who names is left out.
    public func told(toOwnerOf entries: Set<UniqueID>) -> Decision {
        guard !people.isEmpty || !peopleAside.isEmpty else { return self }
        var told = self
        let own = (people + peopleAside).filter { $0.contains(where: entries.contains) }
        told.payload["people"] = .array(own.map { .array($0.map { .string($0.description) }) })
        if let subject, !entries.contains(subject) { told.subject = nil }
        return told
    }

    /// What it says of each of those it is about, in order; empty for suggestions, which are one for each, and for steps of another kind.
    public var wordsOfEach: [Word] {
        func texts(_ name: String) -> [String] { (payload[name]?.arrayValue ?? []).compactMap(\.stringValue) }
        guard kind == .edit, subject == nil else { return word.map { [$0] } ?? [] }
        return (payload["set"]?.arrayValue ?? []).compactMap(Self.setting) + texts("tags").map { .tag($0) }
            + texts("untags").map { .untag($0) } + texts("notes").map { .note($0) }
            + (payload["shares"]?.arrayValue ?? []).compactMap(Self.sharing)
    }

    /// How many people it is about; 1 where it is about nobody.
    public var peopleCount: Int { max(1, payload["people"]?.arrayValue?.count ?? 1) }

    /// Everybody it concerns, each once and by one id they have or had: those it is about, those it puts together, takes apart or aside.
    public var concerned: [UniqueID] {
        switch kind {
        case .merge, .distinct, .unsure: (payload["people"]?.arrayValue ?? []).compactMap { Self.ids($0).first }
        case .import, .tag, .untag, .note, .edit, .erase, .share, .accept, .reject, .request, .split, .view, .undo: subjects
        }
    }

    /// The one word of a step that says no more; `nil` where it says nothing of people.
    private var word: Word? {
        switch kind {
        case .tag: payload["tag"]?.stringValue.map { .tag($0) }
        case .untag: payload["tag"]?.stringValue.map { .untag($0) }
        case .note: payload["text"]?.stringValue.map { .note($0) }
        case .edit: Self.setting(.object(payload))
        case .share: Self.sharing(.object(payload))
        case .import, .merge, .split, .distinct, .unsure, .erase, .accept, .reject, .request, .view, .undo: nil
        }
    }

    private static func setting(_ value: JSONValue) -> Word? {
        guard let field = value["field"]?.stringValue.flatMap(EditableField.init) else { return nil }
        if field == .email, let address = value["of"]?.stringValue {
            let use = value["use"]?.stringValue
            guard let use else { return .use(of: address, nil) }
            return EmailUse(rawValue: use).map { .use(of: address, $0) }
        }
        let text = value["value"]?.stringValue
        if let was = value["was"]?.stringValue { return .correct(field: field, from: was, to: text) }
        return text.map { .edit(field: field, value: $0) }
    }

    private static func sharing(_ value: JSONValue) -> Word? {
        guard case .bool(let isAllowed)? = value["allowed"] else { return nil }
        return .share(field: value["field"]?.stringValue.flatMap(SharedField.init), isAllowed: isAllowed)
    }

    private static func ids(_ value: JSONValue?) -> [UniqueID] {
        (value?.arrayValue ?? []).compactMap { $0.stringValue.flatMap { UniqueID($0) } }
    }

    private var suggestions: [(person: UniqueID, field: SuggestedField, value: String, isGuess: Bool)] {
        (payload["suggestions"]?.arrayValue ?? []).compactMap { one in
            guard let person = one["person"]?.stringValue.flatMap({ UniqueID($0) }),
                let field = one["field"]?.stringValue.flatMap(SuggestedField.init), let value = one["value"]?.stringValue
            else { return nil }
            let isGuess = if case .bool(true)? = one["guess"] { true } else { false }
            return (person, field, value, isGuess)
        }
    }
}
