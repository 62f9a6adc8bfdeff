import Crypto
import Foundation

/// Writes an age file (age-encryption.org/v1) piece by piece, in constant memory; the age program opens it.
public struct AgeEncryptor: Sendable {
    private let fileKey: SymmetricKey
    private let nonce: [UInt8]
    private let header: [UInt8]
    private var payload: AgePayload
    private var pending: [UInt8] = []

    /// Encrypts to recipients, each of whom can open the file alone.
    ///
    /// - Throws: `AgeError` with code `badKey`, where there is none or one is none.
    public init(to recipients: [AgeRecipient]) throws(AgeError) {
        guard !recipients.isEmpty else { throw AgeError(.badKey, "There is nobody to encrypt to. Name a recipient, age1….") }
        let fileKey = SymmetricKey(size: .bits128)
        var stanzas: [AgeStanza] = []
        for recipient in recipients { stanzas.append(try AgeFileKey.wrap(fileKey, for: recipient)) }
        self.init(stanzas: stanzas, fileKey: fileKey)
    }

    /// Encrypts with a passphrase.
    ///
    /// - Parameter work: the logarithm of the work each guess costs; 18, as the age program has it, takes about a second.
    public init(passphrase: String, work: Int = 18) throws(AgeError) {
        guard !passphrase.isEmpty else { throw AgeError(.badKey, "The passphrase is empty.") }
        let fileKey = SymmetricKey(size: .bits128)
        let stanza = try AgeFileKey.wrap(fileKey, passphrase: passphrase, work: max(1, min(work, AgeFileKey.mostWork)))
        self.init(stanzas: [stanza], fileKey: fileKey)
    }

    private init(stanzas: [AgeStanza], fileKey: SymmetricKey) {
        self.fileKey = fileKey
        var random = SystemRandomNumberGenerator()
        nonce = (0..<AgePayload.nonceBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        header = AgeHeader.written(stanzas, fileKey: fileKey)
        payload = AgePayload(fileKey: fileKey, nonce: nonce)
    }

    /// What the file begins with.
    public func begin() -> [UInt8] { header + nonce }

    /// Takes more of the content, and hands over what is sealed.
    public mutating func encrypt(_ bytes: ArraySlice<UInt8>) throws(AgeError) -> [UInt8] {
        pending += bytes
        var sealed: [UInt8] = []
        var start = 0
        // What may be the last chunk waits: only the end tells.
        while pending.count - start > AgePayload.chunkBytes {
            sealed += try payload.seal(pending[start..<(start + AgePayload.chunkBytes)], isLast: false)
            start += AgePayload.chunkBytes
        }
        pending.removeFirst(start)
        return sealed
    }

    /// Hands over the end of the file.
    public mutating func finish() throws(AgeError) -> [UInt8] {
        defer { pending = [] }
        return try payload.seal(pending[...], isLast: true)
    }

    /// Opens what this wrote, to see that it can be read back; the key never leaves.
    public func makeProof() -> AgeDecryptor { AgeDecryptor(fileKey: fileKey) }
}
