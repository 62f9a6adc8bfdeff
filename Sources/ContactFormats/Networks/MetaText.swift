import TextMatching

/// Texts of Meta's hand-outs (Facebook, Instagram).
///
/// Their JSON writes every byte of a text's UTF-8 as a character of its own: `Z\u00c3\u00bcrich` is Zürich.
enum MetaText {
    /// The text with its letters put together again; as it is where it isn't such a text.
    static func mended(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x80 }), text.unicodeScalars.allSatisfy({ $0.value < 0x100 }) else {
            return text
        }
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        return String(validating: bytes, as: UTF8.self) ?? text
    }

    /// The mended text as it goes into a card; `nil` where nothing is left.
    static func tidy(_ text: String?) -> String? {
        text.flatMap { TextNormalization.tidy(mended($0)) }.map(TextNormalization.nfc)
    }
}
