import ContactModel

extension HandOverSheet {
    /// Pipedrive's people with their organisations. The columns are named as its own export names them; only the name is mandatory
    /// (support.pipedrive.com, *Importing: mandatory fields*), 50,000 rows and 50 MB a file.
    public static let pipedrive = HandOverSheet(
        product: "Pipedrive",
        columns: [
            Column("Person - Name"), Column("Person - First name"), Column("Person - Last name"), Column("Person - Email - Work"),
            Column("Person - Email - Home"), Column("Person - Email - Other"), Column("Person - Phone - Work"),
            Column("Person - Phone - Home"), Column("Person - Phone - Mobile"), Column("Person - Phone - Other"),
            Column("Organization - Name"), Column("Organization - Address"),
        ],
        limits: PartLimits(rows: 50_000, bytes: 50_000_000),
        advice: "Import it as a spreadsheet; Pipedrive links people with their organisations by the organisation's name.",
        demands: [
            .value(in: "Person - Name"), .emailAddress(in: "Person - Email - Work"), .emailAddress(in: "Person - Email - Home"),
            .emailAddress(in: "Person - Email - Other"), .nameInOnePiece(in: "Person - Last name"),
        ]
    ) { tray in
        let home = tray.takeEmail { AddressUse(label: $0.label) == .home && EmailSyntax.isValid($0.address) }
        let workEmail = tray.takeBestEmail()
        let workAddress = tray.takeAddress(.work)
        let parts = [
            workAddress.streetAndBox, workAddress.postcode ?? "", workAddress.locality ?? "", workAddress.region ?? "",
            workAddress.country ?? "",
        ]
        return [
            tray.card.name.display, tray.firstName, tray.takeLastName(), workEmail, home,
            tray.takeEmail { EmailSyntax.isValid($0.address) }, tray.takePhone(.work), tray.takePhone(.home), tray.takePhone(.mobile),
            tray.takePhone(.other, .work, .mobile, .home), tray.takeCompany(),
            parts.filter { !$0.isEmpty }.map { $0.replacing("\n", with: ", ") }.joined(separator: ", "),
        ]
    }
}
