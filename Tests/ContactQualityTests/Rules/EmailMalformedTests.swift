import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-malformed.md`
@Suite("email-malformed")
struct EmailMalformedTests {
    @Test(
        "finds what can't be written to",
        arguments: [
            ("ada..sample@example.com", "A point begins the address, or two stand side by side."),
            ("ada@example", "The domain has no point."),
            ("ada@-example.com", "A part of the domain begins or ends with a hyphen."),
            ("a b@example.com", "“ ” may not stand before the “@”."),
        ])
    func found(address: String, evidence: String) throws {
        let subject = Someone.with { $0.email = .init(address, kind: .unknown) }
        let finding = try #require(EmailMalformed().finding(for: subject))
        #expect(finding.value == address && finding.evidence == evidence && finding.probability == 1)
    }

    @Test("finds what a table has in a column of addresses and is none", arguments: ["ada@@example.com", "ada(at)example.com", "@ada"])
    func inTable(text: String) {
        let subject = Someone.with {
            $0.email = nil
            $0.malformedEmails = ["n/a", text]
        }
        #expect(EmailMalformed().finding(for: subject)?.value == text)
    }

    @Test("says nothing of words for having none, nor where there is an address now", arguments: ["n/a", "-", "None", "keine", "hidden"])
    func quiet(text: String) {
        let subject = Someone.with {
            $0.email = nil
            $0.malformedEmails = [text]
        }
        #expect(EmailMalformed().finding(for: subject) == nil)
        #expect(EmailMalformed().finding(for: Someone.with { $0.malformedEmails = ["ada@@example.com"] }) == nil)
    }
}
