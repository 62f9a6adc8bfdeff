import CArchive
import ContactFormats
import Foundation

/// An archive of `export --to archive` as a folder on disk: the folder itself, or what a zip was unpacked to for as long as this lives.
final class OpenedArchive {
    /// The folder with the manifest.
    let folder: String
    /// The manifest's bytes.
    let manifest: [UInt8]
    private let temporary: String?

    /// Opens a path that holds an archive; `nil` where it is anything else.
    ///
    /// - Parameter workshop: a folder to unpack a zip into, under a name of its own.
    /// - Throws: `InputError` where it is one that can't be unpacked.
    init?(at path: String, workshop: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        if isFolder.boolValue {
            guard let bytes = Self.manifest(in: path) else { return nil }
            (folder, manifest, temporary) = (path, bytes, nil)
            return
        }
        guard Self.isArchiveZip(path) else { return nil }
        let place = "\(workshop)/holdfast-unpacked-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        do {
            try Self.unpack(path, into: place)
            // The folder may have been packed with its name.
            let inner = (try? FileManager.default.contentsOfDirectory(atPath: place))?.sorted().map { "\(place)/\($0)" } ?? []
            for candidate in [place] + inner {
                guard let bytes = Self.manifest(in: candidate) else { continue }
                (folder, manifest, temporary) = (candidate, bytes, place)
                return
            }
        } catch {
            try? FileManager.default.removeItem(atPath: place)
            throw error
        }
        try? FileManager.default.removeItem(atPath: place)
        return nil
    }

    deinit {
        if let temporary { try? FileManager.default.removeItem(atPath: temporary) }
    }

    private static func manifest(in folder: String) -> [UInt8]? {
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(ArchiveManifest.path)").map(Array.init)
        guard let bytes, bytes.prefix(4096).firstRange(of: Array("\"files\"".utf8)) != nil else {
            // A folder whose manifest is missing is still an archive, and must not be taken for a heap of files.
            let isArchive = FileManager.default.fileExists(atPath: "\(folder)/history/decision.jsonl")
            return isArchive ? [] : nil
        }
        return bytes
    }

    /// Whether a zip's directory, which stands at its end, names what only an archive has.
    private static func isArchiveZip(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        guard let first = try? handle.read(upToCount: 4), Array(first) == Array("PK".utf8) + [3, 4] else { return false }
        let end = (try? handle.seekToEnd()) ?? 0
        let window: UInt64 = 4 << 20
        try? handle.seek(toOffset: end > window ? end - window : 0)
        let directory = (try? handle.readToEnd()) ?? Data()
        return directory.range(of: Data("history/decision.jsonl".utf8)) != nil
    }

    private static func unpack(_ path: String, into place: String) throws {
        func damaged(_ what: String) -> InputError {
            InputError(.damaged, "The archive \(path) is damaged: \(what) Nothing was imported. Take another copy of it.")
        }
        guard let archive = archive_read_new() else { throw damaged("it can't be opened.") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw damaged("it can't be opened.") }
        let limits = UnpackingLimits.standard
        var (entries, total) = (0, 0)
        var entry: OpaquePointer?
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let code = archive_read_next_header(archive, &entry)
            if code == ARCHIVE_EOF { return }
            guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { throw damaged("its table of contents can't be read.") }
            entries += 1
            guard entries <= limits.entries else { throw damaged("it lists more files than any real one.") }
            guard let name = archive_entry_pathname(entry).map({ String(cString: $0) }), let safe = safePath(name), !name.hasSuffix("/")
            else {
                continue
            }
            let target = URL(fileURLWithPath: place).appendingPathComponent(safe)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let file = try ScratchFile(beside: target.path)
            while true {
                let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
                guard count >= 0 else { throw damaged("\(safe) can't be unpacked.") }
                if count == 0 { break }
                total += Int(count)
                guard total <= 16 * limits.totalBytes else { throw damaged("it unpacks to more than any real one.") }
                try file.write(buffer[..<Int(count)])
            }
            try file.publish()
        }
    }

    /// A path that stays inside; `nil` for any other.
    private static func safePath(_ name: String) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.count <= 4, !name.contains("\\"), !name.contains("\0") else { return nil }
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } ? name : nil
    }
}
