import Actions
import Foundation
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Server

@Suite("What is found out ahead", .fewAtOnce)
struct AnticipationTests {
    @Test("Each connection has its turn, and whoever comes meanwhile has another")
    func turns() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let desk = try VaultDesk(readers: 3) { try Vault(path: path) }
        let seen = Mutex<[ObjectIdentifier]>([])
        let atOnce = Mutex(0)
        async let visit: Void = desk.read { _ in Thread.sleep(forTimeInterval: 0.1) }
        try await desk.onEachReader { vault in
            #expect(atOnce.withLock { $0 } == 0, "one after the other")
            atOnce.withLock { $0 += 1 }
            seen.withLock { $0.append(ObjectIdentifier(vault)) }
            Thread.sleep(forTimeInterval: 0.02)
            atOnce.withLock { $0 -= 1 }
        }
        try await visit
        let vaults = seen.withLock { $0 }
        #expect(vaults.count == 3 && Set(vaults).count == 3)
        await desk.close()
    }

    @Test("Reading without end is broken off where the server ends; what is written is written", .timeLimit(.minutes(5)))
    func end() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        try Contacts.importRows(Contacts.few, to: try Vault(path: path), folder)
        let desk = try VaultDesk(readers: 1) { try Vault(path: path) }
        let (begun, beginning) = AsyncStream<Void>.makeStream()
        let reading = Task {
            try await desk.readAtLength { vault -> Int in
                while true {
                    let count = try vault.listedPeopleCount()
                    beginning.yield()
                    if count < 0 { return 0 }
                }
            }
        }
        var iterator = begun.makeAsyncIterator()
        await iterator.next()
        desk.stopReading()
        let error = await #expect(throws: VaultError.self) { try await reading.value }
        #expect(error?.code == .busy)
        await #expect(throws: VaultError.self) { try await desk.read { try $0.listedPeopleCount() } }
        #expect(try await desk.write { try SayOfPerson(.tag("vip"), of: "Okafor").run(in: $0).step } > 0)
        await desk.close()
    }

    @Test("It begins with the server, begins anew after a change, and ends with it")
    func changes() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        try Contacts.importRows(Contacts.few, to: try Vault(path: path), folder)
        let desk = try VaultDesk(readers: 2) { try Vault(path: path) }
        let anticipation = Anticipation(desk: desk)
        await anticipation.begin()
        try await until("the start") { await anticipation.rounds == 1 }
        let other = try Vault(path: path)
        try Contacts.importRows(Contacts.many(20), named: "More.csv", to: other, folder)
        try await until("the import") { await anticipation.rounds == 2 }
        try await Task.sleep(for: .seconds(2))
        #expect(await anticipation.rounds == 2, "nothing changed")
        await anticipation.end()
        await desk.close()
    }

    private func until(_ what: String, _ holds: () async -> Bool) async throws {
        for _ in 0..<300 {
            if await holds() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("waited half a minute for \(what)")
    }
}
