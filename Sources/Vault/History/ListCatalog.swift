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

    init(_ session: any Session, vaultID: Int64) throws {
        let names = Dictionary(
            uniqueKeysWithValues: try session.rows("SELECT source_id, name FROM source WHERE vault_id = ?", [.integer(vaultID)]) {
                ($0.integer(0), $0.text(1))
            }
        )
        // A list of which no row says whose it is tells of nobody that they are gone. While one is read, its rows are not counted yet.
        let marks = try session.rows(
            """
            SELECT source_id, list, snapshot_id, exported_on, order_within_day, fields, uuid
            FROM snapshot WHERE vault_id = ? AND is_undone = 0 AND (entry_count > 0 OR row_count = 0)
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
            order: order
        )
    }
}
