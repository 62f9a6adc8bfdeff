/// A transaction of another engine as an engine of its own: what is written in it is seen by all that follows, and by nobody else, until the
/// transaction ends.
///
/// `@unchecked Sendable` though a session is not: `Vault.rehearse` makes one within `Engine.write`, lends it to a body that runs on the thread
/// of that transaction and returns before it ends, and nothing keeps it; so no two threads ever hold it.
final class RehearsalEngine: Engine, @unchecked Sendable {
    private let session: any Session
    private let engine: any Engine
    /// Whether the transaction ended before its time: a full disk, or a row that is there twice, ends all of it at once. What would be written
    /// after that would be kept.
    private var isOver = false

    init(_ session: any Session, of engine: any Engine) {
        (self.session, self.engine) = (session, engine)
    }

    var clusteredTableSuffix: String { engine.clusteredTableSuffix }

    func migrate(_ migrations: [Migration]) throws {}

    func read<Result>(_ body: (any Session) throws -> Result) throws -> Result {
        guard !isOver else { throw Self.refusal }
        return try body(session)
    }

    func write<Result>(_ body: (any Session) throws -> Result) throws -> Result {
        guard !isOver else { throw Self.refusal }
        try session.run("SAVEPOINT rehearsal")
        do {
            let result = try body(session)
            try session.run("RELEASE SAVEPOINT rehearsal")
            return result
        } catch let failure {
            do {
                try session.run("ROLLBACK TO SAVEPOINT rehearsal")
                try session.run("RELEASE SAVEPOINT rehearsal")
            } catch {
                isOver = true
            }
            throw failure
        }
    }

    func integrityProblems() throws -> [String] { throw Self.refusal }
    func schemaProblems(after migrations: [Migration]) throws -> [String] { throw Self.refusal }
    func copy(to path: String, progress: (_ done: Int, _ total: Int) -> Void) throws { throw Self.refusal }
    func wipe(_ indexes: [SearchIndex]) throws { throw Self.refusal }
    func settle() throws { throw Self.refusal }
    func stopReading() {}
    func close() throws {}

    private static let refusal = VaultError(.internalFault, "A rehearsal was asked for something it can't do. Nothing was changed.")
}

extension Vault {
    /// Does something to the vault as it would be done, and takes all of it back. Within a rehearsal it is a part of it, and taken back with it.
    ///
    /// - Parameter body: gets the vault as it is for the length of the call: what is done in it is seen by what follows. It must not be kept.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws, and `VaultError` where another program writes for too long.
    public func rehearse<Result>(_ body: (Vault) throws -> Result) throws -> Result {
        if isRehearsal { return try body(self) }
        var result: Result?
        do {
            try engine.write { session in
                result = try body(Vault(rehearsing: self, in: session))
                throw EndOfRehearsal()
            }
        } catch is EndOfRehearsal {}
        guard let result else { throw VaultError(.internalFault, "The vault did not answer. Nothing was changed.") }
        return result
    }
}

/// Ends a rehearsal, so that nothing of it is kept.
private struct EndOfRehearsal: Error {}
