import ContactModel

/// One owner's contacts: every hand-out that came in, every decision, and the people computed from both.
///
/// Safe to use from several threads; each call is one transaction of its own.
public final class Vault: Sendable {
    /// The database it is kept in.
    let engine: any Engine
    /// The vault's number in the database; every key begins with it.
    let vaultID: Int64
    /// Where times and ids come from.
    let clock: Clock
    /// What was read before and still holds.
    let memory = ReadingMemory()
    /// Whether all that is done is taken back in the end (``rehearse(_:)``).
    let isRehearsal: Bool

    /// Opens the vault in a SQLite file, or makes it where there is none; an older vault is brought up to date.
    ///
    /// - Throws: `VaultError`, with the file as it was.
    public convenience init(path: String, options: SQLiteEngine.Options = SQLiteEngine.Options(), clock: Clock = .system) throws {
        try self.init(engine: SQLiteEngine(path: path, options: options), clock: clock)
    }

    /// Opens the vault in a database, or makes it where there is none.
    ///
    /// - Throws: `VaultError`, with the database as it was.
    public init(engine: any Engine, clock: Clock = .system) throws {
        self.engine = engine
        self.clock = clock
        isRehearsal = false
        try engine.migrate(Schema.migrations(for: engine))
        let known = try engine.read { session in try session.first("SELECT vault_id FROM vault ORDER BY vault_id") { $0.integer(0) } }
        vaultID =
            try known
            ?? engine.write { session in
                // Another program may have made it in the meantime.
                if let made = try session.first("SELECT vault_id FROM vault ORDER BY vault_id", [], { $0.integer(0) }) { return made }
                guard try session.first("SELECT 1 FROM snapshot", [], { _ in true }) == nil else {
                    throw VaultError(
                        .damaged,
                        "The vault has lost the row that says whose it is. Nothing was changed. Copy the file before anything else; "
                            + "`holdfast verify --salvage NEW.sqlite` saves what is sound."
                    )
                }
                let (uuid, now) = (clock.newID().description, clock.timestamp)
                try session.run(
                    "INSERT INTO vault (vault_id, uuid, created_at, hash) VALUES (1, ?, ?, ?)",
                    [.text(uuid), .text(now), .bytes(Self.hash(number: 1, uuid: uuid, createdAt: now).bytes)]
                )
                return 1
            }
    }

    /// Opens a damaged vault as it is, whatever of it can be read, to be salvaged and for nothing else.
    ///
    /// - Throws: `VaultError` where the file can't be opened as a database.
    public init(toSalvage path: String, options: SQLiteEngine.Options = SQLiteEngine.Options(), clock: Clock = .system) throws {
        var options = options
        options.isDamaged = true
        engine = try SQLiteEngine(path: path, options: options)
        self.clock = clock
        isRehearsal = false
        // The number every vault has that is made here; rows with another are found as well.
        vaultID = 1
    }

    /// A vault within a transaction of another one's engine.
    init(rehearsing vault: Vault, in session: any Session) {
        engine = RehearsalEngine(session, of: vault.engine)
        (vaultID, clock, isRehearsal) = (vault.vaultID, vault.clock, true)
    }

    /// The hash of the vault's own row.
    static func hash(number: Int64, uuid: String, createdAt: String) -> ContentHash {
        ContentHash(of: [String(number), uuid, createdAt])
    }

    /// Has whoever reads end at once, with a `VaultError` of code `busy`, and whoever begins to: for a program that ends. What is
    /// written by way of another `Vault` goes on; what this one writes may be broken off, and nothing of it is kept then.
    public func stopReading() { engine.stopReading() }

    /// Lets go of the vault.
    public func close() throws {
        try engine.close()
    }
}
