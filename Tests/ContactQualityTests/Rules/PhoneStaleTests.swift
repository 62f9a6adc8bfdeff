import ContactModel
import ContactQuality
import Testing

/// `docs/rules/phone-stale.md`
@Suite("phone-stale")
struct PhoneStaleTests {
    @Test("finds a value that more likely than not has ended, and says how likely")
    func found() throws {
        let old = Confirmation(lastConfirmed: Someone.day(yearsAgo: 40))
        let finding = try #require(
            PhoneStale(asOf: Someone.today).finding(
                for: Someone.with {
                    $0.phones = [.init("+49 30 901820")]
                    $0.phoneConfirmed = old
                }))
        #expect(finding.value == "+49 30 901820" && finding.probability > 0.5 && finding.evidence.contains(" of 100 such "))
    }

    @Test("says nothing of a value that was just confirmed, nor of one nobody knows the day of")
    func quiet() {
        #expect(PhoneStale(asOf: Someone.today).finding(for: Someone.with()) == nil)
        #expect(PhoneStale(asOf: Someone.today).finding(for: ReviewSubject(company: "Acme GmbH", title: "Engineer", hasPhone: true)) == nil)
    }
}
