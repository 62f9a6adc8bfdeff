import ContactModel

/// The one or two letters a person is drawn with where there is no picture.
struct Monogram {
    /// The letters; a dot where the name has none.
    let letters: String

    /// Of the given and the family name, in the order they are written in, else of the words of the name in one piece, else of what the person
    /// is shown by.
    init(_ person: Person) {
        let name = person.names.first?.value
        let isFamilyFirst = name?.familyFirst != nil
        let words = (isFamilyFirst ? [name?.family, name?.given] : [name?.given, name?.family]).compactMap { $0 }
        if words.isEmpty { self.init(name: name?.full ?? person.displayName) } else { self.init(words: words) }
    }

    /// Of the words of a name in one piece.
    init(name: String) { self.init(words: name.split(separator: " ").map(String.init)) }

    private init(words: [String]) {
        let initials = words.compactMap { $0.first { $0.isLetter || $0.isNumber } }
        let chosen = initials.count > 2 ? [initials[0], initials[initials.count - 1]] : initials
        letters = chosen.isEmpty ? "·" : String(chosen).uppercased()
    }
}
