import ContactFormats

/// The tables of a hand-out with the files they are read from, hashed.
struct HandOutOriginals {
    struct File: Sendable {
        var bytes: any ByteSource
        var name: String
        var hash: ContentHash
        var byteCount: Int64
    }

    /// A file the table is read from: the one it came in, and its path.
    struct Part: Sendable {
        var file: Int
        var path: String
    }

    struct TableFiles {
        var table: any Table
        /// The files to keep: the archive or file that came in, or the folder's files this table is read from; at least one.
        var files: [File]
        /// What the table is read from, where that is several files: of a list in parts within an archive too.
        var parts: [Part] = []
        /// How many tables of the same list come before it in the same file: an archive may hold the lists of several years.
        var place = 0
    }

    var handOut: HandOut
    var parcel: Parcel
    var tables: [TableFiles]

    init(_ handOut: HandOut, parcel: Parcel) throws {
        self.handOut = handOut
        self.parcel = parcel
        // The lists of a mailbox share its files, which may be fifty thousand: each is hashed once.
        var hashed: [String: File] = [:]
        func file(_ bytes: any ByteSource, name: String, in key: String) throws -> File {
            if let file = hashed[key] { return file }
            let file = try Self.file(bytes, name: name)
            hashed[key] = file
            return file
        }
        tables = try handOut.tables.map { table in
            var files: [File] = []
            var places: [String: Int] = [:]
            var parts: [Part] = []
            func take(_ bytes: any ByteSource, name: String, key: String, path: String) throws {
                let place = places[key] ?? files.count
                if places.updateValue(place, forKey: key) == nil { files.append(try file(bytes, name: name, in: key)) }
                parts.append(Part(file: place, path: path))
            }
            for member in table.members {
                let piece = parcel.piece(of: member)
                if let original = piece.original {
                    let name = Self.lastComponent(of: piece.path)
                    try take(original, name: name, key: piece.path, path: piece.kind == .archive ? "\(name)/\(member.path)" : name)
                } else {
                    try take(member.bytes, name: member.path, key: member.path, path: member.path)
                }
            }
            // What a format makes one list of, it finds again by itself.
            let areParts = files.count > 1 || table is JoinedTable
            return TableFiles(table: table, files: files, parts: areParts ? parts : [])
        }
        var places: [[String]: Int] = [:]
        for index in tables.indices {
            let (table, first) = (tables[index].table, tables[index].files.first)
            let key = [table.sourceName ?? handOut.service, table.list.rawValue, first?.hash.description ?? ""]
            tables[index].place = places[key, default: 0]
            places[key, default: 0] += 1
        }
    }

    private static func file(_ bytes: any ByteSource, name: String) throws -> File {
        // What is hashed and kept counts for nothing with those who wait for the rows.
        let bytes = (bytes as? MeasuredBytes)?.whole ?? bytes
        let (hash, byteCount) = try OriginalStore.hash(of: bytes)
        return File(bytes: bytes, name: name, hash: hash, byteCount: byteCount)
    }

    private static func lastComponent(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
