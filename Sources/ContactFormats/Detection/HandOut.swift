public import ContactModel

/// One file inside what came in: the file itself where it came alone, an entry of an archive, a file of a folder.
public struct Member: Sendable {
    /// Where it is, as people name it: `Connections.csv` inside an archive or folder, the file's own name where it came alone.
    public var path: String
    /// Its bytes.
    public var bytes: any ByteSource
    /// How many bytes it has, where that is known beforehand.
    public var byteCount: Int?
    /// When it was last modified, in seconds since 1970; for an entry of a zip the entry's own time, read as UTC.
    public var modifiedAt: Int?

    /// Makes a member.
    public init(path: String, bytes: any ByteSource, byteCount: Int? = nil, modifiedAt: Int? = nil) {
        self.path = path
        self.bytes = bytes
        self.byteCount = byteCount
        self.modifiedAt = modifiedAt
    }
}

/// A part of what came in that was not read, and why.
public struct PassedOver: Hashable, Sendable {
    /// Where it is.
    public var path: String
    /// Why, in a stable word: `no-contacts` (known, holds none), `private` (known, holds what must not be read), `unknown`,
    /// `unsafe-path`, `link`, `encrypted`, `copy` (the same bytes as another member), `system` (`__MACOSX` and the like), `empty`, `damaged`,
    /// `unlike-its-name` (called like a list, and none), `unreadable`, `unknown-compression`, `nested-too-deep`, `archive` (one inside a
    /// folder that is opened as a folder).
    public var reason: String

    /// Makes a note of something passed over.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// Why, as the end of a sentence that begins with the path; `nil` where it is as it should be.
    public var shortcoming: String? {
        switch reason {
        case "unsafe-path": "has a path that leads out of the archive"
        case "link": "is a link, not a file"
        case "encrypted": "is encrypted"
        case "damaged": "is damaged"
        case "nested-too-deep": "is an archive within too many archives"
        case "unlike-its-name": "is not the list its name promises: no row of it names the columns, so it is damaged or of a new kind"
        case "unreadable": "may not be read"
        case "unknown-compression": "is packed in a way that is not known"
        default: nil
        }
    }
}

/// What came in, opened: a file, an archive or a folder, with its members; nothing is read of them yet.
public struct Parcel: Sendable {
    /// What it is as a container.
    public enum Kind: String, Sendable {
        /// A file by itself.
        case file
        /// A zip archive, perhaps with archives inside.
        case archive
        /// A folder.
        case folder
        /// Several files, or several archives, with the parts of one hand-out.
        case parts
    }

    /// What it is as a container.
    public var kind: Kind
    /// The path it was opened by, as given; `-` for standard input.
    public var path: String
    /// The file's own bytes, as they came; `nil` for a folder, whose members are its originals.
    public var original: (any ByteSource)?
    /// The readable members, in the container's order.
    public var members: [Member]
    /// What is inside and can't or mustn't be read.
    public var passedOver: [PassedOver]
    /// When the file was last modified, in seconds since 1970.
    public var modifiedAt: Int?
    /// What it was put together of; empty but for ``Kind/parts``.
    public private(set) var pieces: [Parcel] = []

    /// Makes a parcel.
    public init(
        kind: Kind,
        path: String,
        original: (any ByteSource)?,
        members: [Member],
        passedOver: [PassedOver] = [],
        modifiedAt: Int? = nil
    ) {
        self.kind = kind
        self.path = path
        self.original = original
        self.members = members
        self.passedOver = passedOver
        self.modifiedAt = modifiedAt
    }

    /// Puts files or archives together, under the path of the first.
    public init(pieces: [Parcel]) {
        self.init(
            kind: .parts, path: pieces.first?.path ?? "", original: nil, members: pieces.flatMap(\.members),
            passedOver: pieces.flatMap(\.passedOver), modifiedAt: pieces.compactMap(\.modifiedAt).max())
        self.pieces = pieces
    }

    /// The piece a member came in; the parcel itself where it was not put together.
    public func piece(of member: Member) -> Parcel {
        pieces.first { $0.members.contains { $0.path == member.path } } ?? self
    }

    /// Whether it is an archive, or archives.
    public var isOfArchives: Bool { kind == .archive || !pieces.isEmpty && pieces.allSatisfy { $0.kind == .archive } }
}

/// What a parcel was recognised as.
public struct HandOut: Sendable {
    /// Whose hand-out it is, as the name its sources get: "LinkedIn".
    public var service: String
    /// The tables in it, connections first.
    public var tables: [any Table]
    /// The members that were not read, and why.
    public var passedOver: [PassedOver]
    /// The day it was handed out, where name or entry times tell; `nil` where only the entries' own dates can.
    public var exportedOn: CalendarDate?
    /// What a person should know about it; whole sentences, such as that the second part is still to come.
    public var remarks: [String]

    /// Makes a hand-out.
    public init(
        service: String,
        tables: [any Table],
        passedOver: [PassedOver] = [],
        exportedOn: CalendarDate? = nil,
        remarks: [String] = []
    ) {
        self.service = service
        self.tables = tables
        self.passedOver = passedOver
        self.exportedOn = exportedOn
        self.remarks = remarks
    }
}
