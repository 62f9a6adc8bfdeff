/// What a value says of a person; decides how it is read and with what it is compared.
public enum FieldRole: UInt8, Hashable, Sendable, CaseIterable {
    /// The name in one piece, in any order: a mail's display name, `Last, First`.
    case fullName
    /// The given name, perhaps with a middle name.
    case givenName
    /// Further given names.
    case middleName
    /// The family name, with whatever stands behind it.
    case familyName
    /// What the person is called beside the name.
    case nickname
    /// An e-mail address.
    case email
    /// A telephone number.
    case phone
    /// The address of a profile or a page.
    case profile
    /// A company or other organisation.
    case organization
    /// A job title or an occupation at a company.
    case title
    /// A town.
    case city
    /// A day: of birth, unless the table has no other.
    case birthday
    /// A number or code that is one person's: of insurance, of a customer.
    case identifier
    /// A number that belongs to an address: of a house.
    case houseNumber
    /// A street, or a part of an address in words.
    case street
    /// A postal code.
    case postcode
    /// A state, a country, a gender: one of few values.
    case category
    /// Any other words: an occupation, a place of birth.
    case words
}

/// One value of a record.
public struct LinkageField: Hashable, Sendable {
    /// What it says.
    public var role: FieldRole
    /// The value as the source wrote it.
    public var text: String

    /// Makes a value.
    public init(_ role: FieldRole, _ text: String) {
        self.role = role
        self.text = text
    }
}
