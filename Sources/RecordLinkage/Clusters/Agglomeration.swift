/// Groups that grow by the greatest average weight between them.
struct Agglomeration {
    private struct Group {
        var members: [Int32]
        /// What members that have one share.
        var facts: ExclusiveFacts
        /// The tables its members stand in, where each may give one.
        var sides: UInt8 = 0
        /// The sum of weights to other groups, and of how many pairs.
        var edges: [Int32: Edge] = [:]
    }

    private struct Edge {
        var sum: Float
        var count: Int32
    }

    private var groups: [Int32: Group] = [:]
    private let known: (Int) -> (facts: ExclusiveFacts, side: UInt8)

    init(known: @escaping (Int) -> (facts: ExclusiveFacts, side: UInt8)) {
        self.known = known
    }

    private mutating func touch(_ record: Int32) {
        guard groups[record] == nil else { return }
        let own = known(Int(record))
        groups[record] = Group(members: [record], facts: own.facts, sides: own.side)
    }

    mutating func add(_ one: Int32, _ other: Int32, weight: Float) {
        touch(one)
        touch(other)
        let edge = Edge(sum: Self.quantised(weight), count: 1)
        groups[one]?.edges[other] = edge
        groups[other]?.edges[one] = edge
    }

    /// Weights in 64ths, which add up to the same sum in any order.
    static func quantised(_ weight: Float) -> Float {
        (max(-LinkageGraph.mostBits, min(LinkageGraph.mostBits, weight)) * 64).rounded() / 64
    }

    private func average(_ a: Group, _ b: Group, _ edge: Edge) -> Float {
        let all = Float(a.members.count * b.members.count)
        return (edge.sum + (all - Float(edge.count)) * LinkageGraph.unseen) / all
    }

    private func isForbidden(_ a: Group, _ b: Group) -> Bool {
        a.sides & b.sides != 0 || a.facts.contradiction(to: b.facts) != nil
    }

    /// Joins until no two groups are worth it.
    mutating func run(above threshold: Float) {
        var queue = MergeQueue()
        for (name, group) in groups {
            for (other, edge) in group.edges where name < other {
                guard let partner = groups[other] else { continue }
                let weight = average(group, partner, edge)
                if weight > threshold {
                    queue.push(MergeQueue.Item(weight: weight, first: name, second: other))
                }
            }
        }
        while let top = queue.pop() {
            guard let a = groups[top.first], let b = groups[top.second], let edge = a.edges[top.second]
            else { continue }
            guard average(a, b, edge) == top.weight, !isForbidden(a, b) else { continue }
            merge(top.first, top.second) { other, weight in
                if weight > threshold {
                    queue.push(
                        MergeQueue.Item(
                            weight: weight, first: min(top.first, other), second: max(top.first, other)))
                }
            }
        }
    }

    /// Makes `gone` part of `kept`, the smaller number.
    private mutating func merge(_ kept: Int32, _ gone: Int32, onMerged: (Int32, Float) -> Void) {
        guard var group = groups[kept], let lost = groups[gone] else { return }
        groups[gone] = nil
        group.members += lost.members
        group.facts = group.facts.joined(with: lost.facts)
        group.sides |= lost.sides
        group.edges[gone] = nil
        for (other, edge) in lost.edges where other != kept {
            let before = group.edges[other] ?? Edge(sum: 0, count: 0)
            group.edges[other] = Edge(sum: before.sum + edge.sum, count: before.count + edge.count)
            groups[other]?.edges[gone] = nil
        }
        groups[kept] = group
        for (other, edge) in group.edges {
            groups[other]?.edges[kept] = edge
            if let partner = groups[other] { onMerged(other, average(group, partner, edge)) }
        }
    }

    /// The members of each group; records without any pair are in none.
    var result: [[Int32]] { groups.values.map(\.members) }
}

/// Joinings by their weight, the greatest first; of equal ones that of the smaller numbers.
struct MergeQueue {
    struct Item {
        var weight: Float
        var first: Int32
        var second: Int32

        func isBefore(_ other: Item) -> Bool {
            if weight != other.weight { return weight > other.weight }
            return (first, second) < (other.first, other.second)
        }
    }

    private var items: [Item] = []

    mutating func push(_ item: Item) {
        items.append(item)
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard items[child].isBefore(items[parent]) else { break }
            items.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> Item? {
        guard let first = items.first else { return nil }
        let last = items.removeLast()
        guard !items.isEmpty else { return first }
        items[0] = last
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < items.count else { break }
            let right = left + 1
            let child = right < items.count && items[right].isBefore(items[left]) ? right : left
            guard items[child].isBefore(items[parent]) else { break }
            items.swapAt(child, parent)
            parent = child
        }
        return first
    }
}
