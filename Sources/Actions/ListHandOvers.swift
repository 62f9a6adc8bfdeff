public import Vault

/// Lists what was handed out.
public struct ListHandOvers: Sendable {
    /// Prepares a list.
    public init() {}

    /// The receipts, the latest first.
    public func run(in vault: Vault) throws -> [HandOverReceipt] {
        try vault.handOvers()
    }
}
