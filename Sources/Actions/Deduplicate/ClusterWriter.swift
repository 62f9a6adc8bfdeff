import ContactFormats
import RecordLinkage

/// Writes a table again with the columns that tell its clusters.
struct ClusterWriter: Sendable {
    private var teller: ReasonTeller
    /// For the row at each place, why it is of one cluster with the closest one.
    private let reasons: [ReasonTeller.Reason]
    private let rows: ArrangedRows
    private let groups: Groups
    private let split: Int?
    private let certainty: RowCertainty
    /// For each row the closest row of its cluster, and the weight between them; -1 where there is none.
    private let closest: [(row: Int32, weight: Float)]
    /// The sum of weights to other rows of its cluster, and of how many.
    private var sums: [(sum: Float, count: Int32)]

    init(linker: Linker, rows: ArrangedRows, groups: Groups, pairs: [ScoredPair], split: Int?) {
        teller = ReasonTeller(linker)
        self.rows = rows
        self.groups = groups
        self.split = split
        certainty = RowCertainty(rows: groups.owner.count)
        var closest = [(row: Int32, weight: Float)](repeating: (-1, -.infinity), count: groups.owner.count)
        sums = Array(repeating: (0, 0), count: groups.owner.count)
        for pair in pairs where groups.owner[Int(pair.first)] == groups.owner[Int(pair.second)] {
            for (row, other) in [(Int(pair.first), pair.second), (Int(pair.second), pair.first)] {
                let known = closest[row]
                if pair.weight > known.weight || pair.weight == known.weight && other < known.row { closest[row] = (other, pair.weight) }
                sums[row].sum += min(pair.weight, 12)
                sums[row].count += 1
            }
        }
        self.closest = closest
        reasons = Self.reasons(teller, rows, closest)
        // Most of the words there will be, so that not every piece puts them together anew.
        for reason in reasons.prefix(1 << 14) { _ = teller.words(for: reason) }
    }

    /// The reasons, place by place: there rows that resemble one another lie side by side, in the file anywhere.
    private static func reasons(
        _ teller: ReasonTeller, _ rows: ArrangedRows, _ closest: [(row: Int32, weight: Float)]
    ) -> [ReasonTeller.Reason] {
        let pieces = closest.count < 4_000 ? 1 : 64
        var found = [[ReasonTeller.Reason]](repeating: [], count: pieces)
        found.changeEachConcurrently { piece, reasons in
            var teller = teller
            reasons = (closest.count * piece / pieces..<closest.count * (piece + 1) / pieces).map { place in
                let other = closest[rows.row(at: place)].row
                return other < 0 ? ReasonTeller.Reason() : teller.reason(place, rows.place(of: Int(other)))
            }
        }
        return found.flatMap { $0 }
    }

    /// Writes one table: its rows as they stand in the file, in UTF-8, in which the header and the reasons are.
    func write(_ held: HeldTable, progress: (Int) -> Void, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let delimiter = held.table.dialect.delimiter
        var header = CSVWriter(delimiter: delimiter, lineEnding: .lf)
        header.row(held.table.header + Self.names(beside: held.table.header))
        try body(header.takeBytes()[...])
        let work = WorkInOrder { (range: Range<Int>) in
            var writer = self
            return writer.lines(of: held, range)
        }
        defer { work.finish() }
        for first in stride(from: 0, to: held.count, by: Self.pieceSize) {
            work.begin(first..<min(held.count, first + Self.pieceSize))
            while let lines = work.next() { try body(lines[...]) }
            progress(first)
        }
        work.finish()
        while let lines = work.next() { try body(lines[...]) }
        progress(held.count)
    }

    /// Rows that are written at a time.
    private static let pieceSize = 1 << 12

    private mutating func lines(of held: HeldTable, _ range: Range<Int>) -> [UInt8] {
        let delimiter = held.table.dialect.delimiter
        var out: [UInt8] = []
        out.reserveCapacity(range.count * 160)
        for row in range {
            out.append(contentsOf: held.table.inUTF8(held.row(row)))
            if let missing = held.missing[row] { out.append(contentsOf: repeatElement(delimiter, count: missing)) }
            appendCells(of: row, to: &out, delimiter)
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
                writer.row(cells + [files[table]] + self.cells(of: record))
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

    /// What is told of a row that stands with others.
    private struct Membership {
        /// The probability that it belongs to them, in parts of ten thousand.
        var probability: Int
        /// The closest of them, by its number in its table, counted from 1.
        var closest: Int
        var reason: String
    }

    /// What is told of a row; `nil` where it stands by itself.
    private mutating func membership(of row: Int) -> Membership? {
        let size = groups.sizes[Int(groups.owner[row]) - 1]
        let other = Int(closest[row].row)
        guard size > 1, other >= 0 else { return nil }
        let unseen = Float(size - 1) - Float(sums[row].count)
        let weight = (sums[row].sum - 1.75 * max(0, split == nil ? unseen : 0)) / Float(max(1, size - 1))
        return Membership(
            // Never 1 for what is not certain.
            probability: min(9999, max(0, Int((certainty.probability(weight: weight) * 10_000).rounded()))),
            closest: split.map { other < $0 ? other + 1 : other - $0 + 1 } ?? other + 1,
            reason: teller.words(for: reasons[rows.place(of: row)]))
    }

    /// The cells a row gets.
    private mutating func cells(of row: Int) -> [String] {
        guard let membership = membership(of: row) else { return [String(groups.owner[row]), "", ""] }
        let digits = String(membership.probability)
        return [
            String(groups.owner[row]), "0." + String(repeating: "0", count: 4 - digits.count) + digits,
            "row \(membership.closest): \(membership.reason)",
        ]
    }

    /// The same as bytes at the end of a line, which for a million rows is worth the while.
    private mutating func appendCells(of row: Int, to out: inout [UInt8], _ delimiter: UInt8) {
        out.append(delimiter)
        Self.append(Int(groups.owner[row]), to: &out)
        out.append(delimiter)
        guard let membership = membership(of: row) else { return out.append(contentsOf: [delimiter, 0x0A]) }
        out.append(contentsOf: "0.".utf8)
        Self.append(membership.probability, digits: 4, to: &out)
        out.append(delimiter)
        let start = out.count
        out.append(contentsOf: "row ".utf8)
        Self.append(membership.closest, to: &out)
        out.append(contentsOf: ": ".utf8)
        out.append(contentsOf: membership.reason.utf8)
        // Reasons are put together of words of ours, which have no quotes in them.
        if out[start...].contains(delimiter) {
            out.insert(0x22, at: start)
            out.append(0x22)
        }
        out.append(0x0A)
    }

    /// Appends a number that is not negative, of so many digits at least.
    private static func append(_ number: Int, digits: Int = 1, to out: inout [UInt8]) {
        var power = 1
        for _ in 1..<digits { power *= 10 }
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            out.append(UInt8(truncatingIfNeeded: number / power % 10 + 0x30))
            power /= 10
        }
    }
}
