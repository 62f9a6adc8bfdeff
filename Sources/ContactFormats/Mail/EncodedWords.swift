/// Texts of header fields with encoded words (RFC 2047), as they are written: adjacent ones joined before their bytes are read, for a
/// letter may be split between them; inside quotes and without blanks around, where they must not be and are.
enum EncodedWords {
    /// The text of unfolded bytes.
    ///
    /// - Parameter hint: the character set of the mail's body, for bytes nobody labelled.
    static func text(_ bytes: [UInt8], hint: NamedCharset? = nil) -> String {
        guard let first = find(bytes, from: 0) else { return NamedCharset.unlabelled(bytes, hint: hint) }
        var text = ""
        var pending: [UInt8] = []
        var charset: NamedCharset?
        func flush() {
            if !pending.isEmpty { text += charset?.text(pending) ?? NamedCharset.unlabelled(pending, hint: hint) }
            pending = []
        }
        func appendPlain(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            flush()
            text += NamedCharset.unlabelled(Array(bytes[range]), hint: hint)
        }
        appendPlain(0..<first.whole.lowerBound)
        var word: Word? = first
        while let current = word {
            let named = NamedCharset(label: bytes[current.charset])
            if !pending.isEmpty, named != charset { flush() }
            charset = named
            pending += decoded(bytes, current)
            let next = find(bytes, from: current.whole.upperBound)
            let between = current.whole.upperBound..<(next?.whole.lowerBound ?? bytes.count)
            if next == nil || !bytes[between].allSatisfy(\.isMailSpace) { appendPlain(between) }
            word = next
        }
        flush()
        return text
    }

    private struct Word {
        var whole: Range<Int>
        var charset: Range<Int>
        var content: Range<Int>
        var isBase64: Bool
    }

    /// The next encoded word: `=?charset?B?content?=`.
    private static func find(_ bytes: [UInt8], from start: Int) -> Word? {
        var place = start
        while place + 7 < bytes.count {
            guard bytes[place] == 0x3D, bytes[place + 1] == 0x3F else {
                place += 1
                continue
            }
            if let word = word(bytes, at: place) { return word }
            place += 2
        }
        return nil
    }

    private static func word(_ bytes: [UInt8], at start: Int) -> Word? {
        var place = start + 2
        while place < bytes.count, place - start < 64, bytes[place] != 0x3F, bytes[place] > 0x20 { place += 1 }
        guard place > start + 2, place + 2 < bytes.count, bytes[place] == 0x3F, bytes[place + 2] == 0x3F else { return nil }
        let charset = start + 2..<place
        let encoding = bytes[place + 1] | 0x20
        guard encoding == 0x62 || encoding == 0x71 else { return nil }
        let content = place + 3
        // RFC 2047 allows 75 bytes; programs that don't split write one word a field.
        let limit = min(bytes.count, content + 4096)
        var end = content
        while end + 1 < limit, !(bytes[end] == 0x3F && bytes[end + 1] == 0x3D) { end += 1 }
        guard end + 1 < limit else { return nil }
        return Word(whole: start..<end + 2, charset: charset, content: content..<end, isBase64: encoding == 0x62)
    }

    private static func decoded(_ bytes: [UInt8], _ word: Word) -> [UInt8] {
        word.isBase64 ? base64(bytes[word.content]) : quotedPrintable(bytes[word.content])
    }

    /// The bytes base 64 stands for; whatever is none of its letters is passed over.
    private static func base64(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in content {
            let value: UInt32
            switch byte {
            case 65...90: value = UInt32(byte) - 65
            case 97...122: value = UInt32(byte) - 71
            case 48...57: value = UInt32(byte) + 4
            case 0x2B, 0x2D: value = 62
            case 0x2F, 0x5F: value = 63
            default: continue
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return decoded
    }

    private static func quotedPrintable(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var place = content.startIndex
        while place < content.endIndex {
            let byte = content[place]
            if byte == 0x3D, place + 2 < content.endIndex, let high = hex(content[place + 1]), let low = hex(content[place + 2]) {
                decoded.append(high << 4 | low)
                place += 3
                continue
            }
            decoded.append(byte == 0x5F ? 0x20 : byte)
            place += 1
        }
        return decoded
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
