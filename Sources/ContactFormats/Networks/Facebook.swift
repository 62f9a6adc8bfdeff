import ContactModel
import TextMatching

/// Facebook's hand-out ("Download Your Information"): friends with the day of becoming friends, and who is followed.
///
/// A friend has a name and a day, neither link nor address. JSON and HTML, in the layouts of the years; letters that came apart are mended
/// (`MetaText`). Sources: `docs/formats/networks.md`.
enum Facebook {
    /// "Facebook"
    static let service = "Facebook"

    /// The lists that are read, by the name of their array; the others name people one is not connected with.
    private static let arrays: [(name: String, list: EntryList)] = [
        ("friends_v2", .connections), ("friends", .connections), ("following_v3", .follows), ("following_v2", .follows),
        ("following_v1", .follows),
    ]

    static func recognise(_ parcel: Parcel) throws -> HandOut? {
        var sorting = NetworkSorting(parcel)
        var found: [(member: Member, array: String?, list: EntryList)] = []
        for member in parcel.members {
            guard let beginning = try NetworkSorting.beginning(of: member) else { continue }
            if let (array, list) = array(in: beginning) {
                found.append((member, array, list))
            } else if isFriendsPage(beginning) {
                found.append((member, nil, .connections))
            }
        }
        for list in [EntryList.connections, .follows] {
            // The same list comes as JSON or as HTML, and of a divided hand-out in parts.
            let ofList = found.filter { $0.list == list }
            let chosen = ofList.contains { $0.array != nil } ? ofList.filter { $0.array != nil } : ofList
            guard !chosen.isEmpty else { continue }
            let arrays = Dictionary(chosen.map { ($0.member.path, $0.array) }) { first, _ in first }
            let description = NetworkList.Description(
                format: list == .connections ? "facebook-friends" : "facebook-following", list: list,
                layout: chosen[0].array == nil ? "web page" : "JSON (\(chosen[0].array ?? ""))",
                fields: list == .connections ? [.name, .connectedOn] : [.name]
            )
            let table = try NetworkList(chosen.map(\.member), as: description) { members, body in
                var count = 0
                for member in members { count += try read(member, array: arrays[member.path] ?? nil, list, body) }
                return count
            }
            if let table { sorting.tables.append(table) }
        }
        return sorting.handOut(service) { $0.contains("messages/") || $0.contains("payment") || $0.contains("security_and_login") }
    }

    /// The array of a list in the beginning of a file, told by its name and by what its first element looks like.
    private static func array(in beginning: String) -> (String, EntryList)? {
        guard beginning.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "{" else { return nil }
        for (name, list) in arrays where beginning.contains("\"\(name)\"") {
            let behind = beginning[(beginning.firstRange(of: "\"\(name)\"")?.upperBound ?? beginning.startIndex)...]
            let shape = behind.prefix(400)
            if shape.contains("\"name\""), shape.contains("["), !shape.contains("\"string_list_data\"") { return (name, list) }
        }
        return nil
    }

    /// Whether a page is the list of friends, by its title; of removed friends, requests and suggestions there are pages too.
    private static func isFriendsPage(_ beginning: String) -> Bool {
        guard let title = title(of: beginning) else { return false }
        let words = Set(TextFolding.folded(title).split(separator: " ").map(String.init))
        let isOfFriends = !words.isDisjoint(with: [
            "friends", "freunde", "amis", "amigos", "amici", "vrienden", "znajomi", "vanner", "venner",
        ])
        let isOfOthers = !words.isDisjoint(with: [
            "removed", "requests", "request", "suggestions", "suggested", "entfernte", "anfragen", "supprimes", "demandes", "eliminados",
            "solicitudes",
            "rimossi", "richieste", "verwijderde", "peer",
        ])
        return isOfFriends && !isOfOthers
    }

    static func title(of page: String) -> String? {
        let lowercased = page.lowercased()
        guard let start = lowercased.firstRange(of: "<title>"), let end = lowercased[start.upperBound...].firstRange(of: "</title>") else {
            return nil
        }
        return CharacterReferences.resolved(in: String(lowercased[start.upperBound..<end.lowerBound]))
    }

    private static func read(_ member: Member, array: String?, _ list: EntryList, _ body: (ReadEvent) throws -> Void) throws -> Int {
        guard let array else { return try readPage(member, list, body) }
        var count = 0
        let end = try JSONElements.read(member.bytes, member: array) { element in
            count += 1
            guard let value = element.value, let name = MetaText.tidy(value["name"]?.stringValue) else {
                let text = String(decoding: element.text.prefix(2000), as: UTF8.self)
                return try body(.problem(ReadProblem(line: element.line, code: "no-name", text: text, isRejection: true)))
            }
            try deliver(name, CalendarDate(networkTime: value["timestamp"]?.integerValue), line: element.line, list, body)
        }
        if end == .cutOff {
            try body(
                .problem(ReadProblem(line: 0, code: "cut-off", text: "\(member.path) ends in the middle of the list", isRejection: true)))
        }
        return count
    }

    /// A page is a row of names, each with its date behind it; in pages of 2012 the date is in brackets.
    private static func readPage(_ member: Member, _ list: EntryList, _ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        var name: (text: String, isHeading: Bool)?
        try HTMLText.read(member.bytes) { run in
            if case .day(let day) = TableDate.read(run.text, order: .monthFirst), let known = name {
                count += 1
                try deliver(known.text, day, line: 1, list, body)
                name = nil
            } else if run.tag == "li", let open = run.text.lastIndex(of: "("), run.text.hasSuffix(")"),
                case .day(let day) = TableDate.read(String(run.text[run.text.index(after: open)...].dropLast()), order: .monthFirst)
            {
                count += 1
                try deliver(String(run.text[..<open]).trimmedOfBlanks, day, line: 1, list, body)
            } else {
                name = (run.text, run.tag == "h2")
            }
            return true
        }
        return count
    }

    private static func deliver(_ text: String, _ day: CalendarDate?, line: Int, _ list: EntryList, _ body: (ReadEvent) throws -> Void)
        throws
    {
        var card = Card(name: PersonNameReading.name(text))
        if list == .connections { card.connectedOn = day } else if let day { card.extra[NetworkProperty.since] = .string(day.description) }
        // Meta calls members who are gone "Facebook user".
        let folded = TextFolding.folded(text)
        guard !goneMembers.contains(folded) else { return try body(.closedAccount(line: line)) }
        guard let key = day.flatMap({ IdentityKey.tie(card.name, on: $0) }) ?? IdentityKey.name(card.name) else { return }
        try body(.entry(SourceEntry(line: line, key: key, card: card)))
    }

    private static let goneMembers: Set<String> = [
        "facebook user", "facebook-nutzer", "facebook nutzer", "utilisateur facebook", "usuario de facebook", "utente di facebook",
        "utente facebook",
    ]
}

extension HandOutFormat {
    /// Facebook's friends.
    static let facebook = HandOutFormat(name: "facebook", title: "Facebook's hand-out") { try Facebook.recognise($0) }
}
