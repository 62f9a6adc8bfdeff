public import ContactModel
import TextMatching

/// The address book the owner once uploaded to LinkedIn (`Contacts.csv`, `ImportedContacts.csv`): people known elsewhere, not ties on
/// LinkedIn, so a source of its own.
///
/// Names are often empty; someone may be an e-mail address or a phone number and nothing else.
public struct LinkedInAddressBook: LinkedInTable {
    /// `linkedin-contacts`
    public var format: String { "linkedin-contacts" }
    /// An address book.
    public var list: EntryList { .addressBook }
    /// "LinkedIn address book"
    public var sourceName: String? { "LinkedIn address book" }
    /// The layout in words.
    public let layout: String
    /// The files the list is in.
    public var members: [Member] { sheets.map(\.member) }
    /// The fields there are columns for.
    public let fields: Set<CardField>
    /// The day the newest entry was made or changed.
    public let newestDate: CalendarDate?
    /// Nothing.
    public var remarks: [String] { [] }

    let rowCount: Int
    private let sheets: [LinkedInSheet]

    init?(_ sheets: [LinkedInSheet]) throws {
        guard !sheets.isEmpty else { return nil }
        let created = try LinkedInSheetSurvey(sheets) { $0.column("createdat") }
        let updated = try LinkedInSheetSurvey(sheets) { $0.column("updatedat") }
        self.sheets = sheets
        newestDate = [created.dates.newest, updated.dates.newest].compactMap { $0 }.max()
        rowCount = created.rowCount
        fields = sheets.reduce(into: [.name, .email, .phone]) { $0.formUnion(Self.fields(of: $1)) }
        layout = sheets.map(Self.layout).uniqued.joined(separator: ", ")
    }

    private static func fields(of sheet: LinkedInSheet) -> Set<CardField> {
        let columns: [(CardField, [String])] = [
            (.company, ["companies"]), (.title, ["title"]), (.link, ["sites", "profiles"]), (.birthday, ["birthday"]),
            (.address, ["addresses", "location"]),
        ]
        return Set(columns.filter { $1.contains { sheet.column($0) != nil } }.map(\.0))
    }

    private static func layout(of sheet: LinkedInSheet) -> String {
        let since = sheet.column("namesuffix") != nil ? "since 2024" : sheet.column("source") != nil ? "2023 to 2024" : "2018"
        return "\(sheet.table.header.count) columns (\(since))"
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var rowCount = 0
        for sheet in sheets {
            rowCount += try sheet.forEachRow { row in
                var reader = Reader(row: row, sheet: sheet)
                reader.readCard()
                for problem in reader.problems { try body(.problem(problem)) }
                if let key = reader.key {
                    try body(.entry(SourceEntry(line: row.line, key: key, card: reader.card)))
                } else {
                    try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true)))
                }
            } problem: {
                try body(.problem($0))
            }
        }
        return rowCount
    }

    /// One row on its way to a card.
    private struct Reader {
        let row: CSVRow
        let sheet: LinkedInSheet
        var card = Card()
        var problems: [ReadProblem] = []
        private var kept: [String: JSONValue] = [:]
        private var profile: IdentityKey?

        init(row: CSVRow, sheet: LinkedInSheet) {
            self.row = row
            self.sheet = sheet
        }

        /// An address, else a profile, a phone number, or the name: what an address book has of everybody.
        var key: IdentityKey? {
            if let email = card.emails.first { return .email(email.address) }
            return profile ?? card.phones.lazy.compactMap { IdentityKey.phone($0.number) }.first ?? .name(card.name)
        }

        mutating func readCard() {
            readName()
            for text in texts("emails", "emailaddress", separators: ",;") { readAddress(text) }
            for text in texts("phonenumbers", separators: ",;") {
                if text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }), !card.phones.contains(where: { $0.number == text }) {
                    card.phones.append(PhoneNumber(text))
                }
            }
            if let company = text("companies") { card.organizations = [Organization(company)] }
            if let title = text("title") { card.titles = [title] }
            for column in ["sites", "profiles"] {
                for text in texts(column, separators: ",; ") { readLink(text, header: column) }
            }
            for column in ["addresses", "location"] {
                if let text = text(column) { card.addresses.append(PostalAddress(full: text)) }
            }
            if let text = text("birthday") {
                card.birthday = TableDate.birthday(text)
                if card.birthday == nil { tell("unreadable-date", text, column: "birthday") }
            }
            for column in ["maidenname", "instantmessagehandles"] {
                if let text = text(column) { keep(text, column: column) }
            }
            if !kept.isEmpty { card.extra[LinkedInProperty.columns] = .object(kept) }
        }

        private mutating func readName() {
            card.name = PersonName(
                prefix: text("nameprefix"), given: text("firstname"), middle: text("middlename"), family: text("lastname"),
                suffix: text("namesuffix")
            )
            if card.name.isEmpty { card.name.full = text("fullname") }
            if let nickname = text("nickname") { card.nicknames = [nickname] }
        }

        private mutating func readAddress(_ text: String) {
            let (addresses, others) = TableCells.addresses(text)
            for address in addresses where !card.emails.contains(where: { $0.address == address }) {
                card.emails.append(EmailAddress(address))
            }
            for other in others { tell("not-an-address", other, column: "emails", "emailaddress") }
            card.malformedEmails += others
        }

        private mutating func readLink(_ text: String, header: String) {
            if let known = LinkedInProfileKey(text) {
                profile = profile ?? known.key
                card.links.append(Link(known.uri, service: "LinkedIn"))
            } else if let link = WebLinks.link(text) {
                card.links.append(link)
            } else {
                keep(text, column: header)
            }
        }

        private func text(_ name: String) -> String? {
            guard let text = TableCells.text(row, sheet.column(name)) else { return nil }
            return TableCells.isSpreadsheetError(text) ? nil : text
        }

        private func texts(_ names: String..., separators: String) -> [String] {
            guard let text = names.compactMap({ text($0) }).first else { return [] }
            return text.split { separators.contains($0) }.compactMap { TextNormalization.tidy(String($0)) }
        }

        private mutating func tell(_ code: String, _ text: String, column names: String...) {
            let column = names.compactMap { sheet.column($0) }.first
            problems.append(
                ReadProblem(line: row.line, column: column.map { $0 + 1 } ?? 0, code: code, text: text, isRejection: false)
            )
            if let column { keep(text, header: sheet.table.header[column]) }
        }

        private mutating func keep(_ text: String, column name: String) {
            guard let column = sheet.column(name) else { return }
            keep(text, header: sheet.table.header[column])
        }

        private mutating func keep(_ text: String, header: String) {
            if case .string(let known) = kept[header] { kept[header] = .string(known + ", " + text) } else { kept[header] = .string(text) }
        }
    }
}
