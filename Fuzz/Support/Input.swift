/// The bytes libFuzzer hands over, taken from their beginning.
public struct Input {
    /// What was not yet taken.
    public private(set) var rest: ArraySlice<UInt8>

    /// The bytes at an address.
    public init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        // Copied: libFuzzer owns the bytes, and the address sanitizer watches the ends of an array of our own.
        rest = Array(UnsafeBufferPointer(start: start, count: count))[...]
    }

    /// Bytes made by something else.
    public init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// Whether all were taken.
    public var isEmpty: Bool { rest.isEmpty }

    /// The next byte; 0 at the end.
    public mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    /// The next bytes, as many as there are.
    public mutating func bytes(_ count: Int) -> [UInt8] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }
}
