import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-swapped.md`
@Suite("name-swapped")
struct NameSwappedTests {
    @Test(
        "says what is no part of a name, and shows the name",
        arguments: [
            ("Müller", "Anna"), ("Rossi", "Mario"), ("Nagy", "Éva"), ("García", "María"), ("Yılmaz", "Zeynep"), ("MUSTER", "Wolfgang"),
            ("Sample,", "Jennifer"),
        ])
    func found(given: String, family: String) throws {
        let subject = Someone.called(given, family)
        let finding = try #require(NameSwapped().finding(for: subject))
        #expect(finding.value == subject.name.display && finding.evidence.contains("”") && finding.probability > 0.5)
    }

    @Test(
        "leaves names alone",
        arguments: [
            ("Anna", "Müller"), ("Mario", "Rossi"), ("Martin", "Schmidt"), ("Schmidt", "Petersen"), ("Kim", "Do"), ("Taylor", "Wilson"),
            ("Thomas", "Müller"), ("Mary", "Beth"), ("Bruno", "Martin"),
        ])
    func quiet(given: String, family: String) {
        #expect(NameSwapped().finding(for: Someone.called(given, family)) == nil)
    }
}
