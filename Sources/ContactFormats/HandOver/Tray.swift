import ContactModel

/// What a phone number is for, told by its source's own word for it.
enum PhoneUse: Sendable {
    case work, mobile, home, workFax, homeFax, otherFax, pager, other

    /// The use of a number with this label; `other` where the label says nothing that is known.
    init(label: String?) {
        guard let label = label?.lowercased(), !label.isEmpty else {
            self = .other
            return
        }
        switch label {
        case "work": self = .work
        case "home": self = .home
        case "mobile", "cell": self = .mobile
        case "other": self = .other
        default: self = Self.told(by: label)
        }
    }

    private static func told(by label: String) -> PhoneUse {
        let isHome = Self.says(label, ["home", "private", "privat", "personal", "domicile"])
        let isWork = Self.says(label, ["work", "business", "office", "company", "main", "firma", "bureau", "geschäft", "dienst", "arbeit"])
        if Self.says(label, ["fax"]) {
            return isHome ? .homeFax : isWork || label == "fax" ? .workFax : .otherFax
        }
        if Self.says(label, ["mobil", "cell", "iphone", "handy", "portable"]) { return .mobile }
        if Self.says(label, ["pager"]) { return .pager }
        return isWork ? .work : isHome ? .home : .other
    }

    private static func says(_ label: String, _ words: [StaticString]) -> Bool { words.contains { label.holds($0) } }
}

/// What a postal address is for, told by its source's own word for it.
enum AddressUse: Sendable {
    case work, home, other

    /// The use of an address with this label; `other` where the label says nothing that is known.
    init(label: String?) {
        self =
            switch PhoneUse(label: label) {
            case .work: .work
            case .home: .home
            default: .other
            }
    }
}

/// A card laid out for a sheet's columns to take from: what no column takes is what the sheet can't hold.
///
/// Everything that is taken is taken once. Texts are empty where there is nothing to take.
struct Tray {
    /// The card as it was laid out.
    let card: Card
    private(set) var emails: [EmailAddress]
    private(set) var phones: [PhoneNumber]
    private(set) var addresses: [PostalAddress]
    private(set) var links: [Link]
    private(set) var notes: [String]
    private(set) var tags: [String]
    private(set) var nicknames: [String]
    private(set) var organizations: [Organization]
    private(set) var titles: [String]
    private var units: [String]
    private var hasBirthday: Bool
    private var hasConnectedOn: Bool
    private var honorifics: (prefix: Bool, suffix: Bool)
    /// Whether there is a column for the employer at all.
    private var hasCompanyColumn = false

    /// Lays a card out.
    init(_ card: Card) {
        self.card = card
        emails = card.emails
        phones = card.phones
        addresses = card.addresses.filter { !$0.isEmpty }
        links = card.links
        notes = card.notes
        tags = card.keywords
        nicknames = card.nicknames
        organizations = card.organizations
        titles = card.titles
        units = card.organizations.first?.units ?? []
        hasBirthday = card.birthday != nil
        hasConnectedOn = card.connectedOn != nil
        honorifics = (card.name.prefix != nil, card.name.suffix != nil)
    }

    // MARK: The name

    /// Whether the name is known in one piece only.
    var hasNameInOnePiece: Bool {
        let name = card.name
        return name.full != nil && name.given == nil && name.family == nil && name.middle == nil
    }

    /// The given names; a name in one piece is not split by guess and stands in ``lastName``.
    var firstName: String { Self.joined(card.name.given, card.name.middle) }

    /// The family name and what follows it; the whole name where it is known in one piece only.
    mutating func takeLastName() -> String {
        honorifics.suffix = false
        return hasNameInOnePiece ? card.name.full ?? "" : Self.joined(card.name.family, card.name.suffix)
    }

    /// The honorific before the name.
    mutating func takePrefix() -> String {
        honorifics.prefix = false
        return card.name.prefix ?? ""
    }

    /// What follows the name.
    mutating func takeSuffix() -> String {
        honorifics.suffix = false
        return card.name.suffix ?? ""
    }

    mutating func takeNickname() -> String { nicknames.isEmpty ? "" : nicknames.removeFirst() }

    // MARK: Work

    mutating func takeCompany() -> String {
        hasCompanyColumn = true
        return organizations.isEmpty ? "" : organizations.removeFirst().name ?? ""
    }

    /// The departments of the present employer.
    mutating func takeDepartment() -> String {
        defer { units = [] }
        return units.joined(separator: ", ")
    }

    mutating func takeTitle() -> String { titles.isEmpty ? "" : titles.removeFirst() }

    // MARK: Ways to reach

    /// The first address that is wanted.
    mutating func takeEmail(where isWanted: (EmailAddress) -> Bool = { _ in true }) -> String {
        guard let index = emails.firstIndex(where: isWanted) else { return "" }
        return emails.remove(at: index).address
    }

    /// The first address that is well formed and wanted; where none is, the first of all, so that what is wrong with it can be said.
    mutating func takeBestEmail(where isWanted: (String) -> Bool = { _ in true }) -> String {
        let best = takeEmail { EmailSyntax.isValid($0.address) && isWanted($0.address) }
        return best.isEmpty ? takeEmail() : best
    }

    /// The first number of the first of these uses that has one.
    mutating func takePhone(_ uses: PhoneUse...) -> String {
        for use in uses {
            if let index = phones.firstIndex(where: { PhoneUse(label: $0.label) == use }) { return phones.remove(at: index).number }
        }
        return ""
    }

    /// The first number, whatever it is for.
    mutating func takeAnyPhone() -> PhoneNumber? { phones.isEmpty ? nil : phones.removeFirst() }

    /// The first e-mail address with its label.
    mutating func takeAnyEmail() -> EmailAddress? { emails.isEmpty ? nil : emails.removeFirst() }

    /// The first address of the first of these uses that has one.
    mutating func takeAddress(_ uses: AddressUse...) -> PostalAddress {
        for use in uses {
            if let index = addresses.firstIndex(where: { AddressUse(label: $0.label) == use }) { return addresses.remove(at: index) }
        }
        return PostalAddress()
    }

    /// The LinkedIn profile.
    mutating func takeProfile() -> String {
        guard let index = links.firstIndex(where: \.isLinkedInProfile) else { return "" }
        return links.remove(at: index).uri
    }

    /// The first page that is no profile on a network.
    mutating func takePage() -> String {
        guard let index = links.firstIndex(where: { $0.service == nil && !$0.isLinkedInProfile }) else { return "" }
        return links.remove(at: index).uri
    }

    /// The first link, whatever it is.
    mutating func takeLink() -> Link? { links.isEmpty ? nil : links.removeFirst() }

    // MARK: The rest

    mutating func takeNotes() -> String {
        defer { notes = [] }
        return notes.joined(separator: "\n\n")
    }

    /// Notes, and below them the links no column took.
    mutating func takeDescription() -> String {
        defer { (notes, links) = ([], []) }
        return (notes + (links.isEmpty ? [] : [links.map(\.uri).joined(separator: "\n")])).joined(separator: "\n\n")
    }

    mutating func takeTags() -> [String] {
        defer { tags = [] }
        return tags
    }

    /// The birthday where `form` can write it.
    mutating func takeBirthday(_ form: (PartialDate) -> String?) -> String {
        guard let birthday = card.birthday, let text = form(birthday) else { return "" }
        hasBirthday = false
        return text
    }

    mutating func takeConnectedOn() -> CalendarDate? {
        hasConnectedOn = false
        return card.connectedOn
    }

    /// The fields of which something is still lying here.
    var leftovers: [HandOverTally.Field] {
        var left: [HandOverTally.Field] = []
        func add(_ field: HandOverTally.Field, where isLeft: Bool) { if isLeft { left.append(field) } }
        add(.name, where: honorifics.prefix || honorifics.suffix)
        add(.nickname, where: !nicknames.isEmpty)
        add(.email, where: !emails.isEmpty)
        add(.phone, where: !phones.isEmpty)
        add(hasCompanyColumn ? .company : .employer, where: organizations.contains { $0.name != nil })
        add(.department, where: !units.isEmpty)
        add(.title, where: !titles.isEmpty)
        add(.address, where: !addresses.isEmpty)
        add(.link, where: !links.isEmpty)
        add(.notes, where: !notes.isEmpty)
        add(.tags, where: !tags.isEmpty)
        add(.birthday, where: hasBirthday)
        add(.connectedOn, where: hasConnectedOn)
        add(.other, where: card.extra.keys.contains { !$0.hasPrefix(Card.extensionPrefix) && !Self.bookkeeping.contains($0) })
        return left
    }

    /// What says something of a card or of a value rather than of the person.
    private static let bookkeeping = Set(
        ["@type", "version", "uid", "prodId", "created", "updated", "kind", "language", "name"] + Card.EntryList.allCases.map(\.rawValue))

    private static func joined(_ one: String?, _ two: String?) -> String {
        guard let one else { return two ?? "" }
        guard let two else { return one }
        return one + " " + two
    }
}

extension PostalAddress {
    /// The street, the box below it; the whole address where it is known in one piece only.
    var streetAndBox: String {
        hasParts ? [street, box].compactMap { $0 }.joined(separator: "\n") : full ?? ""
    }

    /// Whether it is known in parts and not only in one piece.
    var hasParts: Bool {
        street != nil || box != nil || locality != nil || region != nil || postcode != nil || country != nil
    }
}
