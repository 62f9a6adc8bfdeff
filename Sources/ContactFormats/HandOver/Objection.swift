/// What a product has against a row, or does to it.
public struct Objection: Hashable, Sendable {
    /// What kind, in a stable word with dashes: `missing`, `too-long`, `invalid-email`, `role-address`, `same-email`, `tag-too-long`, `clipped`...
    public var code: String
    /// The column concerned, by its header; `nil` where it is the row as a whole.
    public var column: String?
    /// The value concerned, as it would have been written.
    public var value: String
    /// The product's rule as a whole sentence, the same for every row it hits.
    public var text: String
    /// Whether the product refuses the row because of it; otherwise it takes the row, and the sentence says what becomes of the value.
    public var isRefusal: Bool

    /// Makes an objection.
    public init(code: String, column: String? = nil, value: String = "", text: String, isRefusal: Bool) {
        self.code = code
        self.column = column
        self.value = value
        self.text = text
        self.isRefusal = isRefusal
    }

    /// The same without the value: what it has in common with the others it is counted with.
    public var kind: Objection {
        var kind = self
        kind.value = ""
        return kind
    }
}

/// How a hand-over went: how many rows, what was held back and why, what has no place in the file.
public struct HandOverTally: Sendable {
    /// A field of which values can be left behind, by what is left, in words for people.
    enum Field: String, CaseIterable, Sendable {
        case name = "parts of the name"
        case nickname = "nicknames"
        case email = "further e-mail addresses"
        case phone = "phone numbers"
        case employer = "employers"
        case company = "further employers"
        case department = "departments"
        case title = "job titles"
        case address = "postal addresses"
        case link = "links"
        case notes = "notes"
        case tags = "tags"
        case birthday = "birthdays"
        case connectedOn = "days of connecting"
        case other = "photos and other properties"
        case person = "people without name, profile and e-mail address"
    }

    /// An objection of one kind, and how many rows it hit.
    public struct Count: Sendable {
        /// The objection; its value is empty.
        public var objection: Objection
        /// How many rows.
        public var rows: Int
    }

    /// How many people were looked at.
    public private(set) var people = 0
    /// How many rows were written.
    public private(set) var written = 0
    /// How many people were held back.
    public private(set) var heldBack = 0
    private var counts: [Objection: Int] = [:]
    private var left: [Field: Int] = [:]

    /// So many people were written, and there is no more to tell of them.
    public init(written: Int = 0) {
        (people, self.written) = (written, written)
    }

    /// Why rows were held back, the most frequent first.
    public var reasons: [Count] { sorted { $0.isRefusal } }
    /// What becomes of rows that were written, the most frequent first.
    public var remarks: [Count] { sorted { !$0.isRefusal } }
    /// What the rows that were written say and the format has no place for, the most frequent first.
    var losses: [ExportLoss] {
        left.map { ExportLoss(what: $0.key.rawValue, count: $0.value, isCarried: false) }
            .sorted { ($1.count, $0.what) < ($0.count, $1.what) }
    }

    private func sorted(_ isWanted: (Objection) -> Bool) -> [Count] {
        counts.filter { isWanted($0.key) }.map { Count(objection: $0.key, rows: $0.value) }
            .sorted { ($1.rows, $0.objection.code, $0.objection.column ?? "") < ($0.rows, $1.objection.code, $1.objection.column ?? "") }
    }

    /// Counts a person.
    mutating func count(_ objections: [Objection] = [], leftovers: [Field], isHeldBack: Bool = false) {
        people += 1
        if isHeldBack { heldBack += 1 } else { written += 1 }
        // Two tags that are too long are one row that is hit.
        let kinds = objections.filter { $0.isRefusal || !isHeldBack }.map(\.kind)
        for kind in Set(kinds) { counts[kind, default: 0] += 1 }
        guard !isHeldBack else { return }
        for field in leftovers { left[field, default: 0] += 1 }
    }
}
