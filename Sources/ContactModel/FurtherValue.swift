/// A value that is held of a person and that no field is made for: a photo, a messenger's address, a hobby, a property another program made up.
///
/// They are what `extra` holds, and what is said of a field's value beyond it, one by one, for people to read.
public struct FurtherValue: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, CaseIterable, Sendable {
        /// A picture of the person, or of their company.
        case photo, logo
        /// What the person does, and where in the company.
        case role, department
        /// Where messages reach the person.
        case messenger
        /// Days.
        case wedding, dayOfDeath
        /// Places.
        case placeOfBirth, placeOfDeath, location, timeZone, countryCode
        /// How to speak with the person, and of them.
        case language, pronouns, gender, grammaticalGender
        /// What the person likes and knows.
        case hobby, interest, expertise
        /// Other people.
        case related, member
        /// Pages and services.
        case contactPage, calendar, freeBusy, scheduling, directory, userName
        /// A public key, a sound.
        case key, sound
        /// What networks and mail tell.
        case messages, mail, meetings, invitation, endorsements, recommendations, noteDays, knownSince, follows
        /// What stands as an e-mail address and is none.
        case malformedEmail
        /// Anything else, under the name its source has for it.
        case other
        /// What programs note of the entry itself.
        case sortedAs, entryKind, entryLanguage, created, updated, identifier, program
    }

    /// A part of what has several.
    public struct Fact: Hashable, Sendable {
        /// What it is, as the source has it.
        public var name: String
        /// What it says.
        public var text: String

        /// Makes one.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// What it says.
    public enum Content: Hashable, Sendable {
        /// Words.
        case text(String)
        /// A day of which parts may be unknown.
        case day(PartialDate)
        /// A page, a mailbox, a messenger's address.
        case uri(String)
        /// A picture, a key, a sound.
        case data(EmbeddedData)
        /// Several things: how many messages in each direction, the first and the last day.
        case facts([Fact])
    }

    /// Tells it from the person's others, and stays the same while they do: `media/p1`.
    public var id: String
    /// What it is.
    public var kind: Kind
    /// What its source calls it (`X-PRIVATE-HINT`, a column's heading).
    public var ownName: String
    /// What is said of it: `spouse` of a related person, `work`, a service's name.
    public var notes: [String]
    /// What it says.
    public var content: Content
    /// Who says so, the latest confirmation first; empty where nobody was asked yet.
    public var provenance: [Provenance]

    /// Makes one.
    public init(
        id: String, kind: Kind, ownName: String = "", notes: [String] = [], content: Content, provenance: [Provenance] = []
    ) {
        self.id = id
        self.kind = kind
        self.ownName = ownName
        self.notes = notes
        self.content = content
        self.provenance = provenance
    }

    /// Whether another says the same, whoever says it and wherever it stands.
    public func saysTheSame(as other: FurtherValue) -> Bool {
        kind == other.kind && content == other.content && ownName == other.ownName
    }

    /// The bytes it holds; `nil` for words.
    public var data: EmbeddedData? { if case .data(let data) = content { data } else { nil } }

    /// The media type of the picture it holds, of those a browser shows and that can hold no script; `nil` for anything else.
    public var pictureType: String? { [.photo, .logo].contains(kind) ? data?.pictureType : nil }
}

extension FurtherValue {
    /// What is said of a contact as a whole beyond its fields, the pictures first.
    ///
    /// - Parameter extra: by JSContact's names (`Card.extraOfWhole`, `Person.extra`).
    public static func values(of extra: [String: JSONValue]) -> [FurtherValue] {
        if extra.isEmpty { return [] }
        return inOrder(extra.flatMap { name, value in Reading(property: name).values(value) })
    }

    /// In the order they are shown: by kind, and those of one kind as their source has them.
    public static func inOrder(_ values: [FurtherValue]) -> [FurtherValue] {
        let places = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
        func place(_ value: FurtherValue) -> (Int, Int, String) { (places[value.kind] ?? 0, value.id.utf8.count, value.id) }
        return values.sorted { place($0) < place($1) }
    }
}

/// Reads the values of one property.
private struct Reading {
    let property: String

    func values(_ value: JSONValue) -> [FurtherValue] {
        if let kind = Self.saidElsewhere.contains(property) ? nil : Self.plain[property] {
            // Whoever is a person goes without saying.
            if kind == .entryKind, value == .string("individual") { return [] }
            return one(property, kind, value)
        }
        switch (property, value) {
        case _ where Self.saidElsewhere.contains(property): return []
        case ("vCardProps", .array(let properties)): return properties.enumerated().compactMap { vCardProperty($1, at: $0) }
        case (Card.malformedEmails, .array(let texts)):
            return texts.enumerated().flatMap { one("\(property)/\($0)", .malformedEmail, $1) }
        case (Self.columns, .object(let columns)):
            return columns.flatMap { one("\(property)/\($0)", .other, $1, named: $0) }
        case ("relatedTo", .object(let relations)):
            return relations.map { target, entry in
                FurtherValue(
                    id: "\(property)/\(target)", kind: .related, notes: Self.names(entry["relation"]) + Self.notes(of: entry),
                    content: Self.content(ofURI: target))
            }
        case ("members", .object(let members)):
            return members.keys.map { FurtherValue(id: "\(property)/\($0)", kind: .member, content: Self.content(ofURI: $0)) }
        case ("speakToAs", .object(let speech)): return speech.flatMap { name, value in speechValues(name, value) }
        case (_, .object(let entries)) where Self.entryProperties.contains(property):
            return entries.flatMap { key, entry in entryValues(key, entry) }
        default: return one(property, .other, value, named: Self.bare(property))
        }
    }

    /// What fields say already, or the format by itself.
    private static let saidElsewhere = Set(
        ["@type", "version", "name"] + ["categories", "fn", "n", "ablabel", "value"].map { Card.extensionPrefix + $0 })

    private static let columns = Card.extensionPrefix + "columns"

    private static let plain: [String: FurtherValue.Kind] = [
        "kind": .entryKind, "language": .entryLanguage, "created": .created, "updated": .updated, "uid": .identifier, "prodId": .program,
        Card.extensionPrefix + "messages": .messages, Card.extensionPrefix + "mail": .mail, Card.extensionPrefix + "meetings": .meetings,
        Card.extensionPrefix + "invitation": .invitation, Card.extensionPrefix + "endorsements": .endorsements,
        Card.extensionPrefix + "recommendations": .recommendations, Card.extensionPrefix + "notes": .noteDays,
        Card.extensionPrefix + "since": .knownSince, Card.extensionPrefix + "follows": .follows,
    ]

    private static let entryProperties: Set<String> = [
        "media", "cryptoKeys", "calendars", "schedulingAddresses", "directories", "links", "onlineServices", "titles", "preferredLanguages",
        "personalInfo", "anniversaries",
    ]

    /// The name without what makes it ours.
    private static func bare(_ property: String) -> String {
        property.hasPrefix(Card.extensionPrefix) ? String(property.dropFirst(Card.extensionPrefix.count)) : property
    }

    // MARK: Entries

    private func entryValues(_ key: String, _ entry: JSONValue) -> [FurtherValue] {
        let id = "\(property)/\(key)"
        guard let members = entry.objectValue else { return one(id, .other, entry, named: Self.bare(property)) }
        let said = members["kind"]?.stringValue
        var notes = Self.notes(of: entry)
        func value(_ kind: FurtherValue.Kind, _ content: FurtherValue.Content, named name: String = "") -> FurtherValue {
            FurtherValue(id: id, kind: kind, ownName: name, notes: notes, content: content)
        }
        switch property {
        case "titles":
            if let name = members["name"]?.stringValue { return [value(.role, .text(name))] }
        case "preferredLanguages":
            if let language = members["language"]?.stringValue { return [value(.language, .text(language))] }
        case "personalInfo":
            notes += [members["level"]?.stringValue].compactMap { $0 }
            let kinds: [String: FurtherValue.Kind] = ["expertise": .expertise, "hobby": .hobby, "interest": .interest]
            if let text = members["value"]?.stringValue {
                let kind = said.flatMap { kinds[$0] } ?? .other
                return [value(kind, .text(text), named: kind == .other ? said ?? property : "")]
            }
        case "anniversaries": return anniversary(id, members, said, notes)
        case "onlineServices":
            notes = [members["service"]?.stringValue].compactMap { $0 } + notes
            if let uri = members["uri"]?.stringValue { return [value(.messenger, Self.content(ofURI: uri))] }
            if let user = members["user"]?.stringValue { return [value(.messenger, .text(user))] }
        default:
            if let uri = members["uri"]?.stringValue {
                let kind = Self.kind(property, said)
                return [value(kind, Self.content(ofURI: uri), named: kind == .other ? said ?? property : "")]
            }
        }
        return one(id, .other, entry, named: Self.bare(property))
    }

    private static func kind(_ property: String, _ said: String?) -> FurtherValue.Kind {
        switch (property, said) {
        case ("media", "photo"?): .photo
        case ("media", "logo"?): .logo
        case ("media", "sound"?): .sound
        case ("cryptoKeys", _): .key
        case ("calendars", "freeBusy"?): .freeBusy
        case ("calendars", _): .calendar
        case ("schedulingAddresses", _): .scheduling
        case ("directories", _): .directory
        case ("links", _): .contactPage
        default: .other
        }
    }

    private func anniversary(_ id: String, _ members: [String: JSONValue], _ said: String?, _ notes: [String]) -> [FurtherValue] {
        let kinds: [String: FurtherValue.Kind] = ["wedding": .wedding, "death": .dayOfDeath]
        let kind = said.flatMap { kinds[$0] } ?? .other
        var values: [FurtherValue] = []
        if let date = PartialDate(json: members["date"]) {
            values.append(
                FurtherValue(id: id, kind: kind, ownName: kind == .other ? said ?? property : "", notes: notes, content: .day(date)))
        } else if let date = members["date"] {
            values += one(id, kind, date, named: kind == .other ? said ?? property : "")
        }
        if let place = members["place"] {
            values += one("\(id)/place", said == "death" ? .placeOfDeath : said == "birth" ? .placeOfBirth : .location, place)
        }
        return values
    }

    private func speechValues(_ name: String, _ value: JSONValue) -> [FurtherValue] {
        let id = "\(property)/\(name)"
        switch (name, value) {
        case ("grammaticalGender", _): return one(id, .grammaticalGender, value)
        case ("pronouns", .object(let entries)):
            return entries.flatMap { key, entry in one("\(id)/\(key)", .pronouns, entry["pronouns"] ?? entry) }
        default: return one(id, .other, value, named: name)
        }
    }

    // MARK: Properties of vCards

    /// Known by other programs' names.
    private static let vCardKinds: [String: FurtherValue.Kind] = [
        "tz": .timeZone, "geo": .location, "gender": .gender, "x-gender": .gender, "mailer": .program,
        "birthplace": .placeOfBirth, "deathplace": .placeOfDeath,
    ]

    private func vCardProperty(_ value: JSONValue, at place: Int) -> FurtherValue? {
        guard let parts = value.arrayValue, parts.count >= 4, let name = parts[0].stringValue else { return nil }
        let texts = parts.dropFirst(3).map { part in
            (part.arrayValue ?? [part]).map(Self.plainText).filter { !$0.isEmpty }.joined(separator: ", ")
        }
        let text = texts.joined(separator: ", ")
        guard !text.isEmpty else { return nil }
        let kind = Self.vCardKinds[name.lowercased()] ?? .other
        let isRaw = parts[2] == .string("unknown")
        let types = parts[1]["type"].map { $0.arrayValue ?? [$0] } ?? []
        return FurtherValue(
            id: "\(property)/\(place)", kind: kind, ownName: kind == .other ? name.uppercased() : "",
            notes: types.compactMap { $0.stringValue?.lowercased() }, content: Self.content(ofURI: isRaw ? Self.unescaped(text) : text))
    }

    /// A value as it stood in a vCard, with `\n`, `\,`, `\;` and `\\` as what they mean.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("\\") else { return text }
        var plain = ""
        var isEscaped = false
        for letter in text {
            if isEscaped {
                isEscaped = false
                plain += letter == "n" || letter == "N" ? "\n" : [",", ";", "\\", ":"].contains(letter) ? String(letter) : "\\\(letter)"
            } else if letter == "\\" {
                isEscaped = true
            } else {
                plain.append(letter)
            }
        }
        return isEscaped ? plain + "\\" : plain
    }

    // MARK: Contents

    private func one(_ id: String, _ kind: FurtherValue.Kind, _ value: JSONValue, named name: String = "") -> [FurtherValue] {
        Self.content(of: value).map { [FurtherValue(id: id, kind: kind, ownName: name, content: $0)] } ?? []
    }

    /// What any value says; `nil` where that is nothing.
    static func content(of value: JSONValue) -> FurtherValue.Content? {
        if let date = PartialDate(json: value) { return .day(date) }
        let facts = facts(of: value, named: "")
        guard let first = facts.first else { return nil }
        return facts.count == 1 ? content(ofURI: first.text) : .facts(facts)
    }

    /// What a text says that may be an address or data.
    static func content(ofURI text: String) -> FurtherValue.Content {
        if let data = EmbeddedData(uri: text) { return .data(data) }
        if text.hasPrefix("geo:") { return .text(text.dropFirst(4).split(separator: ",").joined(separator: ", ")) }
        let isURI =
            text.firstIndex(of: ":").map { colon in
                let scheme = text[..<colon]
                let isWord = scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
                return scheme.count > 1 && isWord && scheme.first?.isLetter == true && !text.contains(where: \.isWhitespace)
            } ?? false
        return isURI ? .uri(text) : .text(text)
    }

    /// Everything that stands in a value, each under the names that lead to it.
    private static func facts(of value: JSONValue, named name: String) -> [FurtherValue.Fact] {
        switch value {
        case .array(let elements) where elements.allSatisfy({ $0.objectValue == nil && $0.arrayValue == nil }):
            let texts = elements.map(plainText).filter { !$0.isEmpty }
            return texts.isEmpty ? [] : [FurtherValue.Fact(name: name, text: texts.joined(separator: ", "))]
        case .array(let elements): return elements.flatMap { facts(of: $0, named: name) }
        case .object(let members):
            return members.sorted { $0.key < $1.key }.filter { $0.key != "@type" }.flatMap { key, member in
                facts(of: member, named: name.isEmpty ? key : "\(name) \(key)")
            }
        default:
            let text = plainText(value)
            return text.isEmpty ? [] : [FurtherValue.Fact(name: name, text: text)]
        }
    }

    private static func plainText(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let isTrue): isTrue ? "yes" : "no"
        default: ""
        }
    }

    /// The names of a set, in a fixed order.
    private static func names(_ set: JSONValue?) -> [String] { (set?.objectValue ?? [:]).filter { $0.value == .bool(true) }.keys.sorted() }

    /// What an entry's label and contexts say.
    private static func notes(of entry: JSONValue) -> [String] {
        [entry["label"]?.stringValue].compactMap { $0 } + names(entry["contexts"]).map { $0 == "private" ? "home" : $0 }
    }
}

extension Person {
    /// What is held beyond the fields, the pictures first: of the person as a whole, departments, and what is said of a field's value beyond
    /// it. Those of the person as a whole come without their origin.
    public var furtherValues: [FurtherValue] {
        var values = FurtherValue.values(of: extra)
        for (place, held) in organizations.enumerated() where !held.value.units.isEmpty {
            values.append(
                FurtherValue(
                    id: "organizations/\(place)", kind: .department, notes: [held.value.name].compactMap { $0 },
                    content: .text(held.value.units.joined(separator: ", ")), provenance: held.provenance))
        }
        values +=
            details("names", names) { $0.display } + details("emails", emails) { $0.address } + details("phones", phones) { $0.number }
        values += details("links", links) { $0.uri } + details("addresses", addresses) { $0.line }
        values += details("anniversaries", birthdays) { _ in "" }
        return FurtherValue.inOrder(values)
    }

    /// What tells of the value itself; how other programs write it is left out.
    private func details<Value>(_ list: String, _ held: [Held<Value>], _ text: (Value) -> String) -> [FurtherValue] {
        let kinds: [String: FurtherValue.Kind] = [
            "place": .placeOfBirth, "coordinates": .location, "timeZone": .timeZone, "countryCode": .countryCode, "user": .userName,
            "sortAs": .sortedAs,
        ]
        return held.enumerated().flatMap { place, held in
            held.extra.compactMap { name, value -> FurtherValue? in
                guard let kind = kinds[name], let content = Reading.content(of: value) else { return nil }
                return FurtherValue(
                    id: "\(list)/\(place)/\(name)", kind: kind, notes: [text(held.value)].filter { !$0.isEmpty }, content: content,
                    provenance: held.provenance)
            }
        }
    }
}
