public import ContactModel
public import RecordLinkage

/// What the owner's answers of before changed in how a pair is judged.
public struct Teaching: Hashable, Sendable {
    /// How many answers about two entries there were.
    public var answers: Int
    /// What they speak for the pair, in bits; against it where negative.
    public var bits: Double
}

/// Two people who may be one, and what speaks for it.
public struct DuplicatePair: Sendable {
    /// The one.
    public var first: Person
    /// The other.
    public var second: Person
    /// Why, term by term, for the two entries of theirs that are most alike.
    public var explanation: MatchExplanation
    /// What of it was learned from the owner's answers; `nil` where there were too few to learn from.
    public var teaching: Teaching?
}

/// How the pairs stand that may be one, or may have been.
public struct DuplicateStanding: Hashable, Sendable {
    /// How many wait for the owner's word.
    public var waiting: Int
    /// How many the owner was not sure of and put aside.
    public var aside: Int
    /// How often the owner said who is who.
    public var decided: Int
    /// What was looked through.
    public var extent: Extent

    /// What pairs can be looked for in.
    public enum Extent: Sendable {
        /// There is no list of contacts.
        case nothing
        /// There is one list of connections, handed out once, in which nobody stands twice.
        case oneHandOut
        /// There are lists, or hand-outs of one, in which somebody may stand twice.
        case several
    }

    /// Makes one.
    public init(waiting: Int, aside: Int = 0, decided: Int = 0, extent: Extent = .several) {
        self.waiting = waiting
        self.aside = aside
        self.decided = decided
        self.extent = extent
    }
}

/// What is known about whether two people are one.
public struct PairComparison: Sendable {
    /// What decides.
    public enum Verdict: Sendable, Equatable {
        /// The owner said so, in a step of the log.
        case owner(step: Int64)
        /// They share what is one person's alone: a profile, an address.
        case key(IdentityKey)
        /// They stood in one list, in which nobody stands twice.
        case stoodTogether(source: String)
        /// They are as alike as the explanation tells.
        case likeness
    }

    /// The one; where they are one person already, that person.
    public var first: Person
    /// The other.
    public var second: Person
    /// Whether they are one person at present.
    public var areOne: Bool
    /// Whether the owner was not sure and put them aside.
    public var isAside: Bool
    /// What decides it.
    public var verdict: Verdict
    /// Why, term by term, for the two entries of theirs that are most alike; `nil` where there is only one entry to look at.
    public var explanation: MatchExplanation?
    /// What of it was learned from the owner's answers; `nil` where there were too few to learn from.
    public var teaching: Teaching?
}
