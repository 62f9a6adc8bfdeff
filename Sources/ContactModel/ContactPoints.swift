/// An e-mail address as written, with the label its source gave it.
public struct EmailAddress: Hashable, Sendable {
    /// The address; its case is the source's.
    public var address: String
    /// The source's own word for it ("work", "home", "Ferienhaus"), if it has one.
    public var label: String?
    /// What the owner said it is for; `nil` where nothing was said, as of every address a source gives.
    public var use: EmailUse?

    /// Makes an address.
    public init(_ address: String, label: String? = nil, use: EmailUse? = nil) {
        self.address = address
        self.label = label
        self.use = use
    }
}

/// What the owner of a vault can say an e-mail address is for, where no rule can place it or one places it wrongly.
public enum EmailUse: String, CaseIterable, Hashable, Sendable {
    /// Given by an employer.
    case work
    /// The person's own.
    case personal
}

/// A phone number as written, with the label its source gave it.
public struct PhoneNumber: Hashable, Sendable {
    /// The number; its punctuation is the source's.
    public var number: String
    /// The source's own word for it ("mobile", "work"), if it has one.
    public var label: String?

    /// Makes a number.
    public init(_ number: String, label: String? = nil) {
        self.number = number
        self.label = label
    }
}

/// An organisation someone belongs to (RFC 9553 §2.2.3).
public struct Organization: Hashable, Sendable {
    /// Its name, if given.
    public var name: String?
    /// Departments, from the large to the small.
    public var units: [String]

    /// Makes an organisation.
    public init(_ name: String?, units: [String] = []) {
        self.name = name
        self.units = units
    }
}

/// A page of the web that is the person's: a profile on a network, or a site.
public struct Link: Hashable, Sendable {
    /// The address as a URI.
    public var uri: String
    /// The network the profile is on ("LinkedIn"); `nil` for an ordinary page.
    public var service: String?
    /// The source's own word for it ("blog"), if it has one.
    public var label: String?

    /// Makes a link.
    public init(_ uri: String, service: String? = nil, label: String? = nil) {
        self.uri = uri
        self.service = service
        self.label = label
    }
}

/// A postal address in the parts vCard and CSV files share (RFC 9553 §2.5.1).
public struct PostalAddress: Hashable, Sendable {
    /// Street and number, lines joined by line feeds.
    public var street: String?
    /// Post office box.
    public var box: String?
    /// Town.
    public var locality: String?
    /// State, county or province.
    public var region: String?
    /// Postal code.
    public var postcode: String?
    /// Country, as written.
    public var country: String?
    /// The address in one piece, where the source has it so.
    public var full: String?
    /// The source's own word for it ("home"), if it has one.
    public var label: String?

    /// Makes an address; what is left out is absent.
    public init(
        street: String? = nil,
        box: String? = nil,
        locality: String? = nil,
        region: String? = nil,
        postcode: String? = nil,
        country: String? = nil,
        full: String? = nil,
        label: String? = nil
    ) {
        self.street = street
        self.box = box
        self.locality = locality
        self.region = region
        self.postcode = postcode
        self.country = country
        self.full = full
        self.label = label
    }

    /// Whether nothing but perhaps a label is known.
    public var isEmpty: Bool {
        street == nil && box == nil && locality == nil && region == nil && postcode == nil && country == nil && full == nil
    }
}
