import Foundation

/// Why an output could not be written; said to a person.
public struct OutputError: Error, Equatable, Sendable {
    /// What kind of trouble.
    public enum Code: Sendable {
        /// The file can't be made: no such folder, no permission, in the way.
        case cannotCreate
        /// The bytes can't be written: the disk is full or failing.
        case cannotWrite
    }

    /// What kind of trouble.
    public var code: Code
    /// What happened, what was kept, and what to do, in whole sentences.
    public var message: String
}

/// A file that appears whole or not at all: written beside its place under another name, synced, and renamed.
///
/// What stood there before stays until the new file is complete. A device (`/dev/null`) is written directly.
public struct WholeFile: Sendable {
    /// Where the file is to appear.
    public var path: String
    /// Files that must not be replaced by it, whatever they are called there.
    public var sparing: [String]

    /// Names a file, and those it must not take the place of.
    public init(path: String, sparing: [String] = []) {
        self.path = path
        self.sparing = sparing
    }

    /// Writes the file by what `body` hands to its argument.
    ///
    /// - Throws: `OutputError`, and whatever `body` throws; nothing is left behind then.
    public func write<Result>(_ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Result) throws -> Result {
        var state = stat()
        let exists = stat(path, &state) == 0
        for spared in sparing where exists {
            var other = stat()
            if stat(spared, &other) == 0, other.st_dev == state.st_dev, other.st_ino == state.st_ino {
                throw OutputError(
                    code: .cannotCreate, message: "\(path) is the vault itself. Nothing was written. Name another file with -o.")
            }
        }
        if exists, state.st_mode & S_IFMT == S_IFDIR {
            throw OutputError(code: .cannotCreate, message: "\(path) is a folder. Name a file to write to, such as \(path)/contacts.csv.")
        }
        if exists, state.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(path, O_WRONLY)
            guard descriptor >= 0 else { throw cannotCreate(errno) }
            defer { close(descriptor) }
            return try body { try put($0, into: descriptor) }
        }
        // A link is followed: the file it leads to is replaced, not the link.
        let target = exists ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
        ScratchFile.removeAbandoned(beside: target)
        var temporary = Array("\(target).holdfast-XXXXXX".utf8CString)
        let descriptor = mkstemp(&temporary)
        guard descriptor >= 0 else { throw cannotCreate(errno) }
        // Locked, so that it is told from one that a program left behind when it was killed.
        flock(descriptor, LOCK_EX | LOCK_NB)
        let temporaryPath = String(decoding: temporary.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var isComplete = false
        defer {
            close(descriptor)
            if !isComplete { unlink(temporaryPath) }
        }
        let result = try body { try put($0, into: descriptor) }
        guard fsync(descriptor) == 0 else { throw cannotWrite(errno) }
        // Contacts are the owner's: a new file is readable by the owner alone, a replaced one as it was.
        if exists { fchmod(descriptor, state.st_mode & 0o777) }
        guard rename(temporaryPath, target) == 0 else { throw cannotCreate(errno) }
        isComplete = true
        syncFolder(of: target)
        return result
    }

    /// Makes the new name survive a power cut, where the file system can.
    private func syncFolder(of file: String) {
        let folder = open(URL(fileURLWithPath: file).deletingLastPathComponent().path, O_RDONLY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private func put(_ bytes: ArraySlice<UInt8>, into descriptor: Int32) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw cannotWrite(errno)
            }
            rest = rest.dropFirst(written)
        }
    }

    private func cannotCreate(_ code: Int32) -> OutputError {
        let reason =
            switch code {
            case ENOENT, ENOTDIR: "its folder does not exist"
            case EACCES, EPERM: "you may not write there"
            case EROFS: "the disk is read-only"
            case ENOSPC, EDQUOT: "the disk is full"
            default: String(cString: strerror(code))
            }
        return OutputError(
            code: .cannotCreate, message: "\(path) can't be written: \(reason). Nothing was written. Name another place with -o.")
    }

    private func cannotWrite(_ code: Int32) -> OutputError {
        let reason = code == ENOSPC || code == EDQUOT || code == EFBIG ? "the disk is full" : String(cString: strerror(code))
        return OutputError(
            code: .cannotWrite,
            message:
                "\(path) could not be written to its end: \(reason). Nothing was left behind; what stood there before stands there still."
        )
    }
}
