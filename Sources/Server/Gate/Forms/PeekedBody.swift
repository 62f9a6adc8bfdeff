import Hummingbird
import Synchronization

/// A request's body of which the beginning was read already: first that, then the rest as it comes.
struct PeekedBody: AsyncSequence, Sendable {
    /// So much of an upload may stand before its mark.
    static let mostPeekedBytes = 64 << 10

    private let head: [ByteBuffer]
    private let rest: Rest

    /// Looks for the field `token` before any file of a multipart body.
    ///
    /// - Returns: its value, `nil` where it isn't there; and the body, whole as before.
    /// - Throws: `Refusal` (400) where the body is broken up to there.
    static func peek(_ body: RequestBody, boundary: String) async throws -> (mark: String?, body: RequestBody) {
        var iterator = body.makeAsyncIterator()
        var scanner = MultipartScanner(boundary: boundary)
        var head: [ByteBuffer] = []
        var count = 0
        var mark: [UInt8]?
        var found: String?
        scanning: while count < mostPeekedBytes, let buffer = try await iterator.next() {
            head.append(buffer)
            count += buffer.readableBytes
            for event in try scanner.feed(buffer.readableBytesView) {
                switch event {
                case .part(let header):
                    if header.fileName != nil { break scanning }
                    mark = header.name == "token" ? [] : nil
                case .bytes(let bytes): mark? += bytes
                case .partEnd:
                    if let mark {
                        found = String(decoding: mark, as: UTF8.self)
                        break scanning
                    }
                }
            }
        }
        return (found, RequestBody(asyncSequence: PeekedBody(head: head, rest: Rest(iterator))))
    }

    func makeAsyncIterator() -> Iterator { Iterator(head: head[...], rest: rest) }

    /// Goes over the body once.
    struct Iterator: AsyncIteratorProtocol {
        var head: ArraySlice<ByteBuffer>
        let rest: Rest

        mutating func next() async throws -> ByteBuffer? {
            if let buffer = head.popFirst() { return buffer }
            return try await rest.next()
        }
    }

    /// What is still to come.
    ///
    /// `@unchecked Sendable`: a body can be gone over once (RequestBody says so itself), by the one task that handles the request; the
    /// iterator is handed from the guard to the route and never used by two at a time.
    final class Rest: @unchecked Sendable {
        private var iterator: RequestBody.AsyncIterator

        init(_ iterator: RequestBody.AsyncIterator) { self.iterator = iterator }

        func next() async throws -> ByteBuffer? {
            var own = iterator
            defer { iterator = own }
            return try await own.next()
        }
    }
}
