import ContactModel
import Foundation
import TestSupport
import Vault

/// What an owner does with a vault, step by step, each acknowledged once it is done; and what the vault tells after each.
struct PowerLossScenario {
    enum Way: String, CaseIterable, Sendable {
        /// As the command line does: each step opens the vault, and closes it.
        case closedEachTime
        /// As a server does.
        case keptOpen
        /// A vault of an earlier version is opened, and so brought up to date, then used.
        case migrated
    }

    /// What happened on the disk.
    let history: [DiskHistory.Event]
    /// What the vault tells after each step, the state before the first step first; `nil` where there is no vault yet.
    let told: [VaultPortrait?]
    /// The step that makes `copy.sqlite`, and what it has to tell.
    let copyStep: Int
    /// What each step is.
    let names: [String]

    /// Does it all, and takes notes.
    init(_ way: Way) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let clock = Clock.fixed()
        let earlier = way == .migrated ? try Self.makeEarlierVault(path, folder) : nil
        let watched = try WatchedVFS()
        let options = SQLiteEngine.Options(patienceSeconds: 1, cacheKibibytes: 2048, vfsName: watched.name)
        var told: [VaultPortrait?] = [earlier]
        var open: Vault?
        var names = ["nothing"]

        func step(_ name: String, _ body: (Vault) throws -> Void) throws {
            let vault = try open ?? Vault(path: path, options: options, clock: clock)
            try body(vault)
            // Not looked at by another connection: opening a vault writes to it, which would not be noted.
            told.append(try VaultPortrait(of: vault))
            if way == .closedEachTime { try vault.close() } else { open = vault }
            names.append(name)
            watched.history.note(.acknowledged(names.count - 1))
        }
        func take(_ vault: Vault, year: Int) throws {
            guard let day = CalendarDate(year: year, month: 6, day: 1) else { throw Unexpected("no day") }
            let rows = InventedNetwork(seed: 3, count: 14).rows(on: day)
            let file = try folder.write("\(year)/Connections.csv", ConnectionsFile.withURL.bytes(rows), modifiedAt: 1_700_000_000)
            try vault.takeFile(path: file, options: ImportOptions(exportedOn: day))
        }
        func people(_ vault: Vault) throws -> [UniqueID] {
            var ids: [UniqueID] = []
            try vault.forEachPerson(.everybody, sortedByName: true) { person in
                ids.append(person.id)
                return true
            }
            return ids
        }
        try step("open") { _ in }
        try step("import") { try take($0, year: 2019) }
        try step("edit") { vault in
            try vault.say(.edit, of: people(vault)[0], payload: ["field": .string("company"), "value": .string("Mine AG")])
        }
        try step("tag") { try $0.say(.tag, of: people($0)[1], payload: ["tag": .string("vip")]) }
        try step("second import") { try take($0, year: 2024) }
        try step("merge") { try $0.merge(Array(people($0)[2...3])) }
        try step("undo") { _ = try $0.undo(nil) }
        try step("undo of an import") { _ = try $0.undo(2) }
        try step("copy") { try $0.copy(to: folder.path("copy.sqlite")) }
        copyStep = names.count - 1
        try step("erase") { _ = try $0.erase(people($0)[1]) }
        try step("note") { try $0.say(.note, of: people($0)[0], payload: ["text": .string("met in May")]) }
        if let open { try open.close() }
        names.append("close")
        watched.history.note(.acknowledged(names.count - 1))
        told.append(told.last ?? nil)
        history = watched.history.events
        self.told = told
        self.names = names
    }

    /// What a vault tells, looked at by another connection.
    static func portrait(of path: String) throws -> VaultPortrait {
        let vault = try Vault(path: path, options: SQLiteEngine.Options(patienceSeconds: 1, cacheKibibytes: 2048), clock: .fixed())
        defer { try? vault.close() }
        return try VaultPortrait(of: vault)
    }

    /// Makes a vault without what the second migration added; gives what it tells.
    private static func makeEarlierVault(_ path: String, _ folder: TemporaryFolder) throws -> VaultPortrait {
        let vault = try Vault(path: path, options: SQLiteEngine.Options(cacheKibibytes: 2048), clock: .fixed())
        let rows = InventedNetwork(seed: 5, count: 10).rows(on: CalendarDate(year: 2018, month: 6, day: 1) ?? InventedNetwork.lastDay)
        let file = try folder.write("2018/Connections.csv", ConnectionsFile.withURL.bytes(rows), modifiedAt: 1_700_000_000)
        try vault.takeFile(path: file, options: ImportOptions(exportedOn: CalendarDate(year: 2018, month: 6, day: 1)))
        let told = try VaultPortrait(of: vault)
        try vault.settleAndClose()
        let plain = try PlainSQLite(path: path)
        try plain.rows("DROP TABLE likeness")
        try plain.rows("DELETE FROM grdb_migrations WHERE identifier LIKE '0002%'")
        return told
    }
}
