public import Vault

/// Checks that everything in the vault is as it was written.
public struct VerifyVault: Sendable {
    /// Prepares a check.
    public init() {}

    /// Checks; `progress` gets how many things of how many are checked.
    public func run(in vault: Vault, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws
        -> VerificationReport
    {
        try vault.verify(progress: progress)
    }
}
