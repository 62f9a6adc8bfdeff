/// Puts rows into a table, sixteen with one statement where there are as many: for a database that is half the work.
struct RowInserter {
    private static let most = 16

    private let one: any Statement
    private let many: any Statement
    private let columnCount: Int

    init(_ session: any Session, into table: String, columns: [String]) throws {
        one = try session.statement(inserting: 1, into: table, columns: columns)
        many = try session.statement(inserting: Self.most, into: table, columns: columns)
        columnCount = columns.count
    }

    /// Puts in as many rows as `rows` has elements.
    ///
    /// - Parameter bind: sets the parameters of a row, the first of which it is told.
    func insert<Rows: RandomAccessCollection>(_ rows: Rows, _ bind: (Rows.Element, any Statement, Int) -> Void) throws {
        var rest = rows[...]
        while !rest.isEmpty {
            let (statement, next) = rest.count >= Self.most ? (many, rest.prefix(Self.most)) : (one, rest.prefix(1))
            for (position, row) in next.enumerated() { bind(row, statement, position * columnCount) }
            try statement.run()
            rest = rest.dropFirst(next.count)
        }
    }
}
