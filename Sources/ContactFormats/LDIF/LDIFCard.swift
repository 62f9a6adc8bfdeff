import ContactModel
import TextMatching

/// A record of a directory as a card: Thunderbird's `mozillaAbPersonAlpha` and the person classes of RFC 4519 and RFC 2798
/// (`inetOrgPerson`).
struct LDIFCard {
    /// The card.
    private(set) var card = Card()
    /// What was read with a doubt.
    private(set) var problems: [ReadProblem] = []
    private var kept: [String: JSONValue] = [:]

    /// Reads a record; `groups` are the names of the groups its `dn` stands in.
    init(_ record: LDIFReader.Record, groups: [String] = []) {
        let attributes = Attributes(record)
        readName(attributes)
        readReach(attributes)
        readWork(attributes)
        card.addresses = [Self.workAddress(attributes), Self.homeAddress(attributes)].compactMap { $0 }
        card.notes = attributes.values("description", "notes", "comment").compactMap(Self.lines)
        card.keywords =
            (attributes.values("category", "categories", "businesscategory").flatMap { PeopleRow.tags($0) }
            + groups.compactMap(TextNormalization.tidy))
            .uniqued
        readBirthday(attributes)
        dropStead()
        for (name, value) in record.attributes where !Self.read.contains(name) {
            guard let text = Self.lines(value) else { continue }
            if case .string(let known) = kept[name] { kept[name] = .string(known + "\n" + text) } else { kept[name] = .string(text) }
        }
        if !kept.isEmpty { card.extra[TableProperty.columns] = .object(kept) }
    }

    /// A record's values by the names of their attributes.
    private struct Attributes {
        /// The line the record begins on.
        let line: Int
        private var byName: [String: [String]] = [:]

        init(_ record: LDIFReader.Record) {
            line = record.line
            for (name, value) in record.attributes where !value.isEmpty { byName[name, default: []].append(value) }
        }

        /// The values of attributes with one of some names, in the order of the names.
        func values(_ names: String...) -> [String] { names.flatMap { byName[$0] ?? [] } }

        /// The first value of the first of some names that has one.
        func value(_ names: String...) -> String? {
            for name in names {
                if let value = byName[name]?.first { return value }
            }
            return nil
        }
    }

    /// What the entry is found again by; `nil` where it is nobody.
    var key: IdentityKey? {
        for link in card.links {
            if let profile = LinkedInProfileKey(link.uri), link.service == "LinkedIn" { return profile.key }
        }
        if let email = card.emails.first { return .email(email.address) }
        let own = card.phones.first { $0.label != "work" && $0.label != "fax" && $0.label != "pager" }
        return own.flatMap { IdentityKey.phone($0.number) } ?? .name(card.name) ?? card.phones.compactMap { IdentityKey.phone($0.number) }
            .first
            ?? card.organizations.first?.name.map { IdentityKey(.content, "organization|" + TextFolding.folded($0)) }
    }

    private mutating func readName(_ record: Attributes) {
        card.name = PersonName(
            prefix: Self.text(record.value("personaltitle")), given: Self.text(record.value("givenname", "gn")),
            middle: Self.text(record.value("middlename")), family: Self.text(record.value("sn", "surname")),
            suffix: Self.text(record.value("generationqualifier"))
        )
        let whole = record.values("cn", "commonname", "displayname").compactMap { Self.text($0).flatMap(Self.named) }
        let shown = whole.first
        // What is put where a directory demands a name and there is none.
        if card.name.given == nil { card.name.family = card.name.family.flatMap(Self.named) }
        if card.name.given == nil, card.name.family == nil {
            card.name.full = shown
        } else if let completed = LDIFCommonName.completed(card.name, byFirstOf: whole) {
            card.name = completed
        } else if let ordered = whole.first(where: { PersonNameReading.isFamilyFirst(card.name, in: $0) }) {
            card.name.full = card.name.isSaid(by: ordered) ? nil : ordered
        } else if let shown, TextFolding.folded(shown) != TextFolding.folded(card.name.display), !shown.contains("@") {
            if let completed = PersonNameReading.completed(card.name, by: shown) {
                card.name = completed
            } else {
                kept["cn"] = .string(shown)
            }
        }
        // A directory requires a family name, so one that is only shown is put there too ("sn: Ada Example").
        if card.name.given == nil, let shown, card.name.family == shown { card.name = PersonName(prefix: card.name.prefix, full: shown) }
        card.nicknames = record.values("mozillanickname", "xmozillanickname", "nickname").compactMap(Self.text)
    }

    /// Takes away a name that only stands where a directory demands one: a number, a page, an id.
    private mutating func dropStead() {
        guard let full = card.name.full, card.name == PersonName(full: full) else { return }
        let isStead =
            card.phones.contains { $0.number == full } || card.links.contains { $0.uri == full } || UniqueID(full[...]) != nil
        if isStead { card.name = PersonName() }
    }

    /// The text, unless it stands in for a name: an address, a question mark.
    private static func named(_ text: String) -> String? { text == "?" || TableCells.addresses(text).addresses == [text] ? nil : text }

    private mutating func readReach(_ record: Attributes) {
        for text in record.values(
            "mail", "rfc822mailbox", "mozillasecondemail", "xmozillasecondemail", "othermailbox", "mailalternateaddress")
        {
            let (addresses, others) = TableCells.addresses(text)
            for address in addresses where !card.emails.contains(where: { $0.address.lowercased() == address.lowercased() }) {
                card.emails.append(EmailAddress(address))
            }
            for other in others {
                problems.append(ReadProblem(line: record.line, code: "not-an-address", text: other, isRejection: false))
                kept["mail"] = .string(other)
                card.malformedEmails.append(other)
            }
        }
        let numbers: [(String, String?)] = [
            ("telephonenumber", "work"), ("homephone", "home"), ("hometelephonenumber", "home"), ("mobile", "mobile"),
            ("mobiletelephonenumber", "mobile"), ("cellphone", "mobile"), ("facsimiletelephonenumber", "fax"), ("fax", "fax"),
            ("pager", "pager"),
            ("pagertelephonenumber", "pager"), ("pagerphone", "pager"), ("othertelephone", nil),
        ]
        for (name, label) in numbers {
            for number in record.values(name).compactMap(Self.text) where !card.phones.contains(where: { $0.number == number }) {
                // Without a digit it is a word about the number ("on request"), which is kept.
                if number.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) {
                    card.phones.append(PhoneNumber(number, label: label))
                } else {
                    kept[name] = .string(number)
                }
            }
        }
        let pages: [(String, String?)] = [
            ("mozillaworkurl", "work"), ("workurl", "work"), ("mozillahomeurl", "home"), ("homeurl", "home"), ("labeleduri", nil),
            ("wwwhomepage", nil), ("url", nil),
        ]
        for (name, label) in pages {
            for text in record.values(name).compactMap(Self.text) {
                // `labeledURI` has words behind the address (RFC 2079).
                let address = String(text.prefix { $0 != " " })
                guard var link = WebLinks.link(address) else {
                    kept[name] = .string(text)
                    continue
                }
                let words = text.dropFirst(address.count).trimmedBlanks
                // A profile on a network is one, wherever an address book puts it.
                link.label = words.isEmpty ? (link.service == nil ? label : nil) : words
                if !card.links.contains(where: { $0.uri == link.uri }) { card.links.append(link) }
            }
        }
    }

    private mutating func readWork(_ record: Attributes) {
        let units = record.values("ou", "organizationalunit", "department", "departmentnumber").compactMap(Self.text).uniqued
        let companies = record.values("o", "organizationname", "company").compactMap(Self.text).uniqued
        for (place, company) in companies.enumerated() { card.organizations.append(Organization(company, units: place == 0 ? units : [])) }
        if companies.isEmpty, !units.isEmpty { card.organizations = [Organization(nil, units: units)] }
        card.titles = record.values("title").compactMap(Self.text).uniqued
    }

    private static func workAddress(_ record: Attributes) -> PostalAddress? {
        // What `postalAddress` writes in lines parted by $ (RFC 4517 §3.3.28) is a street, where the town has an attribute of its own.
        let lines = (record.values("street", "streetaddress") + record.values("mozillaworkstreet2", "workstreet2")).compactMap(lines)
        var address = PostalAddress(
            street: lines.isEmpty ? nil : lines.joined(separator: "\n"), box: text(record.value("postofficebox")),
            locality: text(record.value("l", "locality", "localityname")), region: text(record.value("st", "stateorprovincename")),
            postcode: text(record.value("postalcode", "zip")), country: text(record.value("c", "countryname", "co", "friendlycountryname")),
            label: "work"
        )
        return withPostal(&address, record.value("postaladdress"))
    }

    private static func homeAddress(_ record: Attributes) -> PostalAddress? {
        let lines = (record.values("mozillahomestreet", "homestreet") + record.values("mozillahomestreet2", "homestreet2")).compactMap(
            lines)
        var address = PostalAddress(
            street: lines.isEmpty ? nil : lines.joined(separator: "\n"), locality: text(record.value("mozillahomelocalityname")),
            region: text(record.value("mozillahomestate")), postcode: text(record.value("mozillahomepostalcode")),
            country: text(record.value("mozillahomecountryname")), label: "home"
        )
        return withPostal(&address, record.value("homepostaladdress"))
    }

    private static func withPostal(_ address: inout PostalAddress, _ postal: String?) -> PostalAddress? {
        if let postal = postal.flatMap({ lines($0.split(separator: "$").map { String($0).trimmedOfBlanks }.joined(separator: "\n")) }) {
            if address.isEmpty { address.full = postal } else if address.street == nil { address.street = postal }
        }
        return address.isEmpty ? nil : address
    }

    private mutating func readBirthday(_ record: Attributes) {
        func number(_ name: String) -> Int? { record.value(name).flatMap { Int($0.trimmedOfBlanks) }.flatMap { $0 > 0 ? $0 : nil } }
        let month = number("birthmonth")
        card.birthday = PartialDate(year: number("birthyear"), month: month, day: month == nil ? nil : number("birthday"))
        guard card.birthday == nil, let text = record.value("dateofbirth", "schacdateofbirth") else { return }
        let digits = text.filter(\.isNumber)
        if digits.count == 8 {
            card.birthday = PartialDate(year: Int(digits.prefix(4)), month: Int(digits.dropFirst(4).prefix(2)), day: Int(digits.suffix(2)))
        } else {
            card.birthday = TableDate.birthday(text)
        }
        if card.birthday == nil { kept["dateofbirth"] = .string(text) }
    }

    // MARK: Texts

    private static func text(_ value: String?) -> String? { value.flatMap { TextNormalization.tidy($0) }.map(TextNormalization.nfc) }

    private static func lines(_ value: String) -> String? {
        let lines = TextNormalization.nfc(value).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let text = lines.joined(separator: "\n").trimmedOfBlanks
        return text.isEmpty ? nil : text
    }

    /// Attributes that are read, or say nothing about the person.
    private static let read: Set<String> = [
        "dn", "objectclass", "changetype", "modifytimestamp", "createtimestamp", "creatorsname", "modifiersname", "entryuuid", "entrycsn",
        "structuralobjectclass", "entrydn", "subschemasubentry", "hassubordinates", "mozillausehtmlmail", "xmozillausehtmlmail", "control",
        "add", "delete", "replace", "newrdn", "deleteoldrdn", "newsuperior",
        "personaltitle", "givenname", "gn", "middlename", "sn", "surname", "generationqualifier", "cn", "commonname", "displayname",
        "mozillanickname", "xmozillanickname", "nickname", "mail", "rfc822mailbox", "mozillasecondemail", "xmozillasecondemail",
        "othermailbox",
        "mailalternateaddress", "telephonenumber", "homephone", "hometelephonenumber", "mobile", "mobiletelephonenumber", "cellphone",
        "facsimiletelephonenumber", "fax", "pager", "pagertelephonenumber", "pagerphone", "othertelephone", "mozillaworkurl", "workurl",
        "mozillahomeurl", "homeurl", "labeleduri", "wwwhomepage", "url", "ou", "organizationalunit", "department", "departmentnumber", "o",
        "organizationname", "company", "title", "street", "streetaddress", "mozillaworkstreet2", "workstreet2", "postofficebox", "l",
        "locality",
        "localityname", "st", "stateorprovincename", "postalcode", "zip", "c", "countryname", "co", "friendlycountryname", "postaladdress",
        "mozillahomestreet", "homestreet", "mozillahomestreet2", "homestreet2", "mozillahomelocalityname", "mozillahomestate",
        "mozillahomepostalcode", "mozillahomecountryname", "homepostaladdress", "description", "notes", "comment", "category", "categories",
        "businesscategory",
        "birthyear", "birthmonth", "birthday", "dateofbirth", "schacdateofbirth",
    ]
}

extension Array where Element: Hashable {
    /// The elements without those that were there before.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Substring {
    /// The text without white space at its ends.
    var trimmedBlanks: String { String(self).trimmedOfBlanks }
}
