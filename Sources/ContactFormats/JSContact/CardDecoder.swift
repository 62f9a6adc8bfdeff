import ContactModel

/// Reads one card out of JSContact, straight from the text: a tree is made only of what has no field.
struct CardDecoder {
    var card = Card()
    var reader: JSONReader
    /// The order of the card's links, which shows only at the end.
    var linkOrder = LinkOrder()

    /// What maps of entries say beyond the card's fields, to be filed once it is known which keys the entries of the card take.
    var leftovers: [Leftover] = []

    /// The keys entries of the card have got in place of those they came with: what refers to an entry has to follow.
    var renamed: [String: [String: String]] = [:]

    /// What a map of entries says beyond the card's fields.
    struct Leftover {
        var property: String
        var letter: UInt8
        /// What entries of the card say beyond their fields, by the keys they get.
        var surplus: [String: JSONValue]
        /// Entries that can't be ones of the card, under the keys they came with.
        var misfits: [(key: String, value: JSONValue)]
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

    // MARK: Maps of entries

    /// Reads a map of entries.
    ///
    /// - Parameter decodeEntry: reads an entry's object, whose key it gets, appends it to the card, puts what has no field into its last
    ///   argument, and returns the entry's number; `nil` where it can't be an entry of the card, and is kept as it is.
    mutating func decodeEntries(
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

    /// Reads an object's one text and its label, and all else as surplus; `nil` where it hasn't that text.
    mutating func decodeText(
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
    mutating func decodeText(_ member: StaticString, surplus: inout [String: JSONValue]) throws(JSONSyntaxError) -> String? {
        var label: String?
        let text = try decodeText(member, label: &label, surplus: &surplus)
        if let label { surplus["label"] = .string(label) }
        return text
    }

    /// Drops a member that no field was found for, where another of the same name was one: names are meant to be unique in an object
    /// (RFC 8259 §4), and written both would not be.
    static func drop(_ name: @autoclosure () -> String, from surplus: inout [String: JSONValue], where hasField: Bool) {
        if hasField, !surplus.isEmpty { surplus[name()] = nil }
    }
}

extension JSONReader {
    /// Reads the value of the member a name was just read of as one that has no field. A type only says what the place says already.
    mutating func keep(_ name: JSONName, in surplus: inout [String: JSONValue]) throws(JSONSyntaxError) {
        let value = try value()
        if case "@type" = name, value.stringValue != nil { return }
        surplus[name.text] = value
    }
}
