/// How a mail domain fits a company's name: the first of nine rules that speaks.
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
    /// The label abbreviates the name, passing over words: Corporación Nacional del Ejemplo, `conaejem.com`.
    case abbreviation = "abbreviates its name"

    /// How sure such a fit makes a work address.
    var certainty: Double {
        switch self {
        case .exactName: 0.995
        case .acronym, .firstWordAndInitials, .nameBeginsWithLabel: 0.99
        case .beginningsOfWords: 0.98
        case .school: 0.93
        case .labelBeginsWithWord: 0.98
        case .wordInsideLabel: 0.97
        case .abbreviation: 0.96
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

    /// Whether what stands in a label beside a word is another word of the company's name: "Doe Advocates" and `doeadvocates.example`.
    static func namesTrade(of company: String, in domain: DomainName, beside word: ArraySlice<UInt8>) -> Bool {
        let letters = folded(domain.label).letters
        guard letters.starts(with: word), letters.count >= word.count + 3 else { return false }
        let name = FoldedWords(company)
        return (0..<name.count).contains { name[$0].elementsEqual(letters.dropFirst(word.count)) }
    }

    /// Whether a label above the registered one is the company's first word, of five letters at least that tell something.
    static func isSubdomain(of domain: DomainName, for company: String) -> Bool {
        let (name, core) = CompanyName.core(of: FoldedWords(company))
        guard let first = core.first.map({ name[$0] }), first.count >= 5, !GenericWords.tellsNothing(first),
            !PseudoCompany.isPseudo(company)
        else { return false }
        return domain.labels[..<domain.registrable].contains { domain.bytes[$0].elementsEqual(first) }
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

        let first = name[core.lowerBound]
        // `db.com` is Deutsche Bank's, whoever else has these initials.
        if ShortNames.isTaken(domain), !letters.elementsEqual(first) { return nil }
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
            if isMadeOfInitialsAndWords(letters, of: name, core) || isAcronymOfCompounds(letters, of: name, core) {
                return Match(fit: .acronym, evidence: letters[...])
            }
            if isInitialsWithEnding(letters, of: name, core) || isAcronymOfBeginning(letters, of: name, core)
                || isInitialsWithConnective(letters, of: name, core)
            {
                return Match(fit: .acronym, evidence: letters[...])
            }
            if isNameWithEnding(letters, of: name, core) { return Match(fit: .labelBeginsWithWord, evidence: joined) }
            if let place = placeBehindHyphen(label.letters, label.hyphens), place >= 3,
                isAcronym(Array(letters[..<place]), of: name, core) || isAcronym(Array(letters[..<place]), of: name, everything)
            {
                return Match(fit: .acronym, evidence: letters[..<place])
            }
            // "Banco Sample de Muestra" is BSM or SM, "Sample Gas Company of Peru" SGC.
            if letters.count >= 3, core.count > letters.count {
                if GenericWords.tellsNothing(name[core.lowerBound]), isAcronym(letters, of: name, core.dropFirst().indices) {
                    return Match(fit: .acronym, evidence: letters[...])
                }
                let upToCountry = core.lowerBound..<core.lowerBound + letters.count
                if core.dropFirst(letters.count).allSatisfy({
                    smallWords.contains(name[$0]) || GenericWords.abroad.contains(name[$0]) || $0 == core.upperBound - 1
                }),
                    smallWords.contains(name[upToCountry.upperBound]), isAcronym(letters, of: name, upToCountry)
                {
                    return Match(fit: .acronym, evidence: letters[...])
                }
            }
            if letters.count >= 8, letters.starts(with: first), isMadeOfWords(letters, of: name, core) {
                return Match(fit: .nameBeginsWithLabel, evidence: joined)
            }
            if letters.count >= 4, core.count == 2, letters.first == first.first,
                isMadeOfAllBeginnings(letters, of: name, core, least: 2)
            {
                return Match(fit: .beginningsOfWords, evidence: letters[...])
            }
            // Uzbek Airways, `uzairways`.
            if letters.count >= 7, letters[..<2].elementsEqual(first.prefix(2)) {
                let rest = name.joined(core.lowerBound + 1..<core.upperBound)
                if rest.count >= 5, letters.count - rest.count >= 2, letters.suffix(rest.count).elementsEqual(rest),
                    first.starts(with: letters.dropLast(rest.count))
                {
                    return Match(fit: .beginningsOfWords, evidence: letters[...])
                }
            }
            if letters.count >= 6, isMadeOfBeginnings(letters[...], of: name, core, parts: 0) {
                return Match(fit: .beginningsOfWords, evidence: letters[...])
            }
            if first.count >= 2, letters.count >= 3, letters.count == first.count + core.count - 1, letters.starts(with: first),
                letters.dropFirst(first.count).elementsEqual(core.dropFirst().lazy.compactMap { name[$0].first })
            {
                return Match(fit: .firstWordAndInitials, evidence: first)
            }
        }

        if letters.count >= 5, everything.count >= 3, letters.first == name[core.lowerBound].first {
            let weighty = everything.filter { $0 >= core.lowerBound && !smallWords.contains(name[$0]) }
            if weighty.count >= 3, isMadeOfAllBeginnings(letters, of: name, weighty, least: 1) {
                return Match(fit: .beginningsOfWords, evidence: letters[...])
            }
        }
        for kind in kindsBefore where letters.count >= kind.count + 3 && letters.starts(with: kind) {
            let behind = Array(letters.dropFirst(kind.count))
            if core.count > 1, isAcronym(behind, of: name, core) { return Match(fit: .acronym, evidence: letters[...]) }
        }

        // Inselspital, `insel`; SAFIBank, `safi`.
        if letters.count >= 4, first.count > letters.count, first.starts(with: letters), !GenericWords.tellsNothing(letters[...]),
            kindsWithin.contains(where: { $0.elementsEqual(first.dropFirst(letters.count)) })
        {
            return Match(fit: .nameBeginsWithLabel, evidence: first.prefix(letters.count))
        }
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

        // Assicurazioni Muster, where a word common in names of another language is the whole label and all others say what the company is.
        if core.count > 1, letters.count >= 5, GenericWords.abroad.contains(letters[...]), !GenericWords.contains(letters[...]),
            core.contains(where: { name[$0].elementsEqual(letters) }), core.allSatisfy({ GenericWords.tellsNothing(name[$0]) })
        {
            return Match(fit: .nameBeginsWithLabel, evidence: letters[...])
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
        for index in core where name[index].count >= 3 && letters.elementsEqual(name[index]) && !GenericWords.tellsNothing(name[index]) {
            return Match(fit: .nameBeginsWithLabel, evidence: name[index])
        }
        for index in core where name[index].count >= 3 && letters.count > name[index].count && !GenericWords.tellsNothing(name[index]) {
            guard letters.suffix(name[index].count).elementsEqual(name[index]) else { continue }
            if kindsBefore.contains(where: { $0.elementsEqual(letters.dropLast(name[index].count)) }) {
                return Match(fit: .wordInsideLabel, evidence: name[index])
            }
        }
        for index in core
        where name[index].count >= 5 && !GenericWords.tellsNothing(name[index]) && !GenericWords.towns.contains(name[index]) {
            if letters.holds(name[index]) { return Match(fit: .wordInsideLabel, evidence: name[index]) }
        }
        return isAbbreviation(letters, of: name, core) ? Match(fit: .abbreviation, evidence: letters[...]) : nil
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

    /// What companies put behind their name or initials in a domain: the kind of company, its form, the country.
    static let kinds = """
        group gruppe grupo gruppen holding holdings bank banka banco law legal global corp inc co intl plc ltd usa gmbh ag asa ab oy sa
        spa nv bv as srl sas jsc online tech digital software air japan china india korea asia africa europe uk brasil mexico peru chile
        argentina colombia hellas polska russia nigeria kenya ghana egypt turkey vietnam thailand indonesia malaysia philippines
        singapore taiwan hk hq app labs lab io health systems solutions consulting partners capital ventures media studio studios agency
        team works world insurance energy power foods pharma motors steel airlines airways hotels resorts lawyers avocats abogados
        advokat hukuk advocates attorneys canada australia nz ireland scotland france deutschland italia espana portugal benelux nordic
        norge sverige danmark suomi magyar romania cyprus malta israel jordan kuwait qatar bahrain oman lebanon iraq uae saudi maroc
        tunisie algerie cameroun senegal uganda tanzania rwanda zambia zimbabwe namibia botswana malawi mauritius ethiopia sudan angola
        nepal bangladesh lanka pakistan iran mongolia kazakhstan uzbekistan georgia armenia azerbaijan moldova serbia bosnia albania
        kosovo macedonia bulgaria croatia slovenia slovakia hungary ecuador venezuela bolivia paraguay uruguay guatemala honduras
        salvador nicaragua panama haiti jamaica trinidad barbados bahamas
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

    /// What they put before it: the kind of company, an invitation.
    static let kindsBefore = """
        banco bank banque banca bankof grupo group groupe gruppo the get join use try go my hello team with we meet cia compania hotel hotels casa
        clinica hospital law avocats abogados kanzlei ra notaire stadtwerke sparkasse volksbank klinik klinikum autohaus
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

    /// What is written in one word with a name in several languages.
    private static let kindsWithin =
        "bank banka spital werke werk kasse gruppe group verlag versicherung klinik klinikum tech soft telecom pharma"
        .split(separator: " ").map { Array($0.utf8) }

    /// How many letters of a label stand before its only hyphen, where a country or town stands behind it: `abc-peru`, `abc-pe`.
    private static func placeBehindHyphen(_ letters: [UInt8], _ hyphens: [Int]) -> Int? {
        guard hyphens.count == 1, let place = hyphens.first, place < letters.count else { return nil }
        let behind = letters[place...]
        return behind.count == 2 || isPlace(behind) ? place : nil
    }

    private static func isPlace(_ word: ArraySlice<UInt8>) -> Bool {
        GenericWords.abroad.contains(word) || GenericWords.towns.contains(word) || places.contains(word)
    }

    private static let places = WordTable(
        "cayman macau macao kosovo bermuda jersey guernsey curacao aruba guam fiji samoa bih rdc uae ksa usa")

    /// Whether the end of a label is one of those words or a place, and nothing else.
    static func namesKind(_ end: ArraySlice<UInt8>) -> Bool { kinds.contains { $0.elementsEqual(end) } || isPlace(end) }
}
