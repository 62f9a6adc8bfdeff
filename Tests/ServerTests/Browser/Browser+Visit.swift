import TestSupport
import Vault

extension Browser {
    /// Opens a browser at a server of its own, whose vault `prepare` fills, and ends both whatever `body` does.
    ///
    /// - Parameter body: gets the browser, the server, and the address of its pages.
    static func visit(
        _ look: Look = Look(), prepare: (Vault, TemporaryFolder) throws -> Void = { _, _ in },
        _ body: (Browser, Visitor, String) async throws -> Void
    ) async throws {
        let visitor = try await Visitor(prepare: prepare)
        let browser = try await Browser(look)
        do {
            try await body(browser, visitor, "http://127.0.0.1:\(visitor.port)")
        } catch {
            await browser.quit()
            await visitor.leave()
            throw error
        }
        await browser.quit()
        await visitor.leave()
    }
}
