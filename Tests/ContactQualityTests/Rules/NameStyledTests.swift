import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-styled.md`
@Suite("name-styled")
struct NameStyledTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("𝕭𝖊𝖗𝖎𝖙", "Sample"), ("Berit", "Ｓａｍｐｌｅ")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameStyled().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("letters for show") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Sample"), ("ℵ", "Sample"), ("Berit", "Ñandú")])
    func quiet(given: String, family: String) {
        #expect(NameStyled().finding(for: Someone.called(given, family)) == nil)
    }
}
