/// What a rule says about one person: the value, why, how sure, and what would settle it.
public struct Finding: Hashable, Sendable {
    /// The rule's id.
    public var rule: String
    /// How much it matters.
    public var severity: Severity
    /// The value concerned; `nil` where one is missing.
    public var value: String?
    /// Why, in a sentence.
    public var evidence: String
    /// How sure it is, from 0 to 1: of a hundred findings with 0.8 some eighty are right. 1 where the value itself shows it.
    public var probability: Double
    /// What would settle it, in a sentence to the owner.
    public var settle: String

    /// Makes a finding; probabilities outside 0 to 1 stop at their ends.
    public init(
        rule: String,
        severity: Severity,
        value: String?,
        evidence: String,
        probability: Double = 1,
        settle: String = ""
    ) {
        self.rule = rule
        self.severity = severity
        self.value = value
        self.evidence = evidence
        self.probability = min(max(probability, 0), 1)
        self.settle = settle
    }
}

/// How much a finding matters for what the owner keeps contacts for.
public enum Severity: String, CaseIterable, Comparable, Hashable, Sendable {
    /// Worth knowing.
    case low
    /// Part of the contact is of no use.
    case medium
    /// The contact may be lost.
    case high

    /// Lower severities come first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}
