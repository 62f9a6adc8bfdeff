public import AgeEncryption
import ContactModel
import Crypto
import Foundation
public import Vault

/// Makes a copy of the vault that can be trusted: of one moment, checked through, whole or not at all.
public struct BackUpVault: Sendable {
    /// Who can read the backup.
    public enum Secrecy: Sendable {
        /// Whoever has the file.
        case none
        /// Whoever has one of the keys.
        case recipients([AgeRecipient])
        /// Whoever knows the passphrase.
        case passphrase(String)
    }

    /// What was made.
    public struct Outcome: Sendable {
        /// Where the backup is.
        public var path: String
        /// How many bytes it has.
        public var byteCount: Int64
        /// The SHA-256 of the file, in hexadecimal.
        public var sha256: String
        /// What was checked in it.
        public var report: VerificationReport
        /// Older backups that were removed, by path.
        public var removed: [String]
    }

    /// How far a backup is.
    public enum Progress: Sendable {
        /// Pages copied of how many.
        case copied(Int, of: Int)
        /// Records and people checked of how many.
        case checked(Int, of: Int)
        /// Bytes encrypted so far.
        case encrypted(Int)
    }

    /// The file to write, or a folder to put a file with a dated name into.
    public var place: String
    /// Who can read it.
    public var secrecy: Secrecy
    /// Which older ones to keep, in a folder; `nil` for all.
    public var policy: KeepPolicy?
    /// The vault's own file: an unencrypted copy lies beside it while an encrypted one is made, and nothing is written over it.
    public var vaultPath: String
    /// Told now and then how far it is.
    public var progress: @Sendable (Progress) -> Void

    /// Prepares a backup.
    public init(
        to place: String,
        secrecy: Secrecy = .none,
        keeping policy: KeepPolicy? = nil,
        vaultPath: String,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        self.place = place
        self.secrecy = secrecy
        self.policy = policy
        self.vaultPath = vaultPath
        self.progress = progress
    }

    /// Makes it.
    ///
    /// - Throws: `VaultError` (`damaged` where the vault is: a backup of damage would only look like one), `OutputError`, `AgeError`; then
    ///   there is no new file, and the older ones are as they were.
    public func run(in vault: Vault, clock: Clock = .system) throws -> Outcome {
        let identity = try vault.identity()
        let isEncrypted = if case .none = secrecy { false } else { true }
        let isFolder = try isFolder()
        let name = BackupName(vault: identity.id, at: clock.timestamp, isEncrypted: isEncrypted)
        let target = isFolder ? URL(fileURLWithPath: place).appendingPathComponent(name.fileName).path : place
        try refuseVaultItself(target)

        let copy = try ScratchFile(beside: isEncrypted ? vaultPath : target)
        try vault.copy(to: copy.path) { progress(.copied($0, of: $1)) }
        let report = try Self.check(copy.path) { progress(.checked($0, of: $1)) }
        guard report.isSound else {
            throw VaultError(
                .damaged,
                "The vault is damaged in \(report.findingCount) places, so no backup was made; the older ones are as they were. "
                    + "`holdfast verify` lists the damage, `holdfast restore` takes a backup in its place."
            )
        }
        let written: (byteCount: Int64, sha256: String)
        if let encryptor = try makeEncryptor() {
            written = try encrypt(copy, with: encryptor, into: target)
        } else {
            written = try Self.digest(of: copy.path)
            try copy.publish()
        }
        let removed = try isFolder ? thin(vault: name.vault) : []
        return Outcome(path: target, byteCount: written.byteCount, sha256: written.sha256, report: report, removed: removed)
    }

    /// Opens a copy, checks all of it, and leaves it as one file.
    static func check(_ path: String, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) throws -> VerificationReport {
        let copy = try Vault(path: path)
        let report: VerificationReport
        do {
            report = try copy.verify(progress: progress)
        } catch {
            try? copy.close()
            throw error
        }
        try copy.settleAndClose()
        return report
    }

    private func isFolder() throws -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
        guard !exists || !isFolder.boolValue else { return true }
        if !exists, place.hasSuffix("/") {
            do {
                try FileManager.default.createDirectory(
                    atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                return true
            } catch {
                throw OutputError(
                    code: .cannotCreate, message: "The folder \(place) can't be made. Nothing was written. Name another place.")
            }
        }
        guard policy == nil else {
            throw OutputError(
                code: .cannotCreate,
                message: "\(place) is not a folder. Several backups can only be kept in a folder: make it, or write \(place)/.")
        }
        return false
    }

    private func refuseVaultItself(_ target: String) throws {
        for spared in ["", "-wal", "-shm"].map({ vaultPath + $0 }) {
            var (one, other) = (stat(), stat())
            if stat(target, &one) == 0, stat(spared, &other) == 0, one.st_dev == other.st_dev, one.st_ino == other.st_ino {
                throw OutputError(code: .cannotCreate, message: "\(target) is the vault itself. Nothing was written. Name another file.")
            }
        }
    }

    // MARK: Encryption

    private func makeEncryptor() throws -> AgeEncryptor? {
        switch secrecy {
        case .none: nil
        case .recipients(let recipients): try AgeEncryptor(to: recipients)
        case .passphrase(let passphrase): try AgeEncryptor(passphrase: passphrase)
        }
    }

    /// Encrypts the copy, reads back what came onto the disk, and only then lets it appear.
    private func encrypt(_ copy: ScratchFile, with encryptor: AgeEncryptor, into target: String) throws -> (
        byteCount: Int64, sha256: String
    ) {
        var encryptor = encryptor
        let sealed = try ScratchFile(beside: target)
        var plain = SHA256()
        var done = 0
        try sealed.write(encryptor.begin())
        try ReadingFile(path: copy.path).forEachChunk { chunk in
            plain.update(data: Array(chunk))
            try sealed.write(encryptor.encrypt(chunk))
            done += chunk.count
            progress(.encrypted(done))
        }
        try sealed.write(encryptor.finish())
        try sealed.sync()
        var proof = encryptor.makeProof()
        var (readBack, file) = (SHA256(), SHA256())
        var byteCount: Int64 = 0
        try ReadingFile(path: sealed.path).forEachChunk { chunk in
            file.update(data: Array(chunk))
            byteCount += Int64(chunk.count)
            readBack.update(data: try proof.decrypt(chunk))
        }
        readBack.update(data: try proof.finish())
        guard readBack.finalize() == plain.finalize() else {
            throw OutputError(
                code: .cannotWrite,
                message: "What was written to \(target) could not be read back as it was. The disk may be failing; nothing was left behind."
            )
        }
        try sealed.publish()
        return (byteCount, Self.hexadecimal(file.finalize()))
    }

    private static func digest(of path: String) throws -> (byteCount: Int64, sha256: String) {
        var hasher = SHA256()
        var byteCount: Int64 = 0
        try ReadingFile(path: path).forEachChunk { chunk in
            hasher.update(data: Array(chunk))
            byteCount += Int64(chunk.count)
        }
        return (byteCount, hexadecimal(hasher.finalize()))
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String { ContentHash(digest).description }

    // MARK: Thinning

    /// Removes the backups of this vault the policy doesn't keep; a file that is not named and does not begin as one stays.
    private func thin(vault: String) throws -> [String] {
        guard let policy else { return [] }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).compactMap(BackupName.init(fileName:))
            .filter { $0.vault == vault }
        var removed: [String] = []
        for name in policy.superfluous(names) {
            let path = URL(fileURLWithPath: place).appendingPathComponent(name.fileName).path
            let isBackup = name.isEncrypted ? ReadingFile(path: path).begins(with: "age-encryption.org/v1\n") : Vault.isVault(fileAt: path)
            if isBackup, unlink(path) == 0 { removed.append(path) }
        }
        return removed
    }
}
