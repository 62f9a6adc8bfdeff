public import ContactModel
import TextMatching

/// A change as it is stored. Who it is about is read only when that is asked, so that forty thousand changes can be counted in the time it
/// takes to read forty people.
public struct StoredChange {
    /// The day: of connecting, else of the first export that shows it.
    public let on: CalendarDate
    /// What kind of change.
    public let kind: ChangeKind
    fileprivate let row: any Statement
    fileprivate let people: PeopleOfChanges

    /// The value before; `nil` where there was none.
    public var from: String? { row.optionalText(4) }
    /// The value since; `nil` where there is none.
    public var to: String? { row.optionalText(5) }

    /// Whether the company the person works at now may hold some words; where it says no they certainly don't stand in it.
    public func mayBeAtCompany(holding words: String) -> Bool {
        let work = row.text(7)
        return SearchText.searchTerms(words).allSatisfy { $0.words.allSatisfy { work.contains($0) } }
    }

    /// The whole of it; `nil` where the person can't be read.
    public func summary() throws -> ChangeSummary? {
        guard let person = try people.person(row.integer(2)) else { return nil }
        return ChangeSummary(
            on: on, kind: kind, person: person.id, name: person.name, field: row.text(3), from: from, to: to,
            source: people.sources[row.integer(6)] ?? "", isOfConnections: people.networks.contains(row.integer(6)), company: person.company
        )
    }
}

extension Vault {
    /// Hands over the changes from a day on, the latest first.
    public func forEachChange(since: CalendarDate?, _ body: (ChangeSummary) throws -> Void) throws {
        try forEachStoredChange(since: since) { change in
            if let summary = try change.summary() { try body(summary) }
        }
    }

    /// Hands over the changes from a day on as they are stored, the latest first; each holds only while `body` has it.
    public func forEachStoredChange(since: CalendarDate?, _ body: (StoredChange) throws -> Void) throws {
        try engine.read { session in
            let people = PeopleOfChanges(
                reader: try PersonReader(session: session, vaultID: vaultID),
                sources: Dictionary(
                    uniqueKeysWithValues: try session.rows("SELECT source_id, name FROM source WHERE vault_id = ?", [.integer(vaultID)]) {
                        ($0.integer(0), $0.text(1))
                    }),
                networks: try session.networks(vaultID: vaultID))
            // Namesakes are told apart by what the row says of them: their numbers hang on which file came first.
            let select = try session.statement(
                """
                SELECT c.happened_on, c.kind, c.person_id, c.field, c.from_text, c.to_text, c.source_id, p.work
                FROM change c JOIN person p ON p.vault_id = c.vault_id AND p.person_id = c.person_id
                JOIN source s ON s.vault_id = c.vault_id AND s.source_id = c.source_id
                WHERE c.vault_id = ? AND c.happened_on >= ? AND p.standing <> 'owner'
                ORDER BY c.happened_on DESC, p.sort_name, p.connected_on, p.work, p.address, c.person_id, s.name, c.position
                """
            )
            defer { select.reset() }
            select.bind(0, vaultID)
            select.bind(1, since?.description ?? "")
            while try select.step() {
                guard let day = CalendarDate(iso: select.text(0)), let kind = ChangeKind(rawValue: select.text(1)) else { continue }
                try body(StoredChange(on: day, kind: kind, row: select, people: people))
            }
        }
    }
}

/// The people changes are about, each read once.
private final class PeopleOfChanges {
    let sources: [Int64: String]
    let networks: Set<Int64>
    private let reader: PersonReader
    private var known: [Int64: (id: UniqueID, name: String, company: String?)] = [:]

    init(reader: PersonReader, sources: [Int64: String], networks: Set<Int64>) {
        (self.reader, self.sources, self.networks) = (reader, sources, networks)
    }

    func person(_ number: Int64) throws -> (id: UniqueID, name: String, company: String?)? {
        if let person = known[number] { return person }
        guard let person = try reader.person(number) else { return nil }
        let told = (person.id, person.displayName, person.companies.first?.value)
        known[number] = told
        return told
    }
}

extension Session {
    /// The sources that have a list of connections. Who comes into the list of another, an address book, is nobody's connection by that.
    func networks(vaultID: Int64) throws -> Set<Int64> {
        Set(
            try rows("SELECT DISTINCT source_id FROM snapshot WHERE vault_id = ? AND list = 'connections'", [.integer(vaultID)]) {
                $0.integer(0)
            })
    }
}
