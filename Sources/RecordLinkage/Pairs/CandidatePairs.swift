import Foundation

/// Two records, and the weight that they are one person.
public struct ScoredPair: Hashable, Sendable {
    /// The record with the smaller number.
    public var first: Int32
    /// The other record.
    public var second: Int32
    /// The weight in bits: 0 is even odds, 3.17 nine to one.
    public var weight: Float

    /// Makes a pair.
    public init(first: Int32, second: Int32, weight: Float) {
        self.first = first
        self.second = second
        self.weight = weight
    }

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

    /// Visits the pairs whose lower record is one of `records`.
    ///
    /// - Parameter touch: called for each partner of a record before the first of them is visited: whoever looks at a partner's row there
    ///   waits for memory once for all of them, not once for each.
    func forEach(of records: Range<Int>, touch: (Int) -> Void, _ body: (Int, Int) -> Void) {
        var met = MetRecords()
        // Every number was written by the index itself: places of blocks, and places in blocks.
        index.members.withUnsafeBufferPointer { members in
            index.starts.withUnsafeBufferPointer { starts in
                for record in records {
                    met.begin()
                    for place in Int(index.recordStarts[record])..<Int(index.recordStarts[record + 1]) {
                        let membership = index.memberships[place]
                        let own = Int(membership.place)
                        let isPassive = members[own] & 1 == 1
                        for other in own + 1..<Int(starts[Int(membership.block) + 1]) {
                            if isPassive, members[other] & 1 == 1 { continue }
                            met.insert(members[other] >> 1)
                        }
                    }
                    for partner in met.records { touch(Int(partner)) }
                    for partner in met.records { body(record, Int(partner)) }
                }
            }
        }
    }

    /// Visits all records that one meets, each once; keeps its room for the next record.
    struct Partners {
        let index: BlockIndex
        private var met = MetRecords()

        init(index: BlockIndex) {
            self.index = index
        }

        /// Visits those a record meets in blocks of some kinds.
        mutating func forEach(of record: Int, where isWanted: (BlockingKey.Kind) -> Bool, _ body: (Int) -> Void) {
            met.begin()
            for place in Int(index.recordStarts[record])..<Int(index.recordStarts[record + 1]) {
                let membership = index.memberships[place]
                let block = Int(membership.block)
                guard isWanted(index.kinds[block]) else { continue }
                let isPassive = index.members[Int(membership.place)] & 1 == 1
                for place in Int(index.starts[block])..<Int(index.starts[block + 1]) {
                    let member = index.members[place]
                    if Int(member >> 1) != record, !(isPassive && member & 1 == 1) { met.insert(member >> 1) }
                }
            }
            for partner in met.records { body(Int(partner)) }
        }
    }
}

/// The records one record has met, each once: a small table of places that is emptied without being touched.
private struct MetRecords {
    /// The records, in the order they were met in.
    private(set) var records: [UInt32] = []
    /// In the upper half when the record was met, in the lower half the record; 0 where there is none.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    private var turn: UInt64 = 0

    /// Forgets all.
    mutating func begin() {
        turn += 1
        records.removeAll(keepingCapacity: true)
    }

    /// Adds a record.
    @inline(__always)
    mutating func insert(_ record: UInt32) {
        if records.count * 2 >= slots.count { grow() }
        let entry = turn << 32 | UInt64(record)
        if slots.withUnsafeMutableBufferPointer({ Self.place(entry, in: $0) }) { records.append(record) }
    }

    @inline(__always)
    private static func place(_ entry: UInt64, in slots: UnsafeMutableBufferPointer<UInt64>) -> Bool {
        // The number of slots is a power of two, so the mask keeps places inside of them; and half of them at least are of an earlier turn,
        // so every search ends. The factor is odd: records that lie near one another never want one slot.
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (entry & 0xFFFF_FFFF) &* 0x9_E377) & mask
        while slots[slot] >> 32 == entry >> 32 {
            if slots[slot] == entry { return false }
            slot = (slot + 1) & mask
        }
        slots[slot] = entry
        return true
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        slots.withUnsafeMutableBufferPointer { slots in
            for record in records { _ = Self.place(turn << 32 | UInt64(record), in: slots) }
        }
    }
}
