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

    /// What is other between the likenesses there were and those there are.
    struct Difference {
        private(set) var gone: [Likeness] = []
        private(set) var new: [Likeness] = []
        /// Of the same entries as before, but of another weight, or joined now and not before, or the other way round.
        private(set) var changed: [Likeness] = []
        /// The entries that are joined with others than before.
        private(set) var entries: Set<Int64> = []
        /// Whether one that joins weighs more or less than before.
        private(set) var isReweighed = false

        /// Compares likenesses, both in order.
        init(from old: [Likeness], to fresh: [Likeness]) {
            var (place, next) = (0, 0)
            while place < old.count || next < fresh.count {
                let before = place < old.count ? old[place] : nil
                let after = next < fresh.count ? fresh[next] : nil
                if let before, let after, (before.first, before.second) == (after.first, after.second) {
                    change(before, after)
                    place += 1
                    next += 1
                } else if let before, after.map({ before < $0 }) ?? true {
                    gone.append(before)
                    touch(before)
                    place += 1
                } else if let after {
                    new.append(after)
                    touch(after)
                    next += 1
                }
            }
        }

        private mutating func change(_ before: Likeness, _ after: Likeness) {
            if before == after { return }
            changed.append(after)
            if before.isJoined != after.isJoined { entries.formUnion([after.first, after.second]) }
            if before.isJoined, after.isJoined { isReweighed = true }
        }

        private mutating func touch(_ likeness: Likeness) {
            if likeness.isJoined { entries.formUnion([likeness.first, likeness.second]) }
        }
    }

    /// Writes what is other.
    func write(_ difference: Difference) throws {
        let delete = try session.statement("DELETE FROM likeness WHERE vault_id = ? AND first_entry = ? AND second_entry = ?")
        delete.bind(0, vaultID)
        for gone in difference.gone {
            delete.bind(1, gone.first)
            delete.bind(2, gone.second)
            try delete.run()
        }
        let update = try session.statement(
            "UPDATE likeness SET sixteenths = ?, is_joined = ? WHERE vault_id = ? AND first_entry = ? AND second_entry = ?")
        update.bind(2, vaultID)
        for changed in difference.changed {
            update.bind(0, changed.sixteenths)
            update.bind(1, changed.isJoined ? 1 : 0)
            update.bind(3, changed.first)
            update.bind(4, changed.second)
            try update.run()
        }
        let rows = try RowInserter(
            session, into: "likeness", columns: ["vault_id", "first_entry", "second_entry", "sixteenths", "is_joined"])
        try rows.insert(difference.new) { added, statement, first in
            statement.bind(first, vaultID)
            statement.bind(first + 1, added.first)
            statement.bind(first + 2, added.second)
            statement.bind(first + 3, added.sixteenths)
            statement.bind(first + 4, added.isJoined ? 1 : 0)
        }
    }
}
