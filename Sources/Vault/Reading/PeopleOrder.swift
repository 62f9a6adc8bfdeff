import ContactModel

/// The people of a list in the order of their names, and the place of each.
struct PeopleOrder: Sendable {
    /// Their numbers, the first name first.
    let numbers: [Int64]
    /// The place of each number; -1 for one that is not in the list.
    private let places: [Int32]

    /// Reads the order from the index of names.
    init(_ session: any Session, vaultID: Int64, withAcquaintances: Bool) throws {
        let sql =
            withAcquaintances
            ? "SELECT person_id FROM person WHERE vault_id = ? AND standing <> 'owner' ORDER BY sort_name, person_id"
            : "SELECT person_id FROM person WHERE vault_id = ? AND standing IN \(Person.Standing.listedSQL) ORDER BY sort_name, person_id"
        let numbers = try session.rows(sql, [.integer(vaultID)]) { $0.integer(0) }
        self.numbers = numbers
        // A damaged vault's numbers can be any; so many people nobody has.
        var places = [Int32](repeating: -1, count: Int(min(numbers.max() ?? -1, 1 << 27) + 1))
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
