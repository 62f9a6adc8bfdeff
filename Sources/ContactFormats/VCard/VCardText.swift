import TextMatching

/// Values of vCard properties: escapes, lists and structures (RFC 6350 §3.4 and 4, RFC 2426 §4).
enum VCardText {
    /// The text a value says: unescaped and trimmed; `nil` where it says nothing. Most values are such a text as they stand.
    static func text(_ value: String) -> String? {
        let isPlain = withBytes(of: value) { bytes in
            guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else { return false }
            for byte in bytes where mayNeedWork(byte) || byte == UInt8(ascii: "\\") { return false }
            return true
        }
        return isPlain ? value : trimmed(unescaped(value))
    }

    /// The text an escaped value stands for. A backslash before anything but `n`, `N` is dropped, as Apple's `http\://` wants.
    static func unescaped(_ value: String) -> String {
        withBytes(of: value) { bytes in bytes.contains(UInt8(ascii: "\\")) ? unescaped(bytes[...]) : nil } ?? value
    }

    /// Looks at a text's UTF-8, which lasts as long as the closure.
    static func withBytes<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }

    /// Whether a byte is a control character that is no line feed and no tab, or begins one beyond ASCII.
    private static func mayNeedWork(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F || byte == 0xC2
    }

    private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
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

    /// The texts of a value between separators that are not escaped; `nil` for those that say nothing.
    static func texts(_ value: String, separator: UInt8) -> [String?] { texts(value, separator: separator, unless: nil, upTo: .max) ?? [] }

    /// The components of a structured value that has no more than its usual places, and one text or none in each, as nearly all have;
    /// `nil` for any other, and for one whose components may be lists.
    static func plainStructure(_ value: String, hasLists: Bool, upTo count: Int) -> [String?]? {
        texts(value, separator: UInt8(ascii: ";"), unless: hasLists ? UInt8(ascii: ",") : nil, upTo: count)
    }

    /// The texts between separators; `nil` where there is an obstacle, or there are more of them than there may be.
    ///
    /// - Parameters:
    ///   - obstacle: a byte that must not stand there but escaped.
    ///   - most: how many texts there may be.
    private static func texts(_ value: String, separator: UInt8, unless obstacle: UInt8?, upTo most: Int) -> [String?]? {
        withBytes(of: value) { bytes in
            var texts: [String?] = []
            var start = 0
            var index = 0
            var isEscaped = false
            var isPlain = true
            func end(at end: Int) {
                let part = bytes[start..<end]
                if let first = part.first, let last = part.last {
                    let text = isEscaped ? unescaped(part) : String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self)
                    texts.append(isPlain && first > 0x20 && last > 0x20 ? text : trimmed(text))
                } else {
                    texts.append(nil)
                }
                start = end + 1
                isEscaped = false
                isPlain = true
            }
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "\\"):
                    isEscaped = true
                    isPlain = false
                    index += 1
                case separator:
                    if texts.isEmpty { texts.reserveCapacity(8) }
                    end(at: index)
                    if texts.count >= most { return nil }
                case let byte where byte == obstacle: return nil
                case let byte: if mayNeedWork(byte) { isPlain = false }
                }
                index += 1
            }
            end(at: bytes.count)
            return texts
        }
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
        return withoutControls(String(scalars))
    }

    /// A text without control characters, its line ends LF; `nil` where nothing is left.
    private static func withoutControls(_ text: String) -> String? {
        let kept = withBytes(of: text) { bytes in
            var kept: [UInt8] = []
            kept.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case 0x0D:
                    // One of CR and LF is left of both.
                    if index == bytes.count || bytes[index] != 0x0A { kept.append(0x0A) }
                case 0x0A, 0x09, 0x20..<0x7F: kept.append(byte)
                case 0..<0x20, 0x7F: break
                // U+0080 to U+009F.
                case 0xC2 where index < bytes.count && bytes[index] < 0xA0: index += 1
                default: kept.append(byte)
                }
            }
            return kept
        }
        return kept.isEmpty ? nil : String(decoding: kept, as: UTF8.self)
    }

    private static func hasControls(_ text: String) -> Bool {
        withBytes(of: text) { $0.contains(where: mayNeedWork) } && text.unicodeScalars.contains { $0 == "\r" || isControl($0) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
    }
}
