import TextMatching

/// What a file's name says of the parts of a list: what all of them are called, and which of them it is.
///
/// `clients1.csv`, `contacts-part 2.csv`, `Kontakte Teil 3.vcf`, `export (2 of 3).csv`. A number in brackets alone (`contacts (1).csv`) is a
/// browser's, for a file that was downloaded once more; a year or a date is no part, unless a word says so.
struct PartName: Hashable, Sendable {
    /// What the parts have in common: in small letters, without number, word and extension.
    let stem: String
    /// The last extension, in small letters.
    let fileExtension: String
    /// Which part it is; `nil` for a name without a number, which may be the first part's.
    let number: Int?

    /// Reads the last part of a path; `nil` where its number is no part's.
    init?(_ path: String) {
        let name = TextNormalization.nfc(String(EntryPath.lastPart(of: path))).lowercased()
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        fileExtension = String(name[dot...])
        var text = Self.withoutTotal(name[..<dot])
        // An archive may be packed once more: `…_2.zip.zip`.
        while text.hasSuffix(fileExtension), !fileExtension.isEmpty { text = text.dropLast(fileExtension.count) }
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let rest = text.dropLast(digits)
        // A year is no part's number.
        guard (1...2).contains(digits) else {
            guard text.last != ")", text.contains(where: \.isLetter) else { return nil }
            (stem, number) = (Self.trimmed(text), nil)
            return
        }
        guard let value = Int(text.suffix(digits)), rest.last != "(" else { return nil }
        let bare = Self.trimmed(rest)
        if let word = Self.words.first(where: { bare.hasSuffix($0) && bare.dropLast($0.count).last?.isLetter != true }) {
            stem = Self.trimmed(bare.dropLast(word.count))
        } else {
            let isDated = LinkedInHandOut.exportDate(inNames: [bare]) != nil && rest.last == "_"
            guard bare.contains(where: \.isLetter), isDated || !bare.contains(where: \.isNumber) else { return nil }
            stem = bare
        }
        number = value
    }

    /// Words before the number of a part.
    private static let words = [
        "part", "pt", "teil", "partie", "parte", "deel", "del", "osa", "część", "czesc", "část", "часть", "frac", "chunk", "split",
    ]

    /// A name without how many parts there are: `export 2 of 3` and `export (2 of 3)` are `export 2`.
    private static func withoutTotal(_ name: Substring) -> Substring {
        let isClosed = name.last == ")"
        let text = isClosed ? name.dropLast() : name
        let total = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard total > 0 else { return name }
        let before = trimmed(text.dropLast(total))
        guard let word = ["of", "von", "de", "sur", "di", "van", "из"].first(where: before.hasSuffix) else { return name }
        let numbered = trimmed(before.dropLast(word.count))
        guard numbered.last?.isNumber == true else { return name }
        // The bracket was of both numbers.
        guard isClosed, let bracket = numbered.lastIndex(of: "(") else { return numbered[...] }
        return (trimmed(numbered[..<bracket]) + " part " + numbered[numbered.index(after: bracket)...])[...]
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while let last = rest.last, " -_.#+,".contains(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
