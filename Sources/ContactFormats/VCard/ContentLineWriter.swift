/// Writes vCard content lines (RFC 6350 §3.2 and 3.3, RFC 2426 §2.6): escaped, folded at 75 octets, ended by CRLF.
///
/// No value can break out of its line: line breaks of every kind become `\n` in texts and are percent-encoded in URIs, other control
/// characters, which vCard has no way to say, are left out.
struct ContentLineWriter {
    private var bytes: [UInt8] = []
    private var lineStart = 0
    /// Whether long lines are folded; in vCard 2.1 a fold would add a space to a text.
    var folds = true

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
        if !append(uri, ifAll: { $0 > 0x20 && $0 != 0x5C && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) { appendEncoded(uri) }
        endLine()
    }

    /// Writes a structure whose components are lists.
    ///
    /// - Parameter isOld: writes it in vCard 2.1's way, which has no lists: their texts are joined by a space.
    mutating func line(_ property: String, structure: [[String]], isOld: Bool) {
        if isOld {
            return line21(property, texts: structure.map { $0.isEmpty ? nil : $0.joined(separator: " ") }, separator: UInt8(ascii: ";"))
        }
        bytes.append(contentsOf: property.utf8)
        var mark = UInt8(ascii: ":")
        for texts in structure {
            bytes.append(mark)
            mark = UInt8(ascii: ";")
            for (index, text) in texts.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(text: text)
            }
        }
        endLine()
    }

    /// Writes a property whose value is escaped already; line breaks in it become `\n`.
    mutating func line(_ property: String, raw value: String) {
        bytes.append(contentsOf: property.utf8)
        bytes.append(UInt8(ascii: ":"))
        for byte in value.utf8 {
            if byte == 0x0A { appendLineBreak() } else if byte >= 0x20 && byte != 0x7F || byte == 0x09 { bytes.append(byte) }
        }
        endLine()
    }

    /// Writes a property of vCard 2.1: what is not ASCII, or has line breaks, as quoted-printable UTF-8.
    mutating func line21(_ property: String, texts: [String?], separator: UInt8 = UInt8(ascii: ";")) {
        var value: [UInt8] = []
        for (index, text) in texts.enumerated() {
            if index > 0 { value.append(separator) }
            for byte in (text ?? "").utf8 {
                if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") && separator == byte {
                    value.append(0x5C)
                }
                value.append(byte)
            }
        }
        line21(property, bytes: value)
    }

    /// Writes a property of vCard 2.1 whose value is escaped already.
    mutating func line21(_ property: String, raw value: String) { line21(property, bytes: Array(value.utf8)) }

    private mutating func line21(_ property: String, bytes value: [UInt8]) {
        bytes.append(contentsOf: property.utf8)
        guard value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 >= 0x7F }) || value.last == UInt8(ascii: "=") || value.count > 512
        else {
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: value)
            bytes.append(contentsOf: [0x0D, 0x0A])
            lineStart = bytes.count
            return
        }
        bytes.append(contentsOf: ";ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:".utf8)
        var length = bytes.count - lineStart
        for (index, byte) in value.enumerated() {
            if byte == 0x0D { continue }
            let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || byte == 0x20 && index + 1 < value.count
            let written: [UInt8] =
                byte == 0x0A
                ? Array("=0D=0A".utf8) : isPlain ? [byte] : [UInt8(ascii: "="), Self.hexDigit(byte >> 4), Self.hexDigit(byte & 0xF)]
            if length + written.count > 74 {
                bytes.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
                length = 0
            }
            bytes.append(contentsOf: written)
            length += written.count
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
        lineStart = bytes.count
    }

    /// A text as the value of a parameter, in quotes where it must be. Quotes and line breaks are written with `^` (RFC 6868); other
    /// control characters, which can't stand there, are left out.
    static func parameterValue(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x2C && $0 < 0x3A || $0 > 0x40 && $0 < 0x5E || $0 > 0x5E && $0 < 0x7B }) { return text }
        var value = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": value += "^'"
            case "^": value += "^^"
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": value += "^n"
            default: if !isControl(scalar) { value.unicodeScalars.append(scalar) }
            }
        }
        let needsQuotes = value.utf8.contains {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == 0x20
        }
        return needsQuotes || value.isEmpty ? "\"" + value + "\"" : value
    }

    /// A parameter's value in quotes whether it needs them or not.
    static func quotedParameterValue(_ text: String) -> String {
        let value = parameterValue(text)
        return value.utf8.first == UInt8(ascii: "\"") ? value : "\"" + value + "\""
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
            let isAllowed = scalar != " " && scalar != "\\" && !Self.isControl(scalar)
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
        if folds, bytes.count - lineStart > 75 {
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
