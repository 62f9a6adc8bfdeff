/// A set of words that numbers them, asked by bytes: no `String` has to be made of a piece of an address to look it up.
///
/// Open addressing over FNV-1a. Made once from the tables of this module, so nobody can choose words that collide.
struct WordTable: Sendable {
    private var slots: [Int32]
    private var starts: [Int] = [0]
    private var bytes: [UInt8] = []

    /// A table of the words of a text, which blanks and line ends separate.
    init(_ text: String) {
        self.init(words: text.split(whereSeparator: \.isWhitespace))
    }

    /// A table of words, numbered from 0 in the order of their first mention.
    init(words: some Collection<some StringProtocol>) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for word in words {
            let word = Array(word.utf8)[...]
            let slot = slot(of: word)
            guard slots[slot] < 0 else { continue }
            slots[slot] = Int32(truncatingIfNeeded: starts.count - 1)
            bytes.append(contentsOf: word)
            starts.append(bytes.count)
        }
    }

    /// How many words there are.
    var count: Int { starts.count - 1 }

    /// Whether a word is in the table.
    func contains(_ word: ArraySlice<UInt8>) -> Bool { slots[slot(of: word)] >= 0 }

    /// The number of a word.
    func index(of word: ArraySlice<UInt8>) -> Int? {
        let index = slots[slot(of: word)]
        return index < 0 ? nil : Int(index)
    }

    /// The slot a word is in, or would be in. Ends, since at most half of the slots are taken.
    private func slot(of word: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if starts[index + 1] - starts[index] == word.count, bytes[starts[index]..<starts[index + 1]].elementsEqual(word) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }
}
