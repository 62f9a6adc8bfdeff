internal import ContactModel
internal import Foundation

/// The ways a name is written in addresses: in small ASCII letters, umlauts in one letter or two, double names and particles in several ways.
struct NameInAddresses {
    /// One way.
    struct Spelling {
        var given: [UInt8]
        var family: [UInt8]
        /// Whether umlauts are written with two letters; `nil` for a name without any.
        var hasDigraphs: Bool?
        /// How likely this way is among those with umlauts written alike, from 0 to 1. Together they are less than 1 for names of several
        /// words: such names are shortened in too many ways.
        var likelihood: Double
    }

    /// All ways; empty where nothing can be told: a name in another script, in one piece without blanks, or with a part missing.
    private(set) var spellings: [Spelling] = []
    /// Whether the umlauts are those of languages that write them with two letters where one is not to be had.
    private(set) var isGermanic = false

    /// Reads a name; titles, credentials, marks of generation and what stands in brackets do not belong to it.
    init(_ name: PersonName) {
        var (given, family) = (name.given ?? "", name.family ?? "")
        if name.given == nil, name.family == nil, let full = name.full {
            let words = Self.bare(full).split(whereSeparator: \.isWhitespace)
            guard words.count == 2 else { return }
            (given, family) = (String(words[0]), String(words[1]))
        }
        // A comma behind the given name stands behind a family name in truth.
        guard given.utf8.last != 0x2C else { return }
        (given, family) = (Self.withoutTitles(Self.bare(given)), Self.withoutSuffix(Self.bare(family)))
        let (plainGiven, plainFamily) = (FoldedWords(given), FoldedWords(family))
        guard plainGiven.count > 0, plainFamily.count > 0, Self.isASCII(plainGiven), Self.isASCII(plainFamily) else { return }
        guard plainFamily[plainFamily.count - 1].count > 1 || plainFamily.count > 1 else { return }
        isGermanic = Self.isGermanic(given + family)
        let hasUmlauts = plainGiven.hasUmlauts || plainFamily.hasUmlauts
        spellings = Self.spell(
            plainGiven, plainFamily, isHyphenated: (given.contains("-"), family.contains("-")), digraphs: hasUmlauts ? false : nil)
        guard hasUmlauts else { return }
        spellings += Self.spell(
            FoldedWords(given, umlauts: .digraphs), FoldedWords(family, umlauts: .digraphs),
            isHyphenated: (given.contains("-"), family.contains("-")), digraphs: true)
    }

    private static func spell(
        _ given: FoldedWords, _ family: FoldedWords, isHyphenated: (given: Bool, family: Bool), digraphs: Bool?
    ) -> [Spelling] {
        let givens = self.givens(given, isHyphenated: isHyphenated.given)
        let families = self.families(family, isHyphenated: isHyphenated.family)
        return givens.flatMap { given in
            families.map {
                Spelling(given: given.text, family: $0.text, hasDigraphs: digraphs, likelihood: given.likelihood * $0.likelihood)
            }
        }
    }

    private typealias Way = (text: [UInt8], likelihood: Double)

    private static func givens(_ words: FoldedWords, isHyphenated: Bool) -> [Way] {
        // Middle initials are left out nearly everywhere.
        var parts = (0..<words.count).map { Array(words[$0]) }
        if parts.count > 1 { parts = [parts[0]] + parts.dropFirst().filter { $0.count > 1 } }
        guard parts.count > 1 else { return [(parts[0], 1)] }
        let (joined, hyphen, dot) = (join(parts, ""), join(parts, "-"), join(parts, "."))
        return isHyphenated
            ? [(hyphen, 0.45), (joined, 0.25), (parts[0], 0.22), (dot, 0.03)]
            : [(parts[0], 0.65), (joined, 0.15), (hyphen, 0.05), (dot, 0.05)]
    }

    private static func families(_ words: FoldedWords, isHyphenated: Bool) -> [Way] {
        let parts = (0..<words.count).map { Array(words[$0]) }
        guard parts.count > 1, let last = parts.last else { return [(parts[0], 1)] }
        let (joined, hyphen, dot) = (join(parts, ""), join(parts, "-"), join(parts, "."))
        if isHyphenated { return [(hyphen, 0.5), (joined, 0.17), (parts[0], 0.15), (last, 0.08)] }
        if parts.dropLast().allSatisfy({ particles.contains($0[...]) }) {
            return [(joined, 0.55), (last, 0.2), (hyphen, 0.06), (dot, 0.06)]
        }
        return [(parts[0], 0.35), (joined, 0.25), (last, 0.15), (dot, 0.06), (hyphen, 0.08)]
    }

    private static func join(_ parts: [[UInt8]], _ separator: String) -> [UInt8] {
        var joined: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { joined += separator.utf8 }
            joined += part
        }
        return joined
    }

    private static func isASCII(_ words: FoldedWords) -> Bool { words.bytes.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }

    /// The text without what stands in brackets or quotes, and without what is behind a comma.
    private static func bare(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x28 || $0 == 0x5B || $0 == 0x2C || $0 == 0x22 || $0 >= 0x80 }) else { return text }
        var bare = ""
        var depth = 0
        var isQuoted = false
        for character in text {
            switch character {
            case "(", "[", "（": depth += 1
            case ")", "]", "）": depth = max(0, depth - 1)
            case "\"", "“", "”", "„": isQuoted.toggle()
            case "," where depth == 0: return bare
            default: if depth == 0, !isQuoted { bare.append(character) }
            }
        }
        return bare
    }

    private static func withoutTitles(_ given: String) -> String {
        let pieces = given.split(whereSeparator: \.isWhitespace)
        let rest = pieces.drop { piece in
            let word = FoldedWords(String(piece))
            return word.count > 0 && NameHonorific.all.contains(word[0]) && (piece.last == "." || pieces.count > 1)
        }
        return rest.isEmpty ? given : rest.joined(separator: " ")
    }

    private static func withoutSuffix(_ family: String) -> String {
        var family = family
        if let credentials = NameSuffix.credentials(of: family), let place = family.range(of: credentials, options: .backwards) {
            family = String(family[..<place.lowerBound])
        }
        var pieces = family.split(whereSeparator: \.isWhitespace)
        while pieces.count > 1, let last = pieces.last, generations.contains(FoldedWords(String(last)).bytes[...]) { pieces.removeLast() }
        return pieces.joined(separator: " ")
    }

    /// Whether the umlauts may be German or Nordic: letters of other languages beside them say that they are not.
    private static func isGermanic(_ text: String) -> Bool {
        // Most names have none at all.
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
        let others = "şŞğĞıİçÇőŐűŰñÑáàâéèêíìîóòôúùûãõčďěňřšťžýłżźśćńąęăâîșț"
        return text.contains { "äöüÄÖÜß".contains($0) } && !text.contains { others.contains($0) }
    }

    private static let generations = WordTable("jr sr ii iii iv junior senior")
    private static let particles = WordTable(
        "van von de der den di da do dos das du la le lo del dela della degli dello ter ten te zu zur zum vom al el bin ibn abu st san santa af av mac"
    )
}
