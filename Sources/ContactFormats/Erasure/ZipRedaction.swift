import CArchive
import ContactModel

/// Rewrites a zip archive with what is taken out of its files; names, order and times stay.
struct ZipRedaction {
    var redaction: Redaction

    /// Rewrites an archive; `path` is what its members' paths begin with, empty for the outermost.
    func rewrite(_ bytes: [UInt8], path: String) throws -> Redaction.Outcome {
        // The bytes outlive the reading: it all happens inside this closure.
        let rewritten = try bytes.withUnsafeBytes { input in
            try repacked(path: path) { archive_read_open_memory($0, input.baseAddress, input.count) == ARCHIVE_OK }
        }
        guard let rewritten else { return .emptied }
        guard rewritten.isTouched else { return .untouched }
        return .rewritten(try rewritten.bytes.open().bytes(at: 0, count: rewritten.bytes.count), removed: rewritten.removed)
    }

    /// Rewrites an archive on disk.
    func rewrite(fileAt file: String, path: String) throws -> Redaction.FileOutcome {
        let rewritten = try repacked(path: path) { archive_read_open_filename($0, file, 1 << 18) == ARCHIVE_OK }
        guard let rewritten else { return .emptied }
        guard rewritten.isTouched else { return .untouched }
        return .rewritten(rewritten.bytes, byteCount: Int64(rewritten.bytes.count), removed: rewritten.removed)
    }

    private struct Repacked {
        var bytes: FileBytes
        var isTouched = false
        var removed = 0
    }

    /// The archive packed anew; `nil` where it can't be read to its end, or holds what a zip archive can't.
    ///
    /// - Throws: `InputError` where the new one can't be written: a disk without room says nothing of the archive.
    private func repacked(path: String, open: (OpaquePointer) -> Bool) throws -> Repacked? {
        guard let reader = archive_read_new(), let writer = archive_write_new() else { return nil }
        defer {
            archive_read_free(reader)
            archive_write_free(writer)
        }
        archive_read_support_format_zip_seekable(reader)
        let scratch = try ScratchPath()
        func failure() -> InputError { scratch.failure(SystemError(number: archive_errno(writer))) }
        guard archive_write_set_format_zip(writer) == ARCHIVE_OK, archive_write_open_filename(writer, scratch.path) == ARCHIVE_OK else {
            throw failure()
        }
        guard open(reader) else { return nil }
        var (isTouched, removed) = (false, 0)
        var entry: OpaquePointer?
        while true {
            let code = archive_read_next_header(reader, &entry)
            if code == ARCHIVE_EOF { break }
            guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { return nil }
            let name = archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
            guard let content = try content(reader) else { return nil }
            let kept: any ByteSource
            switch try rewrite(content, path: path.isEmpty ? name : path + "/" + name) {
            case .untouched:
                kept = content.source
                archive_entry_set_size(entry, Int64(content.byteCount))
            case .rewritten(let bytes, let byteCount, let count):
                (isTouched, removed, kept) = (true, removed + count, bytes)
                archive_entry_set_size(entry, byteCount)
            case .emptied:
                (isTouched, removed, kept) = (true, removed + 1, BytesInMemory([]))
                archive_entry_set_size(entry, 0)
            }
            let header = archive_write_header(writer, entry)
            guard header > ARCHIVE_FATAL else { throw failure() }
            guard header >= ARCHIVE_WARN else { return nil }
            try kept.forEachChunk { chunk in
                let written = chunk.withUnsafeBytes { archive_write_data(writer, $0.baseAddress, $0.count) }
                guard written == chunk.count else { throw failure() }
            }
        }
        guard archive_write_close(writer) == ARCHIVE_OK else { throw failure() }
        return Repacked(bytes: try scratch.bytes(), isTouched: isTouched, removed: removed)
    }

    /// What is in a file of an archive: in memory, or on disk where it is long.
    private enum Content {
        case short([UInt8])
        case long(ScratchPath, FileBytes)

        var source: any ByteSource {
            switch self {
            case .short(let bytes): BytesInMemory(bytes, chunkSize: 1 << 20)
            case .long(_, let bytes): bytes
            }
        }

        var byteCount: Int {
            switch self {
            case .short(let bytes): bytes.count
            case .long(_, let bytes): bytes.count
            }
        }
    }

    private func rewrite(_ content: Content, path: String) throws -> Redaction.FileOutcome {
        switch content {
        case .short(let bytes): Redaction.FileOutcome(try redaction.rewrite(bytes, path: path))
        case .long(let scratch, _): try redaction.rewrite(fileAt: scratch.path, path: path)
        }
    }

    private func content(_ reader: OpaquePointer) throws -> Content? {
        var content: [UInt8] = []
        var scratch: ScratchPath?
        var byteCount = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(reader, $0.baseAddress, $0.count) }
            guard count >= 0 else { return nil }
            byteCount += count
            // An original came in under these limits; what grows beyond them is no original.
            guard byteCount <= UnpackingLimits.standard.bytesPerEntry else { return nil }
            if count > 0 { content.append(contentsOf: buffer[..<Int(count)]) }
            if content.count > redaction.mostBytesInMemory || (count == 0 && scratch != nil) {
                let file = try scratch ?? ScratchPath()
                scratch = file
                try file.write { try $0(content[...]) }
                content = []
            }
            guard count == 0 else { continue }
            return try scratch.map { .long($0, try $0.bytes()) } ?? .short(content)
        }
    }
}
