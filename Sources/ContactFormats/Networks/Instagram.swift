import ContactModel
import TextMatching

/// Instagram's hand-out: whom one follows, and who follows one.
///
/// An entry is a handle and a time. Layouts: `{"relationships_following":[…]}` and bare arrays; the handle in `value`, since the end of 2025
/// in `title` only. Sources: `docs/formats/networks.md`.
enum Instagram {
    /// "Instagram"
    static let service = "Instagram"

    private enum Kind {
        case following, followers
    }

    static func recognise(_ parcel: Parcel) throws -> HandOut? {
        var sorting = NetworkSorting(parcel)
        var found: [(member: Member, array: String?, kind: Kind, isPage: Bool)] = []
        for member in parcel.members {
            guard let beginning = try NetworkSorting.beginning(of: member) else { continue }
            if beginning.contains("\"string_list_data\"") {
                if let array = array(in: beginning) {
                    guard let kind = kinds[array] else { continue }
                    found.append((member, array, kind, false))
                } else if beginning.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "[" {
                    found.append((member, nil, .followers, false))
                }
            } else if let kind = pageKind(beginning, path: member.path) {
                found.append((member, nil, kind, true))
            }
        }
        for kind in [Kind.following, .followers] {
            let ofKind = found.filter { $0.kind == kind }
            let chosen = ofKind.contains { !$0.isPage } ? ofKind.filter { !$0.isPage } : ofKind
            guard !chosen.isEmpty else { continue }
            let arrays = Dictionary(chosen.map { ($0.member.path, $0.array) }) { first, _ in first }
            let isPage = chosen[0].isPage
            let description = NetworkList.Description(
                format: kind == .following ? "instagram-following" : "instagram-followers",
                sourceName: kind == .following ? nil : "Instagram followers", list: .follows, layout: isPage ? "web page" : "JSON",
                fields: [.link]
            )
            let table = try NetworkList(chosen.map(\.member), as: description) { members, body in
                var count = 0
                for member in members {
                    count += isPage ? try readPage(member, kind, body) : try read(member, array: arrays[member.path] ?? nil, kind, body)
                }
                return count
            }
            if let table { sorting.tables.append(table) }
        }
        return sorting.handOut(service) { $0.contains("messages/") || $0.contains("login_activity") || $0.contains("security") }
    }

    private static let kinds: [String: Kind] = ["relationships_following": .following, "relationships_followers": .followers]

    /// The name of the first array of relationships in the beginning of a file.
    private static func array(in beginning: String) -> String? {
        guard let start = beginning.firstRange(of: "\"relationships_") else { return nil }
        return "relationships_" + beginning[start.upperBound...].prefix { $0 != "\"" }
    }

    private static func pageKind(_ beginning: String, path: String) -> Kind? {
        guard beginning.lowercased().contains("<html"), beginning.contains("instagram.com/") else { return nil }
        let words = [Facebook.title(of: beginning) ?? "", String(EntryPath.lastPart(of: path))].map { TextFolding.folded($0) }.joined(
            separator: " ")
        if words.contains("following") { return .following }
        return words.contains("followers") ? .followers : nil
    }

    private static func read(_ member: Member, array: String?, _ kind: Kind, _ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        let end = try JSONElements.read(member.bytes, member: array) { element in
            count += 1
            let data = element.value?["string_list_data"]?.arrayValue?.first
            let link = data?["href"]?.stringValue
            let text =
                data?["value"]?.stringValue ?? element.value?["title"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
                ?? link.flatMap(handle)
            guard let text, let handle = handle(text) else {
                let text = String(decoding: element.text.prefix(2000), as: UTF8.self)
                return try body(.problem(ReadProblem(line: element.line, code: "no-name", text: text, isRejection: true)))
            }
            try deliver(handle, CalendarDate(networkTime: data?["timestamp"]?.integerValue), kind, line: element.line, body)
        }
        if end == .cutOff {
            try body(
                .problem(ReadProblem(line: 0, code: "cut-off", text: "\(member.path) ends in the middle of the list", isRejection: true)))
        }
        return count
    }

    private static func readPage(_ member: Member, _ kind: Kind, _ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        var waiting: String?
        func finish(_ day: CalendarDate?) throws {
            guard let handle = waiting else { return }
            waiting = nil
            count += 1
            try deliver(handle, day, kind, line: 1, body)
        }
        try HTMLText.read(member.bytes) { run in
            if let href = run.href, href.contains("instagram.com/"), let handle = handle(href) {
                try finish(nil)
                waiting = handle
            } else if case .day(let day) = TableDate.read(run.text, order: .monthFirst) {
                try finish(day)
            }
            return true
        }
        try finish(nil)
        return count
    }

    /// The handle in a text or an address (`https://www.instagram.com/_u/ada.example`); `nil` where it is none.
    private static func handle(_ text: String) -> String? {
        var handle = text.trimmedOfBlanks[...]
        if let host = handle.firstRange(of: "instagram.com/") { handle = handle[host.upperBound...] }
        if handle.hasPrefix("_u/") { handle = handle.dropFirst(3) }
        handle = handle.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if handle.hasPrefix("@") { handle = handle.dropFirst() }
        let isHandle =
            (1...60).contains(handle.utf8.count)
            && handle.utf8.allSatisfy { LetterFolding.isASCIILetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F }
        return isHandle ? String(handle) : nil
    }

    private static func deliver(_ handle: String, _ day: CalendarDate?, _ kind: Kind, line: Int, _ body: (ReadEvent) throws -> Void) throws
    {
        var card = Card(nicknames: [handle], links: [Link("https://www.instagram.com/\(handle)", service: service)])
        if let day { card.extra[NetworkProperty.since] = .string(day.description) }
        if kind == .followers { card.extra[NetworkProperty.follows] = .string("you") }
        try body(.entry(SourceEntry(line: line, key: IdentityKey(.profile, "instagram:" + handle.lowercased()), card: card)))
    }
}

extension HandOutFormat {
    /// Instagram's lists.
    static let instagram = HandOutFormat(name: "instagram", title: "Instagram's hand-out") { try Instagram.recognise($0) }
}
