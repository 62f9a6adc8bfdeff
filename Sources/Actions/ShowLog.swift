public import Vault

/// Shows what the owner did.
public struct ShowLog: Sendable {
    /// Prepares the log.
    public init() {}

    /// The steps, oldest first, each with whether it is taken back at present.
    public func run(in vault: Vault) throws -> [(decision: Decision, isUndone: Bool)] {
        try vault.log()
    }
}
