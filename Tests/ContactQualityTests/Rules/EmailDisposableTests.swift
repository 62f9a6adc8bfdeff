import ContactModel
import ContactQuality
import Testing

/// `docs/rules/email-disposable.md`
@Suite("email-disposable")
struct EmailDisposableTests {
    @Test("says the value, the evidence and what would settle it")
    func found() throws {
        let finding = try #require(EmailDisposable().finding(for: Someone.with { $0.email = .init("x@mailinator.com", kind: .disposable) }))
        #expect(
            finding.rule == "email-disposable" && finding.value == "x@mailinator.com"
                && finding.evidence == "The best address known is a throw-away one or an alias." && !finding.settle.isEmpty)
    }

    @Test("says nothing of whom it does not concern")
    func quiet() {
        #expect(EmailDisposable().finding(for: Someone.with()) == nil)
        #expect(EmailDisposable().finding(for: Someone.with { $0.email = .init("x@gmail.com", kind: .personal) }) == nil)
    }

    @Test("counts an alias as one")
    func alias() {
        #expect(EmailDisposable().finding(for: Someone.with { $0.email = .init("x@duck.com", kind: .relay) })?.value == "x@duck.com")
    }
}
