/// Which people of a list a filter means, in order; where each has to be looked at, as far as was looked.
struct PeopleMatches: Sendable {
    /// The numbers of those who are meant, in order.
    var numbers: [Int64]
    /// Those still to be looked at, the next one last.
    var undecided: [Int64] = []
    /// The words that were typed, with those that are meant instead.
    var respellings: [Respelling] = []

    /// How many numbers are held.
    var size: Int { numbers.count + undecided.count }
    /// Whether everybody was looked at.
    var isComplete: Bool { undecided.isEmpty }
}

/// A word of those nobody is found by together, with those that were searched for instead.
public struct Respelling: Hashable, Sendable {
    /// The word as typed, folded.
    public var typed: String
    /// The nearest words there are, the most frequent first.
    public var meant: [String]
    /// Whether somebody has the word all the same.
    public var isHad: Bool

    /// Names a word and what was searched for instead.
    public init(typed: String, meant: [String], isHad: Bool = false) {
        self.typed = typed
        self.meant = meant
        self.isHad = isHad
    }
}
