/// A set of words that numbers them, asked by bytes: no `String` has to be made of a piece of an address to look it up.
///
/// Open addressing over FNV-1a. Made once from the tables of this module, so nobody can choose words that collide. A class, since one
/// count of references is quicker kept than three arrays'.
final class WordTable: Sendable {
    /// The words' numbers by slot, -1 where a slot is free. At least half of them are.
    private let slots: [Int32]
    /// Where each word begins in `bytes`, and the end of the last one.
    private let starts: [Int32]
    private let bytes: [UInt8]

    /// A table of the words of a text, which blanks and line ends separate.
    convenience init(_ text: String) {
        self.init(words: Self.words(of: text))
    }

    /// The words of a text, which blanks and line ends of ASCII separate: by bytes, for a command that needs one table should not wait for it.
    static func words(of text: String) -> [Substring] {
        text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { Substring($0) }
    }

    /// A table of words, numbered from 0 in the order of their first mention.
    init(words: some Collection<some StringProtocol>) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        var starts: [Int32] = [0]
        var bytes: [UInt8] = []
        for word in words {
            let word = Array(word.utf8)[...]
            let slot = Self.slot(of: word, slots, starts, bytes)
            guard slots[slot] < 0 else { continue }
            slots[slot] = Int32(truncatingIfNeeded: starts.count - 1)
            bytes.append(contentsOf: word)
            starts.append(Int32(truncatingIfNeeded: bytes.count))
        }
        self.slots = slots
        self.starts = starts
        self.bytes = bytes
    }

    /// How many words there are.
    var count: Int { starts.count - 1 }

    /// Whether a word is in the table.
    func contains(_ word: ArraySlice<UInt8>) -> Bool { slots[Self.slot(of: word, slots, starts, bytes)] >= 0 }

    /// The number of a word.
    func index(of word: ArraySlice<UInt8>) -> Int? {
        let index = slots[Self.slot(of: word, slots, starts, bytes)]
        return index < 0 ? nil : Int(index)
    }

    /// The slot a word is in, or would be in. Ends, since slots are free.
    private static func slot(of word: ArraySlice<UInt8>, _ slots: [Int32], _ starts: [Int32], _ bytes: [UInt8]) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let start = Int(starts[index])
            if Int(starts[index + 1]) - start == word.count {
                var offset = 0
                for byte in word {
                    guard bytes[start + offset] == byte else { break }
                    offset += 1
                }
                if offset == word.count { return slot }
            }
            slot = (slot + 1) & mask
        }
        return slot
    }
}
