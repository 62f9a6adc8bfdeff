/// Letters without case and accents, for comparing headers and month names, whose alphabets are known beforehand.
///
/// Names of people are folded by `TextMatching`, which knows every script.
enum LetterFolding {
    /// The letter without case and accent; `nil` for combining accents, which are dropped. Everything else stays as it is.
    static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 32)
        case 0x300...0x36F: nil
        case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
        case 0xC7, 0xE7, 0x106...0x10D: "c"
        case 0x10E...0x111: "d"
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
        case 0x11C...0x123: "g"
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
        case 0x139...0x142: "l"
        case 0xD1, 0xF1, 0x143...0x148: "n"
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
        case 0x154...0x159: "r"
        case 0x15A...0x161, 0x218, 0x219: "s"
        case 0x162...0x165, 0x21A, 0x21B: "t"
        case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
        case 0xDD, 0xFD, 0xFF: "y"
        case 0x179...0x17E: "z"
        // Vietnamese: Latin Extended Additional, and the horned letters.
        case 0x1EA0...0x1EB7: "a"
        case 0x1EB8...0x1EC7: "e"
        case 0x1EC8...0x1ECB: "i"
        case 0x1ECC...0x1EE3, 0x1A0, 0x1A1: "o"
        case 0x1EE4...0x1EF1, 0x1AF, 0x1B0: "u"
        case 0x1EF2...0x1EF9: "y"
        case 0x410...0x42F: Unicode.Scalar(scalar.value + 32)
        case 0x401, 0x451: "е"
        case 0x404, 0x406, 0x407: Unicode.Scalar(scalar.value + 80)
        case 0x386, 0x391, 0x3AC: "α"
        case 0x388, 0x395, 0x3AD: "ε"
        case 0x389, 0x397, 0x3AE: "η"
        case 0x38A, 0x3AA, 0x390, 0x399, 0x3AF, 0x3CA: "ι"
        case 0x38C, 0x39F, 0x3CC: "ο"
        case 0x38E, 0x3AB, 0x3A5, 0x3B0, 0x3CB, 0x3CD: "υ"
        case 0x38F, 0x3A9, 0x3CE: "ω"
        // A capital sigma doesn't tell whether it ends a word.
        case 0x3C2: "σ"
        case 0x392...0x3A8: Unicode.Scalar(scalar.value + 32)
        // Arabic: vowel signs, and the forms of alef, yeh and teh that are written one for another.
        case 0x640, 0x64B...0x652, 0x670: nil
        case 0x622, 0x623, 0x625: "ا"
        case 0x649: "ي"
        case 0x629: "ه"
        // Thai's signs for tones and shortened vowels.
        case 0xE47...0xE4E: nil
        // Hebrew's points.
        case 0x591...0x5C7: nil
        default: scalar
        }
    }

    /// Whether a byte is an ASCII letter or digit.
    static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: false
        }
    }

    /// A header's letters and digits without case, accents, blanks and punctuation: `emailaddress` for "E-Mail Address".
    static func header(_ cell: String) -> String {
        var folded = ""
        for scalar in cell.unicodeScalars {
            guard let base = base(of: scalar) else { continue }
            switch base.value {
            case 0x30...0x39, 0x61...0x7A: folded.unicodeScalars.append(base)
            case 0..<0xC0, 0x2000...0x206F, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFEFF: continue
            default: folded.unicodeScalars.append(base)
            }
        }
        return folded
    }
}
