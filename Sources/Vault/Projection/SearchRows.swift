/// The search index while people are written: what goes out and comes in is held back and done many rows at a time.
///
/// FTS5 keeps new rows in memory and writes them to its tree in one go; every statement in between that may touch several rows makes it
/// write what little it has. Held back, a row costs a third.
final class SearchRows {
    private static let mostHeld = 1 << 15

    private let session: any Session
    private var added: [Int64: [String]] = [:]
    private var removed: [(row: Int64, texts: [String])] = []

    init(session: any Session) {
        self.session = session
    }

    /// Notes a row's texts; the row is not in the index, or was removed before.
    func add(_ row: Int64, texts: [String]) throws {
        added[row] = texts
        if added.count >= Self.mostHeld { try write() }
    }

    /// Notes that a row with these texts goes.
    func remove(_ row: Int64, texts: [String]) throws {
        guard added.removeValue(forKey: row) == nil else { return }
        removed.append((row, texts))
        if removed.count >= Self.mostHeld { try write() }
    }

    /// Writes what is held back, in the order of the rows.
    func write() throws {
        for (row, texts) in removed.sorted(by: { $0.row < $1.row }) { try session.remove(row, texts: texts, from: Schema.peopleSearch) }
        removed.removeAll(keepingCapacity: true)
        for (row, texts) in added.sorted(by: { $0.key < $1.key }) { try session.add(row, texts: texts, to: Schema.peopleSearch) }
        added.removeAll(keepingCapacity: true)
    }
}
