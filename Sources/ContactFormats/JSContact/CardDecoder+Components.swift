import ContactModel

/// Names and addresses, which have components (RFC 9553 §2.2.1 and 2.5.1).
extension CardDecoder {
    mutating func decodeName() throws(JSONSyntaxError) {
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

    mutating func decodeAddresses() throws(JSONSyntaxError) {
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

    private static func join(_ value: String, to part: inout String?) {
        if let before = part { part = before + " " + value } else { part = value }
    }
}
