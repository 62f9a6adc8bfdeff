/// Abbreviations that pass over some of a name's words or take letters out of compound ones: Corporación Nacional del Ejemplo, `conaejem`;
/// Beispieler Kantonalbank, `bekb`.
extension CompanyDomainFit {
    /// Whether letters are an abbreviation of a name that is hardly by chance.
    ///
    /// Every letter of the label has to be found in the name's words in their order. What it is found as speaks for it by how seldom a
    /// stranger's would be there, what is passed over speaks against. The bar was set on 1,300 companies of the labelled sets and 3,000
    /// more: of 400,000 pairs of one's name and another's domain 0.006 % reach it, and of the companies no other rule knew a quarter do.
    static func isAbbreviation(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
        // A cell may hold a page of text; nobody abbreviates it.
        guard (3...14).contains(letters.count), core.count <= 20 else { return false }
        // The beginning of one word out of several is any word's: Intelligent Samples is not `intel`.
        if core.count > 1, core.contains(where: { name[$0].starts(with: letters) }) { return false }
        return evidence(that: letters, abbreviate: name, core) >= Evidence.enough
    }

    /// How much the letters of an abbreviation weigh, in hundredths of an initial.
    private enum Evidence {
        /// A word's first letter.
        static let initial = 100
        /// A further one right behind those taken: `example` by `exa`.
        static let following = 75
        /// One from within a long word, where a compound's second part may begin: `kantonalbank` by `kb`.
        static let within = 35
        /// A word that gives no letter.
        static let passedOver = -60
        /// The first word, if it gives none and others than many companies have it.
        static let firstPassedOver = -120
        /// Three initials, or the first four letters of a word.
        static let enough = 300
    }

    /// The weightiest way to find the letters in the words; far below 0 where there is none.
    private static func evidence(that letters: [UInt8], abbreviate name: FoldedWords, _ core: Range<Int>) -> Int {
        let impossible = Int.min / 2
        // By how many letters are found.
        var best = [Int](repeating: impossible, count: letters.count + 1)
        best[0] = 0
        for index in core {
            let word = name[index]
            let isLight = word.count == 1 || smallWords.contains(word)
            let isFirst = index == core.lowerBound && !GenericWords.tellsNothing(word)
            let loss = isLight ? 0 : isFirst ? Evidence.firstPassedOver : Evidence.passedOver
            var next = best.map { $0 + loss }
            for start in letters.indices where best[start] > impossible / 2 && isInitial(letters[start], of: word) {
                // "d'Eau": what is behind the article.
                let word = letters[start] == word.first ? word : word.dropFirst()
                let common = zip(letters.dropFirst(start), word).prefix { $0 == $1 }.count
                for taken in 1...common {
                    let weight = best[start] + Evidence.initial + (taken - 1) * Evidence.following
                    next[start + taken] = max(next[start + taken], weight)
                    for (more, end) in within(word, behind: taken, letters, from: start + taken) {
                        next[end] = max(next[end], weight + more * Evidence.within)
                    }
                }
            }
            best = next
        }
        return best[letters.count]
    }

    /// How many letters, three at most, are found within a long word, and where the letters found so end.
    private static func within(
        _ word: ArraySlice<UInt8>,
        behind taken: Int,
        _ letters: [UInt8],
        from start: Int
    ) -> [(count: Int, end: Int)] {
        guard word.count >= 9 else { return [] }
        var rest = word.dropFirst(taken + 1)
        var found: [(count: Int, end: Int)] = []
        for offset in 0..<3 where start + offset < letters.count {
            guard let place = rest.firstIndex(of: letters[start + offset]) else { break }
            rest = rest[(place + 1)...]
            found.append((offset + 1, start + offset + 1))
        }
        return found
    }
}
