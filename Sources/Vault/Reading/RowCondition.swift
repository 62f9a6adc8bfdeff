import ContactModel
import ContactQuality

/// A condition that the row of a person decides: by SQL for whoever reads rows, and by what the list knows for whoever has the list at hand.
enum RowCondition: Sendable {
    /// A field is there.
    case has(PersonField)
    /// The owner stands so to the person.
    case standing(Person.Standing)
    /// The best e-mail address is of one of these kinds, as far as the person alone tells.
    case emailKind([EmailKind])
    /// The day of connecting lies between two days, both included; `nil` for no end.
    case connected(from: CalendarDate?, to: CalendarDate?)
    /// What nobody meets.
    case never

    /// The condition on a row `p` of `person`, which is true or false of each, and never unknown.
    var sql: (text: String, parameters: [SQLValue]) {
        switch self {
        case .has(let field): ("p.\(field.sql)", [])
        case .standing(let standing): ("p.standing = ?", [.text(standing.rawValue)])
        case .emailKind(let kinds):
            (
                "(p.email_kind IS NOT NULL AND p.email_kind IN (\(kinds.map { _ in "?" }.joined(separator: ", "))))",
                kinds.map { .text($0.rawValue) }
            )
        case .connected(let from, let to):
            (
                "(p.connected_on IS NOT NULL AND p.connected_on >= ? AND p.connected_on <= ?)",
                [.text(from?.description ?? ""), .text(to?.description ?? "9999-99-99")]
            )
        case .never: ("1 = 0", [])
        }
    }

    /// Whether somebody meets it, by what the list knows of them.
    func isMet(by facts: ListedFacts) -> Bool {
        switch self {
        case .has(let field): facts.has(field)
        case .standing(let standing): facts.standing == standing
        case .emailKind(let kinds): facts.emailKind.map { kinds.contains($0) } ?? false
        case .connected(let from, let to): facts.isConnected(from: from, to: to)
        case .never: false
        }
    }
}

/// A field of which the row of a person tells whether there is a value.
enum PersonField: UInt8, Sendable {
    case email, phone, company, title

    /// The condition on the row of `person` that the field is there.
    fileprivate var sql: String {
        switch self {
        case .email: "email_kind IS NOT NULL"
        case .phone: "has_phone <> 0"
        case .company: "has_company <> 0"
        case .title: "has_title <> 0"
        }
    }
}

/// What the index of names holds of a person besides the name, in eight bytes.
struct ListedFacts: Sendable {
    /// How the owner stands to the person; `nil` where that can't be read.
    let standing: Person.Standing?
    /// The kind of the best e-mail address, as far as the person alone tells.
    let emailKind: EmailKind?
    /// Which fields are there, a bit each.
    private let fields: UInt8
    /// The day of connecting, in days since 1970.
    private let connectedOn: Int32

    private static let neverConnected = Int32.min

    /// Reads a row whose columns from the second on are `has_phone`, `has_company`, `has_title`, `email_kind`, `standing`, `connected_on`.
    init(_ row: any Statement) {
        var fields: UInt8 = row.isNull(4) ? 0 : 1 << PersonField.email.rawValue
        if row.integer(1) != 0 { fields |= 1 << PersonField.phone.rawValue }
        if row.integer(2) != 0 { fields |= 1 << PersonField.company.rawValue }
        if row.integer(3) != 0 { fields |= 1 << PersonField.title.rawValue }
        self.fields = fields
        emailKind = row.isNull(4) ? nil : EmailKind(rawValue: row.text(4))
        standing = Person.Standing(rawValue: row.text(5))
        let day = row.isNull(6) ? nil : CalendarDate(iso: row.text(6))
        connectedOn = day.map { Int32(clamping: $0.daysSince1970) } ?? Self.neverConnected
    }

    /// Whether a field is there.
    func has(_ field: PersonField) -> Bool { fields & 1 << field.rawValue != 0 }

    /// Whether the day of connecting is known and lies between two days, both included.
    func isConnected(from: CalendarDate?, to: CalendarDate?) -> Bool {
        guard connectedOn != Self.neverConnected else { return false }
        return (from.map { connectedOn >= $0.daysSince1970 } ?? true) && (to.map { connectedOn <= $0.daysSince1970 } ?? true)
    }
}
