/// Writes vCard content lines (RFC 6350 §3.2 and 3.3, RFC 2426 §2.6): escaped, folded at 75 octets, ended by CRLF.
///
/// No value can break out of its line: line breaks of every kind become `\n` in texts and are percent-encoded in URIs, other control
/// characters, which vCard has no way to say, are left out.
struct ContentLineWriter {
    private var bytes: [UInt8] = []
    private var lineStart = 0

    /// Hands over the lines written since the last time.
    mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        lineStart = 0
        return taken
    }

    /// Writes whole lines that are short and need no escaping, each with its CRLF.
    mutating func lines(_ verbatim: StaticString) {
        verbatim.withUTF8Buffer { bytes.append(contentsOf: $0) }
        lineStart = bytes.count
    }

    /// Writes a property with a text for its value.
    ///
    /// - Parameters:
    ///   - property: its name with, before it, perhaps a group, and behind it its parameters: `item1.EMAIL;TYPE=work`.
    ///   - text: any text.
    mutating func line(_ property: String, text: String) {
        bytes.append(contentsOf: property.utf8)
        bytes.append(UInt8(ascii: ":"))
        append(text: text)
        endLine()
    }

    /// Writes a property whose value is made of texts: a list (`,`) or a structure (`;`), in which an absent part is empty.
    mutating func line(_ property: String, texts: [String?], separator: UInt8) {
        bytes.append(contentsOf: property.utf8)
        var mark = UInt8(ascii: ":")
        for text in texts {
            bytes.append(mark)
            if let text { append(text: text) }
            mark = separator
        }
        endLine()
    }

    /// Writes a property with a URI for its value.
    mutating func line(_ property: String, uri: String) {
        bytes.append(contentsOf: property.utf8)
        bytes.append(UInt8(ascii: ":"))
        // All line breaks beyond ASCII begin with C2 or E2.
        if !append(uri, ifAll: { $0 > 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) { appendEncoded(uri) }
        endLine()
    }

    /// A text as the value of a parameter, in quotes where it must be. What may not stand there is left out; a quote becomes `'`.
    static func parameterValue(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x2C && $0 < 0x3A || $0 > 0x40 && $0 < 0x7B }) { return text }
        var value = ""
        for scalar in text.unicodeScalars where !isControl(scalar) { value.unicodeScalars.append(scalar == "\"" ? "'" : scalar) }
        let needsQuotes = value.utf8.contains {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == 0x20
        }
        return needsQuotes || value.isEmpty ? "\"" + value + "\"" : value
    }

    private mutating func append(text: String) {
        let isPlain = append(text) { byte in
            switch byte {
            case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"), 0xC2, 0xE2: false
            default: true
            }
        }
        if !isPlain { appendEscaped(text) }
    }

    /// Writes a text as it is where all its bytes allow, and tells whether they did.
    @inline(__always)
    private mutating func append(_ text: String, ifAll isAllowed: (UInt8) -> Bool) -> Bool {
        func appendBuffer(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
            for byte in utf8 where !isAllowed(byte) { return false }
            bytes.append(contentsOf: utf8)
            return true
        }
        return text.utf8.withContiguousStorageIfAvailable(appendBuffer) ?? Array(text.utf8).withUnsafeBufferPointer(appendBuffer)
    }

    private mutating func appendEncoded(_ uri: String) {
        for scalar in uri.unicodeScalars {
            let isAllowed = scalar != " " && !Self.isControl(scalar)
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                if isAllowed {
                    bytes.append(byte)
                } else {
                    bytes.append(contentsOf: [UInt8(ascii: "%"), Self.hexDigit(byte >> 4), Self.hexDigit(byte & 0xF)])
                }
            }
        }
    }

    private mutating func appendEscaped(_ text: String) {
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0x0D, 0x0A, 0x0B, 0x0C:
                if byte == 0x0D, rest.first == 0x0A { rest.removeFirst() }
                appendLineBreak()
            case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x09, 0x20..<0x7F: bytes.append(byte)
            case 0..<0x20, 0x7F: break
            case 0xC2 where rest.first.map { $0 < 0xA0 } ?? false:
                // U+0080 to U+009F, of which U+0085 is a line break.
                if rest.removeFirst() == 0x85 { appendLineBreak() }
            case 0xE2 where rest.starts(with: [0x80, 0xA8]) || rest.starts(with: [0x80, 0xA9]):
                rest.removeFirst(2)
                appendLineBreak()
            default: bytes.append(byte)
            }
        }
    }

    private mutating func appendLineBreak() {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: "n"))
    }

    /// Ends the line; one longer than 75 octets is folded, never inside a character.
    private mutating func endLine() {
        if bytes.count - lineStart > 75 {
            let line = Array(bytes[lineStart...])
            bytes.removeSubrange(lineStart...)
            var start = 0
            while start < line.count {
                // A continued line begins with a space, which counts.
                var end = min(start + (start == 0 ? 75 : 74), line.count)
                while end < line.count, line[end] & 0xC0 == 0x80 { end -= 1 }
                if start > 0 { bytes.append(contentsOf: [0x0D, 0x0A, 0x20]) }
                bytes.append(contentsOf: line[start..<end])
                start = end
            }
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
        lineStart = bytes.count
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}
