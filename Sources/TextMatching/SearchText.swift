/// Text made ready for a full-text index, and what a person types made ready for asking it.
///
/// Made for SQLite's `unicode61` tokenizer, which parts words at everything that is no letter or digit. Both sides fold alike, so what is
/// found does not depend on the tokenizer's own idea of case and diacritics.
public enum SearchText {
    /// The text as it goes into the index: folded, each ideograph, kana and Hangul syllable a word of its own, so that a phrase finds any
    /// part of a name; Arabic letters that languages and keyboards write otherwise are one (`ArabicWords`).
    ///
    /// It stands there once more with the second spelling of `ä ö ü ø å` (`ae oe ue oe aa`) where there are such letters, `Müller` gives
    /// `muller mueller`; and once more without the Arabic article where a word has it, `الحداد` gives `الحداد حداد`.
    public static func searchText(_ text: String) -> String {
        // ASCII has neither words of one character nor second spellings.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return TextFolding.folded(text) }
        let first = prepared(text)
        var forms = [first]
        if let respelled = respelled(text) { forms.append(prepared(respelled)) }
        let bare = ArabicWords.withoutArticles(first)
        if bare != first { forms.append(bare) }
        return forms.count == 1 ? first : forms.joined(separator: " ")
    }

    /// Words in a row, in the form in which they stand in every `searchText` that has them.
    public static func phrase(_ text: String) -> String { ArabicWords.withoutArticles(prepared(text)) }

    /// What a person typed, as phrases that must all be found.
    ///
    /// Words between quotes are one phrase; any other word is one by itself, and of several words where the index parts it
    /// (`ada@example.com`, `東京`). The last phrase is still being typed, so its last word is a prefix, unless a space or a quote ends it.
    public static func searchTerms(_ query: String) -> [SearchTerm] {
        var terms: [SearchTerm] = []
        var part = ""
        var isQuoted = false
        func finish(isPrefix: Bool) {
            let words = words(part)
            if !words.isEmpty { terms.append(SearchTerm(words: words, isPrefix: isPrefix)) }
            part = ""
        }
        for scalar in query.unicodeScalars {
            if isQuote(scalar) {
                finish(isPrefix: false)
                isQuoted.toggle()
            } else if !isQuoted, scalar.properties.isWhitespace {
                finish(isPrefix: false)
            } else {
                part.unicodeScalars.append(scalar)
            }
        }
        finish(isPrefix: true)
        return terms
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "”", "„", "«", "»": true
        default: false
        }
    }

    private static func words(_ text: String) -> [String] {
        phrase(text).unicodeScalars.split(whereSeparator: partsWords).map(String.init)
    }

    /// Whether a sign of folded text stands between words of the index.
    static func partsWords(_ scalar: Unicode.Scalar) -> Bool { " @._+-'".unicodeScalars.contains(scalar) }

    /// Folded, in the letters and the words of the index.
    private static func prepared(_ text: String) -> String { ArabicWords.inOneSpelling(spaced(TextFolding.folded(text))) }

    /// Folded text with a space on either side of each character that is a word by itself.
    private static func spaced(_ folded: String) -> String {
        guard folded.unicodeScalars.contains(where: isWord) else { return folded }
        var text = String.UnicodeScalarView()
        var isAfterWord = false
        for scalar in folded.unicodeScalars {
            let isWord = isWord(scalar)
            if isWord || isAfterWord, scalar != " ", let last = text.last, last != " " { text.append(" ") }
            text.append(scalar)
            isAfterWord = isWord
        }
        return String(text)
    }

    /// Ideographs, kana, bopomofo, Hangul syllables: scripts that put no space between words.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// The text with `ä ö ü ø å` spelled with two letters; `nil` where there is none of them.
    private static func respelled(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        var respelled = String.UnicodeScalarView()
        var isChanged = false
        for scalar in TextNormalization.nfc(text).unicodeScalars {
            if let letters = secondSpelling(scalar) {
                respelled.append(contentsOf: letters.unicodeScalars)
                isChanged = true
            } else {
                respelled.append(scalar)
            }
        }
        return isChanged ? String(respelled) : nil
    }

    private static func secondSpelling(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "ä", "Ä": "ae"
        case "ö", "Ö", "ø", "Ø": "oe"
        case "ü", "Ü": "ue"
        case "å", "Å": "aa"
        default: nil
        }
    }
}

/// A phrase to be found.
public struct SearchTerm: Hashable, Sendable {
    /// Its words, folded, as the index has them: letters and digits only. Never empty, nor is any word.
    public var words: [String]
    /// Whether the last word may go on.
    public var isPrefix: Bool

    /// Makes a term.
    public init(words: [String], isPrefix: Bool) {
        self.words = words
        self.isPrefix = isPrefix
    }
}
