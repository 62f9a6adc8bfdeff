import ContactModel
import ContactQuality
import Testing

/// `docs/rules/phone-impossible.md`
@Suite("phone-impossible")
struct PhoneImpossibleTests {
    @Test("says what is the matter with the number")
    func found() throws {
        let number = "+1 212 555 0100"
        let finding = try #require(
            PhoneImpossible().finding(for: Someone.with { $0.phones = [.init(number, standing: .impossible("has only 4 digits"))] }))
        #expect(finding.value == number && finding.evidence == "It has only 4 digits.")
    }

    @Test("says nothing of other numbers", arguments: [PhoneStanding.international, .other, .unlikely])
    func quiet(standing: PhoneStanding) {
        #expect(PhoneImpossible().finding(for: Someone.with { $0.phones = [.init("1", standing: standing)] }) == nil)
        #expect(PhoneImpossible().finding(for: Someone.with()) == nil)
    }
}
