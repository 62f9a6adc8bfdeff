import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-credentials.md`
@Suite("name-credentials")
struct NameCredentialsTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("Berit", "Sample, MBA"), ("Berit", "Sample, PMP, CSM"), ("Berit", "Sample (PhD)")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameCredentials().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("”") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Sample"), ("Berit", "Ma"), ("Berit", "Sample III")])
    func quiet(given: String, family: String) {
        #expect(NameCredentials().finding(for: Someone.called(given, family)) == nil)
    }
}
