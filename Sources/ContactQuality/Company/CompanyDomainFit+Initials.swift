/// Short names made of a company's words: their initials, their beginnings, some of them.
extension CompanyDomainFit {
    /// Whether the letters are the words' first ones, of all words or of all but the small ones ("of", "de").
    static func isAcronym(_ letters: [UInt8], of name: FoldedWords, _ range: Range<Int>) -> Bool {
        if letters.count == range.count, zip(letters, range).allSatisfy({ isInitial($0, of: name[$1]) }) { return true }
        // Only small words may lack, so the first letters must agree: nearly always they do not.
        guard letters.count < range.count, letters.count >= 2, range.contains(where: { isInitial(letters[0], of: name[$0]) }) else {
            return false
        }
        let weighty = range.filter { !smallWords.contains(name[$0]) }
        guard weighty.count > 1 else { return false }
        // Long names are often cut: of six partners four stand in the domain.
        guard weighty.count == letters.count || letters.count >= 4 && weighty.count > letters.count else { return false }
        return zip(letters, weighty).allSatisfy { isInitial($0, of: name[$1]) }
    }

    /// Whether a letter is a word's first one; of one with an article run into it, the first behind that: "d'Électricité" is E.
    static func isInitial(_ letter: UInt8, of word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        if first == letter { return true }
        guard first == UInt8(ascii: "d") || first == UInt8(ascii: "l"), word.count >= 5, let second = word.dropFirst().first else {
            return false
        }
        return second == letter && (second == UInt8(ascii: "h") || Transliteration.isVowel(second))
    }

    /// Initials of words of which long ones are made of several: Universitätsspital Sample, `uss`; Österreichische Musterbahnen, `oemb`.
    ///
    /// Each word gives its first letter, in order, `oe` where an umlaut is spelled so; those of eight letters or more may give further ones,
    /// two in all.
    static func isAcronymOfCompounds(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
        let words = core.filter { !smallWords.contains(name[$0]) }.map { name[$0] }
        guard letters.count > words.count, letters.count >= 3, letters.count <= min(5, words.count + 2), letters.first == words.first?.first
        else { return false }
        return givesInitials(letters[...], words[...], extra: letters.count - words.count)
    }

    /// Whether letters are the first ones of all words in their order, and as many more as `extra` says from within long words.
    static func givesInitials(_ letters: ArraySlice<UInt8>, _ words: ArraySlice<ArraySlice<UInt8>>, extra: Int) -> Bool {
        guard let word = words.first else { return letters.isEmpty }
        guard let letter = letters.first, letter == word.first else { return false }
        let (behind, others) = (letters.dropFirst(), words.dropFirst())
        if givesInitials(behind, others, extra: extra) { return true }
        guard extra > 0, let second = behind.first else { return false }
        let isDigraph = second == UInt8(ascii: "e") && word.dropFirst().first == second
        guard isDigraph || word.count >= 8 && word.dropFirst(2).contains(second) else { return false }
        if givesInitials(behind.dropFirst(), others, extra: extra - 1) { return true }
        guard extra > 1, let third = behind.dropFirst().first, word.count >= 8, let place = word.dropFirst(2).firstIndex(of: second) else {
            return false
        }
        return word[(place + 1)...].contains(third) && givesInitials(behind.dropFirst(2), others, extra: extra - 2)
    }

    /// The label is made of beginnings of all words, of one letter at least: Sample Petroleum Company, `sapeco`; Zeppos Yannis, `zeya`.
    ///
    /// Word by word, by how many letters can be spelled so far: a cell may hold a page of text, and trying each way would never end.
    static func isMadeOfAllBeginnings(_ letters: [UInt8], of name: FoldedWords, _ words: some Collection<Int>, least: Int) -> Bool {
        guard words.count <= letters.count else { return false }
        var spelled: Set<Int> = [0]
        for index in words {
            var longer: Set<Int> = []
            for end in spelled {
                let common = zip(letters.dropFirst(end), name[index]).prefix { $0 == $1 }.count
                if common >= least { longer.formUnion(end + least...end + common) }
            }
            if longer.isEmpty { return false }
            spelled = longer
        }
        return spelled.contains(letters.count)
    }

    /// The label is some of the name's words in their order: El Sample Airlines of Muster, `elsampleairlines`.
    static func isMadeOfWords(_ letters: [UInt8], of name: FoldedWords, _ words: Range<Int>) -> Bool {
        var spelled: Set<Int> = [0]
        for index in words {
            for end in spelled where letters.dropFirst(end).starts(with: name[index]) { spelled.insert(end + name[index].count) }
        }
        return spelled.contains(letters.count)
    }

    /// Articles, prepositions and connectives, which initials may pass over.
    static let smallWords = WordTable(
        """
        of for the in on at to de la le les des du del della dello delle dei degli dell di da do dos das d l der die den dem fur fuer zur
        zum van het von y e i a und and et och og ja ve w we na za z bin ibn ul al el los las een pour para per por com
        en im am voor aan op bij till til av af au aux sur con ed pri hl
        """
    )

    /// Initials of the first words and the others in full: Guaranty Trust Bank, `gtbank`; or all initials and a word for the kind of company,
    /// as in `fcagroup`.
    static func isMadeOfInitialsAndWords(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
        guard letters.count >= 4, letters.first == name[core.lowerBound].first else { return false }
        for split in core.dropFirst() where split < core.upperBound {
            let rest = name.joined(split..<core.upperBound)
            guard letters.count > rest.count, rest.count >= 4, letters.suffix(rest.count).elementsEqual(rest) else { continue }
            // All words before it, or all but the small ones: Agricultural Bank of China, `abchina`.
            let before = core.lowerBound..<split
            let initials = letters.dropLast(rest.count)
            if initials.elementsEqual(before.lazy.compactMap { name[$0].first }) { return true }
            if initials.elementsEqual(before.lazy.filter { !smallWords.contains(name[$0]) }.compactMap { name[$0].first }) { return true }
        }
        guard core.count >= 2 else { return false }
        for tail in kinds where letters.count - tail.count >= 3 && letters.suffix(tail.count).elementsEqual(tail) {
            if isAcronym(Array(letters.dropLast(tail.count)), of: name, core) { return true }
        }
        return false
    }

    /// Beginnings of two or more of the first words, of three letters at least each: Mottram Macdougall, `motmac`. Small words between them
    /// may lack.
    static func isMadeOfBeginnings(_ letters: ArraySlice<UInt8>, of name: FoldedWords, _ rest: Range<Int>, parts: Int) -> Bool {
        if letters.isEmpty { return parts >= 2 }
        guard parts < 4 else { return false }
        for index in rest {
            let word = name[index]
            var common = zip(letters, word).prefix { $0 == $1 }.count
            // The longest beginning first, and no fewer than three letters.
            while common >= min(3, word.count), common > 0 {
                if isMadeOfBeginnings(letters.dropFirst(common), of: name, index + 1..<rest.upperBound, parts: parts + 1) { return true }
                common -= 1
            }
            guard parts > 0, smallWords.contains(word) else { return false }
        }
        return false
    }
}
