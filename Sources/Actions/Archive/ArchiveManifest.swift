import ContactModel

/// The table of contents of an archive: what is in it, with checksums. Written last, so an archive without it is no whole one.
struct ArchiveManifest {
    /// What tells an archive from any other folder.
    static let format = "holdfast-archive"
    /// The version this program writes; it reads no later one.
    static let version: Int64 = 1
    static let path = "manifest.json"

    struct File: Hashable {
        var path: String
        var byteCount: Int64
        /// The SHA-256, in hexadecimal.
        var sha256: String
    }

    /// The vault's id and when it was made.
    var vault: UniqueID
    var createdAt: String
    /// When the archive was made, ISO 8601 in UTC.
    var madeAt: String
    var people: Int64
    var files: [File] = []

    /// Starts a table of contents.
    init(vault: UniqueID, createdAt: String, madeAt: String, people: Int64) {
        self.vault = vault
        self.createdAt = createdAt
        self.madeAt = madeAt
        self.people = people
    }

    /// Why a manifest can't be used.
    enum Unfit: Error {
        /// It is no archive's manifest.
        case other
        /// A later version of Holdfast wrote it.
        case newer
    }

    /// Reads one.
    init(_ bytes: [UInt8]) throws(Unfit) {
        guard let value = JSONValue(parsing: bytes), value["format"]?.stringValue == Self.format else { throw .other }
        guard let version = value["version"]?.integerValue else { throw .other }
        guard version <= Self.version else { throw .newer }
        guard let vault = value["vault"]?["id"]?.stringValue.flatMap({ UniqueID($0) }),
            let createdAt = value["vault"]?["created_at"]?.stringValue, let list = value["files"]?.arrayValue
        else { throw .other }
        self.init(
            vault: vault, createdAt: createdAt, madeAt: value["made_at"]?.stringValue ?? "", people: value["people"]?.integerValue ?? 0)
        for file in list {
            guard let path = file["path"]?.stringValue, let byteCount = file["bytes"]?.integerValue,
                let sha256 = file["sha256"]?.stringValue
            else { throw .other }
            files.append(File(path: path, byteCount: byteCount, sha256: sha256))
        }
    }

    /// The manifest as JSON.
    var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.value(
            .object([
                "format": .string(Self.format), "version": .integer(Self.version),
                "vault": .object(["id": .string(vault.description), "created_at": .string(createdAt)]),
                "made_at": .string(madeAt), "people": .integer(people),
                "files": .array(
                    files.map {
                        .object(["path": .string($0.path), "bytes": .integer($0.byteCount), "sha256": .string($0.sha256)])
                    }),
            ]))
        return json.takeBytes() + [10]
    }
}
