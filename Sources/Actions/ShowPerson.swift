public import ContactModel
public import Vault

/// Shows all that is known of one person.
public struct ShowPerson: Sendable {
    /// Who, in the words of `FindPerson`.
    public var text: String

    /// A person with what changed about them.
    public struct Portrait: Sendable {
        /// The person.
        public var person: Person
        /// The changes, oldest first.
        public var changes: [ChangeSummary]
    }

    /// Prepares a portrait.
    public init(_ text: String) {
        self.text = text
    }

    /// The person meant, with their history.
    public func run(in vault: Vault) throws -> Portrait {
        let person = try FindPerson(text).run(in: vault)
        return Portrait(person: person, changes: try vault.changes(of: person.id))
    }
}
