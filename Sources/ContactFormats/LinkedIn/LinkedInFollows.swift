public import ContactModel

/// Members the owner follows: names and nothing else; those no longer followed are left out.
public struct LinkedInFollows: LinkedInTable {
    /// `linkedin-follows`
    public var format: String { "linkedin-follows" }
    /// Follows.
    public var list: EntryList { .follows }
    /// The layout in words.
    public var layout: String { "names only" }
    /// The files the list is in.
    public var members: [Member] { sheets.map(\.member) }
    /// Names.
    public var fields: Set<CardField> { [.name] }
    /// The day of the newest follow.
    public let newestDate: CalendarDate?
    /// Nothing.
    public var remarks: [String] { [] }

    let rowCount: Int
    private let sheets: [LinkedInSheet]

    init?(_ sheets: [LinkedInSheet]) throws {
        guard !sheets.isEmpty else { return nil }
        let survey = try LinkedInSheetSurvey(sheets) { $0.column("date") }
        self.sheets = sheets
        newestDate = survey.dates.newest
        rowCount = survey.rowCount
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var people = LinkedInAcquaintances<Bool>()
        var rowCount = 0
        for sheet in sheets {
            rowCount += try sheet.forEachRow { row in
                let who = LinkedInParticipant(name: PersonName(full: TableCells.text(row, sheet.column("fullname"))))
                let status = sheet.column("status").map { LetterFolding.header(row.text($0)) } ?? ""
                if who.isClosedAccount || who.key == nil {
                    try body(.closedAccount(line: row.line))
                } else if status == "active" || status.isEmpty {
                    people.note(who, line: row.line, first: true) { _ in }
                }
            } problem: {
                try body(.problem($0))
            }
        }
        try people.forEachEntry { try body($0) }
        return rowCount
    }
}
