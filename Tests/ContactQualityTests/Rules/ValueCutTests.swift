import ContactModel
import ContactQuality
import Testing

/// `docs/rules/value-cut.md`
@Suite("value-cut")
struct ValueCutTests {
    @Test("finds what is as long as LinkedIn lets it be", arguments: ["a", "ä", "界"])
    func found(letter: String) {
        let value = String(repeating: letter, count: 100)
        #expect(ValueCut().finding(for: Someone.with { $0.title = value })?.value == value)
        #expect(ValueCut().finding(for: Someone.with { $0.company = value })?.value == value)
    }

    @Test("says nothing of a letter more or less", arguments: [99, 101])
    func quiet(length: Int) {
        #expect(ValueCut().finding(for: Someone.with { $0.title = String(repeating: "a", count: length) }) == nil)
    }
}
