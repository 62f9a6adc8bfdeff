import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-missing.md`
@Suite("email-missing")
struct EmailMissingTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(EmailMissing().finding(for: Someone.with { $0.email = nil }))
        #expect(
            finding.rule == "email-missing" && finding.value == nil && finding.evidence == "No e-mail address is known."
                && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(EmailMissing().finding(for: Someone.with()) == nil)
        #expect(EmailMissing().finding(for: Someone.with { $0.company = nil }) == nil)
    }
}
