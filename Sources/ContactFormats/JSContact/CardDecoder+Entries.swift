import ContactModel

/// The lists of a card but for its addresses and links, its birthday and its keywords.
extension CardDecoder {
    mutating func decodeOrganizations() throws(JSONSyntaxError) {
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

    mutating func decodeEmails() throws(JSONSyntaxError) {
        try decodeEntries("emails", letter: UInt8(ascii: "e")) { decoder, _, surplus throws(JSONSyntaxError) in
            var label: String?
            guard let address = try decoder.decodeText("address", label: &label, surplus: &surplus) else { return nil }
            decoder.card.emails.append(EmailAddress(address, label: label))
            return decoder.card.emails.count
        }
    }

    mutating func decodePhones() throws(JSONSyntaxError) {
        try decodeEntries("phones", letter: UInt8(ascii: "p")) { decoder, _, surplus throws(JSONSyntaxError) in
            var label: String?
            guard let number = try decoder.decodeText("number", label: &label, surplus: &surplus) else { return nil }
            decoder.card.phones.append(PhoneNumber(number, label: label))
            return decoder.card.phones.count
        }
    }

    mutating func decodeTexts(
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

    mutating func decodeAnniversaries() throws(JSONSyntaxError) {
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

    mutating func decodeKeywords() throws(JSONSyntaxError) {
        var surplus: [String: JSONValue] = [:]
        try reader.beginObject()
        while let name = try reader.nextName() {
            let value = try reader.value()
            if value == .bool(true) { card.keywords.append(name.text) } else { surplus[name.text] = value }
        }
        for keyword in card.keywords { Self.drop(keyword, from: &surplus, where: true) }
        card.extra["keywords"] = surplus.isEmpty ? nil : .object(surplus)
    }
}
