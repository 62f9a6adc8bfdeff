public import ContactModel

/// A writer that keeps count of what it wrote, held back and had no place for.
public protocol TallyingWriter: PersonWriter {
    /// How it went so far.
    var tally: HandOverTally { get }
}

/// Writes people as a product's sheet: rows the product would refuse are left out and told, the rest is in as many parts as it takes.
///
/// Memory does not grow with the number of people but for eight bytes an e-mail address, where the product knows contacts by it.
public struct HandOverWriter: TallyingWriter {
    /// How the sheet is written.
    public struct Options: Sendable {
        /// Whether rows the product would refuse are written all the same.
        public var writesAll: Bool
        /// What one part may hold; `nil` for one part, however long.
        public var limits: HandOverSheet.PartLimits?

        /// Makes options: refused rows are left out, and there is one part.
        public init(writesAll: Bool = false, limits: HandOverSheet.PartLimits? = nil) {
            self.writesAll = writesAll
            self.limits = limits
        }
    }

    /// What became of a person.
    public struct Outcome: Sendable {
        /// The row with what the product has against it.
        public var row: HandOverRow
        /// Whether it was left out.
        public var isHeldBack: Bool
        /// Whether a new part begins with it. ``takeFinishedPart()`` has the end of the one before.
        public var beginsPart: Bool
    }

    /// The sheet.
    public let sheet: HandOverSheet
    /// How it went so far.
    public private(set) var tally = HandOverTally()

    private let options: Options
    private let keyPlace: Int?
    private var keys: Set<UInt64> = []
    private var csv = CSVWriter(lineEnding: .crlf)
    private var pending: [UInt8] = []
    private var finished: [UInt8] = []
    private var rowsInPart = 0
    private var bytesInPart = 0

    /// Makes a writer.
    public init(_ sheet: HandOverSheet, options: Options = Options()) {
        self.sheet = sheet
        self.options = options
        keyPlace = sheet.key.flatMap(sheet.place)
    }

    /// Writes the byte order mark, where the sheet has one, and the header.
    public mutating func begin() {
        csv.row(sheet.columns.map(\.header))
        pending += (sheet.hasMark ? [0xEF, 0xBB, 0xBF] : []) + csv.takeBytes()
        (rowsInPart, bytesInPart) = (0, pending.count)
    }

    /// Writes a person's row, unless it is held back.
    public mutating func write(_ person: Person) { handOver(Card(of: person, isPresentOnly: true)) }

    /// Writes a card's row, unless it is held back.
    public mutating func write(_ card: Card) { handOver(card) }

    /// Writes a card's row, unless it is held back.
    ///
    /// - Parameter objections: what somebody other than the product has against handing it over.
    @discardableResult
    public mutating func handOver(_ card: Card, objections: [Objection] = []) -> Outcome {
        var row = sheet.row(of: card)
        if sameKey(in: row) != nil, let other = rowByAnotherAddress(of: card, than: row) { row = other }
        row.objections += objections
        if let same = sameKey(in: row) { row.objections.append(same) }
        let isHeldBack = !options.writesAll && row.objections.contains { $0.isRefusal }
        tally.count(row.objections, leftovers: row.leftovers, isHeldBack: isHeldBack)
        guard !isHeldBack else { return Outcome(row: row, isHeldBack: true, beginsPart: false) }
        if let hash = key(in: row) { keys.insert(hash) }
        csv.row(row.cells)
        let bytes = csv.takeBytes()
        let beginsPart = isOver(bytes.count)
        if beginsPart {
            (finished, pending) = (finished + pending, [])
            begin()
        }
        pending += bytes
        rowsInPart += 1
        bytesInPart += bytes.count
        return Outcome(row: row, isHeldBack: false, beginsPart: beginsPart)
    }

    /// Writes nothing more.
    public mutating func end() {}

    /// What the sheet has no columns for.
    public var losses: [ExportLoss] { tally.losses }

    /// Hands over what was written of the present part since the last time.
    public mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &pending)
        return taken
    }

    /// Hands over the end of the parts that are finished.
    public mutating func takeFinishedPart() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &finished)
        return taken
    }

    private func isOver(_ bytes: Int) -> Bool {
        guard let limits = options.limits, rowsInPart > 0 else { return false }
        return limits.rows.map { rowsInPart >= $0 } ?? false || limits.bytes.map { bytesInPart + bytes > $0 } ?? false
    }

    private func key(in row: HandOverRow) -> UInt64? {
        guard let keyPlace, !row.cells[keyPlace].isEmpty else { return nil }
        // FNV-1a, 64 bits: of a million addresses two share a hash in one of 37 million files.
        return row.cells[keyPlace].lowercased().utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// A row under another of a card's addresses, where one is free and the product takes it: an address people share is then left behind.
    private func rowByAnotherAddress(of card: Card, than row: HandOverRow) -> HandOverRow? {
        guard let keyPlace, card.emails.count > 1 else { return nil }
        let taken = row.cells[keyPlace].lowercased()
        var card = card
        card.emails.removeAll { $0.address.lowercased() == taken }
        var other = sheet.row(of: card)
        guard key(in: other) != nil, sameKey(in: other) == nil, !other.objections.contains(where: \.isRefusal) else { return nil }
        if !other.leftovers.contains(.email) { other.leftovers.append(.email) }
        return other
    }

    private func sameKey(in row: HandOverRow) -> Objection? {
        guard let hash = key(in: row), keys.contains(hash), let keyPlace else { return nil }
        return Objection(
            code: "same-email", column: sheet.key, value: row.cells[keyPlace],
            text: "\(sheet.product) keeps one contact an e-mail address, and somebody else in the file has this one.", isRefusal: true)
    }
}
