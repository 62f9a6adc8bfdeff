import ContactModel
import ContactQuality
import Testing

/// `docs/rules/phone-without-country.md`
@Suite("phone-without-country")
struct PhoneWithoutCountryTests {
    @Test("says what is the matter with the number")
    func found() throws {
        let number = "+1 212 555 0100"
        let finding = try #require(
            PhoneWithoutCountry().finding(for: Someone.with { $0.phones = [.init(number, standing: .national(guess: "+12125550100"))] }))
        #expect(finding.value == number && finding.evidence == "It names no country; at home it is +12125550100.")
    }

    @Test("says nothing of other numbers", arguments: [PhoneStanding.international, .other, .unlikely])
    func quiet(standing: PhoneStanding) {
        #expect(PhoneWithoutCountry().finding(for: Someone.with { $0.phones = [.init("1", standing: standing)] }) == nil)
        #expect(PhoneWithoutCountry().finding(for: Someone.with()) == nil)
    }
}
