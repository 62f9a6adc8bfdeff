import ContactModel
import TextMatching

/// Reads the name a directory shows (`cn`) where of its parts it has the family name only: `sn` is mandatory in a directory, `givenName`
/// isn't (RFC 4519 §3.12).
enum LDIFCommonName {
    /// A name of which the family name is known, completed by the whole that is shown; `nil` where it is complete, or the whole is no name.
    ///
    /// What stands before the family name is the given name ("Anna Kowalska"), after a title where it begins with one. Behind it the given
    /// name stands where the family name comes first, and the whole keeps that order ("山田 太郎"); a comma only sorts ("Kowalska, Anna").
    /// Where the family name stands elsewhere or not at all, nobody can tell the parts: the name is known in one piece beside it. A single
    /// word without the family name may be anything, an account's too, and completes nothing.
    static func completed(_ name: PersonName, by whole: String) -> PersonName? {
        guard name.given == nil, name.full == nil, let family = name.family, !whole.contains("@"),
            TextFolding.folded(whole) != TextFolding.folded(name.display), TextFolding.folded(whole) != TextFolding.folded(family)
        else { return nil }
        var completed = name
        if let before = rest(of: whole, withoutEnd: family) {
            completed.put(before, standingBefore: true)
        } else if let behind = rest(of: whole, withoutBeginning: family) {
            completed.put(behind, standingBefore: false)
            if !behind.holds(","), completed.given != nil { completed.full = whole }
        } else if words(whole[...]).count > 1 {
            completed.full = whole
        }
        return completed == name ? nil : completed
    }

    /// A name completed by the first of some wholes that completes it; `nil` where none does.
    static func completed(_ name: PersonName, byFirstOf wholes: [String]) -> PersonName? {
        wholes.lazy.compactMap { completed(name, by: $0) }.first
    }

    private static func words(_ text: Substring) -> [String] { text.split { $0.isWhitespace || $0 == "," }.map(String.init) }

    /// What stands before a name at the end of a whole, with the case as it may be; `nil` where the name doesn't end it as a word of its own.
    private static func rest(of whole: String, withoutEnd name: String) -> Substring? {
        guard whole.count > name.count, whole.suffix(name.count).lowercased() == name.lowercased() else { return nil }
        let rest = whole.dropLast(name.count)
        return parts(rest.last, whole[rest.endIndex...].first) ? rest : nil
    }

    /// What stands behind a name that begins a whole; `nil` where it doesn't, or goes on in the same word.
    private static func rest(of whole: String, withoutBeginning name: String) -> Substring? {
        guard whole.count > name.count, whole.prefix(name.count).lowercased() == name.lowercased() else { return nil }
        let rest = whole.dropFirst(name.count)
        return parts(whole[..<rest.startIndex].last, rest.first) ? rest : nil
    }

    /// Whether one word can end and another begin between two characters: East Asian names are written without blanks.
    private static func parts(_ left: Character?, _ right: Character?) -> Bool {
        guard let left, let right else { return false }
        let areEastAsian = PersonName.isEastAsian(String(left)) && PersonName.isEastAsian(String(right))
        return left.isWhitespace || right.isWhitespace || right == "," || areEastAsian
    }
}

extension PersonName {
    /// Puts words that stand beside the family name where they belong: titles and credentials that are known or recognised aren't given names.
    fileprivate mutating func put(_ text: Substring, standingBefore: Bool) {
        var words: [String] = []
        // The places of the words that have a comma before them.
        var behindCommas: Set<Int> = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            behindCommas.insert(words.count)
            words += piece.split { $0.isWhitespace }.map(String.init)
        }
        let titles = words.prefix { PersonNameReading.isHonorific($0) }
        let end = standingBefore ? words.count : Self.endOfNames(in: words, from: titles.count, behindCommas: behindCommas)
        let credentials = words[end...]
        let others = words[titles.count..<end]
        if prefix == nil, !titles.isEmpty { prefix = titles.joined(separator: " ") }
        if suffix == nil, !credentials.isEmpty { suffix = credentials.joined(separator: " ") }
        let known = Set([middle, prefix, suffix].compactMap { $0 }.flatMap { $0.split(separator: " ").map(String.init) })
        let given = others.filter { !known.contains($0) }
        if !given.isEmpty { self.given = given.joined(separator: " ") }
    }

    /// Where the credentials begin in words behind a family name and the titles; the first word there is always a name.
    ///
    /// Many credentials are given names too ("Ba", "Ma"): they count behind a comma, or by how they are written.
    private static func endOfNames(in words: [String], from start: Int, behindCommas: Set<Int>) -> Int {
        guard words.count > start + 1 else { return words.count }
        var first = words.count
        while first > start + 1, PersonNameReading.isCredential(words[first - 1]) { first -= 1 }
        for place in first..<words.count {
            let isBesideShouted = words[start..<place].contains { isShouted($0) }
            let unparted = (place..<words.count).prefix { !behindCommas.contains($0) }
            if unparted.allSatisfy({ isWrittenAsCredential(words[$0], isBesideShouted) }) { return place }
        }
        return words.count
    }

    /// Whether a word looks like a credential: with a full stop ("jr."), or with capitals behind the first letter ("PhD", and "MBA" where
    /// the names beside it aren't all capitals too).
    private static func isWrittenAsCredential(_ word: String, _ isBesideShouted: Bool) -> Bool {
        word.contains(".") || word.dropFirst().contains(where: \.isUppercase) && !(isBesideShouted && isShouted(word))
    }

    /// Whether a name is all capitals, and no initial.
    private static func isShouted(_ word: String) -> Bool {
        word.count > 1 && word.contains(where: \.isUppercase) && !word.contains { $0.isLowercase || $0 == "." }
    }
}
