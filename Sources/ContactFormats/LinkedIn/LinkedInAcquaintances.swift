import ContactModel
import TextMatching

/// The people a list tells something about, one entry each, in the order in which they are first met.
struct LinkedInAcquaintances<Detail> {
    /// One of them.
    struct Acquaintance {
        /// The line of the first row about them.
        var line: Int
        /// What tells them from the others.
        var key: IdentityKey
        /// Name, profile, company.
        var card: Card
        /// What the list adds.
        var detail: Detail
    }

    /// All of them.
    private(set) var all: [Acquaintance] = []
    private var places: [IdentityKey: Int] = [:]

    /// Changes what is known of whom a row is about, who is met for the first time or again; a row that names nobody is left alone.
    ///
    /// - Returns: whether the row names somebody.
    @discardableResult
    mutating func note(_ who: LinkedInParticipant, line: Int, first: @autoclosure () -> Detail, _ change: (inout Detail) -> Void) -> Bool {
        guard let key = who.key else { return false }
        if let place = places[key] {
            change(&all[place].detail)
            if all[place].card.name.isEmpty { all[place].card.name = who.name }
            return true
        }
        var card = Card(name: who.name)
        if let uri = who.uri { card.links = [Link(uri, service: "LinkedIn")] }
        if let company = who.company { card.organizations = [Organization(company)] }
        if let title = who.title { card.titles = [title] }
        var detail = first()
        change(&detail)
        places[key] = all.count
        all.append(Acquaintance(line: line, key: key, card: card, detail: detail))
        return true
    }

    /// Hands over an entry of each, in order.
    ///
    /// - Parameter complete: says in a card what the list adds.
    func forEachEntry(_ complete: (inout Card, Detail) -> Void = { _, _ in }, _ body: (ReadEvent) throws -> Void) rethrows {
        for person in all {
            var card = person.card
            complete(&card, person.detail)
            try body(.entry(SourceEntry(line: person.line, key: person.key, card: card)))
        }
    }

    /// Joins one of them into another.
    mutating func move(_ key: IdentityKey, into other: IdentityKey, _ join: (inout Detail, Detail) -> Void) {
        guard key != other, let place = places[key], let target = places[other] else { return }
        join(&all[target].detail, all[place].detail)
        all[target].line = min(all[target].line, all[place].line)
        all.remove(at: place)
        places = Dictionary(uniqueKeysWithValues: all.indices.map { (all[$0].key, $0) })
    }
}

/// Somebody named in a row of LinkedIn's files.
struct LinkedInParticipant: Hashable {
    /// The name, in parts or in one piece.
    var name = PersonName()
    /// The key of the profile, or of the member's number.
    var profile: IdentityKey?
    /// The profile's address.
    var uri: String?
    /// Whether the row gives an address of any kind: a company's page is no profile.
    var hasAddress = false
    /// The company, where the row says it.
    var company: String?
    /// The title, where the row says it.
    var title: String?

    /// Somebody of whom a row gives a name and, perhaps, a profile's address or a member's number.
    init(name: PersonName, address: String? = nil, company: String? = nil, title: String? = nil) {
        self.name = name
        self.company = company
        self.title = title
        guard let address, let address = TextNormalization.tidy(address) else { return }
        hasAddress = true
        if let known = LinkedInProfileKey(address) {
            profile = known.key
            uri = known.uri
        } else {
            profile = LinkedInProfileKey.memberKey(address)
        }
    }

    /// The strongest key there is.
    var key: IdentityKey? {
        profile ?? company.flatMap { IdentityKey.position(name, company: $0) } ?? .name(name)
    }

    /// Whether it is what LinkedIn calls members who closed their account.
    var isClosedAccount: Bool {
        guard profile == nil, let full = name.full else { return false }
        return Self.closedNames.contains(LetterFolding.header(full))
    }

    private static let closedNames: Set<String> = [
        "linkedinmember", "linkedinmitglied", "membrelinkedin", "membredelinkedin", "utilisateurlinkedin", "miembrodelinkedin",
        "usuariodelinkedin", "utentelinkedin", "membrodellinkedin", "usuariodolinkedin", "linkedinlid",
    ]
}

/// Who the owner of a hand-out is, as far as its files tell.
struct LinkedInOwnerClues: Sendable {
    /// The owner's own profile or member number.
    var keys: Set<IdentityKey> = []
    /// The address of the owner's profile.
    var uri: String?
    /// The owner's folded names.
    var names: Set<String> = []

    /// Whether somebody is the owner; by name only where there is no profile to go by.
    func isOwner(_ who: LinkedInParticipant) -> Bool {
        if let profile = who.profile { return keys.contains(profile) }
        return who.name.foldedForKeys.map(names.contains) ?? false
    }
}

/// What a first reading of a table finds out.
struct LinkedInSheetSurvey {
    /// The dates of its date column.
    var dates = TableDate.Survey()
    /// How many rows there are.
    var rowCount = 0

    /// Reads some sheets' columns of dates.
    init(_ sheets: [LinkedInSheet], dateColumn: (LinkedInSheet) -> Int?) throws {
        for sheet in sheets {
            let column = dateColumn(sheet)
            rowCount += try sheet.forEachRow { row in
                if let column { dates.see(row.text(column)) }
            }
        }
    }
}

extension LinkedInSheet {
    /// The day in a cell; a text that is none, or could be two, is told.
    func day(
        _ row: CSVRow,
        _ column: Int?,
        order: TableDate.Order?,
        problem: (ReadProblem) throws -> Void
    ) throws -> CalendarDate? {
        guard let column else { return nil }
        let text = row.text(column)
        switch TableDate.read(text, order: order, allowsSerials: true) {
        case .empty: return nil
        case .day(let day): return day
        case .ambiguous:
            try problem(ReadProblem(line: row.line, column: column + 1, code: "ambiguous-date", text: text, isRejection: false))
        case .partial, .unreadable:
            try problem(ReadProblem(line: row.line, column: column + 1, code: "unreadable-date", text: text, isRejection: false))
        }
        return nil
    }

    /// Somebody named by two columns of a row, with the address of a profile in a third.
    func participant(_ row: CSVRow, given: Int?, family: Int?, address: Int?) -> LinkedInParticipant {
        let name = PersonName(given: TableCells.text(row, given), family: TableCells.text(row, family))
        return LinkedInParticipant(name: name, address: address.map(row.text))
    }
}

extension JSONValue {
    /// A day as ISO 8601 text.
    static func day(_ day: CalendarDate) -> JSONValue { .string(day.description) }
}
