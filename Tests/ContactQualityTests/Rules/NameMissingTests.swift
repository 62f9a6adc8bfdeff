import ContactModel
import ContactQuality
import Testing

/// `docs/rules/name-missing.md`
@Suite("name-missing")
struct NameMissingTests {
    @Test("finds an entry without a name")
    func found() {
        let finding = NameMissing().finding(for: Someone.with { $0.name = PersonName() })
        #expect(finding?.evidence == "No name is known." && finding?.settle.isEmpty == false)
    }

    @Test("a part of a name is a name", arguments: [("Ada", nil), (nil, "Sample")] as [(String?, String?)])
    func quiet(given: String?, family: String?) {
        #expect(NameMissing().finding(for: Someone.called(given, family)) == nil)
    }
}
