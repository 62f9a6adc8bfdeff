/// A format hand-outs are read in: its name, and how to tell it by content.
public struct HandOutFormat: Sendable {
    /// The name `import --as` takes: `linkedin`.
    public var name: String
    /// What it is, for people: "LinkedIn's connections or archive".
    public var title: String
    /// What a parcel holds of this format, or `nil` where nothing in it is; names of files decide nothing.
    ///
    /// It looks at no more than the beginning of a member to say no, so that a gigabyte of something else costs nothing.
    public var recognise: @Sendable (Parcel) throws -> HandOut?

    /// Makes a format.
    public init(name: String, title: String, recognise: @escaping @Sendable (Parcel) throws -> HandOut?) {
        self.name = name
        self.title = title
        self.recognise = recognise
    }
}

extension HandOutFormat {
    /// Every format that is read, in the order in which they are asked: those with an unmistakable beginning first, LinkedIn's lists next,
    /// other known tables then, and last what can only be guessed.
    public static let all: [HandOutFormat] = [
        .vCard, .mbox, .maildir, .eml, .ics,
        .jsContact, .hCard,
        .linkedIn,
    ]

    /// The format of a name; `nil` where there is none.
    public static func named(_ name: String) -> HandOutFormat? { all.first { $0.name == name } }

    /// What a parcel holds, told by content.
    ///
    /// A file by itself is of the first format that claims it. In an archive or a folder each format is asked for what the ones before
    /// it left as `unknown`, so that a folder with an address book beside LinkedIn's archive gives the tables of both.
    ///
    /// - Throws: `InputError(.unrecognised)` where no format claims anything, with what to do; what the formats throw.
    public static func recognise(_ parcel: Parcel, among formats: [HandOutFormat] = all) throws -> HandOut {
        var found: HandOut?
        var rest = parcel
        for format in formats where !rest.members.isEmpty {
            guard let handOut = try format.recognise(rest) else { continue }
            guard parcel.kind != .file else { return handOut }
            let unknown = Set(handOut.passedOver.filter { $0.reason == "unknown" }.map(\.path))
            rest.members.removeAll { !unknown.contains($0.path) }
            rest.passedOver = []
            found = found.map { $0.joined(with: handOut) } ?? handOut
        }
        guard let found else { throw try LinkedInHandOut.unrecognisedError(for: parcel) }
        return found
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
