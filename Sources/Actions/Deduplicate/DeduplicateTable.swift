public import ContactFormats
import Foundation
public import RecordLinkage

/// Finds the rows of a table that are one person, without a vault: the table again, with three columns more.
///
/// The added columns are `cluster_id` (the same for rows that are one person, numbered in the order of their first rows),
/// `match_probability` (that the row belongs to its cluster; empty for a row by itself) and `reason` (the closest row of the cluster, by
/// its number, and what the two have in common).
public struct DeduplicateTable: Sendable {
    /// The table; `-` for standard input.
    public var path: String
    /// A second table to be linked with the first: then only rows of different tables are joined.
    public var otherPath: String?
    /// The least probability at which rows are joined.
    public var threshold: Double

    /// A pair that may be one person.
    public struct Pair: Sendable {
        /// The one row, counted from 1, and in which of the tables (0 or 1) it stands.
        public var first: (table: Int, row: Int)
        /// The other row.
        public var second: (table: Int, row: Int)
        /// Whether both came into one cluster.
        public var isJoined: Bool
        /// Why.
        public var explanation: MatchExplanation
    }

    /// What was done.
    public struct Outcome: Sendable {
        /// The tables: path, rows, rows left out and why the first of them were, and what their columns were taken for.
        public var tables:
            [(path: String, rows: Int, rejected: Int, problems: [ReadProblem], columns: [(name: String, role: FieldRole?)])] = []
        /// How many clusters there are, rows by themselves counted.
        public var people = 0
        /// How many clusters have more than one row.
        public var clusters = 0
        /// How many rows could go if one of each cluster stayed.
        public var duplicates = 0
        /// How many pairs were found worth keeping.
        public var pairs = 0
    }

    /// Prepares a run.
    public init(path: String, linkingWith otherPath: String? = nil, threshold: Double = 0.5) {
        self.path = path
        self.otherPath = otherPath
        self.threshold = threshold
    }

    /// Reads, links and hands over the result.
    ///
    /// - Parameters:
    ///   - progress: called now and then with what is being done, how many rows are done, and what part of the step that is, from 0 to 1,
    ///     where it is known.
    ///   - explained: gets each pair above even odds or the threshold, the surest first, where it is given.
    ///   - body: gets the bytes of the result, in order.
    /// - Throws: `InputError`, and what `body` throws.
    public func run(
        progress: (_ step: String, _ done: Int, _ share: Double?) -> Void = { _, _, _ in }, explained: ((Pair) throws -> Void)? = nil,
        _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws -> Outcome {
        var first = try HeldTable(source(path), named: path) { progress("Reading", $0, $1) }
        guard first.count > 0 else {
            let unread = first.rejected.first.map { " What follows it could not be read (line \($0.line): \($0.code))." } ?? ""
            throw InputError(.noRows, "\(path) has a header and no rows.\(unread) Nothing was written.")
        }
        var second = try otherPath.map { other in
            try HeldTable(source(other), named: other) { progress("Reading", $0, $1) }
        }
        var features = first.takeFeatures()
        if let other = second {
            // Columns of the second table go where the first has the same kind.
            features = Self.merged(first, other)
            second = other
        }
        let rowsOfPlaces = features.arrange()
        features.countFrequencies()
        progress("Comparing", features.count, nil)
        let split = first.count
        let isLinking = second != nil
        let blocks = Blocks(of: features)
        let model = LinkageModel.standard(features.schema).learned(from: features, blocks)
        let linker = Linker(features, model: model)
        let rows = ArrangedRows(rowsOfPlaces)
        var pairs = linker.pairs(blocks)
        if isLinking { pairs.removeAll { (rows.row(at: Int($0.first)) < split) == (rows.row(at: Int($0.second)) < split) } }
        progress("Grouping", features.count, nil)
        let bits = Float(-log2(1 / min(max(threshold, 1e-6), 1 - 1e-9) - 1))
        let groups = Groups(features: features, rows: rows, pairs: pairs, split: isLinking ? split : nil, threshold: bits)
        rows.number(&pairs)
        var outcome = Outcome()
        for (held, name) in [(first, path)] + (second.map { [($0, otherPath ?? "")] } ?? []) {
            outcome.tables.append(
                (name, held.count, held.rejectedCount, held.rejected, zip(held.table.header, held.columns.roles).map { ($0, $1) }))
        }
        outcome.people = groups.count
        outcome.clusters = groups.sizes.count { $0 > 1 }
        outcome.duplicates = features.count - groups.count
        outcome.pairs = pairs.count
        if let explained { try explain(pairs, linker, rows, groups, split, first, second, above: min(bits, 0), explained) }
        var writer = ClusterWriter(linker: linker, rows: rows, groups: groups, pairs: pairs, split: isLinking ? split : nil)
        let all = Double(features.count)
        if let second {
            try writer.write(first, second, names: [path, otherPath ?? ""], progress: { progress("Writing", $0, Double($0) / all) }, body)
        } else {
            try writer.write(first, progress: { progress("Writing", $0, Double($0) / all) }, body)
        }
        return outcome
    }

    private func source(_ path: String) throws -> any ByteSource {
        path == "-" ? try FileSource.standardInput() : FileSource(path: path)
    }

    /// The rows of both tables in one, by the roles of the first; roles only the second has come behind.
    private static func merged(_ first: HeldTable, _ second: HeldTable) -> FeatureTable {
        let one = first.columns.roles.compactMap { $0 }
        let other = second.columns.roles.compactMap { $0 }
        var left = one
        var schema = one
        for role in other {
            if let place = left.firstIndex(of: role) { left.remove(at: place) } else { schema.append(role) }
        }
        var table = FeatureTable(LinkageSchema(schema))
        table.reserve(first.count + second.count)
        for held in [first, second] { held.append(to: &table, schema) }
        return table
    }

    private func explain(
        _ pairs: [ScoredPair], _ linker: Linker, _ rows: ArrangedRows, _ groups: Groups, _ split: Int, _ first: HeldTable,
        _ second: HeldTable?,
        above bits: Float,
        _ body: (Pair) throws -> Void
    ) throws {
        let sorted = pairs.filter { $0.weight > bits }.sorted { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
        func place(_ record: Int32) -> (table: Int, row: Int) {
            Int(record) < split ? (0, Int(record) + 1) : (1, Int(record) - split + 1)
        }
        func texts(_ place: Int, _ roles: [FieldRole]) -> String {
            let record = rows.row(at: place)
            let held = record < split ? first : second ?? first
            return held.texts(record < split ? record : record - split, roles)
        }
        for pair in sorted {
            try body(
                Pair(
                    first: place(pair.first), second: place(pair.second),
                    isJoined: groups.owner[Int(pair.first)] == groups.owner[Int(pair.second)],
                    explanation: linker.explain(rows.place(of: Int(pair.first)), rows.place(of: Int(pair.second)), texts: texts)))
        }
    }
}
