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
    static let unseen: Float = -1.75
    /// Beyond this a single pair counts no more: it may be wrong all the same.
    static let mostBits: Float = 8

    private struct Vertex: Sendable {
        var id: Int64
        var order: UInt64
        var exclusive: UInt64
        var side: UInt8
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
    ///   - side: where two tables are linked, which of them it stands in, 1 or 2: of each a person has one record at most. 0 for no matter.
    public mutating func add(
        record id: Int64, order: UInt64, exclusiveIdentity: UInt64 = 0, side: UInt8 = 0
    ) {
        guard places[id] == nil else { return }
        places[id] = Int32(truncatingIfNeeded: vertices.count)
        vertices.append(Vertex(id: id, order: order, exclusive: exclusiveIdentity, side: side))
    }

    /// Adds the weight between two records, each pair once; pairs with a record that was not added are passed over.
    public mutating func add(pair first: Int64, _ second: Int64, weight: Float) {
        guard let one = places[first], let other = places[second], one != other else { return }
        pairs.append((min(one, other), max(one, other), weight))
    }

    /// Adds weights between records, each pair once, where `first` and `second` count the records in the order they were added in.
    public mutating func add(pairs added: some Sequence<ScoredPair>) {
        for pair in added where pair.first != pair.second && vertices.indices.contains(Int(max(pair.first, pair.second))) {
            pairs.append((min(pair.first, pair.second), max(pair.first, pair.second), pair.weight))
        }
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
        let components = Components(
            count: vertices.count,
            pairs: pairs.lazy.filter { $0.weight > threshold }.map { ($0.first, $0.second) }, together)
        let pairsOf = components.group(pairs.map { ($0.first, $0.second) })
        let spokenOf = Set((together + apart).flatMap { [$0.0, $0.1] })
        let pieces = components.count < 4_000 ? 1 : 64
        var found = [[Person]](repeating: [], count: pieces)
        found.changeEachConcurrently { piece, people in
            let range = components.count * piece / pieces..<components.count * (piece + 1) / pieces
            people = self.people(of: range, components, pairsOf, spokenOf, threshold)
        }
        return found.joined().sorted { ($0.records.first ?? 0) < ($1.records.first ?? 0) }
    }

    /// The people of some components.
    private func people(
        of range: Range<Int>, _ components: Components, _ pairsOf: (order: [Int32], range: @Sendable (Int) -> Range<Int>),
        _ spokenOf: Set<Int32>, _ threshold: Float
    ) -> [Person] {
        var people: [Person] = []
        var small = SmallComponent()
        // For each place in a component the rank of the record that stands there.
        var ranks: [Int32] = []
        func rank(_ record: Int32) -> Int32 { ranks[components.place(of: record)] }
        for component in range {
            var members = components.members(component)
            guard members.count > 1 else {
                people.append(Person(records: members.map { vertices[Int($0)].id }, weight: .infinity))
                continue
            }
            // By content, so that ties are broken the same way whatever order records came in.
            members.sort {
                let (one, other) = (vertices[Int($0)], vertices[Int($1)])
                return (one.order, one.id) < (other.order, other.id)
            }
            if ranks.count < members.count { ranks = [Int32](repeating: 0, count: 2 * members.count) }
            for (rank, member) in members.enumerated() {
                ranks[components.place(of: member)] = Int32(truncatingIfNeeded: rank)
            }
            if members.count <= SmallComponent.mostRecords, !members.contains(where: spokenOf.contains) {
                small.begin(members.count)
                for member in members {
                    small.add(exclusive: vertices[Int(member)].exclusive, side: vertices[Int(member)].side)
                }
                for place in pairsOf.range(component) {
                    let pair = pairs[Int(pairsOf.order[place])]
                    small.add(Int(rank(pair.first)), Int(rank(pair.second)), weight: pair.weight)
                }
                small.run(above: threshold)
                for group in members.indices where small.group(of: group) == group {
                    let records = members.indices.filter { small.group(of: $0) == group }.map {
                        vertices[Int(members[$0])].id
                    }
                    people.append(Person(records: records.sorted(), weight: small.weight(of: group)))
                }
            } else {
                people += large(members, rank, pairsOf.range(component).map { pairs[Int(pairsOf.order[$0])] }, threshold)
            }
        }
        return people
    }

    private func large(
        _ members: [Int32], _ rank: (Int32) -> Int32, _ pairs: [(first: Int32, second: Int32, weight: Float)], _ threshold: Float
    ) -> [Person] {
        var groups = Agglomeration(count: members.count) {
            (vertices[Int(members[$0])].exclusive, vertices[Int(members[$0])].side)
        }
        let inside = Set(members)
        for (one, other) in apart where inside.contains(one) && inside.contains(other) {
            groups.keepApart(rank(one), rank(other))
        }
        for pair in pairs { groups.add(rank(pair.first), rank(pair.second), weight: pair.weight) }
        let words = together.filter { inside.contains($0.0) }.map { (rank($0.0), rank($0.1)) }
        for word in words.map({ (min($0.0, $0.1), max($0.0, $0.1)) }).sorted(by: <) {
            groups.joinByWord(word.0, word.1)
        }
        groups.run(above: threshold)
        return groups.result.map { found, weight in
            Person(records: found.map { vertices[Int(members[Int($0)])].id }.sorted(), weight: weight)
        }
    }
}

/// Records that a chain of pairs or words leads to from one another: what can come together at all.
struct Components {
    private var component: [Int32]
    private var starts: [Int32] = [0]
    private var sorted: [Int32] = []
    private var places: [Int32] = []

    /// How many there are.
    var count: Int { starts.count - 1 }

    /// Finds the components of records that pairs connect.
    init(count: Int, pairs: some Sequence<(Int32, Int32)>, _ words: [(Int32, Int32)]) {
        var parents = (0..<Int32(truncatingIfNeeded: count)).map { $0 }
        func root(_ record: Int32, _ parents: inout [Int32]) -> Int {
            var record = Int(record)
            while Int(parents[record]) != record {
                parents[record] = parents[Int(parents[record])]
                record = Int(parents[record])
            }
            return record
        }
        func join(_ one: Int32, _ other: Int32) {
            let (a, b) = (root(one, &parents), root(other, &parents))
            if a != b { parents[max(a, b)] = Int32(truncatingIfNeeded: min(a, b)) }
        }
        for (one, other) in pairs { join(one, other) }
        for (one, other) in words { join(one, other) }
        component = [Int32](repeating: -1, count: count)
        var sizes: [Int32] = []
        for record in 0..<count {
            let root = root(Int32(truncatingIfNeeded: record), &parents)
            if component[root] < 0 {
                component[root] = Int32(truncatingIfNeeded: sizes.count)
                sizes.append(0)
            }
            component[record] = component[root]
            sizes[Int(component[record])] += 1
        }
        for size in sizes { starts.append((starts.last ?? 0) + size) }
        var next = starts
        sorted = [Int32](repeating: 0, count: count)
        places = sorted
        for record in 0..<count {
            let place = Int(component[record])
            sorted[Int(next[place])] = Int32(truncatingIfNeeded: record)
            places[record] = next[place] - starts[place]
            next[place] += 1
        }
    }

    /// Where a record stands among those of its component, from 0.
    func place(of record: Int32) -> Int { Int(places[Int(record)]) }

    /// The records of a component.
    func members(_ component: Int) -> [Int32] {
        Array(sorted[Int(starts[component])..<Int(starts[component + 1])])
    }

    /// Pairs, component by component; pairs between two components are in none.
    func group(_ pairs: [(Int32, Int32)]) -> (order: [Int32], range: @Sendable (Int) -> Range<Int>) {
        var sizes = [Int32](repeating: 0, count: count + 1)
        for (one, other) in pairs where component[Int(one)] == component[Int(other)] {
            sizes[Int(component[Int(one)]) + 1] += 1
        }
        for place in 0..<count { sizes[place + 1] += sizes[place] }
        let starts = sizes
        var order = [Int32](repeating: 0, count: Int(sizes[count]))
        for (place, pair) in pairs.enumerated() where component[Int(pair.0)] == component[Int(pair.1)] {
            let group = Int(component[Int(pair.0)])
            order[Int(sizes[group])] = Int32(truncatingIfNeeded: place)
            sizes[group] += 1
        }
        return (order, { Int(starts[$0])..<Int(starts[$0 + 1]) })
    }
}

/// The weights at which something is done.
public enum Threshold {
    /// Rather one person than not: probability 0.5.
    public static let likely: Float = 0
    /// Sure enough to be joined without asking: probability 0.99.
    public static let sure: Float = 6.63
}
