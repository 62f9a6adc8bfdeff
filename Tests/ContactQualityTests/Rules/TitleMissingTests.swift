import ContactModel
import ContactQuality
import Testing

/// `docs/rules/title-missing.md`
@Suite("title-missing")
struct TitleMissingTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(TitleMissing().finding(for: Someone.with { $0.title = nil }))
        #expect(
            finding.rule == "title-missing" && finding.value == nil && finding.evidence == "No job title is known."
                && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(TitleMissing().finding(for: Someone.with()) == nil)
        #expect(TitleMissing().finding(for: Someone.with { $0.company = nil }) == nil)
    }
}
