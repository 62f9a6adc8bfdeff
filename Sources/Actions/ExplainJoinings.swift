public import ContactModel
public import Vault

/// Says why a person's entries are one, term by term.
public struct ExplainJoinings: Sendable {
    /// So many entries of a vault are read in no time; with more, the reasons have a page of their own.
    public static let mostReadAtOnce = 10_000

    /// Who, in the words of `FindPerson`.
    public var text: String

    /// Prepares an explanation.
    public init(_ text: String) {
        self.text = text
    }

    /// The person, and what joined their entries; nothing where there is but one.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where several are meant.
    public func run(in vault: Vault) throws -> (person: Person, joinings: [Joining]) {
        let person = try FindPerson(text).run(in: vault)
        return (person, try vault.joinings(of: person.id, termByTermOfUpTo: .max))
    }
}
