/// A UUID (RFC 9562) as a plain value.
public struct UniqueID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// Makes an id of its two halves, as they are.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A time-ordered id (version 7, RFC 9562 §5.7).
    ///
    /// - Parameters:
    ///   - milliseconds: milliseconds since 1970-01-01T00:00:00Z; the lowest 48 bits are used.
    ///   - random: where the other 74 bits come from.
    public init(milliseconds: UInt64, random: inout some RandomNumberGenerator) {
        let first: UInt64 = random.next()
        let second: UInt64 = random.next()
        high = milliseconds << 16 | 0x7000 | (first & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (second & 0x3FFF_FFFF_FFFF_FFFF)
    }

    /// A name-based id (version 8, RFC 9562 §5.8) of a digest's first sixteen bytes; equal digests give equal ids.
    public init(digestHigh: UInt64, digestLow: UInt64) {
        high = (digestHigh & 0xFFFF_FFFF_FFFF_0FFF) | 0x8000
        low = (digestLow & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
    }

    /// The id written in the usual form or as 32 hexadecimal digits, in any case; `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        var halves: [UInt64] = [0, 0]
        var digits = 0
        for byte in text.utf8 where byte != UInt8(ascii: "-") {
            guard digits < 32, let digit = Self.hexValue(byte) else { return nil }
            halves[digits / 16] = halves[digits / 16] << 4 | UInt64(digit)
            digits += 1
        }
        guard digits == 32 else { return nil }
        high = halves[0]
        low = halves[1]
    }

    /// The id in lower case with dashes: `0190b3c4-…`.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(36)
        for position in 0..<32 {
            if position == 8 || position == 12 || position == 16 || position == 20 { bytes.append(UInt8(ascii: "-")) }
            let half = position < 16 ? high : low
            let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (position % 16))) & 0xF
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// In the order of their bytes: version 7 ids in the order they were made.
    public static func < (left: UniqueID, right: UniqueID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
