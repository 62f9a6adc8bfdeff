import ContactModel

/// What is stored of people, as it was read.
///
/// Their texts lie one behind another in one piece of memory, so that a hundred people go from the thread that reads to the one that makes
/// people of it as a handful of allocations and not as hundreds.
struct StoredPeople: Sendable {
    /// What an entry said for a time.
    struct Saying: Sendable {
        var entry: Int64
        var list: ListCatalog.Key
        /// The entry's key, among `texts`.
        var key: TextPile.Place
        var ordinal: Int64
        /// `nil` where its hash can't be read.
        var run: Run?
        /// The card as it is stored, among `texts`.
        var card: TextPile.Place
    }

    /// Where the texts of what was said lie.
    private(set) var texts = TextPile()
    private var sayings: [Saying] = []
    /// For each person where what was said of them ends; it begins where the one before ends.
    private var ends: [Int] = []

    /// Few texts are so long that a few hundred people of them would be too much to wait in memory.
    private static let mostBytes = 1 << 18

    /// How many people there are.
    var count: Int { ends.count }

    /// Whether there are so many people, or so much of them, that they go on.
    func isFull(of most: Int) -> Bool { ends.count >= most || texts.count >= Self.mostBytes }

    /// All that the entries of a person ever said.
    func sayings(ofPerson place: Int) -> ArraySlice<Saying> {
        sayings[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }

    /// Adds what the row at hand says of the person who is being read: entry, source, list, key, ordinal, the run's first and gone snapshot,
    /// its hash and its card, from column 1 on.
    mutating func add(_ row: any Statement) {
        sayings.append(
            Saying(
                entry: row.integer(1),
                list: ListCatalog.Key(sourceID: row.integer(2), list: row.text(3)),
                key: row.withBytes(4) { texts.add(utf8: $0.assumingMemoryBound(to: UInt8.self)) },
                ordinal: row.integer(5),
                run: row.withBytes(8) { ContentHash(stored: $0) }.map {
                    Run(first: row.integer(6), gone: row.optionalInteger(7), hash: $0)
                },
                card: row.withBytes(9) { texts.add(utf8: $0.assumingMemoryBound(to: UInt8.self)) }
            )
        )
    }

    /// Ends the person who is being read.
    mutating func endPerson() { ends.append(sayings.count) }

    /// Hands over what was read, and begins anew with as much room.
    mutating func take() -> StoredPeople {
        var next = StoredPeople()
        next.texts.reserveCapacity(texts.count + texts.count / 8)
        next.sayings.reserveCapacity(sayings.count)
        next.ends.reserveCapacity(ends.count)
        swap(&next, &self)
        return next
    }
}
