internal import ContactModel

extension FamilyNames {
    /// Whether two names are those of different families: no word of one's family name stands anywhere in the other, or is short for a word
    /// there.
    ///
    /// Who took a second name, dropped one, swapped the halves or is shown with an initial disagrees with nobody; nor do names in scripts
    /// that can't be compared, or a name of which only one half is known.
    static func disagree(_ one: PersonName, _ other: PersonName) -> Bool {
        let (ours, theirs) = (words(of: one.family), words(of: other.family))
        guard !ours.isEmpty, !theirs.isEmpty, isLatin(ours) == isLatin(theirs) else { return false }
        let (allOurs, allTheirs) = (ours + words(of: one.given), theirs + words(of: other.given))
        return !ours.contains { word in allTheirs.contains { isSame(word, $0) } }
            && !theirs.contains { word in allOurs.contains { isSame(word, $0) } }
    }

    /// The words of a name's half that tell families apart, with one spelling of umlauts; credentials behind a comma are none.
    private static func words(of half: String?) -> [[UInt8]] {
        guard let half = half?.split(separator: ",").first else { return [] }
        let folded = FoldedWords(String(half))
        let all = (0..<folded.count).map { Transliteration.normalized(folded[$0]) }
        let telling = all.filter { !particles.contains($0[...]) }
        return telling.isEmpty ? all : telling
    }

    private static func isLatin(_ words: [[UInt8]]) -> Bool { words.allSatisfy { $0.allSatisfy { $0 < 0x80 } } }

    /// Whether two words are one name: the same, an initial, or one with an ending the other has not ("Petrov", "Petrova").
    private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return long.starts(with: short) && (short.count == 1 || long.count - short.count <= (short.count > 3 ? 2 : 0))
    }

    private static let particles = WordTable(
        """
        de da do dos das di du del della dela degli van von der den ten ter zu zum zur vom af av al el la le les bin ibn bint ben abu st san
        """
    )
}
