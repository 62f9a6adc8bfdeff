public import AgeEncryption
import ContactFormats
import Foundation
public import Vault

/// Puts a backup, or any copy of a vault, in the place of the vault: checked before it replaces anything.
public struct RestoreVault: Sendable {
    /// What was done.
    public struct Outcome: Sendable {
        /// What was checked.
        public var report: VerificationReport
        /// Where the vault that stood there is now; `nil` where there was none.
        public var keptAs: String?
    }

    /// The backup.
    public var file: String
    /// Where the vault is to stand.
    public var vaultPath: String
    /// What opens the backup, where it is encrypted.
    public var key: AgeDecryptor.Key?
    /// Whether a vault that stands there may be set aside.
    public var replaces: Bool
    /// Whether whom the vault that stands there lets in (the password, sessions, tokens) counts on, rather than whom the backup let in.
    public var keepsAccess = false
    /// Told now and then how many records and people of how many are checked.
    public var progress: @Sendable (_ done: Int, _ total: Int) -> Void

    /// Prepares to restore.
    public init(
        from file: String,
        to vaultPath: String,
        key: AgeDecryptor.Key? = nil,
        replaces: Bool = false,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        self.file = file
        self.vaultPath = vaultPath
        self.key = key
        self.replaces = replaces
        self.progress = progress
    }

    /// Restores.
    ///
    /// - Throws: `InputError`, `AgeError`, `VaultError`, `OutputError`; then the vault is as it was.
    public func run(clock: Clock = .system) throws -> Outcome {
        try place(check(), clock: clock)
    }

    /// Brings the vault out of the backup, beside the place it is to have, and checks all of it. The vault that stands there may be in use.
    ///
    /// - Throws: as `run`.
    public func check() throws -> CheckedBackup {
        let files = FileManager.default
        guard files.fileExists(atPath: file) else { throw InputError(.missing, "There is no file \(file). Nothing was changed.") }
        // Looked at before the work, and again at the end.
        try refuseReplacing()
        let folder = URL(fileURLWithPath: vaultPath).deletingLastPathComponent()
        do {
            try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw OutputError(code: .cannotCreate, message: "The folder \(folder.path) can't be made. Nothing was changed.")
        }
        let copy = try ScratchFile(beside: vaultPath)
        try unpack(into: copy)
        let report = try BackUpVault.check(copy.path, progress: progress)
        guard report.isSound else {
            throw VaultError(
                .damaged,
                "\(file) is damaged in \(report.findingCount) places (\(report.findings.first?.message ?? "")) Nothing was changed. "
                    + "Take an older backup; `holdfast --vault FILE verify` lists the damage."
            )
        }
        return CheckedBackup(copy: copy, report: report)
    }

    /// Puts what was checked in its place. Nobody may have the vault that stands there open.
    ///
    /// - Throws: as `run`.
    public func place(_ backup: CheckedBackup, clock: Clock = .system) throws -> Outcome {
        try refuseReplacing()
        try carryOver(into: backup.copy.path)
        let kept = try setAside(at: clock.timestamp)
        try backup.copy.publish(at: vaultPath)
        return Outcome(report: backup.report, keptAs: kept)
    }

    /// Whether a file is encrypted by age, by how it begins.
    public static func isEncrypted(fileAt path: String) -> Bool {
        let beginning = ReadingFile(path: path).beginning(4096)
        return beginning.starts(with: Array("age-encryption.org/".utf8))
            || beginning.drop { $0 <= 32 }.starts(with: Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8))
    }

    /// Whether a file may be a backup, by how it begins: a vault, or something encrypted.
    public static func mayBeBackup(fileAt path: String) -> Bool { Vault.isVault(fileAt: path) || isEncrypted(fileAt: path) }

    private func refuseReplacing() throws {
        guard !replaces, FileManager.default.fileExists(atPath: vaultPath) else { return }
        throw OutputError(
            code: .cannotCreate,
            message:
                "There is a vault at \(vaultPath) already, and it was left as it is. With --force it is kept beside, and the backup takes "
                + "its place; with --vault FILE the backup becomes a vault of its own."
        )
    }

    /// Brings the vault out of the backup, whatever kind of file it is.
    private func unpack(into copy: ScratchFile) throws {
        let source = ReadingFile(path: file)
        guard Self.isEncrypted(fileAt: file) else {
            guard key == nil else {
                throw InputError(
                    .unrecognised, "\(file) is not encrypted by age. Leave the key out to restore it as it is. Nothing was changed.")
            }
            guard Vault.isVault(fileAt: file) else {
                throw InputError(
                    .unrecognised,
                    "\(file) is neither a backup nor a vault. Nothing was changed. An archive of `export --to archive` is taken in by `holdfast import`."
                )
            }
            return try Vault.copy(fileAt: file, to: copy.path)
        }
        guard let key else {
            throw AgeError(
                .wrongKey,
                "\(file) is encrypted. Give its key with --identity-file, or its passphrase with --passphrase-file. Nothing was changed.")
        }
        var decryptor = AgeDecryptor(with: key)
        try source.forEachChunk { try copy.write(decryptor.decrypt($0)) }
        try copy.write(decryptor.finish())
        try copy.sync()
        guard Vault.isVault(fileAt: copy.path) else {
            throw InputError(.unrecognised, "What is encrypted in \(file) is not a vault. Nothing was changed.")
        }
    }

    /// Who was erased from the vault that stands there must not come back with a backup from before; and whom it lets in may count on.
    private func carryOver(into copy: String) throws {
        guard FileManager.default.fileExists(atPath: vaultPath) else { return }
        let old: Vault
        do {
            old = try Vault(path: vaultPath, options: SQLiteEngine.Options(patienceSeconds: 3))
        } catch {
            // What can't be read any more can't be carried over; that is what backups are for.
            if keepsAccess { throw error }
            return
        }
        defer { try? old.close() }
        let new = try Vault(path: copy)
        do {
            _ = try new.eraseThose(erasedIn: old)
            if keepsAccess { try new.takeAccess(of: old) }
        } catch {
            try? new.close()
            throw error
        }
        try new.settleAndClose()
    }

    /// Gives the vault that stands there a second name, under which it stays when the backup takes its place.
    private func setAside(at timestamp: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: vaultPath) else { return nil }
        do {
            // Writing the log back fails where another program has the vault open: it must not lose its file.
            try Vault(path: vaultPath, options: SQLiteEngine.Options(patienceSeconds: 3)).settleAndClose()
        } catch let error as VaultError where error.code == .busy {
            throw VaultError(.busy, "Another program has the vault \(vaultPath) open. Nothing was changed. End it and run this again.")
        } catch is VaultError {
            // What is damaged, or of a newer version, is set aside as it is, with its log.
        }
        let kept = vaultPath + ListVaultsAside.mark + BackupName.stamp(of: timestamp)
        for suffix in ["-wal", ""] where FileManager.default.fileExists(atPath: vaultPath + suffix) {
            guard link(vaultPath + suffix, kept + suffix) == 0 || Self.copyFile(vaultPath + suffix, kept + suffix) else {
                throw OutputError.creating(kept, errno)
            }
        }
        // A log must not lie beside a database it does not belong to. Both have a second name by now.
        unlink(vaultPath + "-wal")
        unlink(vaultPath + "-shm")
        return kept
    }

    /// Where a file system knows no second names.
    private static func copyFile(_ source: String, _ target: String) -> Bool {
        (try? FileManager.default.copyItem(atPath: source, toPath: target)) != nil
    }
}

/// A vault that was brought out of a backup and checked through. It lies beside the place it is to have until it gets it, and is gone with
/// its last reference otherwise.
public struct CheckedBackup: Sendable {
    let copy: ScratchFile
    /// What was checked.
    public let report: VerificationReport
}
