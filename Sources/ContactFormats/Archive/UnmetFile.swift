import Synchronization

/// A file of a folder that nothing was asked about but its name: what it is, is noted when it is first opened, and has to hold from then on.
///
/// For mailboxes with a file for each mail: asking about each of fifty thousand beforehand takes a quarter of the time of reading them.
final class UnmetFile: ByteSource {
    private let folder: String
    private let path: String
    private let met = Mutex<FileFingerprint?>(nil)

    /// A file by the folder that was named and its path below it; a link there is never followed.
    init(_ path: String, in folder: String) {
        self.folder = folder
        self.path = path
    }

    /// What the file was when it was first opened; `nil` before.
    var fingerprint: FileFingerprint? { met.withLock { $0 } }

    /// Hands over all bytes in order, in pieces of at most 1 MiB.
    ///
    /// - Throws: `InputError` where the file can't be read or is no longer what it was, and whatever `body` throws.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try open().forEachChunk(body)
    }

    /// Hands over all bytes in order, first as many as wanted.
    ///
    /// - Throws: as `forEachChunk` does.
    func forEachChunk(beginningWith byteCount: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try open().forEachChunk(beginningWith: byteCount, body)
    }

    /// The first bytes, and whether they are all.
    ///
    /// - Throws: `InputError` where the file can't be read or is no longer what it was.
    func beginning(upTo byteCount: Int) throws -> (bytes: [UInt8], isWhole: Bool) {
        try open().beginning(upTo: byteCount)
    }

    /// Reads the first bytes, as many as there is room for, and tells whether they are all.
    ///
    /// - Parameter folders: opens the file, and those of the same folder before and behind it.
    /// - Throws: `InputError` where the file can't be read or is no longer what it was.
    func read(
        into room: UnsafeMutableRawBufferPointer, through folders: inout FolderInUse
    ) throws(InputError) -> (count: Int, isWhole: Bool) {
        do {
            let file = try folders.open(path, in: folder)
            let fingerprint = try check(FileStatus(descriptor: file.descriptor))
            let count = try file.read(into: room, at: 0)
            return (count, count == fingerprint.size)
        } catch let error as InputError {
            throw error
        } catch let error as SystemError {
            throw .reopening(name, error)
        } catch {
            throw .changed(name)
        }
    }

    private var name: String { FolderListing.absolute(path, in: folder) }

    private func open() throws(InputError) -> FileBytes {
        let file: OpenFile
        let status: FileStatus
        do {
            file = try OpenFile(path: name, followingLinks: false)
            status = try FileStatus(descriptor: file.descriptor)
        } catch {
            throw .reopening(name, error)
        }
        return FileBytes(file, fingerprint: try check(status), name: name)
    }

    /// Notes what the file is, or makes sure that it is still what was noted.
    private func check(_ status: FileStatus) throws(InputError) -> FileFingerprint {
        let isSame = met.withLock { known in
            if known == nil { known = status.fingerprint }
            return known == status.fingerprint
        }
        guard isSame, status.kind == .file else { throw .changed(name) }
        return status.fingerprint
    }
}
