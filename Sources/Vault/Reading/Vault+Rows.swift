import ContactFormats
public import ContactModel

/// A row of a file as it came in, and what it was read as.
public struct SnapshotRow: Sendable {
    /// What a row was read as.
    public enum Content: Sendable {
        /// An entry: what it says, and the id that leads to its person.
        case entry(Card, UniqueID)
        /// A member who closed or hid the account, of whom nothing else is said.
        case closedAccount
        /// Nothing, for it can't be read: the kind of problem in a stable word, and the row's text.
        case rejected(code: String, text: String)
    }

    /// The line of the file it begins on, counted from 1.
    public var line: Int
    /// What it was read as.
    public var content: Content
}

/// A stretch of the rows a snapshot came with.
public struct SnapshotRows: Sendable {
    /// The snapshot.
    public var snapshot: SnapshotSummary
    /// The rows, in the order of the file.
    public var rows: [SnapshotRow] = []
    /// How many rows were passed over before.
    public var offset: Int
    /// Whether more follow.
    public var hasMore = false
}

extension Vault {
    /// Reads a stretch of the rows a snapshot came with, from its kept original, with its columns read as they were then.
    ///
    /// Rows of which nothing is read are left out: of a list of messages, which are told of once for each correspondent, most are.
    ///
    /// - Parameters:
    ///   - text: the snapshot's id or the beginning of one.
    ///   - offset: how many rows to pass over.
    ///   - limit: how many at most.
    /// - Throws: `VaultError` with code `notFound` where no snapshot, or more than one, is meant.
    public func rows(of text: String, offset: Int, limit: Int) throws -> SnapshotRows {
        let summaries = try snapshots()
        return try engine.read { session in
            let stored = try SnapshotStore(session: session, vaultID: vaultID).snapshot(meantBy: text)
            guard let summary = summaries.first(where: { $0.id == stored.uuid }) else {
                throw VaultError(.notFound, "The import of snapshot \(text) was taken back. `holdfast snapshots` lists those that count.")
            }
            var window = RowWindow(SnapshotRows(snapshot: summary, offset: offset), limit: limit)
            var names = EntryNames(list: ListCatalog.Key(sourceID: stored.sourceID, list: stored.list), sourceName: stored.sourceName)
            do {
                try SnapshotOriginal(session: session, vaultID: vaultID).read(stored) { table in
                    _ = try table.read { event in
                        switch event {
                        case .entry(let entry):
                            let id = names.id(of: entry)
                            try window.take { SnapshotRow(line: entry.line, content: .entry(entry.card, id)) }
                        case .closedAccount(let line):
                            try window.take { SnapshotRow(line: line, content: .closedAccount) }
                        case .problem(let problem) where problem.isRejection:
                            try window.take { SnapshotRow(line: problem.line, content: .rejected(code: problem.code, text: problem.text)) }
                        case .problem: break
                        }
                    }
                }
            } catch is RowWindow.IsFull {}
            return window.rows
        }
    }
}

/// Takes a stretch out of rows that come one by one, and ends the reading once it knows whether more follow.
private struct RowWindow {
    struct IsFull: Error {}

    private(set) var rows: SnapshotRows
    private let limit: Int
    private var seen = 0

    init(_ rows: SnapshotRows, limit: Int) {
        (self.rows, self.limit) = (rows, limit)
    }

    mutating func take(_ row: () -> SnapshotRow) throws {
        seen += 1
        guard seen > rows.offset else { return }
        guard rows.rows.count < limit else {
            rows.hasMore = true
            throw IsFull()
        }
        rows.rows.append(row())
    }
}

/// Names the entries of a list while they are read, as they were named when they came in (`SnapshotWriter`): of those that share a key, the
/// ones that say the same are one entry, and the others are told apart by their order.
private struct EntryNames {
    let list: ListCatalog.Key
    let sourceName: String
    /// What was said under each key so far, each thing once, as hashes.
    private var said: [IdentityKey: [Int]] = [:]

    init(list: ListCatalog.Key, sourceName: String) {
        (self.list, self.sourceName) = (list, sourceName)
    }

    /// The id of an entry that comes next.
    mutating func id(of entry: SourceEntry) -> UniqueID {
        var ordinal = 0
        // A profile is one entry, whatever is said of it.
        if entry.key.kind != .profile {
            let (card, before) = (entry.card.hashValue, said[entry.key] ?? [])
            ordinal = before.firstIndex(of: card) ?? before.count
            if ordinal == before.count { said[entry.key, default: []].append(card) }
        }
        return EntryName(key: entry.key, list: list, sourceName: sourceName, ordinal: Int64(ordinal)).id
    }
}
