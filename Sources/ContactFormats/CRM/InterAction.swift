import ContactModel

extension HandOverSheet {
    /// InterAction's list of a user's contacts, as far as it is known: it maps by header, letters' case and blanks aside, and a line break inside
    /// a cell is `|` (help.apps.interaction.com, *Importing User Contacts*). Only the four headers of the business address are documented there;
    /// the others are the names of the fields its own export has. A last name makes a person. InterAction+ takes 10,000 rows a file.
    public static let interAction = HandOverSheet(
        product: "InterAction",
        columns: [
            Column("Title"), Column("First name"), Column("Middle name"), Column("Last name"), Column("Suffix"), Column("Goes by"),
            Column("Job title"), Column("Company name"), Column("Department"), Column("Business street"), Column("Business city"),
            Column("Business state/province"), Column("Business postal code"), Column("Business country"), Column("Home street"),
            Column("Home city"), Column("Home state/province"), Column("Home postal code"), Column("Home country"),
            Column("Business phone"), Column("Business fax"), Column("Business mobile phone"), Column("Home phone"),
            Column("Business email address"), Column("Home email address"), Column("Business web site"),
        ],
        limits: PartLimits(rows: 10_000),
        advice: "Run a validation-only import first.",
        demands: [.value(inAnyOf: ["Last name", "Company name"]), .nameInOnePiece(in: "Last name")]
    ) { tray in
        let name = tray.card.name
        let work = tray.takeAddress(.work, .other)
        let home = tray.takeAddress(.home)
        let homeEmail = tray.takeEmail { AddressUse(label: $0.label) == .home }
        let cells = [
            tray.takePrefix(), name.given ?? "", name.middle ?? "", tray.hasNameInOnePiece ? name.full ?? "" : name.family ?? "",
            tray.takeSuffix(), tray.takeNickname(), tray.takeTitle(), tray.takeCompany(), tray.takeDepartment(), work.streetAndBox,
            work.locality ?? "", work.region ?? "", work.postcode ?? "", work.country ?? "", home.streetAndBox, home.locality ?? "",
            home.region ?? "", home.postcode ?? "", home.country ?? "", tray.takePhone(.work, .other), tray.takePhone(.workFax, .otherFax),
            tray.takePhone(.mobile), tray.takePhone(.home), tray.takeBestEmail(), homeEmail, tray.takePage(),
        ]
        return cells.map { $0.replacing("\n", with: "|") }
    }
}
