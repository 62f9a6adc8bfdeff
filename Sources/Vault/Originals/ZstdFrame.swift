import CArchive

/// One piece of an original as a zstd frame (RFC 8878), packed and unpacked by libarchive.
enum ZstdFrame {
    /// Packs bytes into one frame; `nil` where libarchive was built without zstd.
    static func pack(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard let archive = archive_write_new() else { return nil }
        defer { archive_write_free(archive) }
        guard archive_write_set_format_raw(archive) == ARCHIVE_OK, archive_write_add_filter_zstd(archive) == ARCHIVE_OK,
            archive_write_set_bytes_per_block(archive, 0) == ARCHIVE_OK
        else { return nil }
        // A frame of bytes that can't be packed is a little longer than they are: 3 bytes a 128 KiB block and a head of at most 18.
        var packed = [UInt8](repeating: 0, count: bytes.count + bytes.count / 1024 + 1024)
        var used = 0
        let isPacked = packed.withUnsafeMutableBytes { output in
            // libarchive writes to `output` and `used` only until `archive_write_close`, which is called inside this closure.
            withUnsafeMutablePointer(to: &used) { used in
                guard archive_write_open_memory(archive, output.baseAddress, output.count, used) == ARCHIVE_OK,
                    let entry = archive_entry_new()
                else { return false }
                defer { archive_entry_free(entry) }
                archive_entry_set_filetype(entry, UInt32(S_IFREG_BITS))
                guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
                let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                return written == bytes.count && archive_write_close(archive) == ARCHIVE_OK
            }
        }
        guard isPacked else { return nil }
        packed.removeLast(packed.count - used)
        return packed
    }

    /// Unpacks one frame; `nil` where it is damaged.
    static func unpack(_ frame: [UInt8]) -> [UInt8]? {
        guard let archive = archive_read_new() else { return nil }
        defer { archive_read_free(archive) }
        guard archive_read_support_filter_zstd(archive) == ARCHIVE_OK, archive_read_support_format_raw(archive) == ARCHIVE_OK,
            archive_read_support_format_empty(archive) == ARCHIVE_OK
        else { return nil }
        // `frame` outlives the reading: it all happens inside this closure.
        return frame.withUnsafeBytes { input -> [UInt8]? in
            guard archive_read_open_memory(archive, input.baseAddress, input.count) == ARCHIVE_OK else { return nil }
            var entry: OpaquePointer?
            let header = archive_read_next_header(archive, &entry)
            guard header != ARCHIVE_EOF else { return [] }
            guard header == ARCHIVE_OK else { return nil }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 17)
            while true {
                let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
                guard count >= 0 else { return nil }
                if count == 0 { return bytes }
                bytes.append(contentsOf: buffer[..<count])
            }
        }
    }

    /// A regular file's type bits, the same on every system libarchive knows (`AE_IFREG`, a macro Swift does not import).
    private static let S_IFREG_BITS = 0o100000
}
