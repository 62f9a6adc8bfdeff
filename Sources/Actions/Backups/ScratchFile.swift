import Foundation
import Synchronization

/// A file under another name beside the place where it is to appear; it takes its place whole, or goes away.
///
/// While it is worked on it is locked, so that one left behind by a program that was killed is told from one in use: whoever makes the
/// next removes those nobody holds.
final class ScratchFile: Sendable {
    /// Where it is.
    let path: String
    private let target: String
    private let descriptor: Int32
    private let isPublished = Mutex(false)

    /// Makes an empty file beside `target`, readable by the owner alone.
    ///
    /// - Throws: `OutputError` with code `cannotCreate`.
    init(beside target: String) throws {
        Self.removeAbandoned(beside: target)
        self.target = target
        var template = Array("\(target).holdfast-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw OutputError.creating(target, errno) }
        flock(descriptor, LOCK_EX | LOCK_NB)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        close(descriptor)
        guard !isPublished.withLock({ $0 }) else { return }
        for suffix in Self.suffixes { unlink(path + suffix) }
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: `OutputError` with code `cannotWrite`.
    func write(_ bytes: some Sequence<UInt8>) throws {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw OutputError.writing(target, errno)
            }
            rest = rest.dropFirst(written)
        }
    }

    /// Forces what was written to the disk.
    func sync() throws {
        guard fsync(descriptor) == 0 else { throw OutputError.writing(target, errno) }
    }

    /// Puts the file in its place, or in another one of the same folder; what stood there is replaced.
    func publish(at place: String? = nil) throws {
        try sync()
        let place = place ?? target
        guard rename(path, place) == 0 else { throw OutputError.creating(place, errno) }
        isPublished.withLock { $0 = true }
        syncFolder()
    }

    /// Puts the file in its place if nothing stands there.
    ///
    /// - Returns: whether it did; it does not where a file can't be given a second name either, as on some memory sticks.
    func publishWhereNothingStands() throws -> Bool {
        try sync()
        // Unlike a renaming, this fails where another program was faster.
        guard link(path, target) == 0 else { return false }
        // With its first name goes what SQLite had beside that.
        for suffix in Self.suffixes { unlink(path + suffix) }
        isPublished.withLock { $0 = true }
        syncFolder()
        return true
    }

    private func syncFolder() {
        let folder = open(URL(fileURLWithPath: target).deletingLastPathComponent().path, O_RDONLY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private static let suffixes = ["", "-journal", "-wal", "-shm"]

    /// Removes what a program that was killed left beside a place; a file somebody holds locked stays.
    static func removeAbandoned(beside target: String) {
        let place = URL(fileURLWithPath: target)
        let folder = place.deletingLastPathComponent().path
        let begin = place.lastPathComponent + ".holdfast-"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(begin) {
            let rest = name.dropFirst(begin.count)
            let (mark, suffix) = (rest.prefix(6), String(rest.dropFirst(6)))
            guard mark.count == 6, mark.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }), suffixes.contains(suffix) else {
                continue
            }
            // What SQLite had beside a scratch file goes with it; by itself it is what the disk would not let go of.
            guard suffix.isEmpty else {
                if access("\(folder)/\(name.dropLast(suffix.count))", F_OK) != 0 { unlink("\(folder)/\(name)") }
                continue
            }
            let descriptor = open("\(folder)/\(name)", O_RDONLY)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { for suffix in suffixes { unlink("\(folder)/\(name)\(suffix)") } }
            close(descriptor)
        }
    }
}

extension OutputError {
    /// The place can't be written to.
    static func creating(_ path: String, _ code: Int32) -> OutputError {
        let reason =
            switch code {
            case ENOENT, ENOTDIR: "its folder does not exist"
            case EACCES, EPERM: "you may not write there"
            case EROFS: "the disk is read-only"
            case ENOSPC, EDQUOT: "the disk is full"
            default: String(cString: strerror(code))
            }
        return OutputError(code: .cannotCreate, message: "\(path) can't be written: \(reason). Nothing was written. Name another place.")
    }

    /// The bytes don't fit or the disk fails.
    static func writing(_ path: String, _ code: Int32) -> OutputError {
        let reason = code == ENOSPC || code == EDQUOT || code == EFBIG ? "the disk is full" : String(cString: strerror(code))
        return OutputError(
            code: .cannotWrite,
            message:
                "\(path) could not be written to its end: \(reason). Nothing was left behind; what stood there before stands there still."
        )
    }
}
