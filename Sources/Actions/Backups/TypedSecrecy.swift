import AgeEncryption
public import ContactFormats

extension BackUpVault.Secrecy {
    /// What somebody types to say who can open a backup: a passphrase, or the public keys (`age1…`) of those who can; nothing for whoever has
    /// the file.
    ///
    /// - Parameter keys: the keys, with blanks, commas or line ends between; a line that begins with `#` is a remark.
    /// - Throws: `InputError` for what is no key, and where both were typed.
    public init(passphrase: String, keys: String) throws(InputError) {
        let lines = keys.split(whereSeparator: \.isNewline).filter { $0.first { !$0.isWhitespace } != "#" }
        let words = lines.flatMap { $0.split { $0.isWhitespace || $0 == "," || $0 == ";" } }
        guard !words.isEmpty else {
            guard keys.allSatisfy(\.isWhitespace) else {
                throw InputError(.unrecognised, "There is no key in what was typed. Nothing was made; a key begins with age1.")
            }
            self = passphrase.isEmpty ? .none : .passphrase(passphrase)
            return
        }
        guard passphrase.isEmpty else {
            throw InputError(.unrecognised, "A backup is encrypted to keys or with a passphrase, not both. Nothing was made.")
        }
        var recipients: [AgeRecipient] = []
        for word in words {
            do {
                recipients.append(try AgeRecipient(String(word)))
            } catch {
                throw InputError(.unrecognised, error.message)
            }
        }
        self = .recipients(recipients)
    }
}
