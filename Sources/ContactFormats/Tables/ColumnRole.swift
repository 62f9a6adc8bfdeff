/// What a column of a table of people holds, and how its values are labelled.
///
/// As text, which is how `import --map "Spalte=email:work"` takes it and how the vault remembers it: the field's name, and behind a colon
/// the label, where there is one.
public struct ColumnRole: Hashable, Sendable, CustomStringConvertible {
    /// The fields a column can hold.
    public enum Field: String, CaseIterable, Sendable {
        /// The name in one piece: "Ada Example", "Example, Ada", "Dr. Ada Example".
        case name
        /// A part of the name.
        case prefix, given, middle, family, suffix, nickname
        /// E-mail addresses, one or several in a cell.
        case email
        /// Phone numbers, one or several in a cell.
        case phone
        /// A page or a profile.
        case url
        /// The employer, the department in it, the post.
        case company, department, title
        /// A postal address in one piece.
        case address
        /// A part of a postal address; several columns of streets are lines of one.
        case street, box = "po-box", city, region, postcode, country
        /// Free text.
        case notes
        /// Tags, parted by `;`, `,` or ` ::: `.
        case tags
        /// The day of birth, or a part of it.
        case birthday, birthYear = "birth-year", birthMonth = "birth-month", birthDay = "birth-day"
        /// The day the owner and the person became connected.
        case connectedOn = "connected-on"
        /// The label of the value in the column of the same group.
        case emailLabel = "email-label", phoneLabel = "phone-label", urlLabel = "url-label", addressLabel = "address-label"
        /// What a value is called that no field is made for, and the value: "Custom Field 1 - Label".
        case pairLabel = "pair-label", pairValue = "pair-value"
        /// Kept on the card under its header, for no field is made for it.
        case keep
        /// Not read.
        case ignore

        /// Whether the owner may name it: the others go in pairs, which only a layout that is known has.
        var canBeNamed: Bool {
            switch self {
            case .emailLabel, .phoneLabel, .urlLabel, .addressLabel, .pairLabel, .pairValue: false
            default: true
            }
        }
    }

    /// The field.
    public var field: Field
    /// What its values are labelled, "work".
    public var label: String?
    /// Which columns belong together: the third e-mail address and its label. 0 where nothing is numbered.
    public var group: Int

    /// Makes a role.
    public init(_ field: Field, label: String? = nil, group: Int = 0) {
        self.field = field
        self.label = label
        self.group = group
    }

    /// The role written as `email` or `email:work`, in any case; `nil` where there is no such field.
    public init?(description: some StringProtocol) {
        let parts = description.split(separator: ":", maxSplits: 1).map { String($0).trimmedOfBlanks }
        guard let word = parts.first, let field = Self.field(named: word.lowercased()), field.canBeNamed else { return nil }
        self.init(field, label: parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
    }

    /// `email:work`
    public var description: String { label.map { "\(field.rawValue):\($0)" } ?? field.rawValue }

    /// The names `init(description:)` takes, in the order in which they are told.
    public static var names: [String] { Field.allCases.filter(\.canBeNamed).map(\.rawValue) }

    /// A field by its name, or by another word people call it.
    private static func field(named word: String) -> Field? {
        if let field = Field(rawValue: word) { return field }
        switch word {
        case "full-name", "fullname": return .name
        case "first", "firstname", "first-name", "given-name": return .given
        case "last", "lastname", "last-name", "surname", "family-name": return .family
        case "mail", "e-mail", "emails": return .email
        case "tel", "telephone", "mobile", "phones": return .phone
        case "link", "website", "web", "linkedin": return .url
        case "organization", "organisation", "employer": return .company
        case "job", "position", "job-title", "role": return .title
        case "zip", "zipcode", "plz", "postal-code": return .postcode
        case "town", "locality": return .city
        case "state", "county", "province": return .region
        case "note", "comment", "comments": return .notes
        case "tag", "category", "categories", "labels", "groups": return .tags
        case "connected", "connected_on": return .connectedOn
        case "extra": return .keep
        case "skip", "none": return .ignore
        default: return nil
        }
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmedOfBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
