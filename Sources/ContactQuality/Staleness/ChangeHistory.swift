/// What the owner's own exports show of how fast values end: people who were looked at twice, and how many of them had changed.
public struct ChangeHistory: Hashable, Sendable {
    /// Two exports of one source, so many years apart.
    public struct Interval: Hashable, Sendable {
        /// The years between them.
        public var years: Double
        /// People in both who still had the value.
        public var unchanged: Int
        /// People in both who had another one.
        public var changed: Int

        /// Makes an interval; numbers below nought count as nought.
        public init(years: Double, unchanged: Int, changed: Int) {
            self.years = max(0, years)
            self.unchanged = max(0, unchanged)
            self.changed = max(0, changed)
        }
    }

    /// The intervals by kind of value.
    public private(set) var intervals: [ValueKind: [Interval]] = [:]

    /// Makes an empty history.
    public init() {}

    /// Adds what two exports show; intervals of no length or without people tell nothing and are left out.
    public mutating func add(_ kind: ValueKind, _ interval: Interval) {
        guard interval.years > 0, interval.unchanged + interval.changed > 0 else { return }
        intervals[kind, default: []].append(interval)
    }

    /// So many changes of a kind tell its pace; fewer say more of chance than of the owner's contacts.
    public static let enoughChanges = 10

    /// The intervals of the kinds that changed often enough to tell their pace.
    var telling: [ValueKind: [Interval]] { intervals.filter { $0.value.reduce(0) { $0 + $1.changed } >= Self.enoughChanges } }

    /// Whether nothing was learnt.
    public var isEmpty: Bool { intervals.isEmpty }
}
