public import ContactModel

/// Recommendations given and received: one entry a person, with day and standing in `holdfast.example:recommendations`
/// (`{"received": {"date": "2024-01-31", "status": "VISIBLE"}}`). Their texts are left in the original.
///
/// Which of the two a file holds only its name says; without one, the member is called `unknown`.
public struct LinkedInRecommendations: LinkedInTable {
    /// `linkedin-recommendations`
    public var format: String { "linkedin-recommendations" }
    /// Recommendations.
    public var list: EntryList { .recommendations }
    /// The layout in words.
    public let layout: String
    /// The files the list is in.
    public var members: [Member] { sheets.map(\.member) }
    /// Names, with company and title where the layout has them.
    public let fields: Set<CardField>
    /// The day of the newest recommendation.
    public let newestDate: CalendarDate?
    /// Nothing.
    public var remarks: [String] { [] }

    let rowCount: Int
    private let sheets: [LinkedInSheet]
    private let order: TableDate.Order?

    init?(_ sheets: [LinkedInSheet]) throws {
        guard let first = sheets.first else { return nil }
        let survey = try LinkedInSheetSurvey(sheets) { $0.column("creationdate") }
        self.sheets = sheets
        order = survey.dates.order
        newestDate = survey.dates.newest
        rowCount = survey.rowCount
        let hasCompany = sheets.contains { $0.column("company") != nil }
        fields = hasCompany ? [.name, .company, .title] : [.name]
        layout = "\(first.table.header.count) columns, \(hasCompany ? "with" : "without") companies"
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var people = LinkedInAcquaintances<[String: JSONValue]>()
        var rowCount = 0
        for sheet in sheets {
            let direction = sheet.name.stem.contains("given") ? "given" : sheet.name.stem.contains("received") ? "received" : "unknown"
            rowCount += try sheet.forEachRow { row in
                let day = try sheet.day(row, sheet.column("creationdate"), order: order) { try body(.problem($0)) }
                let status = TableCells.text(row, sheet.column("status"))
                let name = PersonName(
                    given: TableCells.text(row, sheet.column("firstname")),
                    family: TableCells.text(row, sheet.column("lastname"))
                )
                let who = LinkedInParticipant(
                    name: name,
                    company: TableCells.text(row, sheet.column("company")),
                    title: TableCells.text(row, sheet.column("jobtitle"))
                )
                var recommendation: [String: JSONValue] = [:]
                if let day { recommendation["date"] = .day(day) }
                if let status { recommendation["status"] = .string(status) }
                let isNamed = people.note(who, line: row.line, first: [:]) { recommendations in
                    let known = recommendations[direction]?["date"]?.stringValue ?? ""
                    if recommendations[direction] == nil || known < day?.description ?? "" {
                        recommendations[direction] = .object(recommendation)
                    }
                }
                if !isNamed { try body(.closedAccount(line: row.line)) }
            } problem: {
                try body(.problem($0))
            }
        }
        try people.forEachEntry { card, recommendations in
            card.extra[LinkedInProperty.recommendations] = .object(recommendations)
        } _: {
            try body($0)
        }
        return rowCount
    }
}
