import ContactFormats
import ContactModel
import RecordLinkage

/// The entries that make contacts, each with all it ever said, made ready for linking.
struct LinkableEntries {
    /// What is known of an entry beside what it says.
    struct Place {
        var entry: Int64
        var list: ListCatalog.Key
        /// Where in the history of its list it stood.
        var presence: [Range<Int>]
    }

    private(set) var places: [Place] = []
    private(set) var table = FeatureTable(.contacts)
    private let catalog: ListCatalog

    /// How many entries are decoded at a time.
    private static let batchSize = 1 << 14

    /// Reads the entries of all lists that make contacts; of none where there is only one list, and it holds nobody twice.
    init(session: any Session, vaultID: Int64, evenForOneList: Bool = false) throws {
        catalog = try ListCatalog(session, vaultID: vaultID)
        let lists = catalog.lists.values.filter(\.makesContacts)
        guard evenForOneList || lists.count > 1 || lists.contains(where: { !$0.isConnections }) else { return }
        let names = EntryList.allCases.filter(\.makesContacts).map(\.rawValue)
        let select = try session.statement(
            """
            SELECT e.entry_id, e.source_id, e.list, r.first_snapshot, r.gone_snapshot, r.card FROM entry e
            JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
            WHERE e.vault_id = ? AND e.list IN (\(names.map { _ in "?" }.joined(separator: ", "))) ORDER BY e.vault_id, e.entry_id
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        for (position, name) in names.enumerated() { select.bind(position + 1, name) }
        var batch: [[Saying]] = []
        while try select.step() {
            let entry = select.integer(0)
            let list = ListCatalog.Key(sourceID: select.integer(1), list: select.text(2))
            let run = Run(first: select.integer(3), gone: select.optionalInteger(4), hash: ContentHash(of: []))
            let saying = Saying(range: catalog.facts(list).order.range(run), card: select.bytes(5))
            if places.last?.entry == entry {
                places[places.count - 1].presence.append(saying.range)
                batch[batch.count - 1].append(saying)
            } else {
                if batch.count == Self.batchSize { append(&batch) }
                places.append(Place(entry: entry, list: list, presence: [saying.range]))
                batch.append([saying])
            }
        }
        append(&batch)
        table.countFrequencies()
    }

    /// Whether two entries stood together in one list of connections, where nobody stands twice.
    func stoodTogether(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (places[one], places[other])
        guard first.list == second.list, catalog.facts(first.list).isConnections else { return false }
        return first.presence.contains { range in second.presence.contains { $0.overlaps(range) } }
    }

    /// The place of an entry.
    func place(of entry: Int64) -> Int? {
        // Entries come in order of their numbers.
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].entry < entry { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].entry == entry ? low : nil
    }

    /// What one record of an entry says, and when it stood.
    fileprivate struct Saying: Sendable {
        var range: Range<Int>
        var card: [UInt8]
    }

    /// Decodes a batch on all cores, and appends it in its order.
    private mutating func append(_ batch: inout [[Saying]]) {
        guard !batch.isEmpty else { return }
        let (sayings, parts) = (batch, 4)
        let size = (sayings.count + parts - 1) / parts
        var tables = [FeatureTable](repeating: FeatureTable(.contacts), count: parts)
        tables.changeEachConcurrently { part, table in
            for entry in sayings.dropFirst(part * size).prefix(size) { table.append(LinkageRecord(entry)) }
        }
        for part in tables { table.append(contentsOf: part) }
        batch.removeAll(keepingCapacity: true)
    }
}

extension LinkageRecord {
    /// All that an entry ever said: what it says now, and behind it the addresses, numbers and employers it had before.
    fileprivate init(_ sayings: [LinkableEntries.Saying]) {
        let cards = sayings.sorted { $0.range.upperBound > $1.range.upperBound }.compactMap { JSContact.decode($0.card) }
        var card = cards.first ?? Card()
        for older in cards.dropFirst() {
            for email in older.emails where !card.emails.contains(email) { card.emails.append(email) }
            for phone in older.phones where !card.phones.contains(phone) { card.phones.append(phone) }
            for organization in older.organizations where !card.organizations.contains(organization) {
                card.organizations.append(organization)
            }
        }
        self.init(card)
    }
}
