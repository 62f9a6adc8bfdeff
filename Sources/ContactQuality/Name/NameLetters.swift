internal import ContactModel

/// What the characters of a name tell: signs, letters for show, damage on the way.
enum NameLetters {
    /// Whether a character is no part of any name: emoji, arrows, stars, boxes, and signs of ASCII that names do not hold.
    static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x20, 0x27...0x29, 0x2B...0x2F, 0x60: return false
        // `@`, `:` and `_` belong to addresses, brackets to pronouns and nicknames: other rules look at them.
        case 0x21, 0x23...0x26, 0x2A, 0x3C...0x3F, 0x5E, 0x7C, 0x7E: return true
        case 0..<0x80: return false
        case 0xA9, 0xAE, 0x2122: return true
        case 0x1F000...0x1F0FF, 0x1F170...0x1FAFF: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .otherSymbol: return !isStyled(scalar)
        case .mathSymbol, .currencySymbol: return true
        default: return false
        }
    }

    /// Whether a character is a letter made for formulas or for show.
    static func isStyled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x1D00: false
        // Small capitals of the phonetic extensions, letterlike signs, circles, squares, full width, mathematical alphabets.
        case 0x1D00...0x1D25, 0x2102, 0x210A...0x2113, 0x2115, 0x2119...0x211D, 0x2124, 0x2128, 0x212C...0x212D, 0x212F...0x2134: true
        case 0x249C...0x24E9, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x1D400...0x1D7CB, 0x1F130...0x1F169: true
        default: false
        }
    }

    /// A text with its letters for show as ordinary ones.
    static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x1D400...0x1D6A3:
                // Thirteen Latin alphabets of 52 letters each.
                let letter = (value - 0x1D400) % 52
                if let plain = Unicode.Scalar(letter < 26 ? 0x41 + letter : 0x61 + letter - 26) { result.append(plain) }
            case 0x24B6...0x24CF: append(0x41 + value - 0x24B6, to: &result)
            case 0x24D0...0x24E9: append(0x61 + value - 0x24D0, to: &result)
            case 0x249C...0x24B5: append(0x61 + value - 0x249C, to: &result)
            case 0xFF21...0xFF3A: append(0x41 + value - 0xFF21, to: &result)
            case 0xFF41...0xFF5A: append(0x61 + value - 0xFF41, to: &result)
            case 0x1F130...0x1F149: append(0x41 + value - 0x1F130, to: &result)
            case 0x1F150...0x1F169: append(0x41 + value - 0x1F150, to: &result)
            default:
                if let letter = letterlike[value] ?? smallCapitals[value] {
                    result.append(letter)
                } else {
                    result.append(scalar)
                }
            }
        }
        return String(result)
    }

    private static func append(_ value: UInt32, to text: inout String.UnicodeScalarView) {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }

    private static let letterlike: [UInt32: Unicode.Scalar] = [
        0x2102: "C", 0x210A: "g", 0x210B: "H", 0x210C: "H", 0x210D: "H", 0x210E: "h", 0x2110: "I", 0x2111: "I", 0x2112: "L", 0x2113: "l",
        0x2115: "N", 0x2119: "P", 0x211A: "Q", 0x211B: "R", 0x211C: "R", 0x211D: "R", 0x2124: "Z", 0x2128: "Z", 0x212C: "B", 0x212D: "C",
        0x212F: "e", 0x2130: "E", 0x2131: "F", 0x2133: "M", 0x2134: "o",
    ]
    private static let smallCapitals: [UInt32: Unicode.Scalar] = [
        0x1D00: "a", 0x1D04: "c", 0x1D05: "d", 0x1D07: "e", 0x1D0A: "j", 0x1D0B: "k", 0x1D0D: "m", 0x1D0F: "o", 0x1D18: "p", 0x1D1B: "t",
        0x1D1C: "u", 0x1D20: "v", 0x1D21: "w", 0x1D22: "z",
    ]

    /// Damage and what it looks like mended, if that can be told.
    struct Damage {
        var sentence: String
        var probability: Double
    }

    /// Characters that went wrong on the way; `nil` where all is well.
    static func damage(in text: String) -> Damage? {
        var hasLatin1 = false
        var scripts: (latin: Bool, other: Bool) = (false, false)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: scripts.latin = true
            case 0x20, 0x2D, 0x27: scripts = (false, false)
            case 0..<0x20, 0x7F: return Damage(sentence: "There is a line end or a control character in “\(text)”.", probability: 1)
            case 0x20..<0x80: break
            case 0x80...0x9F, 0xFFFD: return Damage(sentence: "“\(text)” holds a character that could not be read.", probability: 1)
            // À to ï with a follower below U+00C0 or of Windows-1252's: UTF-8 read as Latin-1.
            case 0xC2...0xEF: (hasLatin1, scripts.latin) = (true, true)
            case 0x200B, 0x2060, 0xFEFF, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
                return Damage(sentence: "There is an invisible mark in “\(text)”.", probability: 1)
            case 0x370...0x3FF, 0x400...0x52F: scripts.other = true
            case 0xC0...0x24F: scripts.latin = true
            default: break
            }
            if scripts.latin, scripts.other {
                return Damage(sentence: "“\(text)” mixes letters of two scripts in one word.", probability: 0.95)
            }
        }
        if hasLatin1, let mended = mended(text) {
            return Damage(sentence: "“\(text)” is probably “\(mended)”, read in the wrong encoding.", probability: 0.99)
        }
        return nil
    }

    /// A text that was UTF-8 read as Windows-1252, as it was before; `nil` where it was not.
    static func mended(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value < 0x100 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let byte = windows1252[scalar.value] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        guard let result = String(validating: bytes, as: UTF8.self), result != text else { return nil }
        return result
    }

    private static let windows1252: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x2C6: 0x88, 0x2030: 0x89,
        0x160: 0x8A, 0x2039: 0x8B, 0x152: 0x8C, 0x17D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
        0x2013: 0x96, 0x2014: 0x97, 0x2DC: 0x98, 0x2122: 0x99, 0x161: 0x9A, 0x203A: 0x9B, 0x153: 0x9C, 0x17E: 0x9E, 0x178: 0x9F,
    ]
}

extension PersonName {
    /// The parts that are names, as written: given, middle and family, or the name in one piece where it has no parts.
    var written: [String] {
        if given != nil || family != nil { return [given, middle, family].compactMap(\.self) }
        return full.map { [$0] } ?? []
    }
}
