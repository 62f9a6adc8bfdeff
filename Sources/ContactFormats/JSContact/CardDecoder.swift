import ContactModel

/// Reads one card out of JSContact, straight from the text: a tree is made only of what has no field.
struct CardDecoder {
    private var card = Card()
    private var reader: JSONReader
    /// The numbers in the keys of the card's links, 0 where a key has none; empty as long as they simply count from 1.
    private var linkNumbers: [Int] = []
    /// What was said of a link beyond its fields, to be filed once the links' order is known.
    private var linkSurpluses: [LinkSurplus] = []

    /// What maps of entries say beyond the card's fields, to be filed once it is known which keys the entries of the card take.
    private var leftovers: [Leftover] = []

    /// The keys entries of the card have got in place of those they came with: what refers to an entry has to follow.
    private var renamed: [String: [String: String]] = [:]

    private struct Leftover {
        var property: String
        var letter: UInt8
        var surplus: [String: JSONValue]
        var misfits: [(key: String, value: JSONValue)]
    }

    private struct LinkSurplus {
        var index: Int
        var property: LinkProperty
        var members: [String: JSONValue]
    }

    private enum LinkProperty: String {
        case onlineServices, links

        var letter: UInt8 { UInt8(ascii: self == .onlineServices ? "s" : "l") }
    }

    private init(_ reader: JSONReader) {
        self.reader = reader
    }

    /// Reads the card that is all of a text.
    static func decode(_ reader: JSONReader) throws(JSONSyntaxError) -> Card {
        var decoder = CardDecoder(reader)
        try decoder.decode()
        // Swapped out rather than copied with all its lists.
        var card = Card()
        swap(&card, &decoder.card)
        return card
    }

    private mutating func decode() throws(JSONSyntaxError) {
        try reader.beginObject()
        while let name = try reader.nextName() { try decodeProperty(name) }
        try reader.finish()
        orderLinks()
        fileLeftovers()
        if !renamed.isEmpty, !card.extra.isEmpty { followRenamed() }
        if !card.extra.isEmpty { dropWhatHasFields() }
    }

    /// Of properties with the same name the one the card has a field for counts.
    private mutating func dropWhatHasFields() {
        let encoder = CardEncoder(card: card)
        for (name, value) in card.extra where CardEncoder.properties.contains(name) && value.objectValue == nil && encoder.hasField(name) {
            card.extra[name] = nil
        }
    }

    private mutating func decodeProperty(_ name: JSONName) throws(JSONSyntaxError) {
        switch name {
        case "name" where reader.next == .object: try decodeName()
        case "organizations" where reader.next == .object: try decodeOrganizations()
        case "titles" where reader.next == .object:
            try decodeTexts("titles", letter: UInt8(ascii: "t"), member: "name") { card, text in
                card.titles.append(text)
                return card.titles.count
            }
        case "emails" where reader.next == .object: try decodeEmails()
        case "phones" where reader.next == .object: try decodePhones()
        case "onlineServices" where reader.next == .object: try decodeLinks(.onlineServices)
        case "links" where reader.next == .object: try decodeLinks(.links)
        case "addresses" where reader.next == .object: try decodeAddresses()
        case "anniversaries" where reader.next == .object: try decodeAnniversaries()
        case "keywords" where reader.next == .object: try decodeKeywords()
        case "notes" where reader.next == .object:
            try decodeTexts("notes", letter: UInt8(ascii: "n"), member: "note") { card, text in
                card.notes.append(text)
                return card.notes.count
            }
        case "nicknames" where reader.next == .object:
            try decodeTexts("nicknames", letter: UInt8(ascii: "k"), member: "name") { card, text in
                card.nicknames.append(text)
                return card.nicknames.count
            }
        case JSContact.connectedOn:
            // Of members with the same name the last one counts, whether it is a date or not.
            let value = try reader.value()
            card.connectedOn = value.stringValue.flatMap { CalendarDate(iso: $0) }
            if card.connectedOn == nil {
                card.extra[name.text] = value
            } else if !card.extra.isEmpty {
                card.extra[name.text] = nil
            }
        case "version":
            let value = try reader.value()
            if value != .string("1.0") { card.extra["version"] = value }
        default: try reader.keep(name, in: &card.extra)
        }
    }

    private mutating func decodeName() throws(JSONSyntaxError) {
        var surplus: [String: JSONValue] = [:]
        var components: [JSONValue]?
        var hasComponents = false
        try reader.beginObject()
        while let name = try reader.nextName() {
            switch name {
            case "full" where reader.next == .string: card.name.full = try reader.string()
            case "components" where reader.next == .array:
                hasComponents = true
                components = try decodeComponents { card, kind, value in
                    switch kind {
                    case "given": Self.join(value, to: &card.name.given)
                    case "surname", "surname2": Self.join(value, to: &card.name.family)
                    case "given2": Self.join(value, to: &card.name.middle)
                    case "title": Self.join(value, to: &card.name.prefix)
                    case "generation", "credential": Self.join(value, to: &card.name.suffix)
                    default: return false
                    }
                    return true
                } isSaid: {
                    card, list in
                    card.name.components == list
                }
            default: try reader.keep(name, in: &surplus)
            }
        }
        Self.drop("full", from: &surplus, where: card.name.full != nil)
        Self.drop("components", from: &surplus, where: hasComponents)
        if let components { surplus["components"] = .array(components) }
        if !surplus.isEmpty {
            card.extra["name"] = .object(surplus)
        } else if !card.extra.isEmpty {
            // An earlier member of this name may have left something; nearly all cards have nothing to look for it in.
            card.extra["name"] = nil
        }
    }

    private mutating func decodeAddresses() throws(JSONSyntaxError) {
        try decodeEntries("addresses", letter: UInt8(ascii: "a")) { decoder, _, surplus throws(JSONSyntaxError) in
            var components: [JSONValue]?
            var hasComponents = false
            let index = decoder.card.addresses.count
            decoder.card.addresses.append(PostalAddress())
            try decoder.reader.beginObject()
            while let name = try decoder.reader.nextName() {
                switch name {
                case "full" where decoder.reader.next == .string: decoder.card.addresses[index].full = try decoder.reader.string()
                case JSContact.addressLabel where decoder.reader.next == .string:
                    decoder.card.addresses[index].label = try decoder.reader.string()
                case "components" where decoder.reader.next == .array:
                    hasComponents = true
                    components = try decoder.decodeComponents { card, kind, value in
                        switch kind {
                        case "name", "number", "block", "building", "floor", "apartment", "room":
                            Self.join(value, to: &card.addresses[index].street)
                        case "postOfficeBox": Self.join(value, to: &card.addresses[index].box)
                        case "locality": Self.join(value, to: &card.addresses[index].locality)
                        case "region": Self.join(value, to: &card.addresses[index].region)
                        case "postcode": Self.join(value, to: &card.addresses[index].postcode)
                        case "country": Self.join(value, to: &card.addresses[index].country)
                        default: return false
                        }
                        return true
                    } isSaid: {
                        card, list in
                        card.addresses[index].components == list
                    }
                default: try decoder.reader.keep(name, in: &surplus)
                }
            }
            Self.drop("full", from: &surplus, where: decoder.card.addresses[index].full != nil)
            Self.drop("\(JSContact.addressLabel)", from: &surplus, where: decoder.card.addresses[index].label != nil)
            Self.drop("components", from: &surplus, where: hasComponents)
            if let components { surplus["components"] = .array(components) }
            return index + 1
        }
    }

    private mutating func decodeOrganizations() throws(JSONSyntaxError) {
        try decodeEntries("organizations", letter: UInt8(ascii: "o")) { decoder, _, surplus throws(JSONSyntaxError) in
            var organization = Organization(nil)
            try decoder.reader.beginObject()
            while let name = try decoder.reader.nextName() {
                switch name {
                case "name" where decoder.reader.next == .string: organization.name = try decoder.reader.string()
                case "units" where decoder.reader.next == .array:
                    let start = decoder.reader
                    guard let units = try decoder.unitNames() else {
                        decoder.reader = start
                        try decoder.reader.keep(name, in: &surplus)
                        continue
                    }
                    organization.units = units
                default: try decoder.reader.keep(name, in: &surplus)
                }
            }
            Self.drop("name", from: &surplus, where: organization.name != nil)
            Self.drop("units", from: &surplus, where: !organization.units.isEmpty)
            decoder.card.organizations.append(organization)
            return decoder.card.organizations.count
        }
    }

    /// The names of an organisation's units; `nil` where one of them says more than its name.
    private mutating func unitNames() throws(JSONSyntaxError) -> [String]? {
        var names: [String] = []
        var surplus: [String: JSONValue] = [:]
        try reader.beginArray()
        while try reader.nextElement() {
            guard reader.next == .object, let name = try decodeText("name", surplus: &surplus), surplus.isEmpty else { return nil }
            names.append(name)
        }
        return names
    }

    private mutating func decodeEmails() throws(JSONSyntaxError) {
        try decodeEntries("emails", letter: UInt8(ascii: "e")) { decoder, _, surplus throws(JSONSyntaxError) in
            var label: String?
            guard let address = try decoder.decodeText("address", label: &label, surplus: &surplus) else { return nil }
            decoder.card.emails.append(EmailAddress(address, label: label))
            return decoder.card.emails.count
        }
    }

    private mutating func decodePhones() throws(JSONSyntaxError) {
        try decodeEntries("phones", letter: UInt8(ascii: "p")) { decoder, _, surplus throws(JSONSyntaxError) in
            var label: String?
            guard let number = try decoder.decodeText("number", label: &label, surplus: &surplus) else { return nil }
            decoder.card.phones.append(PhoneNumber(number, label: label))
            return decoder.card.phones.count
        }
    }

    private mutating func decodeTexts(
        _ property: String,
        letter: UInt8,
        member: StaticString,
        _ append: (inout Card, String) -> Int
    ) throws(JSONSyntaxError) {
        try decodeEntries(property, letter: letter) { decoder, _, surplus throws(JSONSyntaxError) in
            guard let text = try decoder.decodeText(member, surplus: &surplus) else { return nil }
            // What came from another property of a vCard stays apart: a role is no title.
            guard surplus["vCardName"] == nil else { return nil }
            return append(&decoder.card, text)
        }
    }

    private mutating func decodeLinks(_ property: LinkProperty) throws(JSONSyntaxError) {
        try decodeEntries(property.rawValue, letter: property.letter) { decoder, key, surplus throws(JSONSyntaxError) in
            var uri: String?
            var service: String?
            var label: String?
            try decoder.reader.beginObject()
            while let name = try decoder.reader.nextName() {
                switch name {
                case "uri" where decoder.reader.next == .string: uri = try decoder.reader.string()
                case "service" where property == .onlineServices && decoder.reader.next == .string: service = try decoder.reader.string()
                case "label" where decoder.reader.next == .string: label = try decoder.reader.string()
                default: try decoder.reader.keep(name, in: &surplus)
                }
            }
            // What came from another property of a vCard stays apart: a way to send messages is no page.
            guard let uri, property == .links || service != nil, surplus["vCardName"] == nil else { return nil }
            Self.drop("uri", from: &surplus, where: true)
            Self.drop("service", from: &surplus, where: service != nil)
            Self.drop("label", from: &surplus, where: label != nil)
            if !surplus.isEmpty {
                decoder.linkSurpluses.append(LinkSurplus(index: decoder.card.links.count, property: property, members: surplus))
                surplus = [:]
            }
            decoder.card.links.append(Link(uri, service: service, label: label))
            let position = decoder.card.links.count
            let number = Self.number(of: key.text, letter: property.letter) ?? 0
            if number != position, decoder.linkNumbers.isEmpty { decoder.linkNumbers = Array(1..<position) }
            if number != position || !decoder.linkNumbers.isEmpty { decoder.linkNumbers.append(number) }
            return position
        }
    }

    /// Puts the links into the order of their numbers where those are ours, one of each from 1; else they stay, services first.
    private mutating func orderLinks() {
        if linkNumbers.isEmpty, linkSurpluses.isEmpty { return }
        var places = Array(1..<card.links.count + 1)
        if linkNumbers.sorted() == places {
            places = linkNumbers
            renamed[LinkProperty.onlineServices.rawValue] = nil
            renamed[LinkProperty.links.rawValue] = nil
            let links = card.links
            for (link, number) in zip(links, linkNumbers) { card.links[number - 1] = link }
        }
        for surplus in linkSurpluses {
            let property = surplus.property.rawValue
            var entries = card.extra[property]?.objectValue ?? [:]
            entries[Self.key(surplus.property.letter, places[surplus.index])] = .object(surplus.members)
            card.extra[property] = .object(entries)
        }
    }

    private mutating func decodeAnniversaries() throws(JSONSyntaxError) {
        try decodeEntries("anniversaries", letter: UInt8(ascii: "a")) { decoder, _, surplus throws(JSONSyntaxError) in
            var isBirth = false
            var date: PartialDate?
            try decoder.reader.beginObject()
            while let name = try decoder.reader.nextName() {
                switch name {
                case "kind" where decoder.reader.next == .string: isBirth = try decoder.reader.string() == "birth"
                case "date" where decoder.reader.next == .object: date = try decoder.partialDate()
                default: try decoder.reader.keep(name, in: &surplus)
                }
            }
            guard isBirth, let date, decoder.card.birthday == nil else { return nil }
            Self.drop("kind", from: &surplus, where: true)
            Self.drop("date", from: &surplus, where: true)
            decoder.card.birthday = date
            return 1
        }
    }

    /// A date of the Gregorian calendar; `nil` where it is a time stamp, of another calendar or no date.
    private mutating func partialDate() throws(JSONSyntaxError) -> PartialDate? {
        var parts: [String: JSONValue] = [:]
        try reader.beginObject()
        while let name = try reader.nextName() { parts[name.text] = try reader.value() }
        if let type = parts.removeValue(forKey: "@type"), type != .string("PartialDate") { return nil }
        func take(_ name: String) -> Int? {
            guard let number = parts[name]?.integerValue else { return nil }
            parts[name] = nil
            return Int(exactly: number)
        }
        let date = PartialDate(year: take("year"), month: take("month"), day: take("day"))
        return parts.isEmpty ? date : nil
    }

    private mutating func decodeKeywords() throws(JSONSyntaxError) {
        var surplus: [String: JSONValue] = [:]
        try reader.beginObject()
        while let name = try reader.nextName() {
            let value = try reader.value()
            if value == .bool(true) { card.keywords.append(name.text) } else { surplus[name.text] = value }
        }
        for keyword in card.keywords { Self.drop(keyword, from: &surplus, where: true) }
        card.extra["keywords"] = surplus.isEmpty ? nil : .object(surplus)
    }

    /// Reads a map of entries.
    ///
    /// - Parameter decodeEntry: reads an entry's object, whose key it gets, appends it to the card, puts what has no field into its last
    ///   argument, and returns the entry's number; `nil` where it can't be an entry of the card, and is kept as it is.
    private mutating func decodeEntries(
        _ property: String,
        letter: UInt8,
        _ decodeEntry: (inout CardDecoder, JSONName, inout [String: JSONValue]) throws(JSONSyntaxError) -> Int?
    ) throws(JSONSyntaxError) {
        var surplus: [String: JSONValue] = [:]
        var misfits: [(key: String, value: JSONValue)] = []
        try reader.beginObject()
        while let key = try reader.nextName() {
            let start = reader
            if reader.next == .object {
                var members: [String: JSONValue] = [:]
                if let number = try decodeEntry(&self, key, &members) {
                    if Self.number(of: key.text, letter: letter) != number {
                        renamed[property, default: [:]][key.text] = Self.key(letter, number)
                    }
                    if !members.isEmpty { surplus[Self.key(letter, number)] = .object(members) }
                    continue
                }
            }
            reader = start
            misfits.append((key.text, try reader.value()))
        }
        // Of properties with the same name one that is no map gives way.
        if !card.extra.isEmpty, card.extra[property]?.objectValue == nil { card.extra[property] = nil }
        if surplus.isEmpty, misfits.isEmpty { return }
        leftovers.append(Leftover(property: property, letter: letter, surplus: surplus, misfits: misfits))
    }

    /// Files what maps of entries left over, under keys that no entry of the card is going to be written under.
    private mutating func fileLeftovers() {
        for leftover in leftovers {
            var entries = card.extra[leftover.property]?.objectValue ?? [:]
            entries.merge(leftover.surplus) { _, last in last }
            for misfit in leftover.misfits {
                let isTaken = Self.number(of: misfit.key, letter: leftover.letter).map { isWritten(leftover.property, $0) } ?? false
                entries[isTaken ? "_" + misfit.key : misfit.key] = misfit.value
            }
            card.extra[leftover.property] = .object(entries)
        }
    }

    /// Lets patches (RFC 9553 §2.7.1) and a title's organisation (§2.2.5) name entries by the keys they have now.
    private mutating func followRenamed() {
        if let languages = card.extra["localizations"]?.objectValue {
            card.extra["localizations"] = .object(
                languages.mapValues { value in
                    guard let patches = value.objectValue else { return value }
                    return .object(Dictionary(patches.map { (followed($0.key), $0.value) }) { first, _ in first })
                })
        }
        guard let organizations = renamed["organizations"], let titles = card.extra["titles"]?.objectValue else { return }
        card.extra["titles"] = .object(
            titles.mapValues { value in
                guard var members = value.objectValue, let key = members["organizationId"]?.stringValue.flatMap({ organizations[$0] })
                else {
                    return value
                }
                members["organizationId"] = .string(key)
                return .object(members)
            })
    }

    /// The path of a patch with the key its entry has now.
    private func followed(_ path: String) -> String {
        var steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count > 1 else { return path }
        let key = steps[1].replacing("~1", with: "/").replacing("~0", with: "~")
        guard let new = renamed[steps[0]]?[key] else { return path }
        steps[1] = new
        return steps.joined(separator: "/")
    }

    /// Whether the card has an entry of a property with such a number, from 1.
    private func isWritten(_ property: String, _ number: Int) -> Bool {
        switch property {
        case "organizations": number <= card.organizations.count
        case "titles": number <= card.titles.count
        case "emails": number <= card.emails.count
        case "phones": number <= card.phones.count
        case "addresses": number <= card.addresses.count
        case "notes": number <= card.notes.count
        case "nicknames": number <= card.nicknames.count
        case "anniversaries": number <= (card.birthday == nil ? 0 : 1)
        default:
            // Services and other links share their numbers.
            number <= card.links.count && (card.links[number - 1].service != nil) == (property == LinkProperty.onlineServices.rawValue)
        }
    }

    /// Drops a member that no field was found for, where another of the same name was one: names are meant to be unique in an object
    /// (RFC 8259 §4), and written both would not be.
    private static func drop(_ name: @autoclosure () -> String, from surplus: inout [String: JSONValue], where hasField: Bool) {
        if hasField, !surplus.isEmpty { surplus[name()] = nil }
    }

    /// Reads an array of name or address components.
    ///
    /// - Parameters:
    ///   - place: puts a value into the card; `false` where it has no field for the kind.
    ///   - isSaid: whether the card's fields say just these, in this order.
    /// - Returns: the whole array where the fields don't say all of it.
    private mutating func decodeComponents(
        place: (inout Card, JSONName, String) -> Bool,
        isSaid: (Card, [CardComponent]) -> Bool
    ) throws(JSONSyntaxError) -> [JSONValue]? {
        let start = reader
        var isPlain = true
        var last = -1
        try reader.beginArray()
        while try reader.nextElement() {
            let element = reader
            if reader.next == .object, let order = try decodeComponent(place: place) {
                if order <= last { isPlain = false }
                last = order
                continue
            }
            reader = element
            _ = try reader.value()
            isPlain = false
        }
        if isPlain { return nil }
        let end = reader
        reader = start
        let list = try reader.value().arrayValue ?? []
        reader = end
        let components = list.compactMap(CardComponent.init)
        return components.count == list.count && list == components.map(\.json) && isSaid(card, components) ? nil : list
    }

    /// Reads a component into the card; its place in the order the encoder writes, `nil` where it isn't written like that.
    private mutating func decodeComponent(place: (inout Card, JSONName, String) -> Bool) throws(JSONSyntaxError) -> Int? {
        var kind: JSONName?
        var value: String?
        var hasMore = false
        try reader.beginObject()
        while let name = try reader.nextName() {
            switch name {
            case "kind" where reader.next == .string: kind = try reader.name()
            case "value" where reader.next == .string: value = try reader.string()
            default:
                let other = try reader.value()
                if case "@type" = name, other.stringValue != nil { continue }
                hasMore = true
            }
        }
        guard let kind, let value, place(&card, kind, value), !hasMore else { return nil }
        return switch kind {
        case "title", "postOfficeBox": 0
        case "given", "name": 1
        case "given2", "locality": 2
        case "surname", "region": 3
        case "postcode": 4
        case "generation" where PersonName.isGeneration(value): 5
        case "credential" where !PersonName.isGeneration(value): 5
        case "country": 5
        default: nil
        }
    }

    /// Reads an object's one text and its label, and all else as surplus; `nil` where it hasn't that text.
    private mutating func decodeText(
        _ member: StaticString,
        label: inout String?,
        surplus: inout [String: JSONValue]
    ) throws(JSONSyntaxError) -> String? {
        var text: String?
        try reader.beginObject()
        while let name = try reader.nextName() {
            switch name {
            case member where reader.next == .string: text = try reader.string()
            case "label" where reader.next == .string: label = try reader.string()
            default: try reader.keep(name, in: &surplus)
            }
        }
        Self.drop("\(member)", from: &surplus, where: text != nil)
        Self.drop("label", from: &surplus, where: label != nil)
        return text
    }

    /// Reads an object's one text, and all else as surplus; `nil` where it hasn't that text.
    private mutating func decodeText(_ member: StaticString, surplus: inout [String: JSONValue]) throws(JSONSyntaxError) -> String? {
        var label: String?
        let text = try decodeText(member, label: &label, surplus: &surplus)
        if let label { surplus["label"] = .string(label) }
        return text
    }

    private static func join(_ value: String, to part: inout String?) {
        if let before = part { part = before + " " + value } else { part = value }
    }

    private static func key(_ letter: UInt8, _ number: Int) -> String {
        String(Unicode.Scalar(letter)) + String(number)
    }

    /// The number in a key such as `e12`, as the encoder makes them; `nil` for other keys.
    private static func number(of key: String, letter: UInt8) -> Int? {
        guard key.utf8.first == letter, let first = key.utf8.dropFirst().first, first != UInt8(ascii: "0") else { return nil }
        var number = 0
        for byte in key.utf8.dropFirst() {
            guard byte >= 48, byte <= 57, number < 1_000_000_000 else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }
}

extension JSONReader {
    /// Reads the value of the member a name was just read of as one that has no field. A type only says what the place says already.
    fileprivate mutating func keep(_ name: JSONName, in surplus: inout [String: JSONValue]) throws(JSONSyntaxError) {
        let value = try value()
        if case "@type" = name, value.stringValue != nil { return }
        surplus[name.text] = value
    }
}
