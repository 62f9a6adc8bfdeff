/// Words in Arabic letters, as they are looked for: Arabic, Persian and Urdu write the same letters otherwise, and the article comes and goes.
enum ArabicWords {
    /// Folded text with the letters that are one to whoever looks for somebody: the yeh of Persian and Urdu and the final one without dots
    /// (`ی ى ے`) are `ي`, the kaf of both (`ک`) is `ك`, heh of any form and the feminine ending (`ة ہ ھ`) are `ه`, the joining alef is `ا`.
    ///
    /// Vowels, lengthening strokes and the hamzas on alef, waw and yeh are gone from folded text already.
    static func inOneSpelling(_ folded: String) -> String {
        guard mayHold(folded) else { return folded }
        var text = String.UnicodeScalarView()
        for scalar in folded.unicodeScalars { text.append(oneSpelling(scalar)) }
        return String(text)
    }

    /// Folded text without the article at the beginning of any word: `الحداد`, `والحداد` and `للحداد` are `حداد`.
    ///
    /// Two letters at least are left over, three behind `وال` and `لل`, which begin other words too (`والد`); the name of God keeps its own.
    static func withoutArticles(_ text: String) -> String {
        guard mayHold(text) else { return text }
        var bare = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            let word = rest.prefix { !SearchText.partsWords($0) }
            rest = rest[word.endIndex...]
            bare.append(contentsOf: withoutArticle(word))
            if let sign = rest.popFirst() { bare.append(sign) }
        }
        return String(bare)
    }

    private static func withoutArticle(_ word: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        guard word.count > 3, !word.elementsEqual("\u{627}\u{644}\u{644}\u{647}".unicodeScalars) else { return word }
        for (article, rest) in articles where word.starts(with: article) && word.count >= article.count + rest {
            return word.dropFirst(article.count)
        }
        return word
    }

    /// The articles, each with how many letters have to follow: `وال` (and the), `لل` (to the), `ال` (the).
    private static let articles: [(article: String.UnicodeScalarView, rest: Int)] = [
        ("\u{648}\u{627}\u{644}".unicodeScalars, 3), ("\u{644}\u{644}".unicodeScalars, 3), ("\u{627}\u{644}".unicodeScalars, 2),
    ]

    private static func oneSpelling(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x649, 0x6CC, 0x6D2: "\u{64A}"
        case 0x6A9, 0x6AA: "\u{643}"
        case 0x629, 0x6BE, 0x6C1, 0x6C3, 0x6D5: "\u{647}"
        case 0x671: "\u{627}"
        default: scalar
        }
    }

    /// Whether Arabic letters may be in it: their first byte in UTF-8 is one of a few.
    private static func mayHold(_ text: String) -> Bool { text.utf8.contains { 0xD8...0xDB ~= $0 } }
}
