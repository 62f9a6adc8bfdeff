public import Vault

/// Lists the pairs of people who may be one, the most alike first; what the owner has decided is not asked again.
public struct ListDuplicates: Sendable {
    /// At most so many pairs; `nil` for all.
    public var limit: Int?

    /// Prepares a list.
    public init(limit: Int? = nil) {
        self.limit = limit
    }

    /// The pair at a place, from 0; `nil` beyond the last.
    public func pair(at place: Int, in vault: Vault) throws -> DuplicatePair? {
        try vault.duplicate(at: place)
    }

    /// Hands over the pairs.
    ///
    /// - Returns: how many pairs there are in all.
    public func run(in vault: Vault, _ body: (DuplicatePair) throws -> Void) throws -> Int {
        var count = 0
        if limit != 0 {
            try vault.forEachDuplicate { pair in
                try body(pair)
                count += 1
                return limit.map { count < $0 } ?? true
            }
        }
        return try limit.map { $0 <= count } ?? false ? vault.duplicateCount() : count
    }
}
