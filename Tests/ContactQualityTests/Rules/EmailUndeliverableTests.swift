import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-undeliverable.md`
@Suite("email-undeliverable")
struct EmailUndeliverableTests {
    @Test(
        "says what the domain name system says", arguments: [(MailRoute.none, 0.98), (.nowhere, 0.97), (.refused, 0.99)])
    func found(route: MailRoute, probability: Double) throws {
        let finding = try #require(EmailUndeliverable(routes: ["acme.example": route]).finding(for: Someone.with()))
        #expect(finding.value == "ada@acme.example" && finding.probability == probability && finding.evidence.hasPrefix("acme.example "))
    }

    @Test("accuses nobody where mail is taken, where nobody answered, and where nobody was asked")
    func quiet() {
        for routes in [["acme.example": MailRoute.open], ["acme.example": .unanswered], ["other.example": .none], [:]] {
            #expect(EmailUndeliverable(routes: routes).finding(for: Someone.with()) == nil)
        }
    }
}
