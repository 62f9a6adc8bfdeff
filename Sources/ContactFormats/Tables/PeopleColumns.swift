/// The columns of a table of people, sorted by what they hold, for reading row after row.
struct PeopleColumns: Sendable {
    /// A column with the label its values get, and the column that labels them.
    struct Labelled: Sendable {
        var column: Int
        var label: String?
        var labelColumn: Int?
    }

    /// The columns of one postal address.
    struct Address: Sendable {
        var label: String?
        var labelColumn: Int?
        var full: [Int] = []
        var streets: [Int] = []
        var box: Int?
        var city: Int?
        var region: Int?
        var postcode: Int?
        var country: Int?

        /// All of them.
        var all: [Int] = []
    }

    /// The columns of one employer.
    struct Employer: Sendable {
        var company: Int?
        var departments: [Int] = []
        var titles: [Int] = []
    }

    /// The header, as written; `column 3` where a cell of it is empty.
    let header: [String]
    /// The role of each column.
    let roles: [ColumnRole]
    private(set) var names: [Int] = []
    /// Of the columns of names those that hold given ones where the family name has a column of its own (``HeaderRoles/mayBeGiven(_:)``).
    private(set) var namesOrGiven: Set<Int> = []
    /// The honorifics, in their order: "Frau", "Dr.".
    private(set) var prefixes: [Int] = []
    private(set) var given: Int?
    private(set) var middle: Int?
    private(set) var family: Int?
    private(set) var suffix: Int?
    private(set) var nicknames: [Int] = []
    private(set) var emails: [Labelled] = []
    private(set) var phones: [Labelled] = []
    private(set) var links: [Labelled] = []
    private(set) var employers: [Employer] = []
    private(set) var addresses: [Address] = []
    private(set) var notes: [Int] = []
    private(set) var tags: [Int] = []
    private(set) var birthday: Int?
    private(set) var birthYear: Int?
    private(set) var birthMonth: Int?
    private(set) var birthDay: Int?
    private(set) var connectedOn: Int?
    private(set) var pairs: [Labelled] = []
    private(set) var kept: [Int] = []
    /// The place of the employer of each group of columns.
    private var workPlaces: [Int: Int] = [:]

    /// Sorts columns; `roles` and `header` are as long as each other, or what is missing is kept and nameless.
    init(header: [String], roles: [ColumnRole]) {
        let count = max(header.count, roles.count)
        let header = (0..<count).map { Self.name(ofColumn: $0, in: header) }
        self.header = header
        self.roles = (0..<count).map { roles.indices.contains($0) ? roles[$0] : ColumnRole(.keep) }
        for (column, role) in self.roles.enumerated() { take(role, at: column) }
        namesOrGiven = Set(names.filter { HeaderRoles.mayBeGiven(header[$0]) })
    }

    /// What a column is called: its header, or its place where it has none.
    static func name(ofColumn column: Int, in header: [String]) -> String {
        let text = header.indices.contains(column) ? header[column] : ""
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? "column \(column + 1)" : text
    }

    /// The fields of a card there are columns for.
    var fields: Set<CardField> {
        var fields: Set<CardField> = []
        if !names.isEmpty || given != nil || family != nil { fields.insert(.name) }
        if !emails.isEmpty { fields.insert(.email) }
        if !phones.isEmpty { fields.insert(.phone) }
        if employers.contains(where: { $0.company != nil }) { fields.insert(.company) }
        if employers.contains(where: { !$0.titles.isEmpty }) { fields.insert(.title) }
        if !links.isEmpty { fields.insert(.link) }
        if connectedOn != nil { fields.insert(.connectedOn) }
        if !tags.isEmpty { fields.insert(.tags) }
        if !notes.isEmpty { fields.insert(.notes) }
        if birthday != nil || birthMonth != nil { fields.insert(.birthday) }
        if !addresses.isEmpty { fields.insert(.address) }
        return fields
    }

    private mutating func take(_ role: ColumnRole, at column: Int) {
        switch role.field {
        case .name: names.append(column)
        case .prefix: prefixes.append(column)
        case .given: given = given ?? column
        case .middle: middle = middle ?? column
        case .family: family = family ?? column
        case .suffix: suffix = suffix ?? column
        case .nickname: nicknames.append(column)
        case .email: emails.append(labelled(column, role, by: .emailLabel))
        case .phone: phones.append(labelled(column, role, by: .phoneLabel))
        case .url: links.append(labelled(column, role, by: .urlLabel))
        case .company, .department, .title: takeWork(role, at: column)
        case .address, .street, .box, .city, .region, .postcode, .country: takeAddress(role, at: column)
        case .notes: notes.append(column)
        case .tags: tags.append(column)
        case .birthday: birthday = birthday ?? column
        case .birthYear: birthYear = birthYear ?? column
        case .birthMonth: birthMonth = birthMonth ?? column
        case .birthDay: birthDay = birthDay ?? column
        case .connectedOn: connectedOn = connectedOn ?? column
        case .pairValue: pairs.append(labelled(column, role, by: .pairLabel))
        case .keep: kept.append(column)
        case .emailLabel, .phoneLabel, .urlLabel, .addressLabel, .pairLabel, .ignore: break
        }
    }

    private func labelled(_ column: Int, _ role: ColumnRole, by field: ColumnRole.Field) -> Labelled {
        let labelColumn = roles.firstIndex {
            $0.field == field && $0.group == role.group && $0.label == (field == .pairLabel ? role.label : nil)
        }
        return Labelled(column: column, label: role.label, labelColumn: role.group > 0 ? labelColumn : nil)
    }

    private mutating func takeWork(_ role: ColumnRole, at column: Int) {
        // Employers are told apart by their group where columns are numbered; a second company of no group is another employer.
        if workPlaces.isEmpty {
            for role in roles where [.company, .title, .department].contains(role.field) && workPlaces[role.group] == nil {
                workPlaces[role.group] = workPlaces.count
            }
            employers = Array(repeating: Employer(), count: workPlaces.count)
        }
        guard let place = workPlaces[role.group] else { return }
        switch role.field {
        case .company where employers[place].company == nil: employers[place].company = column
        case .company: employers.append(Employer(company: column))
        case .department: employers[place].departments.append(column)
        default: employers[place].titles.append(column)
        }
    }

    private mutating func takeAddress(_ role: ColumnRole, at column: Int) {
        let place = addresses.firstIndex { address in
            address.all.contains { roles[$0].label == role.label && roles[$0].group == role.group }
        }
        var address = place.map { addresses[$0] } ?? Address(label: role.label)
        if role.group > 0 { address.labelColumn = roles.firstIndex { $0.field == .addressLabel && $0.group == role.group } }
        address.all.append(column)
        switch role.field {
        case .address: address.full.append(column)
        case .street: address.streets.append(column)
        case .box: address.box = address.box ?? column
        case .city: address.city = address.city ?? column
        case .region: address.region = address.region ?? column
        case .postcode: address.postcode = address.postcode ?? column
        default: address.country = address.country ?? column
        }
        if let place { addresses[place] = address } else { addresses.append(address) }
    }
}
