import Crypto
import Foundation

/// Reads an age file (age-encryption.org/v1), armoured or not, piece by piece and in constant memory.
///
/// What it hands over is genuine, each chunk for itself; that nothing is missing at the end is known only when `finish` returns.
public struct AgeDecryptor: Sendable {
    /// What opens a file.
    public enum Key: Sendable {
        /// Any of these secret keys.
        case identities([AgeIdentity])
        /// A passphrase.
        case passphrase(String)
    }

    private enum Place {
        case beginning
        case header
        case nonce(SymmetricKey)
        case payload(AgePayload)
    }

    private enum Secret {
        case key(Key)
        case fileKey(SymmetricKey)
    }

    private let secret: Secret
    private var armor: AgeArmor?
    private var place = Place.beginning
    private var pending: [UInt8] = []

    /// Prepares to decrypt.
    public init(with key: Key) {
        secret = .key(key)
    }

    init(fileKey: SymmetricKey) {
        secret = .fileKey(fileKey)
    }

    /// Takes more of the file, and hands over what can be opened of the content.
    ///
    /// - Throws: `AgeError`; nothing can be asked of it afterwards.
    public mutating func decrypt(_ bytes: ArraySlice<UInt8>) throws(AgeError) -> [UInt8] {
        if case .beginning = place {
            pending += bytes
            guard try startsReading(isComplete: false) else { return [] }
            return try advance()
        }
        pending += try armor?.decode(bytes) ?? Array(bytes)
        return try advance()
    }

    /// Hands over the rest, once the whole file was given.
    ///
    /// - Throws: `AgeError` with code `damaged` where the end is missing.
    public mutating func finish() throws(AgeError) -> [UInt8] {
        var content: [UInt8] = []
        if case .beginning = place, try startsReading(isComplete: true) { content = try advance() }
        try armor?.finish()
        guard case .payload(var payload) = place else {
            if case .header = place, pending.count <= AgeHeader.version.utf8.count {
                throw AgeError(.notAge, "The file is not encrypted by age.")
            }
            throw AgeError(.damaged, "The encrypted file ends within its head. Take another copy of it.")
        }
        // Only a file without content ends with an empty chunk.
        guard pending.count >= AgePayload.tagBytes, pending.count > AgePayload.tagBytes || payload.isAtStart else { throw Self.cutOff }
        guard let last = payload.open(pending[...], isLast: true) else { throw Self.cutOff }
        pending = []
        return content + last
    }

    private static let cutOff = AgeError(.damaged, "The encrypted file is cut off or was changed near its end. Take another copy of it.")

    /// Finds out whether the file is armoured; `false` where more bytes are needed to tell.
    private mutating func startsReading(isComplete: Bool) throws(AgeError) -> Bool {
        let text = pending.drop { AgeArmor.isSpace($0) }
        let mark = Array(AgeArmor.begin.utf8)
        guard text.count >= mark.count || isComplete || !text.elementsEqual(mark.prefix(text.count)) else {
            guard pending.count < 4096 else { throw AgeError(.notAge, "The file is not encrypted by age.") }
            return false
        }
        place = .header
        if text.starts(with: mark) {
            var armor = AgeArmor()
            pending = try armor.decode(pending[...])
            self.armor = armor
        }
        return true
    }

    private mutating func advance() throws(AgeError) -> [UInt8] {
        if case .header = place {
            guard let header = try AgeHeader(beginning: pending) else { return [] }
            let fileKey = try fileKey(of: header)
            guard header.isGenuine(fileKey: fileKey) else { throw AgeHeader.bad("it was changed") }
            pending.removeFirst(header.byteCount)
            place = .nonce(fileKey)
        }
        if case .nonce(let fileKey) = place {
            guard pending.count >= AgePayload.nonceBytes else { return [] }
            place = .payload(AgePayload(fileKey: fileKey, nonce: Array(pending.prefix(AgePayload.nonceBytes))))
            pending.removeFirst(AgePayload.nonceBytes)
        }
        guard case .payload(var payload) = place else { return [] }
        var content: [UInt8] = []
        var start = 0
        let size = AgePayload.chunkBytes + AgePayload.tagBytes
        while pending.count - start > size {
            guard let chunk = payload.open(pending[start..<(start + size)], isLast: false) else {
                throw AgeError(.damaged, "The encrypted file was changed. Take another copy of it.")
            }
            content += chunk
            start += size
        }
        pending.removeFirst(start)
        place = .payload(payload)
        return content
    }

    private func fileKey(of header: AgeHeader) throws(AgeError) -> SymmetricKey {
        let byPassphrase = header.stanzas.first { $0.arguments.first == "scrypt" }
        if byPassphrase != nil, header.stanzas.count > 1 { throw AgeHeader.bad("a passphrase stands beside other keys") }
        let key: Key
        switch secret {
        case .fileKey(let fileKey): return fileKey
        case .key(let given): key = given
        }
        switch key {
        case .passphrase(let passphrase):
            guard let byPassphrase else {
                throw AgeError(.wrongKind, "The file is encrypted to a key, not with a passphrase. Give the key with --identity-file.")
            }
            if let fileKey = try AgeFileKey.unwrap(byPassphrase, passphrase: passphrase) { return fileKey }
            throw AgeError(.wrongKey, "The passphrase is not the one the file was encrypted with.")
        case .identities(let identities):
            guard byPassphrase == nil else {
                throw AgeError(
                    .wrongKind, "The file is encrypted with a passphrase, not to a key. Give the passphrase with --passphrase-file.")
            }
            if let fileKey = try AgeFileKey.unwrap(header.stanzas, with: identities) { return fileKey }
            throw AgeError(.wrongKey, "The file is encrypted to another key than those of the identity file.")
        }
    }
}
