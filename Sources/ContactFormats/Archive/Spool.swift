#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A temporary file without a name, for what can't be read by position where it is: a pipe, an archive packed inside another.
///
/// It is made on the first write, in `TMPDIR` or else `/tmp`, and its name is removed at once: whatever becomes of the program,
/// nothing stays behind. Everything written to it follows what was written before, so one descriptor serves any number of archives.
final class Spool {
    /// The folder its files lie in.
    let folder: String
    private var file: OpenFile?
    private var count = 0

    init() {
        folder = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    /// Writes what `fill` hands to the function it is given, and answers it as bytes to read; `name` is for messages.
    ///
    /// - Throws: `InputError` where there is no room, and whatever `fill` throws; what was written by then is given back.
    func store(name: String, _ fill: (_ write: (UnsafeRawBufferPointer) throws(InputError) -> Void) throws -> Void) throws -> FileBytes {
        let file = try self.file ?? make()
        self.file = file
        let start = count
        do {
            try fill { bytes throws(InputError) in try append(bytes, to: file) }
        } catch {
            count = start
            ftruncate(file.descriptor, off_t(start))
            throw error
        }
        return FileBytes(ofTemporary: file, start: start, count: count - start, name: name)
    }

    private func append(_ bytes: UnsafeRawBufferPointer, to file: OpenFile) throws(InputError) {
        var rest = bytes
        while !rest.isEmpty {
            let written = pwrite(file.descriptor, rest.baseAddress, rest.count, off_t(count))
            if written < 0 {
                guard errno == EINTR else { throw .writingTemporary(folder, .last) }
                continue
            }
            count += written
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }

    /// A new, empty file with a name, for a library that wants one; whoever asks removes it.
    func path() throws(InputError) -> String {
        var path = Array("\(folder)/holdfast-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .writingTemporary(folder, .last) }
        close(descriptor)
        return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func make() throws(InputError) -> OpenFile {
        var path = Array("\(folder)/holdfast-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .writingTemporary(folder, .last) }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return OpenFile(adopting: descriptor)
    }
}
