import ContactModel

/// Yahoo's address book as CSV.
///
/// LinkedIn once handed out its connections in the same layout; a file by itself with Yahoo's own columns (messengers, distribution lists)
/// is Yahoo's. Sources: `docs/formats/google.md`, at its end.
enum YahooCSV {
    static let sheet = SheetFormat(service: "Yahoo") { header in
        let words = Set(header.map(LetterFolding.header))
        guard words.isSuperset(of: ["first", "last", "email"]), !words.isDisjoint(with: marks) else { return nil }
        return SheetFormat.Layout(format: "yahoo-csv", layout: "\(header.count) columns, Yahoo's layout", roles: roles(of: header))
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
        try YahooCSV.sheet.recognise($0, wishes: $1)
    }
}
