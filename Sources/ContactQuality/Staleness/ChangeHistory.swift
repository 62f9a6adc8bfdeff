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

    /// Whether nothing was learnt.
    public var isEmpty: Bool { intervals.isEmpty }
}
