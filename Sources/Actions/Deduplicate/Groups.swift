import RecordLinkage

/// The clusters of a run, numbered from 1 in the order of their first rows.
struct Groups {
    /// The cluster of each row.
    private(set) var owner: [Int32]
    /// How many rows each cluster has; the first is cluster 1.
    private(set) var sizes: [Int] = []

    var count: Int { sizes.count }

    init(features: FeatureTable, rows: ArrangedRows, pairs: [ScoredPair], split: Int?, threshold: Float) {
        var graph = LinkageGraph()
        owner = [Int32](repeating: 0, count: features.count)
        // Most rows have no pair at all; only the others need dividing.
        var isPaired = [Bool](repeating: false, count: features.count)
        for pair in pairs {
            isPaired[Int(pair.first)] = true
            isPaired[Int(pair.second)] = true
        }
        for row in 0..<features.count where isPaired[row] {
            graph.add(
                record: Int64(row), order: features.order(of: rows.place(of: row)),
                exclusiveIdentity: features.exclusiveIdentity(of: rows.place(of: row)),
                side: split.map { row < $0 ? 1 : 2 } ?? 0)
        }
        for pair in pairs { graph.add(pair: Int64(pair.first), Int64(pair.second), weight: pair.weight) }
        var firsts = [Int32](repeating: -1, count: features.count)
        for person in graph.people(above: threshold) {
            for record in person.records { firsts[Int(record)] = Int32(person.records[0]) }
        }
        var numbers = [Int32](repeating: 0, count: features.count)
        for row in 0..<features.count {
            let first = firsts[row] < 0 ? row : Int(firsts[row])
            if numbers[first] == 0 {
                sizes.append(0)
                numbers[first] = Int32(sizes.count)
            }
            owner[row] = numbers[first]
            sizes[Int(numbers[first]) - 1] += 1
        }
    }
}
