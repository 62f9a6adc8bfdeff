public import ContactModel

/// What one source says of one human being, as linking looks at it: values with what they say.
public struct LinkageRecord: Hashable, Sendable {
    /// The values, in any order; several of one role are allowed.
    public var fields: [LinkageField]

    /// Makes a record of values.
    public init(_ fields: [LinkageField]) {
        self.fields = fields
    }

    /// Makes a record of a card: its name, addresses, numbers, profiles, employers, titles, towns and birthday.
    ///
    /// Of links only profiles on LinkedIn count, which are one person's: a company's page is shared by all who work there.
    public init(_ card: Card) {
        var fields: [LinkageField] = []
        func add(_ role: FieldRole, _ text: String?) {
            if let text, !text.isEmpty { fields.append(LinkageField(role, text)) }
        }
        add(.givenName, card.name.given)
        add(.middleName, card.name.middle)
        // Behind a comma, where a reader looks for junior and senior, and for degrees.
        add(.familyName, card.name.family.map { family in card.name.suffix.map { "\(family), \($0)" } ?? family })
        if card.name.given == nil, card.name.family == nil { add(.fullName, card.name.full) }
        for nickname in card.nicknames { add(.nickname, nickname) }
        for link in card.links where link.service == "LinkedIn" || link.uri.contains("linkedin.com/in/") { add(.profile, link.uri) }
        for email in card.emails { add(.email, email.address) }
        for phone in card.phones { add(.phone, phone.number) }
        for organization in card.organizations { add(.organization, organization.name) }
        for title in card.titles { add(.title, title) }
        for address in card.addresses {
            add(.city, address.locality)
            add(.postcode, address.postcode)
        }
        if let birthday = card.birthday { add(.birthday, birthday.description) }
        self.init(fields)
    }
}
