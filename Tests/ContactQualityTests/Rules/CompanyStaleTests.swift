import ContactModel
import ContactQuality
import Testing

/// `docs/rules/company-stale.md`
@Suite("company-stale")
struct CompanyStaleTests {
    @Test("finds a value that more likely than not has ended, and says how likely")
    func found() throws {
        let old = Confirmation(lastConfirmed: Someone.day(yearsAgo: 40))
        let finding = try #require(CompanyStale(asOf: Someone.today).finding(for: Someone.with { $0.companyConfirmed = old }))
        #expect(finding.value == "Acme GmbH" && finding.probability > 0.5 && finding.evidence.contains(" of 100 such "))
    }

    @Test("says nothing of a value that was just confirmed, nor of one nobody knows the day of")
    func quiet() {
        #expect(CompanyStale(asOf: Someone.today).finding(for: Someone.with()) == nil)
        #expect(
            CompanyStale(asOf: Someone.today).finding(for: ReviewSubject(company: "Acme GmbH", title: "Engineer", hasPhone: true)) == nil)
    }
}
