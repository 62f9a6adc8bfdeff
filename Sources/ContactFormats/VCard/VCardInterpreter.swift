import ContactModel
import TextMatching

/// Makes a card of a vCard's lines (RFC 9555 §2, and what its producers write beyond).
///
/// What has a field goes there. What RFC 9553 has a place for goes into `extra` under its names. Everything else stays as it is:
/// properties in `vCardProps`, as jCard with the value still escaped (RFC 9555 §2.1.1), parameters in the `vCardParams` of what they
/// belong to. Never fails.
struct VCardInterpreter {
    /// A value of a list on its way into the card, with what is said beyond it.
    struct Entry<Value> {
        var value: Value
        var surplus: [String: JSONValue]
        /// What it is in other languages.
        var translations: [Translation] = []
    }

    let version: VCardVersion
    /// The card's lines, which groups tell of.
    private let lines: [ContentLine]
    var card = Card()
    var problems: [ReadProblem] = []
    var emails: [Entry<EmailAddress>] = []
    var phones: [Entry<PhoneNumber>] = []
    var organizations: [Entry<Organization>] = []
    var titles: [Entry<String>] = []
    var addresses: [Entry<PostalAddress>] = []
    var links: [Entry<Link>] = []
    var notes: [Entry<String>] = []
    var nicknames: [Entry<String>] = []
    var unknown: [JSONValue] = []
    var groups: LineGroups
    var formattedName: String?
    /// What is said beyond the name in one piece.
    var formattedSurplus: [String: JSONValue] = [:]
    var hasName = false
    /// An `FN` that only repeats what `N` says, and an `N` that only repeats what `FN` does.
    var derivedFormattedName: ContentLine?
    var derivedName: ContentLine?
    /// The value of an `N` that says nothing.
    var emptyName: String?
    /// Where somebody was born and died (RFC 6474), by property: said with the day, which may come behind.
    var places: [String: ContentLine] = [:]
    /// The name in other languages.
    var names: [String: [String: JSONValue]] = [:]
    /// Labels of addresses that stand by themselves (`LABEL`), with their types.
    var addressLabels: [(types: Set<String>, line: ContentLine)] = []
    var addressTypes: [[String]] = []
    var pointers: [(path: String, value: JSONValue, line: ContentLine)] = []

    /// The members of ours that carry what only a vCard says.
    static let rawValue = HeaderMeaning.rawValue
    static let rawLabel = Card.extensionPrefix + "ablabel"
    /// What `FN` has for itself where `N` stands beside it: its own language, preference, group and types.
    static let formattedName = Card.extensionPrefix + "fn"
    /// Said of `FN` where its name has translations and it has none.
    static let isAlone = "isAlone"
    /// The value of an `N` that says nothing of its own beside a name in one piece.
    static let partsOfName = Card.extensionPrefix + "n"
    /// The lines of tags that say more than their tags, as jCard: their own language, preference, group and types.
    static let keywordLines = Card.extensionPrefix + "categories"

    /// The card an object is, and what of it could not be read.
    static func card(of object: VCardObject) -> (card: Card, problems: [ReadProblem]) {
        var interpreter = VCardInterpreter(version: object.version, lines: object.lines)
        // A span, for what is only looked at is not copied out of it.
        let lines = object.lines.span
        let translations = Self.translations(in: object)
        let translated = translations.isEmpty ? [] : Set(translations.values.joined())
        for index in lines.indices where translated.isEmpty || !translated.contains(index) {
            if let others = translations.isEmpty ? nil : translations[index] {
                interpreter.take(lines[index], translatedBy: others.map { object.lines[$0] })
            } else {
                interpreter.take(lines[index])
            }
        }
        let before = interpreter.pointers.isEmpty ? nil : interpreter
        interpreter.finish()
        if let before, JSContact.decode(JSContact.encode(interpreter.card)) != interpreter.card {
            // What is carried to a place where it means something else is no part of the card; it stays as it stands.
            interpreter = before
            for pointer in before.pointers { interpreter.keep(pointer.line) }
            interpreter.pointers = []
            interpreter.finish()
        }
        // Swapped out rather than copied with all its lists.
        var card = Card()
        swap(&card, &interpreter.card)
        return (card, interpreter.problems)
    }

    init(version: VCardVersion, lines: [ContentLine] = []) {
        self.version = version
        self.lines = lines
        groups = LineGroups(of: lines)
        // An id, a date, and what is said of addresses and numbers: room for most cards at once.
        card.extra.reserveCapacity(8)
    }

    mutating func take(_ line: ContentLine) {
        switch line.property {
        case .formattedName: takeFormattedName(line)
        case .name: takeName(line)
        case .nickname: takeNicknames(line)
        case .email: takeEmail(line)
        case .phone: takePhone(line)
        case .address: takeAddress(line)
        case .label: addressLabels.append((Self.kinds(line.types), line))
        case .organization: takeOrganization(line)
        case .title: takeTitle(line)
        case .link: takeLink(line, service: nil)
        case .profile, .applesProfile: takeProfile(line)
        case .note: takeNote(line)
        case .categories, .oldCategories: takeKeywords(line)
        case .birthday: takeBirthday(line)
        case .applesLabel, .applesCountry: if line.group == nil { keep(line) }
        case .connectedOn:
            card.connectedOn = CalendarDate(iso: line.value.trimmingBlanks)
            if card.connectedOn == nil { keep(line) }
        case .uid: takeWhole("uid", text(of: line), line)
        case .kind: takeWhole("kind", text(of: line)?.lowercased(), line)
        case .applesKind: takeWhole("kind", text(of: line)?.lowercased(), line)
        case .product:
            // That it was Holdfast that wrote a file says nothing of the card.
            if line.value.trimmingBlanks != VCardWriter.product { takeWhole("prodId", text(of: line), line) }
        case .revision: takeWhole("updated", VCardDate.timestamp(line.value.trimmingBlanks), line)
        case .created: takeWhole("created", VCardDate.timestamp(line.value.trimmingBlanks), line)
        case .language: takeWhole("language", text(of: line), line)
        case .pointer, .oldPointer: takePointer(line)
        default: if !takeFurther(line) { keep(line) }
        }
    }

    // MARK: What goes with every value

    /// The text of a value, unescaped, without blanks around; `nil` where it says nothing.
    func text(of line: ContentLine) -> String? {
        // Version 2.1 escapes semicolons only; its programs write `\n` and `\,` as well.
        VCardText.text(line.value)
    }

    /// What a line's parameters, its group and the group's label say of its value: a label, and what is said beyond it.
    mutating func describe(_ line: ContentLine) -> (label: String?, surplus: [String: JSONValue]) {
        describe(line, as: line.header.meaning)
    }

    /// The same where the header doesn't mean what it usually does.
    mutating func describe(_ line: ContentLine, as meaning: HeaderMeaning) -> (label: String?, surplus: [String: JSONValue]) {
        var (label, surplus) = (meaning.word, meaning.surplus)
        if let key = line.header.groupKey {
            let place = groups.place(of: key)
            let group = place.map { groups.all[$0] } ?? LineGroups.Group(key: key)
            let text = group.label.flatMap { self.text(of: lines[$0]) }
            if group.size > 1 || text == nil && group.country == nil {
                var parameters = surplus["vCardParams"]?.objectValue ?? [:]
                parameters["group"] = line.group.map { .string($0) }
                surplus["vCardParams"] = .object(parameters)
            }
            if let place, let text {
                groups.useLabel(at: place)
                label = VCardKinds.word(ofApplesLabel: text)
                if label != text || VCardKinds.meaning(of: text) != nil || !Self.hasLabels(line) { surplus[Self.rawLabel] = .string(text) }
                if meaning.isSaidByWord, label != meaning.word { meaning.sayKinds(in: &surplus) }
            }
        }
        // What has no label says its types in full.
        if meaning.isSaidByWord, !Self.hasLabels(line) { meaning.sayKinds(in: &surplus) }
        if let own = meaning.ownLabel {
            label = own
            if VCardKinds.meaning(of: own) != nil { surplus[Self.rawLabel] = .string(own) }
        }
        return (label, surplus)
    }

    /// Whether the entries a property makes have a field for a label.
    private static func hasLabels(_ line: ContentLine) -> Bool {
        switch line.property {
        case .email, .phone, .address, .label, .link, .profile, .applesProfile, .contactLink, .messaging: true
        default: false
        }
    }

    /// The country said of an address by its group (`X-ABADR`).
    mutating func country(of line: ContentLine) -> String? {
        guard let place = line.header.groupKey.flatMap(groups.place), let country = groups.all[place].country,
            let code = text(of: lines[country])
        else { return nil }
        groups.useCountry(at: place)
        return code
    }

    /// The types that tell one address from another.
    static func kinds(_ types: [String]) -> Set<String> { Set(types).subtracting(["pref", "dom", "intl", "postal", "parcel"]) }

    // MARK: What nothing is made for

    /// Keeps a line as jCard, its value escaped as it stands.
    mutating func keep(_ line: ContentLine) {
        var value = line.value
        if line.isBase64 { value = String(decoding: value.utf8.filter { $0 > 0x20 }, as: UTF8.self) }
        if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            value = value.replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
            value.unicodeScalars.removeAll { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }
        }
        unknown.append(line.header.jCard(value))
    }

    private mutating func takeWhole(_ member: String, _ value: String?, _ line: ContentLine) {
        guard let value else {
            if line.value.contains(where: { !$0.isWhitespace }) { keep(line) }
            return
        }
        let hasMore = line.group != nil || line.parameters.contains { $0.name != "VALUE" && $0.name != "TYPE" }
        guard card.extra[member] == nil, !hasMore else { return keep(line) }
        card.extra[member] = .string(value)
    }

    private mutating func takePointer(_ line: ContentLine) {
        guard let path = line.parameter("JSPTR"), let text = text(of: line), let value = JSONValue(parsing: text.utf8) else {
            return keep(line)
        }
        pointers.append((path, value, line))
    }

    mutating func tell(_ code: String, _ line: ContentLine) {
        problems.append(ReadProblem(line: line.line, code: code, text: line.name + ":" + line.value.prefix(200), isRejection: false))
    }

    // MARK: Putting it together

    private mutating func finish() {
        finishAddressLabels()
        if !places.isEmpty { finishPlaces() }
        // Labels and countries that went with no value stay as they are.
        for index in groups.unused { keep(lines[index]) }
        if !unknown.isEmpty { card.extra["vCardProps"] = .array(unknown) }
        dropRepeatedProfiles()
        for (path, value, _) in pointers { place(value, at: path) }
        card.nicknames = put(nicknames, .nicknames)
        card.organizations = put(organizations, .organizations)
        card.titles = put(titles, .titles)
        card.emails = put(emails, .emails)
        card.phones = put(phones, .phones)
        card.addresses = put(addresses, .addresses)
        card.notes = put(notes, .notes)
        links = Self.preferredFirst(links)
        for (index, entry) in links.enumerated() {
            card.links.append(entry.value)
            card.setSurplus(entry.surplus, .of(entry.value), at: index)
        }
        finishName()
        localizeName()
    }

    private mutating func put<Value>(_ entries: [Entry<Value>], _ list: Card.EntryList) -> [Value] {
        if entries.isEmpty { return [] }
        let sorted = Self.preferredFirst(entries)
        var members: [String: JSONValue]?
        for (index, entry) in sorted.enumerated() where !entry.surplus.isEmpty {
            if members == nil { members = card.extra[list.rawValue]?.objectValue ?? Dictionary(minimumCapacity: entries.count) }
            members?[list.key(at: index)] = .object(entry.surplus)
        }
        if let members { card.extra[list.rawValue] = .object(members) }
        for (index, entry) in sorted.enumerated() where !entry.translations.isEmpty {
            localize(entry.translations, list.rawValue + "/" + list.key(at: index))
        }
        return sorted.map(\.value)
    }

    /// Entries by preference, those of the same in their order.
    private static func preferredFirst<Value>(_ entries: [Entry<Value>]) -> [Entry<Value>] {
        guard entries.count > 1 else { return entries }
        let ranks = entries.map { $0.surplus["pref"]?.integerValue ?? 101 }
        // The preferred one nearly always stands first.
        if zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) { return entries }
        return entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { entries[$0] }
    }

    /// In version 3 a profile stands twice, as a profile and as a page, so that every program finds it.
    private mutating func dropRepeatedProfiles() {
        guard links.count > 1 else { return }
        let profiles = Set(links.filter { $0.value.service != nil }.map(\.value.uri))
        guard !profiles.isEmpty else { return }
        links.removeAll { $0.value.service == nil && profiles.contains($0.value.uri) && $0.surplus["vCardParams"] == nil }
    }

    /// Puts what `JSPROP` carries where its pointer says (RFC 6901): into an entry of a list by its place, else into the whole.
    private mutating func place(_ value: JSONValue, at path: String) {
        let steps = path.split(separator: "/").map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
        guard let first = steps.first, steps.count <= 8 else { return }
        if steps.count >= 3, let list = Card.EntryList(rawValue: first), let index = Self.index(steps[1], list) {
            let rest = Array(steps[2...])
            switch list {
            case .emails: Self.set(&emails, index, value, rest)
            case .phones: Self.set(&phones, index, value, rest)
            case .organizations: Self.set(&organizations, index, value, rest)
            case .titles: Self.set(&titles, index, value, rest)
            case .addresses:
                Self.set(&addresses, index, value, rest)
                if rest == ["components"], addresses.indices.contains(index) { Self.takeComponents(of: &addresses[index], value) }
            case .notes: Self.set(&notes, index, value, rest)
            case .nicknames: Self.set(&nicknames, index, value, rest)
            case .links, .onlineServices: Self.set(&links, index, value, rest)
            case .anniversaries: card.extra = Self.setting(value, at: steps, in: card.extra)
            }
            return
        }
        if steps == ["name", "components"] {
            let components = (value.arrayValue ?? []).compactMap(CardComponent.init)
            let full = card.name.full
            card.name = PersonName(components: components)
            card.name.full = full
            var surplus = card.nameSurplus
            surplus["components"] = value.arrayValue == card.name.components.map(\.json) ? nil : value
            card.extra["name"] = surplus.isEmpty ? nil : .object(surplus)
            return
        }
        if steps == ["anniversaries", "a1"], card.birthday == nil, let date = PartialDate(json: value["date"]) {
            card.birthday = date
            return
        }
        if steps == ["vCardProps"], let others = value.arrayValue {
            card.extra["vCardProps"] = .array((card.extra["vCardProps"]?.arrayValue ?? []) + others)
            return
        }
        card.extra = Self.setting(value, at: steps, in: card.extra)
    }

    /// Takes over the parts a detailed address was carried in.
    private static func takeComponents(of entry: inout Entry<PostalAddress>, _ value: JSONValue) {
        let before = entry.value
        entry.value = PostalAddress(components: (value.arrayValue ?? []).compactMap(CardComponent.init))
        entry.value.full = before.full
        entry.value.label = before.label
        if value.arrayValue == entry.value.components.map(\.json) { entry.surplus["components"] = nil }
    }

    private static func index(_ key: String, _ list: Card.EntryList) -> Int? {
        guard key.first == list.letter, let number = Int(key.dropFirst()), number > 0 else { return nil }
        return number - 1
    }

    private static func set<Value>(_ entries: inout [Entry<Value>], _ index: Int, _ value: JSONValue, _ path: [String]) {
        guard entries.indices.contains(index) else { return }
        entries[index].surplus = setting(value, at: path, in: entries[index].surplus)
    }

    private static func setting(_ value: JSONValue, at path: [String], in members: [String: JSONValue]) -> [String: JSONValue] {
        var members = members
        guard let first = path.first else { return members }
        if path.count == 1 {
            members[first] = value
        } else {
            members[first] = .object(setting(value, at: Array(path.dropFirst()), in: members[first]?.objectValue ?? [:]))
        }
        return members
    }
}

extension String {
    /// The text without ASCII blanks around it.
    var trimmingBlanks: String {
        guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
        return VCardText.trimmed(self) ?? ""
    }
}
