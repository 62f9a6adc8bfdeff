/// Names in other scripts than the domain's: by what they are in Latin letters, and how they sound.
extension CompanyDomainFit {
    /// How a name in another script fits, by its Latin spelling.
    static func transliterated(_ name: FoldedWords, _ core: Range<Int>, _ letters: [UInt8]) -> CompanyDomainFit? {
        let label = Transliteration.normalized(letters)
        guard label.count >= 2, label.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = core.map { index -> [UInt8] in
            // Ideographs behind kana name the trade: トヨタ自動車 is Toyota.
            Array(Transliteration.latin(String(decoding: name[index], as: UTF8.self)).utf8.prefix { $0 < 0x80 })
        }
        if let fit = eastAsian(String(decoding: name.joined(core), as: UTF8.self), letters) { return fit }
        let joined = words.flatMap(\.self)
        if joined == label || heard(joined) == heard(label) { return .exactName }
        // "CJ제일제당": Latin letters run into others.
        for index in core {
            let head = name[index].prefix { $0 < 0x80 }
            if head.count >= 2, head.count < name[index].count, head.elementsEqual(letters) { return .nameBeginsWithLabel }
        }
        for word in words where word.count >= 4 && !GenericWords.tellsNothing(word[...]) && !genericSpelled.contains(word[...]) {
            if word == label { return .nameBeginsWithLabel }
            if label.starts(with: word) { return .labelBeginsWithWord }
            if sounds(word, as: label) { return .nameBeginsWithLabel }
            if word.count >= 5, label.holds(word) { return .wordInsideLabel }
            let common = zip(word, label).prefix { $0 == $1 }.count
            // Endings of grammar and of another language's spelling: "Касперского" and `kaspersky`, パナソニック and `panasonic`.
            if common >= 6, common + 3 >= label.count { return .nameBeginsWithLabel }
        }
        if words.count > 1, label.elementsEqual(words.compactMap(\.first)) { return .acronym }
        // "Банк ВТБ", `vtb`: short, but all that is not generic. "Райффайзенбанк", `raiffeisen`.
        let telling = words.filter { !GenericWords.tellsNothing($0[...]) && !genericSpelled.contains($0[...]) && !$0.isEmpty }
        if telling.count == 1, let word = telling.first {
            if word == label, word.count >= 2, words.count > 1 { return .nameBeginsWithLabel }
            let head = Array(word.dropLast(4))
            if head.count >= 4, word.suffix(4).elementsEqual("bank".utf8), head == label || head.count >= 6 && sounds(head, as: label) {
                return .nameBeginsWithLabel
            }
        }
        guard label.count >= 3 else { return nil }
        if words.count > 1, label.count == words.count + 1, givesInitials(label[...], words.map { $0[...] }[...], extra: 1) {
            return .acronym
        }
        // "Банка ДСК", `dskbank.bg`.
        for word in words where word.count >= 3 && label.count > word.count && label.starts(with: word) {
            if namesKind(label.dropFirst(word.count)) { return .labelBeginsWithWord }
        }
        if sounds(joined, as: label) { return .exactName }
        return romanized(name.text(core), label)
    }

    /// A romanised word as it is heard: `c` is `k`, `l` is `r`, a final `h` is silent. `riko` is Ricoh.
    static func heard(_ word: [UInt8]) -> [UInt8] {
        var heard = word.map { letter -> UInt8 in
            switch letter {
            case UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "k")
            case UInt8(ascii: "l"): UInt8(ascii: "r")
            default: letter
            }
        }
        if heard.last == UInt8(ascii: "h") { heard.removeLast() }
        return heard
    }

    /// Words many companies have in their names, beside those of `GenericWords`, as `Transliteration` spells them: τράπεζα, комбинат, завод.
    private static let genericSpelled = WordTable("trapeza kombinat zavod")

    /// How a name fits whose script has no table here: 海尔集团 is `haier`, 比亚迪 `byd`, გალთი `galt`.
    static func romanized(_ name: String, _ label: [UInt8]) -> CompanyDomainFit? {
        let syllables = Transliteration.romanized(name)
        let pieces = syllables.map { Transliteration.normalized($0) }
        guard !pieces.isEmpty else { return nil }
        if pieces.count == 1 { return soundsWithoutArticle(pieces[0], as: label) ? .exactName : nil }
        // Scripts that part words: شركة سابك is `sabic`. Chinese has none, and its syllables are too short to be heard alone.
        if !name.unicodeScalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
            if label.count >= 4, let word = pieces.first(where: { soundsWithoutArticle($0, as: label) }) {
                return word == pieces[0] ? .nameBeginsWithLabel : .wordInsideLabel
            }
            if sounds(pieces.flatMap(\.self), as: label) { return .exactName }
            return nil
        }
        // Syllables, of which a company takes the first ones; a town and "city" may stand before them.
        for start in 0..<min(pieces.count - 1, 4) {
            var joined: [UInt8] = []
            for piece in pieces[start...] {
                joined += piece
                if joined.count >= (start == 0 ? 4 : 6), label.starts(with: joined), joined.count > piece.count {
                    if joined.count == label.count { return .nameBeginsWithLabel }
                    if namesKind(label.dropFirst(joined.count)) { return .labelBeginsWithWord }
                }
            }
        }
        let initials = syllables.flatMap { Transliteration.normalized($0.prefix(1)) }
        return label.count >= 3 && label.count <= 5 && initials.starts(with: label) ? .acronym : nil
    }

    /// The same, with or without the Arabic or Hebrew article before the word.
    static func soundsWithoutArticle(_ word: [UInt8], as label: [UInt8]) -> Bool {
        if sounds(word, as: label) { return true }
        guard word.count > 5 else { return false }
        if word.starts(with: "al".utf8) { return sounds(Array(word.dropFirst(2)), as: label) }
        return word.first == UInt8(ascii: "h") && sounds(Array(word.dropFirst()), as: label)
    }

    /// Whether two Latin spellings have the same consonants in the same order, for what other alphabets don't tell apart: `merukari` is
    /// Mercari, `kiivstar` Kyivstar, `matsuda` Mazda.
    static func sounds(_ word: [UInt8], as label: [UInt8]) -> Bool {
        // A final `h` is silent: הדסה is `hadassah`.
        func withoutFinalH(_ word: [UInt8]) -> [UInt8] { word.count > 3 && word.last == UInt8(ascii: "h") ? Array(word.dropLast()) : word }
        let (one, other) = (Transliteration.consonants(withoutFinalH(word)), Transliteration.consonants(withoutFinalH(label)))
        // What Korean and Arabic have one letter for: `peu` of Krafton is an `f`.
        func merged(_ sounds: [UInt8]) -> [UInt8] { sounds.map { $0 == UInt8(ascii: "p") ? UInt8(ascii: "h") : $0 } }
        guard one == other || one.count >= 4 && merged(one) == merged(other) else { return false }
        return one.count >= 4 || one.count == 3 && Transliteration.isVowel(word.first) == Transliteration.isVowel(label.first)
    }
}
