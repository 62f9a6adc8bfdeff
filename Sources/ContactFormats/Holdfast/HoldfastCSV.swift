import ContactModel

/// The rows `export --to csv` and `--to excel-csv` write (`PersonCSVWriter`), read back.
///
/// What the vault computes (id, kind of address, standing, day of confirmation) is not read: it is computed again. The owner's own row is
/// left out, for the owner is no contact.
enum HoldfastCSV {
    static let sheet = SheetFormat(service: "Holdfast") { header in
        let words = Set(header.map(LetterFolding.header))
        guard words.isSuperset(of: ["id", "name", "given", "family", "emailkind", "lastconfirmed"]) else { return nil }
        let standing = header.firstIndex { LetterFolding.header($0) == "standing" }
        return SheetFormat.Layout(
            format: "holdfast-csv",
            layout: "\(header.count) columns, as Holdfast exports them",
            roles: header.map { roles[LetterFolding.header($0)] ?? ColumnRole(.keep) },
            reading: PeopleReading(splitsNotes: true, partsTagsBySemicolonsAlone: true) { row in
                standing.map { row.text($0) == "owner" } ?? false
            }
        )
    }

    private static let roles: [String: ColumnRole] = [
        "id": ColumnRole(.ignore), "name": ColumnRole(.name), "given": ColumnRole(.given), "family": ColumnRole(.family),
        "company": ColumnRole(.company), "title": ColumnRole(.title), "email": ColumnRole(.email), "emailkind": ColumnRole(.ignore),
        "email2": ColumnRole(.email), "email3": ColumnRole(.email), "phone": ColumnRole(.phone), "phone2": ColumnRole(.phone),
        "url": ColumnRole(.url), "tags": ColumnRole(.tags), "connectedon": ColumnRole(.connectedOn), "lastconfirmed": ColumnRole(.ignore),
        "standing": ColumnRole(.ignore), "notes": ColumnRole(.notes),
    ]
}

extension HandOutFormat {
    /// What Holdfast itself exports as CSV.
    static let holdfastCSV = HandOutFormat(name: "holdfast-csv", title: "Holdfast's own CSV") {
        try HoldfastCSV.sheet.recognise($0, wishes: $1)
    }
}
