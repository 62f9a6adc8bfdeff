import ContactModel

/// A table as a product's importer takes it: its columns, its limits, and what it refuses. One product, one value.
public struct HandOverSheet: Sendable {
    /// A column.
    public struct Column: Sendable {
        /// Its header, exactly as the importer maps it by itself.
        public var header: String
        /// How many characters (UTF-16 units) a value may have; a longer one makes the product refuse the row.
        public var limit: Int?
        /// After how many bytes of UTF-8 the product cuts a value off without a word.
        public var clipsAfter: Int?

        /// Makes a column.
        public init(_ header: String, limit: Int? = nil, clipsAfter: Int? = nil) {
            self.header = header
            self.limit = limit
            self.clipsAfter = clipsAfter
        }
    }

    /// What one file may hold at most; a longer list goes into several.
    public struct PartLimits: Sendable {
        /// Rows below the header.
        public var rows: Int?
        /// Bytes, the header's included.
        public var bytes: Int?

        /// Makes limits.
        public init(rows: Int? = nil, bytes: Int? = nil) {
            self.rows = rows
            self.bytes = bytes
        }
    }

    /// The product's name for people: "HubSpot".
    public var product: String
    /// The columns in order.
    public var columns: [Column]
    /// What one file may hold.
    public var limits: PartLimits
    /// Whether a byte order mark begins the file.
    public var hasMark: Bool
    /// The column two rows must not share a value in, letters' case aside; the product would make one contact of them.
    public var key: String?
    /// What the owner should know when importing the file; one sentence.
    public var advice: String?
    /// What the product refuses besides values that are too long.
    var demands: [Demand]
    /// The cells of a card, one a column, taken from the tray.
    var fill: @Sendable (inout Tray) -> [String]

    init(
        product: String,
        columns: [Column],
        limits: PartLimits = PartLimits(),
        hasMark: Bool = false,
        key: String? = nil,
        advice: String? = nil,
        demands: [Demand] = [],
        fill: @escaping @Sendable (inout Tray) -> [String]
    ) {
        self.product = product
        self.columns = columns
        self.limits = limits
        self.hasMark = hasMark
        self.key = key
        self.advice = advice
        self.demands = demands
        self.fill = fill
    }

    /// A card's row, and what the product has against it.
    func row(of card: Card) -> HandOverRow {
        var tray = Tray(card)
        let cells = fill(&tray).map(Self.tidied)
        var row = HandOverRow(cells: cells, leftovers: tray.leftovers)
        for (place, cell) in zip(columns.indices, cells) where !cell.isEmpty {
            let column = columns[place]
            if let limit = column.limit, cell.utf8.count > limit, cell.utf16.count > limit {
                row.objections.append(
                    Objection(
                        code: "too-long", column: column.header, value: cell,
                        text: "\(product) takes at most \(limit) characters in “\(column.header)”.", isRefusal: true))
            }
            if let limit = column.clipsAfter, cell.utf8.count > limit {
                row.objections.append(
                    Objection(
                        code: "clipped", column: column.header, value: cell,
                        text: "\(product) cuts “\(column.header)” off after \(limit) bytes.", isRefusal: false))
            }
        }
        for demand in demands { row.objections += demand.objections(to: row, of: card, in: self) }
        return row
    }

    /// Where a column is; `nil` for a header the sheet does not have.
    func place(of header: String) -> Int? { columns.firstIndex { $0.header == header } }

    /// A cell without the control characters no importer wants, line breaks as LF.
    private static func tidied(_ cell: String) -> String {
        guard cell.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }) else { return cell }
        var bytes: [UInt8] = []
        let source = Array(cell.utf8)
        for (place, byte) in source.enumerated() {
            switch byte {
            case 0x0D: if place + 1 >= source.count || source[place + 1] != 0x0A { bytes.append(0x0A) }
            case 0x0A, 0x09, 0x20..<0x7F, 0x80...: bytes.append(byte)
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A row as it would be written, with what the product has against it.
public struct HandOverRow: Sendable {
    /// The cells, one a column.
    public var cells: [String]
    /// What the product has against it.
    public var objections: [Objection] = []
    /// The fields of which something has no column.
    var leftovers: [HandOverTally.Field] = []
}
