import ContactFormats
import ContactModel
import Crypto
import Foundation

/// Takes a person out of the kept originals.
struct OriginalErasure {
    var session: any Session
    var vaultID: Int64

    private struct Original {
        var number: Int64
        var sha256: ContentHash
        var byteCount: Int64
        var name: String
    }

    /// Rewrites every original that tells of the person.
    ///
    /// - Parameter keys: the keys of the person's entries, by list, by which readers tell their rows from a namesake's.
    /// - Returns: the originals that are no longer what came in, with what they were.
    func run(
        traces: Traces,
        keys: [String: Set<IdentityKey>],
        report: inout ErasureReport
    ) throws -> [(original: Int64, was: ContentHash)] {
        var rewritten: [(Int64, ContentHash)] = []
        for original in try originals() {
            switch try rewrite(original, traces: traces, keys: keys) {
            case .untouched: continue
            case .rewritten(let kept, _, let removed):
                report.removed += removed
                report.rewritten += 1
                try replace(original, by: kept)
            case .emptied:
                report.emptied.append(original.name)
                try replace(original, by: BytesInMemory([]))
            }
            rewritten.append((original.number, original.sha256))
        }
        return rewritten
    }

    /// An original without what tells of a person; it is unpacked on disk, however long it is.
    private func rewrite(_ original: Original, traces: Traces, keys: [String: Set<IdentityKey>]) throws -> Redaction.FileOutcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("original")
        try OriginalStore(session: session, vaultID: vaultID).write(original.number, toTemporaryFile: file.path)
        var lines: [String: Redaction.Lines] = [:]
        // What no reader knows is rewritten by what is in it alone.
        if let parcel = try? Parcel.open(path: file.path), let handOut = try? HandOutFormat.recognise(parcel) {
            for table in handOut.tables where table.members.count == 1 {
                let own = keys[table.list.rawValue] ?? []
                var found = Redaction.Lines()
                _ = try table.read { event in
                    guard case .entry(let entry) = event else { return }
                    if own.contains(entry.key) { found.own.insert(entry.line) } else { found.others.insert(entry.line) }
                }
                // A line may begin several entries, such as a message that was written to many.
                found.others.subtract(found.own)
                lines[table.members[0].path] = found
            }
        }
        let isArchive = try FileHandle(forReadingFrom: file).read(upToCount: 4) == Data([0x50, 0x4B, 3, 4])
        return try Redaction(of: traces, lines: lines).rewrite(fileAt: file.path, path: isArchive ? "" : "original")
    }

    private func originals() throws -> [Original] {
        try session.rows(
            "SELECT original_id, sha256, byte_count, file_name FROM original WHERE vault_id = ? ORDER BY original_id", [.integer(vaultID)]
        ) { row in
            ContentHash(stored: row.bytes(1)).map {
                Original(number: row.integer(0), sha256: $0, byteCount: row.integer(2), name: row.text(3))
            }
        }.compactMap { $0 }
    }

    private func replace(_ original: Original, by bytes: any ByteSource) throws {
        for table in ["original_piece", "original"] {
            try session.run(
                "DELETE FROM \(table) WHERE vault_id = ? AND original_id = ?", [.integer(vaultID), .integer(original.number)])
        }
        let store = OriginalStore(session: session, vaultID: vaultID)
        // Exports that differed by this person alone become the same; each keeps its row, told apart by blank lines at the end.
        var kept = Lengthened(bytes: bytes, blankLines: 0)
        var (hash, byteCount) = try OriginalStore.hash(of: kept)
        while try store.findExact(hash) != nil {
            kept.blankLines += 1
            (hash, byteCount) = try OriginalStore.hash(of: kept)
        }
        try store.keep(kept, hash: hash, byteCount: byteCount, fileName: original.name, number: original.number)
    }

    /// Takes the names away that tell of a person.
    func blankNames(where isTelling: (String) -> Bool) throws {
        for original in try originals() where isTelling(original.name) {
            let hash = OriginalStore.rowHash(
                number: original.number, hash: original.sha256, byteCount: original.byteCount, fileName: "(erased)")
            try session.run(
                "UPDATE original SET file_name = ?, hash = ? WHERE vault_id = ? AND original_id = ?",
                [.text("(erased)"), .bytes(hash.bytes), .integer(vaultID), .integer(original.number)]
            )
        }
    }
}

/// Bytes with blank lines behind them.
private struct Lengthened: ByteSource {
    var bytes: any ByteSource
    var blankLines: Int

    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try bytes.forEachChunk(body)
        if blankLines > 0 { try body([UInt8](repeating: UInt8(ascii: "\n"), count: blankLines)[...]) }
    }
}
