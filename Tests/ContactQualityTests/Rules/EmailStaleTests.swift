import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-stale.md`
@Suite("email-stale")
struct EmailStaleTests {
    @Test("finds a value that more likely than not has ended, and says how likely")
    func found() throws {
        let old = Confirmation(lastConfirmed: Someone.day(yearsAgo: 40))
        let finding = try #require(
            EmailStale(asOf: Someone.today).finding(
                for: Someone.with {
                    $0.email = .init("ada@acme.example", kind: .work, confirmed: old)
                    $0.companyConfirmed = old
                }))
        #expect(finding.value == "ada@acme.example" && finding.probability > 0.5 && finding.evidence.contains(" of 100 such "))
    }

    @Test("says nothing of a value that was just confirmed, nor of one nobody knows the day of")
    func quiet() {
        #expect(EmailStale(asOf: Someone.today).finding(for: Someone.with()) == nil)
        #expect(EmailStale(asOf: Someone.today).finding(for: ReviewSubject(company: "Acme GmbH", title: "Engineer", hasPhone: true)) == nil)
    }
}
