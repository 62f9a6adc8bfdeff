import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-unknown.md`
@Suite("email-unknown")
struct EmailUnknownTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(EmailUnknown().finding(for: Someone.with { $0.email = .init("x@other.example", kind: .unknown) }))
        #expect(
            finding.rule == "email-unknown" && finding.value == "x@other.example"
                && finding.evidence == "The domain is no known provider's and does not fit the company." && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(EmailUnknown().finding(for: Someone.with()) == nil)
        #expect(EmailUnknown().finding(for: Someone.with { $0.email = nil }) == nil)
    }
}
