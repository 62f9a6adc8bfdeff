public import ContactFormats

/// How many people a gate let through, and why it held others back.
public struct GateReport: Sendable {
    /// A reason and whom it hit.
    public struct Count: Sendable {
        /// The reason.
        public var reason: Objection
        /// How many people.
        public var people: Int
    }

    /// How many people were looked at.
    public private(set) var people = 0
    /// How many of them were held back.
    public private(set) var heldBack = 0
    private var counts: [Objection: Int] = [:]

    /// How many passed.
    public var passed: Int { people - heldBack }

    /// Why people were held back, the most frequent reason first; somebody may be hit by several.
    public var reasons: [Count] {
        counts.map { Count(reason: $0.key, people: $0.value) }.sorted { ($1.people, $0.reason.code) < ($0.people, $1.reason.code) }
    }

    /// Counts somebody.
    mutating func count(_ objections: [Objection]) {
        people += 1
        guard !objections.isEmpty else { return }
        heldBack += 1
        for objection in objections { counts[objection, default: 0] += 1 }
    }
}
