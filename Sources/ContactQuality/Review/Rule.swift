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
    func found(_ value: String? = nil, because evidence: String, probability: Double = 1, settle: String? = nil) -> Finding {
        Finding(
            rule: id, severity: severity, value: value, evidence: evidence, probability: probability, settle: settle ?? advice)
    }
}
