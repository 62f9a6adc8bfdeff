import ContactModel
public import ContactQuality

/// The likeliest of many suggestions, kept as they come by: memory is bounded by how many are kept, not by how many there are.
///
/// Those of one person have to come together, as `SuggestValues` hands them over.
public struct LikeliestSuggestions: Sendable {
    /// So many are kept.
    public let most: Int
    /// How many came by.
    public private(set) var count = 0
    /// How many people they are for.
    public private(set) var people = 0
    /// How many are accepted where all are: of several for one field of a person one is.
    public private(set) var acceptable = 0
    private var kept: [Suggestion] = []
    private var last: (person: UniqueID, fields: Set<SuggestedField>)?

    /// Keeps so many; none where the number is negative.
    public init(_ most: Int) { self.most = max(0, most) }

    /// Takes note of one.
    public mutating func add(_ suggestion: Suggestion) {
        count += 1
        if last?.person != suggestion.person {
            people += 1
            last = (suggestion.person, [])
        }
        if last?.fields.insert(suggestion.field).inserted ?? false { acceptable += 1 }
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
