/// A phone number somebody searches for: found however it is parted, where it is held and where it is typed.
///
/// The index has the groups of a number's digits as words, as its source wrote them: `+49 30 1234567` is three words, `+49301234567` one.
struct TypedNumber: Hashable, Sendable {
    /// Its digits.
    var digits: String
    /// Whether it was typed with `+`, so that it may be held with `00`.
    var hasPlus: Bool

    /// Fewer digits are a year, a house, a company's name; more are no phone number (E.164).
    private static let lengths = 7...15
    private static let signs = Set("+()/.-0123456789")
    private static let mostParts = 8
    private static let mostPhrases = 400

    /// The numbers among words, and the words that are none: words of digits and their signs in a row, of which the first begins with `+`
    /// or `0`.
    static func taken(from words: String) -> (numbers: [TypedNumber], rest: String) {
        var numbers: [TypedNumber] = []
        var rest: [Substring] = []
        var run: [Substring] = []
        func finish() {
            let digits = run.joined(separator: "").filter(\.isNumber)
            let begins = run.first.map { $0.hasPrefix("+") || $0.hasPrefix("0") || $0.hasPrefix("(0") || $0.hasPrefix("(+") } ?? false
            if begins, lengths.contains(digits.count) {
                numbers.append(TypedNumber(digits: digits, hasPlus: run.first?.contains("+") ?? false))
            } else {
                rest += run
            }
            run = []
        }
        for word in words.split(separator: " ", omittingEmptySubsequences: false) {
            if !word.isEmpty, word.allSatisfy(signs.contains) {
                run.append(word)
            } else {
                finish()
                rest.append(word)
            }
        }
        finish()
        return (numbers, numbers.isEmpty ? words : rest.joined(separator: " "))
    }

    /// The phrases of the index that are this number; the last word of each may go on. None where nobody has it.
    func phrases(_ session: any Session) throws -> [[String]] {
        var ways = [digits]
        if hasPlus { ways.append("00" + digits) }
        if digits.hasPrefix("00") { ways.append(String(digits.dropFirst(2))) }
        return Array(try ways.flatMap { try Self.partings(of: Array($0), session) }.prefix(Self.mostPhrases))
    }

    /// The ways to part digits into words of the index.
    private static func partings(of digits: [Character], _ session: any Session) throws -> [[String]] {
        var words: Set<String> = []
        for start in digits.indices { for end in start..<digits.count { words.insert(String(digits[start...end])) } }
        let known = try session.words(words, heldBy: Schema.peopleSearch)
        var found: [[String]] = []
        func part(from start: Int, _ parts: [String]) {
            guard found.count < mostPhrases, parts.count < mostParts else { return }
            found.append(parts + [String(digits[start...])])
            // Few long words are likelier than many short ones.
            for end in (start..<(digits.count - 1)).reversed() {
                let word = String(digits[start...end])
                if known.contains(word) { part(from: end + 1, parts + [word]) }
            }
        }
        part(from: 0, [])
        return found
    }
}
