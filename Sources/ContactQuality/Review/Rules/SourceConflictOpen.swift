internal import ContactModel

/// Two sources say, each in its latest word, something else about the employer or the title.
///
/// Which comes first is decided by the later confirmation, and that is a guess: an address book edited yesterday may carry a company of
/// ten years
/// ago. Names that differ only in legal form, case or punctuation agree. A source last confirmed more than two years before the other is
/// merely
/// old. Settled by the owner's word, which ends the conflict.
public struct SourceConflictOpen: Rule {
    /// Its name.
    public let id = "source-conflict"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "Sources that disagree"
    /// What would settle it.
    public let advice = "Say which one is right: edit the company or the title."

    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        guard let conflict = person.conflicts.first else { return nil }
        return found(
            conflict.value,
            because:
                "\(conflict.source) says “\(conflict.value)” (\(conflict.confirmed)), \(conflict.otherSource) says “\(conflict.otherValue)” (\(conflict.otherConfirmed)).",
            probability: 0.9)
    }
}
