import ContactFormats
import Foundation
import RecordLinkage

/// A table of people held in memory as it stands in the file, with its rows made ready for linking.
struct HeldTable: Sendable {
    let table: CSVTable
    let columns: PeopleColumnRoles
    /// Whether the file has a header; its columns are called by their places where it has none.
    let hasHeader: Bool
    /// All rows, one behind the other, without line ends.
    private(set) var bytes: [UInt8] = []
    /// Where each row ends in `bytes`.
    private(set) var ends: [Int] = []
    /// How many cells each row lacks against the header; only for rows that lack some.
    private(set) var missing: [Int: Int] = [:]
    private(set) var features: FeatureTable
    private(set) var rejected: [ReadProblem] = []
    private(set) var rejectedCount = 0
    private var places: [(column: Int, slot: Int)] = []

    /// How many problems are kept to be told.
    private static let mostTold = 20

    /// Reads a table.
    ///
    /// - Parameter progress: called now and then with how many rows are read, and what part of the file that is, from 0 to 1.
    /// - Throws: `InputError` where it is none, and what the source throws.
    init(
        _ source: any ByteSource, named name: String, schema wanted: LinkageSchema? = nil,
        progress: (_ rows: Int, _ share: Double?) -> Void
    ) throws {
        let located = try CSVTable.locate(in: source, isHeader: PeopleColumnRoles.isHeader)
        // A header that says nothing, or none at all: the values may tell.
        let guessed = try located == nil ? GuessedTable(source) : nil
        guard let table = located ?? guessed?.table else {
            let first = try CSVTable.firstLine(of: source).map { " Its first line is “\($0)”." } ?? ""
            throw InputError(
                .unrecognised,
                "\(name) is no table of people that can be compared: neither a header names columns such as “first name”, “e-mail” or “company”, nor "
                    + "do the values of any column look like names, addresses or numbers.\(first) Nothing was written."
            )
        }
        self.table = table
        var samples: [[String]] = []
        try table.forEachRow(
            in: source,
            { row, isBefore in
                if !isBefore, !row.isBlank { samples.append((0..<row.count).map(row.text)) }
                return samples.count < 50
            }, problem: { _ in })
        hasHeader = guessed?.hasHeader ?? true
        columns = PeopleColumnRoles(header: table.header, samples: samples, guess: guessed?.columns)
        let found = columns.roles.compactMap { $0 }
        features = FeatureTable(wanted ?? LinkageSchema(found))
        var column = 0
        for (place, role) in columns.roles.enumerated() where role != nil {
            places.append((column, place))
            column += 1
        }
        try read(source, progress: progress)
    }

    /// Rows that are made ready at a time.
    private static let batchSize = 1 << 10

    private mutating func read(_ source: any ByteSource, progress: (_ rows: Int, _ share: Double?) -> Void) throws {
        let width = table.header.count
        let size = (source as? FileSource)?.size ?? 0
        bytes.reserveCapacity(size)
        let columnOf = Dictionary(places.map { ($0.column, $0.slot) }, uniquingKeysWith: { first, _ in first })
        let cells = places.indices.map { columnOf[$0] ?? 0 }
        let work = WorkInOrder { [schema = features.schema] (rows: [CSVRow]) in Self.features(of: rows, cells: cells, schema) }
        func takeFinished() {
            while let part = work.next() { features.append(contentsOf: part) }
        }
        var batch: [CSVRow] = []
        batch.reserveCapacity(Self.batchSize)
        defer { work.finish() }
        try table.forEachRow(
            in: source,
            { row, isBeforeHeader in
                if row.isBlank || isBeforeHeader && row.count != width { return true }
                bytes.append(contentsOf: row.rawBytes)
                ends.append(bytes.count)
                if row.count < width { missing[ends.count - 1] = width - row.count }
                batch.append(row)
                if batch.count == Self.batchSize {
                    if ends.count == Self.batchSize, size > 0 {
                        // The rest of the file looks as its beginning does, more or less. Room that stays empty costs nothing; to move all
                        // there is for want of room costs as much memory again.
                        let rows = size / max(1, bytes.count / batch.count)
                        let expected = rows + rows / 16 + batch.count
                        features.reserve(expected)
                        ends.reserveCapacity(expected)
                    }
                    work.begin(batch)
                    batch.removeAll()
                    batch.reserveCapacity(Self.batchSize)
                    takeFinished()
                    progress(ends.count, size > 0 ? Double(bytes.count) / Double(size) : nil)
                }
                return true
            },
            problem: { problem in
                guard problem.isRejection else { return }
                rejectedCount += 1
                if rejected.count < Self.mostTold { rejected.append(problem) }
            })
        work.begin(batch)
        work.finish()
        takeFinished()
    }

    /// Rows made ready for linking.
    ///
    /// - Parameter cells: where the values of each column of the schema stand in a row.
    private static func features(of rows: [CSVRow], cells: [Int], _ schema: LinkageSchema) -> FeatureTable {
        var table = FeatureTable(schema)
        table.reserve(rows.count)
        for row in rows {
            table.append { column, body in
                let cell = cells[column]
                if let text = row.bytes(cell) {
                    text.withUnsafeBufferPointer(body)
                } else {
                    var text = row.text(cell)
                    text.withUTF8(body)
                }
            }
        }
        return table
    }

    /// How many rows there are.
    var count: Int { ends.count }

    /// A row as it stands in the file, without its line end.
    func row(_ place: Int) -> ArraySlice<UInt8> {
        bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }

    /// The texts of a row.
    func cells(_ place: Int) -> [String] { table.cells(of: row(place)) }

    /// What a row says in the columns of some roles.
    func texts(_ place: Int, _ roles: [FieldRole]) -> String {
        let cells = cells(place)
        return columns.roles.enumerated().filter { column, role in role.map(roles.contains) ?? false && column < cells.count }
            .map { cells[$0.offset] }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Appends the rows to a table of another schema, role by role.
    func append(to features: inout FeatureTable, _ schema: [FieldRole]) {
        var free = columns.roles.enumerated().compactMap { column, role in role.map { (column: column, role: $0) } }
        let sources = schema.map { wanted -> Int? in
            guard let place = free.firstIndex(where: { $0.role == wanted }) else { return nil }
            return free.remove(at: place).column
        }
        for place in 0..<count {
            let cells = cells(place)
            features.append { column, body in
                guard let source = sources[column], source < cells.count else { return }
                var text = cells[source]
                text.withUTF8(body)
            }
        }
    }

    /// Lets go what only linking needs.
    mutating func takeFeatures() -> FeatureTable {
        let taken = features
        features = FeatureTable(features.schema)
        return taken
    }
}
