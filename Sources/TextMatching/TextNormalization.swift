import Foundation

/// Text brought into the one shape it is stored in, without changing what it says.
public enum TextNormalization {
    /// The text in Unicode's normalization form C, in which `é` is one scalar (UAX #15).
    ///
    /// Texts that are so already, as nearly all are, are returned as they are.
    public static func nfc(_ text: String) -> String {
        // Below U+0300, as UTF-8 says by its bytes, nothing combines: the quickest question, and enough for the West.
        if text.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy { $0 < 0xCC } }) == true { return text }
        if text.unicodeScalars.allSatisfy(isSurelyComposed) { return text }
        // Decomposed first: Foundation on Linux does not join a Hangul syllable with a final consonant that follows it.
        return text.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
    }

    /// Whether a scalar belongs to form C whatever stands beside it. Only blocks common in names and firms are looked at; of any other
    /// scalar the answer is no, which costs time and nothing else.
    static func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300: true
        case 0x391...0x3CE, 0x400...0x482, 0x48A...0x52F: true  // Greek, Cyrillic
        case 0x5D0...0x5EA, 0x621...0x63A, 0x641...0x64A: true  // Hebrew, Arabic, without points
        case 0x1E00...0x1EFF: true  // Latin, for Vietnamese too
        case 0x200B...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x2122: true
        case 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true  // kana, ideographs, Hangul syllables
        case 0xFE0F, 0xFFFD, 0x1F300...0x1FAFF: true  // emoji
        default: false
        }
    }

    /// The text with the decimal digits of every script as those of ASCII: Arabic, Persian and Indian ones, full-width ones.
    public static func asciiDigits(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard scalar.value >= 0x80, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
                let digit = UInt8(exactly: value)
            else {
                scalars.append(scalar)
                continue
            }
            scalars.append(Unicode.Scalar(0x30 + digit))
        }
        return String(scalars)
    }

    /// The text as it is shown and stored: white space at its ends removed, white space inside (tabs, line breaks, no-break spaces) made
    /// one space, invisible marks at its ends removed, control characters removed. `nil` where nothing is left.
    ///
    /// Invisible marks are those of width zero and those of writing direction. Inside the text they stay: they join emoji and shape
    /// Persian and Indic words.
    public static func tidy(_ text: String) -> String? {
        isTidy(text) ? text : rebuiltTidily(text)
    }

    /// Whether a text surely has nothing to be tidied: letters, signs and single spaces inside.
    private static func isTidy(_ text: String) -> Bool {
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == " " ? last == " " : !isOrdinary(scalar) { return false }
            last = scalar
        }
        return last != " "
    }

    /// Whether a scalar is neither white space nor invisible; only blocks common in names and firms are looked at.
    private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x61B, 0x61D...0x167F, 0x1E00...0x1FFF, 0x2010...0x2027, 0x2030...0x205E: true
        case 0x3001...0xD7A3, 0x1F300...0x1FAFF: true
        default: false
        }
    }

    private static func rebuiltTidily(_ text: String) -> String? {
        var tidy = String.UnicodeScalarView()
        var owesSpace = false
        // Marks wait until a character comes after them: at the end of a word they are dropped.
        var waitingMarks: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                owesSpace = !tidy.isEmpty
                waitingMarks.removeAll()
            } else if isInvisibleMark(scalar) {
                if !tidy.isEmpty { waitingMarks.append(scalar) }
            } else if scalar.properties.generalCategory != .control {
                if owesSpace { tidy.append(" ") }
                tidy.append(contentsOf: waitingMarks)
                waitingMarks.removeAll()
                owesSpace = false
                tidy.append(scalar)
            }
        }
        return tidy.isEmpty ? nil : String(tidy)
    }

    /// Zero-width spaces and joiners, marks, embeddings and isolates of direction, word joiner, byte order mark, soft hyphen.
    static func isInvisibleMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
        default: false
        }
    }
}
