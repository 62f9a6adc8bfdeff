/// People who went from one company to another, year by year.
///
/// Spellings that mean one company (`CompanyName.identity`) count as one, under the spelling met first.
public struct CompanyMoves: Sendable {
    /// So many people went from one company to another.
    public struct Flow: Hashable, Sendable {
        /// The company they left; `nil` for all that are not told apart.
        public var from: String?
        /// The company they went to; `nil` for all that are not told apart.
        public var to: String?
        /// How many.
        public var people: Int

        /// Makes a flow.
        public init(from: String?, to: String?, people: Int) {
            (self.from, self.to, self.people) = (from, to, people)
        }
    }

    private struct Pair: Hashable {
        var from: String
        var to: String
    }

    private var counts: [Int: [Pair: Int]] = [:]
    private var spellings: [String: String] = [:]

    /// No moves.
    public init() {}

    /// Counts people who moved in a year.
    public mutating func add(year: Int, from: String, to: String, people: Int = 1) {
        let pair = Pair(from: name(from), to: name(to))
        guard pair.from != pair.to, people > 0 else { return }
        counts[year, default: [:]][pair, default: 0] += people
    }

    private mutating func name(_ company: String) -> String {
        let identity = CompanyName.identity(company) ?? company
        if let known = spellings[identity] { return known }
        spellings[identity] = company
        return company
    }

    /// The years in which somebody moved, the latest first.
    public var years: [Int] { counts.keys.sorted(by: >) }

    /// How many moved in a year.
    public func total(in year: Int) -> Int { (counts[year] ?? [:]).values.reduce(0, +) }

    /// How many moved in all years.
    public var total: Int { counts.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

    /// The flows of a year between the companies most people left and went to; all other companies are `nil`. Flows between two of those
    /// others are left out: `total(in:)` counts them.
    ///
    /// - Parameter most: so many companies are told apart on each side.
    /// - Returns: the largest flows first.
    public func flows(in year: Int, most: Int) -> [Flow] {
        let pairs = counts[year] ?? [:]
        func largest(_ side: (Pair) -> String) -> Set<String> {
            var totals: [String: Int] = [:]
            for (pair, people) in pairs { totals[side(pair), default: 0] += people }
            return Set(totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key))
        }
        let (left, joined) = (largest(\.from), largest(\.to))
        var flows: [[String?]: Int] = [:]
        for (pair, people) in pairs {
            let (from, to) = (left.contains(pair.from) ? pair.from : nil, joined.contains(pair.to) ? pair.to : nil)
            if from != nil || to != nil { flows[[from, to], default: 0] += people }
        }
        return flows.map { Flow(from: $0.key[0], to: $0.key[1], people: $0.value) }
            .sorted {
                ($1.people, $0.from ?? "\u{10FFFF}", $0.to ?? "\u{10FFFF}") < ($0.people, $1.from ?? "\u{10FFFF}", $1.to ?? "\u{10FFFF}")
            }
    }
}
