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

    /// The place of the first of a byte in a range, or the range's end; the range must lie inside.
    func place(of byte: Int32, from start: Int, to end: Int) -> Int {
        guard start < end else { return end }
        return extracting(start..<end).withUnsafeBytes { part in
            // `extracting` has checked the range, and `memchr` looks at no more than the `part.count` bytes there are.
            guard let base = part.baseAddress, let found = memchr(base, byte, part.count) else { return end }
            return start + base.distance(to: UnsafeRawPointer(found))
        }
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

    /// A range without the white space (blanks, tabs, line ends) at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isMailSpace { start += 1 }
        while end > start, self[end - 1].isMailSpace { end -= 1 }
        return start..<end
    }

    /// The bytes of a range as an array.
    func array(_ range: Range<Int>) -> [UInt8] {
        extracting(range).withUnsafeBytes { Array($0) }
    }
}

extension UInt8 {
    /// Whether it is a blank, a tab, CR, LF or NUL: what may stand between the words of a header field, folded or not.
    var isMailSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0 }

    /// The byte in lower case where it is an ASCII letter.
    var asciiLowercased: UInt8 { self >= 65 && self <= 90 ? self | 0x20 : self }

    /// Whether it is an ASCII digit.
    var isDigit: Bool { self >= 48 && self <= 57 }

    /// Whether it is an ASCII letter.
    var isASCIILetter: Bool { (self | 0x20) >= 97 && (self | 0x20) <= 122 }
}
