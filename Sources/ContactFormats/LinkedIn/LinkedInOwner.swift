public import ContactModel
import TextMatching

/// The owner: one entry made of the own profile, positions, e-mail addresses and phone numbers, so that nobody becomes their own contact.
///
/// No file says which profile is the owner's; the invitations and messages do.
public struct LinkedInOwner: LinkedInTable {
    /// `linkedin-owner`
    public var format: String { "linkedin-owner" }
    /// The owner.
    public var list: EntryList { .owner }
    /// The layout in words: the files it is made of.
    public let layout: String
    /// The files it is made of.
    public var members: [Member] { sheets.map(\.member) }
    /// What the files at hand can tell.
    public let fields: Set<CardField>
    /// `nil`: none of the days in these files says when they were handed out.
    public var newestDate: CalendarDate? { nil }
    /// Nothing.
    public var remarks: [String] { [] }

    let rowCount: Int
    private let sheets: [LinkedInSheet]
    private let clues: LinkedInOwnerClues

    init?(_ sheets: [LinkedInSheet], clues: LinkedInOwnerClues) throws {
        guard !sheets.isEmpty else { return nil }
        self.sheets = sheets
        self.clues = clues
        rowCount = try LinkedInSheetSurvey(sheets) { _ in nil }.rowCount
        var fields: Set<CardField> = clues.uri == nil ? [] : [.link]
        var parts: [String] = []
        for (kind, part, filled) in Self.parts where sheets.contains(where: { $0.kind == kind }) {
            parts.append(part)
            fields.formUnion(filled)
        }
        self.fields = fields
        layout = parts.joined(separator: ", ")
    }

    private static let parts: [(LinkedInSheet.Kind, String, Set<CardField>)] = [
        (.profile, "profile", [.name, .link, .birthday, .address]), (.positions, "positions", [.company, .title]),
        (.emailAddresses, "e-mail addresses", [.email]), (.phoneNumbers, "phone numbers", [.phone]),
    ]

    /// Reads what there is of the owner.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var card = Card()
        var rowCount = 0
        var line = 1
        for sheet in sheets {
            rowCount += try sheet.forEachRow { row in
                switch sheet.kind {
                case .profile:
                    line = row.line
                    Self.readProfile(row, sheet, into: &card)
                case .positions: Self.readPosition(row, sheet, into: &card)
                case .emailAddresses: Self.readAddress(row, sheet, into: &card)
                case .phoneNumbers: Self.readNumber(row, sheet, into: &card)
                default: break
                }
            } problem: {
                try body(.problem($0))
            }
        }
        if let uri = clues.uri { card.links.insert(Link(uri, service: "LinkedIn"), at: 0) }
        if let key = key(of: card) {
            try body(.entry(SourceEntry(line: line, key: key, card: card)))
        }
        return rowCount
    }

    /// The owner's folded names, as the profile tells them.
    static func names(in sheets: [LinkedInSheet]) throws -> Set<String> {
        var names: Set<String> = []
        for sheet in sheets where sheet.kind == .profile {
            _ = try sheet.forEachRow { row in
                var card = Card()
                readProfile(row, sheet, into: &card)
                if let name = card.name.foldedForKeys { names.insert(name) }
            }
        }
        return names
    }

    private func key(of card: Card) -> IdentityKey? {
        clues.keys.min() ?? card.emails.first.map { .email($0.address) } ?? card.phones.lazy.compactMap { IdentityKey.phone($0.number) }
            .first
            ?? .name(card.name)
    }

    private static func readProfile(_ row: CSVRow, _ sheet: LinkedInSheet, into card: inout Card) {
        func text(_ name: String) -> String? { TableCells.text(row, sheet.column(name)) }
        guard card.name.isEmpty else { return }
        card.name = PersonName(given: text("firstname"), family: text("lastname"))
        card.birthday = text("birthdate").flatMap { TableDate.birthday($0) }
        let address = PostalAddress(
            locality: text("geolocation"), postcode: text("zipcode"), country: text("country"), full: text("address")
        )
        if !address.isEmpty { card.addresses = [address] }
        for handle in Self.list(text("twitterhandles")) {
            let name = handle.text.first == "@" ? String(handle.text.dropFirst()) : handle.text
            if !name.isEmpty, name.utf8.allSatisfy({ $0 == 95 || LetterFolding.isASCIILetterOrDigit($0) }) {
                card.links.append(Link("https://twitter.com/" + name, service: "Twitter"))
            }
        }
        for site in Self.list(text("websites")) {
            guard var link = WebLinks.link(site.text) else { continue }
            link.label = site.label?.lowercased()
            card.links.append(link)
        }
        var kept: [String: JSONValue] = [:]
        for name in ["maidenname", "headline", "industry", "instantmessengers"] {
            if let column = sheet.column(name), let text = text(name) { kept[sheet.table.header[column]] = .string(text) }
        }
        if !kept.isEmpty { card.extra[LinkedInProperty.columns] = .object(kept) }
    }

    /// Takes a position that has not ended.
    private static func readPosition(_ row: CSVRow, _ sheet: LinkedInSheet, into card: inout Card) {
        guard sheet.column("finishedon").map(row.isEmpty) ?? true else { return }
        let company = TableCells.text(row, sheet.column("companyname"))
        if let company, !card.organizations.contains(where: { $0.name == company }) { card.organizations.append(Organization(company)) }
        if let title = TableCells.text(row, sheet.column("title")), !card.titles.contains(title) { card.titles.append(title) }
    }

    private static func readAddress(_ row: CSVRow, _ sheet: LinkedInSheet, into card: inout Card) {
        guard let text = TableCells.text(row, sheet.column("emailaddress")) else { return }
        let isPrimary = sheet.column("primary").map { LetterFolding.header(row.text($0)) } == "yes"
        for address in TableCells.addresses(text).addresses where !card.emails.contains(where: { $0.address == address }) {
            card.emails.insert(EmailAddress(address), at: isPrimary ? 0 : card.emails.count)
        }
    }

    private static func readNumber(_ row: CSVRow, _ sheet: LinkedInSheet, into card: inout Card) {
        guard let number = TableCells.text(row, sheet.column("number")) else { return }
        let parts = [TableCells.text(row, sheet.column("extension")), number].compactMap { $0 }
        let phone = PhoneNumber(parts.joined(separator: " "), label: TableCells.text(row, sheet.column("type"))?.lowercased())
        if !card.phones.contains(phone) { card.phones.append(phone) }
    }

    /// The elements of `[PORTFOLIO:https://…,OTHER:…]` or `[name]`.
    private static func list(_ text: String?) -> [(label: String?, text: String)] {
        guard let text else { return [] }
        let inside = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
        return inside.split(separator: ",").compactMap { element in
            guard let element = TextNormalization.tidy(String(element)) else { return nil }
            let label = element.prefix { $0.isASCII && ($0.isUppercase || $0 == "_") }
            let rest = element.dropFirst(label.count)
            guard !label.isEmpty, rest.first == ":" else { return (nil, element) }
            return (String(label), String(rest.dropFirst()))
        }
    }
}
