import ContactFormats
import RecordLinkage

/// Writes a table again with the columns that tell its clusters.
struct ClusterWriter: Sendable {
    private var reasons: ReasonTeller
    private let rows: ArrangedRows
    private let groups: Groups
    private let split: Int?
    private let certainty: RowCertainty
    /// For each row the closest row of its cluster, and the weight between them; -1 where there is none.
    private var closest: [(row: Int32, weight: Float)]
    /// The sum of weights to other rows of its cluster, and of how many.
    private var sums: [(sum: Float, count: Int32)]

    init(linker: Linker, rows: ArrangedRows, groups: Groups, pairs: [ScoredPair], split: Int?) {
        reasons = ReasonTeller(linker)
        self.rows = rows
        self.groups = groups
        self.split = split
        certainty = RowCertainty(rows: groups.owner.count)
        closest = Array(repeating: (-1, -.infinity), count: groups.owner.count)
        sums = Array(repeating: (0, 0), count: groups.owner.count)
        for pair in pairs where groups.owner[Int(pair.first)] == groups.owner[Int(pair.second)] {
            for (row, other) in [(Int(pair.first), pair.second), (Int(pair.second), pair.first)] {
                let known = closest[row]
                if pair.weight > known.weight || pair.weight == known.weight && other < known.row { closest[row] = (other, pair.weight) }
                sums[row].sum += min(pair.weight, 12)
                sums[row].count += 1
            }
        }
    }

    /// Writes one table: its rows byte by byte as they stand in the file.
    func write(_ held: HeldTable, progress: (Int) -> Void, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let delimiter = held.table.dialect.delimiter
        var header = CSVWriter(delimiter: delimiter, lineEnding: .lf)
        header.row(held.table.header + Self.names(beside: held.table.header))
        try body(header.takeBytes()[...])
        var next = 0
        while next < held.count {
            // As much as is worth the while of all processors, and little beside the table itself.
            let ranges = (0..<Self.piecesAtOnce).map { piece in
                min(held.count, next + piece * Self.pieceSize)..<min(held.count, next + (piece + 1) * Self.pieceSize)
            }
            for piece in pieces(of: held, ranges) { try body(piece[...]) }
            next = ranges.last?.upperBound ?? held.count
            progress(next)
        }
    }

    private static let pieceSize = 1 << 14
    private static let piecesAtOnce = 8

    /// The lines of some ranges of rows.
    private func pieces(of held: HeldTable, _ ranges: [Range<Int>]) -> [[UInt8]] {
        var pieces = [[UInt8]](repeating: [], count: ranges.count)
        pieces.changeEachConcurrently { piece, lines in
            var writer = self
            lines = writer.lines(of: held, ranges[piece])
        }
        return pieces
    }

    private mutating func lines(of held: HeldTable, _ range: Range<Int>) -> [UInt8] {
        let delimiter = held.table.dialect.delimiter
        var out: [UInt8] = []
        out.reserveCapacity(range.count * 160)
        for row in range {
            out.append(contentsOf: held.row(row))
            if let missing = held.missing[row] { out.append(contentsOf: repeatElement(delimiter, count: missing)) }
            appendCluster(of: row, to: &out, delimiter)
        }
        return out
    }

    /// Writes two tables under one header: the first's columns, then those only the second has; `file` tells where a row stands.
    mutating func write(
        _ first: HeldTable, _ second: HeldTable, names: [String], progress: (Int) -> Void, _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        let delimiter = first.table.dialect.delimiter
        var header = first.table.header
        var places: [Int] = []
        var taken: Set<Int> = []
        for name in second.table.header {
            let same = header.indices.first { !taken.contains($0) && CSVTable.fold(header: header[$0]) == CSVTable.fold(header: name) }
            let place = same ?? header.count
            if same == nil { header.append(name) }
            taken.insert(place)
            places.append(place)
        }
        var writer = CSVWriter(delimiter: delimiter, lineEnding: .lf)
        writer.row(header + [Self.unused("file", header)] + Self.names(beside: header))
        let files = Self.fileNames(names)
        for (table, held) in [first, second].enumerated() {
            for row in 0..<held.count {
                var cells = [String](repeating: "", count: header.count)
                for (column, text) in held.cells(row).enumerated() {
                    let place = table == 0 ? column : column < places.count ? places[column] : header.count
                    if place < cells.count { cells[place] = text }
                }
                let record = table == 0 ? row : first.count + row
                let cluster = cluster(of: record)
                writer.row(cells + [files[table], cluster.id, cluster.probability, cluster.reason])
                if row.isMultiple(of: 4096) {
                    try body(writer.takeBytes()[...])
                    progress(record)
                }
            }
        }
        try body(writer.takeBytes()[...])
    }

    private static func fileNames(_ paths: [String]) -> [String] {
        let short = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        return Set(short).count == short.count ? short : paths
    }

    /// The names of the added columns, with a number behind where the table has one of that name.
    static func names(beside header: [String]) -> [String] {
        ["cluster_id", "match_probability", "reason"].map { unused($0, header) }
    }

    private static func unused(_ name: String, _ header: [String]) -> String {
        guard header.contains(name) else { return name }
        return (2...).lazy.map { "\(name)_\($0)" }.first { !header.contains($0) } ?? name
    }

    private mutating func cluster(of row: Int) -> (id: String, probability: String, reason: String) {
        let owner = groups.owner[row]
        let size = groups.sizes[Int(owner) - 1]
        guard size > 1, closest[row].row >= 0 else { return (String(owner), "", "") }
        let unseen = Float(size - 1) - Float(sums[row].count)
        let weight = (sums[row].sum - 1.75 * max(0, split == nil ? unseen : 0)) / Float(max(1, size - 1))
        let reason = reasons.reason(rows.place(of: row), rows.place(of: Int(closest[row].row)))
        let other = Int(closest[row].row)
        let shown = split.map { other < $0 ? other + 1 : other - $0 + 1 } ?? other + 1
        return (String(owner), Self.decimal(certainty.probability(weight: weight)), "row \(shown): \(reason)")
    }

    private mutating func appendCluster(of row: Int, to out: inout [UInt8], _ delimiter: UInt8) {
        let cluster = cluster(of: row)
        out.append(delimiter)
        out.append(contentsOf: cluster.id.utf8)
        out.append(delimiter)
        out.append(contentsOf: cluster.probability.utf8)
        out.append(delimiter)
        let needsQuotes = cluster.reason.utf8.contains { $0 == delimiter || $0 == 0x22 }
        if needsQuotes { out.append(0x22) }
        out.append(contentsOf: cluster.reason.utf8)
        if needsQuotes { out.append(0x22) }
        out.append(0x0A)
    }

    /// A probability with four decimals, never 1 for what is not certain.
    private static func decimal(_ probability: Double) -> String {
        let parts = min(9999, max(0, Int((probability * 10_000).rounded())))
        let digits = String(parts)
        return "0." + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
