import Foundation

/// Text brought into the shape in which two spellings of one thing are equal: for looking up and for comparing, never for showing.
public enum TextFolding {
    /// The text without what spellings differ in: case, diacritics, ligatures, styled and full-width letters, punctuation, emoji, spacing.
    ///
    /// - Letters are lower-cased and lose their diacritics (Latin, Greek, Cyrillic, Hebrew points, Arabic vowels); `ß` is `ss`, `ø` `o`,
    ///   `æ` `ae`, `œ` `oe`, `ł` `l`, `đ` and `ð` `d`, `þ` `th`, `ı` `i`. Kana keep their voicing marks, Hangul its syllables.
    /// - What only looks different is the same (compatibility decomposition, UAX #15): `𝓐` `Ａ` `Ⓐ` are `a`, `ﬁ` is `fi`, `²` is `2`; digits
    ///   of all scripts are 0 to 9.
    /// - Of punctuation `@ . _ + - '` stay, typographic apostrophes and hyphens become `'` and `-`; all else is a space, and runs of spaces
    ///   are one, none at the ends. Invisible marks vanish.
    ///
    /// Folding what is folded changes nothing.
    public static func folded(_ text: String) -> String {
        if let folded = foldedASCII(text) { return folded }
        var writer = FoldedBytes(capacity: text.utf8.count)
        if text.unicodeScalars.allSatisfy(isLatin) {
            for scalar in text.unicodeScalars { writer.appendLatin(scalar) }
            return writer.text
        }
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars { append(scalar, to: &writer) }
        return TextNormalization.nfc(writer.text)
    }

    /// An ASCII text, folded; `nil` where it is none.
    ///
    /// Most names are ASCII, and a million of them are folded at a time: this makes no array, and for up to 15 bytes nothing at all.
    private static func foldedASCII(_ text: String) -> String? {
        var isASCII = true
        let folded = String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
            // Every byte of the text writes at most one, a space only together with the byte after it, so the buffer is long enough.
            var count = 0
            var owesSpace = false
            for byte in text.utf8 {
                guard byte < 0x80 else {
                    isASCII = false
                    return 0
                }
                let folded = FoldedBytes.foldedASCII(byte)
                if folded == 0x20 {
                    owesSpace = count > 0
                    continue
                }
                if owesSpace {
                    buffer[count] = 0x20
                    count += 1
                    owesSpace = false
                }
                buffer[count] = folded
                count += 1
            }
            return count
        }
        return isASCII ? folded : nil
    }

    /// The words of a name, folded: apostrophes are dropped, so that `O'Neill` is `oneill`; hyphens, full stops and other signs part
    /// words, so that `Jean-Luc` is `Jean Luc`.
    public static func nameTokens(_ name: String) -> [String] {
        var tokens: [String] = []
        var token: [UInt8] = []
        for byte in folded(name).utf8 {
            switch byte {
            case 0x27: continue
            case 0x20, 0x2B, 0x2D, 0x2E, 0x40, 0x5F:
                if !token.isEmpty { tokens.append(String(decoding: token, as: UTF8.self)) }
                token.removeAll(keepingCapacity: true)
            default: token.append(byte)
            }
        }
        if !token.isEmpty { tokens.append(String(decoding: token, as: UTF8.self)) }
        return tokens
    }

    /// Whether a scalar is ASCII, a Latin letter or sign up to U+024F, or a diacritic: what folds without Unicode's tables.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x250 || isDiacritic(scalar) && scalar.value < 0x370
    }

    private static func append(_ scalar: Unicode.Scalar, to writer: inout FoldedBytes) {
        if scalar.value < 0x250 {
            writer.appendLatin(scalar)
            return
        }
        if isDiacritic(scalar) || TextNormalization.isInvisibleMark(scalar) || 0xFE00...0xFE0F ~= scalar.value { return }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .decimalNumber:
            // A decimal digit has a value of 0 to 9.
            if let value = properties.numericValue { writer.append(UInt8(clamping: 0x30 + Int(value))) }
        case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter:
            // Case mapping may bring a diacritic of its own, and `ẞ` becomes `ß`.
            for lower in properties.lowercaseMapping.unicodeScalars where !isDiacritic(lower) {
                if lower.value < 0x250 {
                    writer.appendLatin(lower)
                } else {
                    writer.append(lower == "ς" ? "σ" : lower)
                }
            }
        case .modifierLetter where 0x2B9...0x2BF ~= scalar.value: writer.append(0x27)
        case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .letterNumber, .otherNumber: writer.append(scalar)
        default:
            switch scalar.value {
            case 0x2018...0x201B, 0x2032, 0xFF07: writer.append(0x27)
            case 0x2010...0x2015, 0x2212: writer.append(0x2D)
            default: writer.append(0x20)
            }
        }
    }

    /// Marks that don't make another letter: those of Latin, Greek and Cyrillic, the points of Hebrew, the vowels of Arabic.
    private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
        case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED: true
        default: false
        }
    }
}

/// Folded text as it is put together: UTF-8, with one space at most between words and none at the ends.
private struct FoldedBytes {
    private var bytes: [UInt8] = []
    private var owesSpace = false

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends a scalar below U+0370, folded.
    mutating func appendLatin(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            append(Self.foldedASCII(UInt8(truncatingIfNeeded: scalar.value)))
        } else if scalar.value < 0xA0 {
            append(0x20)
        } else if Self.latin.indices.contains(Int(scalar.value) - 0xA0) {
            for byte in Self.latin[Int(scalar.value) - 0xA0] { append(byte) }
        }
    }

    /// Appends a byte of folded text; a space waits until something follows it.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if byte == 0x20 {
            owesSpace = !bytes.isEmpty
            return
        }
        if owesSpace {
            bytes.append(0x20)
            owesSpace = false
        }
        bytes.append(byte)
    }

    /// Appends a scalar that folds to itself.
    mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    }

    /// An ASCII byte folded: itself, a small letter, or a space.
    @inline(__always)
    static func foldedASCII(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x27, 0x2B, 0x2D, 0x2E, 0x40, 0x5F: byte
        case 0x41...0x5A: byte | 0x20
        case 0x60: 0x27
        default: 0x20
        }
    }

    /// U+00A0 to U+024F, folded; `␣` stands for a space, `∅` for nothing.
    private static let latin: [[UInt8]] =
        """
        ␣ ␣ ␣ ␣ ␣ ␣ ␣ ␣ ␣ ␣ a ␣ ␣ ∅ ␣ ␣ ␣ ␣ 2 3 ' μ ␣ ∅ ␣ 1 o ␣ 1␣4 1␣2 3␣4 ␣
        a a a a a a ae c e e e e i i i i d n o o o o o ␣ o u u u u y th ss
        a a a a a a ae c e e e e i i i i d n o o o o o ␣ o u u u u y th y
        a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g
        g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l
        l l l n n n n n n 'n n n o o o o o o oe oe r r r r r r s s s s s s
        s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
        b b ƃ ƃ ƅ ƅ o c c d d d d ƍ e e e f f g ɣ hv ɩ i k k l ƛ ɯ n n o
        o o ƣ ƣ p p ʀ ƨ ƨ ʃ ƪ t t t t u u ʊ v y y z z ʒ ƹ ƹ ƺ ƻ ƽ ƽ ƾ ƿ
        ǀ ǁ ǂ ǃ dz dz dz lj lj lj nj nj nj a a i i o o u u u u u u u u u u e a a
        a a ae ae g g g g k k o o o o ʒ ʒ j dz dz dz g g hv ƿ n n a a ae ae o o
        a a a a e e e e i i i i o o o o r r r r u u u u s s t t ȝ ȝ h h
        n d ȣ ȣ z z a a e e o o o o o o o o y y l n t j db qp a c c l t s
        z ɂ ɂ b u ʌ e e j j q q r r y y
        """
        .split { $0 == " " || $0 == "\n" }
        .map { entry in
            entry.unicodeScalars.flatMap { scalar -> [UInt8] in
                switch scalar {
                case "∅": []
                case "␣": [0x20]
                default: Array(String(scalar).utf8)
                }
            }
        }
}
