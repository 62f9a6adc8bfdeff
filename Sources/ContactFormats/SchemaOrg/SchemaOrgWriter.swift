public import ContactModel

/// Writes people as one JSON-LD document of schema.org's `Person`: `{"@context":"https://schema.org","@graph":[…]}`, one person a line.
///
/// A LinkedIn profile and profiles on other networks are `sameAs`, other pages `url`. The document is made to be published: notes, tags and
/// the day of connecting are the owner's own affair, the vocabulary has no place for them in a `Person`, and they are left out. So is a
/// birthday without its year, which `Date` can't say.
public struct SchemaOrgWriter: TallyingWriter {
    /// How it went so far.
    public private(set) var tally = HandOverTally()
    private var json = JSONWriter()
    private var pending: [UInt8] = []
    private var isFirst = true

    /// Makes a writer.
    public init() {}

    /// Writes the document's beginning.
    public mutating func begin() { pending += Array(#"{"@context":"https://schema.org","@graph":["#.utf8) }

    /// Writes a person.
    public mutating func write(_ person: Person) { write(Card(of: person, isPresentOnly: true)) }

    /// Writes a card; its `uid` is the person's IRI where it is a URN.
    public mutating func write(_ card: Card) {
        let uid = card.extra["uid"]?.stringValue ?? ""
        var tray = Tray(card)
        pending += isFirst ? [0x0A] : [0x2C, 0x0A]
        isFirst = false
        json.beginObject()
        write("@type", "Person")
        write("@id", uid.hasPrefix("urn:") ? uid : nil)
        writeName(&tray)
        write("email", list: drained { tray.takeAnyEmail()?.address })
        let fax = drained { tray.takePhone(.workFax, .homeFax, .otherFax).orNil }
        write("telephone", list: drained { tray.takeAnyPhone()?.number })
        write("faxNumber", list: fax)
        write("jobTitle", tray.takeTitle())
        writeEmployer(&tray)
        writeAddresses(&tray)
        var links = drained { tray.takeLink() }
        let profiles = links.filter { $0.service != nil || $0.isLinkedInProfile }
        links.removeAll { $0.service != nil || $0.isLinkedInProfile }
        write("url", list: links.map(\.uri))
        write("sameAs", list: profiles.map(\.uri))
        write("birthDate", tray.takeBirthday { $0.year != nil ? $0.description : nil })
        json.endObject()
        // A less-than sign stands only in texts; escaped, no text can end the script element the document is put into.
        for byte in json.takeBytes() { if byte == 0x3C { pending += Self.lessThan } else { pending.append(byte) } }
        tally.count(leftovers: tray.leftovers)
    }

    /// Writes the document's end.
    public mutating func end() { pending += Array("\n]}\n".utf8) }

    /// What the vocabulary has no place for, or is not for publishing.
    public var losses: [ExportLoss] { tally.losses }

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &pending)
        return taken
    }

    private static let lessThan = Array(#"\u003c"#.utf8)

    private mutating func writeName(_ tray: inout Tray) {
        let name = tray.card.name
        write("name", name.display.orNil ?? tray.card.emails.first?.address)
        write("honorificPrefix", tray.takePrefix())
        write("givenName", name.given)
        write("additionalName", name.middle)
        write("familyName", name.family)
        write("honorificSuffix", tray.takeSuffix())
        write("alternateName", list: drained { tray.takeNickname().orNil })
    }

    private mutating func writeEmployer(_ tray: inout Tray) {
        let department = tray.takeDepartment()
        let company = tray.takeCompany()
        guard !company.isEmpty || !department.isEmpty else { return }
        json.name("worksFor")
        json.beginObject()
        write("@type", "Organization")
        write("name", company)
        if !department.isEmpty {
            json.name("department")
            json.beginObject()
            write("@type", "Organization")
            write("name", department)
            json.endObject()
        }
        json.endObject()
    }

    private mutating func writeAddresses(_ tray: inout Tray) {
        guard !tray.addresses.isEmpty else { return }
        json.name("address")
        let isList = tray.addresses.count > 1
        if isList { json.beginArray() }
        while !tray.addresses.isEmpty {
            let address = tray.takeAddress(.work, .home, .other)
            json.beginObject()
            write("@type", "PostalAddress")
            write("streetAddress", address.hasParts ? address.street : address.full)
            write("postOfficeBoxNumber", address.box)
            write("addressLocality", address.locality)
            write("addressRegion", address.region)
            write("postalCode", address.postcode)
            write("addressCountry", address.country)
            json.endObject()
        }
        if isList { json.endArray() }
    }

    private mutating func write(_ name: StaticString, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        json.name(name)
        json.string(text)
    }

    /// One text where there is one, a list where there are several.
    private mutating func write(_ name: StaticString, list texts: [String]) {
        guard texts.count > 1 else { return write(name, texts.first) }
        json.name(name)
        json.beginArray()
        for text in texts { json.string(text) }
        json.endArray()
    }

    private func drained<Value>(_ take: () -> Value?) -> [Value] {
        var values: [Value] = []
        while let value = take() { values.append(value) }
        return values
    }
}

extension String {
    /// `nil` for the empty text.
    fileprivate var orNil: String? { isEmpty ? nil : self }
}
