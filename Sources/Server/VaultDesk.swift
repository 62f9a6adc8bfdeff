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
    private let open: @Sendable () throws -> Vault
    private let exchanges = Mutex<Int64>(0)

    /// How often another vault was put in the place of the one that stood there.
    var exchangeCount: Int64 { exchanges.withLock { $0 } }

    /// Opens the vault as often as there are to be readers, and for each of its other uses.
    ///
    /// - Throws: `VaultError` where the vault can't be opened.
    public init(readers: Int, opening open: @escaping @Sendable () throws -> Vault) throws {
        self.open = open
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

    /// Lets go of the vault everywhere, does something with its file, and opens what stands there then. Whoever asks meanwhile waits.
    ///
    /// - Throws: what `body` throws; `VaultError` with code `busy` where somebody is not done with the vault within a minute. The vault is
    ///   open again in either case.
    func exchange<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        let lanes = [writer, longReaders, readers, door]
        do {
            for lane in lanes { try await lane.leave(patience: .seconds(60)) }
            let result = try await NIOThreadPool.singleton.runIfActive(body)
            await comeBack(lanes)
            return result
        } catch {
            await comeBack(lanes)
            throw error
        }
    }

    private func comeBack(_ lanes: [Lane]) async {
        // Whoever keeps answers asks anew in either case: connections that are new count their changes from the start.
        exchanges.withLock { $0 += 1 }
        for lane in lanes { await lane.comeBack(opening: open) }
    }

    /// Has all reading end: nobody waits for an answer any more. What is being written is written to its end.
    func stopReading() {
        for lane in [longReaders, readers, door] { lane.stopReading() }
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
        private struct State {
            /// Those that nobody uses now. There are as many threads as vaults, so a thread always finds one.
            var idle: [Vault]
            /// All of them.
            var all: [Vault]
            /// Whether the vault is let go of for a while.
            var isAway = false
            /// Whether each is closed.
            var isClosed = false
            /// Why it could not be opened again.
            var failure: VaultError?
            /// Who waits until it is there again.
            var waiting: [CheckedContinuation<Void, Never>] = []
        }

        /// A vault is not there now.
        private struct Away: Error {}

        private let threads: NIOThreadPool
        private let count: Int
        private let state: Mutex<State>

        init(_ vaults: [Vault]) {
            count = vaults.count
            threads = NIOThreadPool(numberOfThreads: count)
            threads.start()
            state = Mutex(State(idle: vaults, all: vaults))
        }

        func run<Result: Sendable>(_ body: @escaping @Sendable (Vault) throws -> Result) async throws -> Result {
            while true {
                do {
                    return try await threads.runIfActive {
                        let vault = try self.take { $0.popLast() }
                        defer { self.giveBack(vault) }
                        return try body(vault)
                    }
                } catch is Away {
                    await waitUntilBack()
                }
            }
        }

        /// One after another, each as soon as it is idle.
        func runOnEach(_ body: @escaping @Sendable (Vault) throws -> Void) async throws {
            var done: Set<ObjectIdentifier> = []
            while done.count < count {
                let known = done
                let next = try await threads.runIfActive { () -> ObjectIdentifier? in
                    let other: Vault?
                    do {
                        other = try self.take { idle in
                            idle.firstIndex { !known.contains(ObjectIdentifier($0)) }.map { idle.remove(at: $0) }
                        }
                    } catch is Away {
                        other = nil
                    }
                    guard let vault = other else { return nil }
                    defer { self.giveBack(vault) }
                    try body(vault)
                    return ObjectIdentifier(vault)
                }
                if let next { done.insert(next) } else { try await Task.sleep(for: .milliseconds(20)) }
            }
        }

        private func take(_ choose: (inout [Vault]) -> Vault?) throws -> Vault {
            try state.withLock { state in
                if let failure = state.failure { throw failure }
                guard !state.isAway, let vault = choose(&state.idle) else { throw Away() }
                return vault
            }
        }

        private func giveBack(_ vault: Vault) { state.withLock { $0.idle.append(vault) } }

        private func waitUntilBack() async {
            await withCheckedContinuation { continuation in
                let isBack = state.withLock { state in
                    if state.isAway { state.waiting.append(continuation) }
                    return !state.isAway
                }
                if isBack { continuation.resume() }
            }
        }

        /// Lets go of every vault, as soon as whoever uses it is done with it.
        func leave(patience: Duration) async throws {
            state.withLock { $0.isAway = true }
            let end = ContinuousClock.now + patience
            while state.withLock({ $0.idle.count }) < count {
                guard ContinuousClock.now < end else {
                    throw VaultError(.busy, "The vault is still in use. Nothing was changed; please try again.")
                }
                try await Task.sleep(for: .milliseconds(10))
            }
            for vault in state.withLock({ $0.idle }) { try? vault.close() }
            state.withLock { ($0.idle, $0.isClosed) = ([], true) }
        }

        /// Opens as many vaults as there are to be, unless they never were let go of, and lets those in who wait.
        func comeBack(opening open: @escaping @Sendable () throws -> Vault) async {
            let missing = state.withLock { $0.isClosed ? count : 0 }
            let opened = try? await NIOThreadPool.singleton.runIfActive { Result { try (0..<missing).map { _ in try open() } } }
            let waiting = state.withLock { state in
                switch opened {
                case .success(let vaults)?:
                    state.idle += vaults
                    if !vaults.isEmpty { state.all = vaults }
                case .failure(let error)?: state.failure = error as? VaultError ?? Self.gone
                case nil: state.failure = Self.gone
                }
                (state.isAway, state.isClosed) = (false, false)
                defer { state.waiting = [] }
                return state.waiting
            }
            for one in waiting { one.resume() }
        }

        func stopReading() {
            for vault in state.withLock({ $0.all }) { vault.stopReading() }
        }

        private static let gone = VaultError(.internalFault, "The vault can't be opened any more. Start Holdfast again.")

        func close() async {
            try? await threads.shutdownGracefully()
            for vault in state.withLock({ $0.idle }) { try? vault.close() }
        }
    }
}
