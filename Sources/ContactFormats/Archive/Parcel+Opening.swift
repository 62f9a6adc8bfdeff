extension Parcel {
    /// Opens a path: a file by itself, a zip archive, a folder, or a pipe.
    ///
    /// A zip archive is known by its first bytes, whatever it is called. Archives inside it are opened with it, and their members listed
    /// as `inner.zip/Connections.csv`. An archive inside a folder is passed over as `archive`; `openAll` opens those. A pipe and
    /// `/dev/stdin` are first read to their end, into a temporary file.
    ///
    /// What is passed over has, beside the contract's reasons: `damaged`, `empty` and `nested-too-deep` (an archive inside), `archive` (in
    /// a folder), `unreadable` (in a folder) and `unknown-compression`.
    ///
    /// - Throws: `InputError`, and nothing else.
    public static func open(path: String, limits: UnpackingLimits = .standard) throws -> Parcel {
        let status = try status(of: path)
        guard status.kind == .folder else { return try openFile(path: path, status: status, limits: limits) }
        let listing = try FolderListing(of: path, limits: limits)
        guard !listing.files.isEmpty || !listing.archives.isEmpty || !listing.passedOver.isEmpty else {
            throw InputError.empty("The folder \(path)")
        }
        var parcel = Parcel(folder: path, status: status, listing)
        parcel.passedOver += listing.archives.map { PassedOver(path: $0.path, reason: "archive") }
        parcel.passedOver.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return parcel
    }

    /// Opens a path as `open` does, and with a folder each zip archive that lies in it or in its subfolders, as a parcel of its own.
    ///
    /// - Throws: `InputError`, and nothing else; an archive in a folder that can't be used is a failure in the answer instead.
    public static func openAll(path: String, limits: UnpackingLimits = .standard) throws -> Delivery {
        let status = try status(of: path)
        guard status.kind == .folder else { return Delivery(parcels: [try openFile(path: path, status: status, limits: limits)]) }
        let listing = try FolderListing(of: path, limits: limits)
        var delivery = Delivery(parcels: [])
        if !listing.files.isEmpty || !listing.passedOver.isEmpty {
            delivery.parcels.append(Parcel(folder: path, status: status, listing))
        }
        let spool = Spool()
        for archive in listing.archives {
            let path = listing.absolute(archive.path)
            do {
                delivery.parcels.append(
                    try Parcel(path: path, bytes: archive.bytes, modifiedAt: archive.modifiedAt, limits: limits, spool: spool)
                )
            } catch let error as InputError {
                delivery.failures.append(Delivery.Failure(path: path, error: error))
            }
        }
        guard !delivery.parcels.isEmpty || !delivery.failures.isEmpty else { throw InputError.empty("The folder \(path)") }
        return delivery
    }

    /// Opens standard input, or another descriptor that can only be read once; its path is `-`.
    ///
    /// It is read to its end into a temporary file without a name, in `TMPDIR` or else `/tmp`, and then opened like a file. The descriptor
    /// stays open; closing it is the caller's.
    ///
    /// - Throws: `InputError`, and nothing else; `tooLarge` beyond `limits.totalBytes`.
    public static func open(standardInput fileDescriptor: Int32, limits: UnpackingLimits = .standard) throws -> Parcel {
        try Parcel(path: "-", spooling: fileDescriptor, limits: limits)
    }

    private static func status(of path: String) throws(InputError) -> FileStatus {
        do {
            return try FileStatus(path: path, followingLinks: true)
        } catch {
            throw .opening(path, error)
        }
    }

    private static func openFile(path: String, status: FileStatus, limits: UnpackingLimits) throws -> Parcel {
        if path == "/dev/stdin" { return try Parcel(path: path, spooling: 0, limits: limits) }
        guard status.kind == .file || status.kind == .pipe else { throw InputError.notAFile(path) }
        let file: OpenFile
        let opened: FileStatus
        do {
            file = try OpenFile(path: path, followingLinks: true)
            opened = try FileStatus(descriptor: file.descriptor)
        } catch {
            throw InputError.opening(path, error)
        }
        guard opened.kind == .file else { return try Parcel(path: path, spooling: file.descriptor, limits: limits) }
        return try Parcel(
            path: path,
            bytes: FileBytes(file, fingerprint: opened.fingerprint, name: path),
            modifiedAt: opened.fingerprint.modifiedAt,
            limits: limits,
            spool: Spool()
        )
    }

    private init(path: String, spooling descriptor: Int32, limits: UnpackingLimits) throws {
        let spool = Spool()
        let name = path == "-" ? "Standard input" : path
        let bytes = try spool.store(name: name) { write in
            try OncePassing(descriptor: descriptor, name: name).forEachChunk(limits: limits, write)
        }
        try self.init(path: path, bytes: bytes, modifiedAt: nil, limits: limits, spool: spool)
    }

    /// A file by itself or an archive, whichever the first bytes say.
    private init(path: String, bytes: FileBytes, modifiedAt: Int?, limits: UnpackingLimits, spool: Spool) throws {
        let first = try bytes.open().bytes(at: 0, count: 4)
        guard !first.isEmpty else { throw InputError.empty(bytes.name) }
        if ZipDirectory.isBegun(by: first) {
            let listing = try ZipListing(of: bytes, limits: limits, spool: spool)
            self.init(
                kind: .archive,
                path: path,
                original: bytes,
                members: listing.members,
                passedOver: listing.passedOver,
                modifiedAt: modifiedAt
            )
        } else {
            let member = Member(
                path: String(EntryPath.lastPart(of: path)),
                bytes: bytes,
                byteCount: bytes.count,
                modifiedAt: modifiedAt
            )
            self.init(kind: .file, path: path, original: bytes, members: [member], modifiedAt: modifiedAt)
        }
    }

    private init(folder path: String, status: FileStatus, _ listing: FolderListing) {
        self.init(
            kind: .folder,
            path: path,
            original: nil,
            members: listing.files,
            passedOver: listing.passedOver,
            modifiedAt: status.fingerprint.modifiedAt
        )
    }
}
