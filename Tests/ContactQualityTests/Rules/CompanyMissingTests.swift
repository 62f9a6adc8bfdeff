import ContactModel
import ContactQuality
import Testing

/// `docs/rules/company-missing.md`
@Suite("company-missing")
struct CompanyMissingTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(CompanyMissing().finding(for: Someone.with { $0.company = nil }))
        #expect(
            finding.rule == "company-missing" && finding.value == nil && finding.evidence == "No company is known."
                && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(CompanyMissing().finding(for: Someone.with()) == nil)
        #expect(CompanyMissing().finding(for: Someone.with { $0.title = nil }) == nil)
    }
}
