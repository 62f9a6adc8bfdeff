import ContactModel
import ContactQuality
import Testing

/// `docs/rules/unreachable.md`
@Suite("unreachable")
struct UnreachableTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(
            Unreachable().finding(
                for: Someone.with {
                    $0.email = nil
                    $0.hasPhone = false
                }))
        #expect(
            finding.rule == "unreachable" && finding.value == nil && finding.evidence == "No e-mail address and no phone number is known."
                && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(Unreachable().finding(for: Someone.with()) == nil)
        #expect(Unreachable().finding(for: Someone.with { $0.email = nil }) == nil)
        #expect(Unreachable().finding(for: Someone.with { $0.hasPhone = false }) == nil)
    }

    @Test(
        "what can't be written to or called reaches nobody",
        arguments: [["ada@acme"], ["ada..sample@acme.example"], ["n/a@"], []], [["+1 555"], ["+999 123456789"], ["n/a"], []])
    func useless(emails: [String], phones: [String]) throws {
        var person = Person(id: UniqueID(high: 1, low: 2), standing: .connected)
        person.emails = emails.map { Held(EmailAddress($0), []) }
        person.phones = phones.map { Held(PhoneNumber($0), []) }
        let subject = ReviewSubject(person, plans: PhonePlans())
        let finding = try #require(Unreachable().finding(for: subject))
        #expect(finding.value == (emails + phones).first)
        #expect(ReachCounts.way(to: subject) == .nothing && ReviewTally.points(of: subject, asOf: Someone.today).reach == 0)
        var tally = ReviewTally(asOf: Someone.today)
        tally.add(subject)
        #expect(tally.unreachable == 1 && tally.reachable == 0 && tally.count(of: "unreachable") == 1)
        // One that can be used is enough, wherever it stands.
        person.emails.append(Held(EmailAddress("ada@acme.example"), []))
        #expect(ReviewSubject(person, plans: PhonePlans()).isReachable)
    }
}
