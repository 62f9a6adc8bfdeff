import ContactModel

/// A table under the name of another source than the hand-out it was found in.
struct TableOfSource: Table {
    private let table: any Table
    private let name: String
    private let day: CalendarDate?

    init(_ table: any Table, name: String, exportedOn day: CalendarDate?) {
        self.table = table
        self.name = name
        self.day = day
    }

    var format: String { table.format }
    var sourceName: String? { name }
    var list: EntryList { table.list }
    var layout: String { table.layout }
    var outline: String { table.outline }
    var members: [Member] { table.members }
    var fields: Set<CardField> { table.fields }
    var exportedOn: CalendarDate? { table.exportedOn ?? day }
    var newestDate: CalendarDate? { table.newestDate }
    var remarks: [String] { table.remarks }
    var columnReading: ColumnReading? { table.columnReading }
    var handedOutUntil: CalendarDate? { table.handedOutUntil }

    func withColumns(as reading: ColumnReading) throws -> any Table {
        TableOfSource(try table.withColumns(as: reading), name: name, exportedOn: day)
    }

    func columnExamples(limit: Int) throws -> [[String]] { try table.columnExamples(limit: limit) }

    func firstRow() throws -> [String]? { try table.firstRow() }

    func read(_ body: (ReadEvent) throws -> Void) throws -> Int { try table.read(body) }
}
