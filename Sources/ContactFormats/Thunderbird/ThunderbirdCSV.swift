import ContactModel

/// Thunderbird's address book as a text file: comma or tab, headers in the language of the program.
///
/// Sources: `docs/formats/thunderbird.md`.
enum ThunderbirdCSV {
    /// "Thunderbird"
    static let service = "Thunderbird"

    static let sheet = SheetFormat(service: service) { header in
        let words = Set(header.map(LetterFolding.header))
        guard marks.contains(where: { words.isSuperset(of: $0) }) else { return nil }
        // Older versions end the header with a comma.
        let count = header.last?.isEmpty ?? false ? header.count - 1 : header.count
        return SheetFormat.Layout(format: "thunderbird-csv", layout: "\(count) columns, Thunderbird's layout", roles: roles(of: header))
    }

    /// What only Thunderbird has: English (of both sides of the sea), German; the other languages by the same words for the two addresses.
    private static let marks: [Set<String>] = [
        ["displayname", "primaryemail", "secondaryemail"],
        ["anzeigename", "primareemailadresse", "sekundareemailadresse"],
        ["anzeigename", "primareemail"],
        ["nomaffiche", "adresseelectroniqueprincipale"], ["nomaafficher", "premiereadresseelectronique"],
        ["nombreamostrar", "correoelectronicoprincipal"], ["nombreparamostrar", "correoelectronicoprimario"],
        ["nomevisualizzato", "emailprimaria"], ["nomevisualizzato", "emailprincipale"],
        ["weergavenaam", "primaireemail"], ["weergavenaam", "primairemailadres"], ["weergavenaam", "primairemail"],
        ["nomedeexibicao", "emailprincipal"], ["visningsnamn", "primarepost"], ["wyswietlananazwa", "podstawowyadresemail"],
    ]

    static func roles(of header: [String]) -> [ColumnRole] {
        var roles = HeaderRoles.roles(of: header)
        for (column, cell) in header.enumerated() {
            let word = LetterFolding.header(cell)
            if let role = own[word] { roles[column] = role }
            if word.isEmpty { roles[column] = ColumnRole(.ignore) }
        }
        // "Geburtstag" beside "Geburtsjahr" is the day of the month.
        if roles.contains(where: { $0.field == .birthYear }), let day = roles.firstIndex(where: { $0.field == .birthday }) {
            roles[day] = ColumnRole(.birthDay)
        }
        return roles
    }

    private static let own: [String: ColumnRole] = [
        "primaryemail": ColumnRole(.email), "secondaryemail": ColumnRole(.email), "primareemailadresse": ColumnRole(.email),
        "sekundareemailadresse": ColumnRole(.email), "screenname": ColumnRole(.keep), "messengername": ColumnRole(.keep),
        "webpage1": ColumnRole(.url, label: "work"), "webpage2": ColumnRole(.url, label: "home"),
        "webseite1": ColumnRole(.url, label: "work"),
        "webseite2": ColumnRole(.url, label: "home"), "displayname": ColumnRole(.name), "anzeigename": ColumnRole(.name),
        "dienstlichadresse": ColumnRole(.street, label: "work"), "dienstlichadresse2": ColumnRole(.street, label: "work"),
    ]
}

extension HandOutFormat {
    /// Thunderbird's address book as CSV.
    static let thunderbirdCSV = HandOutFormat(name: "thunderbird-csv", title: "Thunderbird's address book as CSV") {
        try ThunderbirdCSV.sheet.recognise($0, wishes: $1)
    }
}
