import ContactModel

extension HandOverSheet {
    /// Constant Contact's list. Headings and lengths are those its importer knows (knowledgebase.constantcontact.com, article 37423); the e-mail
    /// address is mandatory and the key. 40,000 rows and 4 MB are what its import by API takes; its web page takes more.
    public static let constantContact = HandOverSheet(
        product: "Constant Contact",
        columns: [
            Column("Email Address", limit: 80), Column("First Name", limit: 50), Column("Last Name", limit: 50),
            Column("Job Title", limit: 50),
            Column("Company", limit: 50), Column("Birthday"), Column("Home Address Line 1", limit: 50),
            Column("Home Address Line 2", limit: 50), Column("Work Address Line 1", limit: 50), Column("Work Address Line 2", limit: 50),
            Column("City", limit: 50), Column("State / Province", limit: 50), Column("Zip / Postal Code", limit: 25),
            Column("Country", limit: 25), Column("Phone Number - Home", limit: 25), Column("Phone Number - Work", limit: 25),
            Column("Phone Number - Mobile", limit: 25),
        ],
        limits: PartLimits(rows: 40_000, bytes: 4_000_000),
        key: "Email Address",
        advice: "Import only people who agreed to be written to.",
        demands: [.value(in: "Email Address"), .emailAddress(in: "Email Address"), .nameInOnePiece(in: "Last Name")]
    ) { tray in
        let isHome = tray.addresses.allSatisfy { AddressUse(label: $0.label) == .home }
        let address = tray.takeAddress(.work, .other, .home)
        let street = StreetLines(address.streetAndBox)
        let (one, two) = (street.first, street.others)
        return [
            tray.takeBestEmail { $0.utf16.count <= 80 }, tray.firstName, tray.takeLastName(), tray.takeTitle(), tray.takeCompany(),
            tray.takeBirthday { birthday in birthday.year == nil ? birthday.dayAndMonthName : birthday.slashedMonthFirst },
            isHome ? one : "", isHome ? two : "", isHome ? "" : one, isHome ? "" : two, address.locality ?? "", address.region ?? "",
            address.postcode ?? "", address.country ?? "", tray.takePhone(.home), tray.takePhone(.work, .other), tray.takePhone(.mobile),
        ]
    }
}

extension PartialDate {
    /// Day and month as `14-May`; `nil` where one is unknown.
    fileprivate var dayAndMonthName: String? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard let month, let day, months.indices.contains(month - 1) else { return nil }
        return "\(day)-\(months[month - 1])"
    }
}
