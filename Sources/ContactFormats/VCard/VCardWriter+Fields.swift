import ContactModel

/// What a card has fields for.
extension VCardWriter {
    /// What Holdfast's own cards name as their maker.
    static let product = "-//Holdfast//Holdfast//EN"

    mutating func writeIdentity(of card: Card) {
        text("PRODID", card.extra["prodId"]?.stringValue ?? Self.product)
        if let uid = card.extra["uid"]?.stringValue {
            if Self.isURI(uid) { lines.line("UID", uri: uid) } else { text(version == .v4 ? "UID;VALUE=text" : "UID", uid) }
        }
    }

    /// The members of a name that `N` says.
    private static let saidByName: Set<String> = ["components", "sortAs", VCardInterpreter.partsOfName]

    mutating func writeName(of card: Card) {
        let name = card.name
        let surplus = card.nameSurplus
        let spoken = translations.entries["name"] ?? []
        let isInOnePiece = name.components.isEmpty
        // `N` only repeats a name in one piece: what is said of it is said of `FN`.
        var parameters = isInOnePiece ? [:] : surplus
        let formatted = isInOnePiece ? surplus : surplus[VCardInterpreter.formattedName]?.objectValue ?? [:]
        if !spoken.isEmpty { lastAlternative += 1 }
        if spoken.contains(where: { $0.members["components"] != nil }) {
            parameters = alternative(of: parameters, in: nil)
        }
        var head = self.head("N", parameters)
        if let sortAs = surplus["sortAs"]?.objectValue, version == .v4 {
            var words = ["surname", "given", "given2", "title", "credential"].map { sortAs[$0]?.stringValue ?? "" }
            while words.last == "" { words.removeLast() }
            let isWhole = sortAs.allSatisfy { words.contains($0.value.stringValue ?? "\n") } && !words.contains { $0.contains(",") }
            if isWhole {
                head.text += ";SORT-AS=" + ContentLineWriter.parameterValue(words.joined(separator: ","))
            } else {
                carry(.object(sortAs), at: ["name", "sortAs"], as: "sorting of names")
            }
        } else if let sortAs = surplus["sortAs"] {
            carry(sortAs, at: ["name", "sortAs"], as: "sorting of names")
        }
        var known = Self.saidByName
        if let (structure, order) = ordered(name, surplus) {
            lines.line(head.text + ";JSCOMPS=" + ContentLineWriter.quotedParameterValue(order.text), structure: structure, isOld: false)
            known.formUnion(["isOrdered", "defaultSeparator"])
        } else if isInOnePiece {
            let isSaid = writeDerivedName(name, surplus[VCardInterpreter.partsOfName]?.stringValue, head.text)
            if !isSaid { known.remove(VCardInterpreter.partsOfName) }
        } else {
            writeComponents(of: name, surplus, head.text)
        }
        writeLabel(head)
        carryRest(surplus, at: ["name"], except: known)
        let isAlone = formatted[VCardInterpreter.isAlone] == .bool(true)
        let altID = spoken.isEmpty || isAlone ? "" : ";ALTID=\(lastAlternative)"
        writeFormattedName(of: card, altID, formatted)
        for (language, members) in spoken {
            var translated = name
            if let components = members["components"]?.arrayValue {
                translated = PersonName(components: components.compactMap(CardComponent.init))
                let own = self.head("N", alternative(of: surplus, in: language))
                let parts = [translated.family, translated.given, translated.middle, translated.prefix, translated.suffix]
                texts(own.text, parts, separator: UInt8(ascii: ";"))
            }
            if isAlone { continue }
            translated.full = members["full"]?.stringValue
            text("FN\(altID);LANGUAGE=" + ContentLineWriter.parameterValue(language), translated.display)
        }
    }

    /// Writes `N` for a name in one piece: as the card came with it; else none in 4.0, which wants none (RFC 6350 §6.2.2), and the whole as
    /// one part in older versions, which do.
    ///
    /// - Returns: `false` where this version has no place for what the card came with.
    private mutating func writeDerivedName(_ name: PersonName, _ parts: String?, _ head: String) -> Bool {
        let isEmpty = parts?.utf8.allSatisfy { $0 == UInt8(ascii: ";") } == true
        if let parts, isEmpty || version == .v4 {
            lines.line(head + (isEmpty ? "" : ";DERIVED=TRUE"), raw: parts)
        } else if version != .v4 {
            texts(head + (name.full == nil ? "" : ";DERIVED=TRUE"), [nil, name.full, nil, nil, nil], separator: UInt8(ascii: ";"))
        }
        return parts == nil || isEmpty || version == .v4
    }

    /// A name with the order that is told of it, where 4.0 can say it so that it is read back the same.
    private func ordered(_ name: PersonName, _ surplus: [String: JSONValue]) -> (structure: [[String]], order: ComponentOrder)? {
        guard version == .v4, surplus["isOrdered"] == .bool(true), surplus[VCardInterpreter.rawValue] == nil else { return nil }
        let list = surplus["components"]?.arrayValue ?? name.components.map(\.json)
        let own = list.compactMap(CardComponent.init)
        guard PersonName(components: own).components == name.components else { return nil }
        let structure = VCardComponents.nameStructure(own, isDetailed: true)
        let order = ComponentOrder(of: list, in: structure, defaultSeparator: surplus["defaultSeparator"]?.stringValue) {
            VCardComponents.namePlace(of: $0, in: structure)
        }
        guard let order, Self.isReadBack(order, surplus), order.components(of: structure, VCardComponents.nameComponent) == list else {
            return nil
        }
        return (structure, order)
    }

    /// An address with the order that is told of it, where 4.0 can say it so that it is read back the same.
    private func ordered(_ address: PostalAddress, _ surplus: [String: JSONValue]) -> (structure: [[String]], order: ComponentOrder)? {
        guard version == .v4, surplus["isOrdered"] == .bool(true), surplus[VCardInterpreter.rawValue] == nil else { return nil }
        let list = surplus["components"]?.arrayValue ?? address.components.map(\.json)
        let own = list.compactMap(CardComponent.init)
        guard PostalAddress(components: own).components == address.components else { return nil }
        let structure = VCardComponents.addressStructure(own, isDetailed: true)
        let order = ComponentOrder(of: list, in: structure, defaultSeparator: surplus["defaultSeparator"]?.stringValue) {
            VCardComponents.addressPlace(of: $0, in: structure)
        }
        guard let order, Self.isReadBack(order, surplus), order.components(of: structure, VCardComponents.addressComponent) == list else {
            return nil
        }
        return (structure, order)
    }

    /// Whether an order is read back from its text, and all that was said of it is in it.
    private static func isReadBack(_ order: ComponentOrder, _ surplus: [String: JSONValue]) -> Bool {
        ComponentOrder(order.text) == order && (surplus["defaultSeparator"] == nil || order.defaultSeparator != nil)
    }

    private mutating func writeComponents(of name: PersonName, _ surplus: [String: JSONValue], _ head: String) {
        // A name of the five usual parts says itself, and is read back so.
        if surplus["components"] == nil, surplus[VCardInterpreter.rawValue] == nil {
            return texts(head, [name.family, name.given, name.middle, name.prefix, name.suffix], separator: UInt8(ascii: ";"))
        }
        let list = surplus["components"]?.arrayValue ?? []
        let own = list.compactMap(CardComponent.init)
        let isSame = !own.isEmpty && PersonName(components: own).components == name.components
        let components = isSame ? own : name.components
        var structure = VCardComponents.nameStructure(components, isDetailed: version == .v4)
        if let raw = surplus[VCardInterpreter.rawValue]?.stringValue {
            let parts = VCardText.structure(raw, hasLists: true)
            if PersonName(components: VCardComponents.name(parts)).components == name.components {
                let isHeld = version == .v4 || version == .v3 && parts.dropFirst(5).allSatisfy(\.isEmpty)
                if isHeld { structure = parts } else { carry(.string(raw), at: ["name", VCardInterpreter.rawValue], as: nil) }
            }
        }
        let length = version == .v4 && structure.dropFirst(5).contains { !$0.isEmpty } ? 7 : 5
        structure += Array(repeating: [], count: max(0, length - structure.count))
        lines.line(head, structure: Array(structure.prefix(length)), isOld: version == .v21)
        let read = VCardComponents.name(
            version == .v21 ? structure.prefix(5).map { $0.isEmpty ? [] : [$0.joined(separator: " ")] } : Array(structure.prefix(length)))
        let expected = isSame ? list : name.components.map(\.json)
        if read.map(\.json) != expected {
            let loss = version == .v4 ? nil : "parts of names (second surnames, generations)"
            carry(.array(expected), at: ["name", "components"], as: loss)
        }
    }

    /// - Parameter surplus: what is said beyond it.
    private mutating func writeFormattedName(of card: Card, _ altID: String, _ surplus: [String: JSONValue]) {
        func write(_ text: String) {
            let head = self.head("FN" + altID, surplus)
            self.text(head.text, text)
            writeLabel(head)
        }
        func isVisible(_ text: String) -> Bool {
            text.utf8.contains { $0 > 0x20 && $0 < 0x7F } || text.unicodeScalars.contains { $0.value > 0xA0 }
        }
        let display = surplus["full"]?.stringValue ?? card.name.display
        if isVisible(display) { return write(display) }
        let others = [card.organizations.first?.name, card.nicknames.first, card.titles.first, card.notes.first]
        let other = others.lazy.compactMap { $0 }.first(where: isVisible)
        // Anything that is said of somebody tells people more than the id.
        if let stead = VCardInterpreter.nameStead(of: card), isVisible(stead), other == nil || card.isReachable {
            return write(stead)
        }
        text("FN;DERIVED=TRUE", other ?? "?")
    }

    mutating func writeFields(of card: Card) {
        writeNicknames(of: card)
        for (index, organization) in card.organizations.enumerated() {
            let surplus = card.surplus(.organizations, at: index)
            let sortAs = version == .v4 ? surplus["sortAs"]?.stringValue : nil
            inAllLanguages("organizations/o\(index + 1)", surplus) { writer, members, surplus in
                var head = writer.head("ORG", surplus)
                if let sortAs { head.text += ";SORT-AS=" + ContentLineWriter.parameterValue(sortAs) }
                if let raw = surplus[VCardInterpreter.rawValue]?.stringValue {
                    writer.raw(head.text, raw)
                } else {
                    let units = members["units"].map(CardTranslations.units) ?? organization.units
                    let texts = [members["name"]?.stringValue ?? organization.name] + units.map { $0 }
                    writer.texts(head.text, texts, separator: UInt8(ascii: ";"))
                }
                writer.writeLabel(head)
            }
            carryRest(surplus, at: ["organizations", "o\(index + 1)"], except: sortAs == nil ? [] : ["sortAs"])
        }
        for (index, title) in card.titles.enumerated() {
            let surplus = card.surplus(.titles, at: index)
            let isRole = surplus["kind"] == .string("role")
            inAllLanguages("titles/t\(index + 1)", surplus) { writer, members, surplus in
                let head = writer.head(isRole ? "ROLE" : "TITLE", surplus)
                writer.text(head.text, members["name"]?.stringValue ?? title)
                writer.writeLabel(head)
            }
            if !isRole { carryRest(surplus, at: ["titles", "t\(index + 1)"]) }
        }
        for (index, email) in card.emails.enumerated() {
            let surplus = card.surplus(.emails, at: index)
            let head = self.head("EMAIL", label: email.label, surplus, types: version == .v4 ? [] : ["internet"])
            text(head.text, email.address)
            writeLabel(head)
            carryRest(surplus, at: ["emails", "e\(index + 1)"])
        }
        for (index, phone) in card.phones.enumerated() { write(phone, card.surplus(.phones, at: index), index) }
        for (index, link) in card.links.enumerated() { write(link, card.surplus(.of(link), at: index), index) }
        for (index, address) in card.addresses.enumerated() { write(address, card.surplus(.addresses, at: index), index) }
        if let birthday = card.birthday { write(birthday, card.surplus(.anniversaries, at: 0)) }
        writeKeywords(of: card)
        for (index, note) in card.notes.enumerated() { write(note, card.surplus(.notes, at: index), index) }
        if let day = card.connectedOn { text("X-HOLDFAST-CONNECTED-ON", day.description) }
    }

    /// Writes tags in their order, those of a line that says more than them in such a line, as far as they are together as they were.
    private mutating func writeKeywords(of card: Card) {
        var rest = card.keywords[...]
        for line in card.extra[VCardInterpreter.keywordLines]?.arrayValue ?? [] {
            guard let value = line.arrayValue?.last?.stringValue,
                case let keywords = VCardText.texts(value, separator: UInt8(ascii: ",")).compactMap({ $0 }), let first = keywords.first,
                let place = rest.firstIndex(of: first), rest[place...].starts(with: keywords)
            else { continue }
            let before = rest[..<place]
            if !before.isEmpty { texts("CATEGORIES", Array(before), separator: UInt8(ascii: ",")) }
            guard writeJCard(line) else { continue }
            rest = rest[(place + keywords.count)...]
        }
        if !rest.isEmpty { texts("CATEGORIES", Array(rest), separator: UInt8(ascii: ",")) }
    }

    private mutating func writeNicknames(of card: Card) {
        guard !card.nicknames.isEmpty else { return }
        var index = 0
        while index < card.nicknames.count {
            let surplus = card.surplus(.nicknames, at: index)
            var end = index + 1
            while end < card.nicknames.count, card.surplus(.nicknames, at: end) == surplus { end += 1 }
            let head = self.head("NICKNAME", surplus)
            texts(head.text, Array(card.nicknames[index..<end]), separator: UInt8(ascii: ","))
            writeLabel(head)
            for place in index..<end { carryRest(surplus, at: ["nicknames", "k\(place + 1)"]) }
            index = end
        }
    }

    private mutating func write(_ phone: PhoneNumber, _ surplus: [String: JSONValue], _ index: Int) {
        let isUnsaid =
            phone.label == nil && surplus["features"] == nil && surplus["contexts"] == nil && surplus["vCardParams"]?["type"] == nil
        var head = self.head("TEL", label: phone.label, surplus, types: isUnsaid ? ["voice"] : [])
        if version == .v4, surplus[VCardInterpreter.rawValue] == .string("uri"), let uri = TelephoneURI.uri(of: phone.number) {
            head.text += ";VALUE=uri"
            lines.line(head.text, uri: uri)
        } else if version != .v21, surplus["vCardParams"]?["value"]?.stringValue?.lowercased() == "uri", Self.isURI(phone.number) {
            // Its semicolons part the address's own parameters, and nothing in it is escaped (RFC 3966).
            lines.line(head.text, uri: phone.number)
        } else {
            text(head.text, phone.number)
        }
        writeLabel(head)
        carryRest(surplus, at: ["phones", "p\(index + 1)"])
    }

    /// Whether a text can only be an address with a scheme.
    private static func isURI(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: ":")) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }

    private mutating func write(_ link: Link, _ surplus: [String: JSONValue], _ index: Int) {
        guard let service = link.service else {
            let isContact = surplus["kind"] == .string("contact")
            let head = self.head(isContact ? "CONTACT-URI" : "URL", label: link.label, surplus)
            writeURI(head.text, link.uri)
            writeLabel(head)
            return isContact ? () : carryRest(surplus, at: ["links", "l\(index + 1)"])
        }
        let user = surplus["user"]?.stringValue
        if version == .v4 {
            var name = "SOCIALPROFILE;SERVICE-TYPE=" + ContentLineWriter.parameterValue(service)
            if let user { name += ";USERNAME=" + ContentLineWriter.parameterValue(user) }
            let head = self.head(name, label: link.label, surplus)
            writeURI(head.text, link.uri)
            writeLabel(head)
        } else {
            let isKnown = ProfileService.name(service.lowercased()) == service
            var name = "X-SOCIALPROFILE;TYPE=" + ContentLineWriter.parameterValue(isKnown ? service.lowercased() : service)
            if let user { name += ";X-USER=" + ContentLineWriter.parameterValue(user) }
            let head = self.head(name, label: link.label, surplus)
            writeURI(head.text, link.uri)
            writeLabel(head)
            writeURI("URL", link.uri)
        }
        carryRest(surplus, at: ["onlineServices", "s\(index + 1)"], except: ["user"])
    }

    /// Writes an address of the web; what has no scheme is a text, so that it comes back as it is.
    mutating func writeURI(_ head: String, _ uri: String) {
        if uri.utf8.contains(UInt8(ascii: ":")) { lines.line(head, uri: uri) } else { text(head, uri) }
    }

    private mutating func write(_ address: PostalAddress, _ surplus: [String: JSONValue], _ index: Int) {
        guard !address.isEmpty else { return }
        let code = version == .v4 ? nil : surplus["countryCode"]?.stringValue
        var surplus = surplus
        let isTranslated = translations.entries["addresses/a\(index + 1)"] != nil
        if isTranslated {
            lastAlternative += 1
            surplus = alternative(of: surplus, in: nil)
        }
        var head = self.head("ADR", label: address.label, surplus, needsGroup: code != nil)
        var known: Set<String> = ["components"]
        if version == .v4 {
            for (member, parameter) in [("countryCode", "CC"), ("coordinates", "GEO"), ("timeZone", "TZ")] {
                guard let value = surplus[member]?.stringValue else { continue }
                head.text += ";" + parameter + "=" + ContentLineWriter.parameterValue(value)
                known.insert(member)
            }
        } else if let code, let group = head.group {
            known.insert("countryCode")
            text(group + ".X-ABADR", code)
        }
        let hasParts = !address.components.isEmpty
        if let full = address.full, version == .v4 { head.text += ";LABEL=" + ContentLineWriter.parameterValue(full) }
        if let (structure, order) = ordered(address, surplus) {
            lines.line(head.text + ";JSCOMPS=" + ContentLineWriter.quotedParameterValue(order.text), structure: structure, isOld: false)
            known.formUnion(["isOrdered", "defaultSeparator"])
        } else if hasParts {
            writeParts(of: address, surplus, head.text, index)
        } else {
            // An address known only in one piece goes where readers show all its lines; its label tells that this is all of it.
            texts(head.text, [nil, nil, address.full, nil, nil, nil, nil], separator: UInt8(ascii: ";"))
        }
        if let full = address.full, version != .v4 {
            var types = Self.names(surplus["contexts"]).map(VCardKinds.type(ofContext:))
            if types.isEmpty, let label = address.label, let meaning = VCardKinds.meaning(of: label) {
                types = meaning.contexts.map(VCardKinds.type(ofContext:))
            }
            let others = surplus["vCardParams"]?["type"]
            let name = self.head("LABEL", others.map { ["vCardParams": .object(["type": $0])] } ?? [:], types: types)
            text(name.text, full)
        }
        writeLabel(head)
        if isTranslated { writeTranslations(of: address, surplus, index) }
        carryRest(surplus, at: ["addresses", "a\(index + 1)"], except: known)
    }

    private mutating func writeTranslations(of address: PostalAddress, _ surplus: [String: JSONValue], _ index: Int) {
        for (language, members) in translations.entries["addresses/a\(index + 1)"] ?? [] {
            var translated = PostalAddress(components: (members["components"]?.arrayValue ?? []).compactMap(CardComponent.init))
            translated.full = members["full"]?.stringValue ?? address.full
            var head = self.head("ADR", label: address.label, alternative(of: surplus, in: language))
            if let full = translated.full { head.text += ";LABEL=" + ContentLineWriter.parameterValue(full) }
            let parts = [
                translated.box, nil, translated.street, translated.locality, translated.region, translated.postcode, translated.country,
            ]
            texts(head.text, parts, separator: UInt8(ascii: ";"))
        }
    }

    private mutating func writeParts(of address: PostalAddress, _ surplus: [String: JSONValue], _ head: String, _ index: Int) {
        // An address of the usual parts says itself, and is read back so.
        if surplus["components"] == nil, surplus[VCardInterpreter.rawValue] == nil {
            let parts = [address.box, nil, address.street, address.locality, address.region, address.postcode, address.country]
            return texts(head, parts, separator: UInt8(ascii: ";"))
        }
        let list = surplus["components"]?.arrayValue ?? []
        let own = list.compactMap(CardComponent.init)
        let isSame = !own.isEmpty && PostalAddress(components: own).components == address.components
        var structure = VCardComponents.addressStructure(isSame ? own : address.components, isDetailed: version == .v4)
        if let raw = surplus[VCardInterpreter.rawValue]?.stringValue {
            let parts = VCardText.structure(raw, hasLists: true)
            if PostalAddress(components: VCardComponents.address(parts)).components == address.components {
                if version == .v4 || parts.dropFirst(7).allSatisfy(\.isEmpty) {
                    structure = parts
                } else {
                    carry(.string(raw), at: ["addresses", "a\(index + 1)", VCardInterpreter.rawValue], as: nil)
                }
            }
        }
        let length = structure.dropFirst(7).contains { !$0.isEmpty } ? 18 : 7
        structure += Array(repeating: [], count: max(0, length - structure.count))
        lines.line(head, structure: Array(structure.prefix(length)), isOld: version == .v21)
        let old = structure.prefix(7).map { $0.isEmpty ? [] : [$0.joined(separator: ", ")] }
        let read = VCardComponents.address(version == .v21 ? old : structure)
        let expected = isSame ? list : address.components.map(\.json)
        if read.map(\.json) != expected {
            let path = ["addresses", "a\(index + 1)", "components"]
            carry(.array(expected), at: path, as: version == .v4 ? nil : "parts of addresses (house numbers, floors)")
        }
    }

    private mutating func write(_ note: String, _ surplus: [String: JSONValue], _ index: Int) {
        var details = ""
        var known: Set<String> = []
        if version == .v4 {
            if let created = surplus["created"]?.stringValue, let stamp = Self.basicStamp(created) {
                details += ";CREATED=" + stamp
                known.insert("created")
            }
            if let author = surplus["author"]?.objectValue, Set(author.keys).isSubset(of: ["name", "uri"]) {
                if let name = author["name"]?.stringValue { details += ";AUTHOR-NAME=" + ContentLineWriter.parameterValue(name) }
                if let uri = author["uri"]?.stringValue { details += ";AUTHOR=" + ContentLineWriter.parameterValue(uri) }
                known.insert("author")
            }
        }
        inAllLanguages("notes/n\(index + 1)", surplus) { writer, members, surplus in
            let head = writer.head("NOTE", surplus)
            writer.text(head.text + details, members["note"]?.stringValue ?? note)
            writer.writeLabel(head)
        }
        carryRest(surplus, at: ["notes", "n\(index + 1)"], except: known)
    }

    private mutating func write(_ birthday: PartialDate, _ surplus: [String: JSONValue]) {
        let head = self.head("BDAY", surplus)
        if !writeDate(head.text, birthday, raw: surplus[VCardInterpreter.rawValue]?.stringValue) {
            carry(
                .object(["kind": .string("birth"), "date": birthday.json]), at: ["anniversaries", "a1"],
                as: "birthdays without a day")
        }
        let isPlaced = writePlace("BIRTHPLACE", surplus["place"])
        carryRest(surplus, at: ["anniversaries", "a1"], except: isPlaced ? ["place"] : [])
    }

    /// Writes where somebody was born or died (RFC 6474); `false` where the property can't say it.
    mutating func writePlace(_ property: String, _ place: JSONValue?) -> Bool {
        guard let members = place?.objectValue, members.count == 1 else { return false }
        if let full = members["full"]?.stringValue, VCardText.trimmed(full) == full, !full.hasPrefix("geo:") {
            text(property, full)
        } else if let coordinates = members["coordinates"]?.stringValue, coordinates.hasPrefix("geo:"), VCardKinds.isURI(coordinates) {
            writeURI(property + ";VALUE=uri", coordinates)
        } else {
            return false
        }
        return true
    }

    /// Writes a date in the version's way; `false` where it has none for it.
    mutating func writeDate(_ head: String, _ date: PartialDate, raw: String?) -> Bool {
        if let raw, VCardDate.partialDate(raw)?.date == date {
            text(head, raw)
            return true
        }
        switch (version, date.year, date.month, date.day) {
        case (.v4, _?, _?, nil): text(head, date.description)
        case (.v4, nil, _, _): text(head, "--" + date.description.dropFirst(2).filter { $0 != "-" })
        case (.v4, _, _, _): text(head, date.description.filter { $0 != "-" })
        case (_, _?, _?, _?): text(head, date.description)
        // Apple's way to leave the year out: a leap year long past, named in a parameter.
        case (_, nil, _?, _?): text(head + ";X-APPLE-OMIT-YEAR=1604", "1604" + date.description.dropFirst(1))
        default: return false
        }
        return true
    }

    /// A time stamp without dashes and colons (RFC 6350 §4.3.5); `nil` for a text that is none.
    static func basicStamp(_ stamp: String) -> String? {
        guard let canonical = VCardDate.timestamp(stamp) else { return nil }
        return String(decoding: canonical.utf8.lazy.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }
}

extension Card {
    /// Whether there is an address, a number or a link of somebody, by which people know who is meant.
    fileprivate var isReachable: Bool { !emails.isEmpty || !phones.isEmpty || !links.isEmpty }
}
