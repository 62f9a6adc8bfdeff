import ContactModel
import TextMatching

/// What a first passage through the vCards of a hand-out tells: who made them, how new they are, and who belongs to which group.
struct VCardSurvey {
    /// How many cards of people there are.
    private(set) var cardCount = 0
    /// Who belongs to which group.
    private(set) var groups = CardGroups()
    /// The day of the newest `REV`.
    private(set) var newestDate: CalendarDate?
    /// The versions met, each once.
    private(set) var versions: [VCardVersion] = []
    private var makers: [String: Int] = [:]

    init(_ members: [Member]) throws {
        var hasGroups = false
        for member in members {
            try VCardObjectReader.read(member.bytes, interest: Self.tellsOfMakers) { event in
                guard case .object(let object) = event else { return }
                if Self.isGroup(object) { hasGroups = true } else { cardCount += 1 }
                look(at: object)
            }
        }
        // Names and ids matter of groups only, which few files have.
        guard hasGroups else { return }
        for member in members {
            try VCardObjectReader.read(member.bytes, interest: Self.tellsOfGroups) { event in
                if case .object(let object) = event, Self.isGroup(object) { addGroup(object) }
            }
        }
        groups.finish()
    }

    private static func tellsOfMakers(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.first.map({ $0 & 0xDF }) {
        case UInt8(ascii: "X"): true
        case UInt8(ascii: "C"): name.isProperty("CATEGORIES")
        case UInt8(ascii: "K"): name.isProperty("KIND")
        case UInt8(ascii: "P"): name.isProperty("PRODID")
        case UInt8(ascii: "R"): name.isProperty("REV")
        default: false
        }
    }

    private static func tellsOfGroups(_ name: ArraySlice<UInt8>) -> Bool {
        ["KIND", "MEMBER", "UID", "FN", "N", "NICKNAME", "X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER"]
            .contains { name.isProperty($0) }
    }

    private static func isGroup(_ object: VCardObject) -> Bool {
        let kind = object.lines.last { $0.property == .kind || $0.property == .applesKind }
        return kind?.value.trimmingBlanks.lowercased() == "group"
    }

    /// Who made most of the cards, where they tell: "iCloud", "Google Contacts".
    var maker: String? {
        guard let best = makers.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 2 > cardCount + groups.count else {
            return nil
        }
        return best.key
    }

    private mutating func look(at object: VCardObject) {
        var marks = VCardMaker.Marks()
        for line in object.lines {
            if line.property == .revision, let day = VCardDate.day(ofTimestamp: line.value.trimmingBlanks) {
                newestDate = max(newestDate ?? day, day)
            }
            marks.look(at: line)
        }
        if !versions.contains(object.version) { versions.append(object.version) }
        if let maker = marks.maker { makers[maker, default: 0] += 1 }
    }

    private mutating func addGroup(_ object: VCardObject) {
        let name =
            object.lines.first { $0.property == .formattedName } ?? object.lines.first { $0.property == .name || $0.property == .nickname }
        let members = object.lines.filter { $0.name == "MEMBER" || $0.name == "X-ADDRESSBOOKSERVER-MEMBER" }
        groups.add(
            uid: object.lines.last { $0.property == .uid }?.value.trimmingBlanks,
            name: name.flatMap { VCardText.text($0.value.replacing(";", with: " ")) },
            members: members.map(\.value.trimmingBlanks)
        )
    }
}

/// Which program made a card, as far as the card tells.
enum VCardMaker {
    /// The marks of one card.
    struct Marks {
        private var named: String?
        private var marked: String?
        private var isGoogles = false
        private var hasApplesLabels = false

        /// The name its source gets; `nil` where nothing tells.
        var maker: String? { named ?? (isGoogles ? "Google Contacts" : marked ?? (hasApplesLabels ? "iCloud" : nil)) }

        mutating func look(at line: ContentLine) {
            switch line.property {
            case .product: named = VCardMaker.name(ofProduct: line.value.lowercased())
            case .categories: if line.value.holds("myContacts") { isGoogles = true }
            case .applesLabel: if line.value.hasPrefix("_$!<") { hasApplesLabels = true }
            case .applesUID, .applesCountry: hasApplesLabels = true
            default: if line.name.hasPrefix("X-") { marked = marked ?? VCardMaker.name(ofProperty: line.name) }
            }
        }
    }

    static func name(ofProduct product: String) -> String? { makers.first { product.holds($0.0) }?.1 }

    private static let makers: [(StaticString, String)] = [
        ("icloud", "iCloud"), ("apple", "Apple Contacts"), ("google", "Google Contacts"), ("outlook", "Outlook"),
        ("microsoft", "Outlook"), ("nextcloud", "Nextcloud"), ("owncloud", "ownCloud"), ("sabre", "Nextcloud"),
        ("evolution", "Evolution"), ("kaddressbook", "KAddressBook"), ("k desktop environment", "KAddressBook"),
        ("cardbook", "Thunderbird"), ("thunderbird", "Thunderbird"), ("mozilla", "Thunderbird"), ("cyrusimap", "Fastmail"),
        ("fastmail", "Fastmail"), ("proton", "Proton"), ("zimbra", "Zimbra"), ("open-xchange", "Open-Xchange"), ("sogo", "SOGo"),
        ("roundcube", "Roundcube"), ("synology", "Synology Contacts"), ("yahoo", "Yahoo"), ("zoho", "Zoho"),
        ("egroupware", "EGroupware"),
        ("davx5", "Android"), ("android", "Android"), ("samsung", "Samsung"), ("monica", "Monica"), ("khard", "khard"),
    ]

    private static func name(ofProperty property: String) -> String? { marks.first { property.hasPrefix($0.0) }?.1 }

    private static let marks = [
        ("X-MS-", "Outlook"), ("X-EVOLUTION-", "Evolution"), ("X-MOZILLA-", "Thunderbird"), ("X-KADDRESSBOOK-", "KAddressBook"),
        ("X-ANDROID-", "Android"), ("X-SAMSUNG", "Samsung"), ("X-NC-", "Nextcloud"), ("X-OX-", "Open-Xchange"),
    ]
}
