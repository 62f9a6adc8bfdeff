import ContactFormats
import ContactModel
import RecordLinkage

/// The entries that make contacts, each with all it ever said, made ready for linking.
///
/// What was made ready before and is still what the records say is taken from where it is kept; of all others the cards are read.
struct LinkableEntries {
    /// What is known of an entry beside what it says.
    struct Place {
        var entry: Int64
        /// Whose entry it is so far.
        var person: Int64
        var list: ListCatalog.Key
        /// Where in the history of its list it stood.
        var presence: [Range<Int>]
        fileprivate var basis = FeatureStore.Basis.none
    }

    /// What entries are made ready from.
    enum Origin {
        /// From what is kept, where that is of the same records.
        case kept
        /// From the records alone.
        case records
    }

    private(set) var places: [Place] = []
    private(set) var table = FeatureTable(.contacts)
    private let catalog: ListCatalog
    /// The entries' numbers, ascending, and beside each its place.
    private var numbers: [Int64] = []
    private var placeOfNumber: [Int32] = []
    /// Entries whose features were made of their cards, and entries that have features nobody wants any more.
    private var made: [Int64] = []
    private var outdated: [Int64] = []

    /// How many entries are decoded at a time.
    private static let batchSize = 1 << 14

    /// Reads the entries of all lists that make contacts; of none where there is only one list, and it holds nobody twice.
    init(session: any Session, vaultID: Int64, evenForOneList: Bool = false, from origin: Origin = .kept) throws {
        catalog = try ListCatalog(session, vaultID: vaultID)
        let lists = catalog.lists.values.filter(\.makesContacts)
        let isWorthwhile = evenForOneList || lists.count > 1 || lists.contains { !$0.isConnections }
        let store = FeatureStore(session: session, vaultID: vaultID)
        let reader = try store.read()
        if isWorthwhile { try readPlaces(session, vaultID, origin == .kept ? reader : nil) }
        try reader.end()
        outdated += reader.outdated
        guard isWorthwhile else { return }
        try decode(session, vaultID)
        table.countFrequencies()
        // Records that meet lie side by side then, and are compared in a fraction of the time.
        let order = table.arrange()
        numbers = places.map(\.entry)
        places = order.map { places[Int($0)] }
        placeOfNumber = [Int32](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { placeOfNumber[Int(number)] = Int32(truncatingIfNeeded: place) }
    }

    /// Whether two entries stood together in one list of connections, where nobody stands twice.
    func stoodTogether(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (places[one], places[other])
        guard first.list == second.list, catalog.facts(first.list).isConnections else { return false }
        return first.presence.contains { range in second.presence.contains { $0.overlaps(range) } }
    }

    /// The place of an entry.
    func place(of entry: Int64) -> Int? {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == entry ? Int(placeOfNumber[low]) : nil
    }

    // MARK: What is kept

    /// Keeps what was made ready, and lets go what nobody wants any more.
    func keep(_ session: any Session, vaultID: Int64) throws {
        let store = FeatureStore(session: session, vaultID: vaultID)
        try store.remove(outdated)
        try store.keep(made.compactMap { place(of: $0) }.map { (places[$0].entry, places[$0].basis, table.encoded($0)) })
    }

    /// Whether what is kept is exactly what these entries were made ready to be.
    func areKept(_ session: any Session, vaultID: Int64) throws -> Bool {
        let reader = try FeatureStore(session: session, vaultID: vaultID).read()
        var isSame = true
        for number in numbers {
            guard let place = place(of: number) else { continue }
            if try reader.features(of: number, madeOf: places[place].basis) != table.encoded(place) { isSame = false }
        }
        try reader.end()
        return isSame && reader.outdated.isEmpty
    }

    // MARK: Reading

    /// What one record of an entry says, and when it stood.
    fileprivate struct Saying: Sendable {
        var range: Range<Int>
        var card: [UInt8]
    }

    /// Reads where entries stood, and what is kept of them.
    private mutating func readPlaces(_ session: any Session, _ vaultID: Int64, _ kept: FeatureStore.Reader?) throws {
        let names = EntryList.allCases.filter(\.makesContacts).map(\.rawValue)
        let select = try session.statement(
            """
            SELECT e.entry_id, e.person_id, e.source_id, e.list, r.first_snapshot, r.gone_snapshot, r.hash FROM entry e
            JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
            WHERE e.vault_id = ? AND e.list IN (\(names.map { _ in "?" }.joined(separator: ", "))) ORDER BY e.vault_id, e.entry_id
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        for (position, name) in names.enumerated() { select.bind(position + 1, name) }
        let noHash = ContentHash(of: [])
        var runs: [(range: Range<Int>, hash: ContentHash)] = []
        var facts = (key: ListCatalog.Key(sourceID: 0, list: ""), order: SnapshotOrder([]))
        while try select.step() {
            let entry = select.integer(0)
            if places.last?.entry != entry {
                try complete(runs, kept)
                runs.removeAll(keepingCapacity: true)
                let list = ListCatalog.Key(sourceID: select.integer(2), list: select.text(3))
                if list != facts.key { facts = (list, catalog.facts(list).order) }
                places.append(Place(entry: entry, person: select.integer(1), list: list, presence: []))
            }
            let hash = ContentHash(stored: select.bytes(6)) ?? noHash
            runs.append((facts.order.range(Run(first: select.integer(4), gone: select.optionalInteger(5), hash: hash)), hash))
        }
        try complete(runs, kept)
    }

    /// Completes the last place with the runs of its entry.
    private mutating func complete(_ runs: [(range: Range<Int>, hash: ContentHash)], _ kept: FeatureStore.Reader?) throws {
        guard let last = places.indices.last else { return }
        let basis = FeatureStore.Basis(runs.sorted { Self.isLater($0.range, $1.range) }.map(\.hash))
        places[last].presence = runs.map(\.range)
        places[last].basis = basis
        let entry = places[last].entry
        if let features = try kept?.features(of: entry, madeOf: basis) {
            if table.append(encoded: features) { return }
            outdated.append(entry)
        } else {
            table.append(encoded: [])
        }
        made.append(entry)
    }

    /// Of the records of an entry those it said last come first.
    fileprivate static func isLater(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        (other.upperBound, other.lowerBound) < (one.upperBound, one.lowerBound)
    }

    /// Makes ready what was not kept, a batch at a time on all processors. Places are in the order of the entries' numbers still.
    private mutating func decode(_ session: any Session, _ vaultID: Int64) throws {
        guard !made.isEmpty else { return }
        let select = try session.statement(
            "SELECT first_snapshot, gone_snapshot, card FROM record WHERE vault_id = ? AND entry_id = ? ORDER BY first_snapshot")
        defer { select.reset() }
        select.bind(0, vaultID)
        let noHash = ContentHash(of: [])
        var next = 0
        for start in stride(from: 0, to: made.count, by: Self.batchSize) {
            var batch: [(place: Int, sayings: [Saying])] = []
            for entry in made[start..<min(start + Self.batchSize, made.count)] {
                // Both ascend.
                while places[next].entry != entry { next += 1 }
                let order = catalog.facts(places[next].list).order
                select.bind(1, entry)
                var sayings: [Saying] = []
                while try select.step() {
                    let run = Run(first: select.integer(0), gone: select.optionalInteger(1), hash: noHash)
                    sayings.append(Saying(range: order.range(run), card: select.bytes(2)))
                }
                batch.append((next, sayings))
            }
            decode(batch)
        }
    }

    private mutating func decode(_ batch: [(place: Int, sayings: [Saying])]) {
        let parts = 4
        let size = (batch.count + parts - 1) / parts
        var tables = [FeatureTable](repeating: FeatureTable(.contacts), count: parts)
        tables.changeEachConcurrently { part, table in
            for entry in batch.dropFirst(part * size).prefix(size) { table.append(LinkageRecord(entry.sayings)) }
        }
        for (position, entry) in batch.enumerated() { table.replace(entry.place, with: position % size, of: tables[position / size]) }
    }
}

extension LinkageRecord {
    /// All that an entry ever said: what it says now, and behind it the addresses, numbers and employers it had before.
    fileprivate init(_ sayings: [LinkableEntries.Saying]) {
        let cards = sayings.sorted { LinkableEntries.isLater($0.range, $1.range) }.compactMap { JSContact.decode($0.card) }
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
