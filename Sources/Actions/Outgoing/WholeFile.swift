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
        let pending = try PendingFile(self)
        let result = try body { try pending.put($0) }
        try pending.sync()
        try pending.place()
        return result
    }

    /// What stands there now, as its mode; `nil` where nothing does.
    ///
    /// - Throws: `OutputError` where it is a folder or one of ``sparing``.
    func checked() throws -> mode_t? {
        var state = stat()
        guard stat(path, &state) == 0 else { return nil }
        for spared in sparing {
            var other = stat()
            if stat(spared, &other) == 0, other.st_dev == state.st_dev, other.st_ino == state.st_ino {
                throw OutputError(
                    code: .cannotCreate, message: "\(path) is the vault itself. Nothing was written. Name another file with -o.")
            }
        }
        if state.st_mode & S_IFMT == S_IFDIR {
            throw OutputError(code: .cannotCreate, message: "\(path) is a folder. Name a file to write to, such as \(path)/contacts.csv.")
        }
        return state.st_mode
    }

    /// Where the file is in the end. A link is followed: the file it leads to is replaced, not the link.
    var target: String {
        var state = stat()
        return stat(path, &state) == 0 ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
    }

    func cannotCreate(_ code: Int32) -> OutputError {
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

    func cannotWrite(_ code: Int32) -> OutputError {
        let reason = code == ENOSPC || code == EDQUOT || code == EFBIG ? "the disk is full" : String(cString: strerror(code))
        return OutputError(
            code: .cannotWrite,
            message:
                "\(path) could not be written to its end: \(reason). Nothing was left behind; what stood there before stands there still."
        )
    }
}
