import TextMatching

/// Bytes folded and cut into words: the first step with every value.
///
/// A value that is kept and used again for the next record, so that folding a million names allocates nothing.
struct TextLetters {
    /// What stands before a word, in order of weight.
    enum Break: UInt8 {
        case none, space, apostrophe, hyphen, dot, at, comma, bar, quote, open
    }

    /// A word of the text.
    struct Word {
        /// Where it lies in `bytes`.
        var start: Int32
        var end: Int32
        /// What stands before it.
        var before: Break
        /// What stands behind it.
        var after: Break
        /// Whether it stands within brackets or quotation marks.
        var isAside: Bool
        /// Whether it was written in capitals only.
        var isCapital: Bool
        /// Whether it has a digit.
        var hasDigit: Bool

        var range: Range<Int> { Int(start)..<Int(end) }
        var count: Int { Int(end - start) }
    }

    /// The letters and digits of all words, folded, one word behind the other.
    private(set) var bytes: [UInt8] = []
    /// The words.
    private(set) var words: [Word] = []

    private let folding = LetterFolding.standard
    private var depth = 0
    private var isQuoted = false
    private var wordStart = 0
    private var pending = Break.none
    private var hasLower = false
    private var hasUpper = false
    private var hasDigit = false

    /// Longest text looked at, in bytes: what stands behind is no name.
    private static let longest = 512
    /// Most words looked at.
    private static let mostWords = 24

    /// Reads a text of UTF-8; what is no valid UTF-8 parts words.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        depth = 0
        isQuoted = false
        wordStart = 0
        pending = .none
        (hasLower, hasUpper, hasDigit) = (false, false, false)
        let count = min(text.count, Self.longest)
        var index = 0
        while index < count {
            let byte = text[index]
            if byte < 0x80 {
                takeASCII(byte)
                index += 1
                continue
            }
            let (scalar, length) = Self.scalar(text, at: index, count: count)
            index += length
            if let packed = folding.packed(scalar) {
                takePacked(packed)
            } else {
                takeSlowly(scalar)
            }
            if words.count > Self.mostWords { break }
        }
        endWord(.none)
    }

    /// The folded letters of one word.
    func withLetters<Result>(_ word: Word, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[word.range])) }
    }

    /// The hash of one word.
    func hash(_ word: Word, kind: UInt64 = 0) -> UInt32 {
        var hash = ValueHash(kind)
        bytes.withUnsafeBufferPointer { hash.add(UnsafeBufferPointer(rebasing: $0[word.range])) }
        return hash.value
    }

    /// The letters of a text, for tables.
    static func folded(_ text: some StringProtocol) -> String {
        var letters = TextLetters()
        var copy = String(text)
        copy.withUTF8 { letters.read($0) }
        return String(decoding: letters.bytes, as: UTF8.self)
    }

    @inline(__always)
    private mutating func takeASCII(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A:
            bytes.append(byte)
            hasLower = true
        case 0x41...0x5A:
            bytes.append(byte | 0x20)
            hasUpper = true
        case 0x30...0x39:
            bytes.append(byte)
            hasDigit = true
        case 0x27, 0x60: if bytes.count == wordStart { toggleQuote() }
        case 0x2D, 0x5F: endWord(bytes.count > wordStart ? .hyphen : .bar)
        case 0x2E: endWord(.dot)
        case 0x40: endWord(.at)
        case 0x2C, 0x3B: endWord(.comma)
        case 0x7C, 0x2F: endWord(.bar)
        case 0x28, 0x5B, 0x3C:
            endWord(.open)
            depth += 1
        case 0x29, 0x5D, 0x3E:
            endWord(.space)
            depth = max(0, depth - 1)
        case 0x22: toggleQuote()
        default: endWord(.space)
        }
    }

    private mutating func takePacked(_ packed: UInt64) {
        var rest = packed
        while rest != 0 {
            takeASCII(UInt8(truncatingIfNeeded: rest & 0xFF))
            rest >>= 8
        }
    }

    private mutating func takeSlowly(_ scalar: UInt32) {
        switch scalar {
        case 0x2018, 0x2019, 0x02BC: return
        case 0x201C...0x201F, 0xAB, 0xBB: toggleQuote()
        case 0x2010...0x2015: endWord(pending == .none && bytes.count > wordStart ? .hyphen : .bar)
        case 0x2022, 0x00B7: endWord(.bar)
        case 0x200B...0x200F, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F, 0x202A...0x202E: return
        default:
            guard let value = Unicode.Scalar(scalar) else { return endWord(.space) }
            for byte in TextFolding.folded(String(Character(value))).utf8 {
                if byte < 0x80 { takeASCII(byte) } else { bytes.append(byte) }
            }
            if !value.properties.isAlphabetic && value.properties.numericType == nil
                && value.properties.generalCategory != .nonspacingMark
                && value.properties.generalCategory != .spacingMark
            {
                endWord(.space)
            }
        }
    }

    private mutating func toggleQuote() {
        endWord(.quote)
        isQuoted.toggle()
    }

    @inline(__always)
    private mutating func endWord(_ sign: Break) {
        if bytes.count > wordStart {
            words.append(
                Word(
                    start: Int32(truncatingIfNeeded: wordStart), end: Int32(truncatingIfNeeded: bytes.count),
                    before: pending, after: sign,
                    isAside: depth > 0 || isQuoted, isCapital: hasUpper && !hasLower, hasDigit: hasDigit))
            wordStart = bytes.count
            pending = sign
            (hasLower, hasUpper, hasDigit) = (false, false, false)
        } else if sign.rawValue > pending.rawValue {
            pending = sign
            if !words.isEmpty, sign.rawValue > words[words.count - 1].after.rawValue {
                words[words.count - 1].after = sign
            }
        }
    }

    /// The scalar at `index`, and how many bytes it takes; U+FFFD and one byte where there is none.
    @inline(__always)
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int, count: Int) -> (
        UInt32, Int
    ) {
        let first = UInt32(text[index])
        func next(_ offset: Int) -> UInt32? {
            guard index + offset < count, text[index + offset] & 0xC0 == 0x80 else { return nil }
            return UInt32(text[index + offset] & 0x3F)
        }
        switch first {
        case 0xC2...0xDF:
            if let a = next(1) { return ((first & 0x1F) << 6 | a, 2) }
        case 0xE0...0xEF:
            if let a = next(1), let b = next(2) { return ((first & 0xF) << 12 | a << 6 | b, 3) }
        case 0xF0...0xF4:
            if let a = next(1), let b = next(2), let c = next(3) {
                return ((first & 7) << 18 | a << 12 | b << 6 | c, 4)
            }
        default: break
        }
        return (0xFFFD, 1)
    }
}
