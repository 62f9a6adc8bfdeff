public import ContactModel

/// Writes people as LDIF (RFC 2849): `inetOrgPerson` (RFC 2798) with `mozillaAbPersonAlpha`, as Thunderbird exports and imports it.
///
/// The distinguished name is `cn=…,mail=…`, as Thunderbird has it; without an address `cn=…,uid=…`. `sn` is mandatory in a directory: where
/// there is no family name it is the whole name, and there is no `givenName` then. Of each kind of phone number the first is written, of
/// e-mail addresses and links two, since Thunderbird takes the last of several values. A birthday is in Thunderbird's `birthyear`,
/// `birthmonth`, `birthday`, a tag is a `businessCategory`. There is no `version: 1`, though RFC 2849 has it: OpenLDAP's `slapadd` refuses it,
/// Thunderbird would take it for a contact, and neither writes it.
public struct LDIFWriter: TallyingWriter {
    /// How it went so far.
    public private(set) var tally = HandOverTally()
    private var text = LDIFText()
    private var isFirst = true

    /// Makes a writer.
    public init() {}

    /// Writes nothing: the format has no head.
    public mutating func begin() {}

    /// Writes a person's entry.
    public mutating func write(_ person: Person) { write(Card(of: person, isPresentOnly: true)) }

    /// Writes a card's entry.
    public mutating func write(_ card: Card) {
        let uid = card.extra["uid"]?.stringValue.map { $0.hasPrefix("urn:uuid:") ? String($0.dropFirst(9)) : $0 }
        var tray = Tray(card)
        if !isFirst { text.line("") }
        isFirst = false
        let email = tray.takeEmail()
        let shown = [card.name.display, email, card.phones.first?.number, card.links.first?.uri, card.organizations.first?.name]
        let common = shown.compactMap { $0 }.first { !$0.isEmpty } ?? uid ?? "?"
        var distinguished = "cn=" + LDIFText.escapedForName(common)
        if !email.isEmpty {
            distinguished += ",mail=" + LDIFText.escapedForName(email)
        } else if let uid {
            distinguished += ",uid=" + LDIFText.escapedForName(uid)
        }
        text.attribute("dn", distinguished)
        for name in ["top", "person", "organizationalPerson", "inetOrgPerson", "mozillaAbPersonAlpha"] {
            text.attribute("objectclass", name)
        }
        if !tray.hasNameInOnePiece, card.name.family != nil { text.attribute("givenName", tray.firstName) }
        let family = tray.takeLastName()
        text.attribute("sn", family.isEmpty || card.name.family == nil ? common : family)
        text.attribute("cn", common)
        text.attribute("mozillaNickname", tray.takeNickname())
        text.attribute("mail", email)
        text.attribute("mozillaSecondEmail", tray.takeEmail())
        if email.isEmpty { text.attribute("uid", uid) }
        writePhones(&tray)
        writeWork(&tray)
        writeHome(&tray)
        text.attribute("mozillaWorkUrl", tray.takeLink()?.uri)
        text.attribute("mozillaHomeUrl", tray.takeLink()?.uri)
        if let birthday = card.birthday {
            _ = tray.takeBirthday(\.description)
            text.attribute("birthyear", birthday.year.map(String.init))
            text.attribute("birthmonth", birthday.month.map(String.init))
            text.attribute("birthday", birthday.day.map(String.init))
        }
        for tag in tray.takeTags() { text.attribute("businessCategory", tag) }
        text.attribute("description", tray.takeNotes())
        tally.count(leftovers: tray.leftovers)
    }

    /// Writes nothing more.
    public mutating func end() {}

    /// What the format has no place for.
    public var losses: [ExportLoss] { tally.losses }

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] { text.takeBytes() }

    private mutating func writePhones(_ tray: inout Tray) {
        text.attribute("telephoneNumber", tray.takePhone(.work, .other))
        text.attribute("homePhone", tray.takePhone(.home))
        text.attribute("mobile", tray.takePhone(.mobile))
        text.attribute("facsimileTelephoneNumber", tray.takePhone(.workFax, .homeFax, .otherFax))
        text.attribute("pager", tray.takePhone(.pager))
    }

    private mutating func writeWork(_ tray: inout Tray) {
        text.attribute("title", tray.takeTitle())
        text.attribute("o", tray.takeCompany())
        text.attribute("ou", tray.takeDepartment())
        let address = tray.takeAddress(.work, .other)
        let street = StreetLines(address.streetAndBox)
        text.attribute("street", street.first)
        text.attribute("mozillaWorkStreet2", street.others)
        text.attribute("l", address.locality)
        text.attribute("st", address.region)
        text.attribute("postalCode", address.postcode)
        text.attribute("c", address.country)
    }

    private mutating func writeHome(_ tray: inout Tray) {
        let address = tray.takeAddress(.home)
        let street = StreetLines(address.streetAndBox)
        text.attribute("mozillaHomeStreet", street.first)
        text.attribute("mozillaHomeStreet2", street.others)
        text.attribute("mozillaHomeLocalityName", address.locality)
        text.attribute("mozillaHomeState", address.region)
        text.attribute("mozillaHomePostalCode", address.postcode)
        text.attribute("mozillaHomeCountryName", address.country)
    }
}
