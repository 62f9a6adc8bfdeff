import ContactModel

extension HandOverSheet {
    /// HubSpot's contacts. Columns are the properties' labels, by which its importer maps; one of first name, last name and e-mail address must
    /// be there, and the address is the key (knowledge.hubspot.com, *Set up your import file*). Every plan takes 20 MB a file.
    public static let hubSpot = HandOverSheet(
        product: "HubSpot",
        columns: [
            Column("First Name"), Column("Last Name"), Column("Email"), Column("Phone Number"), Column("Mobile Phone Number"),
            Column("Job Title"), Column("Company Name"), Column("Website URL"), Column("Street Address"), Column("City"),
            Column("State/Region"), Column("Postal Code"), Column("Country/Region"), Column("LinkedIn URL"),
        ],
        limits: PartLimits(rows: 1_048_576, bytes: 20_000_000),
        key: "Email",
        advice: "Import it as one file with one object, Contacts; HubSpot maps the columns by itself.",
        demands: [
            .value(inAnyOf: ["First Name", "Last Name", "Email"]), .emailAddress(in: "Email"), .nameInOnePiece(in: "Last Name"),
            .remark("no-key", column: "Email", "Without an e-mail address HubSpot makes a new contact at each import.") { row, sheet in
                row.isBlank("Email", in: sheet)
            },
        ]
    ) { tray in
        let address = tray.takeAddress(.work, .other, .home)
        return [
            tray.firstName, tray.takeLastName(), tray.takeBestEmail(), tray.takePhone(.work, .other, .home), tray.takePhone(.mobile),
            tray.takeTitle(), tray.takeCompany(), tray.takePage(), address.streetAndBox, address.locality ?? "", address.region ?? "",
            address.postcode ?? "", address.country ?? "", tray.takeProfile(),
        ]
    }
}
