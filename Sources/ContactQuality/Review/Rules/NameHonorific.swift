internal import ContactModel

/// An honorific or academic title stands in front of the given name: "Dr. Ada", "Frau Ada", "Prof. Ada".
///
/// It belongs into the name's prefix: a letter that begins "Dear Dr." is wrong in most languages, and sorting goes by the given name.
/// English,
/// German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages and Polish. A given name that is one ("Don Example", "Sir")
/// alone is left
/// alone. Settled by moving it.
public struct NameHonorific: Rule {
    /// Its name.
    public let id = "name-honorific"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A title in front of the given name"
    /// What would settle it.
    public let advice = "Move it into the name's prefix."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let given = person.name.given ?? person.name.full else { return nil }
        let words = FoldedWords(given)
        guard words.count > 1 || (words.count == 1 && given.utf8.last == 0x2E), NameHonorific.all.contains(words[0]) else { return nil }
        return found(
            person.name.display, because: "“\(given.split(separator: " ").first ?? "")” is a title, not a given name.", probability: 0.97)
    }

    static let all = WordTable(
        """
        dr doctor prof professor mr mrs ms miss mx rev reverend fr capt captain col colonel lt sgt hon judge ing dipling mag dott dottssa avv
        arch herr frau prof dipl mme mlle monsieur madame maitre sr sra srta senor senora dra ing lic abog dona sig sigra dhr mevr mw drs ir mgr
        magister hr fru froken pan pani inz hab bc judr mudr phdr
        """
    )
}
