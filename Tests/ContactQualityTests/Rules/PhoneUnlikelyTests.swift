import ContactModel
import ContactQuality
import Testing

/// `docs/rules/phone-unlikely.md`
@Suite("phone-unlikely")
struct PhoneUnlikelyTests {
    @Test("says what is the matter with the number")
    func found() throws {
        let number = "+1 212 555 0100"
        let finding = try #require(PhoneUnlikely().finding(for: Someone.with { $0.phones = [.init(number, standing: .unlikely)] }))
        #expect(finding.value == number && finding.evidence == "Its country gives out no numbers that begin so.")
    }

    @Test("says nothing of other numbers", arguments: [PhoneStanding.international, .other, .national(guess: nil)])
    func quiet(standing: PhoneStanding) {
        #expect(PhoneUnlikely().finding(for: Someone.with { $0.phones = [.init("1", standing: standing)] }) == nil)
        #expect(PhoneUnlikely().finding(for: Someone.with()) == nil)
    }
}
