import ContactModel

/// The people of a list in the order of their names, the place of each, and which fields each has.
struct PeopleOrder: Sendable {
    /// Their numbers, the first name first.
    let numbers: [Int64]
    /// The place of each number; -1 for one that is not in the list.
    private let places: [Int32]
    /// Which fields the person at each place has, a bit each.
    private let fields: [UInt8]

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
        var fields: [UInt8] = []
        let numbers = try session.rows(sql, [.integer(vaultID)]) { row in
            var known: UInt8 = row.isNull(4) ? 0 : PersonField.email.bit
            if row.integer(1) != 0 { known |= PersonField.phone.bit }
            if row.integer(2) != 0 { known |= PersonField.company.bit }
            if row.integer(3) != 0 { known |= PersonField.title.bit }
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
    func places(having field: PersonField) -> [Int] { fields.indices.filter { fields[$0] & field.bit != 0 } }

    /// The place of a person; `nil` where they are not in the list.
    func place(of number: Int64) -> Int? {
        guard number >= 0, number < places.count else { return nil }
        let place = places[Int(number)]
        return place < 0 ? nil : Int(place)
    }
}

/// A field of which the row of a person tells whether there is a value.
enum PersonField: UInt8, Sendable {
    case email, phone, company, title

    /// The condition on the row of `person` that the field is there.
    var sql: String {
        switch self {
        case .email: "email_kind IS NOT NULL"
        case .phone: "has_phone <> 0"
        case .company: "has_company <> 0"
        case .title: "has_title <> 0"
        }
    }

    /// What stands for it among the fields of a person.
    fileprivate var bit: UInt8 { 1 << rawValue }
}
