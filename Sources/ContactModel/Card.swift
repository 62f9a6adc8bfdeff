/// A contact as values: what one source says of one human being (or what all of them say together).
///
/// The shape is JSContact's (RFC 9553), so vCard 4 maps onto it (RFC 9555); `ContactFormats` holds the codec. Text is NFC, trimmed,
/// never empty. Properties no field is made for survive in `extra`, under their JSContact names.
public struct Card: Hashable, Sendable {
    /// The name in its parts.
    public var name: PersonName
    /// What the person is called beside the name.
    public var nicknames: [String]
    /// E-mail addresses, the preferred one first.
    public var emails: [EmailAddress]
    /// Phone numbers as written, the preferred one first.
    public var phones: [PhoneNumber]
    /// Employers and other organisations, the present one first.
    public var organizations: [Organization]
    /// Job titles, the present one first.
    public var titles: [String]
    /// Postal addresses.
    public var addresses: [PostalAddress]
    /// Profiles and web pages.
    public var links: [Link]
    /// Free text about the person.
    public var notes: [String]
    /// Tags.
    public var keywords: [String]
    /// The day of birth, which may lack its year.
    public var birthday: PartialDate?
    /// The day the owner and this person became connected on the source's network.
    public var connectedOn: CalendarDate?
    /// Every other property, by its JSContact name or, for ours, by `Card.extensionPrefix` and a name.
    public var extra: [String: JSONValue]

    /// The vendor prefix (RFC 9553 §1.8.1) of the properties JSContact has no name for.
    public static let extensionPrefix = "holdfast.example:"

    /// Makes a card; what is left out is absent.
    public init(
        name: PersonName = PersonName(),
        nicknames: [String] = [],
        emails: [EmailAddress] = [],
        phones: [PhoneNumber] = [],
        organizations: [Organization] = [],
        titles: [String] = [],
        addresses: [PostalAddress] = [],
        links: [Link] = [],
        notes: [String] = [],
        keywords: [String] = [],
        birthday: PartialDate? = nil,
        connectedOn: CalendarDate? = nil,
        extra: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.nicknames = nicknames
        self.emails = emails
        self.phones = phones
        self.organizations = organizations
        self.titles = titles
        self.addresses = addresses
        self.links = links
        self.notes = notes
        self.keywords = keywords
        self.birthday = birthday
        self.connectedOn = connectedOn
        self.extra = extra
    }
}
