import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-lookalike.md`
@Suite("email-lookalike")
struct EmailLookalikeTests {
    /// What a tally says of somebody at `domain`, after so many colleagues at `example.com`.
    private func found(_ domain: String, beside colleagues: Int, company: String = "Example Corp", others: Int = 0) -> Finding? {
        var tally = ReviewTally(asOf: Someone.today)
        func person(_ local: Int, _ domain: String, _ company: String) -> ReviewSubject {
            Someone.with {
                $0.email = .init("p\(local)@\(domain)", kind: .unknown)
                $0.company = company
            }
        }
        for local in 0..<colleagues { tally.add(person(local, "example.com", "Example Corp.")) }
        for local in 0..<others { tally.add(person(local + 100, domain, company)) }
        let subject = person(900, domain, company)
        let at = tally.add(subject).first { $0.rule == "email-lookalike" }
        let late = tally.findingsOfAll?(subject).first { $0.rule == "email-lookalike" }
        // It is said once, and counted for each who has one.
        #expect(at == nil || late == nil)
        #expect(tally.count(of: "email-lookalike") == (at ?? late == nil ? 0 : others + 1))
        return at ?? late
    }

    @Test(
        "finds one that looks like the colleagues' domain, and says how many are there",
        arguments: ["exarnple.com", "exampel.com", "exmple.com", "examplle.com", "ехample.com"])
    func colleagues(domain: String) throws {
        let finding = try #require(found(domain, beside: 20))
        #expect(finding.value == "p900@\(domain)" && finding.probability >= 0.9)
        #expect(finding.evidence.contains("example.com") && finding.settle.contains("p900@example.com") || domain == "ехample.com")
    }

    @Test(
        "says nothing of another ending, a name of its own, a hyphen, another company, or a domain that many are at",
        arguments: [
            ("example.org", 20, "Example Corp", 0), ("example-group.com", 20, "Example Corp", 0), ("exa-mple.com", 20, "Example Corp", 0),
            ("samples.com", 20, "Example Corp", 0), ("exarnple.com", 20, "Exarnple Ltd", 0), ("exarnple.com", 2, "Example Corp", 0),
            ("exarnple.com", 20, "Example Corp", 8), ("example.com", 20, "Example Corp", 0),
        ])
    func quiet(domain: String, colleagues: Int, company: String, others: Int) {
        #expect(found(domain, beside: colleagues, company: company, others: others) == nil)
    }

    @Test("finds a provider's without any colleague", arguments: ["gmial.com", "hotmial.com", "gmail.con", "outIook.com"])
    func provider(domain: String) {
        let subject = Someone.with { $0.email = .init("ada@\(domain)", kind: .unknown) }
        #expect(EmailLookalike().finding(for: subject)?.settle.hasPrefix("Write to ada@") == true)
    }
}
