import Crypto
import CryptoExtras
import Foundation

/// The key of one file, and how it is wrapped for those who may open it.
enum AgeFileKey {
    static let byteCount = 16
    private static let x25519Info = Array("age-encryption.org/v1/X25519".utf8)
    private static let scryptLabel = Array("age-encryption.org/v1/scrypt".utf8)
    /// Work up to here is done for a file that asks for it: 2^20 takes a gigabyte and some seconds; the age program writes 2^18.
    static let mostWork = 20

    // MARK: X25519

    /// Wraps the key for a recipient.
    static func wrap(_ fileKey: SymmetricKey, for recipient: AgeRecipient) throws(AgeError) -> AgeStanza {
        let ephemeral = Curve25519.KeyAgreement.PrivateKey()
        let share = Array(ephemeral.publicKey.rawRepresentation)
        guard let publicKey = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: recipient.publicKey),
            let secret = try? ephemeral.sharedSecretFromKeyAgreement(with: publicKey),
            let body = seal(fileKey, with: wrapKey(secret, share: share, recipient: recipient.publicKey))
        else { throw AgeError(.badKey, "\(recipient) is not a key anything can be encrypted to.") }
        return AgeStanza(arguments: ["X25519", Base64.encode(share)], body: body)
    }

    /// The key out of the first stanza an identity opens; `nil` where it opens none.
    ///
    /// - Throws: `AgeError` with code `badHeader` where a stanza is not as it should be.
    static func unwrap(_ stanzas: [AgeStanza], with identities: [AgeIdentity]) throws(AgeError) -> SymmetricKey? {
        for stanza in stanzas where stanza.arguments.first == "X25519" {
            guard stanza.arguments.count == 2, let share = Base64.decode(Array(stanza.arguments[1].utf8)), share.count == 32,
                stanza.body.count == byteCount + 16, let publicShare = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: share)
            else { throw AgeHeader.bad("the key for a recipient is wrong") }
            for identity in identities {
                // A share of low order would make a secret that everybody knows (RFC 7748 §6.1).
                guard let secret = try? identity.privateKey.sharedSecretFromKeyAgreement(with: publicShare),
                    secret.withUnsafeBytes({ bytes in bytes.contains { $0 != 0 } })
                else {
                    throw AgeHeader.bad("the key for a recipient is wrong")
                }
                let key = wrapKey(secret, share: share, recipient: identity.recipient.publicKey)
                if let fileKey = open(stanza.body, with: key) { return fileKey }
            }
        }
        return nil
    }

    private static func wrapKey(_ secret: SharedSecret, share: [UInt8], recipient: [UInt8]) -> SymmetricKey {
        secret.hkdfDerivedSymmetricKey(using: SHA256.self, salt: share + recipient, sharedInfo: x25519Info, outputByteCount: 32)
    }

    // MARK: Passphrase

    /// Wraps the key with a passphrase; `work` is the logarithm of scrypt's cost.
    static func wrap(_ fileKey: SymmetricKey, passphrase: String, work: Int) throws(AgeError) -> AgeStanza {
        var random = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        guard let key = passphraseKey(passphrase, salt: salt, work: work), let body = seal(fileKey, with: key) else {
            throw AgeError(.unsupported, "There is not enough memory to make a key of the passphrase.")
        }
        return AgeStanza(arguments: ["scrypt", Base64.encode(salt), String(work)], body: body)
    }

    /// The key by a passphrase; `nil` where it is the wrong one.
    ///
    /// - Throws: `AgeError`: `badHeader`, or `unsupported` where the file asks for more work than any honest one.
    static func unwrap(_ stanza: AgeStanza, passphrase: String) throws(AgeError) -> SymmetricKey? {
        guard stanza.arguments.count == 3, let salt = Base64.decode(Array(stanza.arguments[1].utf8)), salt.count == 16,
            stanza.body.count == byteCount + 16, let first = stanza.arguments[2].utf8.first, (49...57).contains(first),
            stanza.arguments[2].utf8.allSatisfy({ (48...57).contains($0) })
        else { throw AgeHeader.bad("what it says of the passphrase is wrong") }
        guard let work = Int(stanza.arguments[2]), work <= mostWork else {
            throw AgeError(
                .unsupported,
                "The file asks for 2^\(stanza.arguments[2].prefix(20)) rounds of work to try a passphrase; more than 2^\(mostWork) are not done."
            )
        }
        guard let key = passphraseKey(passphrase, salt: salt, work: work) else {
            throw AgeError(.unsupported, "There is not enough memory to make a key of the passphrase.")
        }
        return open(stanza.body, with: key)
    }

    private static func passphraseKey(_ passphrase: String, salt: [UInt8], work: Int) -> SymmetricKey? {
        try? KDF.Scrypt.deriveKey(
            from: Array(passphrase.utf8), salt: scryptLabel + salt, outputByteCount: 32, rounds: 1 << work, blockSize: 8, parallelism: 1)
    }

    // MARK: Sealing

    private static let noNonce = [UInt8](repeating: 0, count: 12)

    private static func seal(_ fileKey: SymmetricKey, with key: SymmetricKey) -> [UInt8]? {
        guard let nonce = try? ChaChaPoly.Nonce(data: noNonce),
            let box = try? ChaChaPoly.seal(fileKey.withUnsafeBytes { Array($0) }, using: key, nonce: nonce)
        else { return nil }
        return Array(box.ciphertext) + Array(box.tag)
    }

    private static func open(_ body: [UInt8], with key: SymmetricKey) -> SymmetricKey? {
        guard let box = try? ChaChaPoly.SealedBox(combined: noNonce + body), let bytes = try? ChaChaPoly.open(box, using: key) else {
            return nil
        }
        return SymmetricKey(data: bytes)
    }
}
