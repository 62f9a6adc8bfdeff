/// Bytes that can be read from their start as often as needed, without being held in memory.
public protocol ByteSource: Sendable {
    /// Hands over all bytes in order, in pieces of any size above zero.
    ///
    /// - Throws: `InputError` where the bytes can't be read, and whatever `body` throws.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws

    /// Hands over all bytes in order, the first piece of about so many bytes where the source can choose: for readers that seldom want more.
    ///
    /// - Throws: as `forEachChunk` does.
    func forEachChunk(beginningWith byteCount: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws

    /// The first bytes, as many as are wanted or there are, and whether they are all: for readers that seldom want more.
    ///
    /// - Throws: `InputError` where the bytes can't be read.
    func beginning(upTo byteCount: Int) throws -> (bytes: [UInt8], isWhole: Bool)
}

extension ByteSource {
    /// Hands over all bytes in order, in pieces as they come.
    public func forEachChunk(beginningWith byteCount: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try forEachChunk(body)
    }

    /// The first bytes, of the pieces as they come; that they are all shows only where fewer came than were wanted.
    public func beginning(upTo byteCount: Int) throws -> (bytes: [UInt8], isWhole: Bool) {
        var bytes: [UInt8] = []
        try BeginningOfBytes(whole: self, limit: byteCount).forEachChunk { bytes += $0 }
        return (bytes, bytes.count < byteCount)
    }
}

/// Bytes in memory as a source; for tests and for small texts.
public struct BytesInMemory: ByteSource {
    private let bytes: [UInt8]
    private let chunkSize: Int

    /// Makes a source of bytes, handed over in pieces of `chunkSize` (at least 1).
    public init(_ bytes: some Sequence<UInt8>, chunkSize: Int = 1 << 16) {
        self.bytes = Array(bytes)
        self.chunkSize = max(1, chunkSize)
    }

    /// Makes a source of a text's UTF-8.
    public init(_ text: String, chunkSize: Int = 1 << 16) {
        self.init(text.utf8, chunkSize: chunkSize)
    }

    /// Hands over all bytes in order.
    public func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var start = 0
        while start < bytes.count {
            let end = min(start + chunkSize, bytes.count)
            try body(bytes[start..<end])
            start = end
        }
    }
}

/// The beginning of other bytes, for looking at a header without reading a large file to its end.
struct BeginningOfBytes: ByteSource {
    /// The whole.
    let whole: any ByteSource
    /// How many bytes are handed over at most.
    let limit: Int

    private struct Enough: Error {}

    /// Hands over the first bytes.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var left = limit
        do {
            try whole.forEachChunk(beginningWith: limit) { chunk in
                let piece = chunk.prefix(left)
                if !piece.isEmpty { try body(piece) }
                left -= piece.count
                if left == 0 { throw Enough() }
            }
        } catch is Enough {}
    }
}
