import ContactModel
public import Vault

/// Says whether two people are one, and why, term by term.
public struct ExplainPair: Sendable {
    /// The one, in the words of `FindPerson`.
    public var first: String
    /// The other.
    public var second: String

    /// Prepares an explanation.
    public init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }

    /// Compares them.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where a text fits several people.
    public func run(in vault: Vault) throws -> PairComparison {
        try vault.comparison(of: FindPerson(first).run(in: vault).id, and: FindPerson(second).run(in: vault).id)
    }
}
