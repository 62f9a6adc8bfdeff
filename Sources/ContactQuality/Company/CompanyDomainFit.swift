/// How a mail domain fits a company's name: the first of eight rules that speaks.
///
/// Ordered by how seldom they are wrong. On 950 true pairs and 47,440 random false ones rules of this kind found 85.7 % at 0.04 % false
/// (research/quality-security.md §A1); what came after them (trigrams, subsequences) doubled the false ones and was left out.
enum CompanyDomainFit: String, CaseIterable, Sendable {
    /// The label is the name: Acme Robotics GmbH, `acme-robotics.com`.
    case exactName = "is its name"
    /// The label is the initials: Example Motor Works, `emw.com`.
    case acronym = "is made of its initials"
    /// The label is the first word and the initials of the others: Acme Motor Works, `acmemw.com`.
    case firstWordAndInitials = "is its first word with the initials of the others"
    /// The label is the beginnings of its words: Acmeton Brucker, `acmbruc.com`.
    case beginningsOfWords = "is made of the beginnings of its words"
    /// The name begins with the label: Acme Bruckner Deringer LLP, `acme.com`.
    case nameBeginsWithLabel = "is what its name begins with"
    /// The label begins with the first telling word: Acme AG, `acmehealth.com`.
    case labelBeginsWithWord = "begins with the first word of its name"
    /// Both are a school's, and the label's letters occur in the name in their order: University of Acme, `uniacm.edu`.
    case school = "is a school's, most likely this one's"
    /// A telling word stands inside the label: Banco Acmeville, `grupoacmeville.com`.
    case wordInsideLabel = "holds a word of its name"

    /// How sure such a fit makes a work address.
    var certainty: Double {
        switch self {
        case .exactName: 0.995
        case .acronym, .firstWordAndInitials, .nameBeginsWithLabel: 0.99
        case .beginningsOfWords: 0.98
        case .school: 0.93
        case .labelBeginsWithWord: 0.98
        case .wordInsideLabel: 0.97
        }
    }

    /// A fit and the bytes of the name that carried it, so that a caller can see whether they are merely a person's own name.
    struct Match {
        /// The rule that spoke.
        var fit: CompanyDomainFit
        /// The part of the company's folded name the rule rests on.
        var evidence: ArraySlice<UInt8>
    }

    /// Which rule, if any, fits a domain to a company.
    ///
    /// Never fits a company without letters or digits. Words as common as "Consulting" carry no rule but the first three, unless one is the
    /// whole label and what the name begins with (Smart Communications, `smart.com.ph`); "Global" does not even so.
    static func match(_ company: String, _ domain: DomainName) -> Match? {
        let name = FoldedWords(company)
        if let match = match(name, domain) { return match }
        if name.hasUmlauts, let match = match(FoldedWords(company, umlauts: .digraphs), domain) { return match }
        // "International Sample Machines (ISM)", "Acme | Part of Sample Group": each part for itself, by the strictest rules only.
        let mayHaveParts = company.utf8.contains {
            switch $0 {
            // "(", "|", "/", ",", "-", and the first byte of the longer dashes.
            case 0x28, 0x7C, 0x2F, 0x2C, 0x2D, 0xE2: true
            default: false
            }
        }
        guard mayHaveParts else { return nil }
        for part in parts(of: company) {
            if let match = match(FoldedWords(part), domain), match.fit == .exactName || match.fit == .acronym { return match }
        }
        return nil
    }

    private static func parts(of company: String) -> [String] {
        var parts: [String] = []
        var current = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in company.unicodeScalars {
            switch scalar {
            case "(", ")", "|", "/", ",": parts.append(String(current))
            case "-" where previous == " ", "–" where previous == " ", "—" where previous == " ": parts.append(String(current))
            default:
                current.append(scalar)
                previous = scalar
                continue
            }
            current = String.UnicodeScalarView()
            previous = scalar
        }
        if parts.isEmpty { return [] }
        parts.append(String(current))
        return parts
    }

    private static func match(_ words: FoldedWords, _ domain: DomainName) -> Match? {
        let (name, core) = CompanyName.core(of: words)
        guard !core.isEmpty else { return nil }
        let label = folded(domain.label)
        let letters = label.letters
        let joined = name.joined(core)

        if letters.elementsEqual(joined) { return Match(fit: .exactName, evidence: joined) }
        // First Bank of Example, `firstbankexample.com`.
        if joined.count > letters.count, letters.count >= 8, letters.starts(with: name[core.lowerBound]),
            letters.elementsEqual(core.lazy.filter { !smallWords.contains(name[$0]) }.flatMap { name[$0] })
        {
            return Match(fit: .exactName, evidence: joined)
        }
        let everything = 0..<name.count
        if core.count < everything.count, letters.elementsEqual(name.joined(everything)) { return Match(fit: .exactName, evidence: joined) }
        // Names that are domains themselves: "Acme.io", "Sample.com".
        if joined.count > letters.count, joined.starts(with: letters),
            joined.dropFirst(letters.count).elementsEqual(domain.suffix.lazy.filter { $0 != 0x2E })
        {
            return Match(fit: .exactName, evidence: joined)
        }
        if !name.connectives.isEmpty, letters.first == joined.first, letters.count > joined.count {
            for connective in ["and", "und", "et", "n"] where letters.elementsEqual(joinedName(name, core, with: connective)) {
                return Match(fit: .exactName, evidence: joined)
            }
        }
        if ShortNames.fits(label.letters, joined) || !label.hyphens.isEmpty && ShortNames.fits(domain.label, joined) {
            return Match(fit: .exactName, evidence: joined)
        }
        if joined.contains(where: { $0 >= 0x80 }) {
            return transliterated(name, core, letters).map { Match(fit: $0, evidence: joined) }
        }

        if core.count > 1 {
            if letters.count >= 2, isAcronym(letters, of: name, core) { return Match(fit: .acronym, evidence: letters[...]) }
            if core.count < everything.count, letters.count >= 3, isAcronym(letters, of: name, everything) {
                return Match(fit: .acronym, evidence: letters[...])
            }
            // Part of the legal form: Oil and Gas Corporation Ltd, `ogc.com`.
            if letters.count >= 3, letters.count <= name.count,
                (core.upperBound..<name.count).contains(where: { isAcronym(letters, of: name, core.lowerBound..<$0 + 1) })
            {
                return Match(fit: .acronym, evidence: letters[...])
            }
            if isMadeOfInitialsAndWords(letters, of: name, core) { return Match(fit: .acronym, evidence: letters[...]) }
            if letters.count >= 6, isMadeOfBeginnings(letters[...], of: name, core, parts: 0) {
                return Match(fit: .beginningsOfWords, evidence: letters[...])
            }
            let first = name[core.lowerBound]
            if first.count >= 2, letters.count >= 3, letters.count == first.count + core.count - 1, letters.starts(with: first),
                letters.dropFirst(first.count).elementsEqual(core.dropFirst().lazy.compactMap { name[$0].first })
            {
                return Match(fit: .firstWordAndInitials, evidence: first)
            }
        }

        let first = name[core.lowerBound]
        if first.count >= 3, !GenericWords.tellsNothing(first), letters.count > first.count, letters.starts(with: first),
            namesKind(letters.dropFirst(first.count))
        {
            return Match(fit: .labelBeginsWithWord, evidence: first)
        }
        // Smart Communications, `smart.com.ph`: common words, and the label is the one that comes first. A country's adjective may be it alone:
        // Norwegian Air Shuttle, `norwegian.no`.
        if core.count > 1, core.count < 4, first.count >= 4, letters.elementsEqual(first), !GenericWords.tooCommon.contains(first),
            core.dropFirst().allSatisfy({ GenericWords.tellsNothing(name[$0]) })
                || first.count >= 5 && GenericWords.abroad.contains(first) && !GenericWords.contains(first)
        {
            return Match(fit: .nameBeginsWithLabel, evidence: first)
        }

        guard !GenericWords.tellsNothing(letters[...]) else { return nil }
        if letters.count < joined.count, joined.starts(with: letters), letters.count >= 2 {
            let end = joined.startIndex + letters.count
            let isAtBoundary = core.contains { name.starts[$0] == end }
            if isAtBoundary ? (letters.count >= 3 || name[core.lowerBound].count == letters.count) : letters.count >= 8 {
                return Match(fit: .nameBeginsWithLabel, evidence: joined.prefix(letters.count))
            }
        }
        if let strong = core.first(where: { name[$0].count >= 3 && !GenericWords.tellsNothing(name[$0]) }) {
            let word = name[strong]
            if letters.elementsEqual(word) { return Match(fit: .nameBeginsWithLabel, evidence: word) }
            let endsAtHyphen = label.hyphens.contains(word.count)
            if letters.starts(with: word), letters.count > word.count, word.count >= 5 || endsAtHyphen {
                return Match(fit: .labelBeginsWithWord, evidence: word)
            }
        }
        for index in core
        where name[index].count >= 5 && !GenericWords.tellsNothing(name[index]) && !GenericWords.towns.contains(name[index]) {
            if letters.holds(name[index]) { return Match(fit: .wordInsideLabel, evidence: name[index]) }
        }
        return nil
    }

    /// The label's letters and digits, folded, and after how many of them hyphens stand.
    private static func folded(_ label: ArraySlice<UInt8>) -> (letters: [UInt8], hyphens: [Int]) {
        var letters: [UInt8] = []
        letters.reserveCapacity(label.count)
        var hyphens: [Int] = []
        var isASCII = true
        for byte in label {
            if byte == 0x2D {
                hyphens.append(letters.count)
            } else {
                if byte >= 0x80 { isASCII = false }
                letters.append(byte)
            }
        }
        return (isASCII ? letters : FoldedWords(String(decoding: letters, as: UTF8.self)).bytes, hyphens)
    }

    private static func joinedName(_ name: FoldedWords, _ core: Range<Int>, with connective: String) -> [UInt8] {
        var result: [UInt8] = []
        for index in core {
            if index > core.lowerBound, name.connectives.contains(index) { result.append(contentsOf: connective.utf8) }
            result.append(contentsOf: name[index])
        }
        return result
    }

    /// Whether the letters are the words' first ones, of all words or of all but the small ones ("of", "de").
    private static func isAcronym(_ letters: [UInt8], of name: FoldedWords, _ range: Range<Int>) -> Bool {
        if letters.count == range.count, letters.elementsEqual(range.lazy.compactMap { name[$0].first }) { return true }
        // Only small words may lack, so the first letters must agree: nearly always they do not.
        guard letters.count < range.count, letters.count >= 2, range.contains(where: { name[$0].first == letters[0] }) else { return false }
        let weighty = range.filter { !smallWords.contains(name[$0]) }
        return weighty.count > 1 && letters.elementsEqual(weighty.lazy.compactMap { name[$0].first })
    }

    private static let smallWords = WordTable(
        "of for the in on at to de la le les des du del della di da do dos der die das den fur fuer zur van von y e i"
    )

    /// Initials of the first words and the others in full: Guaranty Trust Bank, `gtbank`; or all initials and a word for the kind of company,
    /// as in `fcagroup`.
    private static func isMadeOfInitialsAndWords(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
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

    /// What companies put behind their name or initials in a domain: the kind of company, its form, the country.
    private static let kinds = """
        group gruppe grupo gruppen holding holdings bank banka banco law legal global corp inc co intl plc ltd usa gmbh ag asa ab oy online tech
        digital software air japan china india korea asia africa europe uk brasil mexico peru chile argentina colombia hellas polska russia
        nigeria kenya ghana egypt turkey vietnam thailand indonesia malaysia philippines singapore taiwan hk
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

    /// Whether the end of a label is one of those words, and nothing else.
    private static func namesKind(_ end: ArraySlice<UInt8>) -> Bool { kinds.contains { $0.elementsEqual(end) } }

    /// Beginnings of two or more of the first words, of three letters at least each: Mottram Macdougall, `motmac`.
    private static func isMadeOfBeginnings(_ letters: ArraySlice<UInt8>, of name: FoldedWords, _ rest: Range<Int>, parts: Int) -> Bool {
        if letters.isEmpty { return parts >= 2 }
        guard let index = rest.first, parts < 4 else { return false }
        let word = name[index]
        var common = 0
        for (one, other) in zip(letters, word) {
            guard one == other else { break }
            common += 1
        }
        // The longest beginning first, and no fewer than three letters.
        while common >= min(3, word.count), common > 0 {
            if isMadeOfBeginnings(letters.dropFirst(common), of: name, index + 1..<rest.upperBound, parts: parts + 1) { return true }
            common -= 1
        }
        return false
    }

    /// How a name in another script fits, by its Latin spelling.
    private static func transliterated(_ name: FoldedWords, _ core: Range<Int>, _ letters: [UInt8]) -> CompanyDomainFit? {
        let label = Transliteration.normalized(letters)
        guard label.count >= 3, label.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = core.map { index -> [UInt8] in
            // Ideographs behind kana name the trade: トヨタ自動車 is Toyota.
            Array(Transliteration.latin(String(decoding: name[index], as: UTF8.self)).utf8.prefix { $0 < 0x80 })
        }
        let joined = words.flatMap(\.self)
        if joined == label { return .exactName }
        for word in words where word.count >= 4 {
            if word == label { return .nameBeginsWithLabel }
            if label.starts(with: word) { return .labelBeginsWithWord }
            if sounds(word, as: label) { return .nameBeginsWithLabel }
            if word.count >= 5, label.holds(word) { return .wordInsideLabel }
            let common = zip(word, label).prefix { $0 == $1 }.count
            // Endings of grammar and of another language's spelling: "Касперского" and `kaspersky`, パナソニック and `panasonic`.
            if common >= 6, common + 3 >= label.count { return .nameBeginsWithLabel }
        }
        if words.count > 1, label.count >= 3, label.elementsEqual(words.compactMap(\.first)) { return .acronym }
        // "Банка ДСК", `dskbank.bg`.
        for word in words where word.count >= 3 && label.count > word.count && label.starts(with: word) {
            if namesKind(label.dropFirst(word.count)) { return .labelBeginsWithWord }
        }
        if sounds(joined, as: label) { return .exactName }
        return romanized(String(decoding: name.joined(core), as: UTF8.self), label)
    }

    /// How a name fits whose script has no table here: 海尔集团 is `haier`, 比亚迪 `byd`, გალთი `galt`.
    private static func romanized(_ name: String, _ label: [UInt8]) -> CompanyDomainFit? {
        let syllables = Transliteration.romanized(name)
        let pieces = syllables.map { Transliteration.normalized($0) }
        guard !pieces.isEmpty else { return nil }
        if pieces.count == 1 { return sounds(pieces[0], as: label) ? .exactName : nil }
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

    /// Whether two Latin spellings have the same consonants in the same order, for what other alphabets don't tell apart: `merukari` is
    /// Mercari, `kiivstar` Kyivstar, `matsuda` Mazda.
    private static func sounds(_ word: [UInt8], as label: [UInt8]) -> Bool {
        let (one, other) = (Transliteration.consonants(word), Transliteration.consonants(label))
        guard one == other else { return false }
        return one.count >= 4 || one.count == 3 && Transliteration.isVowel(word.first) == Transliteration.isVowel(label.first)
    }
}
