import ContactModel

/// The properties that are kept under JSContact's names, where a card has no field (RFC 9555 §2.3 to 2.12).
extension VCardInterpreter {
    /// Takes a property RFC 9553 has a place for; `false` where it has none.
    mutating func takeFurther(_ line: ContentLine) -> Bool {
        switch line.property {
        case .photo: return takeResource(line, in: "media", key: "p", kind: "photo")
        case .logo: return takeResource(line, in: "media", key: "g", kind: "logo")
        case .sound: return takeResource(line, in: "media", key: "d", kind: "sound")
        case .key: return takeResource(line, in: "cryptoKeys", key: "k", kind: nil)
        case .calendar: return takeResource(line, in: "calendars", key: "c", kind: "calendar")
        case .freeBusy: return takeResource(line, in: "calendars", key: "f", kind: "freeBusy")
        case .schedulingAddress: return takeResource(line, in: "schedulingAddresses", key: "c", kind: nil)
        case .source: return takeResource(line, in: "directories", key: "s", kind: "entry")
        case .directory: return takeResource(line, in: "directories", key: "d", kind: "directory")
        case .contactLink: return takeResource(line, in: "links", key: "c", kind: "contact")
        case .messaging: return takeMessaging(line)
        case .role: return takeText(line, in: "titles", key: "r", member: "name", kind: "role")
        case .spokenLanguage: return takeText(line, in: "preferredLanguages", key: "l", member: "language", kind: nil)
        case .expertise: return takeText(line, in: "personalInfo", key: "e", member: "value", kind: "expertise")
        case .hobby: return takeText(line, in: "personalInfo", key: "h", member: "value", kind: "hobby")
        case .interest: return takeText(line, in: "personalInfo", key: "i", member: "value", kind: "interest")
        case .anniversary, .oldAnniversary: return takeAnniversary(line, kind: "wedding", key: "w")
        case .dayOfDeath: return takeAnniversary(line, kind: "death", key: "d")
        case .placeOfBirth, .placeOfDeath: return takePlace(line)
        case .related: return takeRelation(line)
        case .member, .applesMember: return takeMember(line)
        case .grammaticalGender: return takeSpeech(line, member: "grammaticalGender")
        case .pronouns: return takePronouns(line)
        default: return false
        }
    }

    /// Puts an entry into a map of `extra` under the next free key.
    private mutating func add(_ members: [String: JSONValue], to property: String, key: String) {
        var entries = card.extra[property]?.objectValue ?? [:]
        var members = members
        if let id = members["vCardParams"]?["prop-id"]?.stringValue, entries[id] == nil, !id.isEmpty {
            members["vCardParams"] = members["vCardParams"]?.without("prop-id")
            entries[id] = .object(members)
        } else {
            var free = key + "1"
            if !entries.isEmpty {
                var number = 1
                while entries[free] != nil {
                    number += 1
                    free = key + String(number)
                }
            }
            entries[free] = .object(members)
        }
        card.extra[property] = .object(entries)
    }

    private mutating func members(of line: ContentLine, ignoring ignored: [String] = []) -> [String: JSONValue] {
        var (label, members) = ignored.isEmpty ? describe(line) : describe(line, as: HeaderMeaning(of: line, ignoring: ignored))
        if members["contexts"] == nil, let label, let meaning = VCardKinds.meaning(of: label), members[Self.rawLabel] == nil {
            if !meaning.contexts.isEmpty { members["contexts"] = VCardKinds.set(meaning.contexts) }
        } else if let label, members[Self.rawLabel] != nil {
            members["label"] = .string(label)
        }
        return members
    }

    private mutating func takeResource(_ line: ContentLine, in property: String, key: String, kind: String?) -> Bool {
        guard line.isBase64 else {
            guard let uri = text(of: line), uri.contains(":"), !uri.hasPrefix("BEGIN"), line.parameter("VALUE")?.lowercased() != "text"
            else {
                return line.value.allSatisfy(\.isWhitespace)
            }
            var members = members(of: line)
            members["uri"] = .string(uri)
            if let kind { members["kind"] = .string(kind) }
            if property == "links" { members["vCardName"] = .string(line.name.lowercased()) }
            add(members, to: property, key: key)
            return true
        }
        guard let content = Base64Value.text(line.value) else { return false }
        let isPicture = property == "media"
        let formats = line.types.filter { $0 != "pref" && VCardKinds.context($0) == nil }
        let format = formats.first
        var members = members(of: line, ignoring: formats)
        let mediaType: String
        switch format {
        case nil: mediaType = isPicture && kind != "sound" ? Self.mediaType(of: content) : "application/octet-stream"
        case let format? where format.contains("/"): mediaType = format
        case let format? where property == "cryptoKeys":
            mediaType = "application/" + (format == "pgp" ? "pgp-keys" : format == "x509" ? "pkix-cert" : format)
        case let format?: mediaType = (kind == "sound" ? "audio/" : "image/") + format
        }
        members["uri"] = .string("data:" + mediaType + ";base64," + content)
        if let kind { members["kind"] = .string(kind) }
        add(members, to: property, key: key)
        return true
    }

    /// The media type a picture's first bytes tell, as base64 has them.
    private static func mediaType(of base64: String) -> String {
        if base64.utf8.starts(with: "/9j/".utf8) { return "image/jpeg" }
        if base64.utf8.starts(with: "iVBOR".utf8) { return "image/png" }
        if base64.utf8.starts(with: "R0lG".utf8) { return "image/gif" }
        return "application/octet-stream"
    }

    private mutating func takeText(_ line: ContentLine, in property: String, key: String, member: String, kind: String?) -> Bool {
        guard let text = text(of: line) else { return true }
        var members = members(of: line)
        members[member] = .string(text)
        if let kind { members["kind"] = .string(kind) }
        if property == "titles" { members["vCardName"] = .string(line.name.lowercased()) }
        if let level = line.parameter("LEVEL")?.lowercased() {
            let words = ["beginner": "low", "average": "medium", "expert": "high"]
            members["level"] = .string(words[level] ?? level)
            members["vCardParams"] = members["vCardParams"]?.without("level")
        }
        add(members, to: property, key: key)
        return true
    }

    private mutating func takeMessaging(_ line: ContentLine) -> Bool {
        guard let uri = text(of: line) else { return true }
        var members = members(of: line)
        members["uri"] = .string(uri)
        members["vCardName"] = .string("impp")
        if let service = line.parameter("SERVICE-TYPE") ?? line.parameter("X-SERVICE-TYPE") {
            members["service"] = .string(service)
            let isApples = line.parameter("SERVICE-TYPE") == nil
            if !isApples { members["vCardParams"] = members["vCardParams"]?.without("service-type") }
        }
        add(members, to: "onlineServices", key: "i")
        return true
    }

    private mutating func takeAnniversary(_ line: ContentLine, kind: String, key: String) -> Bool {
        let omitted = line.parameter("X-APPLE-OMIT-YEAR").flatMap { Int($0) }
        guard let text = text(of: line), let (date, hasTime) = VCardDate.partialDate(text, omittedYear: omitted) else {
            return line.value.allSatisfy(\.isWhitespace)
        }
        var members = members(of: line)
        members["vCardParams"] = members["vCardParams"]?.without("x-apple-omit-year")
        members["kind"] = .string(kind)
        members["date"] = date.json
        if hasTime { members[Self.rawValue] = .string(text) }
        add(members, to: "anniversaries", key: key)
        return true
    }

    private mutating func takePlace(_ line: ContentLine) -> Bool {
        guard text(of: line) != nil, line.group == nil, line.parameters.allSatisfy({ $0.name == "VALUE" }), places[line.name] == nil else {
            return false
        }
        places[line.name] = line
        return true
    }

    /// Puts places with the days of birth and death (RFC 9555 §2.5.2, RFC 9553 §2.8.1); one without a day stays as it stands.
    mutating func finishPlaces() {
        for (name, line) in places.sorted(by: { $0.key < $1.key }) {
            guard let text = text(of: line) else { continue }
            let isURI = line.parameter("VALUE")?.lowercased() == "uri" || text.hasPrefix("geo:")
            let place = JSONValue.object([isURI ? "coordinates" : "full": .string(text)])
            var entries = card.extra["anniversaries"]?.objectValue ?? [:]
            if name == "BIRTHPLACE", card.birthday != nil {
                card.setSurplus(card.surplus(.anniversaries, at: 0).merging(["place": place]) { $1 }, .anniversaries, at: 0)
            } else if name == "DEATHPLACE", let (key, value) = entries.first(where: { $0.value["kind"] == .string("death") }),
                let members = value.objectValue
            {
                entries[key] = .object(members.merging(["place": place]) { $1 })
                card.extra["anniversaries"] = .object(entries)
            } else {
                keep(line)
            }
        }
    }

    private mutating func takeRelation(_ line: ContentLine) -> Bool {
        guard let target = text(of: line) else { return true }
        var entries = card.extra["relatedTo"]?.objectValue ?? [:]
        guard entries[target] == nil else { return false }
        let types = line.types.filter { $0 != "pref" }
        var members = describe(line, as: HeaderMeaning(of: line, ignoring: types)).surplus
        members["relation"] = VCardKinds.set(types)
        entries[target] = .object(members)
        card.extra["relatedTo"] = .object(entries)
        return true
    }

    private mutating func takeMember(_ line: ContentLine) -> Bool {
        guard let member = text(of: line) else { return true }
        guard line.parameters.isEmpty, line.group == nil else { return false }
        var entries = card.extra["members"]?.objectValue ?? [:]
        entries[member] = .bool(true)
        card.extra["members"] = .object(entries)
        return true
    }

    private mutating func takeSpeech(_ line: ContentLine, member: String) -> Bool {
        guard let text = text(of: line), line.parameters.isEmpty, line.group == nil else { return false }
        var speech = card.extra["speakToAs"]?.objectValue ?? [:]
        guard speech[member] == nil else { return false }
        speech[member] = .string(text.lowercased())
        card.extra["speakToAs"] = .object(speech)
        return true
    }

    private mutating func takePronouns(_ line: ContentLine) -> Bool {
        guard let text = text(of: line) else { return true }
        var members = members(of: line)
        members["pronouns"] = .string(text)
        var speech = card.extra["speakToAs"]?.objectValue ?? [:]
        var entries = speech["pronouns"]?.objectValue ?? [:]
        entries["k\(entries.count + 1)"] = .object(members)
        speech["pronouns"] = .object(entries)
        card.extra["speakToAs"] = .object(speech)
        return true
    }
}
