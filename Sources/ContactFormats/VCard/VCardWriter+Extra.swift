import ContactModel

/// What a card has no field for: JSContact's other properties, what vCards brought along, and what only `JSPROP` can carry.
extension VCardWriter {
    /// Whether a property is written elsewhere, or said by the format itself.
    private static func isSaidElsewhere(_ name: String) -> Bool {
        name == "uid" || name == "prodId" || name == "name" || name == "@type" || name == "version" || name == VCardInterpreter.keywordLines
    }

    mutating func writeExtra(of card: Card) {
        for (name, value) in card.extraOfWhole.sorted(by: { $0.key < $1.key }) where !Self.isSaidElsewhere(name) {
            switch (name, value) {
            case ("kind", .string(let kind)): text(version == .v4 ? "KIND" : kind == "group" ? "X-ADDRESSBOOKSERVER-KIND" : "KIND", kind)
            case ("language", .string(let language)): text("LANGUAGE", language)
            case ("created", .string(let stamp)): writeStamp("CREATED", stamp)
            case ("updated", .string(let stamp)): writeStamp("REV", stamp)
            case ("members", .object(let members)) where !members.isEmpty && members.allSatisfy { $0.value == .bool(true) }:
                for member in members.keys.sorted() { text(version == .v4 ? "MEMBER" : "X-ADDRESSBOOKSERVER-MEMBER", member) }
            case ("localizations", .object) where !translations.entries.isEmpty:
                for (language, patches) in translations.rest.sorted(by: { $0.key < $1.key }) {
                    carry(patches, at: [name, language], as: Self.loss(name))
                }
            case ("vCardProps", .array(let properties)):
                // Last those that are carried, for that is where reading puts them.
                for property in properties.filter({ !writeJCard($0) }) { carry(.array([property]), at: [name], as: nil) }
            case ("relatedTo", .object(let relations)): for (target, entry) in Self.sorted(relations) { writeRelation(target, entry) }
            case ("speakToAs", .object(let speech)): writeSpeech(speech)
            case (_, .object(let entries)) where Self.entryProperties.contains(name):
                for (key, entry) in Self.sorted(entries) { writeEntry(key, entry, of: name) }
            default: carry(value, at: [name], as: Self.loss(name))
            }
        }
    }

    private static let entryProperties: Set<String> = [
        "media", "cryptoKeys", "calendars", "schedulingAddresses", "directories", "links", "onlineServices", "titles", "preferredLanguages",
        "personalInfo", "anniversaries",
    ]

    private static func loss(_ name: String) -> String {
        name.hasPrefix(Card.extensionPrefix)
            ? "what Holdfast knows beyond contact data (\(name.dropFirst(Card.extensionPrefix.count)))" : "JSContact's \(name)"
    }

    private static func sorted(_ members: [String: JSONValue]) -> [(key: String, value: JSONValue)] {
        // In the order of numbers: p2 before p10.
        members.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
    }

    private mutating func writeStamp(_ property: String, _ stamp: String) {
        // The people of one hand-out all have the same.
        if lastStamp?.stamp != stamp { lastStamp = (stamp, written(stamp)) }
        guard let written = lastStamp?.written else {
            return carry(.string(stamp), at: [property == "REV" ? "updated" : "created"], as: nil)
        }
        text(property, written)
    }

    /// A time stamp in the version's way; `nil` where it is not in JSContact's own form, which it would be read back in.
    private func written(_ stamp: String) -> String? {
        guard VCardDate.timestamp(stamp) == stamp else { return nil }
        if version == .v4 { return Self.basicStamp(stamp) }
        return stamp.hasSuffix("T00:00:00Z") ? String(stamp.prefix(10)) : stamp
    }

    // MARK: Entries

    private mutating func writeEntry(_ key: String, _ entry: JSONValue, of property: String) {
        guard var members = entry.objectValue, let shape = Self.shape(of: members, in: property) else {
            let isBirth = property == "anniversaries" && entry["kind"] == .string("birth")
            return carry(entry, at: [property, key], as: isBirth ? "other birthdays" : Self.loss(property))
        }
        members["vCardName"] = nil
        let label = members.removeValue(forKey: "label")?.stringValue
        var known: Set<String> = ["kind", shape.member]
        guard let value = shape.value else { return carry(entry, at: [property, key], as: Self.loss(property)) }
        var name = shape.property
        if !Self.isOwnKey(key, shape.key) { name += ";PROP-ID=" + ContentLineWriter.parameterValue(key) }
        if let level = members["level"]?.stringValue {
            let words = ["low": "beginner", "medium": "average", "high": "expert"]
            name += ";LEVEL=" + (members["kind"] == .string("expertise") ? words[level] ?? level : level)
            known.insert("level")
        }
        if property == "onlineServices", let service = members["service"]?.stringValue {
            let isApples = members["vCardParams"]?["x-service-type"] != nil
            if !isApples { name += ";SERVICE-TYPE=" + ContentLineWriter.parameterValue(service) }
            known.insert("service")
        }
        if property == "anniversaries" {
            guard let date = PartialDate(json: entry["date"]) else {
                return carry(entry, at: [property, key], as: Self.loss(property))
            }
            let head = self.head(name, members)
            if writeDate(head.text, date, raw: members[VCardInterpreter.rawValue]?.stringValue) {
                if members["kind"] == .string("death"), writePlace("DEATHPLACE", members["place"]) { known.insert("place") }
                carryRest(members, at: [property, key], except: known)
            } else {
                carry(entry, at: [property, key], as: "anniversaries without a day")
            }
            return
        }
        if let data = DataURI(value), data.isBase64, version != .v4 {
            writeBase64(name, data, members, label)
        } else {
            var head = self.head(name, label: label, members)
            if shape.isURI {
                if version != .v4, property == "media" { head.text += version == .v21 ? ";VALUE=URL" : ";VALUE=uri" }
                writeURI(head.text, value)
            } else {
                text(head.text, value)
            }
            writeLabel(head)
        }
        carryRest(members, at: [property, key], except: known)
    }

    private mutating func writeBase64(_ name: String, _ data: DataURI, _ members: [String: JSONValue], _ label: String?) {
        let parts = data.mediaType.split(separator: "/", maxSplits: 1)
        let usual = name.hasPrefix("SOUND") ? "audio" : "image"
        var type: String? = data.mediaType
        switch data.mediaType {
        case "application/pgp-keys" where name.hasPrefix("KEY"): type = "pgp"
        case "application/pkix-cert" where name.hasPrefix("KEY"): type = "x509"
        case "application/octet-stream" where name.hasPrefix("KEY") || name.hasPrefix("SOUND"): type = nil
        case _ where parts.first.map(String.init) == usual && parts.count == 2: type = String(parts[1])
        default: break
        }
        let head = self.head(name, label: label, members, types: type.map { [$0] } ?? [])
        lines.folds = true
        lines.line(head.text + (version == .v21 ? ";ENCODING=BASE64" : ";ENCODING=b"), raw: String(data.content))
        lines.folds = version != .v21
        // Readers of 2.1 know the end of base64 by an empty line.
        if version == .v21 { lines.lines("\r\n") }
        writeLabel(head)
    }

    /// How an entry is written: the property, the member with its value, and the letter its keys have.
    private struct Shape {
        var property: String
        var member: String
        var key: String
        var value: String?
        var isURI: Bool
    }

    private static func shape(of members: [String: JSONValue], in property: String) -> Shape? {
        func uri(_ name: String, _ key: String) -> Shape {
            Shape(property: name, member: "uri", key: key, value: members["uri"]?.stringValue, isURI: true)
        }
        func text(_ name: String, _ key: String, _ member: String) -> Shape {
            Shape(property: name, member: member, key: key, value: members[member]?.stringValue, isURI: false)
        }
        switch (property, members["kind"]?.stringValue) {
        case ("media", "photo"?): return uri("PHOTO", "p")
        case ("media", "logo"?): return uri("LOGO", "g")
        case ("media", "sound"?): return uri("SOUND", "d")
        case ("cryptoKeys", nil): return uri("KEY", "k")
        case ("calendars", "calendar"?): return uri("CALURI", "c")
        case ("calendars", "freeBusy"?): return uri("FBURL", "f")
        case ("schedulingAddresses", nil): return uri("CALADRURI", "c")
        case ("directories", "entry"?): return uri("SOURCE", "s")
        case ("directories", "directory"?): return uri("ORG-DIRECTORY", "d")
        case ("links", "contact"?): return uri("CONTACT-URI", "c")
        case ("onlineServices", nil): return members["vCardName"] == .string("impp") ? uri("IMPP", "i") : nil
        case ("titles", "role"?): return text("ROLE", "r", "name")
        case ("preferredLanguages", nil): return text("LANG", "l", "language")
        case ("personalInfo", "expertise"?): return text("EXPERTISE", "e", "value")
        case ("personalInfo", "hobby"?): return text("HOBBY", "h", "value")
        case ("personalInfo", "interest"?): return text("INTEREST", "i", "value")
        case ("anniversaries", "wedding"?): return Shape(property: "ANNIVERSARY", member: "date", key: "w", value: "", isURI: false)
        case ("anniversaries", "death"?): return Shape(property: "DEATHDATE", member: "date", key: "d", value: "", isURI: false)
        default: return nil
        }
    }

    /// Whether a key is one that reading gives by itself.
    private static func isOwnKey(_ key: String, _ letter: String) -> Bool {
        key.hasPrefix(letter) && Int(key.dropFirst(letter.count)).map { $0 > 0 && "\($0)" == key.dropFirst(letter.count) } ?? false
    }

    private mutating func writeRelation(_ target: String, _ entry: JSONValue) {
        guard let members = entry.objectValue, let relation = members["relation"]?.objectValue,
            relation.allSatisfy({ $0.value == .bool(true) })
        else { return carry(entry, at: ["relatedTo", target], as: Self.loss("relatedTo")) }
        var head = self.head("RELATED", members, types: relation.keys.sorted())
        if !VCardKinds.isURI(target), members["vCardParams"]?["value"] == nil { head.text += ";VALUE=text" }
        text(head.text, target)
        carryRest(members, at: ["relatedTo", target], except: ["relation"])
    }

    private mutating func writeSpeech(_ speech: [String: JSONValue]) {
        for (name, value) in speech.sorted(by: { $0.key < $1.key }) {
            switch (name, value) {
            case ("grammaticalGender", .string(let gender)): text("GRAMGENDER", gender)
            case ("pronouns", .object(let entries)):
                for (key, entry) in Self.sorted(entries) {
                    guard let members = entry.objectValue, let pronouns = members["pronouns"]?.stringValue else {
                        carry(entry, at: ["speakToAs", "pronouns", key], as: Self.loss("speakToAs"))
                        continue
                    }
                    let name = Self.isOwnKey(key, "k") ? "PRONOUNS" : "PRONOUNS;PROP-ID=" + ContentLineWriter.parameterValue(key)
                    let head = self.head(name, members)
                    text(head.text, pronouns)
                    carryRest(members, at: ["speakToAs", "pronouns", key], except: ["pronouns"])
                }
            default: carry(value, at: ["speakToAs", name], as: Self.loss("speakToAs"))
            }
        }
    }

    // MARK: What vCards brought along

    /// Writes a property another program made up; gives whether it could be one of a vCard.
    mutating func writeJCard(_ property: JSONValue) -> Bool {
        guard let parts = property.arrayValue, parts.count >= 4, let name = parts[0].stringValue.flatMap({ Self.name($0, allowing: "") })
        else { return false }
        var parameters = parts[1].objectValue ?? [:]
        let group = parameters.removeValue(forKey: "group")?.stringValue.flatMap { Self.name($0, allowing: "") }
        var head = (group.map { $0 + "." } ?? "") + name.uppercased()
        if let type = parts[2].stringValue, type != "unknown", type != "text" { head += ";VALUE=" + ContentLineWriter.parameterValue(type) }
        for (parameter, value) in parameters.sorted(by: { $0.key < $1.key }) {
            guard let parameterName = Self.name(parameter, allowing: "") else { continue }
            if parameter == "encoding", version == .v21 {
                head += ";ENCODING=BASE64"
            } else {
                head +=
                    ";" + parameterName.uppercased() + "=" + Self.texts(value).map(ContentLineWriter.parameterValue).joined(separator: ",")
            }
        }
        switch parts[3] {
        case .string(let text) where parts[2] == .string("unknown"): raw(head, text)
        case .string(let text): self.text(head, text)
        case .array(let components):
            texts(head, components.map { Self.texts($0).joined(separator: ",") }, separator: UInt8(ascii: ";"))
        case .bool(let isTrue): raw(head, isTrue ? "TRUE" : "FALSE")
        case .integer(let number): raw(head, String(number))
        case .number(let number): raw(head, String(number))
        default: break
        }
        return true
    }
}

/// A `data:` URI (RFC 2397) in its parts.
struct DataURI {
    /// The media type without parameters.
    var mediaType: String
    /// What follows the comma.
    var content: Substring
    /// Whether the content is base64 and nothing else.
    var isBase64: Bool

    init?(_ uri: String) {
        guard uri.utf8.prefix(5).elementsEqual("data:".utf8), let comma = uri.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
        let head = uri[uri.utf8.index(uri.startIndex, offsetBy: 5)..<comma].split(separator: ";", omittingEmptySubsequences: false)
        guard head.count == 2, head[1] == "base64", !head[0].isEmpty else {
            mediaType = ""
            content = ""
            isBase64 = false
            return
        }
        mediaType = String(head[0])
        content = uri[uri.utf8.index(after: comma)...]
        isBase64 = content.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
            default: false
            }
        }
    }
}
