import Dispatch
import Hummingbird
import NIOCore
import Synchronization
import Vault

/// Bytes that a thread makes and a task takes, a few pieces ahead at most: memory stays flat however slow the reader is.
///
/// The thread waits in `put` while enough lies ready. A thread of the vault's is made for waiting; the event loops never do.
final class BytePipe: Sendable {
    /// The reader has gone; there is nobody to make more for.
    struct Gone: Error {}

    /// The pieces in order; it ends when the maker does, and throws what ended it.
    let pieces: AsyncThrowingStream<ByteBuffer, any Error>
    private let continuation: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
    private let room: DispatchSemaphore
    private let isClosed = Mutex(false)

    /// - Parameter ahead: so many pieces may lie ready.
    init(ahead: Int = 4) {
        (pieces, continuation) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        room = DispatchSemaphore(value: ahead)
    }

    /// Hands a piece on, once there is room for it.
    ///
    /// - Throws: `Gone` where nobody takes it any more.
    func put(_ bytes: ArraySlice<UInt8>) throws {
        guard !bytes.isEmpty else { return }
        room.wait()
        guard !isClosed.withLock({ $0 }) else {
            // Whoever made the room made it for every later piece too.
            room.signal()
            throw Gone()
        }
        continuation.yield(ByteBuffer(bytes: bytes))
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
}

extension VaultDesk {
    /// A body that is made while it is sent, in constant memory.
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
            async let made = self.readAtLength { vault in
                do {
                    let result = try make(vault, pipe.put)
                    pipe.finish()
                    return result
                } catch {
                    pipe.finish(throwing: error)
                    throw error
                }
            }
            do {
                for try await piece in pipe.pieces {
                    pipe.took()
                    try await writer.write(piece)
                }
            } catch {
                pipe.close()
                throw error
            }
            // Only what was sent to its end was handed over.
            try await done(try await made)
            try await writer.finish(nil)
        }
    }
}
