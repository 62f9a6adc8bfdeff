import ContactFormats
import ContactModel

/// The lists of a vault and the order of their snapshots, read once for one piece of work.
struct ListCatalog: Sendable {
    /// A list of a source.
    struct Key: Hashable, Sendable {
        var sourceID: Int64
        var list: String
    }

    private(set) var lists: [Key: ListFacts] = [:]

    /// The lists absence from which says something, for a statement: their names are ours.
    private static let fullLists = EntryList.allCases.filter(\.isFull).map { "'\($0.rawValue)'" }.joined(separator: ", ")

    init(_ session: any Session, vaultID: Int64) throws {
        let names = Dictionary(
            uniqueKeysWithValues: try session.rows("SELECT source_id, name FROM source WHERE vault_id = ?", [.integer(vaultID)]) {
                ($0.integer(0), $0.text(1))
            }
        )
        // A full list of which no row says whose it is tells of nobody that they are gone. While one is read, its rows are not counted yet.
        // One that earlier programs let end a record, or of which everybody was erased, stays.
        let marks = try session.rows(
            """
            SELECT s.source_id, s.list, s.snapshot_id, s.exported_on, s.order_within_day, s.fields, s.uuid
            FROM snapshot s WHERE s.vault_id = ? AND s.is_undone = 0
            AND (s.entry_count > 0 OR s.row_count = 0 OR s.list NOT IN (\(Self.fullLists)) OR EXISTS
            (SELECT 1 FROM record r WHERE r.vault_id = s.vault_id AND (r.gone_snapshot = s.snapshot_id OR r.first_snapshot = s.snapshot_id)))
            """,
            [.integer(vaultID)]
        ) { row in
            (
                Key(sourceID: row.integer(0), list: row.text(1)),
                SnapshotMark(
                    number: row.integer(2),
                    exportedOn: CalendarDate(iso: row.text(3)) ?? CalendarDate(daysSince1970: 0),
                    orderWithinDay: row.text(4),
                    fields: Set(row.text(5).split(separator: ",").map(String.init)),
                    uuid: UniqueID(row.text(6)) ?? UniqueID(high: 0, low: 0)
                )
            )
        }
        for (key, group) in Dictionary(grouping: marks, by: \.0) {
            lists[key] = Self.facts(key, name: names[key.sourceID] ?? "", order: SnapshotOrder(group.map(\.1)))
        }
    }

    /// What is known of a list; one without snapshots is empty.
    func facts(_ key: Key, name: String = "") -> ListFacts {
        lists[key] ?? Self.facts(key, name: name, order: SnapshotOrder([]))
    }

    private static func facts(_ key: Key, name: String, order: SnapshotOrder) -> ListFacts {
        let list = EntryList(rawValue: key.list)
        return ListFacts(
            sourceID: key.sourceID,
            sourceName: name,
            isConnections: list == .connections,
            makesContacts: list?.makesContacts ?? false,
            isFull: list?.isFull ?? false,
            isOwner: list == .owner,
            isCumulative: list?.isCumulative ?? false,
            order: order
        )
    }
}
