import ContactModel

/// The index of keys while entries are written: which entries have a key, found without asking the database for keys it can't have.
///
/// New keys are held back and written in the order of the index, many at a time; written one by one, each would touch another page.
final class IdentityIndex {
    private static let mostHeld = 1 << 18

    private let vaultID: Int64
    private let insert: any Statement
    private let find: any Statement
    private var known = KeyFilter()
    /// What is held back: of each key the first entry, and the few others.
    private var held: [Int64: Int64] = [:]
    private var others: [Int64: [Int64]] = [:]

    init(session: any Session, vaultID: Int64) throws {
        self.vaultID = vaultID
        insert = try session.statement("INSERT INTO identity (vault_id, key_hash, entry_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        find = try session.statement("SELECT entry_id FROM identity WHERE vault_id = ? AND key_hash = ?")
        let all = try session.statement("SELECT key_hash FROM identity WHERE vault_id = ?")
        defer { all.reset() }
        all.bind(0, vaultID)
        while try all.step() { known.insert(all.integer(0)) }
    }

    /// The entries that have a key.
    func entries(_ key: Int64) throws -> [Int64] {
        guard known.mayContain(key) else { return [] }
        var found = others[key] ?? []
        if let first = held[key] { found.append(first) }
        find.bind(0, vaultID)
        find.bind(1, key)
        defer { find.reset() }
        while try find.step() { found.append(find.integer(0)) }
        return found
    }

    /// Notes that an entry has a key.
    func add(_ key: Int64, of entry: Int64) throws {
        known.insert(key)
        guard let first = held[key] else {
            held[key] = entry
            if held.count >= Self.mostHeld { try write() }
            return
        }
        if first != entry, others[key]?.contains(entry) != true { others[key, default: []].append(entry) }
    }

    /// Writes what is held back.
    func write() throws {
        for (key, first) in held.sorted(by: { $0.key < $1.key }) {
            for entry in [first] + (others[key] ?? []) {
                insert.bind(0, vaultID)
                insert.bind(1, key)
                insert.bind(2, entry)
                try insert.run()
            }
        }
        held.removeAll(keepingCapacity: true)
        others = [:]
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

extension IdentityKey {
    /// The key as the identity index keeps it.
    var hash: Int64 { UniqueID(named: description).keyHash }
}
