/// Records and the weights between them: what people are made of.
///
/// Not connected components: one wrong edge joins two people there. Two groups become one only if all of one and all of the other belong
/// together on average, the surest first, and never against what is known. The people depend on the set of records and pairs alone: not on
/// the order they were added in, and not on records no chain of pairs leads to.
///
/// What the owner said is not asked here: it stands above all weights, in ``IdentityResolution``.
public struct LinkageGraph: Sendable {
    /// What a pair counts that did not meet, or too weakly to be kept.
    static let unseen: Float = -1.75
    /// Beyond this a single pair counts no more: it may be wrong all the same.
    static let mostBits: Float = 8

    private struct Vertex: BitwiseCopyable {
        var order: UInt64
        var facts: ExclusiveFacts
        var id: Int64
        var side: UInt8
    }

    private var vertices: [Vertex] = []
    private var pairs: [ScoredPair] = []

    /// Makes a graph without records.
    public init() {}

    /// Adds a record; those added are counted from 0.
    ///
    /// - Parameters:
    ///   - id: the caller's number for it, by which the first of a person is told.
    ///   - order: orders records where weights are equal; `FeatureTable.order(of:)`.
    ///   - facts: what no two records of one person differ in. `FeatureTable.exclusiveFacts(of:)`.
    ///   - side: where two tables are linked, which of them it stands in, 1 or 2: of each a person has one record at most. 0 for no matter.
    public mutating func add(record id: Int64, order: UInt64, facts: ExclusiveFacts = ExclusiveFacts(), side: UInt8 = 0) {
        vertices.append(Vertex(order: order, facts: facts, id: id, side: side))
    }

    /// Adds weights between records, each pair once; records go by the order they were added in, and pairs with others are passed over.
    public mutating func add(pairs added: [ScoredPair]) {
        let known = 0..<Int32(truncatingIfNeeded: vertices.count)
        for pair in added where pair.first != pair.second && known.contains(pair.first) && known.contains(pair.second) {
            pairs.append(ScoredPair(first: min(pair.first, pair.second), second: max(pair.first, pair.second), weight: pair.weight))
        }
    }

    /// Divides the records into people.
    ///
    /// - Parameter threshold: the least average weight at which two groups become one: 0 for what is rather so than not,
    ///   `Threshold.sure` for what may be joined without asking.
    /// - Returns: of each record, in the order they were added in, the record with the least id of its person; that of one by itself is itself.
    public func people(above threshold: Float = Threshold.likely) -> [Int32] {
        let components = Components(count: vertices.count, pairs: pairs.lazy.filter { $0.weight > threshold }.map { ($0.first, $0.second) })
        let pairsOf = components.group(pairs.lazy.map { ($0.first, $0.second) })
        let pieces = components.count < 4_000 ? 1 : 64
        var found = [[(record: Int32, first: Int32)]](repeating: [], count: pieces)
        found.changeEachConcurrently { piece, people in
            let range = components.count * piece / pieces..<components.count * (piece + 1) / pieces
            people = self.people(of: range, components, pairsOf, threshold)
        }
        var firsts = (0..<Int32(truncatingIfNeeded: vertices.count)).map { $0 }
        for (record, first) in found.joined() { firsts[Int(record)] = first }
        return firsts
    }

    /// The records of some components that are one person with others, each with the first of them.
    private func people(
        of range: Range<Int>, _ components: Components, _ pairsOf: (order: [Int32], range: @Sendable (Int) -> Range<Int>),
        _ threshold: Float
    ) -> [(record: Int32, first: Int32)] {
        var people: [(record: Int32, first: Int32)] = []
        var small = SmallComponent()
        // For each place in a component the rank of the record that stands there.
        var ranks: [Int32] = []
        func rank(_ record: Int32) -> Int32 { ranks[components.place(of: record)] }
        func put(_ group: [Int32]) {
            guard group.count > 1, let first = group.min(by: { vertices[Int($0)].id < vertices[Int($1)].id }) else { return }
            for record in group { people.append((record, first)) }
        }
        var members: [Int32] = []
        for component in range where components.size(component) > 1 {
            members.replaceSubrange(members.indices, with: components.members(component))
            // By content, so that ties are broken the same way whatever order records came in.
            members.sort {
                let (one, other) = (vertices[Int($0)], vertices[Int($1)])
                return (one.order, one.id) < (other.order, other.id)
            }
            if ranks.count < members.count { ranks = [Int32](repeating: 0, count: 2 * members.count) }
            for (rank, member) in members.enumerated() {
                ranks[components.place(of: member)] = Int32(truncatingIfNeeded: rank)
            }
            if members.count <= SmallComponent.mostRecords {
                small.begin(members.count)
                for member in members {
                    small.add(vertices[Int(member)].facts, side: vertices[Int(member)].side)
                }
                for place in pairsOf.range(component) {
                    let pair = pairs[Int(pairsOf.order[place])]
                    small.add(Int(rank(pair.first)), Int(rank(pair.second)), weight: pair.weight)
                }
                small.run(above: threshold)
                for group in members.indices where small.group(of: group) == group {
                    put(members.indices.filter { small.group(of: $0) == group }.map { members[$0] })
                }
            } else {
                var groups = Agglomeration { (vertices[Int(members[$0])].facts, vertices[Int(members[$0])].side) }
                for place in pairsOf.range(component) {
                    let pair = pairs[Int(pairsOf.order[place])]
                    groups.add(rank(pair.first), rank(pair.second), weight: pair.weight)
                }
                groups.run(above: threshold)
                for group in groups.result { put(group.map { members[Int($0)] }) }
            }
        }
        return people
    }
}

/// Records that a chain of pairs leads to from one another: what can come together at all.
struct Components {
    private var component: [Int32]
    private var starts: [Int32] = [0]
    private var sorted: [Int32] = []
    private var places: [Int32] = []

    /// How many there are.
    var count: Int { starts.count - 1 }

    /// Finds the components of records that pairs connect.
    init(count: Int, pairs: some Sequence<(Int32, Int32)>) {
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

    /// How many records a component has.
    func size(_ component: Int) -> Int { Int(starts[component + 1] - starts[component]) }

    /// The records of a component.
    func members(_ component: Int) -> ArraySlice<Int32> {
        sorted[Int(starts[component])..<Int(starts[component + 1])]
    }

    /// Pairs, component by component; pairs between two components are in none.
    func group(_ pairs: some Collection<(Int32, Int32)>) -> (order: [Int32], range: @Sendable (Int) -> Range<Int>) {
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
