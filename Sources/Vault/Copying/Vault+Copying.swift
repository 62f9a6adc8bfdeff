public import ContactModel

extension Vault {
    /// Which vault this is, wherever it is copied.
    public struct Identity: Hashable, Sendable {
        /// Its id, made with it.
        public var id: UniqueID
        /// When it was made, ISO 8601 in UTC.
        public var createdAt: String

        /// Names a vault.
        public init(id: UniqueID, createdAt: String) {
            self.id = id
            self.createdAt = createdAt
        }
    }

    /// Which vault this is.
    public func identity() throws -> Identity {
        let row = try engine.read { session in
            try session.first("SELECT uuid, created_at FROM vault WHERE vault_id = ?", [.integer(vaultID)]) { ($0.text(0), $0.text(1)) }
        }
        guard let row, let id = UniqueID(row.0) else {
            throw VaultError(.damaged, "The vault has lost the row that says whose it is. Nothing was changed. Run `holdfast verify`.")
        }
        return Identity(id: id, createdAt: row.1)
    }

    /// Copies the vault as it stands at this moment into a file of its own, while others read and write.
    ///
    /// - Parameters:
    ///   - path: a file that is empty or not there yet; it is as whole as the disk it lies on once this returns.
    ///   - progress: called now and then with how much of how much is done.
    public func copy(to path: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
        try engine.copy(to: path, progress: progress)
    }

    /// Copies a vault's file without opening it as a vault: it is neither brought up to date nor written to.
    ///
    /// - Throws: `VaultError`: `notAVault`, `unreadable`, `damaged`, `diskFull`.
    public static func copy(fileAt source: String, to target: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
        try SQLiteEngine.copy(fileAt: source, to: target, progress: progress)
    }

    /// Whether a file is a vault, by how it begins; an empty file is none.
    public static func isVault(fileAt path: String) -> Bool { SQLiteEngine.isVault(fileAt: path) }

    /// Leaves the vault as one file without any beside it, and lets go of it.
    ///
    /// - Throws: `VaultError` with code `busy` where another program has it open.
    public func settleAndClose() throws {
        do {
            try engine.settle()
        } catch {
            try? engine.close()
            throw error
        }
        try engine.close()
    }
}
