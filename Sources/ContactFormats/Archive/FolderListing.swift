#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What lies in a folder and its subfolders: plain files, zip archives, and what can't be read.
struct FolderListing {
    /// A file that was found.
    struct File {
        /// Its path below the folder.
        let path: String
        let bytes: FileBytes
        let modifiedAt: Int
    }

    private(set) var files: [File] = []
    private(set) var archives: [File] = []
    private(set) var passedOver: [PassedOver] = []

    private let limits: UnpackingLimits
    private let root: String
    private let user = geteuid()

    /// Walks a folder; no link in it is followed, and no file stays open. Each list is in the order of its paths' bytes.
    ///
    /// - Throws: `InputError` where the folder can't be read (a subfolder is passed over), or holds more files than the limit on entries.
    init(of path: String, limits: UnpackingLimits) throws(InputError) {
        root = path
        self.limits = limits
        do {
            try walk("")
        } catch let error as InputError {
            throw error
        } catch let error as SystemError {
            throw .opening(path, error)
        } catch {
            throw .changed(path)
        }
        files.sort { EntryPath.precedes($0.path, $1.path) }
        archives.sort { EntryPath.precedes($0.path, $1.path) }
        passedOver.sort { EntryPath.precedes($0.path, $1.path) }
    }

    /// A path below the folder as one that can be opened.
    func absolute(_ path: String) -> String {
        path.isEmpty ? root : root.hasSuffix("/") ? root + path : "\(root)/\(path)"
    }

    private mutating func walk(_ folder: String) throws {
        for name in try Self.names(in: absolute(folder)) {
            try visit(folder.isEmpty ? name : "\(folder)/\(name)")
        }
    }

    private mutating func visit(_ path: String) throws {
        guard files.count + archives.count + passedOver.count < limits.entries else {
            throw InputError.tooManyEntries("The folder \(root)", limits: limits)
        }
        do {
            let place = absolute(path)
            let status = try FileStatus(path: place, followingLinks: false)
            switch status.kind {
            case .folder: try walk(path)
            case _ where EntryPath.isOfSystem(path): passOver(path, "system")
            case .link, .pipe, .device: passOver(path, "link")
            case .file:
                let bytes = FileBytes(reopening: place, fingerprint: status.fingerprint)
                let file = File(path: path, bytes: bytes, modifiedAt: status.fingerprint.modifiedAt)
                if MaildirPath(path) != nil, !EntryPath.isNamedZip(path) { addMail(file, at: place, status) } else { try add(file) }
            }
        } catch is SystemError {
            passOver(path, "unreadable")
        } catch let error as InputError where error.code == .unreadable || error.code == .missing {
            passOver(path, "unreadable")
        }
    }

    /// Takes a mail. Fifty thousand mails are no archives, and are opened when they are read: the system is asked whether one can be only
    /// where it isn't the owner's to read, for asking costs a quarter of opening.
    private mutating func addMail(_ file: File, at place: String, _ status: FileStatus) {
        if status.isReadableByOwner && status.owner == user || access(place, R_OK) == 0 {
            files.append(file)
        } else {
            passOver(file.path, "unreadable")
        }
    }

    private mutating func add(_ file: File) throws {
        do {
            // Opened in any case, to know that it can be.
            let first = try file.bytes.open().bytes(at: 0, count: 4)
            if EntryPath.mayBeArchive(file.path), ZipDirectory.isBegun(by: first) {
                archives.append(file)
            } else {
                files.append(file)
            }
        } catch  where error.code == .changed {
            // One of many that is being written right now; whoever reads it will say so.
            files.append(file)
        }
    }

    private mutating func passOver(_ path: String, _ reason: String) {
        passedOver.append(PassedOver(path: path, reason: reason))
    }

    /// The names in a folder, without `.` and `..`.
    private static func names(in path: String) throws(SystemError) -> [String] {
        guard let folder = opendir(path) else { throw .last }
        defer { closedir(folder) }
        guard let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return [] }
        var names: [String] = []
        errno = 0
        while let entry = readdir(folder) {
            // `readdir` keeps the entry until it is called again, and ends its name with NUL; the record may be shorter than the type, so
            // that only the name is touched.
            let name = UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
            let text = String(cString: name)
            if text != ".", text != ".." { names.append(text) }
            errno = 0
        }
        guard errno == 0 else { throw .last }
        return names
    }
}
