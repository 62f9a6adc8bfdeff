internal import ContactModel

/// A person's name, folded for comparing it with addresses, in both spellings of its umlauts.
struct OwnName {
    private struct Spelling {
        var given: FoldedWords
        var family: FoldedWords
    }

    private let spellings: [Spelling]

    /// Folds a name; of one that is known in one piece only, the last word is taken for the family name. Credentials behind a comma
    /// ("Example, PMP") do not belong to it.
    init(_ name: PersonName) {
        func withoutCredentials(_ text: String) -> String { text.split(separator: ",").first.map(String.init) ?? "" }
        var given = name.given ?? ""
        var family = withoutCredentials(name.family ?? "")
        if name.given == nil, name.family == nil {
            let words = withoutCredentials(name.full ?? "").split(whereSeparator: \.isWhitespace)
            given = words.dropLast().joined(separator: " ")
            family = words.last.map(String.init) ?? ""
        }
        let plain = Spelling(given: FoldedWords(given), family: FoldedWords(family))
        if plain.given.hasUmlauts || plain.family.hasUmlauts {
            let digraphs = Spelling(given: FoldedWords(given, umlauts: .digraphs), family: FoldedWords(family, umlauts: .digraphs))
            spellings = [plain, digraphs]
        } else {
            spellings = [plain]
        }
    }

    /// Whether it is worth asking `isDomain`: the label holds three ASCII letters in a row that the family or full name ends with, or
    /// the name does not end with such.
    static func mayBe(_ label: ArraySlice<UInt8>, _ name: PersonName) -> Bool {
        guard let text = name.family ?? name.full ?? name.given else { return false }
        guard !text.utf8.contains(0x2C) else { return true }
        let end = text.utf8.suffix(3).map { $0 | 0x20 }
        return !end.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } || label.holds(end)
    }

    /// Whether a folded word is one of the name's, or the given or family name in whole.
    func contains(_ word: ArraySlice<UInt8>) -> Bool {
        spellings.contains { spelling in
            [spelling.given, spelling.family].contains { part in
                (0..<part.count).contains { part[$0].elementsEqual(word) } || (part.count > 1 && part.bytes.elementsEqual(word))
            }
        }
    }

    /// Whether a text is the name's initials, of the first given and the first family name in either order, or of all words.
    func hasInitials(_ text: String) -> Bool {
        guard let name = spellings.first, let first = name.given.bytes.first, let last = name.family.bytes.first, text.utf8.count <= 4
        else {
            return false
        }
        let all = [name.given, name.family].flatMap { part in (0..<part.count).compactMap { part[$0].first } }
        return text.utf8.elementsEqual([first, last]) || text.utf8.elementsEqual([last, first]) || text.utf8.elementsEqual(all)
    }

    /// Whether a domain is the person's own: `adaexample.org`, `ada-example.de`, `example-ada.net`, any under `.name`, and
    /// `example.org` where the address is `ada@`.
    func isDomain(_ domain: DomainName, local: ArraySlice<UInt8>) -> Bool {
        let label = FoldedWords(String(decoding: domain.label.filter { $0 != 0x2D }, as: UTF8.self)).bytes
        guard label.count >= 5 else { return false }
        return spellings.contains { name in
            guard name.given.count > 0, name.family.count > 0 else { return false }
            let first = name.given[0]
            let family = name.family.bytes
            for given in [first, name.given.bytes[...]] where label.elementsEqual(given + family) || label.elementsEqual(family + given) {
                return true
            }
            guard label.elementsEqual(family) else { return false }
            return domain.suffix.elementsEqual("name".utf8) || local.elementsEqual(first)
        }
    }
}
