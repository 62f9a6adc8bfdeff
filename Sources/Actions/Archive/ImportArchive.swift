import ContactFormats
import ContactModel
import Crypto
import Foundation
public import Vault

/// Makes an empty vault the one an archive is of.
public struct ImportArchive: Sendable {
    /// What came in.
    public struct Outcome: Sendable {
        /// The path of the archive.
        public var path: String
        /// How many snapshots it holds.
        public var snapshots: Int
        /// How many originals it holds.
        public var originals: Int
        /// How many steps of the log it holds.
        public var decisions: Int
        /// The people there are now.
        public var people: Int64
        /// What a person should know: files for people to read that are not as they were written, and the like.
        public var remarks: [String]
        /// Whether the vault was this one already, and nothing was done.
        public var isAlreadyThere: Bool
    }

    /// The folder or zip.
    public var path: String
    /// Told now and then how many rows came in.
    public var progress: @Sendable (Int) -> Void

    /// Prepares an import.
    public init(path: String, progress: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.path = path
        self.progress = progress
    }

    /// Takes the archive in; `nil` where the path holds anything else.
    ///
    /// - Parameter isDryRun: whether all of it is taken back in the end.
    /// - Throws: `InputError` where a file that makes up the vault is missing or not as it was written: nothing is taken of it then;
    ///   `VaultError` with code `refused` where the vault holds something else already.
    public func run(in vault: Vault, isDryRun: Bool = false) throws -> Outcome? {
        guard let archive = try OpenedArchive(at: path, workshop: FileManager.default.temporaryDirectory.path) else { return nil }
        let manifest: ArchiveManifest
        do {
            manifest = try ArchiveManifest(archive.manifest)
        } catch .newer {
            throw InputError(
                .unrecognised, "The archive \(path) was written by a newer version of Holdfast. Install it to import the archive.")
        } catch {
            throw InputError(
                .damaged,
                "The archive \(path) is incomplete: its manifest.json is missing or can't be read, so what is in it can't be checked. "
                    + "Nothing was imported. The files under originals/ can be imported one by one.")
        }
        let remarks = try check(archive, manifest)
        let identity = Vault.Identity(id: manifest.vault, createdAt: manifest.createdAt)
        var outcome = Outcome(
            path: path, snapshots: 0, originals: 0, decisions: 0, people: 0, remarks: remarks, isAlreadyThere: false)
        let files = ArchiveFiles(folder: archive.folder, path: path)
        for (table, count) in try files.counts() {
            switch table {
            case .snapshot: outcome.snapshots = count
            case .original: outcome.originals = count
            case .decision: outcome.decisions = count
            default: break
            }
        }
        func takeIn(to vault: Vault) throws -> Outcome {
            if try !vault.isEmpty(), try vault.identity().id == identity.id, try vault.snapshotsAndSteps() == files.snapshotsAndSteps() {
                outcome.isAlreadyThere = true
            } else {
                let archived = Vault.ArchivedVault(
                    identity: identity, rows: { try files.forEachRow(of: $0, $1) }, original: { try files.original($0) })
                try vault.become(archived, progress: progress)
            }
            outcome.people = try vault.peopleByStanding().filter { $0.key.isListed }.values.reduce(0, +)
            return outcome
        }
        return try isDryRun ? vault.rehearse(takeIn) : takeIn(to: vault)
    }

    /// Compares every file with its checksum.
    ///
    /// - Returns: what differs and does not matter for the vault.
    private func check(_ archive: OpenedArchive, _ manifest: ArchiveManifest) throws -> [String] {
        var (bad, remarks): ([String], [String]) = ([], [])
        for file in manifest.files {
            let isReadable = file.path.hasPrefix("people/") || file.path == "README.txt"
            var hasher = SHA256()
            var fault: String?
            if file.path.split(separator: "/").contains("..") || file.path.hasPrefix("/") {
                fault = "lies outside the archive"
            } else {
                do {
                    try ReadingFile(path: "\(archive.folder)/\(file.path)").forEachChunk { chunk in
                        chunk.withUnsafeBytes { hasher.update(bufferPointer: $0) }
                    }
                    if ContentHash(hasher.finalize()).description != file.sha256 { fault = "is not as it was written" }
                } catch let error as InputError {
                    fault = error.code == .missing ? "is missing" : "can't be read"
                }
            }
            guard let fault else { continue }
            if isReadable {
                remarks.append("\(file.path) \(fault). It is there for people to read; the vault is made from history/ and originals/.")
            } else {
                bad.append("\(file.path) \(fault)")
            }
        }
        let written = Set(manifest.files.map(\.path))
        for table in KeptTable.allCases where !table.mayBeMissing && !written.contains("history/\(table.rawValue).jsonl") {
            bad.append("history/\(table.rawValue).jsonl is missing")
        }
        guard bad.isEmpty else {
            let list = bad.prefix(10).joined(separator: "; ") + (bad.count > 10 ? "; and \(bad.count - 10) more" : "")
            throw InputError(
                .damaged,
                "The archive \(path) is damaged: \(list). Nothing was imported. Take another copy of it; what is sound under originals/ can "
                    + "be imported by itself.")
        }
        return remarks
    }
}

/// The rows and originals of an archive's folder.
private struct ArchiveFiles {
    let folder: String
    let path: String

    /// Hands over the rows of a table, line by line.
    func forEachRow(of table: KeptTable, _ body: (KeptRow) throws -> Void) throws {
        var pending: [UInt8] = []
        var number = 0
        func take(_ line: ArraySlice<UInt8>) throws {
            number += 1
            guard !line.isEmpty else { return }
            guard let row = KeptRow(line: line, of: table) else {
                throw InputError(
                    .damaged,
                    "The archive \(path) is damaged: line \(number) of history/\(table.rawValue).jsonl can't be read. Nothing was imported."
                )
            }
            try body(row)
        }
        let file = "\(folder)/history/\(table.rawValue).jsonl"
        guard !table.mayBeMissing || FileManager.default.fileExists(atPath: file) else { return }
        try ReadingFile(path: file).forEachChunk { chunk in
            pending += chunk
            var start = pending.startIndex
            while let end = pending[start...].firstIndex(of: 10) {
                try take(pending[start..<end])
                start = end + 1
            }
            pending.removeSubrange(..<start)
        }
        try take(pending[...])
    }

    func counts() throws -> [KeptTable: Int] {
        var counts: [KeptTable: Int] = [:]
        for table in [KeptTable.snapshot, .original, .decision] {
            try forEachRow(of: table) { _ in counts[table, default: 0] += 1 }
        }
        return counts
    }

    /// What tells whether a vault holds all of it: the ids of its snapshots and steps.
    func snapshotsAndSteps() throws -> Set<String> {
        var ids: Set<String> = []
        for table in [KeptTable.snapshot, .decision] {
            try forEachRow(of: table) { row in if let id = row.text("uuid") { ids.insert(id) } }
        }
        return ids
    }

    func original(_ row: KeptRow) throws -> any ByteSource {
        guard let number = row.integer("original_id"), let name = row.text("file_name") else {
            throw InputError(.damaged, "The archive \(path) is damaged: an original has no number. Nothing was imported.")
        }
        return ArchivedOriginal(file: ReadingFile(path: "\(folder)/\(ArchivePath.ofOriginal(number, name: name))"))
    }
}

/// An original as it lies in the archive.
private struct ArchivedOriginal: ByteSource {
    let file: ReadingFile

    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws { try file.forEachChunk(body) }
}

extension Vault {
    /// The ids of all snapshots and steps.
    fileprivate func snapshotsAndSteps() throws -> Set<String> {
        try atOneMoment { moment in
            var ids: Set<String> = []
            for table in [KeptTable.snapshot, .decision] {
                try moment.forEachRow(of: table) { row in if let id = row.text("uuid") { ids.insert(id) } }
            }
            return ids
        }
    }
}
