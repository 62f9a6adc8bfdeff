/// An address by itself: a local part, `@`, a domain (RFC 5322 §3.4.1, RFC 6532 §3.2).
enum AddressSpec {
    /// Appends the address written in a range: without comments and white space, quotes only where the local part needs them, its domain in
    /// lower case and without a dot at its end. A `mailto:` before it, a query behind it and quotes around it go.
    static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
        let start = text.count
        var place = skipScheme(bytes, range)
        var owesBlank = false
        while place < range.upperBound {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0x22:
                appendQuoted(bytes, &place, range.upperBound, to: &text)
            case 0x28:
                var depth = 1
                while place < range.upperBound, depth > 0 {
                    if bytes[place] == 0x28 { depth += 1 }
                    if bytes[place] == 0x29 { depth -= 1 }
                    place += bytes[place] == 0x5C ? 2 : 1
                }
            case _ where byte.isMailSpace: owesBlank = text.count > start
            default:
                // Blanks may stand around `@` and `.` (RFC 5322 §4.4) and nowhere else.
                if owesBlank, byte != 0x40, byte != 0x2E, text.last != 0x40, text.last != 0x2E { text.append(0x20) }
                owesBlank = false
                text.append(byte)
            }
        }
        tidy(&text, from: start)
    }

    /// Appends an address of letters, digits and a few signs, as nearly all are, in which nothing is to be changed but the case of its
    /// domain and nothing is left to be asked; `false` for any other text.
    static func appendPlain(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) -> Bool {
        var at: Int?
        for place in range {
            let byte = bytes[place]
            if byte.isASCIILetter || byte.isDigit { continue }
            switch byte {
            case 0x2E where at != nil && (bytes[place - 1] == 0x2E || bytes[place - 1] == 0x40): return false
            case 0x2E, 0x2D, 0x5F: break
            case 0x2B where at == nil: break
            case 0x40 where at == nil && place > range.lowerBound: at = place
            default: return false
            }
        }
        guard let at, let last = range.last, bytes[last].isASCIILetter || bytes[last].isDigit else { return false }
        let domain = text.count + at - range.lowerBound
        bytes.extracting(range).withUnsafeBytes { text.append(contentsOf: $0) }
        for place in domain..<text.count { text[place] = text[place].asciiLowercased }
        return true
    }

    private static func skipScheme(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        for scheme in ["mailto:", "MAILTO:", "Mailto:", "smtp:", "SMTP:"] as [StaticString] where bytes.has(scheme, at: range.lowerBound) {
            return min(range.lowerBound + scheme.utf8CodeUnitCount, range.upperBound)
        }
        return range.lowerBound
    }

    /// A quoted string: without quotes where none are needed.
    private static func appendQuoted(_ bytes: Span<UInt8>, _ place: inout Int, _ end: Int, to text: inout [UInt8]) {
        let start = text.count
        var needsQuotes = false
        while place < end, bytes[place] != 0x22 {
            if bytes[place] == 0x5C, place + 1 < end { place += 1 }
            let byte = bytes[place]
            place += 1
            if byte == 0x0D || byte == 0x0A { continue }
            if !isAtomText(byte), byte != 0x2E { needsQuotes = true }
            if byte == 0x22 || byte == 0x5C { text.append(0x5C) }
            text.append(byte)
        }
        place += 1
        if needsQuotes {
            text.insert(0x22, at: start)
            text.append(0x22)
        }
    }

    private static func tidy(_ text: inout [UInt8], from start: Int) {
        // `'ann@example.com'` is what Outlook makes of an address that is its own name.
        if text.count - start > 2, text[start] == 0x27, text.last == 0x27 {
            text.remove(at: start)
            text.removeLast()
        }
        if text.count - start > 2, text[start] == 0x27, text.contains(0x40) { text.remove(at: start) }
        while text.count > start, let last = text.last,
            last == 0x2E || last == 0x3E || last == 0x27 || last == 0x22 && !hasQuote(text, start)
        {
            text.removeLast()
        }
        guard let at = text[start...].lastIndex(of: 0x40) else { return }
        // What follows an address in digits is none of it: `ann@[192.0.2.1] [x]`.
        if text[at...].dropFirst().first == 0x5B, let close = text[at...].firstIndex(of: 0x5D) { text.removeLast(text.count - close - 1) }
        if let query = text[at...].firstIndex(of: 0x3F) { text.removeLast(text.count - query) }
        for place in at..<text.count { text[place] = text[place].asciiLowercased }
    }

    /// Puts a local part with blanks inside into quotes.
    static func quoteBlanks(_ text: inout [UInt8], from start: Int) {
        guard let at = text[start...].lastIndex(of: 0x40), text[start] != 0x22, text[start..<at].contains(0x20),
            text[start..<at].allSatisfy({ isAtomText($0) || $0 == 0x20 || $0 == 0x2E })
        else { return }
        text.insert(0x22, at: at)
        text.insert(0x22, at: start)
    }

    private static func hasQuote(_ text: [UInt8], _ start: Int) -> Bool { text.count > start && text[start] == 0x22 }

    /// Whether what was appended from a place on can be an address.
    static func isAddress(_ text: [UInt8], from start: Int) -> Bool {
        guard let at = text[start...].lastIndex(of: 0x40), at > start, at + 1 < text.count else { return false }
        let isQuoted = text[start] == 0x22
        if isQuoted {
            guard at - start > 2, text[at - 1] == 0x22 else { return false }
        } else {
            for place in start..<at where !isAtomText(text[place]) && text[place] != 0x2E { return false }
        }
        if text[at + 1] == 0x5B { return text.last == 0x5D && text.count - at > 3 }
        var last: UInt8 = 0x2E
        for place in at + 1..<text.count {
            let byte = text[place]
            guard byte >= 0x80 || byte.isDigit || byte.isASCIILetter || byte == 0x2D || byte == 0x5F || (byte == 0x2E && last != 0x2E)
            else {
                return false
            }
            last = byte
        }
        return true
    }

    /// Whether a byte may stand in an atom (RFC 5322 §3.2.3, RFC 6532 §3.2), or stands in one in spite of it (`:` `[` `]` don't).
    private static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x30...0x39, 0x3D, 0x3F, 0x41...0x5A, 0x5E...0x7E, 0x80...0xFF: true
        default: false
        }
    }
}
