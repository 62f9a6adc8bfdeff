public import ContactModel

/// A list that came in several files of one kind, read one after the other.
///
/// What it is and how its columns are read, the first part says for all. Lines of problems are those of the part they stand in.
public struct JoinedTable: Table {
    /// The parts, in their order.
    public let parts: [any Table]
    private let first: any Table

    /// Joins parts in their order; `nil` where there is none.
    public init?(_ parts: [any Table]) {
        guard let first = parts.first else { return nil }
        (self.parts, self.first) = (parts, first)
    }

    /// Tables of which those of one list, format and source are one.
    public static func joined(_ tables: [any Table]) -> [any Table] {
        var groups: [[any Table]] = []
        for table in tables {
            let place = groups.firstIndex {
                ($0[0].list, $0[0].format, $0[0].sourceName ?? "") == (table.list, table.format, table.sourceName ?? "")
            }
            if let place { groups[place].append(table) } else { groups.append([table]) }
        }
        return groups.map { group in group.count == 1 ? group[0] : JoinedTable(group) ?? group[0] }
    }

    /// Tables of which those are joined that were joined before, in other tables of the same files.
    public static func joined(_ tables: [any Table], as before: [any Table]) -> [any Table] {
        before.compactMap { $0 as? JoinedTable }.reduce(tables) { tables, joined in
            let paths = joined.members.map(\.path)
            func place(_ table: any Table) -> Int? {
                guard (table.list, table.format) == (joined.list, joined.format) else { return nil }
                return table.members.first.flatMap { paths.firstIndex(of: $0.path) }
            }
            let parts = tables.compactMap { table in place(table).map { ($0, table) } }.sorted { $0.0 < $1.0 }.map(\.1)
            guard parts.count > 1, let whole = JoinedTable(parts), let first = tables.firstIndex(where: { place($0) != nil }) else {
                return tables
            }
            return tables.enumerated().compactMap { $0.offset == first ? whole : place($0.element) == nil ? $0.element : nil }
        }
    }

    /// The first part's format.
    public var format: String { first.format }
    /// The first part's source.
    public var sourceName: String? { first.sourceName }
    /// The list all of them are of.
    public var list: EntryList { first.list }
    /// The first part's layout.
    public var layout: String { first.layout }
    /// The first part's layout, without single columns.
    public var outline: String { first.outline }
    /// The files of all parts.
    public var members: [Member] { parts.flatMap(\.members) }
    /// What any of the parts can fill.
    public var fields: Set<CardField> { parts.reduce(into: []) { $0.formUnion($1.fields) } }
    /// The latest of the parts' days.
    public var exportedOn: CalendarDate? { parts.compactMap(\.exportedOn).max() }
    /// The newest date of any part.
    public var newestDate: CalendarDate? { parts.compactMap(\.newestDate).max() }
    /// The first part's.
    public var handedOutUntil: CalendarDate? { first.handedOutUntil }
    /// How the first part's columns were read.
    public var columnReading: ColumnReading? { first.columnReading }

    /// What is to be known of the parts, and that they are some.
    public var remarks: [String] {
        var remarks: [String] = []
        for remark in parts.flatMap(\.remarks) where !remarks.contains(remark) { remarks.append(remark) }
        let names = members.map { String(EntryPath.lastPart(of: $0.path)) }
        return remarks + ["One list in \(names.count) parts: \(names.joined(separator: ", "))."]
    }

    /// Examples of the first part.
    public func columnExamples(limit: Int) throws -> [[String]] { try first.columnExamples(limit: limit) }

    /// The first row of the first part.
    public func firstRow() throws -> [String]? { try first.firstRow() }

    /// Reads one part after the other.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        try parts.reduce(0) { rows, part in try rows + part.read(body) }
    }
}
