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
/// Keys are hashes already, so their own bits serve. It begins with 2^22 bits (512 KiB), for touching memory costs more than asking does where
/// keys are few, and grows once to 2^26 bits (8 MiB), which keep wrong guesses at 6 % with two million keys.
private struct KeyFilter {
    private static let smallBits = 22
    private static let largeBits = 26
    /// So many keys give 3 % of wrong guesses in the small table, which stay in the large one.
    private static let mostInSmall = 1 << 17

    private var bits = Self.smallBits
    private var words = [UInt64](repeating: 0, count: 1 << (Self.smallBits - 6))
    private var count = 0

    mutating func insert(_ key: Int64) {
        count += 1
        if count > Self.mostInSmall, bits == Self.smallBits { grow() }
        let bit = UInt64(bitPattern: key) >> UInt64(64 - bits)
        words[Int(bit >> 6)] |= 1 << (bit & 63)
    }

    func mayContain(_ key: Int64) -> Bool {
        let bit = UInt64(bitPattern: key) >> UInt64(64 - bits)
        return words[Int(bit >> 6)] & (1 << (bit & 63)) != 0
    }

    /// Gives each bit's keys, which share their upper bits, all the bits they can have in the large table.
    private mutating func grow() {
        let each = 1 << (Self.largeBits - Self.smallBits)
        let all: UInt64 = 1 << UInt64(each) - 1
        var grown = [UInt64](repeating: 0, count: 1 << (Self.largeBits - 6))
        for (index, word) in words.enumerated() where word != 0 {
            for bit in 0..<64 where word & (1 << UInt64(bit)) != 0 {
                let first = (index * 64 + bit) * each
                grown[first >> 6] |= all << UInt64(first & 63)
            }
        }
        (bits, words) = (Self.largeBits, grown)
    }
}

/// Pairs of key and entry, in the order they came, with a table to find them by: open addressing, for keys are hashes already.
///
/// The table holds four bytes a place and not the pairs, so that it stays in the processor's caches.
private struct HeldKeys {
    private static let capacity = 1 << 19
    /// A place holds the number of a pair, from 1, in its lower bits and a part of the pair's key above; 0 is a free place.
    private static let numberBits: UInt32 = 20

    private var pairs: [(key: Int64, entry: Int64)] = []
    /// At least twice as many places as pairs, and a power of two.
    private var places = [UInt32](repeating: 0, count: 1 << 10)

    var isFull: Bool { pairs.count >= Self.capacity }

    /// Puts a pair in, where it is not in already.
    mutating func insert(_ key: Int64, _ entry: Int64) {
        if 2 * (pairs.count + 1) > places.count {
            places = Array(repeating: 0, count: 2 * places.count)
            for (index, pair) in pairs.enumerated() { places[freePlace(for: pair.key)] = Self.mark(pair.key, index) }
        }
        var place = start(of: key)
        while places[place] != 0 {
            if let index = index(at: place, key), pairs[index] == (key, entry) { return }
            place = (place + 1) & (places.count - 1)
        }
        places[place] = Self.mark(key, pairs.count)
        pairs.append((key, entry))
    }

    func entries(_ key: Int64) -> [Int64] {
        var found: [Int64] = []
        var place = start(of: key)
        while places[place] != 0 {
            if let index = index(at: place, key), pairs[index].key == key { found.append(pairs[index].entry) }
            place = (place + 1) & (places.count - 1)
        }
        return found
    }

    /// Gives all pairs in order, and is empty then.
    mutating func removeAll() -> [(key: Int64, entry: Int64)] {
        guard !pairs.isEmpty else { return [] }
        var taken: [(key: Int64, entry: Int64)] = []
        swap(&taken, &pairs)
        taken.sort { $0 < $1 }
        for place in places.indices { places[place] = 0 }
        return taken
    }

    /// The index of the pair at a place that is not free; `nil` where that can't have the key.
    private func index(at place: Int, _ key: Int64) -> Int? {
        let mark = places[place]
        guard (mark ^ Self.mark(key, 0)) >> Self.numberBits == 0 else { return nil }
        return Int(mark & (1 << Self.numberBits - 1)) - 1
    }

    private func freePlace(for key: Int64) -> Int {
        var place = start(of: key)
        while places[place] != 0 { place = (place + 1) & (places.count - 1) }
        return place
    }

    private static func mark(_ key: Int64, _ index: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: key >> 16) << numberBits | UInt32(truncatingIfNeeded: index + 1)
    }

    // The upper bits, for a few of the lower are the same in all ids (RFC 9562 §5.8).
    private func start(of key: Int64) -> Int { Int(UInt64(bitPattern: key) >> 40) & (places.count - 1) }
}

extension IdentityKey {
    /// The key as the identity index keeps it.
    var hash: Int64 { UniqueID(named: description).keyHash }
}
