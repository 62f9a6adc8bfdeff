public import ContactModel
public import Vault

/// Sets values and tags of many people at once, as one step of the log. Undone by `UndoStep`.
public struct EditPeople: Sendable {
    /// What is said of each of them.
    public struct Change: Hashable, Sendable {
        /// Values put right.
        public var settings: [Setting]
        /// Tags put on.
        public var tags: [String]
        /// Tags taken off.
        public var removedTags: [String]

        /// A field and its value.
        public struct Setting: Hashable, Sendable {
            /// The field.
            public var field: EditableField
            /// The value.
            public var value: String

            /// Makes a setting.
            public init(_ field: EditableField, _ value: String) {
                self.field = field
                self.value = value
            }
        }

        /// Makes a change.
        public init(settings: [Setting] = [], tags: [String] = [], removedTags: [String] = []) {
            self.settings = settings
            self.tags = tags
            self.removedTags = removedTags
        }

        /// Whether nothing is said.
        public var isEmpty: Bool { settings.isEmpty && tags.isEmpty && removedTags.isEmpty }
    }

    /// What changes, or would, of one field of somebody.
    public struct Difference: Sendable {
        /// The field; `tag` for tags.
        public var field: String
        /// What stands there now; `nil` for nothing.
        public var from: String?
        /// What stands there then; `nil` for a tag taken off.
        public var to: String?
    }

    /// Somebody it changes.
    public struct Example: Sendable {
        /// The person as they are before.
        public var person: Person
        /// What changes.
        public var differences: [Difference]
    }

    /// What was done, or would be.
    public struct Outcome: Sendable {
        /// How many people were meant.
        public var meant = 0
        /// How many of them change.
        public var changed = 0
        /// How many people change, by field.
        public var changes: [String: Int] = [:]
        /// The first of them.
        public var examples: [Example] = []
        /// The step of the log; `nil` where nothing was written.
        public var step: Int64?
    }

    /// Whom it is about.
    public var people: PeopleMeant
    /// What is said.
    public var change: Change
    /// Whether nothing is to be written.
    public var isDryRun: Bool
    /// How many examples are wanted.
    public var examples: Int

    /// Prepares an edit.
    public init(_ change: Change, of people: PeopleMeant, isDryRun: Bool = false, examples: Int = 10) {
        self.change = change
        self.people = people
        self.isDryRun = isDryRun
        self.examples = examples
    }

    /// Edits. Of whom nothing would change nothing is said.
    ///
    /// - Throws: `VaultError` with code `refused` where a value or a tag is empty, or nothing is said.
    public func run(in vault: Vault) throws -> Outcome {
        let change = try trimmed()
        var outcome = Outcome()
        var changed: [UniqueID] = []
        try people.forEach(in: vault) { person in
            outcome.meant += 1
            let differences = Self.differences(change, person)
            guard !differences.isEmpty else { return true }
            outcome.changed += 1
            for field in Set(differences.map(\.field)) { outcome.changes[field, default: 0] += 1 }
            if outcome.examples.count < examples { outcome.examples.append(Example(person: person, differences: differences)) }
            changed.append(person.id)
            return true
        }
        guard !isDryRun, !changed.isEmpty else { return outcome }
        outcome.step = try vault.sayOfSeveral(
            .edit,
            payload: [
                "people": .array(changed.map { .string($0.description) }),
                "set": .array(change.settings.map { .object(["field": .string($0.field.rawValue), "value": .string($0.value)]) }),
                "tags": .array(change.tags.map { .string($0) }), "untags": .array(change.removedTags.map { .string($0) }),
            ]
        ).step
        return outcome
    }

    private func trimmed() throws -> Change {
        func filled(_ text: String) throws -> String {
            let text = text.trimmingWhitespace()
            guard !text.isEmpty else { throw VaultError(.refused, "There is nothing to write: the text is empty. Nothing was changed.") }
            return text
        }
        guard !change.isEmpty else { throw VaultError(.refused, "Nothing is said that could change. Nothing was changed.") }
        return Change(
            settings: try change.settings.map { Change.Setting($0.field, try $0.field.checked(filled($0.value))) },
            tags: try change.tags.map(filled),
            removedTags: try change.removedTags.map(filled))
    }

    private static func differences(_ change: Change, _ person: Person) -> [Difference] {
        var found: [Difference] = []
        for setting in change.settings {
            let present = person.values(of: setting.field).first
            if present != setting.value { found.append(Difference(field: setting.field.rawValue, from: present, to: setting.value)) }
        }
        for tag in change.tags where !person.tags.contains(where: { $0.value == tag }) {
            found.append(Difference(field: "tag", from: nil, to: tag))
        }
        for tag in change.removedTags where person.tags.contains(where: { $0.value == tag }) {
            found.append(Difference(field: "tag", from: tag, to: nil))
        }
        return found
    }
}
