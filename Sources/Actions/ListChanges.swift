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

    /// A stretch of the changes that are meant, the latest first, in constant memory.
    ///
    /// - Parameters:
    ///   - limit: how many at most.
    ///   - offset: how many to pass over.
    ///   - isMeant: tells which changes are; it should look at the person only where nothing else tells.
    /// - Returns: the changes, and how many there are in all.
    public func latest(_ limit: Int, after offset: Int = 0, in vault: Vault, where isMeant: (StoredChange) throws -> Bool) throws -> (
        changes: [ChangeSummary], count: Int
    ) {
        var changes: [ChangeSummary] = []
        var count = 0
        try vault.forEachStoredChange(since: since) { change in
            guard try isMeant(change) else { return }
            if count >= offset, changes.count < limit, let summary = try change.summary() { changes.append(summary) }
            count += 1
        }
        return (changes, count)
    }
}

/// Puts changes together by the company somebody came to, or works at: all of them, the company with most changes first.
public struct GroupChanges: Sendable {
    /// The changes of a company.
    public struct Group: Sendable {
        /// The company; `nil` for those of whom none is known.
        public var company: String?
        /// How many there are.
        public var count: Int
        /// The latest of them.
        public var latest: [ChangeSummary]
    }

    /// From which day on; `nil` for all.
    public var since: CalendarDate?
    /// How many companies to pass over.
    public var offset: Int
    /// How many companies at most.
    public var limit: Int
    /// So many changes of each are shown.
    public var shown: Int

    /// Prepares the groups.
    public init(since: CalendarDate?, offset: Int = 0, limit: Int, shown: Int) {
        (self.since, self.offset, self.limit, self.shown) = (since, offset, limit, shown)
    }

    /// The company a change counts for.
    ///
    /// Where somebody moved to the change itself says; of the others the person has to be read.
    public static func company(of change: StoredChange) throws -> String? {
        if change.kind == .moved, let to = change.to { return to }
        return try change.summary()?.company
    }

    /// Goes over all changes twice: to count them, and for those that are shown.
    ///
    /// - Returns: the groups of the stretch, how many companies and how many changes there are.
    public func run(in vault: Vault, where isMeant: (StoredChange) throws -> Bool) throws -> (
        groups: [Group], companies: Int, changes: Int
    ) {
        var counts: [String?: Int] = [:]
        try vault.forEachStoredChange(since: since) { change in
            guard try isMeant(change) else { return }
            let company = try Self.company(of: change)
            counts[company, default: 0] += 1
        }
        let ordered = counts.sorted { ($1.value, $0.key ?? "") < ($0.value, $1.key ?? "") }
        var groups = ordered.dropFirst(offset).prefix(limit).map { Group(company: $0.key, count: $0.value, latest: []) }
        let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1.company, $0) })
        var missing = groups.reduce(0) { $0 + min($1.count, shown) }
        if missing > 0 {
            do {
                try vault.forEachStoredChange(since: since) { change in
                    guard try isMeant(change) else { return }
                    let company = try Self.company(of: change)
                    guard let place = places[company], groups[place].latest.count < shown, let summary = try change.summary() else {
                        return
                    }
                    groups[place].latest.append(summary)
                    missing -= 1
                    if missing == 0 { throw AllFound() }
                }
            } catch is AllFound {}
        }
        return (groups, counts.count, counts.values.reduce(0, +))
    }

    /// Ends the second time over the changes early.
    private struct AllFound: Error {}
}
