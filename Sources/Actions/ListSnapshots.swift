public import Vault

/// Lists what came in.
public struct ListSnapshots: Sendable {
    /// Prepares a list.
    public init() {}

    /// The snapshots, the latest hand-out first.
    public func run(in vault: Vault) throws -> [SnapshotSummary] {
        try vault.snapshots()
    }
}
