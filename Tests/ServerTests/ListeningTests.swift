import Actions
import Server
import Testing
import TestSupport
import Vault

@Suite("Where the server listens", .fewAtOnce)
struct ListeningTests {
    @Test("A port that is taken is told with what to do")
    func taken() async throws {
        let visitor = try await Visitor()
        let path = visitor.vaultPath
        let second = ContactServer(
            ServerConfiguration(port: visitor.port), desk: try VaultDesk(readers: 1) { try Vault(path: path) })
        let error = await #expect(throws: VaultError.self) { try await second.run { _ in } }
        #expect(error?.code == .refused)
        #expect(error?.message.contains("http://localhost:\(visitor.port)/") == true)
        await visitor.leave()
    }

    @Test("An address of another computer is told to be none of this one's")
    func elsewhere() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let desk = try VaultDesk(readers: 1) { try Vault(path: path) }
        try await desk.write {
            try SetPassword(SignInTests.password, cost: PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)).run(in: $0)
        }
        let server = ContactServer(ServerConfiguration(host: "192.0.2.1", port: 0), desk: desk)
        let error = await #expect(throws: VaultError.self) { try await server.run { _ in } }
        #expect(error?.message.contains("no address of this computer") == true)
    }
}
