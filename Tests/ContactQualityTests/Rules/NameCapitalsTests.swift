import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-capitals.md`
@Suite("name-capitals")
struct NameCapitalsTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("BERIT", "SAMPLE"), ("Berit", "ØSTERGÅRD"), ("berit", "sample")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameCapitals().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("all in ") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "McSample"), ("JP", "Sample"), ("Berit", "van der Sample")])
    func quiet(given: String, family: String) {
        #expect(NameCapitals().finding(for: Someone.called(given, family)) == nil)
    }
}
