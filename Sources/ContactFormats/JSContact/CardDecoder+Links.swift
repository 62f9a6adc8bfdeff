import ContactModel

/// Links, which JSContact has in two maps, and a card in one list (RFC 9553 §2.3.2 and 2.6.3).
extension CardDecoder {
    /// Which place the card's links take, and what is said of them beyond their fields.
    struct LinkOrder {
        /// What is said of a link beyond its fields.
        struct Surplus {
            var index: Int
            var property: LinkProperty
            var members: [String: JSONValue]
        }

        /// The numbers in the keys of the links, 0 where a key has none; empty as long as they simply count from 1.
        var numbers: [Int] = []
        /// To be filed once the order is known.
        var surpluses: [Surplus] = []
    }

    /// The two maps.
    enum LinkProperty: String {
        case onlineServices, links

        /// The letter keys of theirs begin with.
        var letter: UInt8 { UInt8(ascii: self == .onlineServices ? "s" : "l") }
    }

    mutating func decodeLinks(_ property: LinkProperty) throws(JSONSyntaxError) {
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
                decoder.linkOrder.surpluses.append(LinkOrder.Surplus(index: decoder.card.links.count, property: property, members: surplus))
                surplus = [:]
            }
            decoder.card.links.append(Link(uri, service: service, label: label))
            let position = decoder.card.links.count
            let number = Self.number(of: key.text, letter: property.letter) ?? 0
            if number != position, decoder.linkOrder.numbers.isEmpty { decoder.linkOrder.numbers = Array(1..<position) }
            if number != position || !decoder.linkOrder.numbers.isEmpty { decoder.linkOrder.numbers.append(number) }
            return position
        }
    }

    /// Puts the links into the order of their numbers where those are ours, one of each from 1; else they stay, services first.
    mutating func orderLinks() {
        if linkOrder.numbers.isEmpty, linkOrder.surpluses.isEmpty { return }
        var places = Array(1..<card.links.count + 1)
        if linkOrder.numbers.sorted() == places {
            places = linkOrder.numbers
            renamed[LinkProperty.onlineServices.rawValue] = nil
            renamed[LinkProperty.links.rawValue] = nil
            let links = card.links
            for (link, number) in zip(links, linkOrder.numbers) { card.links[number - 1] = link }
        }
        for surplus in linkOrder.surpluses {
            let property = surplus.property.rawValue
            var entries = card.extra[property]?.objectValue ?? [:]
            entries[Self.key(surplus.property.letter, places[surplus.index])] = .object(surplus.members)
            card.extra[property] = .object(entries)
        }
    }
}
