/// The bytes of a file on disk, or a run of them, read by position: as often as wanted, and by several readers at once.
struct FileBytes: ByteSource {
    /// How the file is reached.
    private enum Access {
        /// It is open; the descriptor closes with the last value that holds it.
        case held(OpenFile)
        /// It is opened for each reading, so that a folder of thousands doesn't hold thousands of descriptors.
        case reopened(String)
    }

    /// What people call it, in messages.
    let name: String
    /// How many bytes there are.
    let count: Int
    /// What the file was when it was first met; `nil` for a temporary file of our own, which nobody else can reach.
    let fingerprint: FileFingerprint?
    private let access: Access
    private let start: Int

    private init(name: String, access: Access, start: Int, count: Int, fingerprint: FileFingerprint?) {
        self.name = name
        self.access = access
        self.start = start
        self.count = count
        self.fingerprint = fingerprint
    }

    /// The whole of an open file.
    init(_ file: OpenFile, fingerprint: FileFingerprint, name: String) {
        self.init(name: name, access: .held(file), start: 0, count: fingerprint.size, fingerprint: fingerprint)
    }

    /// The whole of the file at a path, to be opened when it is read; a link there is never followed.
    init(reopening path: String, fingerprint: FileFingerprint) {
        self.init(name: path, access: .reopened(path), start: 0, count: fingerprint.size, fingerprint: fingerprint)
    }

    /// A run of a temporary file of our own.
    init(ofTemporary file: OpenFile, start: Int, count: Int, name: String) {
        self.init(name: name, access: .held(file), start: start, count: count, fingerprint: nil)
    }

    /// An open file to read by `Reading`, checked to be the one that was met.
    func open() throws(InputError) -> Reading {
        switch access {
        case .held(let file):
            return Reading(bytes: self, file: file)
        case .reopened(let path):
            do {
                let reading = Reading(bytes: self, file: try OpenFile(path: path, followingLinks: false))
                try reading.verify()
                return reading
            } catch let error as InputError {
                throw error
            } catch let error as SystemError {
                throw .reopening(name, error)
            } catch {
                throw .changed(name)
            }
        }
    }

    /// Hands over all bytes in order, in pieces of at most 1 MiB.
    ///
    /// - Throws: `InputError` where the file can't be read or is no longer what it was, and whatever `body` throws.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try forEachChunk(beginningWith: 1 << 20, body)
    }

    /// Hands over all bytes in order, first as many as wanted, then in pieces that grow to 1 MiB.
    ///
    /// - Throws: `InputError` where the file can't be read or is no longer what it was, and whatever `body` throws.
    func forEachChunk(beginningWith byteCount: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let reading = try open()
        var piece = max(1, min(byteCount, 1 << 20))
        // The first piece may be all there is, or all that is wanted: its room is not filled with zeros before.
        var buffer = try [UInt8](unsafeUninitializedCapacity: min(piece, count)) { room, filled in
            filled = try reading.read(into: UnsafeMutableRawBufferPointer(room), at: 0)
        }
        var (offset, more) = (0, buffer.count)
        while offset < count {
            guard more > 0 else { throw InputError.changed(name) }
            try body(buffer[..<more])
            offset += more
            piece = min(piece << 3, 1 << 20)
            let wanted = min(piece, count - offset)
            if buffer.count < wanted { buffer = [UInt8](repeating: 0, count: wanted) }
            more = try buffer.withUnsafeMutableBytes { try reading.read(into: .init(rebasing: $0[..<wanted]), at: offset) }
        }
        try reading.verify()
    }

    /// The first bytes, as many as are wanted or there are, and whether they are all.
    ///
    /// - Throws: `InputError` where the file can't be read or is no longer what it was.
    func beginning(upTo byteCount: Int) throws -> (bytes: [UInt8], isWhole: Bool) {
        let reading = try open()
        let bytes = try [UInt8](unsafeUninitializedCapacity: max(0, min(byteCount, count))) { room, filled in
            filled = try reading.read(into: UnsafeMutableRawBufferPointer(room), at: 0)
        }
        return (bytes, bytes.count == count)
    }

    /// The bytes while the file is open.
    struct Reading {
        fileprivate let bytes: FileBytes
        fileprivate let file: OpenFile

        /// How many bytes there are.
        var count: Int { bytes.count }

        /// Reads into `buffer` from a position counted from the run's start; answers how many bytes came, 0 at the end.
        func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputError) -> Int {
            guard offset >= 0, offset < bytes.count else { return 0 }
            let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, bytes.count - offset)])
            do {
                return try file.read(into: wanted, at: bytes.start + offset)
            } catch {
                throw .reading(bytes.name, error)
            }
        }

        /// The bytes of a range, all of them or as many as there are.
        func bytes(at offset: Int, count: Int) throws(InputError) -> [UInt8] {
            guard offset >= 0, offset < bytes.count, count > 0 else { return [] }
            do {
                return try file.bytes(at: bytes.start + offset, count: min(count, bytes.count - offset))
            } catch {
                throw .reading(bytes.name, error)
            }
        }

        /// Makes sure that the file is still what it was when it was met.
        func verify() throws(InputError) {
            guard let fingerprint = bytes.fingerprint else { return }
            do {
                guard try FileStatus(descriptor: file.descriptor).fingerprint == fingerprint else { throw InputError.changed(bytes.name) }
            } catch let error as InputError {
                throw error
            } catch {
                throw .changed(bytes.name)
            }
        }
    }
}
