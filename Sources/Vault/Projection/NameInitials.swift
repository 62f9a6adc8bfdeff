import ContactModel
import TextMatching

/// Names of which a half is initials while another name of the same person spells it out: "P. Lindner" beside "Petra Lindner".
///
/// An address book that was edited yesterday knows no better who she is than the profile of last month.
enum NameInitials {
    /// The names, with one that is spelt out in front where the one in front is only short for it. The others keep their order.
    static func spelledOutFirst(_ names: [Held<PersonName>]) -> [Held<PersonName>] {
        var names = names
        // "P. L.", "P. Lindner", "Petra Lindner": each step spells out more.
        for _ in names.indices {
            guard let first = names.first, let place = names.indices.first(where: { first.value.isShort(for: names[$0].value) }) else {
                break
            }
            names.insert(names.remove(at: place), at: 0)
        }
        return names
    }
}

extension PersonName {
    /// Whether a half of this name is initials of what another one spells out, and the rest of both is the same.
    fileprivate func isShort(for other: PersonName) -> Bool {
        guard let (given, family) = halves, let (otherGiven, otherFamily) = other.halves else { return false }
        func isSame(_ one: String, _ two: String) -> Bool { TextFolding.folded(one) == TextFolding.folded(two) }
        let (isGivenShort, isFamilyShort) = (Initials(given)?.areOf(otherGiven) ?? false, Initials(family)?.areOf(otherFamily) ?? false)
        return (isGivenShort || isFamilyShort) && (isGivenShort || isSame(given, otherGiven))
            && (isFamilyShort || isSame(family, otherFamily))
    }

    /// Given names and family name; of a name in one piece the last word is the family name, or what stands in front of a comma. `nil` where
    /// one half is missing.
    private var halves: (given: String, family: String)? {
        if let family, let given { return ([given, middle].compactMap { $0 }.joined(separator: " "), family) }
        guard given == nil, family == nil, let full else { return nil }
        let parts = full.split(separator: ",", maxSplits: 1).map { $0.split(separator: " ") }
        guard let words = parts.first, !words.isEmpty else { return nil }
        if parts.count == 2 { return parts[1].isEmpty ? nil : (parts[1].joined(separator: " "), words.joined(separator: " ")) }
        guard words.count > 1 else { return nil }
        return (words.dropLast().joined(separator: " "), String(words[words.count - 1]))
    }
}

/// A half of a name that is initials and nothing else: "P.", "J. R. R.", "J.-P.", "JP".
private struct Initials {
    private let letters: [String]
    /// Whether each must stand for a name: "JP" is nobody's initials who has one given name.
    private let areRunTogether: Bool

    /// Reads a half of a name; `nil` where a word is spelt out.
    init?(_ half: String) {
        var (letters, areRunTogether): ([String], Bool) = ([], false)
        for word in Self.words(of: half) {
            let scalars = word.unicodeScalars.filter { $0 != "." }
            // A letter without small and large ones is a whole name in Chinese, Japanese and Korean.
            guard !scalars.isEmpty, scalars.count <= 3, scalars.allSatisfy(\.properties.isCased) else { return nil }
            let isOne = scalars.count == 1 || word.unicodeScalars.contains(".") && word.unicodeScalars.count >= 2 * scalars.count - 1
            guard isOne || scalars.allSatisfy(\.properties.isUppercase) && !word.unicodeScalars.contains(".") else { return nil }
            areRunTogether = areRunTogether || !isOne
            letters += scalars.map { Self.folded(String($0)) }
        }
        guard !letters.isEmpty else { return nil }
        (self.letters, self.areRunTogether) = (letters, areRunTogether)
    }

    /// Whether a half of another name spells them out.
    func areOf(_ half: String) -> Bool {
        guard Initials(half) == nil else { return false }
        let names = Self.words(of: half).map { Self.folded(String($0.prefix(1))) }
        guard !names.isEmpty, !areRunTogether || names.count >= letters.count else { return false }
        return zip(letters, names).allSatisfy { $0 == $1 }
    }

    private static func words(of half: String) -> [Substring] { half.split { $0.isWhitespace || $0 == "-" || $0 == "‐" } }

    private static func folded(_ letter: String) -> String { String(TextFolding.folded(letter).prefix(1)) }
}
