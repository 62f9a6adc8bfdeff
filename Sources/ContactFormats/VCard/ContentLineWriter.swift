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
    mutating func line(_ property: String, texts: [String?], separator: Unicode.Scalar) {
        bytes.append(contentsOf: property.utf8)
        var mark: Unicode.Scalar = ":"
        for text in texts {
            bytes.append(UInt8(ascii: mark))
            if let text { append(text: text) }
            mark = separator
        }
        endLine()
    }

    /// Writes a property with a URI for its value.
    mutating func line(_ property: String, uri: String) {
        bytes.append(contentsOf: property.utf8)
        bytes.append(UInt8(ascii: ":"))
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
        endLine()
    }

    /// A text as the value of a parameter, in quotes where it must be. What may not stand there is left out; a quote becomes `'`.
    static func parameterValue(_ text: String) -> String {
        var value = ""
        for scalar in text.unicodeScalars where !isControl(scalar) { value.unicodeScalars.append(scalar == "\"" ? "'" : scalar) }
        let needsQuotes = value.utf8.contains {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == 0x20
        }
        return needsQuotes ? "\"" + value + "\"" : value
    }

    private mutating func append(text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            // The two of the line separators beyond ASCII begin with C2 and E2.
            case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"), 0xC2, 0xE2: false
            default: true
            }
        }
        if isPlain { bytes.append(contentsOf: text.utf8) } else { appendEscaped(text) }
    }

    private mutating func appendEscaped(_ text: String) {
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(ascii: "n"))
            case "\\", ",", ";":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(ascii: scalar))
            case "\t": bytes.append(0x09)
            case _ where Self.isControl(scalar): break
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
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
