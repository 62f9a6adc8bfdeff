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

    /// Finds the blocks of a table, on all processors; they are the same with one.
    init(_ table: FeatureTable) {
        let kinds = BlockingKey.Kind.allCases
        let keys = Self.keys(table)
        var blocks = [KindBlocks](repeating: KindBlocks(), count: kinds.count)
        blocks.changeEachConcurrently { place, blocks in
            var list = Array(concatenating: keys.lazy.map { $0[Int(kinds[place].rawValue)] })
            RadixSort.sort(&list)
            blocks = KindBlocks(list, kinds[place])
        }
        let sizes = blocks.map(\.members.count)
        members.reserveCapacity(sizes.reduce(0, +))
        for (place, kind) in kinds.enumerated() {
            let first = UInt32(truncatingIfNeeded: members.count)
            members.append(contentsOf: blocks[place].members)
            starts.append(contentsOf: blocks[place].ends.lazy.map { first + $0 })
            self.kinds.append(contentsOf: repeatElement(kind, count: blocks[place].ends.count))
            blocks[place] = KindBlocks()
        }
        orderByFirstMember(count: table.count)
        indexRecords(count: table.count)
    }

    /// The keys of pieces of a table, by their kinds, with the members that have them; members ascend.
    private static func keys(_ table: FeatureTable) -> [[[UInt64]]] {
        let (count, schema) = (table.count, table.schema)
        let pieces = count < 4_000 ? 1 : 16
        // A spelling no address has meets nobody: most are left out by a look at the lower bits of the addresses there are.
        let spelled = table.withRows { rows, _ in
            var spelled = [UInt64](repeating: 0, count: 1 << 18)
            for record in 0..<count where rows[record].local != 0 {
                spelled[Int(rows[record].local >> 6) & (1 << 18 - 1)] |= 1 << UInt64(rows[record].local & 63)
            }
            return spelled
        }
        var keys = [[[UInt64]]](repeating: [], count: pieces)
        keys.changeEachConcurrently { piece, keys in
            keys = table.withRows { rows, letters in
                var keys = [[UInt64]](repeating: [], count: 32)
                for record in count * piece / pieces..<count * (piece + 1) / pieces {
                    rows[record].forEachKey(schema, letters) { kind, hash, isPassive in
                        if isPassive, spelled[Int(hash >> 6) & (1 << 18 - 1)] & 1 << UInt64(hash & 63) == 0 { return }
                        keys[Int(kind.rawValue)].append(UInt64(hash) << 32 | UInt64(record) << 1 | (isPassive ? 1 : 0))
                    }
                }
                return keys
            }
        }
        return keys
    }

    /// The blocks of one kind.
    private struct KindBlocks: Sendable {
        /// The members of all of them, block by block.
        private(set) var members: [UInt32] = []
        /// Where each block ends in `members`.
        private(set) var ends: [UInt32] = []

        init() {}

        /// Finds them among keys in order.
        init(_ sorted: [UInt64], _ kind: BlockingKey.Kind) {
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
                        ends.append(UInt32(members.count))
                    } else {
                        members.removeSubrange(first...)
                    }
                }
                index = end
            }
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
        let pieces = count < 4_000 ? 1 : 16
        var moved = [[UInt32]](repeating: [], count: pieces)
        moved.changeEachConcurrently { [self, order] piece, moved in
            let blocks = order[order.count * piece / pieces..<order.count * (piece + 1) / pieces]
            moved.reserveCapacity(blocks.reduce(0) { $0 + Int(starts[Int($1) + 1] - starts[Int($1)]) })
            for block in blocks { moved.append(contentsOf: members[Int(starts[Int(block)])..<Int(starts[Int(block) + 1])]) }
        }
        members = Array(concatenating: moved)
        var movedStarts: [UInt32] = [0]
        movedStarts.reserveCapacity(starts.count)
        var end: UInt32 = 0
        for block in order {
            end &+= starts[Int(block) + 1] - starts[Int(block)]
            movedStarts.append(end)
        }
        (starts, kinds) = (movedStarts, order.map { kinds[Int($0)] })
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
