import Foundation

/// A file that is being written beside its place under another name, until it is complete.
///
/// It belongs to one thread. What is not moved to its place is deleted with it.
final class PendingFile {
    private let file: WholeFile
    private let descriptor: Int32
    /// The name it is written under; `nil` for a device, which is written directly.
    private let temporaryPath: String?
    private var isPlaced = false
    /// So many bytes are worth beginning with.
    private static let stretch = 2 << 20
    private var length = 0
    private var lengthBegun = 0

    /// Begins a file.
    ///
    /// - Throws: `OutputError` where it can't be made there.
    init(_ file: WholeFile) throws {
        self.file = file
        if let mode = try file.checked(), mode & S_IFMT != S_IFREG {
            descriptor = open(file.path, O_WRONLY)
            temporaryPath = nil
            guard descriptor >= 0 else { throw file.cannotCreate(errno) }
        } else {
            ScratchFile.removeAbandoned(beside: file.target)
            var template = Array("\(file.target).holdfast-XXXXXX".utf8CString)
            descriptor = mkstemp(&template)
            guard descriptor >= 0 else { throw file.cannotCreate(errno) }
            // Locked, so that it is told from one that a program left behind when it was killed.
            flock(descriptor, LOCK_EX | LOCK_NB)
            temporaryPath = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    deinit {
        close(descriptor)
        if !isPlaced, let temporaryPath { unlink(temporaryPath) }
    }

    /// Whether it is a device rather than a file that appears whole.
    var isDevice: Bool { temporaryPath == nil }

    /// Writes bytes.
    func put(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw file.cannotWrite(errno)
            }
            rest = rest.dropFirst(written)
            length += written
        }
        beginToDisk()
    }

    /// Has the disk begin with what was written: waiting for all of it at the end is a tenth of an export's time.
    private func beginToDisk() {
        #if os(Linux)
            guard temporaryPath != nil, length - lengthBegun >= Self.stretch else { return }
            // Linux writes bytes that are not needed any more at once. A hint that promises nothing, so nothing follows from its failing: `sync`
            // waits for the bytes and tells.
            posix_fadvise(descriptor, off_t(lengthBegun), off_t(length - lengthBegun), POSIX_FADV_DONTNEED)
            lengthBegun = length
        #endif
    }

    /// Sees to it that all bytes are on the disk.
    func sync() throws {
        guard temporaryPath != nil else { return }
        guard fsync(descriptor) == 0 else { throw file.cannotWrite(errno) }
    }

    /// Moves it to its place, or to another's.
    func place(as other: WholeFile? = nil) throws {
        let file = other ?? file
        guard let temporaryPath else { return }
        let mode = try file.checked()
        // Contacts are the owner's: a new file is readable by the owner alone, a replaced one as it was.
        if let mode { fchmod(descriptor, mode & 0o777) }
        let target = file.target
        guard rename(temporaryPath, target) == 0 else { throw file.cannotCreate(errno) }
        isPlaced = true
        Self.syncFolder(of: target)
    }

    /// Makes the new name survive a power cut, where the file system can.
    private static func syncFolder(of file: String) {
        let folder = open(URL(fileURLWithPath: file).deletingLastPathComponent().path, O_RDONLY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
