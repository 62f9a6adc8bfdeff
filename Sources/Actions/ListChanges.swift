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
}
