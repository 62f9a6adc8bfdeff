import RecordLinkage
import Testing

@Suite("Linking fast")
struct ArrangementTests {
    /// As many invented records as it takes to be divided among threads.
    private static func table() -> FeatureTable {
        var table = FeatureTable()
        var random = Dice(seed: 11)
        for place in 0..<6_000 {
            var record = Invented.record(&random)
            let syllables = ["ka", "ro", "mi", "ne", "tu", "sol", "ber", "vin", "dra", "pel", "os", "wen"]
            let word = (0..<3).map { _ in random.one(of: syllables) ?? "" }.joined()
            if !place.isMultiple(of: 40) { record.fields.removeAll { $0.role == .familyName } }
            record.fields.append(LinkageField(.familyName, word))
            table.append(record)
        }
        return table
    }

    @Test("One thread finds the pairs that all threads find, in the same order")
    func threads() {
        var table = Self.table()
        table.countFrequencies()
        let linker = Linker(table, model: .standard())
        let pairs = linker.pairs()
        #expect(pairs.count > 1_000)
        #expect(linker.pairs(isParallel: false) == pairs)
    }

    @Test("Records put side by side by name weigh what they weighed before")
    func arranged() {
        var table = Self.table()
        table.countFrequencies()
        let before = Linker(table, model: .standard()).pairs()
        let orders = (0..<table.count).map(table.order(of:))
        let places = table.arrange()
        #expect(places.sorted() == (0..<Int32(table.count)).map { $0 })
        #expect((0..<table.count).map(table.order(of:)) == places.map { orders[Int($0)] })
        table.countFrequencies()
        let after = Linker(table, model: .standard()).pairs().map { pair in
            let (one, other) = (places[Int(pair.first)], places[Int(pair.second)])
            return ScoredPair(first: min(one, other), second: max(one, other), weight: pair.weight)
        }
        #expect(Set(after) == Set(before))
    }
}
