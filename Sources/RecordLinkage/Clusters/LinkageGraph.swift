/// Records, the weights between them, and what the owner said of them: what people are made of.
///
/// Not connected components: one wrong edge joins two people there. Two groups become one only if all of one and all of the other belong
/// together on average, the surest first, and never against what is known. The people depend on the set of records, pairs and words
/// alone: not on the order they were added in, and not on records no chain of pairs leads to.
public struct LinkageGraph: Sendable {
    /// A human being, as far as the records tell.
    public struct Person: Hashable, Sendable {
        /// The numbers of the records, ascending.
        public var records: [Int64]
        /// The weight in bits that holds the group together: of its weakest joining, counted as the average between the two parts; infinite
        /// for a record by itself, and where the owner's word was all it took.
        public var weight: Float

        /// The probability that they are all one person, by the weakest joining.
        public var probability: Double { Probability.of(weight: Double(weight)) }
    }

    /// What a pair counts that did not meet, or too weakly to be kept.
    static let unseen: Float = -2.5
    /// Beyond this a single pair counts no more: it may be wrong all the same.
    static let mostBits: Float = 10

    private struct Vertex: Sendable {
        var id: Int64
        var order: UInt64
        var exclusive: UInt64
    }

    private var vertices: [Vertex] = []
    private var places: [Int64: Int32] = [:]
    private var pairs: [(first: Int32, second: Int32, weight: Float)] = []
    private var together: [(Int32, Int32)] = []
    private var apart: [(Int32, Int32)] = []

    /// Makes a graph without records.
    public init() {}

    /// Adds a record.
    ///
    /// - Parameters:
    ///   - id: the caller's number for it.
    ///   - order: orders records where weights are equal; `FeatureTable.order(of:)`.
    ///   - exclusiveIdentity: what no two records of one person differ in; 0 for nothing. `FeatureTable.exclusiveIdentity(of:)`.
    public mutating func add(record id: Int64, order: UInt64, exclusiveIdentity: UInt64 = 0) {
        guard places[id] == nil else { return }
        places[id] = Int32(truncatingIfNeeded: vertices.count)
        vertices.append(Vertex(id: id, order: order, exclusive: exclusiveIdentity))
    }

    /// Adds the weight between two records, each pair once; pairs with a record that was not added are passed over.
    public mutating func add(pair first: Int64, _ second: Int64, weight: Float) {
        guard let one = places[first], let other = places[second], one != other else { return }
        pairs.append((min(one, other), max(one, other), weight))
    }

    /// Says that two records are one person: the owner's word, stronger than any weight and any contradiction.
    public mutating func join(_ first: Int64, _ second: Int64) {
        guard let one = places[first], let other = places[second], one != other else { return }
        together.append((min(one, other), max(one, other)))
    }

    /// Says that two records are two people. Where the owner also said the contrary, in one step or by a chain, that stands.
    public mutating func keepApart(_ first: Int64, _ second: Int64) {
        guard let one = places[first], let other = places[second], one != other else { return }
        apart.append((min(one, other), max(one, other)))
    }

    /// Divides the records into people.
    ///
    /// - Parameter threshold: the least average weight at which two groups become one: 0 for what is rather so than not,
    ///   `Threshold.sure` for what may be joined without asking.
    /// - Returns: the people, by the order of their first record's number.
    public func people(above threshold: Float = Threshold.likely) -> [Person] {
        // Numbers by content, so that ties are broken the same way whatever order records came in.
        let ranks = ranked()
        let byRank = ranks.enumerated().sorted { $0.element < $1.element }.map(\.offset)
        var groups = Agglomeration(count: vertices.count) { vertices[byRank[$0]].exclusive }
        for (one, other) in apart { groups.keepApart(ranks[Int(one)], ranks[Int(other)]) }
        for pair in pairs { groups.add(ranks[Int(pair.first)], ranks[Int(pair.second)], weight: pair.weight) }
        for (one, other) in together.map({ (min(ranks[Int($0.0)], ranks[Int($0.1)]), max(ranks[Int($0.0)], ranks[Int($0.1)])) }).sorted(
            by: <)
        {
            groups.joinByWord(one, other)
        }
        groups.run(above: threshold)
        return groups.result.map { members, weight in
            Person(records: members.map { vertices[byRank[Int($0)]].id }.sorted(), weight: weight)
        }.sorted { ($0.records.first ?? 0) < ($1.records.first ?? 0) }
    }

    /// The place of each record in the order of content, then of number.
    private func ranked() -> [Int32] {
        let sorted = vertices.indices.sorted { (vertices[$0].order, vertices[$0].id) < (vertices[$1].order, vertices[$1].id) }
        var ranks = [Int32](repeating: 0, count: vertices.count)
        for (rank, place) in sorted.enumerated() { ranks[place] = Int32(truncatingIfNeeded: rank) }
        return ranks
    }
}

/// The weights at which something is done.
public enum Threshold {
    /// Rather one person than not: probability 0.5.
    public static let likely: Float = 0
    /// Sure enough to be joined without asking: probability 0.99.
    public static let sure: Float = 6.63
}
