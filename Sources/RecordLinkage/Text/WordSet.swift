/// Words by their hashes, which are looked up as they are: spread already, they need no hashing again.
struct WordSet: Sendable {
    /// 0 where there is none; at least half of them, so that every search ends.
    private let slots: [UInt32]

    init(_ hashes: some Sequence<UInt32>) {
        let words = Set(hashes)
        var size = 16
        while size < words.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for word in words {
            var slot = Int(word) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = word
        }
        self.slots = slots
    }

    /// Whether a word is one of them.
    @inline(__always)
    func contains(_ hash: UInt32) -> Bool { place(of: hash) != nil }

    /// How many places words have.
    var placeCount: Int { slots.count }

    /// The place of a word among `placeCount`, each word having its own; `nil` where it is none of them.
    @inline(__always)
    func place(of hash: UInt32) -> Int? {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return slot }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
