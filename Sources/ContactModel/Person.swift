/// One human being: everything the sources and the owner say, the value to use first in each list, the older ones behind it.
public struct Person: Sendable {
    /// The person's id.
    public var id: UniqueID
    /// How the owner stands to the person.
    public var standing: Standing
    /// Names, the one to use first.
    public var names: [Held<PersonName>]
    /// Employers and other organisations, the present one first; the others are former ones, or further ones (`isPresent`).
    public var organizations: [Held<Organization>]
    /// Job titles, the present one first; the others are former ones.
    public var titles: [Held<String>]
    /// E-mail addresses, the best first.
    public var emails: [Held<EmailAddress>]
    /// Phone numbers, the best first.
    public var phones: [Held<PhoneNumber>]
    /// Profiles and pages, the LinkedIn profile first.
    public var links: [Held<Link>]
    /// Postal addresses.
    public var addresses: [Held<PostalAddress>]
    /// Notes: the sources' and the owner's.
    public var notes: [Held<String>]
    /// Tags in order of their text.
    public var tags: [Held<String>]
    /// Nicknames.
    public var nicknames: [Held<String>]
    /// The day of birth.
    public var birthday: Held<PartialDate>?
    /// Other days of birth than the one to use first: what other sources say, or said before.
    public var otherBirthdays: [Held<PartialDate>]
    /// The day of connecting; the earliest of the current ones.
    public var connectedOn: CalendarDate?
    /// The latest export date of any snapshot the person stands in.
    public var lastConfirmed: CalendarDate?
    /// What the sources tell that no field is made for (photos, messages exchanged, endorsements), by JSContact property name. What they
    /// say beyond a value of a list stands with that value.
    public var extra: [String: JSONValue]
    /// Whether the owner said that the person is not to be handed on.
    public var isWithheld = false
    /// The fields the owner said are not to be handed on.
    public var withheldFields: Set<SharedField> = []
    /// The suggested values the owner turned down.
    public var declined: Set<DeclinedValue> = []
    /// The values the owner took out, or put others in place of, each with who says so.
    public var retired: [Held<RetiredValue>] = []

    /// How the owner stands to a person.
    public enum Standing: String, Sendable, CaseIterable {
        /// Stands in the latest snapshot of a network's list of connections.
        case connected
        /// Stood in such a list, and no longer does.
        case disconnected
        /// Stands in an address book, or was added by hand.
        case contact
        /// Known only from messages, invitations, endorsements and the like: not listed among one's contacts.
        case acquaintance
        /// The owner.
        case owner
    }

    /// Makes a person of whom nothing is known yet.
    public init(id: UniqueID, standing: Standing) {
        self.id = id
        self.standing = standing
        names = []
        organizations = []
        titles = []
        emails = []
        phones = []
        links = []
        addresses = []
        notes = []
        tags = []
        nicknames = []
        otherBirthdays = []
        extra = [:]
    }

    /// The names of the organisations, each once: employers, the present one first. Setting it leaves no departments.
    public var companies: [Held<String>] {
        get {
            var names: [Held<String>] = []
            for held in organizations {
                guard let name = held.value.name else { continue }
                if organizations.count > 1, names.contains(where: { $0.value == name }) { continue }
                names.append(Held(name, held.provenance))
            }
            return names
        }
        set { organizations = newValue.map { Held(Organization($0.value), $0.provenance, extra: $0.extra) } }
    }

    /// All days of birth, the one to use first.
    public var birthdays: [Held<PartialDate>] {
        get { (birthday.map { [$0] } ?? []) + otherBirthdays }
        set { (birthday, otherBirthdays) = (newValue.first, Array(newValue.dropFirst())) }
    }

    /// The name to show; where there is none, the first address, number or link.
    public var displayName: String {
        if let name = names.first?.value.display, !name.isEmpty { return name }
        return emails.first?.value.address ?? phones.first?.value.number ?? links.first?.value.uri ?? ""
    }
}
