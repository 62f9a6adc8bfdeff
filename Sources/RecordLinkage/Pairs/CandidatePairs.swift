import Foundation

/// Two records, and the weight that they are one person.
public struct ScoredPair: Hashable, Sendable {
    /// The record with the smaller number.
    public var first: Int32
    /// The other record.
    public var second: Int32
    /// The weight in bits: 0 is even odds, 3.17 nine to one.
    public var weight: Float

    /// The probability that the two are one person.
    public var probability: Double { Probability.of(weight: Double(weight)) }
}

/// Weights and probabilities.
public enum Probability {
    /// The probability a weight in bits stands for.
    public static func of(weight: Double) -> Double {
        1 / (1 + exp2(-weight))
    }
}

/// Visits every pair of records that share a block, each pair once.
struct CandidatePairs {
    let index: BlockIndex
    let count: Int

    /// Visits the pairs whose lower record is one of `records`, whose numbers stand in their lower halves.
    func forEach(of records: ArraySlice<UInt64>, _ body: (Int, Int) -> Void) {
        var seen = [UInt32](repeating: .max, count: count)
        // Every number was written by the index for a table of `count` records.
        index.members.withUnsafeBufferPointer { members in
            index.starts.withUnsafeBufferPointer { starts in
                seen.withUnsafeMutableBufferPointer { seen in
                    for entry in records {
                        let record = Int(entry & 0xFFFF_FFFF)
                        for place in Int(index.recordStarts[record])..<Int(index.recordStarts[record + 1]) {
                            let block = Int(index.blocksOfRecords[place])
                            let first = Int(starts[block])
                            var at = Int(starts[block + 1]) - 1
                            var isPassive = false
                            // Whether the record itself is passive here is known only when it is reached from above.
                            let from = at
                            while at >= first, Int(members[at] >> 1) > record { at -= 1 }
                            if at >= first { isPassive = members[at] & 1 == 1 }
                            var other = from
                            while other > at {
                                let member = members[other]
                                other -= 1
                                if isPassive, member & 1 == 1 { continue }
                                let partner = Int(member >> 1)
                                if seen[partner] == UInt32(record) { continue }
                                seen[partner] = UInt32(record)
                                body(record, partner)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Visits all records that one meets, each once.
    func forEachPartner(
        of record: Int, where isWanted: (BlockingKey.Kind) -> Bool, _ body: (Int) -> Void
    ) {
        var met: Set<UInt32> = []
        for place in Int(index.recordStarts[record])..<Int(index.recordStarts[record + 1]) {
            let block = Int(index.blocksOfRecords[place])
            guard isWanted(index.kinds[block]) else { continue }
            let members = index.members[Int(index.starts[block])..<Int(index.starts[block + 1])]
            let isPassive = members.contains(UInt32(record) << 1 | 1)
            for member in members where Int(member >> 1) != record && !(isPassive && member & 1 == 1) {
                if met.insert(member >> 1).inserted { body(Int(member >> 1)) }
            }
        }
    }
}
