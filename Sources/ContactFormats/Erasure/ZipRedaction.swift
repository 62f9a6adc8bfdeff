import CArchive
import ContactModel

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Rewrites a zip archive with what is taken out of its files; names, order and times stay.
struct ZipRedaction {
    var redaction: Redaction

    /// Rewrites an archive; `path` is what its members' paths begin with, empty for the outermost.
    func rewrite(_ bytes: [UInt8], path: String) throws -> Redaction.Outcome {
        var removed = 0
        var isTouched = false
        let rewritten = try repacked(bytes) { name, content in
            switch try redaction.rewrite(content, path: path.isEmpty ? name : path + "/" + name) {
            case .untouched: return content
            case .rewritten(let bytes, let count):
                isTouched = true
                removed += count
                return bytes
            case .emptied:
                isTouched = true
                removed += 1
                return []
            }
        }
        guard let rewritten else { return .emptied }
        return isTouched ? .rewritten(rewritten, removed: removed) : .untouched
    }

    /// The archive packed anew; `nil` where it can't be read to its end.
    private func repacked(_ bytes: [UInt8], _ change: (String, [UInt8]) throws -> [UInt8]) throws -> [UInt8]? {
        guard let reader = archive_read_new(), let writer = archive_write_new() else { return nil }
        defer {
            archive_read_free(reader)
            archive_write_free(writer)
        }
        archive_read_support_format_zip_seekable(reader)
        let spool = Spool()
        let scratch = try spool.path()
        defer { unlink(scratch) }
        guard archive_write_set_format_zip(writer) == ARCHIVE_OK, archive_write_open_filename(writer, scratch) == ARCHIVE_OK else {
            return nil
        }
        // The bytes outlive the reading: it all happens inside this closure.
        let isWhole = try bytes.withUnsafeBytes { input -> Bool in
            guard archive_read_open_memory(reader, input.baseAddress, input.count) == ARCHIVE_OK else { return false }
            var entry: OpaquePointer?
            while true {
                let code = archive_read_next_header(reader, &entry)
                if code == ARCHIVE_EOF { return true }
                guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { return false }
                let name = archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
                guard let content = Self.content(reader) else { return false }
                let changed = try change(name, content)
                archive_entry_set_size(entry, Int64(changed.count))
                guard archive_write_header(writer, entry) >= ARCHIVE_WARN else { return false }
                let written = changed.withUnsafeBytes { $0.isEmpty ? 0 : archive_write_data(writer, $0.baseAddress, $0.count) }
                guard written == changed.count else { return false }
            }
        }
        guard isWhole, archive_write_close(writer) == ARCHIVE_OK, let file = try? OpenFile(path: scratch, followingLinks: false),
            let size = try? FileStatus(descriptor: file.descriptor).fingerprint.size
        else { return nil }
        return try? file.bytes(at: 0, count: size)
    }

    private static func content(_ reader: OpaquePointer) -> [UInt8]? {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(reader, $0.baseAddress, $0.count) }
            guard count >= 0 else { return nil }
            if count == 0 { return content }
            content.append(contentsOf: buffer[..<Int(count)])
            // An original came in under these limits; what grows beyond them is no original.
            guard content.count <= UnpackingLimits.standard.bytesPerEntry else { return nil }
        }
    }
}
