import RecordLinkage

/// Where the rows of a table lie once `FeatureTable.arrange` has put them side by side by name.
struct ArrangedRows: Sendable {
    private let rows: [Int32]
    private let places: [Int32]

    /// Takes what `arrange` gave: the row of each place.
    init(_ rows: [Int32]) {
        self.rows = rows
        var places = [Int32](repeating: 0, count: rows.count)
        for (place, row) in rows.enumerated() { places[Int(row)] = Int32(truncatingIfNeeded: place) }
        self.places = places
    }

    /// The row that lies at a place.
    func row(at place: Int) -> Int { Int(rows[place]) }

    /// The place a row lies at.
    func place(of row: Int) -> Int { Int(places[row]) }

    /// Numbers pairs by their rows rather than by their places.
    func number(_ pairs: inout [ScoredPair]) {
        for index in pairs.indices {
            let (one, other) = (rows[Int(pairs[index].first)], rows[Int(pairs[index].second)])
            pairs[index].first = min(one, other)
            pairs[index].second = max(one, other)
        }
    }
}
