public import ContactModel

/// Writes people as CSV (RFC 4180), one row a person: UTF-8, CRLF, the columns of ``columns``.
///
/// Several tags are joined by `; `, several notes by an empty line.
public struct PersonCSVWriter: PersonWriter {
    /// Who is going to read the file.
    public enum Profile: Sendable {
        /// Programs: no byte order mark, every text as it is.
        case programs
        /// Spreadsheets: a byte order mark, and a `'` before every cell a spreadsheet would run as a formula or make another number of: what
        /// begins with `=`, `+`, `-`, `@`, a tab or CR (phone numbers such as `+49 30 1` too), and digits behind a zero (`030123`), twelve
        /// and more digits, digits with an exponent. Reading such a file takes the `'` away again.
        case spreadsheets
    }

    /// The header.
    public static let columns = [
        "id", "name", "given", "family", "company", "title", "email", "email_kind", "email_2", "email_3", "phone", "phone_2", "url", "tags",
        "connected_on", "last_confirmed", "standing", "notes",
    ]

    private let profile: Profile
    private let context: ExportContext
    private var csv: CSVWriter
    private var owesMark = false
    private var tally = HandOverTally()

    /// Makes a writer.
    public init(profile: Profile, context: ExportContext = ExportContext()) {
        self.profile = profile
        self.context = context
        csv = CSVWriter(lineEnding: .crlf, disarmsFormulas: profile == .spreadsheets)
    }

    /// Writes the header.
    public mutating func begin() {
        owesMark = profile == .spreadsheets
        csv.row(Self.columns)
    }

    /// Writes a person's row, and counts what has no column.
    public mutating func write(_ person: Person) {
        row(of: person)
        count(Card(of: person, isPresentOnly: true))
    }

    /// Writes a card's row, and counts what has no column.
    public mutating func write(_ card: Card) {
        row(of: Person(card))
        count(card)
    }

    private mutating func row(of person: Person) {
        let name = person.names.first?.value
        let emails = person.emails
        csv.row([
            person.id.description,
            name?.display ?? "",
            name?.given ?? "",
            name?.family ?? "",
            person.companies.first?.value ?? "",
            person.titles.first?.value ?? "",
            emails.first?.value.address ?? "",
            emails.first.map { context.emailKind($0.value, person) } ?? "",
            emails.count > 1 ? emails[1].value.address : "",
            emails.count > 2 ? emails[2].value.address : "",
            person.phones.first?.value.number ?? "",
            person.phones.count > 1 ? person.phones[1].value.number : "",
            person.links.first?.value.uri ?? "",
            Self.joined(person.tags, by: "; "),
            person.connectedOn?.description ?? "",
            person.lastConfirmed?.description ?? "",
            person.standing.rawValue,
            Self.joined(person.notes, by: "\n\n"),
        ])
    }

    private mutating func count(_ card: Card) {
        var tray = Tray(card)
        _ = (tray.takeEmail(), tray.takeEmail(), tray.takeEmail(), tray.takeAnyPhone(), tray.takeAnyPhone())
        _ = (tray.takeCompany(), tray.takeTitle(), tray.takeLink(), tray.takeTags(), tray.takeNotes(), tray.takeConnectedOn())
        _ = (tray.takePrefix(), tray.takeSuffix())
        tally.count(leftovers: tray.leftovers)
    }

    /// What people say and there is no column for.
    public var losses: [ExportLoss] { tally.losses }

    /// Writes nothing more.
    public mutating func end() {}

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] {
        let bytes = csv.takeBytes()
        guard owesMark else { return bytes }
        owesMark = false
        return [0xEF, 0xBB, 0xBF] + bytes
    }

    private static func joined(_ texts: [Held<String>], by separator: String) -> String {
        switch texts.count {
        case 0: ""
        case 1: texts[0].value
        default: texts.map(\.value).joined(separator: separator)
        }
    }
}
