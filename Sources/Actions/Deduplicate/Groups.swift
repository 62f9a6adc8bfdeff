import RecordLinkage

/// The clusters of a run, numbered from 1 in the order of their first rows.
struct Groups: Sendable {
    /// The cluster of each row.
    private(set) var owner: [Int32]
    /// How many rows each cluster has; the first is cluster 1.
    private(set) var sizes: [Int] = []

    var count: Int { sizes.count }

    /// Groups rows.
    ///
    /// - Parameter pairs: by the places of their rows: those of a pair lie near one another there, in the file anywhere.
    init(features: FeatureTable, rows: ArrangedRows, pairs: [ScoredPair], split: Int?, threshold: Float) {
        var graph = LinkageGraph()
        owner = [Int32](repeating: 0, count: features.count)
        // Most rows have no pair at all; only the others need dividing.
        var vertices = [Int32](repeating: -1, count: features.count)
        for pair in pairs {
            vertices[Int(pair.first)] = 0
            vertices[Int(pair.second)] = 0
        }
        var count: Int32 = 0
        for place in 0..<features.count where vertices[place] == 0 {
            let row = rows.row(at: place)
            vertices[place] = count
            count += 1
            graph.add(
                record: Int64(row), order: features.order(of: place), facts: features.exclusiveFacts(of: place),
                side: split.map { row < $0 ? 1 : 2 } ?? 0)
        }
        graph.add(pairs: pairs.map { ScoredPair(first: vertices[Int($0.first)], second: vertices[Int($0.second)], weight: $0.weight) })
        let firsts = graph.people(above: threshold)
        var rowsOfVertices = [Int32](repeating: 0, count: firsts.count)
        for (place, vertex) in vertices.enumerated() where vertex >= 0 {
            rowsOfVertices[Int(vertex)] = Int32(truncatingIfNeeded: rows.row(at: place))
        }
        var numbers = [Int32](repeating: 0, count: features.count)
        for row in 0..<features.count {
            let vertex = vertices[rows.place(of: row)]
            let first = vertex < 0 ? row : Int(rowsOfVertices[Int(firsts[Int(vertex)])])
            if numbers[first] == 0 {
                sizes.append(0)
                numbers[first] = Int32(sizes.count)
            }
            owner[row] = numbers[first]
            sizes[Int(numbers[first]) - 1] += 1
        }
    }
}
