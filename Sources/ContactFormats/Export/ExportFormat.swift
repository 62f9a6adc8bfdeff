public import ContactModel

/// The formats people can be handed out in, by the names the command line uses.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// LinkedIn's own `Connections.csv` of today.
    case linkedInCSV = "linkedin-csv"
    /// One row a person, for programs: RFC 4180, text untouched.
    case csv
    /// The same rows for spreadsheets: with a byte order mark, formulas disarmed.
    case excelCSV = "excel-csv"
    /// One JSON object a line, with all values and where each comes from.
    case jsonl
    /// vCard 3.0 (RFC 2426), for Apple, Google and old phones.
    case vcard3
    /// vCard 4.0 (RFC 6350 and 9554).
    case vcard4
    /// vCard 2.1, for telephones and programs that know no other.
    case vcard21
    /// JSContact (RFC 9553).
    case jsContact = "jscontact"
    /// Google Contacts' CSV of today.
    case googleCSV = "google-csv"
    /// Outlook's CSV, in English.
    case outlookCSV = "outlook-csv"
    /// Thunderbird's CSV, in English.
    case thunderbirdCSV = "thunderbird-csv"
    /// LDIF (RFC 2849) as Thunderbird and directories take it.
    case ldif
    /// schema.org's `Person` as JSON-LD.
    case schemaOrg = "schema-org"
    /// HubSpot's contacts.
    case hubSpot = "hubspot"
    /// Salesforce's contacts.
    case salesforceContact = "salesforce-contact"
    /// Salesforce's leads.
    case salesforceLead = "salesforce-lead"
    /// Pipedrive's people.
    case pipedrive
    /// Zoho CRM's contacts.
    case zoho
    /// Contacts of Microsoft Dynamics 365.
    case dynamics
    /// Mailchimp's audience.
    case mailchimp
    /// Constant Contact's list.
    case constantContact = "constant-contact"
    /// InterAction's user contacts, as far as its importer is known.
    case interAction = "interaction"

    /// The product's sheet, for the formats that are one; what a CRM system or an address book takes as CSV.
    public var sheet: HandOverSheet? {
        switch self {
        case .googleCSV: .googleContacts
        case .outlookCSV: .outlook
        case .thunderbirdCSV: .thunderbird
        case .hubSpot: .hubSpot
        case .salesforceContact: .salesforceContact
        case .salesforceLead: .salesforceLead
        case .pipedrive: .pipedrive
        case .zoho: .zoho
        case .dynamics: .dynamics
        case .mailchimp: .mailchimp
        case .constantContact: .constantContact
        case .interAction: .interAction
        case .linkedInCSV, .csv, .excelCSV, .jsonl, .vcard3, .vcard4, .vcard21, .jsContact, .ldif, .schemaOrg: nil
        }
    }

    /// Whether the format is a product's own, with demands of its own, rather than an address book's or an open one.
    public var isForProduct: Bool {
        switch self {
        case .hubSpot, .salesforceContact, .salesforceLead, .pipedrive, .zoho, .dynamics, .mailchimp, .constantContact, .interAction: true
        default: false
        }
    }

    /// Whether it has cards of groups beside those of people.
    public var hasGroups: Bool {
        switch self {
        case .vcard21, .vcard3, .vcard4, .jsContact: true
        default: false
        }
    }

    /// Whether it tells of which kind e-mail addresses are (``ExportContext/emailKind``).
    public var tellsEmailKinds: Bool {
        switch self {
        case .csv, .excelCSV, .jsonl, .vcard3, .vcard4, .vcard21: true
        default: false
        }
    }

    /// What a file of this format is called at its end, without the dot.
    public var fileExtension: String {
        switch self {
        case .jsonl: "jsonl"
        case .vcard3, .vcard4, .vcard21: "vcf"
        case .jsContact: "json"
        case .ldif: "ldif"
        case .schemaOrg: "jsonld"
        default: "csv"
        }
    }

    /// The format's media type (RFC 6838).
    public var mediaType: String {
        switch self {
        case .jsonl: "application/jsonl"
        case .vcard3: "text/vcard; version=3.0; charset=utf-8"
        case .vcard4: "text/vcard; version=4.0; charset=utf-8"
        case .vcard21: "text/x-vcard; charset=utf-8"
        case .jsContact: "application/jscontact+json"
        case .ldif: "text/plain; charset=utf-8"
        case .schemaOrg: "application/ld+json"
        default: "text/csv; charset=utf-8"
        }
    }

    /// A writer of this format; of a product's sheet it writes one part and leaves out what the product would refuse.
    public func makeWriter(context: ExportContext = ExportContext()) -> any PersonWriter {
        if let sheet { return HandOverWriter(sheet) }
        return switch self {
        case .csv: PersonCSVWriter(profile: .programs, context: context)
        case .excelCSV: PersonCSVWriter(profile: .spreadsheets, context: context)
        case .jsonl: JSONLinesWriter(context: context)
        case .vcard3: VCardWriter(version: .v3, context: context)
        case .vcard4: VCardWriter(version: .v4, context: context)
        case .vcard21: VCardWriter(version: .v21, context: context)
        case .jsContact: JSContactWriter()
        case .ldif: LDIFWriter()
        case .schemaOrg: SchemaOrgWriter()
        default: LinkedInCSVWriter()
        }
    }
}

/// What an export needs to be told beyond the people themselves.
public struct ExportContext: Sendable {
    /// What an address of a person is: `work`, `personal`, `role`, `disposable`, `school`, `association`, `relay` or `unknown`.
    public var emailKind: @Sendable (EmailAddress, Person) -> String
    /// The rank and the field a title names, each `nil` where it names none; `nil` as a whole where nobody reads titles.
    public var position: (@Sendable (String) -> Position)?
    /// What an address is, why and how sure; `nil` where kinds are told without reasons.
    public var emailReason: (@Sendable (EmailAddress, Person) -> EmailReason)?
    /// How likely each value of a person still holds; `nil` where nobody is to say: a file that is kept says of no day what holds on it.
    public var holds: (@Sendable (Person) -> Holds)?

    /// What a title says.
    public typealias Position = (seniority: String?, function: String?)
    /// What an address is, why, in a sentence, and how sure, from 0 to 1.
    public typealias EmailReason = (kind: String, reason: String, probability: Double)

    /// How likely the values of a person still hold, from 0 to 1: of each list as many as it has values, `nil` where nobody can say.
    public struct Holds: Sendable {
        /// The present company and title.
        public var company, title: Double?
        /// The e-mail addresses, the phone numbers, and the profiles and pages.
        public var emails, phones, links: [Double?]

        /// Takes them.
        public init(company: Double?, title: Double?, emails: [Double?], phones: [Double?], links: [Double?]) {
            (self.company, self.title) = (company, title)
            (self.emails, self.phones, self.links) = (emails, phones, links)
        }
    }

    /// Makes a context; without a classification every address is `unknown`.
    public init(
        emailKind: @escaping @Sendable (EmailAddress, Person) -> String = { _, _ in "unknown" },
        emailReason: (@Sendable (EmailAddress, Person) -> EmailReason)? = nil,
        position: (@Sendable (String) -> Position)? = nil,
        holds: (@Sendable (Person) -> Holds)? = nil
    ) {
        self.emailKind = emailKind
        self.emailReason = emailReason
        self.position = position
        self.holds = holds
    }
}

/// Writes people one after another in one format, into bytes the caller takes away whenever it likes.
///
/// Memory does not grow with the number of people as long as the bytes are taken now and then.
public protocol PersonWriter: Sendable {
    /// Writes what comes before the first person; called once.
    mutating func begin()
    /// Writes a person.
    mutating func write(_ person: Person)
    /// Writes a card by itself, as it came out of a file: nothing of it is left out that the format has a place for.
    mutating func write(_ card: Card)
    /// Writes what comes after the last person; called once.
    mutating func end()
    /// Hands over what was written since the last time.
    mutating func takeBytes() -> [UInt8]
    /// What the people and cards written so far say that the format has no place for, the most frequent first.
    var losses: [ExportLoss] { get }
}

extension PersonWriter {
    /// Writes the person the card is.
    public mutating func write(_ card: Card) { write(Person(card)) }

    /// Not counted.
    public var losses: [ExportLoss] { [] }
}

/// Something the written people or cards say that a format has no place for.
public struct ExportLoss: Hashable, Sendable {
    /// What it is, in words for people: "departments", "birthdays without a day".
    public var what: String
    /// How many of the people or cards have it.
    public var count: Int
    /// Whether the file carries it all the same, where other programs overlook it and Holdfast reads it back.
    public var isCarried: Bool

    /// Makes a loss.
    public init(what: String, count: Int, isCarried: Bool) {
        self.what = what
        self.count = count
        self.isCarried = isCarried
    }
}
