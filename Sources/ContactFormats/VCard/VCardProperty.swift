/// The properties of vCards that are told apart on every card, by their names in capitals; rarer ones are known by name where they matter.
enum VCardProperty: String, CaseIterable {
    // The frame of a card.
    case begin = "BEGIN"
    case end = "END"
    case version = "VERSION"
    case agent = "AGENT"
    // What a card has fields for.
    case formattedName = "FN"
    case name = "N"
    case nickname = "NICKNAME"
    case email = "EMAIL"
    case phone = "TEL"
    case address = "ADR"
    case label = "LABEL"
    case organization = "ORG"
    case title = "TITLE"
    case link = "URL"
    case profile = "SOCIALPROFILE"
    case applesProfile = "X-SOCIALPROFILE"
    case note = "NOTE"
    case categories = "CATEGORIES"
    case oldCategories = "X-CATEGORIES"
    case birthday = "BDAY"
    case connectedOn = "X-HOLDFAST-CONNECTED-ON"
    // What is said of the whole.
    case uid = "UID"
    case kind = "KIND"
    case applesKind = "X-ADDRESSBOOKSERVER-KIND"
    case product = "PRODID"
    case revision = "REV"
    case created = "CREATED"
    case language = "LANGUAGE"
    case pointer = "JSPROP"
    case oldPointer = "X-JSPROP"
    // What Apple says of the others of a group.
    case applesLabel = "X-ABLABEL"
    case applesCountry = "X-ABADR"
    // What RFC 9553 has a place for, and a card no field.
    case photo = "PHOTO"
    case logo = "LOGO"
    case sound = "SOUND"
    case key = "KEY"
    case calendar = "CALURI"
    case freeBusy = "FBURL"
    case schedulingAddress = "CALADRURI"
    case source = "SOURCE"
    case directory = "ORG-DIRECTORY"
    case contactLink = "CONTACT-URI"
    case messaging = "IMPP"
    case role = "ROLE"
    case spokenLanguage = "LANG"
    case expertise = "EXPERTISE"
    case hobby = "HOBBY"
    case interest = "INTEREST"
    case anniversary = "ANNIVERSARY"
    case oldAnniversary = "X-ANNIVERSARY"
    case dayOfDeath = "DEATHDATE"
    case placeOfBirth = "BIRTHPLACE"
    case placeOfDeath = "DEATHPLACE"
    case related = "RELATED"
    case member = "MEMBER"
    case applesMember = "X-ADDRESSBOOKSERVER-MEMBER"
    case grammaticalGender = "GRAMGENDER"
    case pronouns = "PRONOUNS"

    /// The property of a name in capitals; `nil` for others. Looked up, where comparing with one after another takes ten times as long.
    init?(name: String) {
        guard let property = Self.byName[name] else { return nil }
        self = property
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
