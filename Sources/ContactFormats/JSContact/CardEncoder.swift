import ContactModel

/// Writes one card as JSContact.
struct CardEncoder {
    let card: Card

    /// The properties a card has fields for, which `extra` may only add to.
    static let properties: Set<String> = [
        "name", "nicknames", "organizations", "titles", "emails", "phones", "onlineServices", "links", "addresses", "anniversaries",
        "keywords", "notes",
    ]

    func encode(into writer: inout JSONWriter, uid: String?) {
        writer.beginObject()
        if let uid {
            writer.name("@type")
            writer.string("Card")
            writer.name("version")
            writer.string("1.0")
            writer.name("uid")
            writer.string(uid)
        }
        encodeName(into: &writer)
        encode(card.nicknames, as: "nicknames", prefix: "k", into: &writer) { writer, nickname, _ in
            writer.name("name")
            writer.string(nickname)
        }
        encode(card.organizations, as: "organizations", prefix: "o", into: &writer, Self.encode)
        encode(card.titles, as: "titles", prefix: "t", into: &writer) { writer, title, _ in
            writer.name("name")
            writer.string(title)
        }
        encode(card.emails, as: "emails", prefix: "e", into: &writer) { writer, email, _ in
            writer.name("address")
            writer.string(email.address)
            Self.encode(email.label, as: "label", into: &writer)
        }
        encode(card.phones, as: "phones", prefix: "p", into: &writer) { writer, phone, _ in
            writer.name("number")
            writer.string(phone.number)
            Self.encode(phone.label, as: "label", into: &writer)
        }
        encode(card.links, as: "onlineServices", prefix: "s", into: &writer, where: { $0.service != nil }, Self.encode)
        encode(card.links, as: "links", prefix: "l", into: &writer, where: { $0.service == nil }, Self.encode)
        encode(card.addresses, as: "addresses", prefix: "a", into: &writer, Self.encode)
        encode(card.birthday.map { [$0] } ?? [], as: "anniversaries", prefix: "a", into: &writer, Self.encode)
        encodeKeywords(into: &writer)
        encode(card.notes, as: "notes", prefix: "n", into: &writer) { writer, note, _ in
            writer.name("note")
            writer.string(note)
        }
        if let connectedOn = card.connectedOn {
            writer.name(JSContact.connectedOn)
            writer.date(connectedOn)
        }
        if !card.extra.isEmpty { encodeExtra(into: &writer, isComplete: uid != nil) }
        writer.endObject()
    }

    private func encodeName(into writer: inout JSONWriter) {
        let surplus = surplus(of: "name")
        guard !card.name.isEmpty || surplus?.isEmpty == false else { return }
        writer.name("name")
        writer.beginObject()
        let name = card.name
        var hasComponents = false
        if let others = surplus?["components"]?.arrayValue {
            let components = Self.components(name.components, with: others) { PersonName(components: $0).components == name.components }
            hasComponents = Self.encode(components, into: &writer)
        } else if name.prefix != nil || name.given != nil || name.middle != nil || name.family != nil || name.suffix != nil {
            hasComponents = true
            writer.name("components")
            writer.beginArray()
            Self.encode(name.prefix, asComponent: "title", into: &writer)
            Self.encode(name.given, asComponent: "given", into: &writer)
            Self.encode(name.middle, asComponent: "given2", into: &writer)
            Self.encode(name.family, asComponent: "surname", into: &writer)
            if let suffix = name.suffix {
                Self.encode(suffix, asComponent: PersonName.isGeneration(suffix) ? "generation" : "credential", into: &writer)
            }
            writer.endArray()
        }
        Self.encode(name.full, as: "full", into: &writer)
        if let surplus {
            writer.members(surplus.filter { ($0.key != "components" || !hasComponents) && ($0.key != "full" || name.full == nil) })
        }
        writer.endObject()
    }

    private func encodeKeywords(into writer: inout JSONWriter) {
        let surplus = surplus(of: "keywords")
        guard !card.keywords.isEmpty || surplus?.isEmpty == false else { return }
        writer.name("keywords")
        writer.beginObject()
        var written: Set<String> = []
        for keyword in card.keywords where written.insert(keyword).inserted {
            writer.name(keyword)
            writer.bool(true)
        }
        if let surplus { writer.members(surplus.filter { !written.contains($0.key) }) }
        writer.endObject()
    }

    private func encodeExtra(into writer: inout JSONWriter, isComplete: Bool) {
        let others = card.extra.filter { name, value in
            if isComplete, name == "@type" || name == "version" || name == "uid" { return false }
            if name == "\(JSContact.connectedOn)" { return card.connectedOn == nil }
            // Surplus of a property that is an object has been written in its place.
            guard Self.properties.contains(name) else { return true }
            return value.objectValue == nil && !hasField(name)
        }
        writer.members(others)
    }

    /// Whether a field of the card is written under a property's name.
    func hasField(_ property: String) -> Bool {
        switch property {
        case "name": !card.name.isEmpty
        case "nicknames": !card.nicknames.isEmpty
        case "organizations": !card.organizations.isEmpty
        case "titles": !card.titles.isEmpty
        case "emails": !card.emails.isEmpty
        case "phones": !card.phones.isEmpty
        case "onlineServices": card.links.contains { $0.service != nil }
        case "links": card.links.contains { $0.service == nil }
        case "addresses": !card.addresses.isEmpty
        case "anniversaries": card.birthday != nil
        case "keywords": !card.keywords.isEmpty
        default: !card.notes.isEmpty
        }
    }

    /// What other programs say inside a property beyond what the card has fields for.
    private func surplus(of property: String) -> [String: JSONValue]? {
        card.extra.isEmpty ? nil : card.extra[property]?.objectValue
    }

    /// Writes a map of numbered entries, each followed by its surplus; nothing where there is neither.
    private func encode<Value>(
        _ values: [Value],
        as property: StaticString,
        prefix: StaticString,
        into writer: inout JSONWriter,
        where isIncluded: (Value) -> Bool = { _ in true },
        _ encodeMembers: (inout JSONWriter, Value, inout [String: JSONValue]) -> Void
    ) {
        if values.isEmpty, card.extra.isEmpty { return }
        let surplus = card.extra.isEmpty ? nil : surplus(of: "\(property)")
        var hasBegun = false
        func begin(_ writer: inout JSONWriter) {
            guard !hasBegun else { return }
            hasBegun = true
            writer.name(property)
            writer.beginObject()
        }
        var written: Set<String> = []
        var number = 0
        for value in values {
            number += 1
            guard isIncluded(value) else { continue }
            begin(&writer)
            writer.name(prefix, number: number)
            writer.beginObject()
            var members: [String: JSONValue] = [:]
            if let surplus {
                let key = "\(prefix)\(number)"
                written.insert(key)
                members = surplus[key]?.objectValue ?? [:]
            }
            encodeMembers(&writer, value, &members)
            if !members.isEmpty { writer.members(members) }
            writer.endObject()
        }
        if let others = surplus?.filter({ !written.contains($0.key) }), !others.isEmpty {
            begin(&writer)
            writer.members(others)
        }
        if hasBegun { writer.endObject() }
    }

    private static func encode(_ writer: inout JSONWriter, _ organization: Organization, _: inout [String: JSONValue]) {
        encode(organization.name, as: "name", into: &writer)
        guard !organization.units.isEmpty else { return }
        writer.name("units")
        writer.beginArray()
        for unit in organization.units {
            writer.beginObject()
            writer.name("name")
            writer.string(unit)
            writer.endObject()
        }
        writer.endArray()
    }

    private static func encode(_ writer: inout JSONWriter, _ link: Link, _: inout [String: JSONValue]) {
        encode(link.service, as: "service", into: &writer)
        writer.name("uri")
        writer.string(link.uri)
        encode(link.label, as: "label", into: &writer)
    }

    private static func encode(_ writer: inout JSONWriter, _ address: PostalAddress, _ surplus: inout [String: JSONValue]) {
        let others = surplus.removeValue(forKey: "components")?.arrayValue ?? []
        let list = components(address.components, with: others) { PostalAddress(components: $0).components == address.components }
        _ = encode(list, into: &writer)
        encode(address.full, as: "full", into: &writer)
        encode(address.label, as: JSContact.addressLabel, into: &writer)
    }

    private static func encode(_ writer: inout JSONWriter, _ birthday: PartialDate, _: inout [String: JSONValue]) {
        writer.name("kind")
        writer.string("birth")
        writer.name("date")
        writer.beginObject()
        writer.name("@type")
        writer.string("PartialDate")
        encode(birthday.year, as: "year", into: &writer)
        encode(birthday.month, as: "month", into: &writer)
        encode(birthday.day, as: "day", into: &writer)
        writer.endObject()
    }

    private static func encode(_ text: String?, as name: StaticString, into writer: inout JSONWriter) {
        guard let text else { return }
        writer.name(name)
        writer.string(text)
    }

    private static func encode(_ number: Int?, as name: StaticString, into writer: inout JSONWriter) {
        guard let number else { return }
        writer.name(name)
        writer.integer(number)
    }

    private static func encode(_ text: String?, asComponent kind: String, into writer: inout JSONWriter) {
        guard let text else { return }
        writer.beginObject()
        writer.name("kind")
        writer.string(kind)
        writer.name("value")
        writer.string(text)
        writer.endObject()
    }

    /// The components to write: the list another program made, as long as it says what the fields say; else the fields, and of the list
    /// what no field is made for.
    private static func components(
        _ fields: [CardComponent],
        with others: [JSONValue],
        isSame: ([CardComponent]) -> Bool
    ) -> [JSONValue] {
        if !others.isEmpty, isSame(others.compactMap(CardComponent.init)) { return others }
        return fields.map(\.json) + others.filter { other in CardComponent(other).map { $0.kind == "separator" } ?? true }
    }

    /// Writes components; `false` where there are none.
    private static func encode(_ components: [JSONValue], into writer: inout JSONWriter) -> Bool {
        guard !components.isEmpty else { return false }
        writer.name("components")
        writer.beginArray()
        for component in components { writer.value(component) }
        writer.endArray()
        return true
    }
}

extension JSContact {
    /// The day of connecting, which RFC 9553 has no property for.
    static let connectedOn: StaticString = "holdfast.example:connectedOn"
    /// An address' label, which RFC 9553 has no property for.
    static let addressLabel: StaticString = "holdfast.example:label"
}
