/// A phone number somebody searches for: found however it is parted, where it is held and where it is typed.
///
/// The index has the groups of a number's digits as words, as its source wrote them: `+49 30 1234567` is three words, `+49301234567` one.
struct TypedNumber: Hashable, Sendable {
    /// Its groups of digits as they were typed, the words an index makes of them.
    var groups: [String]
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
            let groups = run.flatMap { $0.split { !$0.isNumber } }.map(String.init)
            let count = groups.reduce(0) { $0 + $1.count }
            let begins = run.first.map { $0.hasPrefix("+") || $0.hasPrefix("0") || $0.hasPrefix("(0") || $0.hasPrefix("(+") } ?? false
            if begins, lengths.contains(count) {
                numbers.append(TypedNumber(groups: groups, hasPlus: run.first?.contains("+") ?? false))
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

    /// The phrases of the index that are this number; the last word of each may go on. As it was typed comes first.
    func phrases(_ session: any Session) throws -> [[String]] {
        var ways = [groups]
        if hasPlus, let first = groups.first { ways.append(["00" + first] + groups.dropFirst()) }
        let digits = groups.joined()
        if digits.hasPrefix("00") {
            ways.append(Self.rest(of: groups, without: 2))
        } else if digits.hasPrefix("0") {
            // Within its country; it may be held with that country's code.
            ways.append(Self.rest(of: groups, without: 1))
        }
        // Each has its share, that none takes the others' place.
        let most = Self.mostPhrases / ways.count
        return try ways.flatMap { try Self.partings(of: $0, most: most, session) }
    }

    /// The groups without so many digits at their beginning.
    private static func rest(of groups: [String], without count: Int) -> [String] {
        var digits = count
        var rest: [String] = []
        for group in groups {
            let left = group.dropFirst(digits)
            digits = max(0, digits - group.count)
            if !left.isEmpty { rest.append(String(left)) }
        }
        return rest
    }

    /// The ways to part digits into words of the index: as they were typed, then in one word, in two, in three...
    private static func partings(of groups: [String], most: Int, _ session: any Session) throws -> [[String]] {
        let digits = Array(groups.joined())
        var words: Set<String> = []
        for start in digits.indices { for end in start..<digits.count { words.insert(String(digits[start...end])) } }
        let known = try session.words(words, heldBy: Schema.peopleSearch)
        var found = [groups]
        // Few words are likelier than many: all ways of so many words come before those of more.
        var begun: [(parts: [String], end: Int)] = [([], 0)]
        for _ in 0..<mostParts {
            for (parts, end) in begun {
                let way = parts + [String(digits[end...])]
                if way != groups { found.append(way) }
            }
            begun = longer(begun, digits, known, most: most - found.count)
        }
        return found
    }

    /// What is begun, each with one more word of the index, the longest first; no more than there is room for.
    private static func longer(
        _ begun: [(parts: [String], end: Int)],
        _ digits: [Character],
        _ known: Set<String>,
        most: Int
    ) -> [(parts: [String], end: Int)] {
        var longer: [(parts: [String], end: Int)] = []
        for (parts, start) in begun {
            for end in (start..<(digits.count - 1)).reversed() {
                guard longer.count < most else { return longer }
                let word = String(digits[start...end])
                if known.contains(word) { longer.append((parts + [word], end + 1)) }
            }
        }
        return longer
    }
}
