/// The hash of a value's letters: the same on every machine and for ever, since it stands in indexes.
///
/// Two spellings of one sound have one hash: `ae oe ue aa` count as `a o u a`, so that `Müller`, `Mueller` and `Muller` agree, also where
/// letters of two words meet (`annaeva`).
struct ValueHash {
    private var state: UInt64
    private var last: UInt8 = 0

    /// Begins a hash; `kind` keeps equal letters of different kinds apart.
    @inline(__always)
    init(_ kind: UInt64) {
        state = 0x9E37_79B9_7F4A_7C15 ^ (kind &* 0xD6E8_FEB8_6659_FD93)
    }

    /// Adds a letter.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        if last == 0x61 || last == 0x6F || last == 0x75 {
            if byte == 0x65 || byte == 0x61 && last == 0x61 {
                last = 0
                return
            }
        }
        last = byte
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Adds letters.
    @inline(__always)
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// Adds a number.
    @inline(__always)
    mutating func add(number: UInt32) {
        last = 0
        state = (state ^ UInt64(number)) &* 0x9FB2_1C65_1E98_DF25
        state ^= state >> 29
    }

    /// The hash; never 0, which stands for "no value".
    @inline(__always)
    var value: UInt32 {
        let low = UInt32(truncatingIfNeeded: Self.mixed(state) >> 32)
        return low == 0 ? 1 : low
    }

    /// Spreads every bit over all (the finisher of SplitMix64).
    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        var x = value
        x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
        x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
        return x ^ (x >> 31)
    }

    /// The hash of a text's letters as they stand.
    static func of(_ text: some StringProtocol, kind: UInt64 = 0) -> UInt32 {
        var hash = ValueHash(kind)
        for byte in text.utf8 { hash.add(byte) }
        return hash.value
    }

    /// One hash of two.
    @inline(__always)
    static func joined(_ first: UInt32, _ second: UInt32, kind: UInt64 = 1) -> UInt32 {
        let mixed = Self.mixed((UInt64(first) << 32 | UInt64(second)) &+ kind &* 0x9E37_79B9_7F4A_7C15)
        let low = UInt32(truncatingIfNeeded: mixed >> 32)
        return low == 0 ? 1 : low
    }
}
