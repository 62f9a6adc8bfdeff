public import Vault

/// Lists the rows of a file as it came in, each with what it was read as.
public struct ListRows: Sendable {
    /// The snapshot's id or the beginning of one.
    public var snapshot: String
    /// How many rows to pass over.
    public var offset: Int
    /// How many at most.
    public var limit: Int

    /// Prepares a list.
    public init(snapshot: String, offset: Int = 0, limit: Int) {
        (self.snapshot, self.offset, self.limit) = (snapshot, offset, limit)
    }

    /// The stretch.
    ///
    /// - Throws: `VaultError` with code `notFound` where no snapshot, or more than one, is meant.
    public func run(in vault: Vault) throws -> SnapshotRows {
        try vault.rows(of: snapshot, offset: offset, limit: limit)
    }
}
