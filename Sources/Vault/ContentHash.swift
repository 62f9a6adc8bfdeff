public import Crypto
import ContactModel

/// The SHA-256 of something the vault keeps, so that `verify` finds any changed bit of it.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Takes over a digest.
    public init(_ digest: SHA256.Digest) {
        bytes = Array(digest)
    }

    /// The hash stored as 32 bytes, or `nil` for any other number of bytes.
    public init?(stored bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The hash of texts in order; each is preceded by its length, so that no two lists of texts run together.
    public init(of texts: [String]) {
        var hasher = SHA256()
        for text in texts {
            hasher.update(data: Array("\(text.utf8.count):".utf8))
            hasher.update(data: Array(text.utf8))
        }
        self.init(hasher.finalize())
    }

    /// The hash of a record: what its entry is known by, and what the card says.
    static func ofRecord(key: String, ordinal: Int64, card: [UInt8]) -> ContentHash {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(key.utf8.count + card.count + 24)
        bytes.append(contentsOf: key.utf8)
        bytes.append(0)
        bytes.append(contentsOf: String(ordinal).utf8)
        bytes.append(0)
        bytes.append(contentsOf: card)
        return ContentHash(SHA256.hash(data: bytes))
    }

    /// Lower-case hexadecimal.
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            for digit in [byte >> 4, byte & 0xF] { text.append(digit < 10 ? 48 + digit : 87 + digit) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The first and the second eight bytes, big-endian.
    var halves: (UInt64, UInt64) {
        var halves: (UInt64, UInt64) = (0, 0)
        for position in 0..<8 {
            halves.0 = halves.0 << 8 | UInt64(bytes[position])
            halves.1 = halves.1 << 8 | UInt64(bytes[8 + position])
        }
        return halves
    }
}

/// The hash of a set of records that does not depend on their order: the sum of the records' hashes modulo 2^128.
///
/// A snapshot carries it over the records that stood in it; together with the records' own hashes it makes a record that was moved,
/// lost or slipped in visible.
struct ContentsHash: Equatable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    mutating func add(_ hash: ContentHash) {
        let (first, second) = hash.halves
        let (sum, overflow) = low.addingReportingOverflow(second)
        low = sum
        high = high &+ first &+ (overflow ? 1 : 0)
    }

    var bytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * $0)) }
            + (0..<8).map { UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * $0)) }
    }
}

extension UniqueID {
    /// The id that a text gives; equal texts give equal ids, on every machine.
    init(named text: String) {
        let (high, low) = ContentHash(SHA256.hash(data: Array(text.utf8))).halves
        self.init(digestHigh: high, digestLow: low)
    }
}

extension UniqueID {
    /// The first half as the identity index keeps it: a person's id leads to the person by that index.
    var keyHash: Int64 { Int64(bitPattern: high) }
}
