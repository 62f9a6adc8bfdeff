import Foundation
import Vault

extension ImportFiles {
    /// Makes a vault of the files where there is none: beside its place, which it takes with all that was imported, or not at all.
    ///
    /// Step by step in its place, a new vault waits for the disk ten times before the first row, and all rows are written twice, into a log
    /// first. Who looks at the place meanwhile sees what was there before: nothing. Nothing is there afterwards either where nothing was to be
    /// kept: in a dry run, or where no file could be used.
    ///
    /// - Returns: what the files gave; `nil` where that is to be done in the vault itself: there is one, or another program was faster, or
    ///   some can be read once only (see ``readingPipes()``), or none can be made like this there.
    /// - Throws: what ``run(in:taken:)`` throws; what was imported before stays.
    public func run(inNewVaultAt path: String) throws -> Outcome? {
        ScratchFile.removeAbandoned(beside: path)
        guard areRepeatable, Self.isFree(path), let scratch = try? Self.scratch(beside: path) else { return nil }
        let (outcome, isEmpty) = try fill(scratch, for: path)
        if isEmpty { return try outcome.get() }
        return try scratch.publishWhereNothingStands() ? outcome.get() : nil
    }

    /// Whether all paths can be read a second time: what comes by a pipe is gone, unless it was kept.
    private var areRepeatable: Bool { paths.allSatisfy { piped[$0] != nil || !Self.isPipe($0) } }

    /// Whether nothing has the name, not even a link that leads nowhere, and nothing a lost vault left would be taken for the new one's.
    private static func isFree(_ path: String) -> Bool {
        var state = stat()
        return ["", "-journal", "-wal", "-shm"].allSatisfy { lstat(path + $0, &state) != 0 }
    }

    private static func scratch(beside path: String) throws -> ScratchFile {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        // Contacts are the owner's alone, and so is a folder made for them.
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return try ScratchFile(beside: path)
    }

    /// Makes the vault in a scratch file and imports into it.
    ///
    /// - Returns: what the files gave, or why the vault could not be written; it is whole in either case. And whether nothing is in it.
    /// - Throws: `VaultError` where there is no vault then.
    private func fill(_ scratch: ScratchFile, for path: String) throws -> (Result<Outcome, any Error>, isEmpty: Bool) {
        var options = SQLiteEngine.Options()
        options.laterPath = path
        let vault = try Vault(path: scratch.path, options: options)
        let outcome = Result { try run(in: vault) }
        let isEmpty = try vault.isEmpty()
        try vault.close()
        return (outcome, isEmpty)
    }
}
