import ContactModel
import ContactQuality

/// A list of people that other rows than their own give, or texts of theirs the list does not know.
enum Membership: Sendable {
    /// Who stands in the source of a name, in small letters.
    case source(String)
    /// Whom a change of a kind happened to between two days, both included; `nil` for no end.
    case changed(ChangeKind, from: CalendarDate?, to: CalendarDate?)
    /// To whom imports did something; `nil` for anything.
    case imported(ImportReference, ImportEffect?)
    /// Who has more than the fields: tags, notes.
    case havingMore
    /// Who has an address of a page or a place.
    case havingAddress
    /// Who has an e-mail address that can be one, by its form.
    case havingEmail

    /// The query for the numbers of those in it; somebody may come several times.
    func sql(_ session: any Session, vaultID: Int64) throws -> (text: String, parameters: [SQLValue]) {
        switch self {
        case .source(let name):
            let numbers = try KnownLists.names(session, vaultID: vaultID).filter { $0.name == name }.map { SQLValue.integer($0.number) }
            // The plus keeps from going by the index of people: entries are read one after another, in half the time.
            return (
                "SELECT e.person_id FROM entry e WHERE +e.vault_id = ? AND e.source_id IN (\(numbers.isEmpty ? "NULL" : numbers.map { _ in "?" }.joined(separator: ", ")))",
                [.integer(vaultID)] + numbers
            )
        case .changed(let kind, let from, let to):
            // Whose first company or title became known has changed nothing.
            let isChange = [.moved, .retitled].contains(kind) ? " AND c.from_text IS NOT NULL" : ""
            return (
                "SELECT c.person_id FROM change c WHERE c.vault_id = ? AND c.kind = ? AND c.happened_on >= ? AND c.happened_on <= ?\(isChange)",
                [
                    .integer(vaultID), .text(kind.rawValue), .text(from?.description ?? ""), .text(to?.description ?? "9999-99-99"),
                ]
            )
        case .imported(let reference, let effect):
            let people = try ImportedPeople(reference, session, vaultID: vaultID)
            let numbers = people.numbers(effect).sorted().map { String($0) }.joined(separator: ",")
            return ("SELECT value FROM json_each(?)", [.text("[\(numbers)]")])
        case .havingMore: return ("SELECT m.person_id FROM person m WHERE m.vault_id = ? AND m.more <> ''", [.integer(vaultID)])
        case .havingAddress: return ("SELECT m.person_id FROM person m WHERE m.vault_id = ? AND m.address <> ''", [.integer(vaultID)])
        case .havingEmail:
            // Numbers are ours, and few: hardly anybody has nothing but what is no address.
            let others = try Self.withoutWritable(session, vaultID: vaultID).map { String($0) }.joined(separator: ", ")
            return (
                "SELECT m.person_id FROM person m WHERE m.vault_id = ? AND m.email_kind IS NOT NULL AND m.person_id NOT IN (\(others))",
                [.integer(vaultID)]
            )
        }
    }
}

extension Membership {
    /// Those whose e-mail addresses are none by their form (`AddressSyntax`), as far as the text they are found by shows.
    private static func withoutWritable(_ session: any Session, vaultID: Int64) throws -> [Int64] {
        var numbers: [Int64] = []
        try forEachWithEmail(session, vaultID: vaultID) { number, isWritable in if !isWritable { numbers.append(number) } }
        return numbers
    }

    /// Hands over everybody with an e-mail address, and whether one has the form of an address.
    fileprivate static func forEachWithEmail(_ session: any Session, vaultID: Int64, _ body: (Int64, _ isWritable: Bool) -> Void) throws {
        let statement = try session.statement("SELECT person_id, address FROM person WHERE vault_id = ? AND email_kind IS NOT NULL")
        statement.bind(0, vaultID)
        defer { statement.reset() }
        while try statement.step() {
            let words = statement.text(1).split { $0.isWhitespace }
            body(statement.integer(0), words.contains { $0.utf8.contains(0x40) && AddressSyntax.flaw(in: String($0)) == nil })
        }
    }
}

/// The lists of people that searches ask for again and again and the index of names does not hold: each is found out once, and kept as a
/// bit for each person, until anything changes.
struct KnownLists: Sendable {
    /// Who stands in each source, by its name in small letters.
    private(set) var sources: [String: NumberSet]?
    /// Who has more than the fields.
    private(set) var more: NumberSet?
    private var address: NumberSet?
    private var email: NumberSet?
    /// What the imports that were asked for last did: one who explores them goes from one number to the next.
    private var imported: (by: ImportReference, people: ImportedPeople)?

    /// Who is in a list; `nil` for one that is asked of the database each time.
    mutating func people(in list: Membership, _ session: any Session, vaultID: Int64) throws -> NumberSet? {
        switch list {
        case .source(let name):
            try findSources(session, vaultID: vaultID)
            return sources?[name] ?? NumberSet()
        case .havingMore:
            try findTexts(session, vaultID: vaultID)
            return more
        case .havingAddress:
            try findTexts(session, vaultID: vaultID)
            return address
        case .havingEmail:
            if let email { return email }
            var found = NumberSet()
            try Membership.forEachWithEmail(session, vaultID: vaultID) { number, isWritable in if isWritable { _ = found.insert(number) } }
            email = found
            return found
        case .imported(let reference, let effect):
            let people =
                if let imported, imported.by == reference {
                    imported.people
                } else {
                    try ImportedPeople(reference, session, vaultID: vaultID)
                }
            imported = (reference, people)
            var found = NumberSet()
            for number in people.numbers(effect) { _ = found.insert(number) }
            return found
        case .changed: return nil
        }
    }

    /// Finds out who stands in each source, where that is not known yet.
    mutating func findSources(_ session: any Session, vaultID: Int64) throws {
        guard sources == nil else { return }
        let names = try Self.names(session, vaultID: vaultID)
        // Most entries follow others of their source: the set at hand is only changed for another at its end.
        var (found, at, set): ([Int64: NumberSet], Int64?, NumberSet) = ([:], nil, NumberSet())
        _ = try session.rows(
            "SELECT person_id, source_id FROM entry WHERE vault_id = ? ORDER BY vault_id, entry_id", [.integer(vaultID)]
        ) { row in
            let source = row.integer(1)
            if source != at {
                if let at { found[at] = set }
                (at, set) = (source, found.removeValue(forKey: source) ?? NumberSet())
            }
            _ = set.insert(row.integer(0))
        }
        if let at { found[at] = set }
        sources = Dictionary(names.map { ($0.name, found[$0.number] ?? NumberSet()) }) { $0.union($1) }
    }

    /// The names of sources in small letters, of whatever script: the database knows those of ASCII only.
    fileprivate static func names(_ session: any Session, vaultID: Int64) throws -> [(number: Int64, name: String)] {
        try session.rows("SELECT source_id, name FROM source WHERE vault_id = ?", [.integer(vaultID)]) {
            ($0.integer(0), $0.text(1).lowercased())
        }
    }

    /// Finds out who has texts besides the fields, where that is not known yet.
    mutating func findTexts(_ session: any Session, vaultID: Int64) throws {
        guard more == nil else { return }
        var (more, address) = (NumberSet(), NumberSet())
        _ = try session.rows(
            "SELECT person_id, more <> '', address <> '' FROM person WHERE vault_id = ? ORDER BY vault_id, person_id", [.integer(vaultID)]
        ) { row in
            if row.integer(1) != 0 { _ = more.insert(row.integer(0)) }
            if row.integer(2) != 0 { _ = address.insert(row.integer(0)) }
        }
        (self.more, self.address) = (more, address)
    }
}
