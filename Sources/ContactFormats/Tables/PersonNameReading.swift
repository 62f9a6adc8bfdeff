public import ContactModel
import TextMatching

/// Reads a name that stands in one piece, as people write it into one cell.
enum PersonNameReading {
    /// The name in its parts, as far as its writing shows them; in one piece where it doesn't.
    ///
    /// "Example, Ada" is family and given name; "Dr. Ada Example" has a title; "Ada Example, PhD" a suffix; "Ada Example" and "Ludwig van
    /// Beispiel" are parted, for their two words, or the particle, leave no doubt. Longer names, several people in one cell ("Anna & Peter
    /// Beispiel") and what is a company by its legal form stay whole.
    static func name(_ text: String) -> PersonName {
        let whole = PersonName(full: text)
        guard text.utf8.count <= 200, !isSeveral(text), !isCompany(text) else { return whole }
        var words = text.split { $0.isWhitespace }.map(String.init)
        var prefix: [String] = []
        while words.count > 1, let first = words.first, isHonorific(first) { prefix.append(words.removeFirst()) }
        guard !prefix.isEmpty || text.contains(",") || (2...4).contains(words.count) else { return whole }
        let pieces = words.joined(separator: " ").split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmedOfBlanks }
        var name = PersonName(prefix: prefix.isEmpty ? nil : prefix.joined(separator: " "))
        switch pieces.count {
        case 1:
            if words.count == 1 {
                name.family = words[0]
            } else {
                guard let (given, family) = parted(words) else { return whole }
                (name.given, name.family) = (given, family)
            }
        case 2 where !pieces[0].isEmpty && !pieces[1].isEmpty:
            let behind = pieces[1].split { $0.isWhitespace }.map(String.init)
            if behind.allSatisfy(isCredential) {
                guard let (given, family) = parted(pieces[0].split { $0.isWhitespace }.map(String.init)) else { return whole }
                (name.given, name.family, name.suffix) = (given, family, pieces[1])
            } else {
                guard behind.count <= 4, pieces[0].split(separator: " ").count <= 3 else { return whole }
                let titles = behind.prefix { isHonorific($0) }
                let given = behind.dropFirst(titles.count)
                guard !given.isEmpty else { return whole }
                name.prefix = (prefix + titles).isEmpty ? nil : (prefix + titles).joined(separator: " ")
                (name.family, name.given) = (pieces[0], given.joined(separator: " "))
            }
        default: return whole
        }
        return name
    }

    /// A name whose given and family parts are known, with the title, the further names and the suffix the whole shows around them; `nil`
    /// where the whole shows something else.
    static func completed(_ name: PersonName, by whole: String) -> PersonName? {
        guard let given = name.given, let family = name.family, let first = whole.firstRange(of: given),
            let last = whole[first.upperBound...].firstRange(of: family)
        else { return nil }
        func words(_ text: Substring) -> [String] { text.split { $0.isWhitespace || $0 == "," }.map(String.init) }
        let (before, between, behind) = (
            words(whole[..<first.lowerBound]), words(whole[first.upperBound..<last.lowerBound]), words(whole[last.upperBound...])
        )
        guard before.allSatisfy(isHonorific), between.count <= 3, behind.allSatisfy(isCredential) else { return nil }
        var completed = name
        func fill(_ part: inout String?, _ words: [String]) { if part == nil, !words.isEmpty { part = words.joined(separator: " ") } }
        fill(&completed.prefix, before)
        fill(&completed.middle, between)
        fill(&completed.suffix, behind)
        return completed
    }

    /// Whether a whole says the known parts of a name with the family name first, as it is written in East Asia. In other scripts such an
    /// order may only sort.
    static func isFamilyFirst(_ name: PersonName, in whole: String) -> Bool {
        guard name.full == nil, let family = name.family, let given = name.given,
            family.contains(where: { PersonName.isEastAsian(String($0)) })
        else { return false }
        let words = [name.prefix, family, given, name.middle, name.suffix].compactMap { $0 }
        return whole == family + given || TextFolding.folded(whole) == TextFolding.folded(words.joined(separator: " "))
    }

    /// Whether a word is put before a name: "Dr.", "Frau", "Prof.".
    static func isHonorific(_ word: String) -> Bool {
        let folded = TextFolding.folded(word)
        let letters = folded.filter { $0 != "." }
        return honorifics.contains(letters) || folded.contains(".") && abbreviations.contains(letters)
    }

    /// Given and family name of two words, or of more with a particle between ("van", "de la").
    private static func parted(_ words: [String]) -> (String, String)? {
        guard words.count >= 2, words.allSatisfy(isLatin) else { return nil }
        if words.count == 2 { return (words[0], words[1]) }
        let between = words[1..<(words.count - 1)]
        guard between.allSatisfy({ particles.contains($0.lowercased()) }) else { return nil }
        return (words[0], words.dropFirst().joined(separator: " "))
    }

    /// Whether a word is written in Latin letters; digits may follow them ("Ada2"), a number by itself is no part of a name.
    private static func isLatin(_ word: String) -> Bool {
        let letters = word.unicodeScalars.reversed().drop { $0.value >= 0x30 && $0.value <= 0x39 }
        return !letters.isEmpty
            && letters.allSatisfy { scalar in
                scalar.value < 0x250 && (scalar.properties.isAlphabetic || scalar == "-" || scalar == "'" || scalar == ".")
                    || scalar == "\u{2019}" || (0x300...0x36F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value)
            }
    }

    private static func isSeveral(_ text: String) -> Bool {
        if text.contains(where: { "&/;+|".contains($0) }) { return true }
        return text.split { $0.isWhitespace }.contains { joiners.contains($0.lowercased()) }
    }

    private static func isCompany(_ text: String) -> Bool {
        text.split { $0.isWhitespace || $0 == "," }.contains { legalForms.contains($0.lowercased().filter { $0 != "." }) }
    }

    /// Whether a word is put behind a name: "PhD", "jr.".
    static func isCredential(_ word: String) -> Bool {
        credentials.contains(word.lowercased().filter { $0 != "." && $0 != "," })
    }

    private static let joiners: Set<String> = ["und", "and", "et", "y", "e", "en", "och", "i", "og", "u.", "sowie"]

    private static let particles: Set<String> = [
        "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "les", "zu", "zum", "zur",
        "vom", "af", "av",
        "bin", "ibn", "al", "el", "ten", "ter", "op", "'t", "dei", "degli", "st.", "saint", "mac", "ben",
    ]

    private static let honorifics: Set<String> = [
        "dr", "drs", "prof", "professor", "herr", "herrn", "frau", "mr", "mrs", "ms", "miss", "mx", "sir", "mme", "mlle",
        "monsieur", "madame", "sra", "srta", "senor", "senora", "dott", "dottssa", "dottoressa", "signor", "signora", "dhr", "mevr",
        "mevrouw",
        "dipl-ing", "dipl-kfm", "maitre", "engr", "phdr", "judr", "mudr",
    ]

    /// Titles that are one with their full stop only: without it they may be names.
    private static let abbreviations: Set<String> = [
        "m", "me", "fr", "hr", "sr", "hon", "ir", "ing", "mag", "ra", "sig", "sigra", "avv", "arch", "dipl", "rev", "capt", "eng", "mgr",
        "st", "stb",
    ]

    private static let credentials: Set<String> = [
        "phd", "mba", "md", "jd", "llm", "llb", "msc", "bsc", "ma", "ba", "cpa", "cfa", "pmp", "esq", "jr", "sr", "ii", "iii", "iv", "pe",
        "rn", "dds", "dphil",
        "mbe", "obe", "cbe", "qc", "kc", "fca", "aca", "acca", "shrm-cp", "cissp", "cisa", "psyd", "edd", "mph", "mpa", "eng", "ceng",
    ]

    private static let legalForms: Set<String> = [
        "gmbh", "ag", "kg", "ohg", "gbr", "ug", "se", "ltd", "limited", "inc", "llc", "llp", "plc", "corp", "corporation", "sa", "sas",
        "sarl", "srl", "spa",
        "bv", "nv", "ab", "as", "oy", "oyj", "aps", "kft", "sro", "doo", "partg", "mbb", "ev", "eg", "gmbh&co", "company", "group",
        "holding", "sl",
        "lda", "ltda", "zoo",
    ]
}

extension PersonName {
    /// A name that stands in one piece, in its parts as far as its writing shows them: "Example, Ada", "Dr. Ada Example"; in one piece where it
    /// doesn't.
    public init(parting text: String) { self = PersonNameReading.name(text) }
}
