import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-initial.md`
@Suite("name-initial")
struct NameInitialTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("Berit", "S."), ("Berit", "Ø"), ("Олег", "П.")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameInitial().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("The family name is") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Ng"), ("明", "李"), ("B.", "Sample")])
    func quiet(given: String, family: String) {
        #expect(NameInitial().finding(for: Someone.called(given, family)) == nil)
    }
}
