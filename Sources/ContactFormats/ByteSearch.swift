#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension Span<UInt8> {
    /// The place of the first line feed in a range, or the range's end; the range must lie inside.
    ///
    /// Bodies of mails are only passed over, so this is where most of the time goes: the C library looks at 32 bytes at a time.
    func lineFeed(from start: Int, to end: Int) -> Int { place(of: 0x0A, from: start, to: end) }

    /// The place where a byte stands first in a range, or the range's end; the range must lie inside.
    func place(of byte: UInt8, from start: Int, to end: Int) -> Int {
        guard start < end else { return end }
        return extracting(start..<end).withUnsafeBytes { part in
            // `extracting` has checked the range, and `memchr` looks at no more than the `part.count` bytes there are.
            guard let base = part.baseAddress, let found = memchr(base, Int32(byte), part.count) else { return end }
            return start + base.distance(to: UnsafeRawPointer(found))
        }
    }

    /// The place up to which nothing but ASCII stands from `start` on, less the last few bytes: bytes are looked at eight at a time.
    func endOfASCII(from start: Int) -> Int {
        var index = start
        // Safe in spite of its name: the place is checked against the bounds, and any eight bytes are a UInt64.
        while count &- index >= 8, bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
            index &+= 8
        }
        return index
    }

    /// Whether all bytes are ASCII and none of them is a control character below the blank.
    var isVisibleASCII: Bool {
        var all: UInt8 = 0
        var low: UInt8 = 0
        // Without a way out in between, so that sixteen are looked at at once. Below the blank, and there alone, the highest bit is borrowed
        // that the byte doesn't have.
        for index in 0..<count {
            all |= self[index]
            low |= (self[index] &- 0x20) & ~self[index]
        }
        return (all | low) < 0x80
    }

    /// Whether the bytes at a place are those of a text; `false` where they would end beyond the span.
    func has(_ text: StaticString, at place: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place >= 0, length <= count - place else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<length where self[place + offset] != wanted[offset] { return false }
            return true
        }
    }

    /// The bytes of a range as an array.
    func array(_ range: Range<Int>) -> [UInt8] {
        extracting(range).withUnsafeBytes { Array($0) }
    }
}

extension UInt8 {
    /// The byte in lower case where it is an ASCII letter.
    var asciiLowercased: UInt8 { self >= 65 && self <= 90 ? self | 0x20 : self }

    /// Whether it is an ASCII digit.
    var isDigit: Bool { self >= 48 && self <= 57 }

    /// Whether it is an ASCII letter.
    var isASCIILetter: Bool { (self | 0x20) >= 97 && (self | 0x20) <= 122 }
}
