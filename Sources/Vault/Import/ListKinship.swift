import ContactFormats
import ContactModel

/// Whose address book a file is, where nothing tells but what it is called: the lists of one name, and of that name with a number, compared by
/// whom they hold.
///
/// A next export has most people of the one before. Less than one in ten of the shorter of the two speaks for another list: somebody else's
/// contacts, another account's, or a part that came late. Of several lists the one with the greatest share of the longer of the two is meant,
/// and the one of the bare name where that is at least a half.
struct ListKinship {
    private let session: any Session
    private let vaultID: Int64
    private let table: any Table
    private let name: String
    /// The lists that have people, the one of the bare name first.
    private let lists: [(source: Int64, name: String, count: Int)]

    /// Looks for the lists; `nil` where the question is none: of a list that names its account, or where there is no such list yet.
    init?(_ session: any Session, vaultID: Int64, _ table: any Table, name: String) throws {
        guard table.list == .addressBook, !name.hasPrefix(LinkedInHandOut.service) else { return nil }
        let sources = try session.rows("SELECT source_id, name FROM source WHERE vault_id = ? ORDER BY source_id", [.integer(vaultID)]) {
            ($0.integer(0), $0.text(1))
        }
        let family = sources.filter { $0.1 == name || SourceName.isNumbered($0.1, of: name) }
        lists = try family.compactMap { source, name in
            let count = try session.first(
                """
                SELECT count(DISTINCT e.entry_id) FROM entry e JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
                WHERE e.vault_id = ? AND e.source_id = ? AND e.list = ? AND r.gone_snapshot IS NULL
                """, [.integer(vaultID), .integer(source), .text(EntryList.addressBook.rawValue)]
            ) { Int($0.integer(0)) }
            return count.flatMap { $0 > 0 ? (source, name, $0) : nil }
        }.sorted { $0.name == name && $1.name != name }
        guard !lists.isEmpty else { return nil }
        (self.session, self.vaultID, self.table, self.name) = (session, vaultID, table, name)
    }

    /// The list the table is the next export of; `nil` where it is of none.
    func closest() throws -> String? {
        let (common, count) = try matches()
        // A table that names nobody takes nobody's place.
        guard count > 0 else { return name }
        // A list of few people, all of whom are in the table, must not take it from one that is as long: the longer of the two counts.
        let kin = lists.compactMap { list -> (name: String, share: Double)? in
            let shared = common[list.source]?.count ?? 0
            guard shared * 10 >= min(list.count, count) else { return nil }
            return (list.name, Double(shared) / Double(max(list.count, count)))
        }
        if let own = kin.first, own.name == name, own.share >= 0.5 { return name }
        // Of equal ones the first counts.
        return kin.reversed().max { $0.share < $1.share }?.name ?? (lists.contains { $0.name == name } ? nil : name)
    }

    /// Ends reading once there is no doubt any more.
    private struct Enough: Error {}

    /// The entries of each list the table has too, by its key or by one that nobody else in the list has: a switchboard's number is many
    /// people's. And how many entries of the table were looked at: all, unless most of the only list is in it.
    private func matches() throws -> (common: [Int64: Set<Int64>], count: Int) {
        let index = try session.statement(
            """
            SELECT e.source_id, e.entry_id FROM identity i JOIN entry e ON e.vault_id = i.vault_id AND e.entry_id = i.entry_id
            WHERE i.vault_id = ? AND i.key_hash = ? AND e.list = ?
            """)
        // A number that thousands share is looked up once, not once for each of them.
        var crowded: [Int64: [Int64: (first: Int64, isAlone: Bool)]] = [:]
        func entries(having key: Int64) throws -> [Int64: (first: Int64, isAlone: Bool)] {
            if let known = crowded[key] { return known }
            index.bind(0, vaultID)
            index.bind(1, key)
            index.bind(2, table.list.rawValue)
            defer { index.reset() }
            var entries: [Int64: (first: Int64, isAlone: Bool)] = [:]
            var count = 0
            while try index.step() {
                count += 1
                let (source, entry) = (index.integer(0), index.integer(1))
                if let known = entries[source] {
                    if known.first != entry { entries[source] = (known.first, false) }
                } else {
                    entries[source] = (entry, true)
                }
            }
            if count > 8 { crowded[key] = entries }
            return entries
        }
        var common: [Int64: Set<Int64>] = [:]
        var count = 0
        do {
            _ = try table.read { event in
                guard case .entry(let entry) = event else { return }
                count += 1
                for key in EntryPreparation.joiningKeys(of: entry.card, key: entry.key) {
                    for (source, found) in try entries(having: key) where found.isAlone { common[source, default: []].insert(found.first) }
                }
                for list in lists {
                    let key = ListCatalog.Key(sourceID: list.source, list: table.list.rawValue)
                    let own = EntryName(key: entry.key, list: key, sourceName: list.name, ordinal: 0).id.keyHash
                    if let found = try entries(having: own)[list.source] { common[list.source, default: []].insert(found.first) }
                    // Of several lists the whole table tells which is the closest.
                    if lists.count == 1, let known = common[list.source], known.count * 2 > list.count { throw Enough() }
                }
            }
        } catch is Enough {}
        return (common, count)
    }

    /// A name of the family that no list has: with the number the file bears, if that is free.
    func free() throws -> String {
        let taken = Set(try session.rows("SELECT name FROM source WHERE vault_id = ?", [.integer(vaultID)]) { $0.text(0) })
        let own = table.members.first.flatMap { SourceName.number(of: $0.path) }
        let numbers = [own].compactMap { $0 }.filter { $0 > 1 } + Array(2...(taken.count + 2))
        return numbers.lazy.map { SourceName.numbered(name, $0) }.first { !taken.contains($0) } ?? name
    }
}
