import Foundation
import TestSupport
import Testing
import Vault

/// A program with several connections to a vault, as `serve` is, beside another that opens and closes it, as an import is.
@Suite struct `A vault that two programs have open` {
    private let disk: VaultOnDisk

    init() throws { disk = try VaultOnDisk() }

    private static func list(_ names: String...) -> String {
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + names.map { "\($0),Example,https://www.linkedin.com/in/\($0.lowercased()),,Muster GmbH,Partner,08 Feb 2020\n" }.joined()
    }

    /// How many entries another program finds: it opens the file, reads, and closes it as if it were the last.
    private func entriesElsewhere() throws -> Int? {
        let script = """
            import sqlite3, sys
            vault = sqlite3.connect(sys.argv[1])
            print(vault.execute("SELECT count(*) FROM entry").fetchone()[0])
            vault.close()
            """
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        other.arguments = ["python3", "-c", script, disk.path]
        let output = Pipe()
        other.standardOutput = output
        try other.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        other.waitUntilExit()
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test func `keeps its log when the other one ends, and what is written afterwards`() throws {
        try disk.take(Self.list("Ada"), on: "2022-01-01")
        let second = try Vault(path: disk.path, clock: .fixed())
        defer { try? second.close() }
        _ = Vault.isVault(fileAt: disk.path)
        #expect(try entriesElsewhere() == 1)
        #expect(FileManager.default.fileExists(atPath: disk.path + "-wal"))
        try second.takeFile(path: try disk.folder.write("later.csv", Self.list("Ada", "Bo"), modifiedAt: 1_700_000_000))
        #expect(try entriesElsewhere() == 2)
        #expect(try disk.listed().count == 2)
    }

    @Test func `keeps its log where its own folder is imported into it`() throws {
        try disk.take(Self.list("Ada"), on: "2022-01-01")
        try disk.folder.write("Connections.csv", Self.list("Ada", "Bo"), modifiedAt: 1_700_000_000)
        #expect(try disk.take(path: disk.folder.path).newPeople == 1)
        #expect(try entriesElsewhere() == 2)
        #expect(FileManager.default.fileExists(atPath: disk.path + "-wal"))
    }
}
