public import Vault

/// Checks that everything in the vault is as it was written.
public struct VerifyVault: Sendable {
    /// Prepares a check.
    public init() {}

    /// Checks; `progress` gets the number of things checked so far.
    public func run(in vault: Vault, progress: @escaping @Sendable (Int) -> Void = { _ in }) throws -> VerificationReport {
        try vault.verify(progress: progress)
    }
}
