import ContactModel

extension HandOverSheet {
    /// Zoho CRM's contacts. Columns are the fields' labels, by which its importer maps; the last name is mandatory, and of rows with one e-mail
    /// address it takes the first. 25,000 rows and 25 MB a file are what its bulk write takes; smaller editions take fewer.
    public static let zoho = HandOverSheet(
        product: "Zoho CRM",
        columns: [
            Column("Salutation"), Column("First Name", limit: 40), Column("Last Name", limit: 80), Column("Account Name", limit: 200),
            Column("Title", limit: 100), Column("Department", limit: 50), Column("Email", limit: 100),
            Column("Secondary Email", limit: 100),
            Column("Phone", limit: 50), Column("Home Phone", limit: 30), Column("Mobile", limit: 30), Column("Fax", limit: 30),
            Column("Mailing Street", limit: 250), Column("Mailing City", limit: 100), Column("Mailing State", limit: 100),
            Column("Mailing Zip", limit: 30), Column("Mailing Country", limit: 100), Column("Date of Birth"), Column("Tag"),
            Column("Description", limit: 32_000),
        ],
        limits: PartLimits(rows: 25_000, bytes: 25_000_000),
        key: "Email",
        advice: "Zoho's Standard edition takes 10,000 rows an import, Professional 20,000: split with --split-at where yours takes fewer.",
        demands: [
            .value(in: "Last Name"), .emailAddress(in: "Email"), .emailAddress(in: "Secondary Email"), .nameInOnePiece(in: "Last Name"),
            .remark("odd-characters", "Zoho asks that cells hold none of \" | < >.") { row, _ in
                row.cells.contains { $0.utf8.contains { $0 == 0x22 || $0 == 0x7C || $0 == 0x3C || $0 == 0x3E } }
            },
            .remark("too-many-tags", column: "Tag", "Zoho keeps at most ten tags a contact.") { row, sheet in
                sheet.place(of: "Tag").map { row.cells[$0].split(separator: ",").count > 10 } ?? false
            },
        ]
    ) { tray in
        let address = tray.takeAddress(.work, .other, .home)
        return [
            tray.takePrefix(), tray.firstName, tray.takeLastName(), tray.takeCompany(), tray.takeTitle(), tray.takeDepartment(),
            tray.takeBestEmail(), tray.takeEmail { EmailSyntax.isValid($0.address) }, tray.takePhone(.work, .other), tray.takePhone(.home),
            tray.takePhone(.mobile), tray.takePhone(.workFax, .otherFax), address.streetAndBox, address.locality ?? "",
            address.region ?? "", address.postcode ?? "", address.country ?? "", tray.takeBirthday(\.slashedMonthFirst),
            tray.takeTags().map { $0.replacing(",", with: " ") }.joined(separator: ","), tray.takeDescription(),
        ]
    }
}

extension PartialDate {
    /// A whole date as `MM/dd/yyyy`; `nil` where a part is unknown.
    var slashedMonthFirst: String? {
        guard let year, let month, let day else { return nil }
        return Self.two(month) + "/" + Self.two(day) + "/" + String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    }

    /// Month and day as `MM/dd`; `nil` where one is unknown.
    var monthAndDay: String? {
        guard let month, let day else { return nil }
        return Self.two(month) + "/" + Self.two(day)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
