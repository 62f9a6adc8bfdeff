import ContactModel

extension HandOverSheet {
    /// What Salesforce's Data Import Wizard takes at most: 50,000 records and 100 MB a file.
    private static let wizardLimits = PartLimits(rows: 50_000, bytes: 100_000_000)

    /// The wizard reads ISO 8859-1 unless told otherwise.
    private static let wizardAdvice = "In the Data Import Wizard choose the character code Unicode (UTF8), and match by e-mail address."

    /// Salesforce's contacts with their accounts, for the Data Import Wizard. Field lengths are those of the objects' reference; a value that
    /// is longer makes it refuse the row.
    public static let salesforceContact = HandOverSheet(
        product: "Salesforce",
        columns: [
            Column("Salutation", limit: 40), Column("First Name", limit: 40), Column("Last Name", limit: 80), Column("Email", limit: 80),
            Column("Phone", limit: 40), Column("Mobile Phone", limit: 40), Column("Title", limit: 128), Column("Department", limit: 80),
            Column("Account Name", limit: 255), Column("Mailing Street", limit: 255), Column("Mailing City", limit: 40),
            Column("Mailing State/Province", limit: 80), Column("Mailing Zip/Postal Code", limit: 20), Column("Mailing Country", limit: 80),
            Column("Description", clipsAfter: 32_000),
        ],
        limits: wizardLimits,
        advice: wizardAdvice,
        demands: [
            .value(in: "Last Name"), .emailAddress(in: "Email"), .nameInOnePiece(in: "Last Name"),
            .remark("no-account", column: "Account Name", "A contact without an account is seen by its owner only.") { row, sheet in
                row.isBlank("Account Name", in: sheet)
            },
            stateWithoutCountry(state: "Mailing State/Province", country: "Mailing Country"),
        ]
    ) { tray in
        let address = tray.takeAddress(.work, .other, .home)
        return [
            tray.takePrefix(), tray.firstName, tray.takeLastName(), tray.takeBestEmail { $0.utf16.count <= 80 },
            tray.takePhone(.work, .other, .home), tray.takePhone(.mobile), tray.takeTitle(), tray.takeDepartment(), tray.takeCompany(),
            address.streetAndBox, address.locality ?? "", address.region ?? "", address.postcode ?? "", address.country ?? "",
            tray.takeDescription(),
        ]
    }

    /// Salesforce's leads, for the Data Import Wizard: people of a company that is no account yet. Without a company there is no lead.
    public static let salesforceLead = HandOverSheet(
        product: "Salesforce",
        columns: [
            Column("Salutation", limit: 40), Column("First Name", limit: 40), Column("Last Name", limit: 80), Column("Company", limit: 255),
            Column("Title", limit: 128), Column("Email", limit: 80), Column("Phone", limit: 40), Column("Mobile Phone", limit: 40),
            Column("Fax", limit: 40), Column("Street", limit: 255), Column("City", limit: 40), Column("State/Province", limit: 80),
            Column("Postal Code", limit: 20), Column("Country", limit: 80), Column("Website", limit: 255),
            Column("Description", clipsAfter: 32_000),
        ],
        limits: wizardLimits,
        advice: wizardAdvice,
        demands: [
            .value(in: "Last Name"), .value(in: "Company"), .emailAddress(in: "Email"), .nameInOnePiece(in: "Last Name"),
            stateWithoutCountry(state: "State/Province", country: "Country"),
        ]
    ) { tray in
        let address = tray.takeAddress(.work, .other, .home)
        return [
            tray.takePrefix(), tray.firstName, tray.takeLastName(), tray.takeCompany(), tray.takeTitle(),
            tray.takeBestEmail { $0.utf16.count <= 80 }, tray.takePhone(.work, .other, .home), tray.takePhone(.mobile),
            tray.takePhone(.workFax, .otherFax), address.streetAndBox, address.locality ?? "", address.region ?? "", address.postcode ?? "",
            address.country ?? "", tray.takePage(), tray.takeDescription(),
        ]
    }

    private static func stateWithoutCountry(state: String, country: String) -> Demand {
        .remark(
            "state-without-country", column: state, "Where state and country are picklists, Salesforce refuses a state without a country."
        ) { row, sheet in
            !row.isBlank(state, in: sheet) && row.isBlank(country, in: sheet)
        }
    }
}
