import ContactModel
import ContactQuality
import Testing

/// `docs/rules/title-stale.md`
@Suite("title-stale")
struct TitleStaleTests {
    @Test("finds a value that more likely than not has ended, and says how likely")
    func found() throws {
        let old = Confirmation(lastConfirmed: Someone.day(yearsAgo: 40))
        let finding = try #require(TitleStale(asOf: Someone.today).finding(for: Someone.with { $0.titleConfirmed = old }))
        #expect(finding.value == "Engineer" && finding.probability > 0.5 && finding.evidence.contains(" of 100 such "))
    }

    @Test("says nothing of a value that was just confirmed, nor of one nobody knows the day of")
    func quiet() {
        #expect(TitleStale(asOf: Someone.today).finding(for: Someone.with()) == nil)
        #expect(TitleStale(asOf: Someone.today).finding(for: ReviewSubject(company: "Acme GmbH", title: "Engineer", hasPhone: true)) == nil)
    }
}
