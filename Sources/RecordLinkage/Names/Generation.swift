/// Which of several of one name somebody is, as the words behind a name say: father or son, the second or the third.
enum Generation: UInt8 {
    case junior = 1
    case senior, second, third, fourth

    /// What a word behind a name says; `nil` for all others.
    ///
    /// - Parameters:
    ///   - hash: the word's hash.
    ///   - isDotted: whether a point follows. `Jun` and `Sen` are names without one.
    init?(_ hash: UInt32, isDotted: Bool) {
        guard let generation = Self.words[hash] ?? (isDotted ? Self.abbreviations[hash] : nil) else { return nil }
        self = generation
    }

    /// Whether two numbers of generations, 0 for none, can't be one person's. A junior may be the second of the name.
    static func contradict(_ one: UInt32, _ other: UInt32) -> Bool {
        guard one != 0, other != 0, one != other else { return false }
        return (min(one, other), max(one, other)) != (UInt32(junior.rawValue), UInt32(second.rawValue))
    }

    private static let words = table([
        .junior: "jr jnr junior filho hijo", .senior: "sr snr senior", .second: "ii", .third: "iii", .fourth: "iv",
    ])
    private static let abbreviations = table([.junior: "jun", .senior: "sen"])

    private static func table(_ words: [Generation: String]) -> [UInt32: Generation] {
        Dictionary(
            words.flatMap { generation, words in words.split(separator: " ").map { (ValueHash.of($0), generation) } }
        ) { first, _ in first }
    }
}
