#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The path of something inside an archive or a folder.
enum EntryPath {
    /// The path with `/` between its parts and without idle ones; `nil` where it leads, or might lead, out of the archive.
    ///
    /// A backslash is a separator as well: some programs on Windows write it, and as part of a name it would serve to hide one.
    static func safe(_ name: String) -> String? {
        let bytes = Array(name.utf8)
        guard let first = bytes.first, !bytes.contains(0), !isSeparator(first) else { return nil }
        // "C:..." names a drive; further on a colon is as good as any character.
        if bytes.count > 1, bytes[1] == UInt8(ascii: ":"), isLetter(first) { return nil }
        let parts = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.map { String($0) }.filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains("..") else { return nil }
        return parts.joined(separator: "/")
    }

    /// Whether the path is something an operating system put there for itself.
    static func isOfSystem(_ path: String) -> Bool {
        guard path != "__MACOSX", !path.hasPrefix("__MACOSX/"), !path.holds("/__MACOSX/") else { return true }
        let name = lastPart(of: path)
        // The names of mails, of which there are tens of thousands, are longer.
        guard name.utf8.count <= 11 || name.utf8.first == UInt8(ascii: ".") else { return false }
        return name.hasPrefix("._") || [".ds_store", "thumbs.db", "desktop.ini"].contains(name.lowercased())
    }

    /// Where the last `/` of a path stands.
    private static func lastSeparator(in path: String) -> String.Index? {
        let offset = path.utf8.withContiguousStorageIfAvailable { $0.lastIndex(of: UInt8(ascii: "/")) }
        guard let offset else { return path.utf8.lastIndex(of: UInt8(ascii: "/")) }
        return offset.map { path.utf8.index(path.startIndex, offsetBy: $0) }
    }

    /// Whether a path comes before another one by their bytes.
    static func precedes(_ path: String, _ other: String) -> Bool {
        let order = path.utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { others -> Bool in
                guard let first = bytes.baseAddress, let second = others.baseAddress else { return bytes.count < others.count }
                // No more is compared than both have.
                let order = memcmp(first, second, min(bytes.count, others.count))
                return order == 0 ? bytes.count < others.count : order < 0
            }
        }
        return (order ?? nil) ?? path.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// The last part of a path: the name of the file.
    static func lastPart(of path: String) -> Substring {
        lastSeparator(in: path).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    }

    /// Whether a file of this name may be an archive to look into.
    ///
    /// Names change on the way (`.zip.zip`, `.zip (1)`, `.download`, no ending), so only those are ruled out that say something else:
    /// documents which are zip archives inside, and the plain files of hand-outs.
    static func mayBeArchive(_ path: String) -> Bool {
        let name = lastPart(of: path)
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
        return !otherEndings.contains(name[name.utf8.index(after: dot)...].lowercased())
    }

    /// Whether a file of this name claims to be a zip archive.
    static func isNamedZip(_ path: String) -> Bool {
        path.utf8.count >= 4 && path.utf8.suffix(4).elementsEqual(".zip".utf8) { $0.asciiLowercased == $1 }
    }

    private static let otherEndings: Set<String> = [
        "csv", "tsv", "txt", "vcf", "vcard", "ldif", "json", "jsonl", "xml", "html", "htm", "md", "ics", "mbox", "eml", "pst", "pdf",
        "jpg", "jpeg", "png", "gif", "webp", "heic", "svg", "mp4", "mov", "mp3", "m4a", "wav", "js", "css",
        "xlsx", "xlsm", "xltx", "docx", "docm", "pptx", "pptm", "vsdx", "xps", "odt", "ods", "odp", "odg", "epub", "jar", "war", "apk",
        "aar", "ipa", "kmz", "pages", "numbers", "key", "sketch", "3mf", "cbz", "whl", "nupkg",
    ]

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
