/// A table of people told by its values: with a header that says nothing, or none at all. An import and whoever compares rows find the same.
public struct GuessedTable: Sendable {
    /// How it is written, with its header; where it has none, its columns are called `column 1`, `column 2`, and its header is on line 0.
    public let table: CSVTable
    /// Whether it has a header.
    public let hasHeader: Bool
    /// What its columns hold.
    public let columns: ColumnGuess

    /// Looks for one; `nil` where no column names or reaches anybody.
    ///
    /// - Throws: what the bytes throw.
    public init?(_ source: any ByteSource) throws {
        let beginning = BeginningOfBytes(whole: source, limit: 1024)
        guard try beginning.mayBeText(), try !beginning.areJSON(), let probe = try AnyTableProbe(source, isKnown: { _ in false }) else {
            return nil
        }
        columns = ColumnGuess(header: probe.hasHeader ? probe.table.header : [], rows: probe.rows)
        guard [.email, .phone, .name, .given, .family].contains(where: columns.has) else { return nil }
        (table, hasHeader) = (probe.table, probe.hasHeader)
    }
}
