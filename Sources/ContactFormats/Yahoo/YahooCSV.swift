import ContactModel

/// Yahoo's address book as CSV.
///
/// LinkedIn once handed out its connections in the same layout, with the same header. A list with employers in which no row has anything but
/// what LinkedIn knows is LinkedIn's. Sources: `docs/formats/google.md`, at its end.
enum YahooCSV {
    static let sheet = SheetFormat(service: "Yahoo") { header in
        let words = Set(header.map(LetterFolding.header))
        guard words.isSuperset(of: ["first", "last", "email"]), !words.isDisjoint(with: marks) else { return nil }
        return SheetFormat.Layout(format: "yahoo-csv", layout: "\(header.count) columns, Yahoo's layout", roles: roles(of: header))
    }

    /// What LinkedIn filled of Yahoo's columns, and what else a row may have without being Yahoo's: numbers.
    private static let linkedIns: Set<String> = [
        "first", "middle", "last", "email", "title", "company", "home", "work", "mobile", "other", "fax", "pager",
    ]

    /// Whether a parcel's tables of this layout are lists LinkedIn handed out: all that is filled is what LinkedIn knows, and most rows say
    /// where somebody works, which hardly any address book does.
    static func areLinkedIns(_ parcel: Parcel) throws -> Bool {
        var (rows, employed) = (0, 0)
        for member in parcel.members {
            guard let (table, _) = try sheet.locate(in: member) else { continue }
            let words = table.header.map(LetterFolding.header)
            var isForeign = false
            try table.forEachRow(in: member.bytes) { row, isBeforeHeader in
                guard !isBeforeHeader, !row.isBlank else { return true }
                let filled = Set(words.indices.lazy.filter { $0 < row.count && !row.isEmpty($0) }.map { words[$0] })
                isForeign = !filled.isSubset(of: linkedIns)
                rows += 1
                if filled.contains("company") || filled.contains("title") { employed += 1 }
                return !isForeign
            } problem: { _ in
            }
            if isForeign { return false }
        }
        return rows > 0 && employed * 2 > rows
    }

    private static let marks: Set<String> = [
        "distributionlists", "yahooid", "messengerid", "messengerid1", "skypeid", "aimid", "yahoophone",
    ]

    static func roles(of header: [String]) -> [ColumnRole] {
        var roles = HeaderRoles.roles(of: header)
        for (column, cell) in header.enumerated() {
            switch LetterFolding.header(cell) {
            case "home", "work", "pager", "fax", "mobile", "other", "primary":
                roles[column] = ColumnRole(.phone, label: LetterFolding.header(cell))
            case "yahoophone": roles[column] = ColumnRole(.phone, label: "Yahoo")
            case "title": roles[column] = ColumnRole(.title)
            case "email", "alternateemail1", "alternateemail2": roles[column] = ColumnRole(.email)
            case "category": roles[column] = ColumnRole(.tags)
            case "personalwebsite": roles[column] = ColumnRole(.url, label: "personal")
            case "businesswebsite": roles[column] = ColumnRole(.url, label: "work")
            case "comments": roles[column] = ColumnRole(.notes)
            default: break
            }
        }
        return roles
    }
}

extension HandOutFormat {
    /// Yahoo's address book as CSV.
    static let yahooCSV = HandOutFormat(name: "yahoo-csv", title: "Yahoo's address book as CSV") {
        try YahooCSV.areLinkedIns($0) ? nil : YahooCSV.sheet.recognise($0, wishes: $1)
    }
}
