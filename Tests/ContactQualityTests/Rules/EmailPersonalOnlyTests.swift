import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-personal-only.md`
@Suite("email-personal-only")
struct EmailPersonalOnlyTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(EmailPersonalOnly().finding(for: Someone.with { $0.email = .init("ada@gmail.com", kind: .personal) }))
        #expect(
            finding.rule == "email-personal-only" && finding.value == "ada@gmail.com"
                && finding.evidence == "The best address known is personal." && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(EmailPersonalOnly().finding(for: Someone.with()) == nil)
        #expect(EmailPersonalOnly().finding(for: Someone.with { $0.email = nil }) == nil)
        #expect(EmailPersonalOnly().finding(for: Someone.with { $0.otherEmails = [.init("ada@gmail.com", kind: .personal)] }) == nil)
    }
}
