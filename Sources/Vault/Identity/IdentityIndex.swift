import ContactModel

/// The index of keys while entries are written: which entries have a key, found without asking the database for keys it can't have.
///
/// New keys are held back and written in the order of the index, many at a time; written one by one, each would touch another page.
final class IdentityIndex {
    private let vaultID: Int64
    private let rows: RowInserter
    private let find: any Statement
    private let all: any Statement
    private var known = KeyFilter()
    /// Whether `known` was filled, which waits for the first key that is asked for: what is said again asks for none.
    private var isKnown = false
    private var held = HeldKeys()

    init(session: any Session, vaultID: Int64) throws {
        self.vaultID = vaultID
        rows = try RowInserter(session, into: "identity", columns: ["vault_id", "key_hash", "entry_id"])
        find = try session.statement("SELECT entry_id FROM identity WHERE vault_id = ? AND key_hash = ?")
        all = try session.statement("SELECT key_hash FROM identity WHERE vault_id = ?")
    }

    /// Reads which keys there are, once.
    private func readKnown() throws {
        if isKnown { return }
        isKnown = true
        defer { all.reset() }
        all.bind(0, vaultID)
        while try all.step() { known.insert(all.integer(0)) }
    }

    /// The entries that have a key.
    func entries(_ key: Int64) throws -> [Int64] {
        try readKnown()
        guard known.mayContain(key) else { return [] }
        var found = held.entries(key)
        find.bind(0, vaultID)
        find.bind(1, key)
        defer { find.reset() }
        while try find.step() { found.append(find.integer(0)) }
        return found
    }

    /// Notes that an entry has a key it did not have.
    func add(_ key: Int64, of entry: Int64) throws {
        try readKnown()
        known.insert(key)
        held.insert(key, entry)
        if held.isFull { try write() }
    }

    /// Writes what is held back.
    func write() throws {
        try rows.insert(held.removeAll()) { pair, statement, first in
            statement.bind(first, vaultID)
            statement.bind(first + 1, pair.key)
            statement.bind(first + 2, pair.entry)
        }
    }
}

/// A Bloom filter of one probe: says of few keys that they may be there when they are not, and never the other way round.
///
/// Keys are hashes already, so their own bits serve. 2^26 bits (8 MiB) keep wrong guesses at 3 % with two million keys.
private struct KeyFilter {
    private var words = [UInt64](repeating: 0, count: 1 << 20)

    mutating func insert(_ key: Int64) {
        let bit = UInt64(bitPattern: key) >> 38
        words[Int(bit >> 6)] |= 1 << (bit & 63)
    }

    func mayContain(_ key: Int64) -> Bool {
        let bit = UInt64(bitPattern: key) >> 38
        return words[Int(bit >> 6)] & (1 << (bit & 63)) != 0
    }
}

/// Pairs of key and entry, found by key: open addressing in a table that doubles, for keys are hashes already.
private struct HeldKeys {
    private static let capacity = 1 << 19

    /// At least twice as many places as pairs, and a power of two; an entry number of 0 is a free place.
    private var places = [(key: Int64, entry: Int64)](repeating: (0, 0), count: 1 << 10)
    private var count = 0

    var isFull: Bool { count >= Self.capacity }

    mutating func insert(_ key: Int64, _ entry: Int64) {
        if 2 * count >= places.count {
            let pairs = places.filter { $0.entry != 0 }
            places = Array(repeating: (0, 0), count: 2 * places.count)
            for pair in pairs { put(pair.key, pair.entry) }
        }
        if put(key, entry) { count += 1 }
    }

    /// Puts a pair in; `false` where it was in already.
    @discardableResult
    private mutating func put(_ key: Int64, _ entry: Int64) -> Bool {
        var place = start(of: key)
        while places[place].entry != 0 {
            if places[place] == (key, entry) { return false }
            place = (place + 1) & (places.count - 1)
        }
        places[place] = (key, entry)
        return true
    }

    func entries(_ key: Int64) -> [Int64] {
        var found: [Int64] = []
        var place = start(of: key)
        while places[place].entry != 0 {
            if places[place].key == key { found.append(places[place].entry) }
            place = (place + 1) & (places.count - 1)
        }
        return found
    }

    /// Gives all pairs in order, and is empty then.
    mutating func removeAll() -> [(key: Int64, entry: Int64)] {
        guard count > 0 else { return [] }
        let pairs = places.filter { $0.entry != 0 }.sorted { $0 < $1 }
        for place in places.indices { places[place] = (0, 0) }
        count = 0
        return pairs
    }

    // The upper bits, for a few of the lower are the same in all ids (RFC 9562 §5.8).
    private func start(of key: Int64) -> Int { Int(UInt64(bitPattern: key) >> 40) & (places.count - 1) }
}

extension IdentityKey {
    /// The key as the identity index keeps it.
    var hash: Int64 { UniqueID(named: description).keyHash }
}
