public import AgeEncryption
import ContactFormats

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
