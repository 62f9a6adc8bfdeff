import Foundation
import NIOCore
import NIOPosix

/// A request written byte for byte, for what no well-behaved client would send.
struct RawRequest {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Sends it and reads until the server closes the connection.
    func send(to port: Int) async throws -> String {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port) {
            channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel) }
        }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: bytes))
            var answer = ByteBuffer()
            do {
                for try await var buffer in inbound { answer.writeBuffer(&buffer) }
            } catch is IOError {
                // Closed before all was read; what came is what counts.
            }
            return String(buffer: answer)
        }
    }
}
