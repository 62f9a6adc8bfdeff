public import Vault

/// Lists what came in.
public struct ListSnapshots: Sendable {
    /// Whether those are listed whose import was taken back, rather than those that count.
    public var isTakenBack: Bool

    /// Prepares a list.
    public init(isTakenBack: Bool = false) {
        self.isTakenBack = isTakenBack
    }

    /// The snapshots, the latest hand-out first.
    public func run(in vault: Vault) throws -> [SnapshotSummary] {
        try vault.snapshots(isTakenBack: isTakenBack)
    }
}
