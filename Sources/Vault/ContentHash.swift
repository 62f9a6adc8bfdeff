import ContactModel
public import Crypto

/// The SHA-256 of something the vault keeps, so that `verify` finds any changed bit of it.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes as four big-endian words: a million hashes need no memory of their own.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Takes over a digest.
    public init(_ digest: SHA256.Digest) {
        // The bytes are read inside the closure only, each within the digest's 32.
        words = digest.withUnsafeBytes { bytes in
            func word(_ position: Int) -> UInt64 { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) }
            return (word(0), word(8), word(16), word(24))
        }
    }

    /// The hash stored as 32 bytes, or `nil` for any other number of bytes.
    public init?(stored bytes: [UInt8]) {
        // Read inside the closure only.
        guard let hash = bytes.withUnsafeBytes({ ContentHash(stored: $0) }) else { return nil }
        self = hash
    }

    /// The same of bytes that are lent for the call.
    init?(stored bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        // All four words lie in the 32 bytes.
        func word(_ position: Int) -> UInt64 { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) }
        words = (word(0), word(8), word(16), word(24))
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
        // Hashed inside the closure.
        return bytes.withUnsafeBytes { ContentHash(of: $0) }
    }

    /// The hash of bytes.
    init(of bytes: UnsafeRawBufferPointer) {
        var hasher = SHA256()
        hasher.update(bufferPointer: bytes)
        self.init(hasher.finalize())
    }

    /// The first and the second eight bytes, big-endian: the half by which one hash is told from another in memory.
    var half: (UInt64, UInt64) { (words.0, words.1) }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for word in [words.0, words.1, words.2, words.3] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        return bytes
    }

    /// Lends the 32 bytes for the length of a call.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let bigEndian = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
        return try withUnsafeBytes(of: bigEndian, body)
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

    /// Equal where all 32 bytes are.
    public static func == (left: ContentHash, right: ContentHash) -> Bool { left.words == right.words }

    /// By the first bytes, which are as good as any.
    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

    /// In the order of their bytes.
    static func < (left: ContentHash, right: ContentHash) -> Bool { left.words < right.words }
}

/// The hash of a set of records that does not depend on their order: the sum of the records' hashes modulo 2^128.
///
/// A snapshot carries it over the records that stood in it; together with the records' own hashes it makes a record that was moved,
/// lost or slipped in visible.
struct ContentsHash: Equatable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    mutating func add(_ hash: ContentHash) {
        let (first, second) = hash.half
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
        var text = text
        // Hashed inside the closure, while the text's bytes are there.
        self = text.withUTF8 { UniqueID(named: UnsafeRawBufferPointer($0)) }
    }

    /// The id that a text in UTF-8 gives.
    init(named utf8: UnsafeRawBufferPointer) {
        let (high, low) = ContentHash(of: utf8).half
        self.init(digestHigh: high, digestLow: low)
    }
}

extension UniqueID {
    /// The first half as the identity index keeps it: a person's id leads to the person by that index.
    var keyHash: Int64 { Int64(bitPattern: high) }
}
