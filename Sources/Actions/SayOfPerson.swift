public import ContactModel
public import Vault

/// The owner's words about a person: a tag put on or taken off, a note, a value put right. One step, which `UndoStep` takes back.
public struct SayOfPerson: Sendable {
    /// What is said.
    public enum Word: Sendable {
        /// The person gets a tag.
        case tag(String)
        /// The person loses a tag.
        case untag(String)
        /// A note about the person.
        case note(String)
        /// A value put right.
        case edit(EditableField, String)
        /// A value in place of another, which becomes a former one; `nil` takes it out.
        case correct(EditableField, from: String, to: String?)
        /// What an e-mail address of the person is for; `nil` leaves that to the rules again.
        case use(of: String, EmailUse?)
        /// Whether the person, or one field, may be handed on.
        case share(SharedField?, isAllowed: Bool)
    }

    /// What was done.
    public struct Outcome: Sendable {
        /// The person, as found.
        public var person: Person
        /// The step of the log.
        public var step: Int64
    }

    /// Who, in the words of `FindPerson`.
    public var text: String
    /// What, in order: one step of the log together.
    public var words: [Word]

    /// Prepares words.
    public init(_ words: [Word], of text: String) {
        self.words = words
        self.text = text
    }

    /// Prepares a word.
    public init(_ word: Word, of text: String) { self.init([word], of: text) }

    /// Says them.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where there is nothing to say, a word is empty or says nothing new, or nothing of the
    ///   name would be left. Then nothing is said.
    public func run(in vault: Vault) throws -> Outcome {
        let person = try FindPerson(text).run(in: vault)
        let (kind, payload) = try said(of: person)
        let step =
            if kind == .edit, payload["field"] == nil {
                try vault.sayOfSeveral(.edit, payload: payload.merging(["people": .array([.string(person.id.description)])]) { $1 }).step
            } else {
                try vault.say(kind, of: person.id, payload: payload).step
            }
        return Outcome(person: person, step: step)
    }

    /// What the words would change, of values and tags; nothing is written.
    ///
    /// - Throws: as ``run(in:)``.
    public func outlook(in vault: Vault) throws -> EditPeople.Outcome {
        let person = try FindPerson(text).run(in: vault)
        _ = try said(of: person)
        let differences = words.compactMap { word -> EditPeople.Difference? in
            switch word {
            case .edit(let field, let value): .init(field: field.rawValue, from: person.values(of: field).first, to: value)
            case .correct(let field, let was, let value): .init(field: field.rawValue, from: person.value(of: field, like: was), to: value)
            case .tag(let tag): .init(field: "tag", from: nil, to: tag)
            case .untag(let tag): .init(field: "tag", from: tag, to: nil)
            case .use(let address, let use):
                .init(
                    field: "kind", from: person.email(like: address)?.use?.rawValue ?? EmailUse.openWord,
                    to: use?.rawValue ?? EmailUse.openWord)
            case .note, .share: nil
            }
        }.filter { $0.from != $0.to }
        var outcome = EditPeople.Outcome()
        outcome.meant = 1
        guard !differences.isEmpty else { return outcome }
        outcome.changed = 1
        outcome.changes = Dictionary(differences.map { ($0.field, 1) }, uniquingKeysWith: max)
        outcome.examples = [EditPeople.Example(person: person, differences: differences)]
        return outcome
    }

    /// The entry of the log.
    private func said(of person: Person) throws -> (Decision.Kind, [String: JSONValue]) {
        let entries = try words.enumerated().map { place, word in try Self.entry(word, person, after: words[..<place]) }
        guard let first = entries.first else { throw VaultError(.refused, "Nothing is said that could change. Nothing was changed.") }
        guard entries.count > 1 else { return first }
        let emptied = words.filter { word in
            if case .correct(let field, _, nil) = word { field == .given || field == .family } else { false }
        }
        guard emptied.count < 2 else {
            throw VaultError(.refused, "“\(person.displayName)” is the whole name. Nothing was changed; write another name in its place.")
        }
        func all(_ kind: Decision.Kind) -> [[String: JSONValue]] { entries.filter { $0.0 == kind }.map(\.1) }
        var payload: [String: JSONValue] = [:]
        payload["set"] = .array(all(.edit).map { .object($0) })
        payload["tags"] = .array(all(.tag).compactMap { $0["tag"] })
        payload["untags"] = .array(all(.untag).compactMap { $0["tag"] })
        // What is said seldom stands only where it is said.
        if !all(.note).isEmpty { payload["notes"] = .array(all(.note).compactMap { $0["text"] }) }
        if !all(.share).isEmpty { payload["shares"] = .array(all(.share).map { .object($0) }) }
        return (.edit, payload)
    }

    /// The entry a word makes by itself.
    ///
    /// - Parameter earlier: what is said before it in the same step.
    private static func entry(_ word: Word, _ person: Person, after earlier: ArraySlice<Word>) throws -> (
        Decision.Kind, [String: JSONValue]
    ) {
        func filled(_ text: String) throws -> String {
            let text = text.trimmingWhitespace()
            guard !text.isEmpty else { throw VaultError(.refused, "There is nothing to write: the text is empty.") }
            return text
        }
        switch word {
        case .tag(let tag):
            let tag = try filled(tag)
            guard !person.tags.contains(where: { $0.value == tag }) else {
                throw VaultError(.refused, "\(person.displayName) has the tag “\(tag)” already.")
            }
            return (.tag, ["tag": .string(tag)])
        case .untag(let tag):
            guard person.tags.contains(where: { $0.value == tag }) else {
                throw VaultError(.refused, "\(person.displayName) does not have the tag “\(tag)”.")
            }
            return (.untag, ["tag": .string(tag)])
        case .note(let text): return (.note, ["text": .string(try filled(text))])
        case .share(let field, let isAllowed):
            let isKeptBack = field.map { person.withheldFields.contains($0) } ?? person.isWithheld
            guard isKeptBack == isAllowed else {
                let what = field.map { "The \($0.rawValue) of \(person.displayName)" } ?? person.displayName
                throw VaultError(.refused, "\(what) \(isAllowed ? "may be handed on already." : "is kept back already.")")
            }
            var payload: [String: JSONValue] = ["allowed": .bool(isAllowed)]
            if let field { payload["field"] = .string(field.rawValue) }
            return (.share, payload)
        case .use(let meant, let use): return (.edit, try entry(use, of: meant, person, after: earlier))
        case .edit(let field, let value):
            return (.edit, ["field": .string(field.rawValue), "value": .string(try field.checked(filled(value)))])
        case .correct(let field, let meant, let value):
            guard let was = person.value(of: field, like: meant) else {
                throw VaultError(
                    .refused,
                    "\(person.displayName) does not have “\(field.words(for: meant))”. Nothing was changed; look at what is there.")
            }
            var payload: [String: JSONValue] = ["field": .string(field.rawValue), "was": .string(was)]
            if let value {
                let value = try field.checked(filled(value))
                guard value != was else {
                    throw VaultError(.refused, "“\(field.words(for: was))” stands there already. Nothing was changed.")
                }
                payload["value"] = .string(value)
            } else if field == .given || field == .family {
                let name = person.names.first?.value
                guard (field == .given ? name?.family : name?.given) != nil else {
                    throw VaultError(.refused, "“\(was)” is the whole name. Nothing was changed; write another name in its place.")
                }
            }
            return (.edit, payload)
        }
    }

    /// The entry that says what an address is for: one of the person's, or one that is said just before.
    private static func entry(
        _ use: EmailUse?, of meant: String, _ person: Person, after earlier: ArraySlice<Word>
    ) throws -> [String: JSONValue] {
        let said = earlier.compactMap { word -> String? in
            switch word {
            case .edit(.email, let value), .correct(.email, _, let value?): value.trimmingWhitespace()
            default: nil
            }
        }
        let key = EditableField.email.key(of: meant.trimmingWhitespace())
        let known = person.email(like: meant)
        guard let address = said.last(where: { EditableField.email.key(of: $0) == key }) ?? known?.address else {
            throw VaultError(
                .refused, "\(person.displayName) does not have “\(meant)”. Nothing was changed; look at what is there.")
        }
        guard known?.address != address || known?.use != use else {
            throw VaultError(
                .refused,
                use.map { "“\(address)” is said to be \($0.rawValue) already. Nothing was changed." }
                    ?? "Nothing is said of what “\(address)” is. Nothing was changed.")
        }
        return ["field": .string(EditableField.email.rawValue), "of": .string(address), "use": use.map { .string($0.rawValue) } ?? .null]
    }
}

extension EmailUse {
    /// What is written where nothing is said, and the rules decide.
    public static let openWord = "auto"
}

extension Person {
    /// The e-mail address that somebody means who may write it in other letters; `nil` where there is none.
    fileprivate func email(like meant: String) -> EmailAddress? {
        let address = value(of: .email, like: meant)
        return emails.first { $0.value.address == address }?.value
    }
}

extension String {
    /// The text without blanks around it.
    func trimmingWhitespace() -> String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
