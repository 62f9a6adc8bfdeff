import AgeEncryption
import ContactFormats
import Vault

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
