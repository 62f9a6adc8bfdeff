#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The number by which the operating system says why a call failed.
struct SystemError: Error {
    let number: Int32

    /// The reason the call just made on this thread failed.
    static var last: SystemError { SystemError(number: errno) }
}

/// What tells whether a file is still the one it was: where it lies on disk, how long it is, when it was last written.
struct FileFingerprint: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let modifiedAt: Int
    let modifiedAtNanoseconds: Int
}

/// What the operating system says about a path or an open file.
struct FileStatus {
    /// What lies there.
    enum Kind {
        case file
        case folder
        case pipe
        case link
        /// A device or a socket.
        case device
    }

    let kind: Kind
    let fingerprint: FileFingerprint

    /// Asks about a path; a symbolic link is followed only where `followingLinks` says so.
    init(path: String, followingLinks: Bool) throws(SystemError) {
        // A path with NUL would reach the system cut short, and so mean another file.
        guard !path.holdsNUL else { throw SystemError(number: ENOENT) }
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { throw .last }
        self.init(status)
    }

    /// Asks about an open file.
    init(descriptor: Int32) throws(SystemError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFIFO: .pipe
            case S_IFLNK: .link
            default: .device
            }
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        fingerprint = FileFingerprint(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            inode: UInt64(truncatingIfNeeded: status.st_ino),
            size: Int(status.st_size),
            modifiedAt: Int(modified.tv_sec),
            modifiedAtNanoseconds: Int(modified.tv_nsec)
        )
    }
}

/// A file descriptor that closes with its last reference.
final class OpenFile: Sendable {
    let descriptor: Int32

    /// Takes over a descriptor; nobody else may close it.
    init(adopting descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Opens a path for reading.
    ///
    /// A pipe is waited for until somebody writes to it; with `followingLinks` false the path must not end in a symbolic link.
    convenience init(path: String, followingLinks: Bool) throws(SystemError) {
        guard !path.holdsNUL else { throw SystemError(number: ENOENT) }
        let flags = O_RDONLY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW | O_NONBLOCK)
        while true {
            let descriptor = open(path, flags)
            if descriptor >= 0 {
                self.init(adopting: descriptor)
                return
            }
            guard errno == EINTR else { throw .last }
        }
    }

    /// Opens a file of a folder for reading by its name there, the part of a path from a byte on; it must not be a symbolic link.
    convenience init(_ path: String, from start: Int, in folder: OpenFile) throws(SystemError) {
        guard !path.holdsNUL, start <= path.utf8.count else { throw SystemError(number: ENOENT) }
        while true {
            // The text ends with a NUL, at the earliest where the name begins.
            let descriptor = path.withCString { openat(folder.descriptor, $0 + start, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
            if descriptor >= 0 {
                self.init(adopting: descriptor)
                return
            }
            guard errno == EINTR else { throw .last }
        }
    }

    deinit {
        close(descriptor)
    }

    /// Reads into `buffer` from a position, without moving any shared one; answers how many bytes came, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw .last }
        }
    }

    /// The bytes of a range, all of them or as many as there are.
    func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let result: Result<Int, SystemError> = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                return Result { () throws(SystemError) in try read(into: rest, at: offset + filled) }
            }
            let more = try result.get()
            guard more > 0 else { break }
            filled += more
        }
        bytes.removeLast(count - filled)
        return bytes
    }
}

extension String {
    /// Whether there is a NUL in it, which the system would take for its end.
    fileprivate var holdsNUL: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            // No more is looked at than there is.
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? utf8.contains(0)
    }
}
