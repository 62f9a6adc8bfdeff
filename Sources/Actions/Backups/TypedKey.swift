public import AgeEncryption
import ContactFormats
import Foundation
import Vault

/// What somebody types or pastes to open a backup: its passphrase, or a secret key.
public struct TypedKey: Sendable {
    /// What opens the backup.
    public let key: AgeDecryptor.Key

    /// Reads what was typed: secret keys (`AGE-SECRET-KEY-1…`) wherever they stand in it, else all of it is the passphrase.
    ///
    /// - Throws: `AgeError` for a secret key that is none; `InputError` where nothing was typed.
    public init(_ text: String) throws {
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0.uppercased().hasPrefix("AGE-SECRET-KEY-") }
        if !words.isEmpty {
            key = .identities(try AgeIdentity.all(inFile: words.joined(separator: "\n")))
        } else {
            guard !text.isEmpty, text.utf8.count <= 4096 else {
                throw InputError(.unrecognised, "There is no passphrase and no key. Nothing was changed.")
            }
            key = .passphrase(text)
        }
    }
}

/// Why a backup is not brought back, in words for people.
public struct RestoreFailure: Error, Sendable {
    /// A whole sentence, or several.
    public private(set) var message: String
    /// Whether another passphrase or key may do.
    public let isForWantOfKey: Bool

    /// What an error of `RestoreVault` or `TypedKey` says; `nil` where it is none of theirs.
    public init?(_ error: any Error) {
        switch error {
        case let error as AgeError: (message, isForWantOfKey) = (error.message, [.wrongKey, .wrongKind, .badKey].contains(error.code))
        case let error as InputError: (message, isForWantOfKey) = (error.message, false)
        case let error as OutputError: (message, isForWantOfKey) = (error.message, false)
        case let error as VaultError: (message, isForWantOfKey) = (error.message, false)
        default: return nil
        }
    }

    /// A failure nobody foresaw.
    public init(unforeseen message: String) { (self.message, isForWantOfKey) = (message, false) }

    /// The same with a file called by another name than its path.
    public func calling(_ path: String, _ name: String) -> RestoreFailure {
        var failure = self
        failure.message = message.replacing(path, with: name)
        return failure
    }
}

/// The vaults that were set aside when a backup took their place.
public struct ListVaultsAside: Sendable {
    /// A vault that was set aside.
    public struct VaultAside: Sendable, Hashable {
        /// The file's name.
        public var name: String
        /// Where it is.
        public var path: String
        /// When it was set aside, as its name says: `20261126T114720Z`, whole or in part.
        public var stamp: String
        /// How large it is.
        public var bytes: Int64
    }

    /// The file of the vault they made room in.
    public var vaultPath: String

    /// Prepares a look.
    public init(vaultPath: String) {
        self.vaultPath = vaultPath
    }

    /// The vaults, the one last set aside first.
    public func run() -> [VaultAside] {
        let place = URL(fileURLWithPath: vaultPath)
        let folder = place.deletingLastPathComponent().path
        let begin = place.lastPathComponent + ".before-restore-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(begin) && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted(by: >).map { name in
            let path = "\(folder)/\(name)"
            let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
            return VaultAside(name: name, path: path, stamp: String(name.dropFirst(begin.count)), bytes: size?.int64Value ?? 0)
        }
    }
}
