/// The same joining as `Agglomeration`, for a few records: by a square of sums rather than by dictionaries.
struct SmallComponent {
    /// Up to so many records the square is the faster way.
    static let mostRecords = 40

    private var count = 0
    private var sums: [Float] = []
    private var counts: [Int32] = []
    private var groups: [Int] = []
    private var sizes: [Int] = []
    private var facts: [ExclusiveFacts] = []
    private var sides: [UInt8] = []

    /// Begins a component of records, in the order that breaks ties.
    mutating func begin(_ count: Int) {
        self.count = count
        sums.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: count * count))
        counts.append(contentsOf: repeatElement(0, count: count * count))
        groups.removeAll(keepingCapacity: true)
        groups.append(contentsOf: 0..<count)
        sizes.removeAll(keepingCapacity: true)
        sizes.append(contentsOf: repeatElement(1, count: count))
        facts.removeAll(keepingCapacity: true)
        sides.removeAll(keepingCapacity: true)
    }

    /// Adds the next record.
    mutating func add(_ facts: ExclusiveFacts, side: UInt8) {
        self.facts.append(facts)
        sides.append(side)
    }

    /// Adds the weight between two records.
    mutating func add(_ one: Int, _ other: Int, weight: Float) {
        let weight = Agglomeration.quantised(weight)
        sums[one * count + other] = weight
        sums[other * count + one] = weight
        counts[one * count + other] = 1
        counts[other * count + one] = 1
    }

    /// Joins until no two groups are worth it; the group of each record is that of its first member then.
    mutating func run(above threshold: Float) {
        var living = Array(0..<count)
        while living.count > 1 {
            var best = (weight: threshold, one: -1, other: -1)
            for (place, one) in living.enumerated() {
                for other in living[(place + 1)...] where counts[one * count + other] > 0 {
                    let all = Float(sizes[one] * sizes[other])
                    let edge = one * count + other
                    let weight = (sums[edge] + (all - Float(counts[edge])) * LinkageGraph.unseen) / all
                    guard weight > best.weight else { continue }
                    if sides[one] & sides[other] != 0 || facts[one].contradiction(to: facts[other]) != nil { continue }
                    best = (weight, one, other)
                }
            }
            guard best.one >= 0 else { return }
            join(best.one, best.other)
            living.removeAll { $0 == best.other }
        }
    }

    private mutating func join(_ kept: Int, _ gone: Int) {
        for record in 0..<count where groups[record] == gone { groups[record] = kept }
        for other in 0..<count where other != kept && other != gone {
            sums[kept * count + other] += sums[gone * count + other]
            counts[kept * count + other] += counts[gone * count + other]
            sums[other * count + kept] = sums[kept * count + other]
            counts[other * count + kept] = counts[kept * count + other]
        }
        sizes[kept] += sizes[gone]
        facts[kept] = facts[kept].joined(with: facts[gone])
        sides[kept] |= sides[gone]
    }

    /// The group of a record.
    func group(of record: Int) -> Int { groups[record] }
}
