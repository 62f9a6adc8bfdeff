/// The words people are found by, to find those that a mistyped one may have meant.
///
/// The words lie one behind another, each with the letters it has as bits, so that of a hundred thousand nearly all are passed over at a
/// glance.
struct Vocabulary: Sendable {
    /// A word that is near.
    struct Neighbour: Hashable, Sendable {
        /// The word.
        var word: String
        /// How many letters are left out, added, changed or swapped.
        var distance: Int
        /// How many people have it.
        var people: Int64
    }

    private struct Word {
        var start: UInt32
        var letters: UInt32
        var people: UInt32
        var length: UInt8
    }

    private var bytes: [UInt8] = []
    private var words: [Word] = []
    /// Longer words are not compared: nobody types them to find somebody.
    private static let longest = 32

    /// Takes the words of names and of companies and titles.
    init(_ session: any Session) throws {
        try session.forEachWord(of: Schema.peopleSearch, in: ["name", "work"]) { word, rows in
            guard word.count > 1, word.count <= Self.longest, bytes.count < UInt32.max >> 1 else { return }
            let start = UInt32(bytes.count)
            bytes.append(contentsOf: word)
            words.append(
                Word(start: start, letters: Self.letters(word), people: UInt32(clamping: rows), length: UInt8(word.count)))
        }
    }

    /// How many mistakes a word of some length may have: none in three letters, one up to seven, two in longer ones.
    static func mistakes(in word: String) -> Int {
        switch word.utf8.count {
        case ..<4: 0
        case ..<8: 1
        default: 2
        }
    }

    /// Whether a word begins so.
    func has(beginning: String) -> Bool {
        let wanted = Array(beginning.utf8)
        return words.contains { word in
            word.length >= wanted.count && bytes[Int(word.start)..<Int(word.start) + Int(word.length)].starts(with: wanted)
        }
    }

    /// The words nearest to one, those of most people first; the word itself is not among them.
    ///
    /// - Parameters:
    ///   - isBeginning: whether the word may go on, so that beginnings are compared.
    ///   - limit: how many at most.
    func neighbours(of word: String, isBeginning: Bool, limit: Int) -> [Neighbour] {
        let wanted = Array(word.utf8)
        let most = Self.mistakes(in: word)
        guard most > 0, wanted.count <= Self.longest else { return [] }
        let letters = wanted.withUnsafeBytes(Self.letters)
        var found: [String: Neighbour] = [:]
        bytes.withUnsafeBytes { bytes in
            var comparison = TypingDistance(wanted, most: most)
            for word in words {
                let length = Int(word.length)
                guard length + most >= wanted.count, isBeginning || length <= wanted.count + most else { continue }
                guard (letters & ~word.letters).nonzeroBitCount <= most else { continue }
                let start = Int(word.start)
                let candidate = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
                guard let distance = comparison.distance(to: candidate, isBeginning: isBeginning), distance > 0 else { continue }
                let text = String(decoding: candidate, as: UTF8.self)
                found[text] = Neighbour(word: text, distance: distance, people: (found[text]?.people ?? 0) + Int64(word.people))
            }
        }
        let sorted = found.values.sorted { ($0.distance, -$0.people, $0.word) < ($1.distance, -$1.people, $1.word) }
        // Two mistakes are looked at only where one explains nothing.
        guard let nearest = sorted.first?.distance else { return [] }
        return Array(sorted.prefix { $0.distance == nearest }.prefix(limit))
    }

    /// The bytes a word has, as bits: letters by their place in the alphabet, all others in what is left.
    private static func letters(_ word: UnsafeRawBufferPointer) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 >= 0x61 && $1 <= 0x7A ? $1 - 0x61 : 26 + $1 % 6) }
    }
}

/// The restricted Damerau-Levenshtein distance from one word to many, in bytes, given up where it is too far.
struct TypingDistance {
    private let word: [UInt8]
    private let most: Int
    private var rows: [[Int]]

    /// Prepares comparing.
    ///
    /// - Parameter most: beyond it, the words are too far apart.
    init(_ word: [UInt8], most: Int) {
        self.word = word
        self.most = most
        rows = [[Int]](repeating: [Int](repeating: 0, count: word.count + 1), count: 3)
    }

    /// The distance; `nil` where it is too far.
    ///
    /// - Parameter isBeginning: whether the nearest beginning of the other word counts.
    mutating func distance(to other: UnsafeRawBufferPointer, isBeginning: Bool) -> Int? {
        for column in 0...word.count { rows[1][column] = column }
        var best = isBeginning && word.count <= most ? word.count : Int.max
        for (row, letter) in other.enumerated() {
            rows[2][0] = row + 1
            var least = row + 1
            for column in 1...max(1, word.count) where column <= word.count {
                let isSame = word[column - 1] == letter
                var cost = min(rows[1][column] + 1, rows[2][column - 1] + 1, rows[1][column - 1] + (isSame ? 0 : 1))
                if row > 0, column > 1, word[column - 1] == other[row - 1], word[column - 2] == letter {
                    cost = min(cost, rows[0][column - 2] + 1)
                }
                rows[2][column] = cost
                least = min(least, cost)
            }
            if isBeginning { best = min(best, rows[2][word.count]) }
            guard least <= most else { return best <= most ? best : nil }
            (rows[0], rows[1], rows[2]) = (rows[1], rows[2], rows[0])
        }
        if !isBeginning { best = rows[1][word.count] }
        return best <= most ? best : nil
    }
}
