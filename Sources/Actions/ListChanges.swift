public import ContactModel
public import Vault

/// Lists who came, left and moved.
public struct ListChanges: Sendable {
    /// From which day on; `nil` for all.
    public var since: CalendarDate?

    /// Prepares a list.
    public init(since: CalendarDate?) {
        self.since = since
    }

    /// Hands over the changes, the latest first.
    public func run(in vault: Vault, _ body: (ChangeSummary) throws -> Void) throws {
        try vault.forEachChange(since: since, body)
    }

    /// The latest changes a body wants to have, in constant memory.
    ///
    /// - Returns: at most `limit` changes, and how many there are in all.
    public func latest(_ limit: Int, in vault: Vault, where isMeant: (ChangeSummary) -> Bool) throws -> (
        changes: [ChangeSummary], count: Int
    ) {
        var changes: [ChangeSummary] = []
        var count = 0
        try run(in: vault) { change in
            guard isMeant(change) else { return }
            count += 1
            if changes.count < limit { changes.append(change) }
        }
        return (changes, count)
    }
}
