public import ContactModel

/// The owner's private notes about connections: one entry a person, their days in `holdfast.example:notes`
/// (`[{"created": "2026-01-02", "edited": "2026-02-03"}]`, in the order of the notes; a text that is no date as it stands).
public struct LinkedInNotes: LinkedInTable {
    /// `linkedin-notes`
    public var format: String { "linkedin-notes" }
    /// Notes.
    public var list: EntryList { .notes }
    /// The layout in words.
    public let layout: String
    /// The files the list is in.
    public var members: [Member] { sheets.map(\.member) }
    /// Names, profiles and notes.
    public var fields: Set<CardField> { [.name, .link, .notes] }
    /// The day of the newest note or change of one.
    public let newestDate: CalendarDate?
    /// Nothing.
    public var remarks: [String] { [] }

    let rowCount: Int
    private let sheets: [LinkedInSheet]
    private let order: TableDate.Order?

    init?(_ sheets: [LinkedInSheet]) throws {
        guard let first = sheets.first else { return nil }
        let created = try LinkedInSheetSurvey(sheets) { $0.column("createdon", "createdat") }
        let edited = try LinkedInSheetSurvey(sheets) { $0.column("editedon", "editedat") }
        self.sheets = sheets
        order = created.dates.order ?? edited.dates.order
        newestDate = [created.dates.newest, edited.dates.newest].compactMap { $0 }.max()
        rowCount = created.rowCount
        layout = "\(first.table.header.count) columns"
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        struct Notes {
            var texts: [String] = []
            var days: [JSONValue] = []
        }
        var people = LinkedInAcquaintances<Notes>()
        var rowCount = 0
        for sheet in sheets {
            rowCount += try sheet.forEachRow { row in
                let who = sheet.participant(
                    row,
                    given: sheet.column("connectionfirstname"),
                    family: sheet.column("connectionlastname"),
                    address: sheet.column("connectionprofileurl")
                )
                guard let text = TableCells.note(row, sheet.column("note")) else { return }
                var days: [String: JSONValue] = [:]
                if let created = day(row, sheet.column("createdon", "createdat")) { days["created"] = created }
                if let edited = day(row, sheet.column("editedon", "editedat")) { days["edited"] = edited }
                let isNamed = people.note(who, line: row.line, first: Notes()) { notes in
                    notes.texts.append(text)
                    notes.days.append(.object(days))
                }
                if !isNamed { try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true))) }
            } problem: {
                try body(.problem($0))
            }
        }
        try people.forEachEntry { card, notes in
            card.notes = notes.texts
            card.extra[LinkedInProperty.notes] = .array(notes.days)
        } _: {
            try body($0)
        }
        return rowCount
    }

    private func day(_ row: CSVRow, _ column: Int?) -> JSONValue? {
        guard let text = TableCells.text(row, column) else { return nil }
        if case .day(let day) = TableDate.read(text, order: order, allowsSerials: true) { return .day(day) }
        return .string(text)
    }
}
