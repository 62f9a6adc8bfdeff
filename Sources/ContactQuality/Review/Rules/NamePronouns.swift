internal import ContactModel

/// Pronouns stand in the name: "Ada Example (she/her)".
///
/// They tell how to speak of the person, so they are worth keeping, in a note: a letter would begin "Dear Ms Example (she/her)". English,
/// German,
/// French, Spanish, Italian, Portuguese, Dutch and Swedish pronouns with a stroke between them, or one pronoun in brackets. Settled by
/// moving
/// them into a note.
public struct NamePronouns: Rule {
    /// Its name.
    public let id = "name-pronouns"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "Pronouns in the name"
    /// What would settle it.
    public let advice = "Keep them as a note, not in the name."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for part in person.name.written {
            guard let pronouns = NamePronouns.pronouns(in: part) else { continue }
            return found(person.name.display, because: "“\(pronouns)” tells how to speak of the person.", probability: 0.99)
        }
        return nil
    }

    /// The first pair of pronouns, or the one in brackets.
    static func pronouns(in text: String) -> String? {
        guard text.utf8.contains(where: { $0 == 0x2F || $0 == 0x28 || $0 == 0x5B }) else { return nil }
        var isInBrackets = false
        for piece in text.split(separator: " ") {
            if piece.first == "(" || piece.first == "[" { isInBrackets = true }
            let bare = piece.filter { !"()[]{},;".contains($0) }.lowercased()
            let words = bare.split(separator: "/")
            if words.count > 1, words.allSatisfy({ all.contains(Array($0.utf8)[...]) }) { return bare }
            if words.count == 1, isInBrackets, all.contains(Array(bare.utf8)[...]) { return bare }
            if piece.last == ")" || piece.last == "]" { isInBrackets = false }
        }
        return nil
    }

    private static let all = WordTable(
        """
        she her hers he him his they them theirs ze hir zir xe xem any all ask sie ihr er ihm ihn dey denen iel elle elles il lui ellui ella
        ellas él el elle lei egli loro ela dela ele dele elu zij haar hij hem die hen hun hon henne han honom hän
        """
    )
}
