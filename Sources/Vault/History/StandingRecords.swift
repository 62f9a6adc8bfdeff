import ContactFormats

/// What the entries of a list say at present, found by the hash of the record: an export that says it again needs no look at the database.
///
/// Half of each hash is kept, 128 bits of SHA-256: no two of them are the same by chance or by intent. It takes 24 bytes for each of two to four
/// times as many places as records.
struct StandingRecords: Sendable {
    private struct Place {
        var hash: (UInt64, UInt64) = (0, 0)
        /// 0 for a free place: entries are counted from 1.
        var entry: Int64 = 0
    }

    private var places = [Place](repeating: Place(), count: 1 << 8)
    private var count = 0

    /// The records of a list that stand in its latest snapshot.
    init(session: any Session, vaultID: Int64, list: ListCatalog.Key) throws {
        let select = try session.statement(
            """
            SELECT r.entry_id, r.hash
            FROM entry e JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
            WHERE e.vault_id = ? AND e.source_id = ? AND e.list = ? AND r.gone_snapshot IS NULL
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        select.bind(1, list.sourceID)
        select.bind(2, list.list)
        while try select.step() {
            if let hash = ContentHash(stored: select.bytes(1)) { insert(hash, select.integer(0)) }
        }
    }

    /// The entry whose record this is.
    func entry(saying hash: ContentHash) -> Int64? {
        var place = start(of: hash.half)
        while places[place].entry != 0 {
            if places[place].hash == hash.half { return places[place].entry }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// The entries that are not in a set, in order.
    func entries(besides seen: NumberSet) -> [Int64] {
        places.lazy.map(\.entry).filter { $0 != 0 && !seen.contains($0) }.sorted()
    }

    private mutating func insert(_ hash: ContentHash, _ entry: Int64) {
        if 2 * count >= places.count {
            let known = places
            places = Array(repeating: Place(), count: 2 * known.count)
            for place in known where place.entry != 0 { put(place) }
        }
        put(Place(hash: hash.half, entry: entry))
        count += 1
    }

    private mutating func put(_ new: Place) {
        var place = start(of: new.hash)
        while places[place].entry != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = new
    }

    private func start(of half: (UInt64, UInt64)) -> Int { Int(truncatingIfNeeded: half.0 >> 20) & (places.count - 1) }
}
