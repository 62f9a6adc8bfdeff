import NIOPosix
import Synchronization
public import Vault

/// Where requests get at the vault: several connections that read at once, and one that writes, all off the server's event loops.
public final class VaultDesk: Sendable {
    private let readers: Lane
    private let writer: Lane
    /// For who asks, which every request is asked first: nobody waits at the door for another's search.
    private let door: Lane
    /// For what takes as long as somebody's connection is slow; it must not keep those from reading who are quickly done.
    private let longReaders: Lane

    /// Opens the vault as often as there are to be readers, and for each of its other uses.
    ///
    /// - Throws: `VaultError` where the vault can't be opened.
    public init(readers: Int, opening open: () throws -> Vault) throws {
        // The first one brings an older vault up to date.
        writer = try Lane([open()])
        self.readers = try Lane((0..<max(1, readers)).map { _ in try open() })
        door = try Lane([open()])
        longReaders = try Lane((0..<2).map { _ in try open() })
    }

    /// Does something that only reads, beside others that read.
    public func read<Result: Sendable>(_ body: @escaping @Sendable (Vault) throws -> Result) async throws -> Result {
        try await readers.run(body)
    }

    /// Does something that only reads on each of the connections for reading in turn, when nobody uses it; the others stay free meanwhile.
    func onEachReader(_ body: @escaping @Sendable (Vault) throws -> Void) async throws {
        try await readers.runOnEach(body)
    }

    /// Finds out who asks, which is quickly done.
    func atTheDoor<Result: Sendable>(_ body: @escaping @Sendable (Vault) throws -> Result) async throws -> Result {
        try await door.run(body)
    }

    /// Does something that may write, one after the other.
    public func write<Result: Sendable>(_ body: @escaping @Sendable (Vault) throws -> Result) async throws -> Result {
        try await writer.run(body)
    }

    /// Does something that only reads and may take long, such as handing out everybody.
    func readAtLength<Result: Sendable>(_ body: @escaping @Sendable (Vault) throws -> Result) async throws -> Result {
        try await longReaders.run(body)
    }

    /// Lets go of the vault, once all is done.
    public func close() async {
        await door.close()
        await readers.close()
        await longReaders.close()
        await writer.close()
    }

    /// Some connections with a thread for each.
    private final class Lane: Sendable {
        private let threads: NIOThreadPool
        private let count: Int
        /// Those that nobody uses now. There are as many threads as vaults, so a thread always finds one.
        private let idle: Mutex<[Vault]>

        init(_ vaults: [Vault]) {
            count = vaults.count
            threads = NIOThreadPool(numberOfThreads: count)
            threads.start()
            idle = Mutex(vaults)
        }

        func run<Result: Sendable>(_ body: @escaping @Sendable (Vault) throws -> Result) async throws -> Result {
            try await threads.runIfActive {
                guard let vault = self.idle.withLock({ $0.popLast() }) else {
                    throw VaultError(.internalFault, "The vault is busy. Nothing was changed; please try again.")
                }
                defer { self.idle.withLock { $0.append(vault) } }
                return try body(vault)
            }
        }

        /// One after another, each as soon as it is idle.
        func runOnEach(_ body: @escaping @Sendable (Vault) throws -> Void) async throws {
            var done: Set<ObjectIdentifier> = []
            while done.count < count {
                let known = done
                let next = try await threads.runIfActive { () -> ObjectIdentifier? in
                    let vault = self.idle.withLock { idle in
                        idle.firstIndex { !known.contains(ObjectIdentifier($0)) }.map { idle.remove(at: $0) }
                    }
                    guard let vault else { return nil }
                    defer { self.idle.withLock { $0.append(vault) } }
                    try body(vault)
                    return ObjectIdentifier(vault)
                }
                if let next { done.insert(next) } else { try await Task.sleep(for: .milliseconds(20)) }
            }
        }

        func close() async {
            try? await threads.shutdownGracefully()
            for vault in idle.withLock({ $0 }) { try? vault.close() }
        }
    }
}
