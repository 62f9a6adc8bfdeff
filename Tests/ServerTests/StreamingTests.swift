import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import TestSupport
import Vault

@testable import Server

@Suite("What is sent while it is made", .fewAtOnce)
struct StreamingTests {
    private static let piece = [UInt8](repeating: 120, count: 1_000)[...]

    /// A reader that goes away after some pieces.
    private struct Leaving: ResponseBodyWriter {
        struct Left: Error {}
        var left: Int

        mutating func write(_ buffer: ByteBuffer) async throws {
            left -= 1
            guard left > 0 else { throw Left() }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private static func desk(_ folder: TemporaryFolder) throws -> VaultDesk {
        let path = folder.path("vault.sqlite")
        return try VaultDesk(readers: 1) { try Vault(path: path) }
    }

    @Test("Who goes away in the middle frees the connection to the vault, as often as one likes")
    func goesAway() async throws {
        let folder = try TemporaryFolder()
        let desk = try Self.desk(folder)
        // More often than there are connections for what takes long.
        for _ in 0..<5 {
            await #expect(throws: Leaving.Left.self) {
                try await desk.body { _, put in while true { try put(Self.piece) } }.write(Leaving(left: 3))
            }
        }
        #expect(try await desk.readAtLength { _ in 1 } == 1)
        await desk.close()
    }

    @Test("Who is told to stop in the middle frees the connection to the vault, and nothing counts as handed over")
    func cancelled() async throws {
        let folder = try TemporaryFolder()
        let desk = try Self.desk(folder)
        for _ in 0..<3 {
            let (begun, continuation) = AsyncStream<Void>.makeStream()
            let sending = Task {
                try await desk.body { _, put in
                    continuation.yield()
                    while true { try put(Self.piece) }
                } done: { (_: Never) in
                }.write(Leaving(left: .max))
            }
            var iterator = begun.makeAsyncIterator()
            await iterator.next()
            sending.cancel()
            await #expect(throws: (any Error).self) { try await sending.value }
        }
        #expect(try await desk.readAtLength { _ in 1 } == 1)
        await desk.close()
    }

    @Test("Who takes nothing is given up, so that the vault is there for others")
    func takesNothing() {
        let pipe = BytePipe(ahead: 2, patience: .milliseconds(1))
        #expect(throws: BytePipe.Gone.self) { while true { try pipe.put(Self.piece) } }
    }

    @Test("What went wrong at our side ends the sending with it, also where there is nobody to make anything")
    func fails() async throws {
        struct Broken: Error {}
        let folder = try TemporaryFolder()
        let desk = try Self.desk(folder)
        await #expect(throws: Broken.self) {
            try await desk.body { (_, put) throws -> Void in
                try put(Self.piece)
                throw Broken()
            }.write(Leaving(left: .max))
        }
        await desk.close()
        await #expect(throws: (any Error).self) {
            try await desk.body { _, put in try put(Self.piece) }.write(Leaving(left: .max))
        }
    }
}
