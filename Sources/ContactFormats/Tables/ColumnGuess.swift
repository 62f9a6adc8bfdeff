/// What each column of a table holds, guessed from its header and from its values.
///
/// The header says it first, in any of the languages `HeaderWords` knows. A column whose header says nothing is told by its values, where
/// they leave no doubt: addresses, numbers, links; and, where nothing else names anybody, names. Everything else is kept under its header.
public struct ColumnGuess: Hashable, Sendable {
    /// How a column's role is known.
    public enum Basis: String, Sendable {
        /// The owner said so, now or when a file with this header came before.
        case owner
        /// The header says it.
        case header
        /// The values look like it.
        case values
        /// Nothing tells.
        case nothing
    }

    /// The role of each column.
    public var roles: [ColumnRole]
    /// How each is known.
    public var bases: [Basis]
    /// Whether a column holds profiles of people on networks.
    public private(set) var hasProfiles = false

    /// Guesses.
    ///
    /// - Parameters:
    ///   - header: the cells of the header; empty where there is none.
    ///   - rows: some of the rows behind it; a hundred tell enough.
    public init(header: [String], rows: [[String]]) {
        // Cells beyond a header are a row's own mistake; without one, the longest row says how many columns there are.
        let count = header.isEmpty ? rows.map(\.count).max() ?? 0 : header.count
        var values = Array(repeating: ColumnValues(), count: count)
        for row in rows {
            for (column, cell) in row.prefix(count).enumerated() { values[column].see(cell) }
        }
        let padded = header + Array(repeating: "", count: count - header.count)
        roles = HeaderRoles.roles(of: padded) { values[$0].share(.honorific) > 0.5 }
        bases = roles.map { $0.field == .keep ? .nothing : .header }
        for column in roles.indices where HeaderReading.meaning(of: padded[column])?.role.field == .keep { bases[column] = .header }
        distrust(values)
        tellApart(values)
        guess(values)
        guessNames(values, hasHeader: !header.isEmpty)
        hasProfiles = roles.indices.contains { column in
            roles[column].field == .url && values[column].examples.contains(where: WebLinks.isProfile)
        }
    }

    /// A header that is belied by its values says nothing: "Kontakt" over phone numbers, "Name" over addresses.
    private mutating func distrust(_ values: [ColumnValues]) {
        for column in roles.indices where values[column].count >= 2 {
            let shape = values[column]
            let isBelied =
                switch roles[column].field {
                case .name, .given, .family, .middle, .nickname, .company, .department, .title, .city, .tags:
                    shape.share(.email, .url, .phone, .date) > 0.8
                case .email: shape.share(.email) < 0.1 && shape.share(.fullName, .word, .date, .number, .url, .phone) > 0.8
                case .phone: shape.share(.email, .url, .fullName, .company) > 0.8
                case .url: shape.share(.email, .phone, .date) > 0.8
                default: false
                }
            if isBelied { set(column, ColumnRole(.keep), .nothing) }
        }
        distrustOwn(values)
    }

    /// Whose address stands in every row beside those of others is the owner's: "User Email" beside "Invitee Email".
    private mutating func distrustOwn(_ values: [ColumnValues]) {
        let emails = roles.indices.filter { roles[$0].field == .email }
        guard emails.contains(where: { values[$0].distinctCount > 1 }) else { return }
        for column in emails where values[column].count > 1 && values[column].distinctCount == 1 {
            if Self.owners.contains(roles[column].label?.lowercased() ?? "") { set(column, ColumnRole(.keep), .header) }
        }
    }

    /// Labels of addresses that may be those of whoever keeps the list.
    private static let owners: Set<String> = [
        "user", "host", "organizer", "organiser", "owner", "to", "from", "sender", "recipient", "agent",
    ]

    /// "Cep" is a postcode in Brazil and a mobile phone in Turkey: no postcode has a plus or ten digits.
    private mutating func tellApart(_ values: [ColumnValues]) {
        for column in roles.indices where roles[column].field == .postcode && values[column].share(.phone) > 0.8 {
            let isOfPhones = values[column].examples.allSatisfy { $0.contains("+") || $0.utf8.count { (0x30...0x39).contains($0) } >= 10 }
            if isOfPhones { set(column, ColumnRole(.phone, label: "mobile"), .values) }
        }
    }

    private mutating func guess(_ values: [ColumnValues]) {
        for column in roles.indices where bases[column] == .nothing && values[column].count > 0 {
            let shape = values[column]
            if shape.share(.email) >= 0.6 {
                set(column, ColumnRole(.email), .values)
            } else if shape.share(.url) >= 0.6 {
                set(column, ColumnRole(.url), .values)
            } else if shape.share(.phone) >= 0.7 {
                set(column, ColumnRole(.phone), .values)
            }
        }
    }

    /// Names, and what stands around them, in a table in which no header names anybody.
    private mutating func guessNames(_ values: [ColumnValues], hasHeader: Bool) {
        guard !has(.name), !has(.given), !has(.family) else { return }
        let open = roles.indices.filter { bases[$0] == .nothing && values[$0].count > 0 }
        let full = open.filter { values[$0].share(.fullName) >= 0.6 && values[$0].isVaried }
        if let column = full.first {
            set(column, ColumnRole(.name), .values)
        } else if let column = open.first(where: { values[$0].share(.word) >= 0.7 && values[$0].isVaried }), column + 1 < roles.count,
            bases[column + 1] == .nothing, values[column + 1].share(.word, .fullName) >= 0.7
        {
            set(column, ColumnRole(.given), .values)
            set(column + 1, ColumnRole(.family), .values)
        }
        guard !hasHeader else { return }
        for column in roles.indices where bases[column] == .nothing && values[column].count > 0 {
            let shape = values[column]
            if shape.share(.company) >= 0.4, !has(.company) {
                set(column, ColumnRole(.company), .values)
            } else if shape.share(.title) >= 0.4, !has(.title) {
                set(column, ColumnRole(.title), .values)
            } else if shape.share(.country) >= 0.6, !has(.country) {
                set(column, ColumnRole(.country), .values)
            } else if shape.share(.honorific) >= 0.6, !has(.prefix) {
                set(column, ColumnRole(.prefix), .values)
            }
        }
    }

    /// Whether some column has a role.
    public func has(_ field: ColumnRole.Field) -> Bool { roles.contains { $0.field == field } }

    /// Gives a column a role; nothing where there is no such column.
    public mutating func set(_ column: Int, _ role: ColumnRole, _ basis: Basis) {
        guard roles.indices.contains(column) else { return }
        roles[column] = role
        bases[column] = basis
    }
}
