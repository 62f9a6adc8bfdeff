import Testing
import TextMatching

/// Compares scalar by scalar: Swift's own `==` takes composed and decomposed texts for equal.
func scalars(_ text: String?) -> [UInt32]? {
    text?.unicodeScalars.map(\.value)
}

@Suite struct TextNormalizationTests {
    @Test(arguments: [
        ("", ""), ("Ada", "Ada"), ("Zoe\u{308}", "Zoë"), ("Zoë", "Zoë"), ("A\u{30A}", "Å"), ("\u{212B}", "Å"),
        ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{1100}\u{1161}", "가"), ("가\u{11A8}", "각"),
        ("ệ", "ệ"), ("e\u{323}\u{302}", "ệ"), ("Й", "Й"), ("и\u{306}", "й"), ("👩‍💻", "👩‍💻"), ("\u{37E}", ";"), ("𝓐", "𝓐"), ("ﬁ", "ﬁ"),
        ("\u{2126}", "Ω"), ("שָׁלוֹם", "שָׁלוֹם"), ("\u{3B1}\u{301}", "ά"), ("Ελένη", "Ελένη"),
    ])
    func `composed text is one scalar a letter`(text: String, composed: String) {
        #expect(scalars(TextNormalization.nfc(text)) == scalars(composed))
        #expect(scalars(TextNormalization.nfc(composed)) == scalars(composed))
    }

    @Test(arguments: [
        ("Ada", "Ada"), (" Ada ", "Ada"), ("Ada  Example", "Ada Example"), ("Ada\tExample\r\n", "Ada Example"),
        ("\u{A0}Ada\u{A0}\u{2003}Example\u{3000}", "Ada Example"), ("one\u{2028}two\u{85}three", "one two three"),
        ("\u{FEFF}Ada\u{200B}", "Ada"), ("\u{202B}עדה\u{202C}", "עדה"), ("\u{200E} Ada\u{200F} ", "Ada"), ("Ada \u{200E}", "Ada"),
        ("\u{2068}Ada\u{2069}", "Ada"), ("عدا \u{200F}(x)", "عدا \u{200F}(x)"), ("Ada \u{200E} Bo", "Ada Bo"), ("👩‍💻", "👩‍💻"),
        (" 👩‍💻 dev ", "👩‍💻 dev"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("a\u{200E}b", "a\u{200E}b"), ("a\u{0}b\u{7}", "ab"), ("Ada\u{200D} Example", "Ada Example"), ("é", "é"), ("e\u{301}", "e\u{301}"),
        ("-", "-"), ("😀\u{FE0F}", "😀\u{FE0F}"),
    ])
    func `tidy text has no stray space and no mark at its ends`(text: String, tidy: String) {
        #expect(scalars(TextNormalization.tidy(text)) == scalars(tidy))
        #expect(scalars(TextNormalization.tidy(tidy)) == scalars(tidy))
    }

    @Test(arguments: ["", " ", "\t\r\n", "\u{A0}", "\u{FEFF}", "\u{200B}\u{200E} \u{202C}", "\u{0}\u{7F}\u{9D}"])
    func `a text of nothing visible is none`(text: String) {
        #expect(TextNormalization.tidy(text) == nil)
    }
}
