import ContactFormats
import ContactModel
import Crypto

/// The files as they came in: kept once each, byte for byte, in zstd frames of a mebibyte.
struct OriginalStore {
    private static let pieceSize = 1 << 20

    var session: any Session
    var vaultID: Int64

    /// Hands over all bytes of a file in order, in pieces of any size above zero.
    typealias Reading = (_ body: (ArraySlice<UInt8>) throws -> Void) throws -> Void

    /// Reads a file once for its hash and how many bytes it has.
    static func hash(of bytes: any ByteSource) throws -> (hash: ContentHash, byteCount: Int64) {
        try hash(reading: bytes.forEachChunk)
    }

    /// Reads a file once for its hash and how many bytes it has.
    ///
    /// - Throws: what `read` throws.
    static func hash(reading read: Reading) throws -> (hash: ContentHash, byteCount: Int64) {
        var hasher = SHA256()
        var byteCount: Int64 = 0
        try read { chunk in
            chunk.withUnsafeBytes { hasher.update(bufferPointer: $0) }
            byteCount += Int64(chunk.count)
        }
        return (ContentHash(hasher.finalize()), byteCount)
    }

    /// The number of the original with a hash, if it is kept, be it rewritten since.
    func find(_ hash: ContentHash) throws -> Int64? {
        if let exact = try findExact(hash) { return exact }
        // Whom an erasure took out of an original, the same file must not bring back: the steps note what it was.
        let payloads = try session.rows(
            "SELECT payload FROM decision WHERE vault_id = ? AND kind = ? AND payload LIKE ?",
            [.integer(vaultID), .text(Decision.Kind.erase.rawValue), .text("%\(hash)%")]
        ) { JSONValue(parsing: Array($0.text(0).utf8)) }
        for case .some(let payload) in payloads {
            let original = payload["originals"]?.arrayValue?.first { $0["was"]?.stringValue == hash.description }
            if let number = original?["id"]?.integerValue { return number }
        }
        return nil
    }

    /// The number of the original that has a hash now.
    func findExact(_ hash: ContentHash) throws -> Int64? {
        try session.first(
            "SELECT original_id FROM original WHERE vault_id = ? AND sha256 = ?",
            [.integer(vaultID), .bytes(hash.bytes)]
        ) { $0.integer(0) }
    }

    /// What the file of an original was called when it came in first.
    func fileName(of number: Int64) throws -> String? {
        try session.first("SELECT file_name FROM original WHERE vault_id = ? AND original_id = ?", [.integer(vaultID), .integer(number)]) {
            $0.text(0)
        }
    }

    /// Gives a file whose hash is known a number, unless it is kept already.
    ///
    /// - Returns: its number, and whether its bytes are to be kept under it still (`keepBytes`).
    func register(hash: ContentHash, byteCount: Int64, fileName: String) throws -> (number: Int64, isNew: Bool) {
        if let kept = try find(hash) { return (kept, false) }
        let number = try session.nextNumber("original_id", of: "original", vaultID: vaultID)
        try insertRow(hash: hash, byteCount: byteCount, fileName: fileName, number: number)
        return (number, true)
    }

    /// Keeps a file under a number that is free.
    func keep(_ bytes: any ByteSource, hash: ContentHash, byteCount: Int64, fileName: String, number: Int64) throws {
        try keep(reading: bytes.forEachChunk, hash: hash, byteCount: byteCount, fileName: fileName, number: number)
    }

    /// Keeps what `read` hands over under a number that is free.
    ///
    /// - Throws: what `read` throws; `InputError` with code `changed` where the bytes are not those the hash was made of.
    func keep(reading read: Reading, hash: ContentHash, byteCount: Int64, fileName: String, number: Int64) throws {
        try insertRow(hash: hash, byteCount: byteCount, fileName: fileName, number: number)
        try keepBytes(reading: read, hash: hash, fileName: fileName, number: number)
    }

    private func insertRow(hash: ContentHash, byteCount: Int64, fileName: String, number: Int64) throws {
        try session.run(
            "INSERT INTO original (vault_id, original_id, sha256, byte_count, file_name, hash) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(vaultID), .integer(number), .bytes(hash.bytes), .integer(byteCount), .text(fileName),
                .bytes(Self.rowHash(number: number, hash: hash, byteCount: byteCount, fileName: fileName).bytes),
            ]
        )
    }

    /// Keeps the bytes `read` hands over under the number that was given to them.
    ///
    /// - Throws: what `read` throws; `InputError` with code `changed` where the bytes are not those the hash was made of.
    func keepBytes(reading read: Reading, hash: ContentHash, fileName: String, number: Int64) throws {
        var hasher = SHA256()
        var pending: [UInt8] = []
        var piece: Int64 = 0
        func keepPiece(_ part: ArraySlice<UInt8>) throws {
            guard let frame = ZstdFrame.pack(part) else {
                throw VaultError(
                    .internalFault, "This build of libarchive can't write zstd, so the original can't be kept. Nothing was imported.")
            }
            let insert = try session.statement("INSERT INTO original_piece (vault_id, original_id, piece, zstd) VALUES (?, ?, ?, ?)")
            insert.bind(0, vaultID)
            insert.bind(1, number)
            insert.bind(2, piece)
            insert.bind(3, bytes: frame)
            try insert.run()
            piece += 1
        }
        try read { chunk in
            chunk.withUnsafeBytes { hasher.update(bufferPointer: $0) }
            pending.append(contentsOf: chunk)
            while pending.count >= Self.pieceSize {
                try keepPiece(pending[..<Self.pieceSize])
                pending.removeFirst(Self.pieceSize)
            }
        }
        if !pending.isEmpty { try keepPiece(pending[...]) }
        guard ContentHash(hasher.finalize()) == hash else {
            throw InputError(
                .changed,
                "\(fileName) changed while it was being read. Nothing of it was imported. Wait until it is complete and import it again.")
        }
    }

    /// The hash of an original's row.
    static func rowHash(number: Int64, hash: ContentHash, byteCount: Int64, fileName: String) -> ContentHash {
        ContentHash(of: [String(number), hash.description, String(byteCount), fileName])
    }

    /// Hands over a kept file piece by piece, as it came in.
    ///
    /// - Throws: `VaultError` with code `damaged` where a piece is.
    func read(_ original: Int64, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let select = try session.statement("SELECT zstd, piece FROM original_piece WHERE vault_id = ? AND original_id = ? ORDER BY piece")
        defer { select.reset() }
        select.bind(0, vaultID)
        select.bind(1, original)
        var expected: Int64 = 0
        while try select.step() {
            defer { expected += 1 }
            guard select.integer(1) == expected, let piece = ZstdFrame.unpack(select.bytes(0)) else {
                throw VaultError(
                    .damaged, "A piece of a kept original is damaged and can't be unpacked. Run `holdfast verify` to see which.")
            }
            if !piece.isEmpty { try body(piece[...]) }
        }
    }
}
