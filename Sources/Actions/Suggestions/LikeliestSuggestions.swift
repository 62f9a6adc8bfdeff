internal import ContactModel
public import ContactQuality

/// The likeliest of many suggestions, kept as they come by: memory is bounded by how many are kept, not by how many there are.
public struct LikeliestSuggestions: Sendable {
    /// So many are kept.
    public let most: Int
    /// How many came by.
    public private(set) var count = 0
    private var kept: [Suggestion] = []

    /// Keeps so many; none where the number is negative.
    public init(_ most: Int) { self.most = max(0, most) }

    /// Takes note of one.
    public mutating func add(_ suggestion: Suggestion) {
        count += 1
        kept.append(suggestion)
        if kept.count >= 2 * most + 16 { kept = all }
    }

    /// Those kept, the likeliest first; equally likely ones by name, field and value.
    public var all: [Suggestion] {
        let sorted = kept.sorted {
            ($1.probability, $0.name, $0.field.rawValue, $0.value) < ($0.probability, $1.name, $1.field.rawValue, $1.value)
        }
        return Array(sorted.prefix(most))
    }
}
