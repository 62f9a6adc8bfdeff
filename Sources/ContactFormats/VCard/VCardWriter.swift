public import ContactModel

/// Writes people and cards as vCards: 2.1, 3.0 (RFC 2426) or 4.0 (RFC 6350 and 9554).
///
/// Of a card everything is written. What the version has no property for is carried by `JSPROP` (RFC 9555 §3.2.1; in 3.0 and 2.1
/// `X-JSPROP`), which other programs overlook and Holdfast reads back; ``losses`` tells what that was. A property of 4.0 keeps its
/// registered name in 3.0.
///
/// `FN` is never empty: where there is no name it is the first address, number or link, the employer, or the id, and says that it is
/// `DERIVED`. A name known only in one piece is not split by guess: it is the given name in `N` before 4.0, which has to have one and which
/// address books show rather than `FN`. Of a person the present employers and titles are written, former ones aren't, since readers would take them for
/// present. A label vCard has no type for goes into `X-ABLabel`, as Apple and Google have it. In 3.0 a profile is an `X-SOCIALPROFILE`
/// and a `URL`, in 4.0 a `SOCIALPROFILE`; a person's notes are one `NOTE` in 3.0, since its readers keep only one.
public struct VCardWriter: PersonWriter {
    let version: VCardVersion
    private let context: ExportContext
    var lines = ContentLineWriter()
    var lossCounts: [String: (count: Int, isCarried: Bool)] = [:]
    var lossesOfCard: Set<String> = []
    /// Groups that were written in the card being written, and those its properties came with.
    private var usedGroups: Set<String> = []
    /// Found out where a group of its own is wanted for the first time.
    private var reservedGroups: Set<String>?
    private var extraBeingWritten: [String: JSONValue] = [:]
    private var lastGroup = 0
    /// The last time stamp, and what was written for it.
    var lastStamp: (stamp: String, written: String?)?
    /// What the card being written says in other languages, and the last number that went to a value with its translations.
    var translations = CardTranslations()
    var lastAlternative = 0

    /// Makes a writer.
    public init(version: VCardVersion, context: ExportContext = ExportContext()) {
        self.version = version
        self.context = context
        lines.folds = version != .v21
    }

    /// Writes nothing: the format has no head.
    public mutating func begin() {}

    /// Writes a person's vCard.
    public mutating func write(_ person: Person) {
        var card = Card(of: person, isPresentOnly: true)
        card.extra["prodId"] = nil
        for (index, held) in person.emails.enumerated() {
            switch held.value.label?.lowercased() {
            case nil, "internet", "other":
                switch context.emailKind(held.value, person) {
                case "work", "role": card.emails[index].label = "work"
                case "personal": card.emails[index].label = "home"
                default: break
                }
            default: break
            }
        }
        for (list, count) in [(Card.EntryList.emails, card.emails.count), (.phones, card.phones.count)] where count > 1 {
            guard !(0..<count).contains(where: { card.surplus(list, at: $0)["pref"] != nil }) else { continue }
            card.setSurplus(card.surplus(list, at: 0).merging(["pref": .integer(1)]) { first, _ in first }, list, at: 0)
        }
        if version != .v4, card.notes.count > 1 {
            for index in card.notes.indices.dropFirst() { card.setSurplus([:], .notes, at: index) }
            card.notes = [card.notes.joined(separator: "\n\n")]
        }
        // Of several sources' entries nobody knows any more which one a patch was of.
        translations = CardTranslations()
        writeCard(card)
    }

    /// Writes a card.
    public mutating func write(_ card: Card) {
        translations = version == .v4 && card.extra["localizations"] != nil ? CardTranslations(of: card) : CardTranslations()
        writeCard(card)
    }

    private mutating func writeCard(_ card: Card) {
        lastGroup = 0
        lastAlternative = 0
        usedGroups = []
        reservedGroups = nil
        extraBeingWritten = card.extra
        lossesOfCard = []
        switch version {
        case .v21: lines.lines("BEGIN:VCARD\r\nVERSION:2.1\r\n")
        case .v3: lines.lines("BEGIN:VCARD\r\nVERSION:3.0\r\n")
        case .v4: lines.lines("BEGIN:VCARD\r\nVERSION:4.0\r\n")
        }
        writeIdentity(of: card)
        writeName(of: card)
        writeFields(of: card)
        if !card.extra.isEmpty { writeExtra(of: card) }
        lines.lines("END:VCARD\r\n")
        for loss in lossesOfCard { lossCounts[loss, default: (0, true)].count += 1 }
    }

    /// Writes nothing more.
    public mutating func end() {}

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] { lines.takeBytes() }

    /// What the version has no property for.
    public var losses: [ExportLoss] {
        lossCounts.map { ExportLoss(what: $0.key, count: $0.value.count, isCarried: $0.value.isCarried) }
            .sorted { ($1.count, $0.what) < ($0.count, $1.what) }
    }

    // MARK: Heads of lines

    /// A property with its parameters, and the label that goes with it.
    struct Head {
        var text: String
        var group: String?
        var label: String?
    }

    /// Whether a member of an entry becomes a parameter everywhere.
    static func isCommon(_ member: String) -> Bool {
        switch member {
        case "pref", "contexts", "features", "vCardParams", "vCardName", "listAs", "mediaType", VCardInterpreter.rawLabel,
            VCardInterpreter.rawValue, VCardInterpreter.formattedName:
            true
        default: false
        }
    }

    /// The beginning of a line: group, name and the parameters an entry's members make.
    mutating func head(
        _ name: String,
        label: String? = nil,
        _ surplus: [String: JSONValue] = [:],
        types extraTypes: [String] = [],
        needsGroup: Bool = false
    ) -> Head {
        if surplus.isEmpty, label == nil, extraTypes.isEmpty, !needsGroup { return Head(text: name) }
        var types = extraTypes
        let parameters = surplus["vCardParams"]?.objectValue ?? [:]
        var ownLabel = label
        let contexts = Self.names(surplus["contexts"])
        let features = Self.names(surplus["features"])
        if !contexts.isEmpty || !features.isEmpty {
            types += contexts.map(VCardKinds.type(ofContext:)) + features.map(VCardKinds.type(ofFeature:))
            if label == VCardKinds.label(contexts: contexts, features: features) { ownLabel = nil }
        } else if let label, surplus[VCardInterpreter.rawLabel] == nil, let meaning = VCardKinds.meaning(of: label) {
            types += meaning.contexts.map(VCardKinds.type(ofContext:)) + meaning.features.map(VCardKinds.type(ofFeature:))
            ownLabel = nil
        }
        for type in Self.texts(parameters["type"]) where !types.contains(type) { types.append(type) }
        var head = name
        for type in types {
            switch version {
            case .v21:
                // Only a plain word can stand without the name of its parameter.
                let isBare = Self.name(type, allowing: "") != nil
                head += (isBare ? ";" : ";TYPE=") + ContentLineWriter.parameterValue(type.uppercased())
            case .v3: head += ";TYPE=" + ContentLineWriter.parameterValue(type.uppercased())
            case .v4: head += ";TYPE=" + ContentLineWriter.parameterValue(type)
            }
        }
        if let pref = surplus["pref"]?.integerValue {
            switch version {
            case .v21 where pref == 1: head += ";PREF"
            case .v3 where pref == 1: head += ";TYPE=PREF"
            default: head += ";PREF=\(pref)"
            }
        }
        if let index = surplus["listAs"]?.integerValue { head += ";INDEX=\(index)" }
        if let mediaType = surplus["mediaType"]?.stringValue { head += ";MEDIATYPE=" + ContentLineWriter.parameterValue(mediaType) }
        for (parameter, value) in parameters.sorted(by: { $0.key < $1.key }) where parameter != "type" && parameter != "group" {
            guard let name = Self.name(parameter, allowing: "") else { continue }
            let values = Self.texts(value)
            head += ";" + name.uppercased() + "=" + values.map(ContentLineWriter.parameterValue).joined(separator: ",")
        }
        let raw = surplus[VCardInterpreter.rawLabel]?.stringValue
        if let raw, label == nil || VCardKinds.word(ofApplesLabel: raw) == label { ownLabel = raw }
        return grouped(head, group: parameters["group"]?.stringValue, label: ownLabel, needsGroup: needsGroup)
    }

    /// Puts a group before a head: the one it came with, a new one where a label needs one of its own.
    private mutating func grouped(_ head: String, group: String?, label: String?, needsGroup: Bool) -> Head {
        let known = group.flatMap { Self.name($0, allowing: "") }
        guard known != nil || label != nil || needsGroup else { return Head(text: head) }
        var group = known ?? "item1"
        let reserved = groupsInUse()
        if known == nil || label != nil && usedGroups.contains(group.lowercased()) {
            repeat {
                lastGroup += 1
                group = "item\(lastGroup)"
            } while usedGroups.contains(group) || reserved.contains(group)
        }
        usedGroups.insert(group.lowercased())
        return Head(text: group + "." + head, group: group, label: label)
    }

    /// The groups what came with the card is in: a new label must not fall on them.
    private mutating func groupsInUse() -> Set<String> {
        if let reservedGroups { return reservedGroups }
        var groups: Set<String> = []
        for value in extraBeingWritten.values { Self.collectGroups(in: value, into: &groups) }
        reservedGroups = groups
        return groups
    }

    private static func collectGroups(in value: JSONValue, into groups: inout Set<String>) {
        switch value {
        case .object(let members):
            if let group = members["group"]?.stringValue { groups.insert(group.lowercased()) }
            for member in members.values { collectGroups(in: member, into: &groups) }
        case .array(let elements): for element in elements { collectGroups(in: element, into: &groups) }
        default: break
        }
    }

    /// Writes the label that goes with a line just written.
    mutating func writeLabel(_ head: Head) {
        guard let label = head.label, let group = head.group else { return }
        text(group + ".X-ABLabel", label)
    }

    // MARK: Lines

    /// Writes a line with a text.
    mutating func text(_ head: String, _ text: String) {
        if version == .v21 { lines.line21(head, texts: [text]) } else { lines.line(head, text: text) }
    }

    /// Writes a line with a structure or a list.
    mutating func texts(_ head: String, _ texts: [String?], separator: UInt8) {
        if version == .v21 {
            lines.line21(head, texts: texts, separator: separator)
        } else {
            lines.line(head, texts: texts, separator: separator)
        }
    }

    /// Writes a value whose escapes are there already.
    mutating func raw(_ head: String, _ value: String) {
        if version == .v21, value.utf8.contains(where: { $0 >= 0x80 }) {
            lines.line21(head, raw: value)
        } else {
            lines.line(head, raw: value)
        }
    }

    /// Carries what the version has no property for, at its place in JSContact.
    mutating func carry(_ value: JSONValue, at path: [String], as loss: String?) {
        let pointer = path.map { $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined(separator: "/")
        let name = version == .v4 ? "JSPROP" : "X-JSPROP"
        // Quotes always: other programs' parsers want them.
        let quoted = pointer.replacing("^", with: "^^").replacing("\"", with: "^'").replacing("\n", with: "^n")
        text(name + ";JSPTR=\"" + quoted + "\"", Self.json(value))
        if let loss { lossesOfCard.insert(loss) }
    }

    /// A value as JSON in which what no line keeps is escaped: DEL, U+0080 to U+009F, and Unicode's line ends. They stand in its texts only.
    private static func json(_ value: JSONValue) -> String {
        let json = String(decoding: value.serialized(), as: UTF8.self)
        func isLost(_ scalar: Unicode.Scalar) -> Bool {
            (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}" || scalar == "\u{2029}"
        }
        guard json.unicodeScalars.contains(where: isLost) else { return json }
        return json.unicodeScalars.map { scalar in
            guard isLost(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        .joined()
    }

    /// Carries the members of an entry that became no parameters. Nearly no entry has any, and its path is made up only where one has.
    mutating func carryRest(
        _ surplus: [String: JSONValue], at path: @autoclosure () -> [String], except known: @autoclosure () -> Set<String> = []
    ) {
        if surplus.isEmpty || surplus.keys.allSatisfy(Self.isCommon) { return }
        let (path, known) = (path(), known())
        for (name, value) in surplus.sorted(by: { $0.key < $1.key }) where !Self.isCommon(name) && !known.contains(name) {
            carry(value, at: path + [name], as: "details other programs added (\(name))")
        }
    }

    // MARK: JSON as parameters

    /// The names of a set, in a fixed order.
    static func names(_ set: JSONValue?) -> [String] {
        (set?.objectValue ?? [:]).filter { $0.value == .bool(true) }.keys.sorted()
    }

    static func texts(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let values): values.compactMap(\.stringValue)
        default: []
        }
    }

    /// A name that can stand before a colon; `nil` for one that can't.
    static func name(_ text: String, allowing others: String) -> String? {
        let isName = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        return isName && !text.isEmpty ? text : nil
    }
}
