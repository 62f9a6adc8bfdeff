public import ContactModel
import TextMatching

/// The people of a mailbox as a list: those with whom mail was exchanged, or those who only stand in its mails.
///
/// One entry an address, in `holdfast.example:mail` how many mails in each direction and the first and last day
/// (`{"sent": 3, "received": 5, "group": 2, "first": "2024-05-05", "last": "2026-01-31"}`). Subjects and bodies are left in the original.
public struct MailPeople: Table {
    /// `mbox-correspondents`, `maildir-messages` and the like.
    public let format: String
    /// Correspondents, who are contacts; or messages, whose people are acquaintances.
    public let list: EntryList
    /// How many mails there are.
    public let layout: String
    /// The files.
    public let members: [Member]
    /// Names and addresses.
    public var fields: Set<CardField> { [.name, .email] }
    /// The day of the newest mail.
    public var newestDate: CalendarDate? { correspondence.newest }
    /// What was left out, and whose mailbox it is.
    public let remarks: [String]

    private let numbers: [AddressTable.Number]
    private let correspondence: Correspondence
    private let tellsProblems: Bool

    init(
        format: String, list: EntryList, layout: String, members: [Member], remarks: [String], numbers: [AddressTable.Number],
        correspondence: Correspondence, tellsProblems: Bool
    ) {
        self.format = format
        self.list = list
        self.layout = layout
        self.members = members
        self.remarks = remarks
        self.numbers = numbers
        self.correspondence = correspondence
        self.tellsProblems = tellsProblems
    }

    /// Hands over the people; the mails were read when they were recognised.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        if tellsProblems { for problem in correspondence.problems { try body(.problem(problem)) } }
        for number in numbers { try body(.entry(MailCards.entry(number, in: correspondence))) }
        return correspondence.messageCount
    }
}

/// The owner of a mailbox: one entry with all own addresses, so that nobody becomes their own contact.
public struct MailOwnerTable: Table {
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
    /// The day of the newest mail.
    public var newestDate: CalendarDate? { correspondence.newest }
    /// Nothing.
    public var remarks: [String] { [] }

    private let correspondence: Correspondence

    init(format: String, layout: String, members: [Member], correspondence: Correspondence) {
        self.format = format
        self.layout = layout
        self.members = members
        self.correspondence = correspondence
    }

    /// Hands over the owner.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        guard let card = MailCards.owner(of: correspondence), let main = card.emails.first else { return 0 }
        try body(.entry(SourceEntry(line: 1, key: .email(main.address), card: card)))
        return 1
    }
}

/// What is told of an address as a card.
enum MailCards {
    /// The property the counts are kept under.
    static let property = Card.extensionPrefix + "mail"
    /// How many other spellings of a name are kept.
    private static let mostNicknames = 6

    static func entry(_ number: AddressTable.Number, in correspondence: Correspondence) -> SourceEntry {
        let person = correspondence.people[number]
        let address = correspondence.addresses.address(number)
        var card = named(person.names())
        card.emails = [EmailAddress(address)]
        card.extra[property] = person.detail
        return SourceEntry(line: max(1, person.line), key: .email(address), card: card)
    }

    static func owner(of correspondence: Correspondence) -> Card? {
        let numbers = correspondence.owner.numbers
        guard !numbers.isEmpty else { return nil }
        var names: [String] = []
        for number in numbers where correspondence.people.indices.contains(number) {
            for name in correspondence.people[number].names() where !names.contains(name) { names.append(name) }
        }
        var card = named(names)
        card.emails = numbers.map { EmailAddress(correspondence.addresses.address($0)) }
        return card
    }

    /// A card with the best name; the others are what the person is called besides, unless they only differ in case or accents.
    private static func named(_ names: [String]) -> Card {
        guard let best = names.first else { return Card() }
        var card = Card(name: DisplayName.name(best))
        var known: Set<String> = [TextFolding.folded(best), TextFolding.folded(card.name.display)]
        for name in names.dropFirst() where card.nicknames.count < mostNicknames {
            if known.insert(TextFolding.folded(DisplayName.name(name).display)).inserted { card.nicknames.append(name) }
        }
        return card
    }
}
