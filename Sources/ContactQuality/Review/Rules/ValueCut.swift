/// A company or title has exactly 100 characters, where LinkedIn's export cuts.
///
/// One to eight rows of each real file do; a few of them end there by themselves. Characters are counted as Unicode scalars or as UTF-16
/// units, since nobody says which LinkedIn counts. Settled by the whole text from the profile.
public struct ValueCut: Rule {
    /// Its name.
    public let id = "value-cut"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A value that was cut off"
    /// What would settle it.
    public let advice = "Complete it from the profile."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for value in [person.company, person.title] {
            // Fewer than 100 bytes can't be 100 characters, and nearly all values are.
            guard let value, value.utf8.count >= 100, value.unicodeScalars.count == 100 || value.utf16.count == 100 else { continue }
            return found(value, because: "It has exactly 100 characters, where LinkedIn cuts.")
        }
        return nil
    }
}
