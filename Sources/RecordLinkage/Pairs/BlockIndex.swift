/// Records that share a key, laid side by side: the blocks of a table.
struct BlockIndex: Sendable {
    /// The members of all blocks, block by block, each ascending. A member is the record's number times two, and one more where it is passive.
    private(set) var members: [UInt32] = []
    /// Where each block begins in `members`; one more than there are blocks.
    private(set) var starts: [UInt32] = [0]
    /// The kind of each block.
    private(set) var kinds: [BlockingKey.Kind] = []
    /// For each record where its blocks begin in `blocksOfRecords`; one more than there are records.
    private(set) var recordStarts: [UInt32] = []
    private(set) var blocksOfRecords: [UInt32] = []

    /// Finds the blocks of a table.
    init(_ table: FeatureTable) {
        let kinds = BlockingKey.Kind.allCases
        let rows = table.rows
        let schema = table.schema
        // Keys of one kind together: kind by kind, so that memory holds but a part of them at a time.
        var entries: [[UInt64]] = Array(repeating: [], count: 32)
        // A spelling no address has meets nobody: most are left out by a look at the lower bits of the addresses there are.
        var spelled = [UInt64](repeating: 0, count: 1 << 18)
        for row in rows where row.local != 0 {
            spelled[Int(row.local >> 6) & (1 << 18 - 1)] |= 1 << UInt64(row.local & 63)
        }
        for (record, row) in rows.enumerated() {
            row.forEachKey(schema) { kind, hash, isPassive in
                if isPassive, spelled[Int(hash >> 6) & (1 << 18 - 1)] & 1 << UInt64(hash & 63) == 0 {
                    return
                }
                entries[Int(kind.rawValue)].append(
                    UInt64(hash) << 32 | UInt64(record) << 1 | (isPassive ? 1 : 0))
            }
        }
        RadixSort.sortAll(&entries)
        for kind in kinds {
            let list = entries[Int(kind.rawValue)]
            entries[Int(kind.rawValue)] = []
            append(list, kind)
        }
        indexRecords(count: rows.count)
    }

    private mutating func append(_ sorted: [UInt64], _ kind: BlockingKey.Kind) {
        var index = 0
        let most = kind.mostRecords
        while index < sorted.count {
            let hash = sorted[index] >> 32
            var end = index + 1
            while end < sorted.count, sorted[end] >> 32 == hash { end += 1 }
            if end - index >= 2 {
                let first = members.count
                var actives = 0
                var last = UInt32.max
                for place in index..<end {
                    let member = UInt32(truncatingIfNeeded: sorted[place])
                    if member >> 1 == last { continue }
                    last = member >> 1
                    if member & 1 == 0 { actives += 1 }
                    members.append(member)
                }
                let count = members.count - first
                if count >= 2, count <= most, actives >= 1 {
                    starts.append(UInt32(members.count))
                    kinds.append(kind)
                } else {
                    members.removeSubrange(first...)
                }
            }
            index = end
        }
    }

    /// How many times two records meet in blocks of some kinds; pairs that share several keys count several times.
    func meetings(_ isWanted: (BlockingKey.Kind) -> Bool) -> Int {
        var sum = 0
        for block in kinds.indices where isWanted(kinds[block]) {
            let size = Int(starts[block + 1] - starts[block])
            sum += size * (size - 1) / 2
        }
        return sum
    }

    private mutating func indexRecords(count: Int) {
        recordStarts = [UInt32](repeating: 0, count: count + 1)
        for member in members { recordStarts[Int(member >> 1) + 1] += 1 }
        for record in 0..<count { recordStarts[record + 1] += recordStarts[record] }
        blocksOfRecords = [UInt32](repeating: 0, count: members.count)
        var next = recordStarts
        for block in kinds.indices {
            for place in Int(starts[block])..<Int(starts[block + 1]) {
                let record = Int(members[place] >> 1)
                blocksOfRecords[Int(next[record])] = UInt32(block)
                next[record] += 1
            }
        }
    }
}
