import TextMatching

/// Values of vCard properties: escapes, lists and structures (RFC 6350 §3.4 and 4, RFC 2426 §4).
enum VCardText {
    /// The text an escaped value stands for. A backslash before anything but `n`, `N` is dropped, as Apple's `http\://` wants.
    static func unescaped(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "\\")) else { return value }
        return unescaped(Array(value.utf8)[...])
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex {
                switch bytes[index + 1] {
                case UInt8(ascii: "n"), UInt8(ascii: "N"): text.append(0x0A)
                // "C:\temp" of vCard 2.1 and of programs that don't escape.
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                    text.append(bytes[index])
                    text.append(bytes[index + 1])
                default: text.append(bytes[index + 1])
                }
                index += 2
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The parts of a value between separators that are not escaped, themselves still escaped.
    static func parts(_ value: String, separator: UInt8) -> [Substring] {
        guard value.utf8.contains(separator) else { return [value[...]] }
        var parts: [Substring] = []
        let utf8 = value.utf8
        var start = utf8.startIndex
        var index = start
        while index < utf8.endIndex {
            if utf8[index] == UInt8(ascii: "\\") {
                index = utf8.index(after: index)
                if index < utf8.endIndex { index = utf8.index(after: index) }
                continue
            }
            if utf8[index] == separator {
                parts.append(value[start..<index])
                start = utf8.index(after: index)
            }
            index = utf8.index(after: index)
        }
        parts.append(value[start...])
        return parts
    }

    /// The components of a structured value, each a list of its texts that say something.
    static func structure(_ value: String, hasLists: Bool) -> [[String]] {
        var structure: [[String]] = []
        var texts: [String] = []
        var bytes: [UInt8] = []
        var isEscaped = false
        func endText() {
            if !bytes.isEmpty, let text = trimmed(String(decoding: bytes, as: UTF8.self)) { texts.append(text) }
            bytes.removeAll(keepingCapacity: true)
        }
        for byte in value.utf8 {
            if isEscaped {
                isEscaped = false
                switch byte {
                case UInt8(ascii: "n"), UInt8(ascii: "N"): bytes.append(0x0A)
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes += [UInt8(ascii: "\\"), byte]
                default: bytes.append(byte)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: ",") where hasLists: endText()
            case UInt8(ascii: ";"):
                endText()
                structure.append(texts)
                texts.removeAll(keepingCapacity: false)
            default: bytes.append(byte)
            }
        }
        if isEscaped { bytes.append(UInt8(ascii: "\\")) }
        endText()
        structure.append(texts)
        return structure
    }

    /// A text without blanks and line ends around it and without control characters (NUL and the like); `nil` where nothing is left.
    static func trimmed(_ text: String) -> String? {
        guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
        if first > 0x20, last > 0x20, !hasControls(text) { return text }
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.first, scalar.properties.isWhitespace || scalar.value < 0x20 { scalars.removeFirst() }
        while let scalar = scalars.last, scalar.properties.isWhitespace || scalar.value < 0x20 { scalars.removeLast() }
        if scalars.isEmpty { return nil }
        var kept = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in scalars {
            defer { isAfterReturn = scalar == "\r" }
            if scalar == "\n", isAfterReturn { continue }
            if scalar == "\r" { kept.append("\n") } else if !isControl(scalar) { kept.append(scalar) }
        }
        return kept.isEmpty ? nil : String(kept)
    }

    private static func hasControls(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }
            && text.unicodeScalars.contains { $0 == "\r" || isControl($0) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
    }
}
