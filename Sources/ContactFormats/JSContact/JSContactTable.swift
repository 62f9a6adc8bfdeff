public import ContactModel

/// An address book as JSContact (RFC 9553): Cards by themselves, in an array, or one a line.
public struct JSContactTable: TableOfGroups {
    /// `jscontact`
    public var format: String { "jscontact" }
    /// The program that made it, where the cards tell.
    public let sourceName: String?
    /// An address book.
    public var list: EntryList { .addressBook }
    /// How many cards.
    public let layout: String
    /// The files.
    public let members: [Member]
    /// All.
    public var fields: Set<CardField> { Set(CardField.allCases).subtracting([.connectedOn]) }
    /// The day of the newest `updated`.
    public let newestDate: CalendarDate?
    /// What became of groups.
    public var remarks: [String] { hasGroupsAsCards ? [] : groups.remarks }

    private let groups: CardGroups
    private var hasGroupsAsCards = false

    init?(_ members: [Member], fileName: String) throws {
        var groups = CardGroups()
        var newest: CalendarDate?
        var makers: [String: Int] = [:]
        var count = 0
        for member in members {
            try JSONObjectReader.read(member.bytes) { event in
                guard case .object(let bytes, _) = event, let card = JSContact.decode(bytes) else { return }
                if Self.isGroup(card, bytes) {
                    return groups.add(uid: card.extra["uid"]?.stringValue, name: Self.name(ofGroup: card), members: Self.members(of: card))
                }
                count += 1
                if let day = card.extra["updated"]?.stringValue.flatMap({ CalendarDate(iso: $0.prefix(10)) }) {
                    newest = max(newest ?? day, day)
                }
                if let maker = card.extra["prodId"]?.stringValue.flatMap({ VCardMaker.name(ofProduct: $0.lowercased()) }) {
                    makers[maker, default: 0] += 1
                }
            }
        }
        guard count + groups.count > 0 else { return nil }
        groups.finish()
        self.members = members
        self.groups = groups
        newestDate = newest
        let best = makers.max { ($0.value, $1.key) < ($1.value, $0.key) }
        sourceName = best.flatMap { $0.value * 2 > count ? $0.key : nil } ?? SourceName.of("Address book", fileName: fileName)
        layout = "JSContact, \(count) \(count == 1 ? "card" : "cards")"
    }

    /// The same list with its groups as cards of their own.
    public var withGroupsAsCards: any Table {
        var table = self
        table.hasGroupsAsCards = true
        return table
    }

    /// Reads the cards in the order of the files; groups are no entries, but tags of their members, and what no tag can say of them is told.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        var seen: Set<Int> = []
        var groups = groups
        func tell(_ code: String, _ bytes: [UInt8], _ line: Int, isRejection: Bool) throws {
            let text = TextEncoding.utf8.textOfMixedBytes(bytes.prefix(500))
            try body(.problem(ReadProblem(line: line, code: code, text: text, isRejection: isRejection)))
        }
        for member in members {
            try JSONObjectReader.read(member.bytes) { event in
                switch event {
                case .stray(let bytes, let line): try tell("outside-card", bytes, line, isRejection: false)
                case .broken(let bytes, let line, let isTooLarge):
                    count += 1
                    try tell(isTooLarge ? "card-too-large" : "missing-end", bytes, line, isRejection: true)
                case .object(let bytes, let line):
                    count += 1
                    guard let decoded = JSContact.decode(bytes) else { return try tell("not-json", bytes, line, isRejection: true) }
                    if members.count > 1, !seen.insert(decoded.hashValue).inserted { return }
                    if Self.isGroup(decoded, bytes), !hasGroupsAsCards {
                        for problem in Self.losses(of: decoded, line, &groups) { try body(.problem(problem)) }
                        return
                    }
                    var card = JSContactMeaning.worded(decoded)
                    if groups.count > 0, !hasGroupsAsCards, let uid = card.extra["uid"]?.stringValue {
                        groups.meet(uid)
                        for group in groups.names(of: uid) where !card.keywords.contains(group) { card.keywords.append(group) }
                    }
                    guard let key = CardKey.key(of: card) else { return try tell("empty-card", bytes, line, isRejection: true) }
                    try body(.entry(SourceEntry(line: line, key: key, card: card)))
                }
            }
        }
        for problem in groups.membersWithoutCard { try body(.problem(problem)) }
        return count
    }

    /// What tags don't say of a group: what else its card says, groups inside it.
    private static func losses(of group: Card, _ line: Int, _ groups: inout CardGroups) -> [ReadProblem] {
        var rest = group
        rest.name = PersonName()
        for name in ["uid", "kind", "members", "updated", "prodId", "version", "@type", "name"] { rest.extra[name] = nil }
        let detail = String(decoding: JSContact.encode(rest), as: UTF8.self)
        let details = rest == Card() ? [] : [ReadProblem(line: line, code: "group-detail", text: detail, isRejection: false)]
        return details + groups.losses(ofMembers: members(of: group).map { ($0, line) }, of: group.extra["uid"]?.stringValue)
    }

    /// Whether a card is a group: by its kind, or a `CardGroup` as RFC 9553's drafts had it.
    private static func isGroup(_ card: Card, _ bytes: [UInt8]) -> Bool {
        if card.extra["kind"] == .string("group") { return true }
        return card.extra["members"]?.objectValue != nil && card.extra["kind"] == nil
    }

    private static func name(ofGroup card: Card) -> String? {
        let name = card.name.display
        return name.isEmpty ? card.extra["name"]?.stringValue : name
    }

    private static func members(of card: Card) -> [String] { VCardWriter.names(card.extra["members"]) }
}

extension HandOutFormat {
    /// JSContact: a Card, an array of them, one a line.
    static let jsContact = HandOutFormat(name: "jscontact", title: "JSContact, as newer address books hand it out") { parcel in
        var cards: [Member] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            if try JSContactRecognition.isJSContact(member.bytes) {
                cards.append(member)
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
            }
        }
        guard !cards.isEmpty, let table = try JSContactTable(cards, fileName: parcel.path) else { return nil }
        return HandOut(service: table.sourceName ?? "Address book", tables: [table], passedOver: passedOver)
    }
}

/// Tells JSContact by its beginning.
enum JSContactRecognition {
    /// Whether a file is JSON that begins with a Card: one that says so, or one that has its version, an id and something of a contact.
    static func isJSContact(_ source: any ByteSource) throws -> Bool {
        let text = try BeginningOfText.read(source, byteCount: 1 << 16)
        guard let first = text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{1E}" }), first == "{" || first == "[" else {
            return false
        }
        let compact = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
        if compact.contains("\"@type\":\"Card\"") || compact.contains("\"@type\":\"CardGroup\"") { return true }
        return compact.contains("\"version\":\"1.0\"") && compact.contains("\"uid\":") && compact.contains("\"name\":{")
    }
}
