import ContactFormats
import ContactModel
import RecordLinkage

/// The entries that make contacts, each with all it ever said, made ready for linking.
///
/// What was made ready before and is still what the records say is taken from where it is kept; of all others the cards are read.
struct LinkableEntries {
    /// What is known of an entry beside what it says: numbers alone, since there may be a million of them.
    struct Place: BitwiseCopyable {
        var entry: Int64
        /// Whose entry it is so far.
        var person: Int64
        /// Its list, by its place among `lists`.
        var list: Int32
        /// Where in the history of its list it stood, by its place among `presences`.
        fileprivate var presence: Int32
        fileprivate var basis: FeatureStore.Basis
    }

    /// What entries are made ready from.
    enum Origin {
        /// From what is kept, where that is of the same records.
        case kept
        /// From the records alone.
        case records
    }

    private(set) var places: [Place] = []
    /// The lists the entries stand in.
    private(set) var lists: [ListCatalog.Key] = []
    /// The presences there are, each once; nearly all entries of a list stood in it at the same times.
    private var presences: [[Range<Int>]] = []
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

    /// Reads the entries of all lists that make contacts. Where there is but one list of connections, in which nobody stands twice, only of
    /// those who came later or went: who stood in it all along is nobody else in it. And of them only where they are many, for an old layout
    /// has no profiles to know people by: how rare a name is could not be told from a few.
    init(session: any Session, vaultID: Int64, evenForOneList: Bool = false, from origin: Origin = .kept) throws {
        catalog = try ListCatalog(session, vaultID: vaultID)
        let lists = catalog.lists.values.filter(\.makesContacts)
        let hasAll = evenForOneList || lists.count > 1 || lists.contains { !$0.isConnections }
        let isWorthwhile = try hasAll || lists.contains { $0.order.marks.count > 1 } && Self.holdsManyMore(session, vaultID)
        let reader = try FeatureStore(session: session, vaultID: vaultID).read()
        if isWorthwhile { try readPlaces(session, vaultID, besidesSteady: !hasAll, origin == .kept ? reader : nil) }
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
        guard first.list == second.list, catalog.facts(lists[Int(first.list)]).isConnections else { return false }
        return presences[Int(first.presence)].contains { range in
            presences[Int(second.presence)].contains { $0.overlaps(range) }
        }
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

    /// Whose an entry is so far; `nil` where it is none of these.
    func person(of entry: Int64) -> Int64? { place(of: entry).map { places[$0].person } }

    // MARK: What is kept

    /// Keeps what was made ready, and lets go what nobody wants any more.
    func keep(_ session: any Session, vaultID: Int64) throws {
        let store = FeatureStore(session: session, vaultID: vaultID)
        try store.remove(outdated)
        for start in stride(from: 0, to: made.count, by: Self.batchSize) {
            let places = made[start..<min(start + Self.batchSize, made.count)].compactMap { place(of: $0) }
            try store.keep(places.map { (self.places[$0].entry, self.places[$0].basis, table.encoded($0)) })
        }
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

    /// Whether a fourth more entries stand in a list than any of its exports holds: many came under another key than they had.
    private static func holdsManyMore(_ session: any Session, _ vaultID: Int64) throws -> Bool {
        func count(_ sql: String) throws -> Int64 {
            try session.first(sql, [.integer(vaultID), .text(EntryList.connections.rawValue)]) { $0.integer(0) } ?? 0
        }
        let entries = try count("SELECT count(*) FROM entry WHERE vault_id = ? AND list = ?")
        let most = try max(0, count("SELECT coalesce(max(entry_count), 0) FROM snapshot WHERE vault_id = ? AND is_undone = 0 AND list = ?"))
        return entries > most && entries - most >= most / 4
    }

    /// Reads where entries stood, and what is kept of them.
    ///
    /// - Parameter besidesSteady: passes over those who stand in every snapshot of their list.
    private mutating func readPlaces(
        _ session: any Session, _ vaultID: Int64, besidesSteady: Bool, _ kept: FeatureStore.Reader?
    ) throws {
        let count = besidesSteady ? 0 : try expectedCount(session, vaultID)
        // Grown by doubling, either would be there twice in between.
        places.reserveCapacity(count)
        table.reserve(count)
        // Of all lists: asking the database for some of them costs it more than the other entries cost here.
        let select = try session.statement(
            "SELECT entry_id, person_id, source_id, list FROM entry WHERE vault_id = ? ORDER BY vault_id, entry_id")
        defer { select.reset() }
        select.bind(0, vaultID)
        // Side by side with the entries, both in order: looking the records of each up costs several times as much.
        let records = try RunReader(session, vaultID: vaultID)
        defer { records.end() }
        var facts = catalog.facts(ListCatalog.Key(sourceID: 0, list: ""))
        var known: ListCatalog.Key?
        var runs: [(range: Range<Int>, hash: ContentHash)] = []
        var ranges: [Range<Int>] = []
        var presenceNumbers: [[Range<Int>]: Int32] = [:]
        var placesOfLists: [ListCatalog.Key: Int32] = [:]
        while try select.step() {
            let entry = select.integer(0)
            let key = ListCatalog.Key(sourceID: select.integer(2), list: select.text(3))
            if key != known { (known, facts) = (key, catalog.facts(key)) }
            guard facts.makesContacts else { continue }
            let list = placesOfLists[key] ?? Int32(truncatingIfNeeded: lists.count)
            if list == lists.count {
                placesOfLists[key] = list
                lists.append(key)
            }
            runs.removeAll(keepingCapacity: true)
            ranges.removeAll(keepingCapacity: true)
            try records.forEach(of: entry) { run in
                let range = facts.order.range(run)
                runs.append((range, run.hash))
                ranges.append(range)
            }
            if besidesSteady, ranges.reduce(0, { $0 + $1.count }) == facts.order.marks.count { continue }
            let presence = presenceNumbers[ranges] ?? Int32(truncatingIfNeeded: presences.count)
            if presence == presences.count {
                presenceNumbers[ranges] = presence
                presences.append(ranges)
            }
            if runs.count > 1 { runs.sort { Self.isLater($0.range, $1.range) } }
            let basis = FeatureStore.Basis(runs.map(\.hash))
            places.append(Place(entry: entry, person: select.integer(1), list: list, presence: presence, basis: basis))
            switch try kept?.appendFeatures(of: entry, madeOf: basis, to: &table) {
            case .some(true): continue
            case .some(false): outdated.append(entry)
            case .none: table.append(encoded: [])
            }
            made.append(entry)
        }
    }

    /// How many entries there will be, roughly: as many as the largest snapshots of their lists hold, and an eighth more for those who went.
    private func expectedCount(_ session: any Session, _ vaultID: Int64) throws -> Int {
        let counts = try session.rows(
            "SELECT source_id, list, max(entry_count) FROM snapshot WHERE vault_id = ? AND is_undone = 0 GROUP BY source_id, list",
            [.integer(vaultID)]
        ) { (key: ListCatalog.Key(sourceID: $0.integer(0), list: $0.text(1)), count: $0.integer(2)) }
        let all = try session.first("SELECT count(*) FROM entry WHERE vault_id = ?", [.integer(vaultID)]) { Int($0.integer(0)) } ?? 0
        // What is noted of a snapshot may be damaged; more than all there are it can't be.
        let sum = counts.lazy.filter { catalog.facts($0.key).makesContacts }.reduce(0) { $0 + Int(max(0, min($1.count, Int64(all)))) }
        return min(all, sum + sum / 8)
    }

    /// Of the records of an entry those it said last come first.
    static func isLater(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
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
                let order = catalog.facts(lists[Int(places[next].list)]).order
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
    fileprivate init(_ sayings: [LinkableEntries.Saying]) {
        self.init(cards: sayings.sorted { LinkableEntries.isLater($0.range, $1.range) }.compactMap { JSContact.decode($0.card) })
    }

    /// All that an entry ever said: what it says now, and behind it the addresses, numbers and employers it had before.
    ///
    /// - Parameter cards: the latest first.
    init(cards: [Card]) {
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

/// Goes over the runs of a vault's entries, in the order of the entries' numbers.
private final class RunReader {
    private let select: any Statement
    private var isAtEnd = false

    init(_ session: any Session, vaultID: Int64) throws {
        select = try session.statement(
            """
            SELECT entry_id, first_snapshot, gone_snapshot, hash FROM record
            WHERE vault_id = ? ORDER BY vault_id, entry_id, first_snapshot
            """)
        select.bind(0, vaultID)
        try advance()
    }

    private func advance() throws {
        if !isAtEnd { isAtEnd = try !select.step() }
    }

    /// Hands over the runs of an entry, a hash that can't be read as that of nothing. Entries are asked for in the order of their numbers.
    func forEach(of entry: Int64, _ body: (Run) -> Void) throws {
        while !isAtEnd, select.integer(0) < entry { try advance() }
        while !isAtEnd, select.integer(0) == entry {
            let hash = select.withBytes(3) { ContentHash(stored: $0) } ?? Self.noHash
            body(Run(first: select.integer(1), gone: select.optionalInteger(2), hash: hash))
            try advance()
        }
    }

    /// Ends the reading.
    func end() { select.reset() }

    private static let noHash = ContentHash(of: [])
}
