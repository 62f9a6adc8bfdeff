import ContactModel

/// The people of a list in the order of their names, the place of each, and what the list knows of each.
struct PeopleOrder: Sendable {
    /// Their numbers, the first name first.
    let numbers: [Int64]
    /// What is known of the person at each place.
    let facts: [ListedFacts]
    /// The place of each number; -1 for one that is not in the list.
    private let places: [Int32]

    /// Reads the order from the index of names, which has all of it.
    init(_ session: any Session, vaultID: Int64, withAcquaintances: Bool) throws {
        let sql =
            withAcquaintances
            ? """
            SELECT person_id, has_phone, has_company, has_title, email_kind, standing, connected_on FROM person
            WHERE vault_id = ? AND standing <> 'owner' ORDER BY sort_name, person_id
            """
            : """
            SELECT person_id, has_phone, has_company, has_title, email_kind, standing, connected_on FROM person
            WHERE vault_id = ? AND standing IN \(Person.Standing.listedSQL) ORDER BY sort_name, person_id
            """
        var facts: [ListedFacts] = []
        let numbers = try session.rows(sql, [.integer(vaultID)]) { row in
            facts.append(ListedFacts(row))
            return row.integer(0)
        }
        self.facts = facts
        self.numbers = numbers
        // A damaged vault's numbers can be any, all of them below zero too; so many people nobody has.
        var places = [Int32](repeating: -1, count: Int(max(-1, min(numbers.max() ?? -1, 1 << 27)) + 1))
        for (place, number) in numbers.enumerated() where places.indices.contains(Int(number)) {
            places[Int(number)] = Int32(clamping: place)
        }
        self.places = places
    }

    /// The place of a person; `nil` where they are not in the list.
    func place(of number: Int64) -> Int? {
        guard number >= 0, number < places.count else { return nil }
        let place = places[Int(number)]
        return place < 0 ? nil : Int(place)
    }
}
