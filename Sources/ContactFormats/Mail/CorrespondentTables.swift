public import ContactModel

/// The people of a mailbox or calendar as a list: those with whom there was an exchange, or those who were only met in it.
///
/// One entry an address, in `holdfast.example:mail` (of calendars `holdfast.example:meetings`) how often in each direction and the first and
/// last day (`{"sent": 3, "received": 5, "group": 2, "first": "2024-05-05", "last": "2026-01-31"}`). Subjects and bodies are left in the
/// original.
public struct CorrespondentTable: Table {
    /// `mbox-correspondents`, `maildir-messages` and the like.
    public let format: String
    /// Correspondents, who are contacts; or messages, whose people are acquaintances.
    public let list: EntryList
    /// How many mails or events there are.
    public let layout: String
    /// The files.
    public let members: [Member]
    /// Names and addresses.
    public var fields: Set<CardField> { [.name, .email] }
    /// The day of the newest mail or event.
    public let newestDate: CalendarDate?
    /// What was left out, and whose mailbox it is.
    public let remarks: [String]

    let property: String
    let rowCount: Int
    let numbers: [AddressTable.Number]
    let book: CorrespondentBook
    let problems: [ReadProblem]

    /// Hands over the people; what they are in was read when it was recognised.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        for problem in problems { try body(.problem(problem)) }
        for number in numbers { try body(.entry(book.entry(number, property: property))) }
        return rowCount
    }
}

/// The owner of a mailbox or calendar: one entry with all own addresses, so that nobody becomes their own contact.
public struct CorrespondentOwnerTable: Table {
    /// `mbox-owner` and the like.
    public let format: String
    /// The owner.
    public var list: EntryList { .owner }
    /// What tells who it is.
    public let layout: String
    /// The files.
    public let members: [Member]
    /// Name and addresses.
    public var fields: Set<CardField> { [.name, .email] }
    /// The day of the newest mail or event.
    public let newestDate: CalendarDate?
    /// Nothing.
    public var remarks: [String] { [] }

    let book: CorrespondentBook

    /// Hands over the owner.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        guard let card = book.ownerCard, let main = card.emails.first else { return 0 }
        try body(.entry(SourceEntry(line: 1, key: .email(main.address), card: card)))
        return 1
    }
}

/// The lists a mailbox or calendar gives.
struct CorrespondentTables {
    /// The name of the format: `mbox`.
    var format: String
    /// The property the counts are kept under.
    var property: String
    /// How many mails or events there are, in words.
    var layout: String
    /// The same as a number.
    var rowCount: Int
    var members: [Member]
    var newestDate: CalendarDate?
    var book: CorrespondentBook
    /// What tells who the owner is, in few words.
    var basis: String
    var remarks: [String]
    var problems: [ReadProblem]

    /// The lists: contacts, acquaintances where there are any, the owner; acquaintances alone where nobody knows whose it is.
    var all: [any Table] {
        let acquaintances = book.numbers(whereExchanged: false)
        guard !book.own.isEmpty else { return [people(.messages, acquaintances, isFirst: true)] }
        var tables: [any Table] = [people(.correspondents, book.numbers(whereExchanged: true), isFirst: true)]
        if !acquaintances.isEmpty { tables.append(people(.messages, acquaintances, isFirst: false)) }
        tables.append(
            CorrespondentOwnerTable(format: "\(format)-owner", layout: basis, members: members, newestDate: newestDate, book: book))
        return tables
    }

    private func people(_ list: EntryList, _ numbers: [AddressTable.Number], isFirst: Bool) -> CorrespondentTable {
        CorrespondentTable(
            format: "\(format)-\(list.rawValue)", list: list, layout: layout, members: members, newestDate: newestDate,
            remarks: isFirst ? remarks : [], property: property, rowCount: rowCount, numbers: numbers, book: book,
            problems: isFirst ? problems : [])
    }
}
