/// The columns of a table of people, each with what it says: how its rows become records.
public struct LinkageSchema: Hashable, Sendable {
    /// What each column says, in the order the values come.
    public let roles: [FieldRole]
    /// For each column the place among the values compared one by one; -1 for what is part of a name, an address, an organisation.
    let slots: [Int]
    /// The columns in the order they are read in: a name in its parts before the name in one piece, which then says nothing new.
    let readingOrder: [Int]
    /// Whether it tells how people are reached or where they work.
    let hasReach: Bool
    /// Whether it is one of contacts, whose owner wrote down what is known of each: there two birthdays are two people. In registers and
    /// lists of members birthdays are typed by strangers, and carry slips like any other column.
    let isOfContacts: Bool
    /// The place of the birthday among the values compared one by one, where a contact's is; `nil` for none.
    let birthdaySlot: Int?
    /// What each of those values says.
    let slotRoles: [FieldRole]

    /// Makes a schema. Of columns that are compared one by one (days, codes, streets, towns) the first eight count.
    public init(_ roles: [FieldRole]) {
        self.roles = roles
        var slots: [Int] = []
        var slotRoles: [FieldRole] = []
        for role in roles {
            if Self.isComparedAlone(role), slotRoles.count < FeatureRow.valueCount {
                slots.append(slotRoles.count)
                slotRoles.append(role)
            } else {
                slots.append(-1)
            }
        }
        readingOrder =
            roles.indices.filter { roles[$0] != .fullName }
            + roles.indices.filter { roles[$0] == .fullName }
        hasReach = roles.contains {
            $0 == .email || $0 == .phone || $0 == .organization || $0 == .profile
        }
        isOfContacts = roles.contains { $0 == .phone || $0 == .organization || $0 == .profile }
        birthdaySlot = isOfContacts ? slotRoles.firstIndex(of: .birthday) : nil
        self.slots = slots
        self.slotRoles = slotRoles
    }

    /// The columns of a contact: what a `Card` holds that linking looks at.
    public static let contacts = LinkageSchema([
        .givenName, .middleName, .familyName, .fullName, .profile, .email, .phone, .organization,
        .title, .city, .birthday, .postcode,
    ])

    /// What the records of one person do not differ in, out of a row.
    @inline(__always)
    func exclusiveFacts(of row: UnsafePointer<FeatureRow>) -> ExclusiveFacts {
        ExclusiveFacts(
            profile: row.pointee.profile, birthday: birthdaySlot.map { row.pointee.values[$0] } ?? 0, generation: row.pointee.generation)
    }

    private static func isComparedAlone(_ role: FieldRole) -> Bool {
        switch role {
        case .title, .city, .birthday, .identifier, .houseNumber, .street, .postcode, .category, .words:
            true
        case .fullName, .givenName, .middleName, .familyName, .nickname, .email, .phone, .profile,
            .organization:
            false
        }
    }
}
