/// Records that share a key, laid side by side: the blocks of a table.
struct BlockIndex: Sendable {
    /// The members of all blocks, block by block, each ascending. A member is the record's number times two, and one more where it is passive.
    private(set) var members: [UInt32] = []
    /// Where each block begins in `members`; one more than there are blocks.
    private(set) var starts: [UInt32] = [0]
    /// The kind of each block.
    private(set) var kinds: [BlockingKey.Kind] = []
    /// For each record where its memberships begin in `memberships`; one more than there are records.
    private(set) var recordStarts: [UInt32] = []
    /// The memberships of all records, record by record.
    private(set) var memberships: [Membership] = []

    /// That a record is in a block.
    struct Membership: BitwiseCopyable {
        /// The block.
        var block: UInt32
        /// Where in `members` the record stands.
        var place: UInt32
    }

    /// Finds the blocks of a table.
    init(_ table: FeatureTable) {
        let kinds = BlockingKey.Kind.allCases
        let count = table.count
        let schema = table.schema
        // Keys of one kind together: kind by kind, so that memory holds but a part of them at a time.
        var entries: [[UInt64]] = Array(repeating: [], count: 32)
        // A spelling no address has meets nobody: most are left out by a look at the lower bits of the addresses there are.
        var spelled = [UInt64](repeating: 0, count: 1 << 18)
        table.withRows { rows, _ in
            for record in 0..<count where rows[record].local != 0 {
                spelled[Int(rows[record].local >> 6) & (1 << 18 - 1)] |= 1 << UInt64(rows[record].local & 63)
            }
            for record in 0..<count {
                rows[record].forEachKey(schema) { kind, hash, isPassive in
                    if isPassive, spelled[Int(hash >> 6) & (1 << 18 - 1)] & 1 << UInt64(hash & 63) == 0 {
                        return
                    }
                    entries[Int(kind.rawValue)].append(
                        UInt64(hash) << 32 | UInt64(record) << 1 | (isPassive ? 1 : 0))
                }
            }
        }
        RadixSort.sortAll(&entries)
        for kind in kinds {
            let list = entries[Int(kind.rawValue)]
            entries[Int(kind.rawValue)] = []
            append(list, kind)
        }
        orderByFirstMember(count: count)
        indexRecords(count: count)
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

    /// Puts the blocks in the order of their first members, so that what a record looks at lies near what the record before it looked at.
    private mutating func orderByFirstMember(count: Int) {
        var next = [UInt32](repeating: 0, count: count + 1)
        for block in kinds.indices { next[Int(members[Int(starts[block])] >> 1) + 1] += 1 }
        for record in 0..<count { next[record + 1] += next[record] }
        var order = [UInt32](repeating: 0, count: kinds.count)
        for block in kinds.indices {
            let first = Int(members[Int(starts[block])] >> 1)
            order[Int(next[first])] = UInt32(truncatingIfNeeded: block)
            next[first] += 1
        }
        var (moved, movedStarts, movedKinds): ([UInt32], [UInt32], [BlockingKey.Kind]) = ([], [0], [])
        moved.reserveCapacity(members.count)
        movedStarts.reserveCapacity(starts.count)
        movedKinds.reserveCapacity(kinds.count)
        for block in order {
            moved.append(contentsOf: members[Int(starts[Int(block)])..<Int(starts[Int(block) + 1])])
            movedStarts.append(UInt32(truncatingIfNeeded: moved.count))
            movedKinds.append(kinds[Int(block)])
        }
        (members, starts, kinds) = (moved, movedStarts, movedKinds)
    }

    private mutating func indexRecords(count: Int) {
        recordStarts = [UInt32](repeating: 0, count: count + 1)
        for member in members { recordStarts[Int(member >> 1) + 1] += 1 }
        for record in 0..<count { recordStarts[record + 1] += recordStarts[record] }
        memberships = [Membership](repeating: Membership(block: 0, place: 0), count: members.count)
        var next = recordStarts
        for block in kinds.indices {
            for place in Int(starts[block])..<Int(starts[block + 1]) {
                let record = Int(members[place] >> 1)
                memberships[Int(next[record])] = Membership(block: UInt32(block), place: UInt32(place))
                next[record] += 1
            }
        }
    }
}
