#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Opens files one after the other of which most lie in the folder of the one before: that folder stays open, so that the system need not
/// find the way to it for each of tens of thousands.
struct FolderInUse {
    /// The folder that is open: what was named, and the bytes of the path below it up to the slash.
    private var last: (root: String, path: [UInt8], file: OpenFile)?

    /// Opens a file for reading by its path below a folder; it must not be a symbolic link.
    mutating func open(_ path: String, in root: String) throws(SystemError) -> OpenFile {
        guard let slash = path.utf8.withContiguousStorageIfAvailable({ $0.lastIndex(of: UInt8(ascii: "/")) }) ?? nil else {
            return try OpenFile(path: FolderListing.absolute(path, in: root), followingLinks: false)
        }
        if let last, last.root == root, last.path.count == slash, path.utf8.starts(with: last.path) {
            return try OpenFile(path, from: slash + 1, in: last.file)
        }
        let folder = path.utf8.prefix(slash)
        let file = try OpenFile(path: FolderListing.absolute(String(Substring(folder)), in: root), followingLinks: true)
        last = (root, Array(folder), file)
        return try OpenFile(path, from: slash + 1, in: file)
    }
}
