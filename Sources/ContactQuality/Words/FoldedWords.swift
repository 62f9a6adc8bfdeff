/// A text's words, folded for comparison: letters and digits in lower case, Latin letters without their marks.
///
/// Points and apostrophes join ("S.p.A." is `spa`, "O'Neil" is `oneil`), everything else that is no letter, mark or digit separates.
/// "&", "+", "and", "und" and "et" between two words are left out and remembered. Scripts other than Latin keep their letters.
struct FoldedWords {
    /// How letters with an umlaut or a ring are written without it.
    enum Umlauts {
        /// `ü` is `u`: "muller".
        case plain
        /// `ü` is `ue`: "mueller", as German, Danish, Norwegian and Swedish names write themselves in ASCII.
        case digraphs
    }

    /// The words' UTF-8, one behind the other without separators.
    private(set) var bytes: [UInt8] = []
    /// Where each word begins in `bytes`; ascending, and no word is empty.
    private(set) var starts: [Int] = []
    /// The indexes of the words that had a connective before them.
    private(set) var connectives: [Int] = []
    /// Whether a letter was met that `Umlauts.digraphs` writes differently.
    private(set) var hasUmlauts = false

    /// Folds a text.
    init(_ text: String, umlauts: Umlauts = .plain) {
        bytes.reserveCapacity(text.utf8.count)
        starts.reserveCapacity(8)
        var isInWord = false
        for scalar in text.unicodeScalars {
            var letter: UInt8
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: letter = UInt8(truncatingIfNeeded: scalar.value)
            case 0x41...0x5A: letter = UInt8(truncatingIfNeeded: scalar.value | 0x20)
            case 0x2E, 0x27, 0x60: continue
            case 0..<0x80:
                if isInWord { endWord() }
                isInWord = false
                if scalar.value == 0x26 || scalar.value == 0x2B { noteConnective() }
                continue
            default:
                switch LatinLetter.folded(scalar, umlauts: umlauts, hasUmlauts: &hasUmlauts) {
                case .nothing: continue
                case .separator:
                    if isInWord { endWord() }
                    isInWord = false
                    continue
                case .letters(let first, let second):
                    letter = first
                    if let second {
                        if !isInWord { starts.append(bytes.count) }
                        isInWord = true
                        bytes.append(first)
                        letter = second
                    }
                case .other(let text):
                    if !isInWord { starts.append(bytes.count) }
                    isInWord = true
                    bytes.append(contentsOf: text.utf8)
                    continue
                }
            }
            if !isInWord { starts.append(bytes.count) }
            isInWord = true
            bytes.append(letter)
        }
        if isInWord { endWord() }
        // A connective at the very end ("Example &") stands between nothing.
        if connectives.last == starts.count { connectives.removeLast() }
    }

    /// Takes back the last word where it is a connective between two.
    private mutating func endWord() {
        guard starts.count > 1, let start = starts.last else { return }
        let isConnective =
            switch bytes.count - start {
            case 2: bytes[start] == 0x65 && bytes[start + 1] == 0x74
            case 3: bytes[start + 1] == 0x6E && bytes[start + 2] == 0x64 && (bytes[start] == 0x61 || bytes[start] == 0x75)
            default: false
            }
        guard isConnective else { return }
        bytes.removeSubrange(start...)
        starts.removeLast()
        noteConnective()
    }

    private mutating func noteConnective() {
        if !starts.isEmpty, connectives.last != starts.count { connectives.append(starts.count) }
    }

    /// How many words there are.
    var count: Int { starts.count }

    /// Where a word ends in `bytes`; the number of bytes for the last word and any index behind it.
    func end(_ index: Int) -> Int { index + 1 < starts.count ? starts[index + 1] : bytes.count }

    /// One word. - Precondition: `index` is in `0..<count`.
    subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<end(index)] }

    /// Some words without anything between them; empty for an empty or outlying range.
    func joined(_ range: Range<Int>) -> ArraySlice<UInt8> {
        guard range.lowerBound < range.upperBound, range.lowerBound >= 0, range.upperBound <= count else { return [] }
        return bytes[starts[range.lowerBound]..<end(range.upperBound - 1)]
    }

    /// Some words with a space between each two.
    func text(_ range: Range<Int>) -> String {
        guard range.lowerBound >= 0, range.upperBound <= count else { return "" }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + range.count)
        for index in range {
            if index > range.lowerBound { result.append(0x20) }
            result.append(contentsOf: self[index])
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// All words with a space between each two.
    var text: String { text(0..<count) }

    /// Narrows the bytes of the first or last word by an affix that is written without a space, as CJK legal forms are.
    mutating func removeAffixes(_ affixes: [[UInt8]]) {
        var isNarrower = true
        while isNarrower {
            isNarrower = false
            for affix in affixes where bytes.count > affix.count {
                if bytes.starts(with: affix), count > 0, self[0].count > affix.count {
                    bytes.removeFirst(affix.count)
                    for index in starts.indices.dropFirst() { starts[index] -= affix.count }
                    isNarrower = true
                } else if count > 0, self[count - 1].count > affix.count, bytes.suffix(affix.count).elementsEqual(affix) {
                    bytes.removeLast(affix.count)
                    isNarrower = true
                }
            }
        }
    }
}
