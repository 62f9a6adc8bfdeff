public import ContactModel

/// How many people came in which month, by the source that listed them first.
///
/// A person came on the day of connecting; where none is known, on the day of the first hand-out that lists them.
public struct NetworkGrowth: Sendable {
    /// A month of the calendar.
    public struct Month: Hashable, Comparable, Sendable {
        /// The year.
        public var year: Int
        /// The month, from 1.
        public var month: Int

        /// Makes a month.
        public init(year: Int, month: Int) {
            (self.year, self.month) = (year, month)
        }

        /// Earlier months come first.
        public static func < (left: Month, right: Month) -> Bool { (left.year, left.month) < (right.year, right.month) }
    }

    private var counts: [String: [Month: Int]] = [:]

    /// No people.
    public init() {}

    /// Counts a person.
    public mutating func add(_ person: Person) {
        guard let first = person.sightings.min(by: { $0.firstSeen < $1.firstSeen }) else { return }
        let day = min(person.connectedOn ?? first.firstSeen, first.firstSeen)
        counts[first.source, default: [:]][Month(year: day.year, month: day.month), default: 0] += 1
    }

    /// The sources with how many people each brought, those of most people first.
    public var sources: [(name: String, people: Int)] {
        counts.map { (name: $0.key, people: $0.value.values.reduce(0, +)) }.sorted { ($1.people, $0.name) < ($0.people, $1.name) }
    }

    /// How many people came in a month, from one source or all.
    public func count(in month: Month, from source: String? = nil) -> Int {
        if let source { return counts[source]?[month] ?? 0 }
        return counts.values.reduce(0) { $0 + ($1[month] ?? 0) }
    }

    /// The first and the last month in which somebody came; `nil` where nobody did.
    public var span: ClosedRange<Month>? {
        let months = counts.values.flatMap(\.keys)
        guard let first = months.min(), let last = months.max() else { return nil }
        return first...last
    }

    /// How many people came in all.
    public var total: Int { counts.values.reduce(0) { $0 + $1.values.reduce(0, +) } }
}
