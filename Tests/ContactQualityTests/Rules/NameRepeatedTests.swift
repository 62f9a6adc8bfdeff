import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-repeated.md`
@Suite("name-repeated")
struct NameRepeatedTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("Sample", "Sample"), ("李", "李")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameRepeated().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("stands in both places") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Sample"), ("Sample", "sample")])
    func quiet(given: String, family: String) {
        #expect(NameRepeated().finding(for: Someone.called(given, family)) == nil)
    }
}
