/// How the owner's contacts spell their companies, and which spellings mean the same one.
///
/// Spellings are compared by `CompanyName.identity`. Memory is bounded: beyond 300,000 different spellings no new one is taken in, and what
/// is known stays right.
public struct CompanySpellings: Sendable {
    private var indexes: [String: Int32] = [:]
    private var people: [Int32] = []
    private var groups: [String: [Int32]] = [:]
    private var names: [String] = []
    private var identities: [String?] = []

    private static let most = 300_000

    /// Makes an empty collection.
    public init() {}

    /// Counts a person with a company.
    public mutating func add(_ company: String) {
        if let index = indexes[company] {
            people[Int(index)] &+= 1
            return
        }
        guard names.count < Self.most else { return }
        let index = Int32(truncatingIfNeeded: names.count)
        let identity = CompanyName.identity(company)
        indexes[company] = index
        people.append(1)
        names.append(company)
        identities.append(identity)
        if let identity { groups[identity, default: []].append(index) }
    }

    /// The spelling to use for one company.
    public struct Usual: Hashable, Sendable {
        /// The spelling most people have; of several the one with most letters, then the first in order of bytes.
        public var spelling: String
        /// How many have it.
        public var people: Int
        /// How many have the company in any spelling.
        public var total: Int

        /// Makes a usual spelling.
        public init(spelling: String, people: Int, total: Int) {
            self.spelling = spelling
            self.people = people
            self.total = total
        }
    }

    /// The spelling to use for a company; `nil` where it has that one, or no other is known.
    public func usual(for company: String) -> Usual? {
        guard let index = indexes[company], let identity = identities[Int(index)], let group = groups[identity], group.count > 1 else {
            return nil
        }
        guard let best = group.max(by: { isLess($0, $1) }), best != index else { return nil }
        return Usual(
            spelling: names[Int(best)], people: Int(people[Int(best)]), total: group.reduce(0) { $0 + Int(people[Int($1)]) })
    }

    /// How many people have a spelling that is not the one to use.
    public var peopleWithVariants: Int {
        groups.values.reduce(0) { sum, group in
            guard group.count > 1, let best = group.max(by: { isLess($0, $1) }) else { return sum }
            return sum + group.reduce(0) { $1 == best ? $0 : $0 + Int(people[Int($1)]) }
        }
    }

    /// Companies with more than one spelling, each with its spellings, the one to use first; those of most people come first.
    public var variants: [[String]] {
        groups.values.filter { $0.count > 1 }
            .map { group in group.sorted { isLess($1, $0) } }
            .sorted { left, right in
                let (some, others) = (left.reduce(0) { $0 + people[Int($1)] }, right.reduce(0) { $0 + people[Int($1)] })
                return some != others ? some > others : names[Int(left[0])] < names[Int(right[0])]
            }
            .map { $0.map { names[Int($0)] } }
    }

    private func isLess(_ left: Int32, _ right: Int32) -> Bool {
        let (some, others) = (people[Int(left)], people[Int(right)])
        if some != others { return some < others }
        let (one, other) = (names[Int(left)], names[Int(right)])
        if one.utf8.count != other.utf8.count { return one.utf8.count < other.utf8.count }
        return one.utf8.lexicographicallyPrecedes(other.utf8) == false
    }
}
