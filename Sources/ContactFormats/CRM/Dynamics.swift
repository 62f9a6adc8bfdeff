import ContactModel

extension HandOverSheet {
    /// Contacts of Microsoft Dynamics 365 (Dataverse). Columns are the table's display names, by which its importer maps; lengths are those of
    /// the table's reference. 8 MB a file.
    public static let dynamics = HandOverSheet(
        product: "Dynamics 365",
        columns: [
            Column("Salutation", limit: 100), Column("First Name", limit: 50), Column("Middle Name", limit: 50),
            Column("Last Name", limit: 50), Column("Suffix", limit: 10), Column("Nickname", limit: 50), Column("Job Title", limit: 100),
            Column("Department", limit: 100), Column("Company Name", limit: 160), Column("Email", limit: 100),
            Column("Email Address 2", limit: 100), Column("Business Phone", limit: 50), Column("Mobile Phone", limit: 50),
            Column("Home Phone", limit: 50), Column("Fax", limit: 50), Column("Address 1: Street 1", limit: 250),
            Column("Address 1: Street 2", limit: 250), Column("Address 1: Street 3", limit: 250), Column("Address 1: City", limit: 80),
            Column("Address 1: State/Province", limit: 50), Column("Address 1: ZIP/Postal Code", limit: 20),
            Column("Address 1: Country/Region", limit: 80), Column("Website", limit: 200), Column("Description", limit: 2000),
        ],
        limits: PartLimits(bytes: 8_000_000),
        hasMark: true,
        advice: "Company Name looks up an account: import the accounts first, else those rows fail.",
        demands: [
            .value(in: "Last Name"), .emailAddress(in: "Email"), .emailAddress(in: "Email Address 2"), .nameInOnePiece(in: "Last Name"),
            .remark("account-must-exist", column: "Company Name", "An account of this name must exist in Dynamics 365 already.") {
                row, sheet in
                !row.isBlank("Company Name", in: sheet)
            },
        ]
    ) { tray in
        let address = tray.takeAddress(.work, .other, .home)
        let street = StreetLines(address.streetAndBox)
        let name = tray.card.name
        let last = tray.hasNameInOnePiece ? name.full ?? "" : name.family ?? ""
        return [
            tray.takePrefix(), name.given ?? "", name.middle ?? "", last, tray.takeSuffix(), tray.takeNickname(), tray.takeTitle(),
            tray.takeDepartment(), tray.takeCompany(), tray.takeBestEmail(), tray.takeEmail { EmailSyntax.isValid($0.address) },
            tray.takePhone(.work, .other), tray.takePhone(.mobile), tray.takePhone(.home), tray.takePhone(.workFax, .otherFax),
            street.first,
            street.second, street.rest, address.locality ?? "", address.region ?? "", address.postcode ?? "", address.country ?? "",
            tray.takePage(), tray.takeDescription(),
        ]
    }
}
