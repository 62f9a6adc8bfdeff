public import ContactModel

/// Endorsements given and received: one entry a person, with the skills in `holdfast.example:endorsements`
/// (`{"given": ["Tax Law"], "received": []}`).
public struct LinkedInEndorsements: LinkedInTable {
    /// `linkedin-endorsements`
    public var format: String { "linkedin-endorsements" }
    /// Endorsements.
    public var list: EntryList { .endorsements }
    /// The layout in words.
    public let layout: String
    /// The files the list is in.
    public var members: [Member] { sheets.map(\.member) }
    /// Names, and profiles where the layout has them.
    public let fields: Set<CardField>
    /// The day of the newest endorsement.
    public let newestDate: CalendarDate?
    /// Nothing.
    public var remarks: [String] { [] }

    let rowCount: Int
    private let sheets: [LinkedInSheet]
    private let order: TableDate.Order?

    init?(_ sheets: [LinkedInSheet]) throws {
        guard let first = sheets.first else { return nil }
        let survey = try LinkedInSheetSurvey(sheets) { $0.column("endorsementdate") }
        self.sheets = sheets
        order = survey.dates.order
        newestDate = survey.dates.newest
        rowCount = survey.rowCount
        let hasURLs = sheets.contains { $0.column("endorserpublicurl", "endorseepublicurl") != nil }
        fields = hasURLs ? [.name, .link] : [.name]
        layout = "\(first.table.header.count) columns, \(hasURLs ? "with" : "without") profiles"
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        struct Skills {
            var given: [String] = []
            var received: [String] = []
        }
        var people = LinkedInAcquaintances<Skills>()
        var rowCount = 0
        for sheet in sheets {
            let isReceived = sheet.column("endorserfirstname") != nil
            let given = sheet.column("endorserfirstname", "endorseefirstname")
            let family = sheet.column("endorserlastname", "endorseelastname")
            let address = sheet.column("endorserpublicurl", "endorseepublicurl")
            rowCount += try sheet.forEachRow { row in
                _ = try sheet.day(row, sheet.column("endorsementdate"), order: order) { try body(.problem($0)) }
                if sheet.column("endorsementstatus").map({ LetterFolding.header(row.text($0)) }) == "rejected" { return }
                let skill = TableCells.text(row, sheet.column("skillname"))
                let who = sheet.participant(row, given: given, family: family, address: address)
                let isNamed = people.note(who, line: row.line, first: Skills()) { skills in
                    guard let skill else { return }
                    if isReceived, !skills.received.contains(skill) { skills.received.append(skill) }
                    if !isReceived, !skills.given.contains(skill) { skills.given.append(skill) }
                }
                if !isNamed { try body(.closedAccount(line: row.line)) }
            } problem: {
                try body(.problem($0))
            }
        }
        try people.forEachEntry { card, skills in
            card.extra[LinkedInProperty.endorsements] = .object([
                "given": .array(skills.given.map(JSONValue.string)), "received": .array(skills.received.map(JSONValue.string)),
            ])
        } _: {
            try body($0)
        }
        return rowCount
    }
}
