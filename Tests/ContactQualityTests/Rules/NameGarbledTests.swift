import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-garbled.md`
@Suite("name-garbled")
struct NameGarbledTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("BjÃ¶rn", "Sample"), ("Berit", "S\u{FFFD}mple")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameGarbled().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("“") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Björn", "Sample"), ("Ãngela", "Sample")])
    func quiet(given: String, family: String) {
        #expect(NameGarbled().finding(for: Someone.called(given, family)) == nil)
    }
}
