/// A company's name reduced to what tells it from another company's.
public enum CompanyName {
    /// The name without legal form, case, accents and punctuation: `Müller & Söhne GmbH & Co. KG` is `muller sohne`.
    ///
    /// For deciding whether two cells mean the same company; never for showing. Words are separated by one space; a leading "the", the
    /// legal forms of some seventy countries at the end (and some in front: `PT`, `ООО`, `株式会社`, "GmbH Müller") and the connectives
    /// "&", "+", "and", "und", "et" are left out. Scripts other than Latin keep their letters in lower case.
    /// The result is empty only for blank text: where nothing would be left ("CO", "The Company", "!!!") everything stays.
    public static func core(_ company: String) -> String {
        let (words, range) = core(of: FoldedWords(company))
        if !range.isEmpty { return words.text(range) }
        if words.count > 0 { return words.text }
        return company.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    /// What is the same for two names of one company, and for two companies almost never; `nil` for a name too general to tell.
    ///
    /// Beyond `core` it takes usual abbreviations for what they stand for ("Intl", "Mfg", "Bros"), `ue` for `ü`, Cyrillic and Greek for
    /// their Latin spelling, "Data Example" for "DataExample", and initials everybody knows for their company ("IBM"). Never for showing.
    /// Nothing is told by another name of one or two Latin letters, or made of words that many companies have ("Consulting Group"); and a
    /// pseudo-company is none.
    public static func identity(_ company: String) -> String? {
        let (words, core) = core(of: FoldedWords(company))
        guard !core.isEmpty, !PseudoCompany.isPseudo(company) else { return nil }
        guard core.contains(where: { !GenericWords.contains(words[$0]) }) else { return nil }
        var key: [UInt8] = []
        key.reserveCapacity(words.bytes.count)
        for index in core {
            let word = words[index]
            if let place = Abbreviations.short.index(of: word) {
                key.append(contentsOf: Abbreviations.long[place])
            } else if word.contains(where: { $0 >= 0x80 }) {
                key.append(contentsOf: Transliteration.latin(String(decoding: word, as: UTF8.self)).utf8)
            } else {
                key.append(contentsOf: Transliteration.normalized(word))
            }
        }
        let text = String(decoding: key, as: UTF8.self)
        return KnownInitials.name[text] ?? (key.count > 2 ? text : nil)
    }

    /// The words without affixes that are written without a space, and which of them are the name itself; none only where there are none.
    static func core(of words: FoldedWords) -> (words: FoldedWords, range: Range<Int>) {
        var words = words
        if let first = words.bytes.first, let last = words.bytes.last, first >= 0x80 || last >= 0x80 {
            words.removeAffixes(LegalForm.affixes)
        }
        let all = 0..<words.count
        var range = all
        narrowing: while range.count > 1 {
            let last = words[range.upperBound - 1]
            if LegalForm.lastWords.contains(last) {
                for length in stride(from: min(6, range.count - 1), through: 2, by: -1) {
                    let candidate = range.upperBound - length..<range.upperBound
                    if LegalForm.phrases.contains(words.text(candidate)) {
                        range = range.lowerBound..<candidate.lowerBound
                        continue narrowing
                    }
                }
            }
            guard LegalForm.suffixes.contains(last) else { break }
            range = range.lowerBound..<range.upperBound - 1
        }
        while range.count > 1 {
            let first = words[range.lowerBound]
            guard first.elementsEqual("the".utf8) || LegalForm.prefixes.contains(first) else { break }
            range = range.lowerBound + 1..<range.upperBound
        }
        // "The Company" must not become "the", nor "AB Inc" anything less than itself.
        if range.count == 1, words.count > 1 {
            let rest = words[range.lowerBound]
            if rest.elementsEqual("the".utf8) || LegalForm.suffixes.contains(rest) || LegalForm.prefixes.contains(rest) {
                return (words, all)
            }
        }
        return (words, range)
    }
}
