/// Finds a table of people in a text file of which nothing is known: what parts the cells, where the header is, or that there is none.
struct AnyTableProbe {
    /// The table; where the file has no header, its columns are called `column 1`, `column 2`, and its header is on line 0.
    let table: CSVTable
    /// Whether the file has a header.
    let hasHeader: Bool
    /// Some of the rows behind the header.
    let rows: [[String]]

    /// How much of a file is looked at, and how many rows of it.
    private static let beginningSize = 1 << 17
    private static let rowCount = 300
    private static let rowsBeforeHeader = 25

    /// The table in a file, or `nil` where there is none: rows must be alike in the number of their cells.
    ///
    /// - Parameters:
    ///   - firstRow: what the owner says of the first row; a heading may still stand below a title.
    ///   - known: whether a header is one the owner said something of.
    ///   - headerless: whether a table of so many columns was read as one without a header.
    init?(
        _ source: any ByteSource, firstRow: FirstRow? = nil, isKnown known: ([String]) -> Bool,
        isHeaderless headerless: (Int) -> Bool = { _ in false }
    ) throws {
        var bytes: [UInt8] = []
        try BeginningOfBytes(whole: source, limit: Self.beginningSize).forEachChunk { bytes += $0 }
        let encoding = TextEncoding.recognised(in: bytes[...], isWhole: bytes.count < Self.beginningSize)
        var best: (score: Double, dialect: CSVDialect, rows: [(line: Int, cells: [String])])?
        for delimiter in Self.delimiters(named: bytes) {
            let dialect = CSVDialect(delimiter: delimiter, encoding: encoding)
            let rows = try Self.rows(of: bytes, in: dialect, isWhole: bytes.count < Self.beginningSize)
            let score = Self.score(rows.map(\.cells.count))
            if score > best?.score ?? 0 { best = (score, dialect, rows) }
        }
        // Where every line is one cell in quotes, the table is inside them.
        if best.map({ Self.usual($0.rows.map(\.cells.count)) == 1 }) ?? false, bytes.contains(0x22) {
            for delimiter in Self.delimiters(named: bytes) {
                let dialect = CSVDialect(delimiter: delimiter, encoding: encoding, isWholeLineQuoted: true)
                let rows = try Self.rows(of: bytes, in: dialect, isWhole: bytes.count < Self.beginningSize)
                let score = Self.score(rows.map(\.cells.count))
                if score > best?.score ?? 0 { best = (score, dialect, rows) }
            }
        }
        guard let best, let first = best.rows.first else { return nil }
        let width = Self.usual(best.rows.map(\.cells.count)) ?? first.cells.count
        if let place = Self.header(in: best.rows.map(\.cells), width: width, firstRow, isKnown: known, isHeaderless: headerless) {
            let header = best.rows[place]
            table = CSVTable(dialect: best.dialect, header: header.cells, headerLine: header.line)
            hasHeader = true
            rows = best.rows[(place + 1)...].map(\.cells)
        } else {
            table = CSVTable(dialect: best.dialect, header: ColumnWishes.madeUp(max(1, width)), headerLine: 0)
            hasHeader = false
            rows = best.rows.map(\.cells)
        }
    }

    // MARK: Dialect

    private static func delimiters(named bytes: [UInt8]) -> [UInt8] {
        let usual: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
        let text = bytes.prefix(16).filter { $0 != 0 && $0 != 0xFF && $0 != 0xFE && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 != 0x22 }
        guard text.count > 4, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return usual }
        let named = text[4]
        return named > 0x20 && named < 0x7F || named == 0x09 ? [named] : usual
    }

    private static func rows(of bytes: [UInt8], in dialect: CSVDialect, isWhole: Bool) throws -> [(line: Int, cells: [String])] {
        var rows: [(line: Int, cells: [String])] = []
        let body: CSVReader.RowBody = { row in
            guard !row.isBlank else { return true }
            let cells = (0..<row.count).map { row.text($0).trimmedOfBlanks }
            if cells[0].lowercased().hasPrefix("sep="), row.line == 1 { return true }
            rows.append((row.line, cells))
            return rows.count < rowCount
        }
        try CSVReader.read(BytesInMemory(bytes), with: CSVReader(dialect), row: body, problem: { _ in })
        // The last row may be cut off where the beginning ends; where it is the only one behind a header, a part of it tells more than nothing.
        if !isWhole, rows.count < rowCount, rows.count > 2 { rows.removeLast() }
        return rows
    }

    /// How much rows are alike: the part of them that has the usual number of cells, and more for more cells.
    private static func score(_ counts: [Int]) -> Double {
        guard let usual = usual(counts), !counts.isEmpty else { return 0 }
        let share = Double(counts.count { $0 == usual }) / Double(counts.count)
        return usual == 1 ? 0.01 : share * (1 + Double(min(usual, 20)) / 20)
    }

    private static func usual(_ counts: [Int]) -> Int? {
        var tally: [Int: Int] = [:]
        for count in counts { tally[count, default: 0] += count > 1 ? 2 : 1 }
        return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    // MARK: Header

    /// The row that is the header, with what its owner says of the first.
    private static func header(
        in rows: [[String]], width: Int, _ firstRow: FirstRow?, isKnown: ([String]) -> Bool, isHeaderless: (Int) -> Bool
    ) -> Int? {
        guard firstRow != .person else { return nil }
        let candidates = rows.prefix(rowsBeforeHeader).indices
        if let known = candidates.first(where: { isKnown(rows[$0]) }) { return known }
        if firstRow == nil, isHeaderless(width) { return nil }
        return likelyHeader(in: rows) ?? (firstRow == .heading ? candidates.first { rows[$0].count == width } ?? 0 : nil)
    }

    /// The row that is likely the header: one whose cells are known to name columns; else the first, where its cells are of another kind than
    /// those below it.
    private static func likelyHeader(in rows: [[String]]) -> Int? {
        let candidates = rows.prefix(rowsBeforeHeader).indices
        var best: (place: Int, score: Int)?
        for place in candidates {
            let cells = rows[place]
            guard !cells.contains(where: isValue) else { continue }
            let fields = cells.compactMap { HeaderReading.meaning(of: $0)?.role.field }.filter { $0 != .keep }
            let (score, filled) = (fields.count, cells.count { !$0.isEmpty })
            let isEnough = score >= 2 || score == 1 && filled <= 2
            // Who names people and reaches them is a header, however many others of its cells nobody knows.
            let isSure = score >= 3 || fields.contains(where: names.contains) && fields.contains(where: reaches.contains)
            if isEnough, score * 4 >= filled || isSure, score > best?.score ?? 0 { best = (place, score) }
        }
        if let best { return best.place }
        return candidates.first { contrasts(rows[$0], with: rows[($0 + 1)...].prefix(50), width: usual(rows.map(\.count)) ?? 1) }
    }

    private static let names: Set<ColumnRole.Field> = [.name, .given, .family]
    private static let reaches: Set<ColumnRole.Field> = [.email, .phone]

    /// Whether a cell is a value and no header: an address, a number, a date.
    private static func isValue(_ cell: String) -> Bool {
        switch ValueShape.of(cell) {
        case .email, .url, .phone, .date, .number: true
        default: cell.utf8.count > 120
        }
    }

    private static func contrasts(_ cells: [String], with below: ArraySlice<[String]>, width: Int) -> Bool {
        guard below.count >= 2, cells.count == width, cells.allSatisfy({ !$0.isEmpty && !isValue($0) }), Set(cells).count == cells.count
        else {
            return false
        }
        return cells.indices.contains { column in
            let values = below.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
            return values.count >= 2 && values.count(where: isValue) * 10 >= values.count * 8
        }
    }
}
