import ContactModel

/// A list of people that other rows than their own give, or texts of theirs the list does not know.
enum Membership: Sendable {
    /// Who stands in the source of a name, in small letters.
    case source(String)
    /// Whom a change of a kind happened to between two days, both included; `nil` for no end.
    case changed(ChangeKind, from: CalendarDate?, to: CalendarDate?)
    /// Who has more than the fields: tags, notes.
    case havingMore
    /// Who has an address of a page or a place.
    case havingAddress

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
        case .havingMore: return ("SELECT m.person_id FROM person m WHERE m.vault_id = ? AND m.more <> ''", [.integer(vaultID)])
        case .havingAddress: return ("SELECT m.person_id FROM person m WHERE m.vault_id = ? AND m.address <> ''", [.integer(vaultID)])
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
