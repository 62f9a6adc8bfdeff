import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-symbols.md`
@Suite("name-symbols")
struct NameSymbolsTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("Berit ✨", "Sample"), ("Berit", "Sample ►"), ("★Berit", "Sample")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameSymbols().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("is no letter") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Sample"), ("D'Arcy", "O’Sample"), ("Berit", "Sample, MBA ★")])
    func quiet(given: String, family: String) {
        #expect(NameSymbols().finding(for: Someone.called(given, family)) == nil)
    }
}
