public import Vault

/// Lists the pairs of people who may be one, the most alike first; what the owner has decided is not asked again.
public struct ListDuplicates: Sendable {
    /// At most so many pairs; `nil` for all.
    public var limit: Int?
    /// Whether those are meant that the owner was not sure of and put aside, rather than those that wait.
    public var isAside: Bool

    /// Prepares a list.
    public init(limit: Int? = nil, isAside: Bool = false) {
        self.limit = limit
        self.isAside = isAside
    }

    /// The pair at a place, from 0; `nil` beyond the last.
    public func pair(at place: Int, in vault: Vault) throws -> DuplicatePair? {
        try vault.duplicate(at: place, isAside: isAside)
    }

    /// How many there are, of these and of the others, and what was looked through for them.
    public func standing(in vault: Vault) throws -> DuplicateStanding { try vault.duplicateStanding() }

    /// Hands over the pairs.
    ///
    /// - Returns: how many pairs there are in all.
    public func run(in vault: Vault, _ body: (DuplicatePair) throws -> Void) throws -> Int {
        var count = 0
        if limit != 0 {
            try vault.forEachDuplicate(isAside: isAside) { pair in
                try body(pair)
                count += 1
                return limit.map { count < $0 } ?? true
            }
        }
        guard limit.map({ $0 <= count }) ?? false else { return count }
        return isAside ? try vault.duplicateStanding().aside : try vault.duplicateCount()
    }
}
