import Crypto
import Foundation

/// The content in chunks of 64 KiB, each sealed with its number and whether it is the last (age-encryption.org/v1, "Payload").
struct AgePayload {
    static let nonceBytes = 16
    static let chunkBytes = 64 * 1024
    static let tagBytes = 16

    private let key: SymmetricKey
    private var number: UInt64 = 0

    init(fileKey: SymmetricKey, nonce: [UInt8]) {
        key = HKDF<SHA256>.deriveKey(inputKeyMaterial: fileKey, salt: nonce, info: Array("payload".utf8), outputByteCount: 32)
    }

    /// Whether no chunk was sealed or opened yet.
    var isAtStart: Bool { number == 0 }

    mutating func seal(_ chunk: ArraySlice<UInt8>, isLast: Bool) throws(AgeError) -> [UInt8] {
        guard let nonce = try? ChaChaPoly.Nonce(data: nextNonce(isLast: isLast)),
            let box = try? ChaChaPoly.seal(chunk, using: key, nonce: nonce)
        else { throw AgeError(.damaged, "The content could not be encrypted.") }
        return Array(box.ciphertext) + Array(box.tag)
    }

    /// The chunk, or `nil` where it is not what was sealed at this place.
    mutating func open(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> [UInt8]? {
        guard chunk.count >= Self.tagBytes, let nonce = try? ChaChaPoly.Nonce(data: nextNonce(isLast: isLast)),
            let box = try? ChaChaPoly.SealedBox(
                nonce: nonce, ciphertext: chunk.dropLast(Self.tagBytes), tag: chunk.suffix(Self.tagBytes)),
            let bytes = try? ChaChaPoly.open(box, using: key)
        else { return nil }
        return Array(bytes)
    }

    /// Eleven bytes of number, the highest first, and one that is 1 at the last chunk. 2^64 chunks are beyond any disk.
    private mutating func nextNonce(isLast: Bool) -> [UInt8] {
        defer { number &+= 1 }
        return [0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) } + [isLast ? 1 : 0]
    }
}
