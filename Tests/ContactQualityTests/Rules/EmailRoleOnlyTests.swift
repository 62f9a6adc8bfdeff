import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-role-only.md`
@Suite("email-role-only")
struct EmailRoleOnlyTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(EmailRoleOnly().finding(for: Someone.with { $0.email = .init("info@acme.example", kind: .role) }))
        #expect(
            finding.rule == "email-role-only" && finding.value == "info@acme.example"
                && finding.evidence == "The best address known is a function's." && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(EmailRoleOnly().finding(for: Someone.with()) == nil)
        #expect(EmailRoleOnly().finding(for: Someone.with { $0.otherEmails = [.init("info@acme.example", kind: .role)] }) == nil)
    }
}
