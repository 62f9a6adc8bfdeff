#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A temporary file with a name, for a library that wants one; the name is gone with the last reference.
final class ScratchPath {
    /// Where it lies.
    let path: String

    /// Makes an empty one, in `TMPDIR` or else `/tmp`.
    init() throws(InputError) { path = try Spool().path() }

    deinit { unlink(path) }

    /// Writes what `fill` hands on behind what is there.
    func write(_ fill: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError.writingTemporary(path, .last) }
        defer { close(descriptor) }
        try fill { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
                if written < 0 {
                    guard errno == EINTR else { throw InputError.writingTemporary(path, .last) }
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
