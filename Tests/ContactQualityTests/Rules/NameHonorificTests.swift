import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-honorific.md`
@Suite("name-honorific")
struct NameHonorificTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("Dr. Berit", "Sample"), ("Ing. Berit", "Sample"), ("Mevr. Berit", "Sample")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameHonorific().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("is a title") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Sample"), ("Dra", "Sample"), ("Missy", "Sample")])
    func quiet(given: String, family: String) {
        #expect(NameHonorific().finding(for: Someone.called(given, family)) == nil)
    }
}
