import Crypto
import Foundation

/// Whom a file is encrypted to: an X25519 public key, written `age1…` (age-encryption.org/v1, "The X25519 recipient type").
public struct AgeRecipient: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes of the public key.
    let publicKey: [UInt8]

    /// Reads a recipient.
    ///
    /// - Throws: `AgeError` with code `badKey`.
    public init(_ text: String) throws(AgeError) {
        if text.lowercased().hasPrefix("age-secret-key-") {
            throw AgeError(
                .badKey, "That is a secret key. A backup is encrypted to the public one, which begins with age1; keep the secret one safe.")
        }
        if text.hasPrefix("ssh-") {
            throw AgeError(.badKey, "SSH keys are not taken as recipients. Make a key with `age-keygen` and give its public half, age1….")
        }
        guard let (prefix, bytes) = Bech32.decode(text), prefix == "age", bytes.count == 32 else {
            throw AgeError(.badKey, "“\(text)” is not an age recipient. It is written age1… and is the public half `age-keygen` prints.")
        }
        publicKey = bytes
    }

    init(publicKey: [UInt8]) {
        self.publicKey = publicKey
    }

    /// `age1…`
    public var description: String { Bech32.encode(publicKey, prefix: "age") }
}

/// The secret key that opens what was encrypted to its recipient, written `AGE-SECRET-KEY-1…`.
public struct AgeIdentity: Sendable {
    let privateKey: Curve25519.KeyAgreement.PrivateKey

    /// Makes a new one out of the system's random numbers.
    public init() {
        privateKey = Curve25519.KeyAgreement.PrivateKey()
    }

    /// Reads an identity.
    ///
    /// - Throws: `AgeError` with code `badKey`; the message does not repeat the text, which may be nearly a secret.
    public init(_ text: String) throws(AgeError) {
        guard let (prefix, bytes) = Bech32.decode(text), prefix == "age-secret-key-", bytes.count == 32,
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
        else {
            throw AgeError(
                .badKey, "A line of the identity file is not an age key. A key is written AGE-SECRET-KEY-1…, as `age-keygen` prints it.")
        }
        privateKey = key
    }

    /// Reads the text of an identity file: a key a line, with blank lines and `#` comments between.
    ///
    /// - Throws: `AgeError` with code `badKey` where a line is none, or there is no key at all.
    public static func all(inFile text: String) throws(AgeError) -> [AgeIdentity] {
        guard !text.hasPrefix("age-encryption.org/"), !text.hasPrefix(AgeArmor.begin) else {
            throw AgeError(.badKey, "The identity file is encrypted itself. Decrypt it first: age -d -o key.txt FILE.")
        }
        var identities: [AgeIdentity] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if !line.isEmpty, !line.hasPrefix("#") { identities.append(try AgeIdentity(line)) }
        }
        guard !identities.isEmpty else {
            throw AgeError(.badKey, "There is no key in the identity file. `age-keygen -o key.txt` makes one.")
        }
        return identities
    }

    /// Whom to encrypt to so that this identity opens it.
    public var recipient: AgeRecipient { AgeRecipient(publicKey: Array(privateKey.publicKey.rawRepresentation)) }

    /// `AGE-SECRET-KEY-1…`
    public var secretText: String { Bech32.encode(Array(privateKey.rawRepresentation), prefix: "age-secret-key-").uppercased() }
}
