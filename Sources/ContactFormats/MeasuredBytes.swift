import Synchronization

/// Counts the bytes that are read of a parcel, for telling how far its reading is; any thread may ask.
public final class ReadingMeter: Sendable {
    private let count = Mutex(0)

    /// Makes a meter that has counted nothing.
    public init() {}

    /// How many bytes were read since the count began.
    public var byteCount: Int { count.withLock { $0 } }

    /// Begins to count anew: what was read to find out what a parcel is, is read again.
    public func beginAnew() { count.withLock { $0 = 0 } }

    /// The parcel with all members of known size counted as they are read.
    public func measuring(_ parcel: Parcel) -> Parcel {
        var parcel = parcel
        for place in parcel.members.indices where parcel.members[place].byteCount != nil {
            parcel.members[place].bytes = MeasuredBytes(whole: parcel.members[place].bytes, meter: self)
        }
        return parcel
    }

    fileprivate func add(_ bytes: Int) { count.withLock { $0 += bytes } }
}

/// Bytes that are counted as they are read.
public struct MeasuredBytes: ByteSource {
    /// The bytes themselves, for whoever reads them for another purpose.
    public let whole: any ByteSource
    fileprivate let meter: ReadingMeter

    /// So many bytes are handed over at most, so that the count keeps pace with whoever reads.
    private static let pieceSize = 1 << 17

    /// Hands over all bytes in order.
    public func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try whole.forEachChunk { try handOver($0, body) }
    }

    /// Hands over all bytes in order, first as many as wanted.
    public func forEachChunk(beginningWith byteCount: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try whole.forEachChunk(beginningWith: byteCount) { try handOver($0, body) }
    }

    /// The first bytes, which don't count: who reads them looks whether to read at all.
    public func beginning(upTo byteCount: Int) throws -> (bytes: [UInt8], isWhole: Bool) {
        try whole.beginning(upTo: byteCount)
    }

    private func handOver(_ chunk: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var rest = chunk
        while !rest.isEmpty {
            let piece = rest.prefix(Self.pieceSize)
            rest = rest.dropFirst(Self.pieceSize)
            try body(piece)
            meter.add(piece.count)
        }
    }
}
