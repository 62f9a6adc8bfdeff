/// A table in which no column is known to name or to reach anybody, as its owner has to see it to say what its columns hold.
public struct UnknownSheet: Sendable {
    /// A column.
    public struct Column: Sendable {
        /// Its header, or `column 3` where it has none.
        public var header: String
        /// What it is guessed to hold all the same.
        public var role: ColumnRole
        /// Some of its values.
        public var examples: [String]
    }

    /// Its columns.
    public let columns: [Column]
    /// The file it is.
    public let path: String
    /// What its first row is taken for.
    public let firstRow: FirstRow
    /// The cells of that row.
    public let firstCells: [String]

    /// The table of a file by itself; `nil` where that is none: a text, a page of the web, something LinkedIn's archive holds besides
    /// contacts.
    ///
    /// - Parameters:
    ///   - examples: so many values of each column at most.
    ///   - word: what the owner says of the first row, by the path of the file.
    /// - Throws: what the bytes throw.
    public init?(_ parcel: Parcel, examples limit: Int, firstRow word: (String) -> FirstRow? = { _ in nil }) throws {
        guard parcel.kind == .file, let member = parcel.members.first, !LinkedInFileName(member.path).isOfArchiveWithoutContacts,
            try BeginningOfBytes(whole: member.bytes, limit: 1024).mayBeText(),
            let probe = try AnyTableProbe(member.bytes, firstRow: word(member.path), isKnown: { _ in false })
        else { return nil }
        let header = probe.table.header
        // Prose has a comma now and then; the rows of a table are alike.
        let alike = probe.rows.count { $0.count == header.count }
        guard header.count > 1, alike > 0, alike * 5 >= probe.rows.count * 4, header.first?.first.map({ !"<{[".contains($0) }) ?? true
        else { return nil }
        path = member.path
        firstRow = probe.hasHeader ? .heading : .person
        firstCells = probe.hasHeader ? header : probe.rows.first ?? []
        let roles = ColumnGuess(header: probe.hasHeader ? header : [], rows: probe.rows).roles
        columns = header.indices.map { column in
            var values: [String] = []
            for row in probe.rows where row.indices.contains(column) && values.count < limit {
                if !row[column].isEmpty, !values.contains(row[column]) { values.append(row[column]) }
            }
            return Column(
                header: PeopleColumns.name(ofColumn: column, in: header),
                role: roles.indices.contains(column) ? roles[column] : ColumnRole(.keep), examples: values)
        }
    }

    /// The column that may name people most likely, of those whose values are words; `nil` where none are.
    var likeliestNames: Column? {
        func share(_ column: Column, _ shapes: ValueShape...) -> Double {
            let found = column.examples.compactMap(ValueShape.of)
            return found.isEmpty ? 0 : Double(found.count { shapes.contains($0) }) / Double(found.count)
        }
        return columns.max { share($0, .fullName) < share($1, .fullName) }.flatMap { share($0, .fullName) >= 0.5 ? $0 : nil }
            ?? columns.first { share($0, .fullName, .word, .company, .title) >= 0.5 }
    }
}
