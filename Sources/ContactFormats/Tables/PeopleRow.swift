import ContactModel
import TextMatching

/// How the rows of one table are read, beside which column holds what.
struct PeopleReading: Sendable {
    /// Which number of `03/04/1980` is the day, where the column or the file's language tells.
    var order: TableDate.Order?
    /// The label under which a column of a pair holds the day of connecting, where the layout has no other place for it.
    var connectedOnLabel: String?
    /// Whether an empty line in a note begins another note.
    var splitsNotes = false
    /// Whether tags are parted by semicolons alone, so that one may hold a comma.
    var partsTagsBySemicolonsAlone = false
    /// Whether names of East Asia are put together as they are written there, the family name first: a layout of ours, and a program's, says
    /// by itself how a name is shown.
    var putsFamilyFirst = false
    /// Whether a row is nobody's: the owner's own in an export of ours.
    var leavesOut: @Sendable (CSVRow) -> Bool = { _ in false }
}

/// One row of a table of people on its way to an entry: the card as it grows, and the problems met.
struct PeopleRow {
    private let row: CSVRow
    private let columns: PeopleColumns
    private let reading: PeopleReading
    private var card = Card()
    private var kept: [String: JSONValue] = [:]
    private var problems: [ReadProblem] = []
    private var profile: IdentityKey?

    /// Reads a row.
    init(_ row: CSVRow, columns: PeopleColumns, reading: PeopleReading) {
        self.row = row
        self.columns = columns
        self.reading = reading
        readName()
        for email in columns.emails { readAddresses(email) }
        for phone in columns.phones { readNumbers(phone) }
        for link in columns.links { readLinks(link) }
        for employer in columns.employers { readWork(employer) }
        for address in columns.addresses { readPlace(address) }
        readBirthday()
        readConnectedOn()
        readTexts()
        keepOthers()
        if !kept.isEmpty { card.extra[TableProperty.columns] = .object(kept) }
    }

    /// Hands over the problems, then the entry.
    mutating func deliver(to body: (ReadEvent) throws -> Void) throws {
        for problem in problems { try body(.problem(problem)) }
        // A company without a person is called by its own name.
        if card.name.isEmpty { card.name.full = card.organizations.first?.name }
        guard let key else {
            try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true)))
            return
        }
        try body(.entry(SourceEntry(line: row.line, key: key, card: card)))
    }

    /// What an entry is found again by: a profile, an address, a number that is the person's own, the name; never its place in the file.
    private var key: IdentityKey? {
        if let profile { return profile }
        if let email = card.emails.first { return .email(email.address) }
        let own = card.phones.first { phone in phone.label.map { !Self.sharedLabels.contains($0) } ?? true }
        if let key = own.flatMap({ IdentityKey.phone($0.number) }) ?? IdentityKey.name(card.name) { return key }
        if let key = card.phones.lazy.compactMap({ IdentityKey.phone($0.number) }).first { return key }
        return card.links.first.map { IdentityKey(.content, $0.uri.lowercased()) }
    }

    private static let sharedLabels: Set<String> = [
        "work", "fax", "work fax", "home fax", "other fax", "pager", "company main", "primary", "main",
    ]

    // MARK: Cells

    private mutating func value(_ column: Int?) -> String? {
        guard let column, !row.isEmpty(column), let text = TableCells.text(row, column), !Self.isNull(text) else { return nil }
        guard TableCells.isSpreadsheetError(text) else { return text }
        tell("spreadsheet-error", text, column)
        return nil
    }

    /// Whether a database wrote that there is nothing.
    private static func isNull(_ text: String) -> Bool { text == "NULL" || text == "(null)" || text == "\\N" }

    /// The family name Null in capitals: what writes that word for nothing leaves no cell of the row empty.
    private func nameLikeNull(_ column: Int?) -> String? {
        guard let column, !row.isEmpty(column), let text = TableCells.text(row, column), text == "NULL" else { return nil }
        return (0..<row.count).contains(where: row.isEmpty) ? text : nil
    }

    /// The values of a cell that may hold several, parted by ` ::: ` as Google does.
    private mutating func values(_ column: Int) -> [String] {
        guard let text = value(column) else { return [] }
        guard text.holds(":::") else { return [text] }
        return text.split(separator: ":::").map { String($0).trimmedOfBlanks }.filter { !$0.isEmpty }
    }

    /// A cell of several lines, each without blanks at its ends.
    private func lines(_ column: Int?) -> String? {
        guard let column, !row.isEmpty(column) else { return nil }
        if let bytes = row.bytes(column), !bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return TableCells.text(row, column) }
        return TableCells.note(row, column).map(SpreadsheetText.restored)
    }

    private mutating func tell(_ code: String, _ text: String, _ column: Int) {
        problems.append(ReadProblem(line: row.line, column: column + 1, code: code, text: text, isRejection: false))
    }

    private mutating func keep(_ text: String, under header: String) {
        var name = header
        var number = 2
        while let known = kept[name] {
            if known == .string(text) { return }
            name = "\(header) (\(number))"
            number += 1
        }
        kept[name] = .string(text)
    }

    // MARK: Fields

    private mutating func readName() {
        let prefixes = columns.prefixes.compactMap { value($0) }
        card.name = PersonName(
            prefix: prefixes.isEmpty ? nil : prefixes.joined(separator: " "), given: value(columns.given), middle: value(columns.middle),
            family: value(columns.family) ?? nameLikeNull(columns.family),
            suffix: value(columns.suffix)
        )
        for column in columns.names {
            guard let text = value(column) else { continue }
            let shown = card.name.display
            if card.name.given == nil, card.name.family == nil, card.name.full == nil {
                let read = PersonNameReading.name(text)
                card.name.prefix = card.name.prefix ?? read.prefix
                card.name.suffix = card.name.suffix ?? read.suffix
                (card.name.given, card.name.family, card.name.full) = (read.given, read.family, read.full)
            } else if PersonNameReading.isFamilyFirst(card.name, in: text) {
                card.name.full = card.name.isSaid(by: text) ? nil : text
            } else if let whole = PersonNameReading.completed(card.name, by: text) {
                card.name = whole
            } else if card.name.family == nil, card.name.given != nil, case let read = PersonNameReading.name(text),
                read.given == card.name.given
            {
                // A list without a column of family names, as some are cut out of Google's.
                card.name.prefix = card.name.prefix ?? read.prefix
                card.name.suffix = card.name.suffix ?? read.suffix
                card.name.family = read.family
            } else if card.name.given == nil, card.name.family != nil, columns.namesOrGiven.contains(column),
                TextFolding.folded(text) != TextFolding.folded(shown)
            {
                card.name.given = text
            } else if TextFolding.folded(text) != TextFolding.folded(shown), text != card.emails.first?.address {
                keep(text, under: columns.header[column])
            }
        }
        if reading.putsFamilyFirst, card.name.full == nil, card.name.prefix == nil, card.name.suffix == nil {
            card.name.full = card.name.familyFirst
        }
        for column in columns.nicknames {
            for text in values(column) where !card.nicknames.contains(text) { card.nicknames.append(text) }
        }
    }

    private mutating func readAddresses(_ email: PeopleColumns.Labelled) {
        let (label, isPrimary) = label(of: email)
        // The preferred ones come first, in their order.
        var place = isPrimary ? 0 : card.emails.count
        for text in values(email.column) {
            if text.utf8.first == UInt8(ascii: "/"), text.prefix(3).lowercased() == "/o=" {
                tell("exchange-address", text, email.column)
                continue
            }
            let (addresses, others) = TableCells.addresses(text)
            for address in addresses where !card.emails.contains(where: { $0.address.lowercased() == address.lowercased() }) {
                card.emails.insert(EmailAddress(address, label: label), at: place)
                place += 1
            }
            guard !others.isEmpty else { continue }
            let rest = others.joined(separator: ", ")
            tell("not-an-address", rest, email.column)
            keep(rest, under: columns.header[email.column])
            card.malformedEmails += others
        }
    }

    private mutating func readNumbers(_ phone: PeopleColumns.Labelled) {
        let (label, isPrimary) = label(of: phone)
        var place = isPrimary ? 0 : card.phones.count
        for text in values(phone.column).flatMap(Self.numbers) {
            guard TextNormalization.asciiDigits(text).utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else {
                keep(text, under: columns.header[phone.column])
                continue
            }
            if Self.hasLostDigits(text) {
                tell("lost-digits", text, phone.column)
                keep(text, under: columns.header[phone.column])
            } else if !card.phones.contains(where: { $0.number == text }) {
                card.phones.insert(PhoneNumber(text, label: label), at: place)
                place += 1
            }
        }
    }

    /// The numbers of a cell: several are parted by a comma or a semicolon, where each part has the digits of a number; by ` / ` or a word
    /// ("oder"), where each begins as a whole number does, for a slash parts the digits of one too.
    private static func numbers(_ text: String) -> [String] {
        for separator in separators where text.contains(separator) {
            let pieces = text.split(separator: separator).map { String($0).trimmedOfBlanks }
            let areWhole = pieces.allSatisfy { piece in
                let digits = TextNormalization.asciiDigits(piece).utf8.filter { $0 >= 48 && $0 <= 57 }
                return digits.count >= 6 && (piece.hasPrefix("+") || piece.hasPrefix("(") || digits.first == 48)
            }
            if pieces.count > 1, areWhole { return pieces }
        }
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") }) else {
            return [text]
        }
        let pieces = text.split { ",;|".contains($0) }.map { String($0).trimmedOfBlanks }
        let areAllNumbers = pieces.allSatisfy { piece in TextNormalization.asciiDigits(piece).utf8.count { $0 >= 48 && $0 <= 57 } >= 5 }
        return pieces.count > 1 && areAllNumbers ? pieces : [text]
    }

    private static let separators = [" / ", " oder ", " or ", " ou ", " und ", " and "]

    /// Whether a spreadsheet took a number for a quantity and rounded it: `4.91761E+12`.
    private static func hasLostDigits(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
        let upper = text.uppercased()
        guard let sign = upper.firstRange(of: "E+") ?? upper.firstRange(of: "E") else { return false }
        let (left, right) = (upper[..<sign.lowerBound], upper[sign.upperBound...])
        return !left.isEmpty && left.allSatisfy { $0.isNumber || $0 == "," || $0 == "." } && (1...2).contains(right.count)
            && right.allSatisfy(\.isNumber)
    }

    private mutating func readLinks(_ link: PeopleColumns.Labelled) {
        let (label, _) = label(of: link)
        for text in values(link.column) {
            if let known = LinkedInProfileKey(text), text.holds(ignoringCase: "linkedin.com") {
                profile = profile ?? known.key
                add(Link(known.uri, service: "LinkedIn"))
            } else if var read = WebLinks.link(text) {
                if read.label == nil { read.label = label }
                add(read)
            } else {
                keep(text, under: columns.header[link.column])
            }
        }
    }

    private mutating func add(_ link: Link) {
        if !card.links.contains(where: { $0.uri == link.uri }) { card.links.append(link) }
    }

    /// The label of a value: what its own column of labels says, else what the header says. Google marks the preferred one with `* `.
    private mutating func label(of labelled: PeopleColumns.Labelled) -> (label: String?, isPrimary: Bool) {
        guard let column = labelled.labelColumn, let text = value(column) else { return (labelled.label, false) }
        let isPrimary = text.hasPrefix("*")
        let label = isPrimary ? String(text.dropFirst()).trimmedOfBlanks : text
        return (label.isEmpty ? labelled.label : Self.common[label.lowercased()] ?? label, isPrimary)
    }

    private static let common: [String: String] = [
        "work": "work", "home": "home", "other": "other", "mobile": "mobile", "main": "main", "work fax": "work fax",
        "home fax": "home fax",
        "workfax": "work fax", "homefax": "home fax", "pager": "pager", "profile": "profile", "blog": "blog", "home page": "home page",
        "homepage": "home page",
    ]

    private mutating func readWork(_ employer: PeopleColumns.Employer) {
        let units = employer.departments.compactMap { value($0) }
        let names = employer.company.map { values($0) } ?? []
        if names.isEmpty, !units.isEmpty { card.organizations.append(Organization(nil, units: units)) }
        for (place, name) in names.enumerated() { card.organizations.append(Organization(name, units: place == 0 ? units : [])) }
        for title in employer.titles.flatMap({ values($0) }) where !card.titles.contains(title) { card.titles.append(title) }
    }

    private mutating func readPlace(_ place: PeopleColumns.Address) {
        guard !place.all.allSatisfy({ row.isEmpty($0) }) else { return }
        let streets = place.streets.compactMap { lines($0) }
        var address = PostalAddress(
            street: streets.isEmpty ? nil : streets.joined(separator: "\n"),
            box: value(place.box),
            locality: value(place.city),
            region: value(place.region),
            postcode: value(place.postcode),
            country: value(place.country)
        )
        if address.isEmpty { address.full = place.full.compactMap { lines($0) }.first }
        guard !address.isEmpty else { return }
        address.label = label(of: PeopleColumns.Labelled(column: 0, label: place.label, labelColumn: place.labelColumn)).label
        card.addresses.append(address)
    }

    // MARK: Dates

    private mutating func readBirthday() {
        if let column = columns.birthday, let text = value(column), !Self.isNoDate(text) {
            if let date = Self.partial(text) ?? TableDate.birthday(text) {
                card.birthday = date
                // Of which century "80" is, nothing says.
                if date.year == nil, !text.hasPrefix("--"), !text.hasPrefix("1604") { keep(text, under: columns.header[column]) }
            } else if let order = reading.order, case .day(let day) = TableDate.read(text, order: order) {
                let isShort = !text.split { !$0.isNumber }.contains { $0.count == 4 }
                card.birthday = PartialDate(year: isShort ? nil : day.year, month: day.month, day: day.day)
                if isShort { keep(text, under: columns.header[column]) }
            } else {
                let isAmbiguous = TableDate.read(text) == .ambiguous
                tell(isAmbiguous ? "ambiguous-date" : "unreadable-date", text, column)
                keep(text, under: columns.header[column])
            }
        }
        guard card.birthday == nil, columns.birthMonth != nil || columns.birthYear != nil else { return }
        func number(_ text: String?) -> Int? { text.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
        let (year, month, day) = (number(value(columns.birthYear)), number(value(columns.birthMonth)), number(value(columns.birthDay)))
        card.birthday = PartialDate(year: year, month: month, day: month == nil ? nil : day)
    }

    /// `--05-14`, `--0514`, and Apple's `1604-05-14`: a day of no year.
    private static func partial(_ text: String) -> PartialDate? {
        let isYearless = text.hasPrefix("--") || text.hasPrefix("1604-")
        guard isYearless else { return nil }
        let digits = text.dropFirst(text.hasPrefix("--") ? 2 : 5).filter(\.isNumber)
        guard digits.count == 4, let month = Int(digits.prefix(2)), let day = Int(digits.suffix(2)) else { return nil }
        return PartialDate(month: month, day: day)
    }

    /// What programs write for no date: `0/0/00`, `00.00.0000`.
    private static func isNoDate(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20: true
            default: false
            }
        }
    }

    private mutating func readConnectedOn() {
        guard let column = columns.connectedOn, let text = value(column), !Self.isNoDate(text) else { return }
        switch TableDate.read(text, order: reading.order, allowsSerials: true) {
        case .day(let day): card.connectedOn = day
        case .empty: break
        case .ambiguous, .partial, .unreadable:
            tell(TableDate.read(text) == .ambiguous ? "ambiguous-date" : "unreadable-date", text, column)
            keep(text, under: columns.header[column])
        }
    }

    // MARK: Texts

    private mutating func readTexts() {
        for column in columns.notes {
            guard let text = lines(column) else { continue }
            let notes = reading.splitsNotes ? text.split(separator: "\n\n").map { String($0).trimmedOfBlanks } : [text]
            for note in notes where !note.isEmpty && !card.notes.contains(note) { card.notes.append(note) }
        }
        for column in columns.tags {
            guard let text = value(column) else { continue }
            for tag in Self.tags(text, bySemicolonsAlone: reading.partsTagsBySemicolonsAlone) where !card.keywords.contains(tag) {
                card.keywords.append(tag)
            }
        }
        for pair in columns.pairs {
            let own = pair.labelColumn.flatMap { value($0) }.map { $0.hasPrefix("* ") ? String($0.dropFirst(2)) : $0 }
            for text in values(pair.column) {
                if let own, own == reading.connectedOnLabel, let day = CalendarDate(iso: text) {
                    card.connectedOn = day
                    continue
                }
                let name = [pair.label, own].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
                keep(text, under: name.isEmpty ? columns.header[pair.column] : name)
            }
        }
    }

    /// The tags of a cell: Google's groups, of which its own are marked with `* `, or words parted by semicolons, else by commas. That
    /// somebody is among Google's contacts at all (`* myContacts`) is no tag.
    static func tags(_ text: String, bySemicolonsAlone: Bool = false) -> [String] {
        let pieces =
            text.holds(":::")
            ? text.split(separator: ":::").map(String.init)
            : text.split(separator: bySemicolonsAlone || text.contains(";") ? ";" : ",").map(String.init)
        return pieces.compactMap { piece in
            let tag = piece.trimmedOfBlanks
            guard tag != "* myContacts" else { return nil }
            let name = tag.hasPrefix("*") ? String(tag.dropFirst()).trimmedOfBlanks : tag
            // Some put each in quotes of its own: `"vip","newsletter"`.
            let isQuoted = name.count > 2 && name.first == "\"" && name.last == "\""
            return TextNormalization.tidy(isQuoted ? String(name.dropFirst().dropLast()) : name)
        }
    }

    private mutating func keepOthers() {
        for column in columns.kept where !row.isEmpty(column) {
            guard let text = lines(column), !Self.isNoDate(text) || !text.contains(where: { $0 == "/" || $0 == "." }),
                !TableCells.isSpreadsheetError(text)
            else { continue }
            keep(text, under: columns.header[column])
        }
        guard row.count > columns.header.count else { return }
        let more = (columns.header.count..<row.count).filter { !row.isEmpty($0) }
        for column in more {
            if let text = lines(column) { keep(text, under: "column \(column + 1)") }
        }
        if let first = more.first { tell("extra-cells", row.text(first), first) }
    }
}

/// The properties of a card tables use that JSContact has no name for.
enum TableProperty {
    /// Cells of columns no field is made for, by header.
    static let columns = Card.extensionPrefix + "columns"
}
