import ContactModel
import ContactQuality
import Testing

/// `docs/rules/unreachable.md`
@Suite("unreachable")
struct UnreachableTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(
            Unreachable().finding(
                for: Someone.with {
                    $0.email = nil
                    $0.hasPhone = false
                }))
        #expect(
            finding.rule == "unreachable" && finding.value == nil && finding.evidence == "No e-mail address and no phone number is known."
                && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(Unreachable().finding(for: Someone.with()) == nil)
        #expect(Unreachable().finding(for: Someone.with { $0.email = nil }) == nil)
        #expect(Unreachable().finding(for: Someone.with { $0.hasPhone = false }) == nil)
    }
}
