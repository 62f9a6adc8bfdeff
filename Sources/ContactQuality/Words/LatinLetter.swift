/// Folding of single Unicode scalars beyond ASCII: marks off Latin letters, lower case for the others.
enum LatinLetter {
    /// What a scalar becomes.
    enum Folded {
        /// One or two ASCII letters or digits.
        case letters(UInt8, UInt8?)
        /// A letter, mark or digit that stays, in lower case.
        case other(String)
        /// Nothing: combining accents and invisible characters.
        case nothing
        /// An end of the word.
        case separator
    }

    /// Folds a scalar beyond ASCII; sets `hasUmlauts` for those that `digraphs` writes with two letters.
    static func folded(_ scalar: Unicode.Scalar, umlauts: FoldedWords.Umlauts, hasUmlauts: inout Bool) -> Folded {
        func one(_ letter: Unicode.Scalar) -> Folded { .letters(UInt8(ascii: letter), nil) }
        func two(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Folded { .letters(UInt8(ascii: first), UInt8(ascii: second)) }
        func umlaut(_ letter: Unicode.Scalar, _ second: Unicode.Scalar) -> Folded {
            hasUmlauts = true
            return umlauts == .digraphs ? two(letter, second) : one(letter)
        }
        switch scalar.value {
        case 0xC4, 0xE4: return umlaut("a", "e")
        case 0xC5, 0xE5: return umlaut("a", "a")
        case 0xD6, 0xF6, 0xD8, 0xF8: return umlaut("o", "e")
        case 0xDC, 0xFC: return umlaut("u", "e")
        case 0xC0...0xC3, 0xE0...0xE3, 0xAA, 0x100...0x105, 0x1CD...0x1CE, 0x1EA0...0x1EB7: return one("a")
        case 0xC6, 0xE6: return two("a", "e")
        case 0xC7, 0xE7, 0x106...0x10D: return one("c")
        case 0xD0, 0xF0, 0x10E...0x111: return one("d")
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B, 0x1EB8...0x1EC7: return one("e")
        case 0x11C...0x123, 0x1E6...0x1E7: return one("g")
        case 0x124...0x127: return one("h")
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0x1EC8...0x1ECB: return one("i")
        case 0x132...0x133: return two("i", "j")
        case 0x134...0x135: return one("j")
        case 0x136...0x138: return one("k")
        case 0x139...0x142: return one("l")
        case 0xD1, 0xF1, 0x143...0x14B: return one("n")
        case 0xD2...0xD5, 0xF2...0xF5, 0xBA, 0x14C...0x151, 0x1A0...0x1A1, 0x1ECC...0x1EE3: return one("o")
        case 0x152...0x153: return two("o", "e")
        case 0x154...0x159: return one("r")
        case 0xDF, 0x1E9E: return two("s", "s")
        case 0x15A...0x161, 0x17F, 0x218...0x219: return one("s")
        case 0xDE, 0xFE: return two("t", "h")
        case 0x162...0x167, 0x21A...0x21B: return one("t")
        case 0xD9...0xDB, 0xF9...0xFB, 0x168...0x173, 0x1AF...0x1B0, 0x1EE4...0x1EF1: return one("u")
        case 0x174...0x175, 0x1E80...0x1E85: return one("w")
        case 0xDD, 0xFD, 0xFF, 0x176...0x178, 0x1EF2...0x1EF9: return one("y")
        case 0x179...0x17E: return one("z")
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return .nothing
        case 0x2018...0x2019, 0x2BC: return .nothing
        case 0xFF10...0xFF19: return .letters(UInt8(truncatingIfNeeded: scalar.value - 0xFF10 + 0x30), nil)
        case 0xFF21...0xFF3A: return .letters(UInt8(truncatingIfNeeded: scalar.value - 0xFF21 + 0x61), nil)
        case 0xFF41...0xFF5A: return .letters(UInt8(truncatingIfNeeded: scalar.value - 0xFF41 + 0x61), nil)
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .other(scalar.properties.lowercaseMapping)
        case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
            return .other(String(scalar))
        default: return .separator
        }
    }
}
