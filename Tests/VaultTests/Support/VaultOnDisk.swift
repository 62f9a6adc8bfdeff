import ContactFormats
import ContactModel
import Foundation
import TestSupport
import Vault

/// A vault in a file of its own, with a folder for what is imported; gone with its last reference.
final class VaultOnDisk: Sendable {
    let folder: TemporaryFolder
    let vault: Vault
    var path: String { folder.path("vault.sqlite") }

    init(clock: Clock = .fixed()) throws {
        folder = try TemporaryFolder()
        vault = try Vault(path: folder.path("vault.sqlite"), options: SQLiteEngine.Options(cacheKibibytes: 2048), clock: clock)
    }

    deinit {
        try? vault.close()
    }

    /// Imports what lies under a path, as the command line would.
    @discardableResult
    func take(path: String, options: ImportOptions = ImportOptions()) throws -> ImportReport {
        try vault.takeFile(path: path, options: options)
    }

    /// Imports a text as `Connections.csv`, as of a day.
    @discardableResult
    func take(_ text: String, named name: String = "Connections.csv", on day: String, source: String? = nil) throws -> ImportReport {
        let file = try folder.write("\(UUID().uuidString)/\(name)", text, modifiedAt: 1_700_000_000)
        return try take(path: file, options: ImportOptions(source: source, exportedOn: CalendarDate(iso: day)))
    }

    /// Imports a folder of files, as of a day.
    @discardableResult
    func take(_ files: [String: String], on day: String) throws -> ImportReport {
        let name = UUID().uuidString
        for (file, text) in files { try folder.write("\(name)/\(file)", text, modifiedAt: 1_700_000_000) }
        return try take(path: folder.path(name), options: ImportOptions(exportedOn: CalendarDate(iso: day)))
    }

    /// Everybody but the owner.
    func everybody() throws -> [Person] {
        var people: [Person] = []
        try vault.forEachPerson(PeopleFilter([], includesAcquaintances: true), sortedByName: true) { person in
            people.append(person)
            return true
        }
        return people
    }

    /// The people that are listed.
    func listed() throws -> [Person] {
        try everybody().filter { $0.standing != .acquaintance }
    }

    /// `standing name` of everybody.
    func standings() throws -> [String] {
        try everybody().map { "\($0.standing.rawValue) \($0.displayName)" }
    }

    /// The only person with a name.
    func person(_ name: String) throws -> Person {
        let people = try everybody().filter { $0.displayName == name }
        guard let person = people.first, people.count == 1 else { throw Unexpected("\(people.count) people are called \(name)") }
        return person
    }

    /// The changes, oldest first: `2024-01-02 moved Ada Example: A > B`.
    func changes() throws -> [String] {
        var changes: [String] = []
        try vault.forEachChange(since: nil) { change in
            let values = change.from == nil && change.to == nil ? "" : ": \(change.from ?? "-") > \(change.to ?? "-")"
            changes.append("\(change.on) \(change.kind.rawValue) \(change.name)\(values)")
        }
        return changes.sorted()
    }

    /// The sentences of a check of the whole vault; empty where it is sound.
    func findings() throws -> [String] {
        try vault.verify().findings.map { "\($0.kind): \($0.message)" }
    }
}

/// Something a test did not count on.
struct Unexpected: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension Vault {
    /// Imports a file or folder that is LinkedIn's.
    @discardableResult
    func takeFile(path: String, options: ImportOptions = ImportOptions()) throws -> ImportReport {
        let parcel = try Parcel.open(path: path)
        return try take(HandOutFormat.recognise(parcel), from: parcel, options: options)
    }
}

/// The `VaultError` something ends with; any other error goes on.
func vaultError<Answer>(_ body: () throws -> Answer) throws -> VaultError? {
    do {
        _ = try body()
        return nil
    } catch let error as VaultError {
        return error
    }
}
