import ContactFormats
import ContactModel
import RecordLinkage
import TextMatching

/// An entry with all that identity and projection need.
struct StoredEntry {
    var number: Int64
    var person: Int64
    var name: EntryName
    var list: ListCatalog.Key
    var records: [ProjectedRecord]
    var facts: IdentityFacts

    /// What the entry said last.
    var latestCard: Card { Self.latestCard(of: records) }

    fileprivate static func latestCard(of records: [ProjectedRecord]) -> Card {
        records.max { $0.list.order.range($0.run).upperBound < $1.list.order.range($1.run).upperBound }?.card ?? Card()
    }
}

/// Reads entries with their records, and finds those that share a key.
final class EntryReader {
    private let vaultID: Int64
    private let findEntry: any Statement
    private let findRecords: any Statement
    private let findByKey: any Statement
    private let findByPerson: any Statement
    private let assignPerson: any Statement

    init(session: any Session, vaultID: Int64) throws {
        self.vaultID = vaultID
        findEntry = try session.statement(
            "SELECT source_id, list, key, ordinal, person_id FROM entry WHERE vault_id = ? AND entry_id = ?"
        )
        findRecords = try session.statement(
            "SELECT first_snapshot, gone_snapshot, hash, card FROM record WHERE vault_id = ? AND entry_id = ? ORDER BY first_snapshot"
        )
        findByKey = try session.statement("SELECT entry_id FROM identity WHERE vault_id = ? AND key_hash = ?")
        findByPerson = try session.statement("SELECT entry_id, source_id, list FROM entry WHERE vault_id = ? AND person_id = ?")
        assignPerson = try session.statement("UPDATE entry SET person_id = ? WHERE vault_id = ? AND entry_id = ?")
    }

    /// An entry by its number; `nil` where there is none.
    func entry(_ number: Int64, catalog: ListCatalog) throws -> StoredEntry? {
        findEntry.bind(0, vaultID)
        findEntry.bind(1, number)
        defer { findEntry.reset() }
        guard try findEntry.step(), let key = IdentityKey(description: findEntry.text(2)) else { return nil }
        let list = ListCatalog.Key(sourceID: findEntry.integer(0), list: findEntry.text(1))
        let facts = catalog.facts(list)
        let records = try records(of: number, in: facts)
        let name = EntryName(key: key, list: list, sourceName: facts.sourceName, ordinal: findEntry.integer(3))
        return StoredEntry(
            number: number,
            person: findEntry.integer(4),
            name: name,
            list: list,
            records: records,
            facts: Self.facts(number, id: name.id, key: key, list: list, facts, records)
        )
    }

    private func records(of entry: Int64, in list: ListFacts) throws -> [ProjectedRecord] {
        findRecords.bind(0, vaultID)
        findRecords.bind(1, entry)
        defer { findRecords.reset() }
        var records: [ProjectedRecord] = []
        while try findRecords.step() {
            guard let hash = ContentHash(stored: findRecords.bytes(2)), let card = JSContact.decode(findRecords.bytes(3)) else { continue }
            let run = Run(first: findRecords.integer(0), gone: findRecords.optionalInteger(1), hash: hash)
            records.append(ProjectedRecord(entry: entry, list: list, run: run, card: card))
        }
        return records
    }

    private static func facts(
        _ number: Int64,
        id: UniqueID,
        key: IdentityKey,
        list: ListCatalog.Key,
        _ facts: ListFacts,
        _ records: [ProjectedRecord]
    ) -> IdentityFacts {
        let latest = StoredEntry.latestCard(of: records)
        let given = latest.name.given.map { TextFolding.folded($0) } ?? ""
        return IdentityFacts(
            entry: number,
            id: id,
            list: Int(list.sourceID) * EntryList.allCases.count
                + (EntryList(rawValue: list.list).flatMap(EntryList.allCases.firstIndex) ?? 0),
            source: Int(list.sourceID),
            isConnectionList: facts.isConnections,
            isOwner: facts.isOwner,
            keys: records.flatMap { IdentityKeys.joining(of: $0.card, entryKey: key) },
            given: given.split(separator: " ").first.map(String.init) ?? "",
            nameWords: Set(TextFolding.folded(latest.name.givenFirst).split(separator: " ").map(String.init)),
            presence: records.map { facts.order.range($0.run) },
            birthday: latest.birthday
        )
    }

    /// The entries that have one of these keys.
    func entries(having keys: some Sequence<Int64>) throws -> [Int64] {
        var found: [Int64] = []
        for key in keys {
            findByKey.bind(0, vaultID)
            findByKey.bind(1, key)
            defer { findByKey.reset() }
            while try findByKey.step() { found.append(findByKey.integer(0)) }
        }
        return found
    }

    /// What was followed from entry to entry already: each key and each person once, however many entries share it.
    struct Followed {
        fileprivate var keys: Set<Int64> = []
        fileprivate var people: Set<Int64> = []
    }

    /// The entries that share a key or the person with an entry, by what was not followed before.
    func neighbours(of entry: StoredEntry, besides followed: inout Followed) throws -> [Int64] {
        var found = try entries(having: entry.facts.keys.map(\.hash).filter { followed.keys.insert($0).inserted })
        guard followed.people.insert(entry.person).inserted else { return found }
        findByPerson.bind(0, vaultID)
        findByPerson.bind(1, entry.person)
        defer { findByPerson.reset() }
        while try findByPerson.step() { found.append(findByPerson.integer(0)) }
        return found
    }

    /// Whether a person is made of several entries.
    func areSeveral(of person: Int64) throws -> Bool {
        findByPerson.bind(0, vaultID)
        findByPerson.bind(1, person)
        defer { findByPerson.reset() }
        return try findByPerson.step() && findByPerson.step()
    }

    /// The entries a person is made of.
    func entries(of person: Int64, catalog: ListCatalog) throws -> [StoredEntry] {
        findByPerson.bind(0, vaultID)
        findByPerson.bind(1, person)
        var numbers: [Int64] = []
        while try findByPerson.step() { numbers.append(findByPerson.integer(0)) }
        findByPerson.reset()
        return try numbers.compactMap { try entry($0, catalog: catalog) }.sorted { $0.name < $1.name }
    }

    /// The other entries of an entry's person in a list.
    func siblings(of entry: Int64, in list: ListCatalog.Key) throws -> [Int64] {
        findEntry.bind(0, vaultID)
        findEntry.bind(1, entry)
        defer { findEntry.reset() }
        guard try findEntry.step() else { return [] }
        findByPerson.bind(0, vaultID)
        findByPerson.bind(1, findEntry.integer(4))
        defer { findByPerson.reset() }
        var found: [Int64] = []
        while try findByPerson.step() {
            let isInList = findByPerson.integer(1) == list.sourceID && findByPerson.text(2) == list.list
            if isInList, findByPerson.integer(0) != entry { found.append(findByPerson.integer(0)) }
        }
        return found
    }

    /// Says whose entry it is.
    func assign(_ entry: Int64, to person: Int64) throws {
        assignPerson.bind(0, person)
        assignPerson.bind(1, vaultID)
        assignPerson.bind(2, entry)
        try assignPerson.run()
    }
}
