import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-pronouns.md`
@Suite("name-pronouns")
struct NamePronounsTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [("Berit", "Sample (she/her)"), ("Berit (sie/ihr)", "Sample"), ("Berit", "Sample [hen/hen]")])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NamePronouns().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("tells how to speak") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [("Berit", "Sample"), ("Berit (Bee)", "Sample")])
    func quiet(given: String, family: String) {
        #expect(NamePronouns().finding(for: Someone.called(given, family)) == nil)
    }
}
