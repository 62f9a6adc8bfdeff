import RecordLinkage

/// Two entries that look like one human being, though no key proves it.
struct Likeness: Hashable, Comparable {
    /// The entry with the smaller number.
    var first: Int64
    /// The other entry.
    var second: Int64
    /// How much speaks for it, in sixteenths of a bit: whole numbers, so that what is stored is what was computed.
    var sixteenths: Int64
    /// Whether it was sure enough to join the two without asking; otherwise it is a suggestion.
    var isJoined: Bool

    init(_ one: Int64, _ other: Int64, sixteenths: Int64, isJoined: Bool) {
        first = min(one, other)
        second = max(one, other)
        self.sixteenths = sixteenths
        self.isJoined = isJoined
    }

    /// A weight as it is stored.
    static func sixteenths(_ weight: Float) -> Int64 { Int64((max(-1000, min(1000, weight)) * 16).rounded()) }

    /// The probability that the two are one human being.
    var probability: Double { Probability.of(weight: Double(sixteenths) / 16) }

    static func < (left: Likeness, right: Likeness) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}
