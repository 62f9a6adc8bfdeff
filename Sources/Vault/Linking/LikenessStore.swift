/// The likenesses of a vault, as they are stored.
final class LikenessStore {
    private let session: any Session
    private let vaultID: Int64
    private let findByFirst: any Statement
    private let findBySecond: any Statement

    init(session: any Session, vaultID: Int64) throws {
        self.session = session
        self.vaultID = vaultID
        findByFirst = try session.statement(
            "SELECT second_entry, sixteenths FROM likeness WHERE vault_id = ? AND first_entry = ? AND is_joined = 1"
        )
        findBySecond = try session.statement(
            "SELECT first_entry, sixteenths FROM likeness WHERE vault_id = ? AND second_entry = ? AND is_joined = 1"
        )
    }

    /// All of them, in order.
    func all() throws -> [Likeness] {
        try session.rows(
            """
            SELECT first_entry, second_entry, sixteenths, is_joined FROM likeness
            WHERE vault_id = ? ORDER BY vault_id, first_entry, second_entry
            """,
            [.integer(vaultID)]
        ) { Likeness($0.integer(0), $0.integer(1), sixteenths: $0.integer(2), isJoined: $0.integer(3) != 0) }
    }

    /// The likenesses by which an entry is joined with others.
    func joining(_ entry: Int64) throws -> [Likeness] {
        var found: [Likeness] = []
        for statement in [findByFirst, findBySecond] {
            statement.bind(0, vaultID)
            statement.bind(1, entry)
            defer { statement.reset() }
            while try statement.step() {
                found.append(Likeness(entry, statement.integer(0), sixteenths: statement.integer(1), isJoined: true))
            }
        }
        return found
    }

    /// Puts these in the place of all there were.
    ///
    /// - Returns: the entries that are joined with others than before.
    func replaceAll(with fresh: [Likeness]) throws -> Set<Int64> {
        let (old, new) = (Set(try all()), Set(fresh))
        for gone in old.subtracting(new) {
            try session.run(
                "DELETE FROM likeness WHERE vault_id = ? AND first_entry = ? AND second_entry = ?",
                [.integer(vaultID), .integer(gone.first), .integer(gone.second)]
            )
        }
        let insert = try session.statement(
            "INSERT INTO likeness (vault_id, first_entry, second_entry, sixteenths, is_joined) VALUES (?, ?, ?, ?, ?)"
        )
        for added in new.subtracting(old).sorted() {
            insert.bind(0, vaultID)
            insert.bind(1, added.first)
            insert.bind(2, added.second)
            insert.bind(3, added.sixteenths)
            insert.bind(4, added.isJoined ? 1 : 0)
            try insert.run()
        }
        return Set(old.symmetricDifference(new).filter(\.isJoined).flatMap { [$0.first, $0.second] })
    }
}
