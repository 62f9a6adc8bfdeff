/// One thing a contact can lack or have wrong. A rule is one file; its doc comment is its page in the manual.
public protocol Rule: Sendable {
    /// Its name in reports and programs, in words with dashes: `email-missing`. Never changed once released.
    var id: String { get }
    /// How much it matters.
    var severity: Severity { get }
    /// What it finds, in a few words.
    var title: String { get }
    /// What would settle it, in a sentence to the owner.
    var advice: String { get }

    /// What the rule says about a person; `nil` where all is well or the rule does not apply.
    func finding(for person: ReviewSubject) -> Finding?
}

extension Rule {
    /// A finding of this rule.
    func found(_ value: String? = nil, because evidence: String) -> Finding {
        Finding(rule: id, severity: severity, value: value, evidence: evidence)
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

/// What a rule says about one person.
public struct Finding: Hashable, Sendable {
    /// The rule's id.
    public var rule: String
    /// How much it matters.
    public var severity: Severity
    /// The value concerned; `nil` where one is missing.
    public var value: String?
    /// Why, in a sentence.
    public var evidence: String

    /// Makes a finding.
    public init(rule: String, severity: Severity, value: String?, evidence: String) {
        self.rule = rule
        self.severity = severity
        self.value = value
        self.evidence = evidence
    }
}
