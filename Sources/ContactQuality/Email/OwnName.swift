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
        if (given + family).utf8.contains(where: { $0 >= 0xCE }), !plain.family.bytes.isEmpty, plain.family.bytes.allSatisfy({ $0 >= 0x80 })
        {
            spellings = [plain] + Self.transliterated(plain)
            return
        }
        if plain.given.hasUmlauts || plain.family.hasUmlauts {
            let digraphs = Spelling(given: FoldedWords(given, umlauts: .digraphs), family: FoldedWords(family, umlauts: .digraphs))
            spellings = [plain, digraphs]
        } else {
            spellings = [plain]
        }
    }

    /// A name in Cyrillic or Greek as domains have it: "Анна Петрова" is `petrova`, and her family's domain `petrov`.
    private static func transliterated(_ plain: Spelling) -> [Spelling] {
        let given = FoldedWords(Transliteration.latin(plain.given.text))
        let family = Transliteration.latin(plain.family.text)
        guard !family.isEmpty, family.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        var families = [family]
        if ["ova", "eva", "ina"].contains(where: family.hasSuffix) { families.append(String(family.dropLast())) }
        if family.hasSuffix("skaya") { families.append(family.dropLast(4) + "kii") }
        return families.map { Spelling(given: given, family: FoldedWords($0)) }
    }

    /// Whether a local part is the person's given name, its short form, initials, or one that says nothing.
    private func isOwn(_ local: ArraySlice<UInt8>, _ given: ArraySlice<UInt8>, _ initial: ArraySlice<UInt8>, _ family: [UInt8]) -> Bool {
        if local.elementsEqual(given) || local.elementsEqual(initial) || RoleLocalParts.greetings.contains(local) { return true }
        if local.count >= 3, given.starts(with: local) { return true }
        return local.count == 2 && local.first == given.first && local.last == family.first
    }

    /// What stands around a family's name in its domain.
    private static let around: [(before: [UInt8], behind: [UInt8])] = [
        ("familie", ""), ("family", ""), ("famille", ""), ("familia", ""), ("famiglia", ""), ("fam", ""), ("the", "s"), ("the", "family"),
        ("", "family"),
        ("", "familie"), ("", "online"), ("les", ""), ("dr", ""), ("haus", ""), ("", "web"), ("", "mail"), ("casa", ""), ("rodina", ""),
        ("csalad", ""),
        ("", "net"), ("", "home"), ("meet", ""), ("hey", ""), ("hello", ""), ("mail", ""),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Endings for persons and families.
    private static let personal = WordTable(
        "name family me email me.uk id.au name.tr name.my nom.br nom.fr nom.es priv.no priv.at priv.hu gen.nz geek.nz adv.br")

    /// Whether it is worth asking `isDomain`: the label holds three ASCII letters in a row that the family or full name ends with, or
    /// the name does not end with such.
    static func mayBe(_ label: ArraySlice<UInt8>, _ name: PersonName) -> Bool {
        guard let text = name.family ?? name.full ?? name.given else { return false }
        guard !text.utf8.contains(0x2C) else { return true }
        // A name in another alphabet shares no letter with a domain before it is spelled in this one.
        if let last = text.utf8.last, last >= 0x80 { return true }
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

    /// Whether letters are the family name and the first given name or the initials of given names, in either order: `jdoe`, `doejane`.
    func isAsEmployersWriteIt(_ letters: [UInt8]) -> Bool {
        spellings.contains { name in
            guard name.given.count > 0, name.family.count > 0 else { return false }
            let (given, family) = (name.given[0], name.family.bytes)
            let initials = (0..<name.given.count).compactMap { name.given[$0].first }
            for part in [given, given.prefix(1), initials[...]]
            where letters.elementsEqual(part + family) || letters.elementsEqual(family + part) {
                return true
            }
            return false
        }
    }

    /// Whether a domain's label is given and family name, in either order: whatever stands before the `@`, it is this person.
    func isWholeName(_ domain: DomainName) -> Bool {
        let label = FoldedWords(String(decoding: domain.label.filter { $0 != 0x2D }, as: UTF8.self)).bytes
        return spellings.contains { name in
            guard name.given.count > 0, name.family.count > 0, label.count >= 6 else { return false }
            let (given, family) = (name.given[0], name.family.bytes)
            return label.elementsEqual(given + family) || label.elementsEqual(family + given)
        }
    }

    /// Whether a domain is the person's own: `adaexample.org`, `ada-example.de`, `example-ada.net`, any under `.name`, and
    /// `example.org` where the address is `ada@`.
    func isDomain(_ domain: DomainName, local: ArraySlice<UInt8>) -> Bool {
        let label = FoldedWords(String(decoding: domain.label.filter { $0 != 0x2D }, as: UTF8.self)).bytes
        guard label.count >= 5 || label.count >= 3 && Self.personal.contains(domain.suffix) else { return false }
        return spellings.contains { name in
            guard name.given.count > 0, name.family.count > 0 else { return false }
            let first = name.given[0]
            let family = name.family.bytes
            for given in [first, name.given.bytes[...]] where label.elementsEqual(given + family) || label.elementsEqual(family + given) {
                return true
            }
            let (initial, short) = (first.prefix(1), first.prefix(3))
            // `jdoe.com` where the address says no other name, and the family's name is long enough to be no word.
            if family.count >= 4, label.elementsEqual(initial + family) || label.elementsEqual(family + initial),
                isOwn(local, first, initial, family)
            {
                return true
            }
            // `timdoe.com` of Timothy, where the address is `tim@` or says nothing.
            if family.count >= 4, short.count == 3, label.count > family.count + 2, label.suffix(family.count).elementsEqual(family),
                first.starts(with: label.dropLast(family.count)), isOwn(local, first, initial, family) || label.starts(with: local)
            {
                return true
            }
            // `familie-doe.de`, `thedoes.net`, `doe-family.org`.
            for (before, behind) in Self.around where label.count == before.count + family.count + behind.count {
                if label.starts(with: before), label.suffix(behind.count).elementsEqual(behind),
                    label.dropFirst(before.count).starts(with: family)
                {
                    return true
                }
            }
            // `thedoes.example` without the article: `does.example`.
            let isPlural =
                family.count >= 4 && label.count == family.count + 1 && label.starts(with: family) && label.last == UInt8(ascii: "s")
            guard label.elementsEqual(family) || isPlural else { return false }
            return Self.personal.contains(domain.suffix) || isOwn(local, first, initial, family)
        }
    }
}
