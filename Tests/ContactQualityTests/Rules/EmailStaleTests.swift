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

    @Test("says that it is an address of a former company, however lately it was confirmed, and names the likeliest of several")
    func former() throws {
        let fresh = Confirmation(lastConfirmed: Someone.today, source: "book")
        let finding = try #require(
            EmailStale(asOf: Someone.today).finding(
                for: Someone.with {
                    $0.email = .init("ada@acme.example", kind: .work, confirmed: fresh, formerCompany: "Acme GmbH")
                    $0.company = "Sample Ltd"
                }))
        #expect(finding.evidence == "An address of “Acme GmbH”, a former company; 5 of 100 such addresses still hold.")
        let old = Confirmation(lastConfirmed: Someone.day(yearsAgo: 25), source: "book")
        let likelier = try #require(
            EmailStale(asOf: Someone.today).finding(
                for: Someone.with {
                    $0.email = .init("ada@acme.example", kind: .work, confirmed: fresh, formerCompany: "Acme GmbH")
                    $0.otherEmails = [.init("ada@gmail.com", kind: .personal, confirmed: old)]
                }))
        #expect(likelier.value == "ada@gmail.com" && likelier.evidence.hasPrefix("Last confirmed on \(old.lastConfirmed) by book; 37 of"))
        // The day is that of the company, where it is that the address goes with.
        let company = Confirmation(lastConfirmed: Someone.day(yearsAgo: 9), source: "LinkedIn")
        let gone = try #require(
            EmailStale(asOf: Someone.today).finding(
                for: Someone.with {
                    $0.email = .init("ada@acme.example", kind: .work, confirmed: old)
                    $0.companyConfirmed = company
                }))
        #expect(gone.evidence.hasPrefix("An address of “Acme GmbH”, which was last confirmed on \(company.lastConfirmed) by LinkedIn; "))
    }

    @Test("says nothing of a value that was just confirmed, nor of one nobody knows the day of")
    func quiet() {
        #expect(EmailStale(asOf: Someone.today).finding(for: Someone.with()) == nil)
        #expect(EmailStale(asOf: Someone.today).finding(for: ReviewSubject(company: "Acme GmbH", title: "Engineer", hasPhone: true)) == nil)
    }
}
