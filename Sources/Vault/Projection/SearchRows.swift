/// The search index while people are written: what goes out and comes in is held back and done many rows at a time.
///
/// FTS5 keeps new rows in memory and writes them to its tree in one go; every statement in between that may touch several rows makes it
/// write what little it has. Held back, a row costs a third.
final class SearchRows {
    private static let mostHeld = 1 << 15
    /// Fewer of those whose texts lie in piles, for the piles hold more than these texts.
    private static let mostPacked = 1 << 11

    private let session: any Session
    private let insert: any Statement
    private var packed: [(people: [(number: Int64, person: PackedPerson)], texts: TextPile)] = []
    private var packedCount = 0
    private var added: [Int64: [String]] = [:]
    private var removed: [(row: Int64, texts: [String])] = []

    init(session: any Session) throws {
        self.session = session
        insert = try session.statement(addingTo: Schema.peopleSearch)
    }

    /// Notes people whose texts lie in `texts`; they are not in the index, and never were.
    func add(_ people: [(number: Int64, person: PackedPerson)], in texts: TextPile) throws {
        packed.append((people, texts))
        packedCount += people.count
        if packedCount >= Self.mostPacked { try writePacked() }
    }

    /// Notes a row's texts; the row is not in the index, or was removed before.
    func add(_ row: Int64, texts: [String]) throws {
        added[row] = texts
        if added.count >= Self.mostHeld { try write() }
    }

    /// Notes that a row with these texts goes.
    func remove(_ row: Int64, texts: [String]) throws {
        // Of those noted as packed none may be missing when one of them goes.
        try writePacked()
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
        try writePacked()
    }

    private func writePacked() throws {
        for (people, texts) in packed {
            // Lent to the statement inside this closure only.
            try texts.bytes.withUnsafeBytes { texts in
                for (number, person) in people {
                    insert.bind(0, number)
                    person.bindSearchTexts(in: texts, to: insert, from: 1)
                    try insert.run()
                }
            }
        }
        packed.removeAll(keepingCapacity: true)
        packedCount = 0
    }
}
