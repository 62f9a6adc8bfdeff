/// What the owner says about the columns of tables, now and earlier: `import --map "Spalte=email"`.
public struct ColumnWishes: Sendable {
    /// A column by its header, and what it holds.
    public struct Wish: Hashable, Sendable {
        /// The header as the owner wrote it, or `column 3`.
        public var header: String
        /// What the column holds.
        public var role: ColumnRole

        /// Makes a wish.
        public init(header: String, role: ColumnRole) {
            self.header = header
            self.role = role
        }

        /// A wish written `Spalte=email`; what is behind the last `=` is the role. `nil` where that is none.
        public init?(_ text: String) {
            guard let sign = text.lastIndex(of: "="), let role = ColumnRole(description: text[text.index(after: sign)...]) else {
                return nil
            }
            let header = String(text[..<sign]).trimmedOfBlanks
            guard !header.isEmpty else { return nil }
            self.init(header: header, role: role)
        }
    }

    /// What is said now.
    public var said: [Wish]
    /// What is said now of the first row of a table whose columns are guessed, by the path of its file; `nil` where nothing is.
    public var firstRow: @Sendable (_ path: String) -> FirstRow? = { _ in nil }
    /// What was said of a table with the same header before, by the header's cells folded (`ColumnWishes.folded`): of none of its columns
    /// where only that it is a header was said, `nil` where nothing was.
    public var remembered: @Sendable (_ header: [String]) -> [Wish]?
    /// How a table with a header is to be read exactly: the role of each column, as it was read the first time.
    public var fixed: @Sendable (_ header: [String]) -> [ColumnRole]?

    /// Makes wishes; what is left out is unsaid.
    public init(
        said: [Wish] = [],
        remembered: @escaping @Sendable (_ header: [String]) -> [Wish]? = { _ in nil },
        fixed: @escaping @Sendable (_ header: [String]) -> [ColumnRole]? = { _ in nil }
    ) {
        self.said = said
        self.remembered = remembered
        self.fixed = fixed
    }

    /// Nothing is said.
    public static let none = ColumnWishes()

    /// A header as headers are compared: each cell folded, in order.
    public static func folded(_ header: [String]) -> [String] { header.map(LetterFolding.header) }

    /// Whether a header is one of names we gave, for the file has none: nothing is remembered of such.
    public static func isMadeUp(_ header: [String]) -> Bool { header == madeUp(header.count) }

    /// The names we give so many columns that have none.
    static func madeUp(_ count: Int) -> [String] { (0..<count).map { "column \($0 + 1)" } }

    /// The wishes that count for a header, the later over the earlier, and those that name no column of it.
    func settled(for header: [String]) -> (wishes: [Int: ColumnRole], unmet: [Wish]) {
        let names = header.indices.map { PeopleColumns.name(ofColumn: $0, in: header) }
        let folded = names.map(LetterFolding.header)
        var wishes: [Int: ColumnRole] = [:]
        var unmet: [Wish] = []
        for wish in Self.isMadeUp(header) ? [] : remembered(Self.folded(header)) ?? [] {
            for column in names.indices where folded[column] == LetterFolding.header(wish.header) { wishes[column] = wish.role }
        }
        for wish in said {
            let exact = names.indices.filter { names[$0] == wish.header }
            var alike = exact.isEmpty ? names.indices.filter { folded[$0] == LetterFolding.header(wish.header) } : exact
            // A column may be meant by its place, too.
            if alike.isEmpty { alike = names.indices.filter { wish.header == "column \($0 + 1)" } }
            if alike.isEmpty { unmet.append(wish) }
            for column in alike { wishes[column] = wish.role }
        }
        return (wishes, unmet)
    }
}

/// How the columns of a table were read: what the vault keeps, so that the same table is read so again.
public struct ColumnReading: Hashable, Sendable {
    /// The cells of the header, as written.
    public var header: [String]
    /// The role of each column.
    public var roles: [ColumnRole]
    /// What the owner said of them, now or before.
    public var said: [ColumnWishes.Wish]
    /// What the owner said now, or with the import it was kept with, of the first row; `nil` where that was told by the table.
    public var saidOfFirstRow: FirstRow?

    /// Makes a reading.
    public init(header: [String], roles: [ColumnRole], said: [ColumnWishes.Wish], saidOfFirstRow: FirstRow? = nil) {
        self.header = header
        self.roles = roles
        self.said = said
        self.saidOfFirstRow = saidOfFirstRow
    }

    /// What the first row was taken for.
    public var firstRow: FirstRow { ColumnWishes.isMadeUp(header) ? .person : .heading }
}

extension ColumnRole {
    /// The role as the vault keeps it: `email-label:work#2`, with the group where there is one.
    public var storedText: String { group == 0 ? description : "\(description)#\(group)" }

    /// The role kept as `storedText`; `nil` for any other text.
    public init?(storedText text: String) {
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        let fieldAndLabel = (parts.first ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        guard let field = Field(rawValue: fieldAndLabel.first ?? "") else { return nil }
        self.init(field, label: fieldAndLabel.count > 1 ? fieldAndLabel[1] : nil, group: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }
}
