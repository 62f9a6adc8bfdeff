public import ContactModel

/// Invitations sent and received: one entry a person, with the latest invitation's direction and day in `holdfast.example:invitation`
/// (`{"direction": "outgoing", "sent_at": "2026-01-29"}`). Their texts are left in the original.
public struct LinkedInInvitations: LinkedInTable {
    /// `linkedin-invitations`
    public var format: String { "linkedin-invitations" }
    /// Invitations.
    public var list: EntryList { .invitations }
    /// The layout in words.
    public let layout: String
    /// The files the list is in.
    public var members: [Member] { sheets.map(\.member) }
    /// Names, and profiles where the layout has them.
    public let fields: Set<CardField>
    /// The day of the newest invitation.
    public let newestDate: CalendarDate?
    /// Nothing.
    public var remarks: [String] { [] }

    let rowCount: Int
    private let sheets: [LinkedInSheet]
    private let order: TableDate.Order?
    private let clues: LinkedInOwnerClues

    init?(_ sheets: [LinkedInSheet], clues: LinkedInOwnerClues) throws {
        guard let first = sheets.first else { return nil }
        let survey = try LinkedInSheetSurvey(sheets) { $0.column("sentat") }
        self.sheets = sheets
        self.clues = clues
        order = survey.dates.order
        newestDate = survey.dates.newest
        rowCount = survey.rowCount
        let hasURLs = Self.inviter(first) != nil
        fields = hasURLs ? [.name, .link] : [.name]
        layout = "\(first.table.header.count) columns, \(hasURLs ? "with" : "without") profiles"
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        struct Invitation {
            var isOutgoing: Bool
            var day: CalendarDate?
        }
        var people = LinkedInAcquaintances<Invitation>()
        var rowCount = 0
        for sheet in sheets {
            rowCount += try sheet.forEachRow { row in
                guard let (isOutgoing, who) = Self.other(row, sheet, clues) else {
                    try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true)))
                    return
                }
                let day = try sheet.day(row, sheet.column("sentat"), order: order) { try body(.problem($0)) }
                if who.isClosedAccount {
                    try body(.closedAccount(line: row.line))
                    return
                }
                let isNamed = people.note(who, line: row.line, first: Invitation(isOutgoing: isOutgoing)) { invitation in
                    guard let day, invitation.day.map({ $0 <= day }) ?? true else { return }
                    invitation = Invitation(isOutgoing: isOutgoing, day: day)
                }
                if !isNamed {
                    try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true)))
                }
            } problem: {
                try body(.problem($0))
            }
        }
        try people.forEachEntry { card, invitation in
            var detail: [String: JSONValue] = ["direction": .string(invitation.isOutgoing ? "outgoing" : "incoming")]
            if let day = invitation.day { detail["sent_at"] = .day(day) }
            card.extra[LinkedInProperty.invitation] = .object(detail)
        } _: {
            try body($0)
        }
        return rowCount
    }

    /// Who the owner is, by the invitations: the inviter of those sent and the invitee of those received.
    static func owner(in sheets: [LinkedInSheet]) throws -> LinkedInOwnerClues {
        var clues = LinkedInOwnerClues()
        var counts: [LinkedInParticipant: Int] = [:]
        for sheet in sheets {
            _ = try sheet.forEachRow { row in
                guard let direction = direction(row, sheet) else { return }
                let column = direction ? (sheet.column("from"), inviter(sheet)) : (sheet.column("to"), invitee(sheet))
                let name = PersonName(full: TableCells.text(row, column.0))
                counts[LinkedInParticipant(name: name, address: column.1.map(row.text)), default: 0] += 1
            }
        }
        // The owner may have changed the name, hardly the profile: the most frequent of each.
        let profiles = counts.filter { $0.key.profile != nil }
        if let (who, _) = profiles.max(by: { ($0.value, $1.key.uri ?? "") < ($1.value, $0.key.uri ?? "") }), let profile = who.profile {
            clues.keys = [profile]
            clues.uri = who.uri
        }
        if let (who, _) = counts.max(by: { ($0.value, $1.key.name.full ?? "") < ($1.value, $0.key.name.full ?? "") }),
            let name = who.name.foldedForKeys
        {
            clues.names = [name]
        }
        return clues
    }

    private static func inviter(_ sheet: LinkedInSheet) -> Int? { sheet.column("inviterprofileurl", "inviterprofileurn") }
    private static func invitee(_ sheet: LinkedInSheet) -> Int? { sheet.column("inviteeprofileurl", "inviteeprofileurn") }

    /// Whether the invitation was sent by the owner; `nil` where the row does not say.
    private static func direction(_ row: CSVRow, _ sheet: LinkedInSheet) -> Bool? {
        guard let column = sheet.column("direction") else { return nil }
        switch LetterFolding.header(row.text(column)) {
        case "outgoing", "sent": return true
        case "incoming", "received": return false
        default: return nil
        }
    }

    /// The one of the two who is not the owner.
    private static func other(_ row: CSVRow, _ sheet: LinkedInSheet, _ clues: LinkedInOwnerClues) -> (Bool, LinkedInParticipant)? {
        func participant(_ name: Int?, _ address: Int?) -> LinkedInParticipant {
            LinkedInParticipant(name: PersonName(full: TableCells.text(row, name)), address: address.map(row.text))
        }
        let from = participant(sheet.column("from"), inviter(sheet))
        let to = participant(sheet.column("to"), invitee(sheet))
        if let isOutgoing = direction(row, sheet) { return (isOutgoing, isOutgoing ? to : from) }
        if clues.isOwner(from) { return (true, to) }
        if clues.isOwner(to) { return (false, from) }
        return nil
    }
}
