public import ContactModel
public import Vault

/// The owner's word about a person: a tag put on or taken off, a note, a value put right. Undone by `UndoStep`.
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
    /// What.
    public var word: Word

    /// Prepares a word.
    public init(_ word: Word, of text: String) {
        self.word = word
        self.text = text
    }

    /// Says it.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where the word is empty or says nothing new.
    public func run(in vault: Vault) throws -> Outcome {
        let person = try FindPerson(text).run(in: vault)
        let (kind, payload) = try entry(for: person)
        let step = try vault.say(kind, of: person.id, payload: payload).step
        return Outcome(person: person, step: step)
    }

    /// Looks whether words can be said of a person together, before the first is.
    ///
    /// - Throws: `VaultError` with code `refused`, as ``run(in:)``, and where nothing of the name would be left.
    public static func check(_ words: [Word], of person: Person) throws {
        for word in words { _ = try SayOfPerson(word, of: person.id.description).entry(for: person) }
        let emptied = words.filter { word in
            if case .correct(.given, _, nil) = word { return true }
            if case .correct(.family, _, nil) = word { return true }
            return false
        }
        guard emptied.count < 2 else {
            throw VaultError(.refused, "“\(person.displayName)” is the whole name. Nothing was changed; write another name in its place.")
        }
    }

    private func entry(for person: Person) throws -> (Decision.Kind, [String: JSONValue]) {
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
        case .edit(let field, let value):
            return (.edit, ["field": .string(field.rawValue), "value": .string(try field.checked(filled(value)))])
        case .correct(let field, let was, let value):
            guard person.values(of: field).contains(was) else {
                throw VaultError(
                    .refused, "\(person.displayName) does not have “\(was)” any more. Nothing was changed; look at what is there now.")
            }
            var payload: [String: JSONValue] = ["field": .string(field.rawValue), "was": .string(was)]
            if let value {
                let value = try field.checked(filled(value))
                guard value != was else { throw VaultError(.refused, "“\(was)” stands there already. Nothing was changed.") }
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
}

extension String {
    /// The text without blanks around it.
    func trimmingWhitespace() -> String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
