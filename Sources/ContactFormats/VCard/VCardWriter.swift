public import ContactModel

/// Writes people as vCards, 3.0 (RFC 2426) or 4.0 (RFC 6350 and 9554).
///
/// `FN` is never empty: where there is no name it is the first address, number or link, the employer, or the id. A name known only in
/// one piece is the given name in `N`, since address books show `N` rather than `FN` and it is not split by guess. Present employer and
/// title are written, former ones aren't, since readers would take them for present. A label vCard has no type for goes into
/// `X-ABLabel`, as Apple and Google have it. In 3.0 a profile is an `X-SOCIALPROFILE` and a `URL`, in 4.0 a `SOCIALPROFILE`; 3.0 can't
/// say a birthday without its day, which is left out there, and gets all notes in one `NOTE`, since its readers keep only one.
public struct VCardWriter: PersonWriter {
    /// The versions written.
    public enum Version: Sendable {
        /// RFC 2426.
        case v3
        /// RFC 6350.
        case v4
    }

    private let version: Version
    private let context: ExportContext
    private var lines = ContentLineWriter()
    private var lastGroup = 0

    /// Makes a writer.
    public init(version: Version, context: ExportContext = ExportContext()) {
        self.version = version
        self.context = context
    }

    /// Writes nothing: the format has no head.
    public mutating func begin() {}

    /// Writes a person's vCard.
    public mutating func write(_ person: Person) {
        lastGroup = 0
        lines.lines(version == .v3 ? "BEGIN:VCARD\r\nVERSION:3.0\r\n" : "BEGIN:VCARD\r\nVERSION:4.0\r\n")
        lines.lines("PRODID:-//Holdfast//Holdfast//EN\r\n")
        lines.line("UID", uri: "urn:uuid:" + person.id.description)
        writeName(of: person)
        if let company = person.companies.first?.value { lines.line("ORG", text: company) }
        if let title = person.titles.first?.value { lines.line("TITLE", text: title) }
        for (index, email) in person.emails.enumerated() {
            write(email.value, of: person, isPreferred: index == 0 && person.emails.count > 1)
        }
        for (index, phone) in person.phones.enumerated() { write(phone.value, isPreferred: index == 0 && person.phones.count > 1) }
        for link in person.links { write(link.value) }
        for address in person.addresses { write(address.value) }
        if let birthday = person.birthday?.value { write(birthday) }
        if !person.tags.isEmpty { lines.line("CATEGORIES", texts: person.tags.map(\.value), separator: UInt8(ascii: ",")) }
        writeNotes(of: person)
        if let day = person.connectedOn { lines.line("X-HOLDFAST-CONNECTED-ON", text: day.description) }
        if let day = person.lastConfirmed {
            lines.line("REV", text: version == .v3 ? day.description : Self.digits(of: day) + "T000000Z")
        }
        lines.lines("END:VCARD\r\n")
    }

    /// Writes nothing more.
    public mutating func end() {}

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] { lines.takeBytes() }

    private mutating func writeName(of person: Person) {
        let name = person.names.first?.value ?? PersonName()
        var given = name.given
        if name.prefix == nil, given == nil, name.middle == nil, name.family == nil, name.suffix == nil { given = name.full }
        lines.line("N", texts: [name.family, given, name.middle, name.prefix, name.suffix], separator: UInt8(ascii: ";"))
        let shown = [person.displayName, person.companies.first?.value ?? ""].first { text in
            text.utf8.contains { $0 > 0x20 && $0 < 0x7F } || text.unicodeScalars.contains { $0.value > 0xA0 }
        }
        lines.line("FN", text: shown ?? person.id.description)
        if !person.nicknames.isEmpty { lines.line("NICKNAME", texts: person.nicknames.map(\.value), separator: UInt8(ascii: ",")) }
    }

    private mutating func write(_ email: EmailAddress, of person: Person, isPreferred: Bool) {
        var types: [String] = []
        var label: String?
        switch email.label?.lowercased() {
        case "work", "business", "office": types = ["work"]
        case "home", "private", "personal": types = ["home"]
        case nil, "internet", "other":
            switch context.emailKind(email, person) {
            case "work", "role": types = ["work"]
            case "personal": types = ["home"]
            default: break
            }
        default: label = email.label
        }
        if version == .v3 { types.insert("internet", at: 0) }
        write("EMAIL", types: types, isPreferred: isPreferred, label: label, text: email.address)
    }

    private mutating func write(_ phone: PhoneNumber, isPreferred: Bool) {
        var types: [String] = []
        var label: String?
        switch phone.label?.lowercased() {
        case "mobile", "cell", "cellular", "iphone": types = ["cell"]
        case "work", "business", "office": types = ["work"]
        case "home", "private", "personal": types = ["home"]
        case "fax": types = ["fax"]
        case "work fax", "business fax": types = ["work", "fax"]
        case "home fax": types = ["home", "fax"]
        case "pager": types = ["pager"]
        case nil, "other", "voice": types = ["voice"]
        default: label = phone.label
        }
        write("TEL", types: types, isPreferred: isPreferred, label: label, text: phone.number)
    }

    private mutating func write(_ property: String, types: [String], isPreferred: Bool, label: String?, text: String) {
        var property = grouped(property, label: label)
        for type in types { property += ";TYPE=" + (version == .v3 ? type.uppercased() : type) }
        if isPreferred { property += version == .v3 ? ";TYPE=PREF" : ";PREF=1" }
        lines.line(property, text: text)
        writeLabel(label)
    }

    private mutating func write(_ link: Link) {
        switch (version, link.service) {
        case (.v4, let service?):
            let property = "SOCIALPROFILE;SERVICE-TYPE=" + ContentLineWriter.parameterValue(service)
            lines.line(grouped(property, label: link.label), uri: link.uri)
        case (.v3, let service?):
            lines.line("X-SOCIALPROFILE;TYPE=" + ContentLineWriter.parameterValue(service.lowercased()), uri: link.uri)
            lines.line(grouped("URL", label: link.label), uri: link.uri)
        case (_, nil):
            lines.line(grouped("URL", label: link.label), uri: link.uri)
        }
        writeLabel(link.label)
    }

    private mutating func write(_ address: PostalAddress) {
        guard !address.isEmpty else { return }
        let hasParts =
            address.street != nil || address.box != nil || address.locality != nil || address.region != nil || address.postcode != nil
            || address.country != nil
        var types = ""
        var label: String?
        switch address.label?.lowercased() {
        case "work", "business", "office": types = ";TYPE=work"
        case "home", "private", "personal": types = ";TYPE=home"
        case nil, "other": break
        default: label = address.label
        }
        // An address known only in one piece goes where readers show all its lines.
        lines.line(
            grouped("ADR", label: label) + (version == .v3 ? types.uppercased() : types),
            texts: [
                address.box, nil, hasParts ? address.street : address.full, address.locality, address.region, address.postcode,
                address.country,
            ],
            separator: UInt8(ascii: ";")
        )
        writeLabel(label)
    }

    private mutating func write(_ birthday: PartialDate) {
        switch (version, birthday.year, birthday.month, birthday.day) {
        case (.v4, _?, _?, nil): lines.line("BDAY", text: birthday.description)
        case (.v4, nil, _, _): lines.line("BDAY", text: "--" + birthday.description.dropFirst(2).filter { $0 != "-" })
        case (.v4, _, _, _): lines.line("BDAY", text: birthday.description.filter { $0 != "-" })
        case (.v3, _?, _?, _?): lines.line("BDAY", text: birthday.description)
        // Apple's way to leave the year out: a leap year long past, named in a parameter.
        case (.v3, nil, _?, _?): lines.line("BDAY;X-APPLE-OMIT-YEAR=1604", text: "1604" + birthday.description.dropFirst(1))
        case (.v3, _, _, _): break
        }
    }

    private mutating func writeNotes(of person: Person) {
        switch version {
        case .v3 where person.notes.count > 1: lines.line("NOTE", text: person.notes.map(\.value).joined(separator: "\n\n"))
        case .v3, .v4: for note in person.notes { lines.line("NOTE", text: note.value) }
        }
    }

    /// A property's name, in a group of its own where it has a label to be tied to it.
    private mutating func grouped(_ property: String, label: String?) -> String {
        guard label != nil else { return property }
        lastGroup += 1
        return "item\(lastGroup)." + property
    }

    private mutating func writeLabel(_ label: String?) {
        if let label { lines.line("item\(lastGroup).X-ABLabel", text: label) }
    }

    /// A day as eight digits (RFC 6350 §4.3.1).
    private static func digits(of day: CalendarDate) -> String {
        String(decoding: day.description.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }
}
