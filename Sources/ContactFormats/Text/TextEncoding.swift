/// How the bytes of a text file stand for characters.
///
/// Only what contact exports are really written in. There is no case for Windows-1252: it is what a cell is read as that is no valid UTF-8,
/// where the letters of the file don't tell of another code page (``CodePage``). Where they do, all of the file is in that page: two of its
/// letters beside each other may look like UTF-8 by chance.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, strictly; a cell that is not valid is read as Windows-1252, sequence by sequence where it mixes the two.
    case utf8 = "utf-8"
    /// UTF-16, the low byte first, with or without a byte order mark.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, the high byte first, with or without a byte order mark.
    case utf16BigEndian = "utf-16be"
    /// UTF-8, strictly; a cell that is not valid is read as Mac OS Roman: files of the old Macintosh, whose lines end with a lone CR.
    case macRoman = "macintosh"
    /// Windows-1250, told by the letters of the file: Polish, Czech, Slovak, Hungarian, Croatian, Romanian.
    case windows1250 = "windows-1250"
    /// Windows-1251, told by the letters of the file: Cyrillic.
    case windows1251 = "windows-1251"
    /// KOI8-R and KOI8-U, told by the letters of the file: Cyrillic, as Unix wrote it.
    case koi8 = "koi8-u"
    /// Windows-1253, told by the letters of the file: Greek.
    case windows1253 = "windows-1253"
    /// Windows-1254, told by the letters of the file: Turkish.
    case windows1254 = "windows-1254"
    /// Windows-1255, told by the letters of the file: Hebrew.
    case windows1255 = "windows-1255"
    /// Windows-1256, told by the letters of the file: Arabic.
    case windows1256 = "windows-1256"
    /// Windows-1257, told by the letters of the file: Estonian, Latvian, Lithuanian.
    case windows1257 = "windows-1257"
    /// Windows-874, told by the letters of the file: Thai.
    case windows874 = "windows-874"
    /// Windows' Shift_JIS: Japanese, as Excel saves a CSV there.
    case shiftJIS = "shift_jis"
    /// GB 18030, and what it grew from, GBK and GB 2312: Chinese in simplified letters.
    case gb18030 = "gb18030"
    /// Big5: Chinese in traditional letters.
    case big5 = "big5"
    /// Windows' EUC-KR: Korean.
    case eucKR = "euc-kr"
}

extension TextEncoding {
    /// Recognises the encoding of a file by its beginning: the byte order mark; else, in the first KiB, a NUL in half of all odd (or even)
    /// places and hardly any in the others; else UTF-8, or Mac OS Roman where no line ends with LF and the bytes are no UTF-8.
    ///
    /// - Parameter isWhole: whether `beginning` is the file to its end, so that a sequence cut off by it is an invalid one.
    static func recognised(in beginning: ArraySlice<UInt8>, isWhole: Bool) -> TextEncoding {
        if beginning.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if beginning.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let sample = beginning.prefix(1024)
        var zeros = [0, 0]
        for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
        let pairs = sample.count / 2
        if pairs > 1 {
            if zeros[1] * 2 >= pairs, zeros[0] * 20 <= pairs { return .utf16LittleEndian }
            if zeros[0] * 2 >= pairs, zeros[1] * 20 <= pairs { return .utf16BigEndian }
        }
        if beginning.contains(0x0D), !beginning.contains(0x0A) {
            // The last three bytes may be the beginning of a sequence that goes on.
            let judged = isWhole ? beginning : beginning.dropLast(3)
            if !UTF8Census(of: Array(judged)).isValid { return .macRoman }
        }
        return CodePage.told(by: beginning) ?? .utf8
    }

    /// The text of bytes of which some are not UTF-8: each valid sequence is what it says, each other byte a character of Windows-1252
    /// (Mac OS Roman in a Macintosh file). Bytes Windows-1252 leaves undefined become the control character of the same number.
    ///
    /// - Parameter isFDLost: whether 0xFD is what some program left of U+FFFD, its low byte, and not `ý`.
    func textOfMixedBytes(_ bytes: some Collection<UInt8>, isFDLost: Bool = false) -> String {
        let bytes = Array(bytes)
        if isOfTwoBytes { return EastAsianText.text(bytes, in: self) }
        var text = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            if !isToldByLetters, let (scalar, length) = UTF8Census.scalar(at: index, in: bytes.span) {
                text.append(scalar)
                index += length
            } else {
                text.append(isFDLost && bytes[index] == 0xFD ? "\u{FFFD}" : singleByteScalar(bytes[index]))
                index += 1
            }
        }
        return String(text)
    }

    /// The text of bytes of a file in this encoding: what is valid UTF-8 is that, unless the letters of the file told of another encoding,
    /// in which two letters beside each other may look like UTF-8 by chance.
    func text(_ bytes: some Collection<UInt8>, isFDLost: Bool = false) -> String {
        if !isToldByLetters, let text = String(validating: bytes, as: UTF8.self) { return text }
        return textOfMixedBytes(bytes, isFDLost: isFDLost)
    }

    /// Whether it is one that only the letters of a file tell of, for no mark does.
    var isToldByLetters: Bool { isOfTwoBytes || CodePage.letters(of: self) != nil }

    /// Whether it is one of East Asia's, in which letters have two bytes.
    var isOfTwoBytes: Bool { [.shiftJIS, .gb18030, .big5, .eucKR].contains(self) }

    private func singleByteScalar(_ byte: UInt8) -> Unicode.Scalar {
        let place = Int(byte) - 0x80
        let letters = self == .macRoman ? Self.macRomanLetters : CodePage.letters(of: self)
        if let letters { return letters.indices.contains(place) ? letters[place] : Unicode.Scalar(byte) }
        guard Self.windows1252Letters.indices.contains(place) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(Self.windows1252Letters[place]) ?? Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F of Windows-1252; the undefined 81, 8D, 8F, 90 and 9D stand for themselves.
    private static let windows1252Letters: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// 0x80 to 0xFF of Mac OS Roman (Unicode's APPLE/ROMAN.TXT).
    private static let macRomanLetters = Array(
        ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
            .unicodeScalars
    )
}

/// What a run of bytes holds, seen as UTF-8.
struct UTF8Census: Equatable {
    /// Whether every byte belongs to a valid sequence.
    var isValid = true
    /// Whether there is a valid sequence of more than one byte.
    var hasSequences = false
    /// Whether there is U+FFFD: a letter somebody before us could not read.
    var hasReplacementCharacters = false
    /// Whether there is a byte 0xFD, which no valid sequence has: `ý` in Windows-1252, or what is left of a U+FFFD cut to its low byte.
    var hasLoneFD = false

    /// Looks through all of `bytes`.
    init(of bytes: [UInt8]) {
        self.init(of: bytes, in: 0..<bytes.count)
    }

    /// Looks through `range` of `bytes`; the range must lie inside.
    init(of bytes: [UInt8], in range: Range<Int>) {
        let part = bytes.span.extracting(range)
        var index = 0
        while index < part.count {
            let byte = part[index]
            if byte < 0x80 {
                index = part.endOfASCII(from: index + 1)
                continue
            }
            let length = Self.sequenceLength(at: index, in: part)
            if length == 0 {
                isValid = false
                if byte == 0xFD { hasLoneFD = true }
                index += 1
                continue
            }
            hasSequences = true
            if byte == 0xEF, part[index + 1] == 0xBF, part[index + 2] == 0xBD { hasReplacementCharacters = true }
            index += length
        }
    }

    /// How many bytes the valid sequence at `index` has: 1 to 4, and 0 where there is none (Unicode 16, table 3-7).
    static func sequenceLength(at index: Int, in bytes: Span<UInt8>) -> Int {
        let first = bytes[index]
        let left = bytes.count - index
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return left > 1 && isContinuation(bytes[index + 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard left > 2, isContinuation(bytes[index + 2]) else { return 0 }
            let lowest: UInt8 = first == 0xE0 ? 0xA0 : 0x80
            let highest: UInt8 = first == 0xED ? 0x9F : 0xBF
            return lowest <= bytes[index + 1] && bytes[index + 1] <= highest ? 3 : 0
        case 0xF0...0xF4:
            guard left > 3, isContinuation(bytes[index + 2]), isContinuation(bytes[index + 3]) else { return 0 }
            let lowest: UInt8 = first == 0xF0 ? 0x90 : 0x80
            let highest: UInt8 = first == 0xF4 ? 0x8F : 0xBF
            return lowest <= bytes[index + 1] && bytes[index + 1] <= highest ? 4 : 0
        default: return 0
        }
    }

    /// The scalar at `index` and how many bytes it takes; `nil` where the bytes are no valid sequence.
    static func scalar(at index: Int, in bytes: Span<UInt8>) -> (Unicode.Scalar, length: Int)? {
        let length = sequenceLength(at: index, in: bytes)
        guard length > 0 else { return nil }
        let first = UInt32(bytes[index])
        var value = length == 1 ? first : first & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

/// Turns pieces of a file into UTF-8, keeping what is cut at their ends for the next piece.
struct UTF8Transcoder {
    private let encoding: TextEncoding
    private var oddByte: UInt8?
    private var highSurrogate: UInt32?

    /// Makes one for a file in `encoding`. Files that are UTF-8 or single bytes pass through as they are.
    init(from encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Appends a piece to `bytes`. A surrogate without its other half becomes U+FFFD. A byte order mark stays: readers of rows drop it.
    mutating func append(_ piece: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else {
            bytes.append(contentsOf: piece)
            return
        }
        for byte in piece {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let unit = encoding == .utf16BigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
            append(unit: unit, to: &bytes)
        }
    }

    /// Appends what the end of the file left half: U+FFFD for an odd byte or half a surrogate pair.
    mutating func finish(into bytes: inout [UInt8]) {
        if highSurrogate != nil || oddByte != nil { Self.append(0xFFFD, to: &bytes) }
        highSurrogate = nil
        oddByte = nil
    }

    private mutating func append(unit: UInt32, to bytes: inout [UInt8]) {
        let isLow = 0xDC00...0xDFFF ~= unit
        if let high = highSurrogate {
            highSurrogate = nil
            if isLow {
                Self.append(0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF), to: &bytes)
                return
            }
            Self.append(0xFFFD, to: &bytes)
        }
        if 0xD800...0xDBFF ~= unit {
            highSurrogate = unit
        } else {
            Self.append(isLow ? 0xFFFD : unit, to: &bytes)
        }
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        guard let encoded = Unicode.Scalar(scalar).flatMap(UTF8.encode) else { return }
        bytes.append(contentsOf: encoded)
    }
}
