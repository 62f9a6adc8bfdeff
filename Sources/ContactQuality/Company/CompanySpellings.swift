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
        /// The spelling most people have; of several one that is not in capitals or small letters alone, then the one with most letters,
        /// then the first in order of bytes.
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

    /// In how many spellings a company stands here; 0 for one nobody has.
    public func count(of company: String) -> Int {
        guard let index = indexes[company] else { return 0 }
        return identities[Int(index)].flatMap { groups[$0]?.count } ?? 1
    }

    /// How many people have a spelling that is not the one to use.
    public var peopleWithVariants: Int {
        groups.values.reduce(0) { sum, group in
            guard group.count > 1, let best = group.max(by: { isLess($0, $1) }) else { return sum }
            return sum + group.reduce(0) { $1 == best ? $0 : $0 + Int(people[Int($1)]) }
        }
    }

    /// How many companies have more than one spelling.
    public var variantCount: Int { groups.values.reduce(0) { $1.count > 1 ? $0 + 1 : $0 } }

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

    /// A company with all its spellings together.
    public struct Company: Hashable, Sendable {
        /// The spelling to use.
        public var name: String
        /// How many people work there.
        public var people: Int

        /// Makes a company.
        public init(name: String, people: Int) {
            (self.name, self.people) = (name, people)
        }
    }

    /// The companies in which most people work, pseudo-companies left out.
    ///
    /// - Returns: at most `limit` of them, how many there are in all, and how many people work in all of them.
    public func largest(_ limit: Int) -> (companies: [Company], count: Int, people: Int) {
        var totals: [(index: Int32, people: Int)] = groups.values.compactMap { group in
            guard let best = group.count == 1 ? group.first : group.max(by: { isLess($0, $1) }) else { return nil }
            return (best, group.reduce(0) { $0 + Int(people[Int($1)]) })
        }
        // A name too general to tell is its own company, unless it is none at all.
        for index in identities.indices where identities[index] == nil && !PseudoCompany.isPseudo(names[index]) {
            totals.append((Int32(truncatingIfNeeded: index), Int(people[index])))
        }
        totals.sort { $0.people != $1.people ? $0.people > $1.people : names[Int($0.index)] < names[Int($1.index)] }
        return (
            totals.prefix(limit).map { Company(name: names[Int($0.index)], people: $0.people) }, totals.count,
            totals.reduce(0) { $0 + $1.people }
        )
    }

    private func isLess(_ left: Int32, _ right: Int32) -> Bool {
        let (some, others) = (people[Int(left)], people[Int(right)])
        if some != others { return some < others }
        let (one, other) = (names[Int(left)], names[Int(right)])
        let (isPlain, isOtherPlain) = (LetterCase(of: one) == .other, LetterCase(of: other) == .other)
        if isPlain != isOtherPlain { return isOtherPlain }
        if one.utf8.count != other.utf8.count { return one.utf8.count < other.utf8.count }
        return one.utf8.lexicographicallyPrecedes(other.utf8) == false
    }
}
