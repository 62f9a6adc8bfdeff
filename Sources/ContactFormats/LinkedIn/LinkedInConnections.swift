public import ContactModel
import TextMatching

/// The list of connections, in every layout LinkedIn ever handed out and after any program that re-saved it.
///
/// Recognised by its header alone (`docs/formats/linkedin.md`). Rows of closed accounts are told as such; blank rows, repeated headers and
/// the notes LinkedIn puts before the list are passed over wherever they stand. Problems, beside those of the CSV reader:
///
/// | code | what | the row |
/// | --- | --- | --- |
/// | `ambiguous-date` | `03/04/2022` where the column does not prove the order | read without the date |
/// | `unreadable-date` | no date, or a day that does not exist | read without the date |
/// | `not-an-address` | an e-mail cell without an address; its text is kept in `holdfast.example:columns` | read |
/// | `spreadsheet-error` | `#NAME?` and the like in the place of a value | read without the value |
/// | `extra-cells` | more cells than the header has; they are kept in `holdfast.example:columns` | read, cell by cell |
/// | `no-name` | neither name nor e-mail address | left out |
public struct LinkedInConnections: LinkedInTable {
    /// `linkedin-connections`
    public var format: String { "linkedin-connections" }
    /// Connections.
    public var list: EntryList { .connections }
    /// The layout in words: "7 columns, with URL (since 2023)".
    public let layout: String
    /// The files the list is in; several where it came in parts.
    public var members: [Member] { parts.map(\.member) }
    /// The fields there are columns for.
    public let fields: Set<CardField>
    /// The latest day of connecting in the file.
    public let newestDate: CalendarDate?
    /// The Outlook and Yahoo layouts carry no dates, and are not known from after 2017 (`docs/formats/linkedin.md`): a file's own time, which
    /// copying changes, must not put them before what LinkedIn says since.
    public let handedOutUntil: CalendarDate?
    /// Dates that could not be told.
    public let remarks: [String]
    /// How many rows stand for somebody: people, closed accounts, rows that name nobody.
    public let rowCount: Int
    /// Whether some column says who a row is about; without one, the file is nobody's list.
    public let namesAnybody: Bool

    /// The first row that could not be read at all.
    let firstUnread: ReadProblem?

    private let parts: [Part]
    private let order: TableDate.Order?

    private struct Part {
        var member: Member
        var table: CSVTable
    }

    /// The list in some files, or `nil` where none of them holds one; files that hold none are left out.
    ///
    /// Each file is read once from its start to its end, for the newest date, the order of the dates and the count of rows.
    ///
    /// - Throws: `InputError` where the bytes can't be read.
    public init?(_ members: [Member]) throws {
        var parts: [Part] = []
        for member in members {
            guard let table = try CSVTable.locate(in: member.bytes, isHeader: LinkedInConnectionColumns.isHeader) else { continue }
            parts.append(Part(member: member, table: table))
        }
        guard let first = parts.first else { return nil }
        var survey = Survey()
        for part in parts { try survey.look(at: part.table, of: part.member) }
        self.parts = parts
        order = survey.dates.order
        rowCount = survey.rowCount
        firstUnread = survey.firstUnread
        newestDate = survey.dates.newest
        fields = survey.fields
        namesAnybody = survey.namesAnybody
        let columns = LinkedInConnectionColumns(header: first.table.header)
        layout = Self.layout(columns, hasTimes: survey.hasTimes)
        handedOutUntil = columns.layout == .connections ? nil : CalendarDate(year: 2017, month: 12, day: 31)
        remarks = survey.remarks
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var rowCount = 0
        for part in parts {
            var sorter = LinkedInConnectionSorter(columns: LinkedInConnectionColumns(header: part.table.header), order: order)
            try part.table.forEachRow(in: part.member.bytes) { row, isBeforeHeader in
                switch sorter.sort(row, isBeforeHeader: isBeforeHeader) {
                case .nothing: return true
                case .closedAccount: try body(.closedAccount(line: row.line))
                case .nobody:
                    try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true)))
                case .person(let date):
                    var reader = LinkedInConnectionRow(row, columns: sorter.columns, date: date)
                    try reader.deliver(to: body)
                }
                rowCount += 1
                return true
            } problem: {
                try body(.problem($0))
            }
        }
        return rowCount
    }

    private static func layout(_ columns: LinkedInConnectionColumns, hasTimes: Bool) -> String {
        let count = columns.count == 1 ? "1 column" : "\(columns.count) columns"
        switch columns.layout {
        case .outlook: return "\(count), Outlook layout (about 2010 to 2016)"
        case .yahoo: return "\(count), Yahoo layout (about 2010 to 2016)"
        case .connections:
            if columns.connectedOn == nil || columns.first == nil || columns.last == nil { return "\(count), without some of LinkedIn's" }
            if columns.tags != nil { return "\(count), with tags (2016 to 2017)" }
            if columns.url != nil { return "\(count), with URL (since 2023)" }
            return hasTimes ? "\(count), dates with times (2017 to 2018)" : "\(count), without URL (2018 to 2023)"
        }
    }
}

extension LinkedInConnections {
    /// What a first reading of the list finds out.
    private struct Survey {
        var dates = TableDate.Survey()
        var rowCount = 0
        var fields: Set<CardField> = []
        var namesAnybody = false
        var hasTimes = false
        var firstUnread: ReadProblem?
        /// The columns beside LinkedIn's own that somebody put in or called otherwise.
        var unknownColumns: [String] = []

        /// Reads one file of the list.
        mutating func look(at table: CSVTable, of member: Member) throws {
            let columns = LinkedInConnectionColumns(header: table.header)
            take(columns)
            var sorter = LinkedInConnectionSorter(columns: columns, order: nil)
            try table.forEachRow(in: member.bytes) { row, isBeforeHeader in
                let columnCount = sorter.headerCount
                switch sorter.sort(row, isBeforeHeader: isBeforeHeader) {
                case .nothing:
                    if sorter.headerCount != columnCount { take(sorter.columns) }
                    return true
                case .closedAccount(let date), .person(let date): see(date, in: row, columns: sorter.columns)
                case .nobody: break
                }
                rowCount += 1
                return true
            } problem: { problem in
                if problem.isRejection, firstUnread == nil { firstUnread = problem }
            }
        }

        var remarks: [String] {
            let kept = unknownColumns.map { "“\($0)”" }.joined(separator: ", ")
            return undecidedDates + (kept.isEmpty ? [] : ["Kept with each person, but not understood: \(kept)."])
        }

        private var undecidedDates: [String] {
            guard dates.order == nil, dates.undecidedCount > 0, let example = dates.undecidedExample else { return [] }
            let count = dates.undecidedCount
            let subject = "\(count) of \(rowCount) dates can be read in two ways"
            return [
                "\(subject) (\(TextNormalization.tidy(example) ?? example): which is the day, which the month?); \(count == 1 ? "it was" : "they were") left out rather than "
                    + "guessed. Import the file as LinkedIn sent it, before a spreadsheet saved it, and nothing is missing."
            ]
        }

        private mutating func take(_ columns: LinkedInConnectionColumns) {
            fields.formUnion(columns.fields)
            namesAnybody = namesAnybody || columns.namesAnybody
            // Outlook's layout has dozens that say nothing.
            guard columns.layout == .connections else { return }
            for header in columns.unknownHeaders where !unknownColumns.contains(header) { unknownColumns.append(header) }
        }

        private mutating func see(_ date: TableDate.Reading, in row: CSVRow, columns: LinkedInConnectionColumns) {
            if case .empty = date { return }
            guard let column = columns.connectedOn else { return }
            if let bytes = row.bytes(column) {
                dates.see(bytes.span)
                hasTimes = hasTimes || bytes.count > 11 && bytes.contains(UInt8(ascii: ":"))
            } else {
                dates.see(row.text(column))
            }
        }
    }
}
