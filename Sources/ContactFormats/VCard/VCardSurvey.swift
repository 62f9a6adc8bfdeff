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
            // Most of what tells is looked at where lines are passed over, and belongs to the card that ends next.
            var marks = VCardMarks()
            try VCardObjectReader.read(member.bytes, interest: { marks.look(at: $0, $1) }) { event in
                guard case .object(let object) = event else { return }
                if object.lines.contains(where: { $0.property == .categories && $0.value.holds("myContacts") }) { marks.isGoogles = true }
                if marks.isGroup { hasGroups = true } else { cardCount += 1 }
                if !versions.contains(object.version) { versions.append(object.version) }
                if let maker = marks.maker { makers[maker, default: 0] += 1 }
                marks.beginCard()
            }
            if let day = marks.newestDate { newestDate = max(newestDate ?? day, day) }
        }
        // Names and ids matter of groups only, which few files have.
        guard hasGroups else { return }
        for member in members {
            try VCardObjectReader.read(member.bytes, interest: { name, _ in Self.tellsOfGroups(name) }) { event in
                if case .object(let object) = event, Self.isGroup(object) { addGroup(object) }
            }
        }
        groups.finish()
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
