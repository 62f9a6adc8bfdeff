import RecordLinkage
import Testing

/// Features as bytes.
@Suite("Records made ready, and kept")
struct EncodingTests {
    private static func table(_ seed: UInt64, count: Int = 40) -> FeatureTable {
        var random = Dice(seed: seed)
        var table = FeatureTable()
        for _ in 0..<count { table.append(Invented.record(&random)) }
        return table
    }

    private static func pairs(_ table: FeatureTable) -> [ScoredPair] {
        var table = table
        table.countFrequencies()
        return Linker(table, model: .standard()).pairs()
    }

    @Test("What was kept is linked as what was read", arguments: 1...8 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) {
        let table = Self.table(seed)
        var again = FeatureTable()
        let areRead = (0..<table.count).map { again.append(encoded: table.encoded($0)) }
        #expect(!areRead.contains(false))
        for record in 0..<table.count {
            #expect(again.encoded(record) == table.encoded(record))
        }
        #expect(Self.pairs(again) == Self.pairs(table))
    }

    @Test("How common values were counted to be is not kept")
    func frequencies() {
        let table = Self.table(3)
        var counted = table
        counted.countFrequencies()
        for record in 0..<table.count { #expect(counted.encoded(record) == table.encoded(record)) }
    }

    @Test("A record put in another's place is linked as if it had stood there")
    func replacing() {
        let (table, other) = (Self.table(4), Self.table(5))
        var mixed = table
        var expected = FeatureTable()
        for record in 0..<table.count {
            let isReplaced = record % 3 == 0
            if isReplaced { mixed.replace(record, with: record, of: other) }
            expected.append(encoded: (isReplaced ? other : table).encoded(record))
        }
        #expect(Self.pairs(mixed) == Self.pairs(expected))
    }

    @Test("Bytes that are no features give a record of which nothing is known", arguments: 1...4 as ClosedRange<UInt64>)
    func otherBytes(seed: UInt64) {
        var random = Dice(seed: seed)
        let table = Self.table(seed)
        var read = FeatureTable()
        for record in 0..<table.count {
            let bytes = table.encoded(record)
            let others = [Array(bytes.prefix(random.below(bytes.count))), bytes + [0], [0] + bytes.dropFirst()]
            let areRead = others.map { read.append(encoded: $0) }
            #expect(!areRead.contains(true))
            // Any bits may have turned: then they are some record, or none; linking it ends all the same.
            var turned = bytes
            for _ in 0...random.below(6) { turned[1 + random.below(bytes.count - 1)] ^= 1 << UInt8(random.below(8)) }
            read.append(encoded: turned)
        }
        #expect(read.count == 4 * table.count)
        _ = Self.pairs(read)
    }
}
