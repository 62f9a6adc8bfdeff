import ContactFormats
import Crypto

/// The files as they came in: kept once each, byte for byte, in zstd frames of a mebibyte.
struct OriginalStore {
    private static let pieceSize = 1 << 20
    /// At most so many frames wait to be written, a third of a mebibyte each as a rule.
    private static let mostFramesAhead = 64

    var session: any Session
    var vaultID: Int64

    /// Reads a file once for its hash and how many bytes it has.
    static func hash(of bytes: any ByteSource) throws -> (hash: ContentHash, byteCount: Int64) {
        var hasher = SHA256()
        var byteCount: Int64 = 0
        try bytes.forEachChunk { chunk in
            chunk.withUnsafeBytes { hasher.update(bufferPointer: $0) }
            byteCount += Int64(chunk.count)
        }
        return (ContentHash(hasher.finalize()), byteCount)
    }

    /// The number of the original with a hash, if it is kept.
    func find(_ hash: ContentHash) throws -> Int64? {
        try session.first(
            "SELECT original_id FROM original WHERE vault_id = ? AND sha256 = ?",
            [.integer(vaultID), .bytes(hash.bytes)]
        ) { $0.integer(0) }
    }

    /// Files on their way into the vault, packed on a thread of their own.
    struct Keeping {
        /// The originals' numbers, one a file.
        fileprivate(set) var numbers: [Int64] = []
        /// Those of the files that were not kept before, with their numbers.
        fileprivate var new: [(number: Int64, file: HandOutOriginals.File)] = []
        fileprivate var packing: WorkAhead<Frame, Void>?
    }

    /// A piece of a file that was packed.
    fileprivate struct Frame: Sendable {
        var original: Int64
        var piece: Int64
        var bytes: [UInt8]
    }

    /// Begins to keep files, unless they are kept already. What is packed of them is written by `finish`.
    func keep(_ files: [HandOutOriginals.File]) throws -> Keeping {
        var keeping = Keeping()
        for file in files {
            if let kept = try find(file.hash) {
                keeping.numbers.append(kept)
                continue
            }
            let last = try session.first("SELECT max(original_id) FROM original WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) }
            let number = 1 + (last ?? 0)
            let rowHash = Self.rowHash(number: number, hash: file.hash, byteCount: file.byteCount, fileName: file.name)
            try session.run(
                "INSERT INTO original (vault_id, original_id, sha256, byte_count, file_name, hash) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    .integer(vaultID), .integer(number), .bytes(file.hash.bytes), .integer(file.byteCount), .text(file.name),
                    .bytes(rowHash.bytes),
                ]
            )
            keeping.numbers.append(number)
            keeping.new.append((number, file))
        }
        if !keeping.new.isEmpty {
            keeping.packing = WorkAhead(most: Self.mostFramesAhead) { [new = keeping.new] handOver in
                for (number, file) in new { try Self.pack(file, as: number, handOver) }
            }
        }
        return keeping
    }

    /// Writes what was packed of files, to its end.
    ///
    /// - Throws: `InputError` with code `changed` where a file's bytes are no longer those the hash was made of.
    func finish(_ keeping: Keeping) throws {
        let insert = try session.statement("INSERT INTO original_piece (vault_id, original_id, piece, zstd) VALUES (?, ?, ?, ?)")
        try keeping.packing?.forEach { frame in
            insert.bind(0, vaultID)
            insert.bind(1, frame.original)
            insert.bind(2, frame.piece)
            insert.bind(3, bytes: frame.bytes)
            try insert.run()
        }
    }

    private static func pack(_ file: HandOutOriginals.File, as original: Int64, _ handOver: (Frame) throws -> Void) throws {
        var hasher = SHA256()
        var pending: [UInt8] = []
        var piece: Int64 = 0
        func handOverFrame(of part: ArraySlice<UInt8>) throws {
            guard let bytes = ZstdFrame.pack(part) else {
                throw VaultError(
                    .internalFault, "This build of libarchive can't write zstd, so the original can't be kept. Nothing was imported.")
            }
            try handOver(Frame(original: original, piece: piece, bytes: bytes))
            piece += 1
        }
        try file.bytes.forEachChunk { chunk in
            chunk.withUnsafeBytes { hasher.update(bufferPointer: $0) }
            pending.append(contentsOf: chunk)
            while pending.count >= pieceSize {
                try handOverFrame(of: pending[..<pieceSize])
                pending.removeFirst(pieceSize)
            }
        }
        if !pending.isEmpty { try handOverFrame(of: pending[...]) }
        guard ContentHash(hasher.finalize()) == file.hash else {
            throw InputError(
                .changed,
                "\(file.name) changed while it was being read. Nothing of it was imported. Wait until it is complete and import it again."
            )
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
