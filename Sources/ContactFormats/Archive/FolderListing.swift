#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What lies in a folder and its subfolders: plain files, zip archives, and what can't be read.
struct FolderListing {
    /// An archive that was found.
    struct Archive {
        /// Its path below the folder.
        let path: String
        let bytes: FileBytes
        let modifiedAt: Int
    }

    /// The files that are none.
    private(set) var files: [Member] = []
    private(set) var archives: [Archive] = []
    private(set) var passedOver: [PassedOver] = []

    private let limits: UnpackingLimits
    private let root: String

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
    func absolute(_ path: String) -> String { Self.absolute(path, in: root) }

    /// A path below a folder as one that can be opened.
    static func absolute(_ path: String, in root: String) -> String {
        path.isEmpty ? root : root.utf8.last == UInt8(ascii: "/") ? root + path : root + "/" + path
    }

    private mutating func walk(_ folder: String) throws {
        let names = try FolderNames(in: absolute(folder))
        let prefix = folder.isEmpty ? "" : folder + "/"
        /// Whether the folder is one of a Maildir: its name says so, and a mail was found in it.
        var isOfMails = false
        for index in 0..<names.count {
            guard files.count + archives.count + passedOver.count < limits.entries else {
                throw InputError.tooManyEntries("The folder \(root)", limits: limits)
            }
            let path = names.text(at: index, behind: prefix)
            if isOfMails, names.isFile(at: index), Self.mayBeMails(names.bytes(at: index)) {
                // A mail is asked about when it is read, and said to be unreadable then.
                files.append(Member(path: path, bytes: UnmetFile(path, in: root)))
                continue
            }
            let fileCount = files.count
            try visit(path)
            if !isOfMails, files.count == fileCount + 1, names.isFile(at: index) { isOfMails = isMail(files[fileCount]) }
        }
    }

    /// Whether a name may be a mail's: one like those of systems and archives, or not in ASCII, is looked at as anywhere else.
    private static func mayBeMails(_ name: ArraySlice<UInt8>) -> Bool {
        name.count > 11 && name.first != UInt8(ascii: ".") && name.span.isVisibleASCII
            && !name.suffix(4).elementsEqual(".zip".utf8) { $0.asciiLowercased == $1 }
    }

    /// Whether a file lies where a Maildir's mails lie, and is one.
    private func isMail(_ member: Member) -> Bool {
        guard let path = MaildirPath(member.path), !path.isUnfinished else { return false }
        return (try? MailBeginning(of: member).isMessage) ?? false
    }

    private mutating func visit(_ path: String) throws {
        do {
            let place = absolute(path)
            let status = try FileStatus(path: place, followingLinks: false)
            switch status.kind {
            case .folder: try walk(path)
            case _ where EntryPath.isOfSystem(path): passOver(path, "system")
            case .link, .pipe, .device: passOver(path, "link")
            case .file where Self.isOfOpenDatabase(place): passOver(path, "system")
            case .file:
                let bytes = FileBytes(reopening: place, fingerprint: status.fingerprint)
                try add(bytes, path, status)
            }
        } catch is SystemError {
            passOver(path, "unreadable")
        } catch let error as InputError where error.code == .unreadable || error.code == .missing {
            passOver(path, "unreadable")
        }
    }

    /// Whether a file is a database of SQLite that somebody has open, as a vault in use is, or lies beside one.
    ///
    /// Such a file is not even looked into: a process that has a database open loses its locks on it with the first other descriptor it closes
    /// (sqlite.org/howtocorrupt.html §2.2), and a vault may lie in the very folder that is imported into it.
    private static func isOfOpenDatabase(_ path: String) -> Bool {
        path.hasSuffix("-wal") || path.hasSuffix("-shm") || (try? FileStatus(path: path + "-wal", followingLinks: false)) != nil
    }

    private mutating func add(_ bytes: FileBytes, _ path: String, _ status: FileStatus) throws {
        let modifiedAt = status.fingerprint.modifiedAt
        do {
            // Opened in any case, to know that it can be.
            let first = try bytes.open().bytes(at: 0, count: 4)
            if EntryPath.mayBeArchive(path), ZipDirectory.isBegun(by: first) {
                archives.append(Archive(path: path, bytes: bytes, modifiedAt: modifiedAt))
                return
            }
        } catch  where error.code == .changed {
            // One of many that is being written right now; whoever reads it will say so.
        }
        files.append(Member(path: path, bytes: bytes, byteCount: bytes.count, modifiedAt: modifiedAt))
    }

    private mutating func passOver(_ path: String, _ reason: String) {
        passedOver.append(PassedOver(path: path, reason: reason))
    }
}
