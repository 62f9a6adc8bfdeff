/// Sets of numbers that only ever grow together (union-find with path halving), but never over a pair that has to stay apart.
struct DisjointSets {
    private var parents: [Int]
    /// Of each root the numbers no member of its set may be joined with; only of roots that have such.
    private var enemies: [Int: Set<Int>] = [:]

    init(count: Int, apart pairs: Set<PairVerdicts.Pair> = []) {
        parents = Array(0..<count)
        for pair in pairs {
            enemies[pair.first, default: []].insert(pair.second)
            enemies[pair.second, default: []].insert(pair.first)
        }
    }

    /// Joins two sets, unless that would join a pair that has to stay apart.
    mutating func join(_ first: Int, _ second: Int) {
        let (one, other) = (root(of: first), root(of: second))
        guard one != other, !areApart(one, other) else { return }
        let (kept, given) = (min(one, other), max(one, other))
        parents[given] = kept
        if let more = enemies.removeValue(forKey: given) { enemies[kept, default: []].formUnion(more) }
    }

    mutating func joinAll(_ members: [Int]) {
        for member in members.dropFirst() { join(members[0], member) }
    }

    /// All numbers of a number's set.
    mutating func members(with member: Int) -> [Int] {
        let root = root(of: member)
        return parents.indices.filter { self.root(of: $0) == root }
    }

    private mutating func areApart(_ one: Int, _ other: Int) -> Bool {
        guard let unwanted = enemies[one], enemies[other] != nil else { return false }
        return unwanted.contains { root(of: $0) == other }
    }

    private mutating func root(of member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    var sets: [[Int]] {
        var copy = self
        return Array(Dictionary(grouping: parents.indices) { copy.root(of: $0) }.values)
    }
}
