import ContactModel
import TextMatching

/// The properties a card has fields for.
extension VCardInterpreter {
    // MARK: Names

    mutating func takeFormattedName(_ line: ContentLine) {
        if Self.isDerived(line) {
            derivedFormattedName = derivedFormattedName ?? line
            return
        }
        guard formattedName == nil else { return keep(line) }
        guard let text = text(of: line) else { return }
        formattedName = text
        formattedSurplus = describe(line).surplus
    }

    mutating func takeName(_ line: ContentLine) {
        if Self.isDerived(line) {
            derivedName = derivedName ?? line
            return
        }
        guard !hasName else { return keep(line) }
        if takeOrderedName(line) { return }
        if let parts = VCardText.plainStructure(line.value, hasLists: version != .v21, upTo: 5) {
            guard parts.contains(where: { $0 != nil }) else { return emptyName = line.value }
            hasName = true
            card.name = PersonName(simple: parts)
            return noteName(describe(line).surplus)
        }
        let parts = VCardText.structure(line.value, hasLists: version != .v21)
        guard parts.contains(where: { !$0.isEmpty }) else { return emptyName = line.value }
        hasName = true
        let components = VCardComponents.name(parts)
        card.name = PersonName(components: components)
        var surplus = describe(line).surplus
        if components != card.name.components { surplus["components"] = .array(components.map(\.json)) }
        if ![true, false].contains(where: { VCardComponents.nameStructure(components, isDetailed: $0).isSame(as: parts) }) {
            surplus[Self.rawValue] = .string(line.value)
        }
        noteName(surplus)
    }

    /// Whether a line only repeats what another says (RFC 9555 §3.1).
    private static func isDerived(_ line: ContentLine) -> Bool { line.parameter("DERIVED")?.lowercased() == "true" }

    /// Takes a name whose order is told by `JSCOMPS`; `false` where it is not, or wrongly.
    private mutating func takeOrderedName(_ line: ContentLine) -> Bool {
        guard let order = line.parameter("JSCOMPS").flatMap(ComponentOrder.init),
            let list = order.components(of: VCardText.structure(line.value, hasLists: true), VCardComponents.nameComponent)
        else { return false }
        hasName = true
        card.name = PersonName(components: list.compactMap(CardComponent.init))
        var surplus = describe(line).surplus
        Self.say(order, list, isSaid: list == card.name.components.map(\.json), in: &surplus)
        noteName(surplus)
        return true
    }

    /// Says an order as JSContact does.
    private static func say(_ order: ComponentOrder, _ list: [JSONValue], isSaid: Bool, in surplus: inout [String: JSONValue]) {
        surplus["vCardParams"] = surplus["vCardParams"]?.without("jscomps")
        surplus["isOrdered"] = .bool(true)
        if let separator = order.defaultSeparator { surplus["defaultSeparator"] = .string(separator) }
        if !isSaid { surplus["components"] = .array(list) }
    }

    private mutating func noteName(_ surplus: [String: JSONValue]) {
        guard !surplus.isEmpty else { return }
        var members = card.nameSurplus
        if members.isEmpty { members = surplus } else { members.merge(surplus) { first, _ in first } }
        card.extra["name"] = .object(members)
    }

    /// What stands for the name of somebody without one, in many programs' `FN`: the first address, number or link, else the id.
    ///
    /// An employer comes before the id, but says more than nothing: it is no stead.
    static func nameStead(of card: Card) -> String? {
        if let text = card.emails.first?.address ?? card.phones.first?.number ?? card.links.first?.uri { return text }
        guard card.organizations.isEmpty, let uid = card.extra["uid"]?.stringValue else { return nil }
        return uid.hasPrefix("urn:uuid:") ? String(uid.dropFirst("urn:uuid:".count)) : uid
    }

    mutating func finishName() {
        noteDerivedFormattedName()
        guard let formattedName else { return }
        // `N` in several languages beside an `FN` in one.
        if hasName, !names.isEmpty, names.values.allSatisfy({ $0["full"] == nil }) { formattedSurplus[Self.isAlone] = .bool(true) }
        // What goes with the one line that says the name goes with the name (RFC 9555 §2.2.1).
        if !hasName {
            noteName(formattedSurplus)
        } else if !formattedSurplus.isEmpty {
            noteName([Self.formattedName: .object(formattedSurplus)])
        }
        if card.name.isEmpty {
            guard formattedName != Self.nameStead(of: card) else { return }
            card.name.full = formattedName
            noteEmptyName(besides: formattedName)
        } else if !card.name.isSaid(by: formattedName) {
            card.name.full = formattedName
        }
    }

    /// Keeps an `FN` that was made from `N`: that it was, and its text where it isn't what `N` shows.
    private mutating func noteDerivedFormattedName() {
        guard let line = derivedFormattedName, hasName, formattedName == nil, let text = text(of: line) else { return }
        var surplus = describe(line).surplus
        if !card.name.isSaid(by: text) { surplus["full"] = .string(text) }
        noteName([Self.formattedName: .object(surplus)])
    }

    /// Keeps an `N` that says nothing of its own beside a name in one piece: nothing but separators, or parts made from `FN` by a program
    /// other than this one, which puts the whole in one of them.
    private mutating func noteEmptyName(besides formattedName: String) {
        guard let value = derivedName?.value ?? emptyName else { return }
        let parts = VCardText.structure(value, hasLists: version != .v21).filter { !$0.isEmpty }
        if parts != [[formattedName]] { noteName([Self.partsOfName: .string(value)]) }
    }

    mutating func takeNicknames(_ line: ContentLine) {
        let surplus = describe(line).surplus
        for case let nickname? in VCardText.texts(line.value, separator: UInt8(ascii: ",")) {
            nicknames.append(Entry(value: nickname, surplus: surplus))
        }
    }

    // MARK: Ways to reach someone

    mutating func takeEmail(_ line: ContentLine) {
        guard let address = text(of: line) else { return }
        let (label, surplus) = describe(line)
        emails.append(Entry(value: EmailAddress(address, label: label), surplus: surplus))
    }

    mutating func takePhone(_ line: ContentLine) {
        guard var number = text(of: line) else { return }
        var (label, surplus) = describe(line)
        let isURI = line.header.meaning.isURI
        if let called = TelephoneURI.number(of: number) {
            number = called
            if !isURI { surplus[Self.rawValue] = .string("uri") }
        } else if isURI {
            surplus[Self.rawValue] = nil
            surplus["vCardParams"] = .object(surplus["vCardParams"]?.objectValue ?? [:]).with("value", line.parameter("VALUE"))
        }
        phones.append(Entry(value: PhoneNumber(number, label: label), surplus: surplus))
    }

    mutating func takeLink(_ line: ContentLine, service: String?) {
        guard let uri = text(of: line) else { return }
        let (label, surplus) = describe(line)
        links.append(Entry(value: Link(uri, service: service, label: label), surplus: surplus))
    }

    mutating func takeProfile(_ line: ContentLine) {
        guard let uri = text(of: line) else { return }
        let isApples = line.property == .applesProfile
        let named = line.parameter("SERVICE-TYPE") ?? (isApples ? Self.service(amongTypesOf: line) : nil)
        let (label, surplus) = describe(line)
        links.append(Entry(value: Link(uri, service: ProfileService.name(named ?? "profile"), label: label), surplus: surplus))
    }

    /// The service Apple names by a type, as it is written.
    private static func service(amongTypesOf line: ContentLine) -> String? {
        for parameter in line.parameters where parameter.name == "TYPE" {
            for type in parameter.values where !type.hasPrefix("x-") {
                let word = type.lowercased()
                if word != "pref", VCardKinds.context(word) == nil { return type }
            }
        }
        return nil
    }

    // MARK: Addresses

    mutating func takeAddress(_ line: ContentLine) {
        var address: PostalAddress
        var parts: [[String]] = []
        var components: [CardComponent]?
        var formatted = ""
        let order = line.parameter("JSCOMPS").flatMap(ComponentOrder.init)
        if order == nil, let plain = VCardText.plainStructure(line.value, hasLists: version != .v21, upTo: 8),
            plain.count < 2 || plain[1] == nil
        {
            address = PostalAddress(simple: plain)
            if plain.count == 8, let whole = plain[7] { formatted = whole }
        } else {
            parts = VCardText.structure(line.value, hasLists: version != .v21)
            // Google's eighth part is the address in one piece; RFC 9554 has eighteen.
            if parts.count == 8 { formatted = parts.removeLast().joined(separator: ", ") }
            let detailed = VCardComponents.address(parts)
            components = detailed
            address = PostalAddress(components: detailed)
        }
        var (label, surplus) = describe(line)
        if let order, let list = order.components(of: parts, VCardComponents.addressComponent) {
            components = nil
            address = PostalAddress(components: list.compactMap(CardComponent.init))
            Self.say(order, list, isSaid: list == address.components.map(\.json), in: &surplus)
        }
        if let full = line.header.parameters.first(where: { $0.name == "LABEL" }) {
            address.full = VCardText.text(full.values.joined(separator: ","))
        }
        if let country = country(of: line), surplus["countryCode"] == nil { surplus["countryCode"] = .string(country) }
        if address.full == nil, !formatted.isEmpty { address.full = formatted }
        address.label = label
        let isInOnePiece = address.dropRepeatedStreet()
        guard !address.isEmpty else { return }
        if !isInOnePiece, let components {
            if components != address.components { surplus["components"] = .array(components.map(\.json)) }
            if ![true, false].contains(where: { VCardComponents.addressStructure(components, isDetailed: $0).isSame(as: parts) }) {
                surplus[Self.rawValue] = .string(line.value)
            }
        }
        addresses.append(Entry(value: address, surplus: surplus))
        addressTypes.append(line.types)
    }

    /// Versions 2.1 and 3 have an address in one piece as a property of its own, tied to the address by its types.
    mutating func finishAddressLabels() {
        for (types, line) in addressLabels {
            guard let full = text(of: line) else { continue }
            let (label, surplus) = describe(line)
            let place = addresses.indices.first { addresses[$0].value.full == nil && Self.kinds(addressTypes[$0]) == types }
            if let place {
                addresses[place].value.full = full
                if addresses[place].value.dropRepeatedStreet() {
                    addresses[place].surplus["components"] = nil
                    addresses[place].surplus[Self.rawValue] = nil
                }
            } else {
                addresses.append(Entry(value: PostalAddress(full: full, label: label), surplus: surplus))
                addressTypes.append(Array(types))
            }
        }
    }

    // MARK: Work

    mutating func takeOrganization(_ line: ContentLine) {
        let parts = VCardText.texts(line.value, separator: UInt8(ascii: ";"))
        let organization = Organization(parts.first ?? nil, units: parts.dropFirst().compactMap { $0 })
        guard organization.name != nil || !organization.units.isEmpty else { return }
        var surplus = describe(line).surplus
        // An empty unit in between keeps its place.
        if parts.dropFirst().dropLast().contains(where: { $0 == nil }) { surplus[Self.rawValue] = .string(line.value) }
        organizations.append(Entry(value: organization, surplus: surplus))
    }

    mutating func takeTitle(_ line: ContentLine) {
        guard let title = text(of: line) else { return }
        titles.append(Entry(value: title, surplus: describe(line).surplus))
    }

    // MARK: Words

    mutating func takeNote(_ line: ContentLine) {
        guard let note = text(of: line) else { return }
        var surplus = describe(line).surplus
        if var parameters = surplus["vCardParams"]?.objectValue {
            if let created = line.parameter("CREATED").flatMap(VCardDate.timestamp) {
                surplus["created"] = .string(created)
                parameters["created"] = nil
            }
            var author: [String: JSONValue] = [:]
            if let name = parameters.removeValue(forKey: "author-name") { author["name"] = name }
            if let uri = parameters.removeValue(forKey: "author") { author["uri"] = uri }
            if !author.isEmpty { surplus["author"] = .object(author) }
            surplus["vCardParams"] = parameters.isEmpty ? nil : .object(parameters)
        }
        notes.append(Entry(value: note, surplus: surplus))
    }

    mutating func takeKeywords(_ line: ContentLine) {
        if line.group != nil || line.parameters.contains(where: { $0.name != "VALUE" }), takeKeywordsWithMore(line) { return }
        for case let keyword? in VCardText.texts(line.value, separator: UInt8(ascii: ",")) where !card.keywords.contains(keyword) {
            // Google's group of everybody tells nobody apart.
            if keyword == "myContacts" || keyword == "* myContacts" {
                var line = line
                line.value = keyword
                keep(line)
            } else {
                card.keywords.append(keyword)
            }
        }
    }

    /// Takes a line of tags that says more than them; `false` where a tag of it is there already, or is nobody's.
    private mutating func takeKeywordsWithMore(_ line: ContentLine) -> Bool {
        let keywords = VCardText.texts(line.value, separator: UInt8(ascii: ",")).compactMap { $0 }
        let isNew = Set(keywords).count == keywords.count && !keywords.contains { card.keywords.contains($0) || $0.hasSuffix("myContacts") }
        guard isNew, !keywords.isEmpty, !line.isBase64, !line.value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
        card.keywords += keywords
        let known = card.extra[Self.keywordLines]?.arrayValue ?? []
        card.extra[Self.keywordLines] = .array(known + [line.header.jCard(line.value)])
        return true
    }

    // MARK: Dates

    mutating func takeBirthday(_ line: ContentLine) {
        guard let text = text(of: line) else { return }
        let omitted = line.parameter("X-APPLE-OMIT-YEAR").flatMap { Int($0) }
        guard card.birthday == nil, let (date, hasTime) = VCardDate.partialDate(text, omittedYear: omitted) else {
            if card.birthday == nil, line.parameter("VALUE")?.lowercased() != "text", !text.hasPrefix("---") {
                tell("unreadable-date", line)
            }
            return keep(line)
        }
        card.birthday = date
        var surplus = describe(line).surplus
        surplus["vCardParams"] = surplus["vCardParams"]?.without("x-apple-omit-year")
        if hasTime { surplus[Self.rawValue] = .string(text) }
        card.setSurplus(surplus, .anniversaries, at: 0)
    }
}

extension JSONValue {
    /// The object without a member; `nil` where nothing is left of it.
    func without(_ name: String) -> JSONValue? {
        guard var members = objectValue else { return self }
        members[name] = nil
        return members.isEmpty ? nil : .object(members)
    }

    /// The object with a text as one of its members.
    fileprivate func with(_ name: String, _ text: String?) -> JSONValue {
        var members = objectValue ?? [:]
        members[name] = text.map { .string($0) }
        return .object(members)
    }
}

extension [[String]] {
    /// Whether two structured values say the same: components at the end that say nothing don't count.
    fileprivate func isSame(as other: [[String]]) -> Bool {
        func trimmed(_ structure: [[String]]) -> ArraySlice<[String]> {
            var rest = structure[...]
            while rest.last?.isEmpty == true { rest.removeLast() }
            return rest
        }
        return trimmed(self) == trimmed(other)
    }
}

extension PostalAddress {
    /// Takes away a street that only repeats an address known in one piece, as we write such.
    fileprivate mutating func dropRepeatedStreet() -> Bool {
        guard let full, street == full, box == nil, locality == nil, region == nil, postcode == nil, country == nil else { return false }
        street = nil
        return true
    }
}
