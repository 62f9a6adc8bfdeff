import Foundation
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Server

@Suite("Answers that are kept", .fewAtOnce)
struct KeptAnswersTests {
    @Test("An answer is found once however many wait for it, and anew when something changed")
    func kept() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let desk = try VaultDesk(readers: 1) { try Vault(path: path) }
        let answers = KeptAnswers<String, Int>(desk: desk, keeping: 2)
        let found = Found()
        @Sendable func ask(_ question: String) async throws -> Int {
            try await answers.answer(question) { _ in
                Thread.sleep(forTimeInterval: 0.05)
                return found.count.withLock { count in
                    count += 1
                    return count
                }
            }
        }
        async let first = ask("a")
        async let second = ask("a")
        #expect(try await [first, second] == [1, 1], "who comes meanwhile waits with the other")
        #expect(try await ask("b") == 2)
        #expect(try await ask("a") == 1)
        #expect(try await ask("c") == 3)
        #expect(try await ask("a") == 1, "what was asked for lately is kept")
        #expect(try await ask("b") == 4, "what was not is not")
        try Contacts.importRows(Contacts.few, to: try Vault(path: path), folder)
        #expect(try await ask("b") == 5, "another program changed something")
        try await desk.exchange {}
        #expect(try await ask("b") == 6, "another vault may stand there now")
        await desk.close()
    }

    @Test("What went wrong is tried again")
    func failures() async throws {
        struct Wrong: Error {}
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let desk = try VaultDesk(readers: 1) { try Vault(path: path) }
        let answers = KeptAnswers<String, Int>(desk: desk)
        await #expect(throws: Wrong.self) { try await answers.answer("a") { _ in throw Wrong() } }
        #expect(try await answers.answer("a") { _ in 1 } == 1)
        await desk.close()
    }

    /// How many answers were found.
    private final class Found: Sendable {
        let count = Mutex(0)
    }
}
