import ContactModel

/// X's (Twitter's) archive: whom one follows, and who follows one.
///
/// `data/following.js` is a program: `window.YTD.following.part0 = [{"following":{"accountId":"1","userLink":"…"}}]`. It is read, never run.
/// An entry is a number and an address made of it; names are not in it. Sources: `docs/formats/networks.md`.
enum XArchive {
    /// "X"
    static let service = "X"

    static func recognise(_ parcel: Parcel) throws -> HandOut? {
        var sorting = NetworkSorting(parcel)
        var found: [(member: Member, kind: String)] = []
        for member in parcel.members {
            guard let beginning = try NetworkSorting.beginning(of: member, count: 512) else { continue }
            let start = beginning.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            for kind in ["following", "follower"] where start.hasPrefix("window.YTD.\(kind).") { found.append((member, kind)) }
        }
        for kind in ["following", "follower"] {
            let chosen = found.filter { $0.kind == kind }.map(\.member)
            guard !chosen.isEmpty else { continue }
            let description = NetworkList.Description(
                format: "x-\(kind)", sourceName: kind == "following" ? nil : "X followers", list: .follows,
                layout: "numbers of accounts, without names", fields: [.link]
            )
            let table = try NetworkList(chosen, as: description) { members, body in
                var count = 0
                for member in members { count += try read(member, kind, body) }
                return count
            }
            if let table { sorting.tables.append(table) }
        }
        return sorting.handOut(service) { $0.contains("direct-message") || $0.contains("ip-audit") || $0.contains("phone-number") }
    }

    private static func read(_ member: Member, _ kind: String, _ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        let end = try JSONElements.read(member.bytes, member: nil) { element in
            count += 1
            let account = element.value?[kind]
            let text = account?["accountId"]?.stringValue
            guard let id = text, !id.isEmpty, id.utf8.count <= 24, id.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
                let text = String(decoding: element.text.prefix(2000), as: UTF8.self)
                return try body(.problem(ReadProblem(line: element.line, code: "no-name", text: text, isRejection: true)))
            }
            var card = Card(links: [Link("https://twitter.com/intent/user?user_id=\(id)", service: service)])
            if let handle = account?["userLink"]?.stringValue.flatMap(handle) {
                card.nicknames = [handle]
                card.links = [Link("https://x.com/\(handle)", service: service)]
            }
            if kind == "follower" { card.extra[NetworkProperty.follows] = .string("you") }
            try body(.entry(SourceEntry(line: element.line, key: IdentityKey(.profile, "x:" + id), card: card)))
        }
        if end == .cutOff {
            try body(
                .problem(ReadProblem(line: 0, code: "cut-off", text: "\(member.path) ends in the middle of the list", isRejection: true)))
        }
        return count
    }

    /// The handle of an address that has one: `https://twitter.com/ada`, but not the one made of the number.
    private static func handle(_ link: String) -> String? {
        let parts = link.split(separator: "/").map(String.init)
        guard parts.count == 3, parts[1].hasSuffix("twitter.com") || parts[1].hasSuffix("x.com"), let name = parts.last else { return nil }
        return name.utf8.allSatisfy { LetterFolding.isASCIILetterOrDigit($0) || $0 == 0x5F } ? name : nil
    }
}

extension HandOutFormat {
    /// X's archive.
    static let x = HandOutFormat(name: "x", title: "X's archive") { try XArchive.recognise($0) }
}
