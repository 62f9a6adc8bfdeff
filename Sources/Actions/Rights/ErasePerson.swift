import ContactModel
public import Vault

/// Removes a person everywhere, for good.
public struct ErasePerson: Sendable {
    /// Who, in the words of `FindPerson`.
    public var text: String

    /// Prepares an erasure.
    public init(_ text: String) {
        self.text = text
    }

    /// Erases the person meant.
    ///
    /// - Throws: `VaultError`: `notFound`; `refused` where several are meant, or the owner.
    public func run(in vault: Vault) throws -> ErasureReport {
        try vault.erase(FindPerson(text).run(in: vault).id)
    }
}
