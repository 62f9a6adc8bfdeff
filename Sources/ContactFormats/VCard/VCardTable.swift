public import ContactModel
import TextMatching

/// An address book as vCards: one file of many, or many of one.
public struct VCardTable: TableOfGroups {
    /// `vcard`
    public var format: String { "vcard" }
    /// The program that made it, where the cards tell.
    public let sourceName: String?
    /// An address book.
    public var list: EntryList { .addressBook }
    /// The versions, how many cards and groups.
    public let layout: String
    /// The files.
    public let members: [Member]
    /// All: a vCard that lacks a property says there is none.
    public var fields: Set<CardField> { Set(CardField.allCases).subtracting([.connectedOn]) }
    /// The day of the newest `REV`.
    public var newestDate: CalendarDate? { survey.newestDate }
    /// What became of groups.
    public var remarks: [String] { hasGroupsAsCards ? [] : survey.groups.remarks }

    private let survey: VCardSurvey
    private var hasGroupsAsCards = false

    init(_ members: [Member], survey: VCardSurvey, sourceName: String) {
        self.members = members
        self.survey = survey
        self.sourceName = sourceName
        let files = members.count == 1 ? "" : " in \(members.count) files"
        layout =
            "vCard \(survey.versions.map(\.name).sorted().joined(separator: ", ")), \(survey.cardCount) \(survey.cardCount == 1 ? "card" : "cards")\(files)"
    }

    /// The same list with its groups as cards of their own.
    public var withGroupsAsCards: any Table {
        var table = self
        table.hasGroupsAsCards = true
        return table
    }

    /// Reads the cards in the order of the files. A card that stands in several files says it once; groups are no entries, but tags of
    /// their members, and what no tag can say of them is told.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        var seen: Set<Int> = []
        var groups = survey.groups
        for member in members {
            try VCardObjectReader.read(member.bytes) { event in
                switch event {
                case .problem(let problem): try body(.problem(problem))
                case .object(let object):
                    count += 1
                    var (card, problems) = VCardInterpreter.card(of: object)
                    for problem in problems { try body(.problem(problem)) }
                    let isGroup = card.extra["kind"] == .string("group")
                    if members.count > 1, !seen.insert(card.hashValue).inserted { return }
                    if isGroup, !hasGroupsAsCards {
                        for problem in groups.losses(of: object) { try body(.problem(problem)) }
                        return
                    }
                    if groups.count > 0, !hasGroupsAsCards, let uid = card.extra["uid"]?.stringValue {
                        groups.meet(uid)
                        for group in groups.names(of: uid) where !card.keywords.contains(group) { card.keywords.append(group) }
                    }
                    guard let key = CardKey.key(of: card) else {
                        return try body(
                            .problem(ReadProblem(line: object.line, code: "empty-card", text: "BEGIN:VCARD", isRejection: true)))
                    }
                    try body(.entry(SourceEntry(line: object.line, key: key, card: card)))
                }
            }
        }
        for problem in groups.membersWithoutCard { try body(.problem(problem)) }
        return count
    }
}

extension CardGroups {
    /// What tags don't say of the group a vCard is: its lines beside its name, its id and its members; groups inside it.
    fileprivate mutating func losses(of object: VCardObject) -> [ReadProblem] {
        let details = object.lines.filter { line in
            switch line.property {
            case .formattedName, .name, .uid, .kind, .applesKind, .member, .applesMember, .revision, .product: false
            default: true
            }
        }
        let members = object.lines.filter { $0.property == .member || $0.property == .applesMember }
        let uid = object.lines.last { $0.property == .uid }?.value.trimmingBlanks
        return details.map { ReadProblem(line: $0.line, code: "group-detail", text: "\($0.name): \($0.value)", isRejection: false) }
            + losses(ofMembers: members.map { ($0.value.trimmingBlanks, $0.line) }, of: uid)
    }
}

/// The key by which a card of an address book is found again in a later export.
enum CardKey {
    /// The card's own id where it has one, else a profile, an e-mail address, a phone number, the name, an employer; `nil` where it says
    /// nothing at all of anybody.
    static func key(of card: Card) -> IdentityKey? {
        if let uid = card.extra["uid"]?.stringValue, !isNobody(card) { return IdentityKey(.content, "uid:" + uid) }
        for link in card.links {
            if let profile = LinkedInProfileKey(link.uri) { return profile.key }
        }
        if let email = card.emails.first { return .email(email.address) }
        if let phone = card.phones.lazy.compactMap({ IdentityKey.phone($0.number) }).first { return phone }
        if let name = IdentityKey.name(card.name) { return name }
        guard let rest = lastResort(card), !rest.isEmpty else { return nil }
        let folded = TextFolding.folded(rest)
        return IdentityKey(.content, folded.isEmpty ? rest : folded)
    }

    /// A text of a card without name, address and number.
    private static func lastResort(_ card: Card) -> String? {
        if let organization = card.organizations.first { return organization.name ?? organization.units.joined(separator: " ") }
        if let address = card.addresses.first, let text = address.full ?? address.street ?? address.locality { return text }
        return card.nicknames.first ?? card.phones.first?.number ?? card.links.first?.uri ?? card.titles.first ?? card.notes.first
    }

    private static func isNobody(_ card: Card) -> Bool {
        if !card.name.isEmpty || !card.emails.isEmpty || !card.phones.isEmpty || !card.links.isEmpty { return false }
        var bare = card
        bare.extra = bare.extra.filter { !["uid", "updated", "created", "prodId", "kind", "version", "@type"].contains($0.key) }
        return bare == Card()
    }
}
