/// Tells which of East Asia's encodings of two bytes a letter a text is in, and reads it.
///
/// Spreadsheets there save a CSV so to this day. In such a text letters stand side by side, where in Latin ones they stand alone between
/// letters of ASCII; and most of them lie in the rows of the common letters: kana and the first level of kanji (JIS X 0208), hangul
/// (KS X 1001), the first level of hanzi (GB 2312, Big5).
enum EastAsianText {
    /// Fewer letters prove nothing.
    private static let fewestPairs = 4

    /// The encoding the letters of a text tell of; `nil` where that is none of these.
    static func told(by text: ArraySlice<UInt8>) -> TextEncoding? {
        let bytes = Array(text)
        let high = bytes.count { $0 >= 0x80 }
        // Cyrillic and Greek letters are single bytes from 0xC0 on; here half of the second bytes lie below.
        let low = bytes.count { (0x80..<0xC0).contains($0) }
        guard high >= 2 * fewestPairs, low * 8 >= high else { return nil }
        let counts = [TextEncoding.shiftJIS, .eucKR, .gb18030, .big5].map { (encoding: $0, count: Pairs(in: bytes, of: $0)) }
        let possible = counts.filter { $0.count.isText }
        // All hangul, and many hanzi, lie in rows the others have as well; the narrowest that holds nearly all is meant.
        return possible.first { $0.count.share >= 0.95 }?.encoding ?? possible.max { $0.count.share < $1.count.share }?.encoding
    }

    /// The text of bytes in one of these encodings; a letter nobody knows becomes U+FFFD, and nothing beside it is lost.
    static func text(_ bytes: [UInt8], in encoding: TextEncoding) -> String {
        guard let charset = NamedCharset(label: encoding.rawValue.utf8) else { return TextEncoding.utf8.textOfMixedBytes(bytes) }
        if let text = charset.decoded(bytes) { return text }
        var text = ""
        var index = 0
        while index < bytes.count {
            let length = bytes[index] < 0x80 ? 1 : min(encoding == .gb18030 && isOfFour(bytes, index) ? 4 : 2, bytes.count - index)
            if let letter = charset.decoded(Array(bytes[index..<index + length])) {
                text += letter
                index += length
            } else if let letter = charset.decoded([bytes[index]]) {
                text += letter
                index += 1
            } else {
                text += "\u{FFFD}"
                // A second byte below 0x40 is a sign of the table, not half of a letter.
                index += length == 2 && bytes[index + 1] < 0x40 ? 1 : length
            }
        }
        return text
    }

    /// GB 18030 has letters of four bytes, the second of which is a digit.
    private static func isOfFour(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 3 < bytes.count && (0x30...0x39).contains(bytes[index + 1]) && bytes[index + 2] >= 0x81
            && (0x30...0x39).contains(bytes[index + 3])
    }

    /// What a text holds, read as one of the encodings.
    private struct Pairs {
        /// Letters of two bytes.
        var total = 0
        /// Those in the rows of common letters.
        var common = 0
        /// Those with another letter beside them.
        var sideBySide = 0
        /// Bytes that fit nowhere.
        var strays = 0
        /// Second bytes below 0x80.
        var lowSeconds = 0
        private let encoding: TextEncoding

        init(in bytes: [UInt8], of encoding: TextEncoding) {
            self.encoding = encoding
            var index = 0
            var isBehindLetter = false
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    isBehindLetter = false
                    index += 1
                } else if index + 1 < bytes.count, isLetter(byte, bytes[index + 1]) {
                    total += 1
                    if isCommon(byte, bytes[index + 1]) { common += 1 }
                    if isBehindLetter { sideBySide += 1 }
                    if bytes[index + 1] < 0x80 { lowSeconds += 1 }
                    isBehindLetter = true
                    index += 2
                } else {
                    // The sample may be cut in the middle of a letter.
                    if index + 1 < bytes.count { strays += 1 }
                    isBehindLetter = false
                    index += 1
                }
            }
        }

        /// How many of the letters are common ones, from 0 to 1.
        var share: Double { Double(common) / Double(max(1, total)) }

        /// Whether the bytes are a text in the encoding.
        var isText: Bool {
            guard total >= fewestPairs, strays * 20 <= total, sideBySide * 5 >= total * 2, share >= 0.7 else { return false }
            // Two of five second bytes lie low in Big5; a text without any is one of the others.
            return encoding != .big5 || lowSeconds * 8 >= total
        }

        private func isLetter(_ first: UInt8, _ second: UInt8) -> Bool {
            switch encoding {
            case .shiftJIS:
                ((0x81...0x9F).contains(first) || (0xE0...0xFC).contains(first)) && (0x40...0xFC).contains(second) && second != 0x7F
            case .big5: (0x81...0xFE).contains(first) && ((0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second))
            case .gb18030: (0x81...0xFE).contains(first) && (0x40...0xFE).contains(second) && second != 0x7F
            default:
                (0x81...0xFE).contains(first)
                    && ((0x41...0x5A).contains(second) || (0x61...0x7A).contains(second) || (0x81...0xFE).contains(second))
            }
        }

        private func isCommon(_ first: UInt8, _ second: UInt8) -> Bool {
            switch encoding {
            case .shiftJIS: (0x81...0x84).contains(first) || (0x88...0x98).contains(first)
            case .big5: (0xA4...0xC6).contains(first)
            case .gb18030: (0xB0...0xD7).contains(first) && second >= 0xA1
            default: (0xB0...0xC8).contains(first) && second >= 0xA1
            }
        }
    }
}
