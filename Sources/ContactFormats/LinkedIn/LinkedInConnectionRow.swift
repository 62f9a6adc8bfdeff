import ContactModel
import TextMatching

/// One row of a connections file on its way to an entry: the card as it grows, and the problems met.
struct LinkedInConnectionRow {
    private let row: CSVRow
    private let columns: LinkedInConnectionColumns
    private var card = Card()
    private var kept: [String: JSONValue] = [:]
    private var problems: [ReadProblem] = []
    private var profile: IdentityKey?

    /// Reads a row that was told to be somebody's.
    init(_ row: CSVRow, columns: LinkedInConnectionColumns, date: TableDate.Reading) {
        self.row = row
        self.columns = columns
        readName()
        readURL()
        if let column = columns.email { readAddresses(column) }
        for column in columns.furtherEmails { readAddresses(column) }
        readWork()
        readDate(date)
        if let column = columns.tags { readTags(column) }
        if columns.hasAddressBookColumns { readAddressBook() }
        keepOthers()
    }

    /// Hands over the problems, then the entry; the card goes with it and is gone from here.
    mutating func deliver(to body: (ReadEvent) throws -> Void) throws {
        for problem in problems { try body(.problem(problem)) }
        guard let key else {
            // Everything that named somebody turned out to be an error value or no address.
            try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true)))
            return
        }
        var delivered = Card()
        swap(&delivered, &card)
        try body(.entry(SourceEntry(line: row.line, key: key, card: delivered)))
    }

    /// The strongest key the row has: the profile, else an address, else the name with the day of connecting, the company, or alone.
    private var key: IdentityKey? {
        if let profile { return profile }
        if let email = card.emails.first { return .email(email.address) }
        if let day = card.connectedOn, let tie = IdentityKey.tie(card.name, on: day) { return tie }
        if let company = card.organizations.first?.name, let position = IdentityKey.position(card.name, company: company) {
            return position
        }
        return .name(card.name)
    }

    // MARK: Cells

    /// The value of a cell; errors of a spreadsheet are told and count as nothing.
    private mutating func value(_ column: Int?) -> String? {
        guard let column, let text = TableCells.text(row, column) else { return nil }
        guard TableCells.isSpreadsheetError(text) else { return text }
        tell("spreadsheet-error", text, column)
        return nil
    }

    private mutating func tell(_ code: String, _ text: String, _ column: Int) {
        problems.append(ReadProblem(line: row.line, column: column + 1, code: code, text: text, isRejection: false))
    }

    /// Keeps the text of a cell that no field of the card can take, under its header.
    private mutating func keep(_ text: String, header: String) {
        var name = header
        var number = 2
        while kept[name] != nil {
            name = "\(header) (\(number))"
            number += 1
        }
        kept[name] = .string(text)
    }

    private mutating func readName() {
        card.name.given = value(columns.first)
        card.name.family = value(columns.last)
        if columns.full != nil, card.name.given == nil, card.name.family == nil { card.name.full = value(columns.full) }
        guard columns.hasAddressBookColumns else { return }
        card.name.prefix = value(columns.prefix)
        card.name.middle = value(columns.middle)
        card.name.suffix = value(columns.suffix)
        if let nickname = value(columns.nickname) { card.nicknames = [nickname] }
    }

    private mutating func readURL() {
        guard let column = columns.url, column < row.count else { return }
        let known = row.bytes(column).map { LinkedInProfileKey($0) } ?? LinkedInProfileKey(row.text(column))
        if let known {
            profile = known.key
            card.links = [Link(known.uri, service: "LinkedIn")]
            return
        }
        guard let text = value(column) else { return }
        if let key = LinkedInProfileKey.memberKey(text) {
            profile = key
        } else if let link = WebLinks.link(text) {
            card.links = [link]
        } else {
            keep(text, header: columns.header(column))
        }
    }

    private mutating func readAddresses(_ column: Int) {
        guard let text = value(column) else { return }
        let (addresses, others) = TableCells.addresses(text)
        for address in addresses where !card.emails.contains(where: { $0.address == address }) {
            card.emails.append(EmailAddress(address))
        }
        guard !others.isEmpty else { return }
        let rest = others.joined(separator: ", ")
        tell("not-an-address", rest, column)
        keep(rest, header: columns.header(column))
        card.malformedEmails += others
    }

    private mutating func readWork() {
        let department = value(columns.department)
        if let company = value(columns.company) {
            card.organizations = [Organization(company, units: department.map { [$0] } ?? [])]
        } else if let department {
            card.organizations = [Organization(nil, units: [department])]
        }
        if let title = value(columns.position) { card.titles = [title] }
    }

    private mutating func readDate(_ date: TableDate.Reading) {
        switch date {
        case .empty: return
        case .day(let day): card.connectedOn = day
        case .ambiguous: if let column = columns.connectedOn, let text = value(column) { tell("ambiguous-date", text, column) }
        case .partial, .unreadable: if let column = columns.connectedOn, let text = value(column) { tell("unreadable-date", text, column) }
        }
    }

    private mutating func readTags(_ column: Int) {
        guard let text = value(column) else { return }
        for tag in text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
            guard let tag = TextNormalization.tidy(String(tag)), !card.keywords.contains(tag) else { continue }
            card.keywords.append(tag)
        }
    }

    /// The columns only the layouts of address books have.
    private mutating func readAddressBook() {
        for phone in columns.phones {
            guard let number = value(phone.column) else { continue }
            guard number.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else {
                keep(number, header: columns.header(phone.column))
                continue
            }
            card.phones.append(PhoneNumber(number, label: phone.label))
        }
        for page in columns.pages {
            guard let text = value(page.column) else { continue }
            if let known = LinkedInProfileKey(text) {
                profile = profile ?? known.key
                card.links.append(Link(known.uri, service: "LinkedIn"))
            } else if var link = WebLinks.link(text) {
                link.label = page.label
                card.links.append(link)
            } else {
                keep(text, header: columns.header(page.column))
            }
        }
        for place in columns.addresses where !place.columns.allSatisfy({ row.isEmpty($0) }) {
            let streets = place.streets.compactMap { value($0) }
            let address = PostalAddress(
                street: streets.isEmpty ? nil : streets.joined(separator: "\n"),
                box: value(place.box),
                locality: value(place.city),
                region: value(place.region),
                postcode: value(place.postcode),
                country: value(place.country),
                label: place.label
            )
            if !address.isEmpty { card.addresses.append(address) }
        }
        if let text = value(columns.birthday) {
            card.birthday = TableDate.birthday(text)
            if card.birthday == nil, let column = columns.birthday {
                tell("unreadable-date", text, column)
                keep(text, header: columns.header(column))
            }
        }
        if let column = columns.notes, let note = TableCells.note(row, column) { card.notes = [note] }
    }

    /// Keeps what stands in columns nothing is known of, and in cells behind the last column.
    private mutating func keepOthers() {
        for other in columns.others {
            if let text = value(other.column) { keep(text, header: other.header) }
        }
        if row.count > columns.count {
            var isFilled = false
            for column in columns.count..<row.count {
                guard let text = value(column) else { continue }
                keep(text, header: "column \(column + 1)")
                isFilled = true
            }
            // A comma nobody quoted has moved what stands behind it: which cells are right can't be told.
            if isFilled { problems.append(ReadProblem(line: row.line, code: "extra-cells", text: row.rawText, isRejection: false)) }
        }
        if !kept.isEmpty { card.extra[LinkedInProperty.columns] = .object(kept) }
    }
}

/// The properties of a card that LinkedIn's files fill and JSContact has no name for.
enum LinkedInProperty {
    /// Cells of columns no field is made for, by header.
    static let columns = Card.extensionPrefix + "columns"
    /// Messages exchanged: how many in each direction, the first and last day.
    static let messages = Card.extensionPrefix + "messages"
    /// The invitation that led, or did not lead, to the connection.
    static let invitation = Card.extensionPrefix + "invitation"
    /// Skills endorsed, in each direction.
    static let endorsements = Card.extensionPrefix + "endorsements"
    /// Recommendations, in each direction: day and standing, without their text.
    static let recommendations = Card.extensionPrefix + "recommendations"
    /// When a note was written and changed.
    static let notes = Card.extensionPrefix + "notes"
}
