import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-contact.md`
@Suite("name-contact")
struct NameContactTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("Berit", "Sample berit@example.com"), ("Berit", "Sample +47 22 55 01 00"), ("Berit www.example.com", "Sample")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameContact().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("holds a") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Sample"), ("Berit", "Sample 3rd")])
    func quiet(given: String, family: String) {
        #expect(NameContact().finding(for: Someone.called(given, family)) == nil)
    }
}
