#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A temporary file with a name, for a library that wants one; the name is gone with the last reference.
final class ScratchPath {
    /// Where it lies.
    let path: String
    private let folder: String

    /// Makes an empty one, in `TMPDIR` or else `/tmp`.
    init() throws(InputError) {
        let spool = Spool()
        folder = spool.folder
        path = try spool.path()
    }

    deinit { unlink(path) }

    /// What to throw where the file could not be written.
    func failure(_ error: SystemError) -> InputError { .writingTemporary(folder, error) }

    /// Writes what `fill` hands on behind what is there.
    ///
    /// - Throws: `InputError` where there is no room, and whatever `fill` throws.
    func write(_ fill: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(.last) }
        defer { close(descriptor) }
        try fill { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
                if written < 0 {
                    guard errno == EINTR else { throw failure(.last) }
                    continue
                }
                rest = rest.dropFirst(written)
            }
        }
    }

    /// What was written; it can be read when the name is gone.
    func bytes() throws -> FileBytes {
        do {
            let file = try OpenFile(path: path, followingLinks: false)
            let size = try FileStatus(descriptor: file.descriptor).fingerprint.size
            return FileBytes(ofTemporary: file, start: 0, count: size, name: path)
        } catch {
            throw InputError.opening(path, error)
        }
    }
}

/// The system's `write`, which a method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int { write(descriptor, bytes.baseAddress, bytes.count) }
