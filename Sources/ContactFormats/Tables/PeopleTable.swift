import ContactModel
import TextMatching

/// A table of people whose columns are known: one file, read row after row.
///
/// Problems, beside those of the CSV reader (``CSVTable/forEachRow(in:_:problem:)``):
///
/// | code | what | the row |
/// | --- | --- | --- |
/// | `not-an-address` | an e-mail cell without an address; its text is kept | read |
/// | `exchange-address` | an address of an Exchange server's own directory (`/o=…/cn=…`): no mail reaches it from elsewhere | read without it |
/// | `ambiguous-date` | `03/04/1980` where nothing proves the order; the text is kept | read without the date |
/// | `unreadable-date` | no date; the text is kept | read without the date |
/// | `lost-digits` | a phone number a spreadsheet rounded (`4.91761E+12`); the text is kept | read without it |
/// | `spreadsheet-error` | `#NAME?` and the like in the place of a value | read without the value |
/// | `extra-cells` | more cells than the header has; they are kept | read |
/// | `beside-table` | a title or a note behind a blank line: one cell, and no person's name, in a table of several columns | left out |
/// | `no-name` | neither name nor address, number, link or company | left out |
struct PeopleTable: Table {
    let format: String
    let sourceName: String?
    let list: EntryList
    let layout: String
    let outline: String
    let members: [Member]
    let fields: Set<CardField>
    let newestDate: CalendarDate?
    let remarks: [String]
    /// How the columns are read, for the vault to keep.
    let columnReading: ColumnReading?
    private let firstRowIsChoice: Bool
    /// How many rows there are besides headers and blank lines.
    let rowCount: Int
    /// How many of the first thousand rows name somebody.
    let peopleAmongFirst: Int

    private let table: CSVTable
    private let columns: PeopleColumns
    private let reading: PeopleReading
    /// How it was to be read, before its dates told more.
    private let asked: PeopleReading

    /// What a table is, as its format says.
    struct Description {
        var format: String
        var sourceName: String?
        var list = EntryList.addressBook
        var layout: String
        /// The layout without what each column was taken for; `nil` where it says nothing of that.
        var outline: String?
        var remarks: [String] = []
        /// What the owner said of the columns.
        var said: [ColumnWishes.Wish] = []
        /// What the owner said of the first row.
        var saidOfFirstRow: FirstRow?
        /// Whether the columns were guessed.
        var isGuess = false
    }

    /// Reads the table once, for its dates and its rows.
    ///
    /// - Throws: `InputError` where the bytes can't be read.
    init(_ member: Member, _ table: CSVTable, roles: [ColumnRole], reading: PeopleReading, as description: Description) throws {
        self.table = table
        members = [member]
        columns = PeopleColumns(header: table.header, roles: roles)
        format = description.format
        sourceName = description.sourceName
        list = description.list
        layout = description.layout
        outline = description.outline ?? description.layout
        fields = columns.fields
        let isChoice = description.isGuess || !description.said.isEmpty
        columnReading =
            isChoice
            ? ColumnReading(
                header: table.header, roles: columns.roles, said: description.said, saidOfFirstRow: description.saidOfFirstRow) : nil
        firstRowIsChoice = description.isGuess
        let survey = try Survey(of: member, table, columns: columns, reading: reading)
        rowCount = survey.rowCount
        peopleAmongFirst = survey.people
        newestDate = survey.connected.newest
        (asked, self.reading) = (reading, survey.settled(reading))
        remarks = description.remarks
    }

    /// Reads the table anew where the other's columns hold something else.
    func withColumns(as other: ColumnReading) throws -> any Table {
        guard let columnReading, columnReading.header == other.header, columnReading.roles != other.roles else { return self }
        return try PeopleTable(
            members[0], table, roles: other.roles, reading: asked,
            as: Description(
                format: format, sourceName: sourceName, list: list, layout: layout, outline: outline, remarks: remarks, said: other.said,
                saidOfFirstRow: columnReading.saidOfFirstRow, isGuess: firstRowIsChoice))
    }

    /// Looks at the first rows, until every column has its examples.
    func columnExamples(limit: Int) throws -> [[String]] {
        guard let width = columnReading?.header.count else { return [] }
        var examples = [[String]](repeating: [], count: width)
        var rows = 0
        try table.forEachRow(in: members[0].bytes) { row, isBeforeHeader in
            guard !isBeforeHeader, !row.isBlank else { return true }
            rows += 1
            for column in 0..<min(width, row.count) where examples[column].count < limit {
                let text = String(row.text(column).trimmedOfBlanks.prefix(Self.longestExample))
                if !text.isEmpty, !examples[column].contains(text) { examples[column].append(text) }
            }
            return rows < Self.rowsForExamples && examples.contains { $0.count < limit }
        } problem: { _ in
        }
        return examples
    }

    /// The header, or the first row that is not blank where there is none.
    func firstRow() throws -> [String]? {
        guard firstRowIsChoice, let columnReading else { return nil }
        guard columnReading.firstRow == .person else { return columnReading.header }
        var cells: [String]?
        try table.forEachRow(in: members[0].bytes) { row, _ in
            guard !row.isBlank else { return true }
            cells = (0..<min(row.count, Self.mostCells)).map { String(row.text($0).trimmedOfBlanks.prefix(Self.longestExample)) }
            return false
        } problem: { _ in
        }
        return cells
    }

    /// So many cells of the first row are shown.
    private static let mostCells = 256
    /// So many rows are looked at for examples, and so many characters of each shown.
    private static let rowsForExamples = 2_000
    private static let longestExample = 80

    /// Reads the table.
    func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        var isBehindBlank = false
        try table.forEachRow(in: members[0].bytes) { row, isBeforeHeader in
            guard !isBeforeHeader, !row.isBlank else {
                isBehindBlank = isBehindBlank || !isBeforeHeader
                return true
            }
            count += 1
            guard !reading.leavesOut(row) else { return true }
            isBehindBlank = isBehindBlank && isRemark(row)
            if isBehindBlank {
                try body(.problem(ReadProblem(line: row.line, code: "beside-table", text: row.rawText, isRejection: true)))
                return true
            }
            var person = PeopleRow(row, columns: columns, reading: reading)
            try person.deliver(to: body)
            return true
        } problem: {
            try body(.problem($0))
        }
        return count
    }

    /// Whether a row behind a blank one is a title or a note beside the table ("Copyright", "Total: 5"): in a table of several columns it has the
    /// first cell and no other.
    private func isRemark(_ row: CSVRow) -> Bool {
        guard firstRowIsChoice, columns.header.count > 2, !row.isEmpty(0), !row.text(0).contains("@"), !Self.isName(row.text(0)) else {
            return false
        }
        return (1..<max(1, row.count)).allSatisfy(row.isEmpty)
    }

    /// Whether a cell names a person as names are written, and says nothing that titles and notes say.
    private static func isName(_ text: String) -> Bool {
        switch ValueShape.of(text) {
        case .fullName: !TextFolding.folded(text).split(whereSeparator: { !$0.isLetter }).contains { noteWords.contains(String($0)) }
        case .word: PersonName.isEastAsian(text.trimmedOfBlanks)
        default: false
        }
    }

    /// Words of titles and notes, folded.
    private static let noteWords: Set<String> = [
        "contact", "contacts", "report", "reports", "customer", "customers", "client", "clients", "supplier", "suppliers", "vendors",
        "member",
        "members", "list", "total", "totals", "sum", "count", "page", "copyright", "rights", "confidential", "generated", "exported",
        "export",
        "printed", "created", "date", "end", "notes", "note", "other", "others", "all", "company", "department", "team", "group", "office",
        "kontakt", "kontakte", "bericht", "kunde", "kunden", "lieferanten", "mitglied", "mitglieder", "liste", "gesamt", "summe", "anzahl",
        "seite", "vertraulich", "erstellt", "exportiert", "gedruckt", "stand", "ende", "notiz", "notizen", "weitere", "sonstige", "alle",
        "firma", "abteilung", "gruppe", "clientes", "contactos", "informe", "pagina", "rapport", "fournisseurs", "contatti", "elenco",
    ]

    /// What a first reading of the table finds out.
    private struct Survey {
        var rowCount = 0
        var people = 0
        // A birthday's year of two digits may be of the last century: no day is too late.
        var dates = TableDate.Survey(today: CalendarDate(daysSince1970: 84_000))
        var connected = TableDate.Survey()

        init(of member: Member, _ table: CSVTable, columns: PeopleColumns, reading: PeopleReading) throws {
            try table.forEachRow(in: member.bytes) { row, isBeforeHeader in
                guard !isBeforeHeader, !row.isBlank else { return true }
                rowCount += 1
                if let column = columns.birthday, !row.isEmpty(column) { dates.see(row.text(column)) }
                if let column = columns.connectedOn, !row.isEmpty(column) {
                    dates.see(row.text(column))
                    connected.see(row.text(column))
                }
                if rowCount <= 1000 {
                    var person = PeopleRow(row, columns: columns, reading: reading)
                    try person.deliver { if case .entry = $0 { people += 1 } }
                }
                return true
            } problem: { _ in
            }
        }

        /// The order the dates prove, else what the file's language leads to expect.
        func settled(_ reading: PeopleReading) -> PeopleReading {
            var settled = reading
            settled.order = dates.order ?? reading.order
            return settled
        }
    }
}

extension TableDate.Survey {
    /// Whether any of the dates can be read in two ways.
    var isOpen: Bool { order == nil && undecidedCount > 0 }
}
