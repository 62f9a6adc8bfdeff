import ContactModel

/// The people of a list in the order of their names, the place of each, and which fields each has.
struct PeopleOrder: Sendable {
    /// Their numbers, the first name first.
    let numbers: [Int64]
    /// The place of each number; -1 for one that is not in the list.
    private let places: [Int32]
    /// Which fields the person at each place has.
    private let fields: [PersonFields]

    /// Reads the order from the index of names.
    init(_ session: any Session, vaultID: Int64, withAcquaintances: Bool) throws {
        let sql =
            withAcquaintances
            ? """
            SELECT person_id, has_phone, has_company, has_title, email_kind FROM person
            WHERE vault_id = ? AND standing <> 'owner' ORDER BY sort_name, person_id
            """
            : """
            SELECT person_id, has_phone, has_company, has_title, email_kind FROM person
            WHERE vault_id = ? AND standing IN \(Person.Standing.listedSQL) ORDER BY sort_name, person_id
            """
        var fields: [PersonFields] = []
        let numbers = try session.rows(sql, [.integer(vaultID)]) { row in
            var known: PersonFields = row.isNull(4) ? [] : .email
            if row.integer(1) != 0 { known.insert(.phone) }
            if row.integer(2) != 0 { known.insert(.company) }
            if row.integer(3) != 0 { known.insert(.title) }
            fields.append(known)
            return row.integer(0)
        }
        self.fields = fields
        self.numbers = numbers
        // A damaged vault's numbers can be any, all of them below zero too; so many people nobody has.
        var places = [Int32](repeating: -1, count: Int(max(-1, min(numbers.max() ?? -1, 1 << 27)) + 1))
        for (place, number) in numbers.enumerated() where places.indices.contains(Int(number)) {
            places[Int(number)] = Int32(clamping: place)
        }
        self.places = places
    }

    /// The places of those who have a field, in order.
    func places(having field: PersonFields) -> [Int] { fields.indices.filter { fields[$0].contains(field) } }

    /// The place of a person; `nil` where they are not in the list.
    func place(of number: Int64) -> Int? {
        guard number >= 0, number < places.count else { return nil }
        let place = places[Int(number)]
        return place < 0 ? nil : Int(place)
    }
}

/// Fields the row of a person tells of: whether there is a value.
struct PersonFields: OptionSet, Sendable {
    let rawValue: UInt8

    static let email = PersonFields(rawValue: 1)
    static let phone = PersonFields(rawValue: 2)
    static let company = PersonFields(rawValue: 4)
    static let title = PersonFields(rawValue: 8)

    /// The condition on the row of `person` that a field is there.
    var sql: String {
        switch self {
        case .email: "email_kind IS NOT NULL"
        case .phone: "has_phone <> 0"
        case .company: "has_company <> 0"
        default: "has_title <> 0"
        }
    }
}
