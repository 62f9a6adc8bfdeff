import ContactModel

/// Values by their field and the year a source last said them.
public struct ConfirmationMap: Hashable, Sendable {
    /// What kind of value.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        /// The present company.
        case company
        /// The present title.
        case title
        /// Addresses at work.
        case workEmail
        /// Personal addresses.
        case personalEmail
        /// All other addresses.
        case otherEmail
        /// The first phone number.
        case phone
    }

    private var counts: [Field: [Int: Int]] = [:]

    /// No values.
    public init() {}

    /// Counts the values of a person whose last confirmation is known.
    public mutating func add(_ person: ReviewSubject) {
        if person.company != nil { add(.company, person.companyConfirmed) }
        if person.title != nil { add(.title, person.titleConfirmed) }
        add(.phone, person.phoneConfirmed)
        guard let email = person.email else { return }
        add(email)
        for other in person.otherEmails { add(other) }
    }

    private mutating func add(_ email: ReviewSubject.Email) {
        switch email.kind {
        case .work: add(.workEmail, email.confirmed)
        case .personal: add(.personalEmail, email.confirmed)
        default: add(.otherEmail, email.confirmed)
        }
    }

    private mutating func add(_ field: Field, _ confirmed: Confirmation?) {
        guard let year = confirmed?.lastConfirmed.year else { return }
        counts[field, default: [:]][year, default: 0] += 1
    }

    /// How many values of a field were last confirmed in a year.
    public func count(_ field: Field, in year: Int) -> Int { counts[field]?[year] ?? 0 }

    /// How many values of a field were last confirmed in a year or before it.
    public func count(_ field: Field, until year: Int) -> Int {
        (counts[field] ?? [:]).reduce(0) { $1.key <= year ? $0 + $1.value : $0 }
    }

    /// How many values of a field there are.
    public func total(_ field: Field) -> Int { (counts[field] ?? [:]).values.reduce(0, +) }

    /// The fields with values, in their order.
    public var fields: [Field] { Field.allCases.filter { total($0) > 0 } }

    /// The years in which something was last confirmed, the earliest first.
    public var years: [Int] { Set(counts.values.flatMap(\.keys)).sorted() }
}
