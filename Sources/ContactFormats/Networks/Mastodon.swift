import ContactModel
import TextMatching

/// Mastodon's list of whom one follows: `Account address,Show boosts,Notify on new posts,Languages`.
///
/// An account's address looks like that of a mailbox and is none. Sources: `docs/formats/networks.md`.
enum Mastodon {
    /// "Mastodon"
    static let service = "Mastodon"

    static func recognise(_ parcel: Parcel) throws -> HandOut? {
        var sorting = NetworkSorting(parcel)
        for member in parcel.members {
            let bytes = BeginningOfBytes(whole: member.bytes, limit: 1 << 13)
            guard !EntryPath.isOfSystem(member.path), try bytes.mayBeText(), let table = try CSVTable.locate(in: bytes, isHeader: isHeader)
            else { continue }
            let description = NetworkList.Description(
                format: "mastodon-following", list: .follows, layout: "accounts followed", fields: [.link])
            let list = try NetworkList([member], as: description) { members, body in try read(members[0], table, body) }
            if let list { sorting.tables.append(list) }
        }
        return sorting.handOut(service) { _ in false }
    }

    private static func isHeader(_ cells: [String]) -> Bool {
        let words = Set(cells.map(LetterFolding.header))
        return words.isSuperset(of: ["accountaddress", "showboosts"])
    }

    private static func read(_ member: Member, _ table: CSVTable, _ body: (ReadEvent) throws -> Void) throws -> Int {
        let column = table.header.firstIndex { LetterFolding.header($0) == "accountaddress" } ?? 0
        var count = 0
        try table.forEachRow(in: member.bytes) { row, isBeforeHeader in
            guard !isBeforeHeader, !row.isBlank else { return true }
            count += 1
            let text = row.text(column).trimmedOfBlanks
            let parts = (text.hasPrefix("@") ? String(text.dropFirst()) : text).split(separator: "@").map(String.init)
            guard parts.count == 2, parts.allSatisfy({ !$0.contains(where: \.isWhitespace) }) else {
                try body(.problem(ReadProblem(line: row.line, code: "no-name", text: row.rawText, isRejection: true)))
                return true
            }
            let card = Card(nicknames: [parts[0]], links: [Link("https://\(parts[1])/@\(parts[0])", service: service)])
            let key = IdentityKey(.profile, "mastodon:\(parts[0])@\(parts[1])".lowercased())
            try body(.entry(SourceEntry(line: row.line, key: key, card: card)))
            return true
        } problem: {
            try body(.problem($0))
        }
        return count
    }
}

extension HandOutFormat {
    /// Mastodon's list of accounts followed.
    static let mastodon = HandOutFormat(name: "mastodon", title: "Mastodon's list of accounts followed") { try Mastodon.recognise($0) }
}
