import Dispatch
import Hummingbird
import NIOCore
import Synchronization
import Vault

/// Bytes that a thread makes and a task takes, a few pieces ahead at most: memory stays flat however slow the reader is.
///
/// The thread waits in `put` while enough lies ready, and no longer than its patience: who takes nothing for so long, be it a program that
/// stands still or one that means harm, doesn't keep a connection to the vault. The event loops never wait.
final class BytePipe: Sendable {
    /// The reader has gone, or takes nothing any more; there is nobody to make more for.
    struct Gone: Error {}

    /// The pieces in order; it ends when the maker does, and throws what ended it.
    let pieces: AsyncThrowingStream<ByteBuffer, any Error>
    private let continuation: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
    /// Made empty and then filled: a semaphore let go of with less than it was made with ends the process.
    private let room = DispatchSemaphore(value: 0)
    private let isClosed = Mutex(false)
    private let patience: DispatchTimeInterval

    /// No piece is larger than this, so that a slow reader too takes one now and then.
    private static let mostPieceBytes = 64 << 10

    /// - Parameters:
    ///   - ahead: so many pieces may lie ready.
    ///   - patience: how long `put` waits for the reader to take one.
    init(ahead: Int = 4, patience: DispatchTimeInterval = .seconds(60)) {
        (pieces, continuation) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        self.patience = patience
        for _ in 0..<ahead { room.signal() }
    }

    /// Hands bytes on, once there is room for them.
    ///
    /// - Throws: `Gone` where nobody takes them any more.
    func put(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            guard !hasClosed, room.wait(timeout: .now() + patience) == .success, !hasClosed else { throw Gone() }
            continuation.yield(ByteBuffer(bytes: rest.prefix(Self.mostPieceBytes)))
            rest = rest.dropFirst(Self.mostPieceBytes)
        }
    }

    /// Tells that a piece was taken.
    func took() { room.signal() }

    /// Says that no more is coming.
    func finish(throwing error: (any Error)? = nil) { continuation.finish(throwing: error) }

    /// Says that no more is wanted.
    func close() {
        isClosed.withLock { $0 = true }
        continuation.finish()
        room.signal()
    }

    private var hasClosed: Bool { isClosed.withLock { $0 } }
}

extension VaultDesk {
    /// A body that is made while it is sent, in constant memory. However the sending ends, the connection to the vault is free again then.
    ///
    /// - Parameters:
    ///   - make: makes the bytes, on a thread of the vault's for what takes long.
    ///   - done: called when all was sent, with what `make` gave.
    func body<Result: Sendable>(
        _ make: @escaping @Sendable (Vault, (ArraySlice<UInt8>) throws -> Void) throws -> Result,
        done: @escaping @Sendable (Result) async throws -> Void = { _ in }
    ) -> ResponseBody {
        ResponseBody { writer in
            let pipe = BytePipe()
            async let made = self.filling(pipe, make)
            do {
                defer { pipe.close() }
                for try await piece in pipe.pieces {
                    pipe.took()
                    try await writer.write(piece)
                }
            }
            // To a task that was cancelled the pieces end as if all had come.
            try Task.checkCancellation()
            // Only what was sent to its end was handed over.
            try await done(try await made)
            try await writer.finish(nil)
        }
    }

    /// Makes bytes into a pipe, which ends with them, also where there was no thread to make them.
    private func filling<Result: Sendable>(
        _ pipe: BytePipe, _ make: @escaping @Sendable (Vault, (ArraySlice<UInt8>) throws -> Void) throws -> Result
    ) async throws -> Result {
        do {
            let result = try await readAtLength { try make($0, pipe.put) }
            pipe.finish()
            return result
        } catch {
            pipe.finish(throwing: error)
            throw error
        }
    }
}
