internal import ContactModel

/// Two sources say, each in its latest word, something else about the employer, the title, the family name or the birthday.
///
/// Which comes first is decided by the later confirmation, and that is a guess: an address book edited yesterday may carry a company of
/// ten years ago. Companies that differ only in legal form, case or punctuation agree; so do family names with a word in common, for who
/// married may have both, and birthdays of which one says less. Different names or birthdays may also be those of two people taken for
/// one. A source last confirmed more than two years before the other is merely old. Settled by the owner's word, which ends the conflict,
/// or by the source that is wrong.
public struct SourceConflictOpen: Rule {
    /// Its name.
    public let id = "source-conflict"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "Sources that disagree"
    /// What would settle it.
    public let advice = "Say which one is right: edit it here, or put it right in the source that is wrong."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let first = person.conflicts.first else { return nil }
        return found(first.value, because: person.conflicts.map(Self.sentence).joined(separator: " Besides, "), probability: 0.9)
    }

    private static func sentence(_ conflict: SourceConflict) -> String {
        "\(conflict.source) says “\(conflict.value)” (\(conflict.confirmed)), \(conflict.otherSource) says “\(conflict.otherValue)” (\(conflict.otherConfirmed))."
    }
}
