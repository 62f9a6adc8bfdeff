import ContactFormats
public import Vault

/// Lists whom a hand-over would hold back; of them those alone whom one reason hits, if so asked: the same people the reason's number counts.
public struct ListHeldBack: Sendable {
    /// A reason as it is counted.
    public struct Reason: Hashable, Sendable {
        /// The objection's code.
        public var code: String
        /// The column it concerns; `nil` where it is the row as a whole.
        public var column: String?

        /// Names a reason.
        public init(code: String, column: String?) {
            (self.code, self.column) = (code, column)
        }

        func hits(_ heldBack: HeldBack) -> Bool { heldBack.reasons.contains { $0.isRefusal && $0.code == code && $0.column == column } }
    }

    /// Who is held back.
    public struct Outcome: Sendable {
        /// A stretch of them.
        public var people: [HeldBack] = []
        /// How many there are.
        public var count = 0
        /// How the hand-over would go.
        public var handOver: HandOver.Outcome
    }

    /// The hand-over.
    public var handOver: HandOver
    /// Why; `nil` for any reason.
    public var reason: Reason?
    /// How many to pass over.
    public var offset: Int
    /// How many at most.
    public var limit: Int

    /// Prepares a list.
    public init(_ handOver: HandOver, because reason: Reason? = nil, offset: Int = 0, limit: Int) {
        (self.handOver, self.reason, self.offset, self.limit) = (handOver, reason, offset, limit)
    }

    /// Tries the hand-over, of which nothing is written or kept.
    ///
    /// - Throws: what ``HandOver/run(in:to:progress:onHeldBack:)`` throws.
    public func run(in vault: Vault) throws -> Outcome {
        var (people, count): ([HeldBack], Int) = ([], 0)
        let outcome = try forEach(in: vault) { heldBack in
            count += 1
            if count > offset, people.count < limit { people.append(heldBack) }
        }
        return Outcome(people: people, count: count, handOver: outcome)
    }

    /// Tries the hand-over and tells everybody it would hold back, wherever the list begins and ends.
    ///
    /// - Throws: as ``run(in:)``, and whatever `body` throws.
    @discardableResult
    public func forEach(in vault: Vault, _ body: @escaping (HeldBack) throws -> Void) throws -> HandOver.Outcome {
        try handOver.run(
            in: vault, to: .nowhere,
            onHeldBack: { heldBack in
                guard reason?.hits(heldBack) ?? true else { return }
                try body(heldBack)
            })
    }
}
