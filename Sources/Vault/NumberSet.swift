/// A set of the numbers rows have: one bit for each that is small, as all are but those of a damaged vault, which can be any.
struct NumberSet: Sendable {
    /// Sixteen mebibytes of bits.
    private static let small: Range<Int64> = 0..<(1 << 27)

    private var words: [UInt64] = []
    private var others: Set<Int64> = []

    /// Puts a number in; `false` where it was in already.
    mutating func insert(_ number: Int64) -> Bool {
        guard Self.small.contains(number) else { return others.insert(number).inserted }
        let (word, bit) = Self.place(of: number)
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count))) }
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }

    func contains(_ number: Int64) -> Bool {
        guard Self.small.contains(number) else { return others.contains(number) }
        let (word, bit) = Self.place(of: number)
        return word < words.count && words[word] & bit != 0
    }

    /// The numbers of both.
    func union(_ other: NumberSet) -> NumberSet {
        var sum = self
        if sum.words.count < other.words.count {
            sum.words.append(contentsOf: repeatElement(0, count: other.words.count - sum.words.count))
        }
        for (place, word) in other.words.enumerated() { sum.words[place] |= word }
        sum.others.formUnion(other.others)
        return sum
    }

    private static func place(of number: Int64) -> (word: Int, bit: UInt64) {
        (Int(number) >> 6, 1 << UInt64(number & 63))
    }
}
