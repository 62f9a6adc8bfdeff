/// A format hand-outs are read in: its name, and how to tell it by content.
public struct HandOutFormat: Sendable {
    /// The name `import --as` takes: `linkedin`.
    public var name: String
    /// What it is, for people: "LinkedIn's connections or archive".
    public var title: String
    /// What a parcel holds of this format, or `nil` where nothing in it is; names of files decide nothing.
    ///
    /// It looks at no more than the beginning of a member to say no, so that a gigabyte of something else costs nothing. What the owner
    /// says about columns concerns those formats whose columns are a matter of opinion.
    public var recognise: @Sendable (Parcel, ColumnWishes) throws -> HandOut?

    /// Makes a format.
    public init(name: String, title: String, recognise: @escaping @Sendable (Parcel) throws -> HandOut?) {
        self.init(name: name, title: title, recognise: { parcel, _ in try recognise(parcel) })
    }

    /// Makes a format whose columns the owner has a say in.
    public init(name: String, title: String, recognise: @escaping @Sendable (Parcel, ColumnWishes) throws -> HandOut?) {
        self.name = name
        self.title = title
        self.recognise = recognise
    }
}

extension HandOutFormat {
    /// Every format that is read, in the order in which they are asked: those with an unmistakable beginning first, LinkedIn's lists next,
    /// other known tables then, and last what can only be guessed.
    public static let all: [HandOutFormat] = [
        // First mail, which comes in tens of thousands of files.
        .maildir, .mbox, .eml, .ics,
        .byHand, .vCard, .jsContact, .hCard,
        .facebook, .instagram, .x, .mastodon, .ldif, .holdfastJSONLines,
        .googleCSV, .outlookCSV, .thunderbirdCSV, .yahooCSV, .holdfastCSV,
        .linkedIn,
        .anyCSV,
    ]

    /// The name of the format of tables whose columns are guessed.
    public static let guessed = anyCSV.name

    /// The format of a name; `nil` where there is none.
    public static func named(_ name: String) -> HandOutFormat? { all.first { $0.name == name } }

    /// What a parcel holds, told by content.
    ///
    /// A file by itself is of the first format that claims it. In an archive or a folder each format is asked for what the ones before
    /// it left as `unknown`, so that a folder with an address book beside LinkedIn's archive gives the tables of both.
    ///
    /// - Throws: `InputError(.unrecognised)` where no format claims anything, with what to do; what the formats throw.
    public static func recognise(
        _ parcel: Parcel,
        among formats: [HandOutFormat] = all,
        wishes: ColumnWishes = .none
    ) throws -> HandOut {
        if !parcel.pieces.isEmpty { return try recognise(pieces: parcel.pieces, among: formats, wishes: wishes) }
        var found: HandOut?
        var rest = parcel
        let nobodys = try setAsideWhatNamesNobody(&rest)
        for format in formats where !rest.members.isEmpty {
            guard let handOut = try format.recognise(rest, wishes) else { continue }
            guard parcel.kind != .file else {
                if !wishes.said.isEmpty, handOut.tables.allSatisfy({ $0.columnReading == nil }) {
                    throw InputError.knownColumns(parcel, format)
                }
                return handOut
            }
            let unknown = Set(handOut.passedOver.filter { $0.reason == "unknown" }.map(\.path))
            rest.members.removeAll { !unknown.contains($0.path) }
            rest.passedOver = []
            found = found.map { $0.joined(with: handOut) } ?? handOut
        }
        guard var found else { throw try InputError.unrecognised(parcel) }
        found.passedOver += nobodys
        return found
    }

    /// What the parts of one hand-out hold together: tables of one list and one format are one.
    private static func recognise(pieces: [Parcel], among formats: [HandOutFormat], wishes: ColumnWishes) throws -> HandOut {
        let handOuts = try pieces.map { try recognise($0, among: formats, wishes: wishes) }
        var whole = handOuts[0]
        for handOut in handOuts.dropFirst() {
            whole.tables += handOut.tables
            whole.passedOver += handOut.passedOver
        }
        whole.tables = JoinedTable.joined(whole.tables)
        return whole
    }
}

extension HandOutFormat {
    /// The files of a large hand-out are many, and asked for by every format.
    private static let largeCount = 200
    /// No list is as short: a header and a name, or an address, take more bytes.
    private static let shortestList = 8
    /// A file of so many bytes is unpacked once and kept, up to so many bytes in all.
    private static let smallFile = 4096
    private static let mostKept = 64 << 20

    /// Networks pack tens of thousands of pictures and films with their lists: in a large hand-out each is looked at once, not by every
    /// format. Of an archive, small files are unpacked once as well.
    private static func setAsideWhatNamesNobody(_ parcel: inout Parcel) throws -> [PassedOver] {
        guard parcel.members.count > largeCount else { return [] }
        var nobodys: [PassedOver] = []
        var left = parcel.kind == .archive ? mostKept : 0
        parcel.members = try parcel.members.compactMap { member in
            let isMail = MaildirPath(member.path) != nil
            if !isMail, let count = member.byteCount, count < shortestList {
                nobodys.append(PassedOver(path: member.path, reason: "unknown"))
                return nil
            }
            if let count = member.byteCount, count <= min(smallFile, left), let bytes = try wholeBytes(of: member, count) {
                left -= count
                var unpacked = member
                unpacked.bytes = BytesInMemory(bytes)
                return unpacked
            }
            // Mails come in tens of thousands as well, and are no media.
            if isMail { return member }
            var beginning: [UInt8] = []
            try BeginningOfBytes(whole: member.bytes, limit: 12).forEachChunk { beginning += $0 }
            guard isMedia(beginning) else { return member }
            nobodys.append(PassedOver(path: member.path, reason: "unknown"))
            return nil
        }
        return nobodys
    }

    /// All bytes of a file that is as long as it claims; `nil` where it is not, or damaged, which whoever reads it will say.
    private static func wholeBytes(of member: Member, _ count: Int) throws -> [UInt8]? {
        do {
            let beginning = try member.bytes.beginning(upTo: count + 1)
            return beginning.isWhole && beginning.bytes.count == count ? beginning.bytes : nil
        } catch let error as InputError where error.code == .damaged {
            return nil
        }
    }

    /// JPEG, PNG, GIF, RIFF (WebP, WAV, AVI), MP3 and the files of MPEG-4 (also HEIC).
    private static func isMedia(_ bytes: [UInt8]) -> Bool {
        let starts: [[UInt8]] = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), Array("RIFF".utf8), Array("ID3".utf8)]
        return starts.contains(where: bytes.starts) || bytes.dropFirst(4).starts(with: Array("ftyp".utf8))
    }
}

extension HandOut {
    /// One hand-out of two that were found in the same place: the second's tables keep the name of their own source.
    fileprivate func joined(with other: HandOut) -> HandOut {
        var joined = self
        joined.tables += other.tables.map {
            $0.sourceName == nil ? TableOfSource($0, name: other.service, exportedOn: other.exportedOn) : $0
        }
        let claimed = Set(other.tables.flatMap(\.members).map(\.path)).union(other.passedOver.map(\.path))
        joined.passedOver.removeAll { $0.reason == "unknown" && claimed.contains($0.path) }
        joined.passedOver += other.passedOver
        joined.remarks += other.remarks
        return joined
    }
}
