import CArchive
import Crypto
import Foundation
import Vault

/// Where an archive's files go, one after another.
protocol ArchiveSink {
    /// Writes a file; `body` hands its bytes to its argument.
    ///
    /// - Parameters:
    ///   - isPacked: whether packing it again would gain nothing.
    ///   - byteCount: how many bytes will come, where that is known beforehand.
    func file(_ path: String, isPacked: Bool, byteCount: Int64?, _ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws
    /// Completes it; nothing can be written afterwards.
    func finish() throws
}

/// A folder: each file is there, whole, as soon as it is written.
final class ArchiveFolder: ArchiveSink {
    private let path: String

    /// Makes the folder; one that is there must be empty.
    init(at path: String) throws {
        self.path = path
        let files = FileManager.default
        if let names = try? files.contentsOfDirectory(atPath: path), !names.isEmpty {
            throw OutputError(
                code: .cannotCreate,
                message: "The folder \(path) is not empty. Nothing was written. Name one that is empty or not there yet.")
        }
        do {
            try files.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw OutputError(
                code: .cannotCreate, message: "The folder \(path) can't be made. Nothing was written. Name another place with -o.")
        }
    }

    func file(_ name: String, isPacked: Bool, byteCount: Int64?, _ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws {
        let place = URL(fileURLWithPath: path).appendingPathComponent(name)
        try? FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let file = try ScratchFile(beside: place.path)
        try body { try file.write($0) }
        try file.publish()
    }

    func finish() throws {}
}

/// A zip archive, written as a stream by libarchive; it appears when it is complete.
final class ArchiveZip: ArchiveSink {
    private let archive: OpaquePointer
    private let scratch: ScratchFile
    private let target: String
    private let modifiedAt: Int

    /// Prepares a zip file at a path.
    init(at path: String, modifiedAt: Int) throws {
        target = path
        self.modifiedAt = modifiedAt
        scratch = try ScratchFile(beside: path)
        guard let archive = archive_write_new() else { throw OutputError.writing(path, ENOMEM) }
        self.archive = archive
        guard archive_write_set_format_zip(archive) == ARCHIVE_OK, archive_write_open_filename(archive, scratch.path) == ARCHIVE_OK else {
            throw OutputError.creating(path, errno)
        }
    }

    deinit {
        archive_write_free(archive)
    }

    func file(_ name: String, isPacked: Bool, byteCount: Int64?, _ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws {
        guard let entry = archive_entry_new() else { throw OutputError.writing(target, ENOMEM) }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        // AE_IFREG, a macro Swift does not import. Where the size is not known yet, zip has room for it behind the file.
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o600)
        if let byteCount { archive_entry_set_size(entry, byteCount) }
        archive_entry_set_mtime(entry, time_t(modifiedAt), 0)
        _ = isPacked ? archive_write_zip_set_compression_store(archive) : archive_write_zip_set_compression_deflate(archive)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw failure }
        try body { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                guard written > 0 else { throw failure }
                rest = rest.dropFirst(Int(written))
            }
        }
        guard archive_write_finish_entry(archive) == ARCHIVE_OK else { throw failure }
    }

    func finish() throws {
        guard archive_write_close(archive) == ARCHIVE_OK else { throw failure }
        try scratch.publish()
    }

    private var failure: OutputError { OutputError.writing(target, archive_errno(archive)) }
}
