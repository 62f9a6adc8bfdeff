/// Numbers in bytes, least significant first, as zip writes them; what lies beyond the end or beyond `Int` is `nil`.
struct LittleEndianBytes {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    var count: Int { bytes.count }

    func uint16(_ offset: Int) -> Int? { number(offset, width: 2) }
    func uint32(_ offset: Int) -> Int? { number(offset, width: 4) }
    func uint64(_ offset: Int) -> Int? { number(offset, width: 8) }

    /// The `count` bytes from `offset`.
    func slice(_ offset: Int, count: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else { return nil }
        return bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + count)]
    }

    private func number(_ offset: Int, width: Int) -> Int? {
        slice(offset, count: width).flatMap { slice in
            Int(exactly: slice.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
    }
}

extension [UInt8] {
    /// Appends a number of `width` bytes, least significant first; what doesn't fit is cut.
    mutating func appendLittleEndian(_ number: Int, width: Int) {
        var rest = UInt64(truncatingIfNeeded: number)
        for _ in 0..<width {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
