import ContactFormats
import ContactModel
import Foundation
import Synchronization
import TestSupport
import Testing
import Vault

@Suite struct `A vault` {
    private static let connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    private static let ada = "Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020\n"
    private static let bo = "Bo,Muster,https://www.linkedin.com/in/bo-muster,,Muster GmbH,Associate,03 Feb 2021\n"

    /// Whether this user is kept from writing where permissions say so; the superuser is not.
    static let hasLimits = getuid() != 0

    private func dump(_ path: String) throws -> [String] {
        let plain = try PlainSQLite(path: path, isReadOnly: true)
        return try plain.dump(plain.tables())
    }

    @Test(
        arguments: [
            ("text.txt", "Dear diary, this is no database at all."), ("short", "x"), ("csv", "First Name,Last Name\nAda,Example\n"),
            ("almost", "SQLite format 2"),
        ])
    func `is not made of another file`(name: String, text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, text)
        let error = try vaultError { try Vault(path: path) }
        #expect(error?.code == .notAVault)
        #expect(error?.message.contains(path) == true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }

    @Test func `is not made of another program's database`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("other.sqlite")
        try PlainSQLite(path: path).rows("CREATE TABLE recipes (name TEXT)")
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try vaultError { try Vault(path: path) }?.code == .notAVault)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `is not made of a folder`() throws {
        let folder = try TemporaryFolder()
        #expect(try vaultError { try Vault(path: folder.path) }?.code == .notAVault)
    }

    @Test func `is made in an empty file, and in a folder that is not there yet`() throws {
        let folder = try TemporaryFolder()
        for path in [try folder.write("empty.sqlite", ""), folder.path("a/b/vault.sqlite")] {
            let vault = try Vault(path: path, clock: .fixed())
            #expect(try vault.verify().isSound)
            #expect(try vault.snapshots().isEmpty)
            try vault.close()
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("a/b/vault.sqlite"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test func `of a newer version is refused and left as it is`() throws {
        let sample = try SampleVault()
        try PlainSQLite(path: sample.path).rows("INSERT INTO grdb_migrations (identifier) VALUES ('9999-from-the-future')")
        let before = try dump(sample.path)
        let error = try vaultError { try Vault(path: sample.path) }
        #expect(error?.code == .newerVersion)
        #expect(error?.message.contains("newer") == true)
        #expect(try dump(sample.path) == before)
    }

    @Test func `whose list of migrations holds no text any more is called damaged, and left as it is`() throws {
        let sample = try SampleVault()
        let plain = try PlainSQLite(path: sample.path)
        try plain.rows("PRAGMA writable_schema = ON")
        try plain.rows("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'grdb_migrations'")
        try PlainSQLite(path: sample.path).rows("UPDATE grdb_migrations SET identifier = NULL WHERE identifier LIKE '0002%'")
        let before = try dump(sample.path)
        #expect(try vaultError { try Vault(path: sample.path) }?.code == .damaged)
        #expect(try dump(sample.path) == before)
    }

    @Test(.enabled(if: hasLimits)) func `that can only be read is read, and says so when it should be written`() throws {
        let sample = try SampleVault()
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: sample.path)
        let vault = try Vault(path: sample.path)
        #expect(try vault.peopleByStanding()[.connected] ?? 0 > 0)
        #expect(try vault.verify().isSound)
        let file = try sample.folder.write("Connections.csv", Self.connections + Self.ada)
        #expect(try vaultError { try vault.takeFile(path: file) }?.code == .readOnly)
    }

    @Test(.enabled(if: hasLimits)) func `that can't be read, or made, says so`() throws {
        let sample = try SampleVault()
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: sample.path)
        #expect(try vaultError { try Vault(path: sample.path) }?.code == .unreadable)
        let folder = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        #expect(try vaultError { try Vault(path: folder.path("vault.sqlite")) } != nil)
    }

    @Test func `takes in from two programs at once, one after the other`() throws {
        let bench = try VaultOnDisk()
        var random = SeededGenerator(seed: 8)
        let files = try NetworkFiles(InventedNetwork(seed: 8, count: 20), count: 4, &random).files
        let path = bench.path
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { place in
            do {
                let vault = try Vault(path: path, clock: .fixed())
                defer { try? vault.close() }
                for (number, file) in files.enumerated() where number % 2 == place {
                    try vault.takeFile(path: file.path, options: file.options)
                }
                // What the other one has, or is about to have.
                for file in files { try vault.takeFile(path: file.path, options: file.options) }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        let other = try VaultOnDisk()
        for file in files { try other.take(path: file.path, options: file.options) }
        #expect(try VaultPortrait(of: bench.vault).difference(from: VaultPortrait(of: other.vault)) == "")
        #expect(try bench.vault.snapshots().count == files.count)
        #expect(try bench.findings() == [])
    }

    @Test func `can be made by two programs at once`() throws {
        let folder = try TemporaryFolder()
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            do {
                _ = try Vault(path: folder.path("vault.sqlite")).peopleByStanding()
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try Vault(path: folder.path("vault.sqlite")).verify().isSound)
    }

    @Test func `can be read while another program writes`() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.connections + Self.ada, on: "2024-01-01")
        let path = bench.path
        var counts: [Int] = []
        let reader = try Vault(path: path)
        try reader.forEachPerson(.everybody) { _ in
            try bench.take(Self.connections + Self.ada + Self.bo, on: "2024-02-01")
            counts.append(try bench.everybody().count)
            return true
        }
        #expect(counts == [2])
        #expect(try reader.peopleByStanding()[.connected] == 2)
    }

    /// Bytes that can't be read any more after so many readings.
    private final class FailingBytes: ByteSource {
        private let bytes: [UInt8]
        private let readingsLeft: Mutex<Int>
        private let isSwapped: Bool

        init(_ text: String, readings: Int, isSwapped: Bool) {
            bytes = Array(text.utf8)
            readingsLeft = Mutex(readings)
            self.isSwapped = isSwapped
        }

        func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
            let left = readingsLeft.withLock { left in
                left -= 1
                return left
            }
            let half = bytes.count / 2
            try body(bytes[..<half])
            if left >= 0 {
                try body(bytes[half...])
            } else if isSwapped {
                // The file was replaced while it was read.
                try body(ArraySlice(bytes[half...].map { $0 == UInt8(ascii: "E") ? UInt8(ascii: "F") : $0 }))
            } else {
                throw InputError(.unreadable, "The disk went away.")
            }
        }
    }

    @Test(arguments: 0..<12, [false, true])
    func `is as it was when the file fails or changes in the middle of an import`(readings: Int, isSwapped: Bool) throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.connections + Self.ada, on: "2024-01-01")
        let before = try dump(bench.path)
        let bytes = FailingBytes(Self.connections + Self.ada + Self.bo, readings: readings, isSwapped: isSwapped)
        let parcel = Parcel(
            kind: .file, path: "Connections.csv", original: bytes,
            members: [Member(path: "Connections.csv", bytes: bytes, byteCount: nil, modifiedAt: 1_700_000_000)])
        do {
            if let handOut = try LinkedInHandOut.recognise(parcel) { _ = try bench.vault.take(handOut, from: parcel) }
        } catch is InputError {
            #expect(try dump(bench.path) == before)
        }
        #expect(try bench.findings() == [])
        try bench.take(Self.connections + Self.bo, on: "2024-03-01")
        #expect(try bench.person("Bo Muster").standing == .connected)
    }

    @Test func `keeps nothing of a dry run`() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.connections + Self.ada, on: "2024-01-01")
        let before = try dump(bench.path)
        let file = try bench.folder.write("Connections.csv", Self.connections + Self.bo)
        let options = ImportOptions(exportedOn: CalendarDate(iso: "2024-02-01"), isDryRun: true)
        let report = try bench.take(path: file, options: options)
        #expect([report.files[0].new, report.files[0].gone, report.newPeople, report.totalPeople] == [1, 1, 1, 2])
        #expect(try dump(bench.path) == before)
        var real = options
        real.isDryRun = false
        let done = try bench.take(path: file, options: real)
        #expect([done.files[0].new, done.files[0].gone, done.newPeople, done.totalPeople] == [1, 1, 1, 2])
    }

    @Test func `says what it does not have`() throws {
        let bench = try VaultOnDisk()
        #expect(try vaultError { try bench.vault.undo(7) }?.code == .notFound)
        #expect(
            try vaultError { try bench.vault.say(.tag, of: UniqueID(high: 1, low: 2), payload: ["tag": .string("x")]) }?.code == .notFound)
        #expect(try bench.vault.log().isEmpty)
        try bench.take(Self.connections + Self.ada, on: "2024-01-01")
        _ = try bench.vault.undo(1)
        #expect(try vaultError { try bench.vault.undo(1) }?.code == .refused)
        #expect(try bench.vault.log().count == 2)
    }

    @Test func `does what the owner says, and takes it back`() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.connections + Self.ada, on: "2024-01-01")
        let before = try VaultPortrait(of: bench.vault)
        let id = try bench.person("Ada Example").id
        let words: [(Decision.Kind, [String: JSONValue])] = [
            (.tag, ["tag": .string("vip")]), (.tag, ["tag": .string("tax")]), (.untag, ["tag": .string("vip")]),
            (.note, ["text": .string("met in May")]), (.edit, ["field": .string("company"), "value": .string("Mine AG")]),
            (.edit, ["field": .string("email"), "value": .string("ada@work.example")]),
        ]
        for (kind, payload) in words { try bench.vault.say(kind, of: id, payload: payload) }
        // A later export does not overrule the owner.
        try bench.take(Self.connections + Self.ada.replacing("Example Inc.", with: "Other LLP"), on: "2024-02-01")
        let person = try bench.person("Ada Example")
        #expect(person.tags.map(\.value) == ["tax"])
        #expect(person.notes.map(\.value) == ["met in May"])
        #expect(person.companies.map(\.value) == ["Mine AG", "Other LLP", "Example Inc."])
        #expect(person.emails.map(\.value.address) == ["ada@work.example", "ada@example.com"])
        #expect(person.companies[0].provenance.map(\.source) == ["you"])
        #expect(try bench.findings() == [])
        for _ in 0...words.count { _ = try bench.vault.undo(nil) }
        #expect(try VaultPortrait(of: bench.vault).difference(from: before) == "")
        #expect(try bench.findings() == [])
    }
}
