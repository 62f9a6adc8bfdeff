import TextMatching

/// Bytes of UTF-8 brought to small ASCII letters, as far as letters of one script stand for those of another.
///
/// Latin letters lose their diacritics, Greek and Cyrillic ones are transliterated; other scripts stay as they are. Sixty-four bits hold
/// what one scalar becomes, so that a million names are folded without making a string.
struct LetterFolding {
    /// What each scalar below `tableEnd` becomes: up to seven bytes, the first in the lowest bits; 0 for nothing, `space` for what parts words.
    private let table: [UInt64]
    static let tableEnd: UInt32 = 0x530
    static let space: UInt64 = 0x20

    /// The one table there is; it is a constant computed once.
    static let standard = LetterFolding()

    private init() {
        var table = [UInt64](repeating: 0, count: Int(Self.tableEnd))
        for value in 0x80..<Self.tableEnd {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = Self.transliteration(of: value) ?? TextFolding.folded(String(Character(scalar)))
            var packed: UInt64 = 0
            for (place, byte) in text.utf8.prefix(7).enumerated() {
                packed |= UInt64(byte) << UInt64(8 * place)
            }
            // The signs that soften or harden the letter before them part no words.
            let isSign = value == 0x42A || value == 0x42C || value == 0x44A || value == 0x44C
            let isMark = 0x300...0x36F ~= value || value == 0xAD || isSign
            table[Int(value)] = packed == 0 && !isMark ? Self.space : packed
        }
        self.table = table
    }

    /// What a scalar becomes; `nil` where the table does not reach.
    @inline(__always)
    func packed(_ value: UInt32) -> UInt64? {
        value < Self.tableEnd ? table[Int(value)] : nil
    }

    private static let cyrillic = Array(
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(
            separator: " "
        ).map(String.init))
    private static let greek = Array(
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(separator: " ").map(String.init))

    /// Cyrillic and Greek letters in Latin ones, as passports spell them (ICAO 9303 for Cyrillic, ISO 843 for Greek, simplified).
    private static func transliteration(of value: UInt32) -> String? {
        switch value {
        case 0x410...0x42F: return cyrillic[Int(value - 0x410)].replacing("_", with: "")
        case 0x430...0x44F: return cyrillic[Int(value - 0x430)].replacing("_", with: "")
        case 0x401, 0x451, 0x404, 0x454: return "e"
        case 0x406, 0x456, 0x407, 0x457: return "i"
        case 0x490, 0x491: return "g"
        case 0x408, 0x458: return "j"
        case 0x409, 0x459: return "lj"
        case 0x40A, 0x45A: return "nj"
        case 0x402, 0x452: return "dj"
        case 0x40B, 0x45B: return "c"
        case 0x40F, 0x45F: return "dz"
        case 0x391...0x3A1: return greek[Int(value - 0x391)]
        case 0x3A3...0x3A9: return greek[Int(value - 0x391)]
        case 0x3B1...0x3C9: return greek[Int(value - 0x3B1)]
        case 0x3AC: return "a"
        case 0x3AD: return "e"
        case 0x3AE, 0x3AF: return "i"
        case 0x3CC, 0x3CE: return "o"
        case 0x3CD: return "y"
        default: return nil
        }
    }
}
