import ContactModel

extension HandOverSheet {
    /// Outlook's CSV with the 92 columns of its English export, which every Outlook maps by itself.
    ///
    /// With a byte order mark, by which Outlook 365, Outlook.com and Excel know UTF-8. Birthdays are ISO 8601, which every locale reads alike;
    /// those without a year have no place. An address label Outlook has no columns for goes into the "other" ones.
    public static let outlook = HandOverSheet(
        product: "Outlook",
        columns: [
            "Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department", "Job Title", "Business Street",
            "Business Street 2", "Business Street 3", "Business City", "Business State", "Business Postal Code", "Business Country/Region",
            "Home Street", "Home Street 2", "Home Street 3", "Home City", "Home State", "Home Postal Code", "Home Country/Region",
            "Other Street", "Other Street 2", "Other Street 3", "Other City", "Other State", "Other Postal Code", "Other Country/Region",
            "Assistant's Phone", "Business Fax", "Business Phone", "Business Phone 2", "Callback", "Car Phone", "Company Main Phone",
            "Home Fax", "Home Phone", "Home Phone 2", "ISDN", "Mobile Phone", "Other Fax", "Other Phone", "Pager", "Primary Phone",
            "Radio Phone", "TTY/TDD Phone", "Telex", "Account", "Anniversary", "Assistant's Name", "Billing Information", "Birthday",
            "Business Address PO Box", "Categories", "Children", "Directory Server", "E-mail Address", "E-mail Type", "E-mail Display Name",
            "E-mail 2 Address", "E-mail 2 Type", "E-mail 2 Display Name", "E-mail 3 Address", "E-mail 3 Type", "E-mail 3 Display Name",
            "Gender", "Government ID Number", "Hobby", "Home Address PO Box", "Initials", "Internet Free Busy", "Keywords", "Language",
            "Location", "Manager's Name", "Mileage", "Notes", "Office Location", "Organizational ID Number", "Other Address PO Box",
            "Priority", "Private", "Profession", "Referred By", "Sensitivity", "Spouse", "User 1", "User 2", "User 3", "User 4", "Web Page",
        ].map { Column($0) },
        hasMark: true
    ) { tray in
        let name = tray.card.name
        let addresses = [tray.takeAddress(.work), tray.takeAddress(.home), tray.takeAddress(.other, .work, .home)]
        var cells: [String] = [
            tray.takePrefix(), tray.hasNameInOnePiece ? name.full ?? "" : name.given ?? "", name.middle ?? "", name.family ?? "",
            tray.takeSuffix(), tray.takeCompany(), tray.takeDepartment(), tray.takeTitle(),
        ]
        for address in addresses {
            let street = StreetLines(address.hasParts ? address.street ?? "" : address.full ?? "")
            cells += [
                street.first, street.second, street.rest, address.locality ?? "", address.region ?? "", address.postcode ?? "",
                address.country ?? "",
            ]
        }
        let (mobile, pager) = (tray.takePhone(.mobile), tray.takePhone(.pager))
        cells += [
            "", tray.takePhone(.workFax), tray.takePhone(.work), tray.takePhone(.work), "", "", tray.takePhone(.work),
            tray.takePhone(.homeFax),
            tray.takePhone(.home), tray.takePhone(.home), "", mobile, tray.takePhone(.otherFax, .workFax, .homeFax),
            tray.takePhone(.other), pager, tray.takePhone(.other, .mobile, .home), "", "", "", "", "", "", "",
            tray.takeBirthday { $0.year != nil && $0.day != nil ? $0.description : nil }, addresses[0].box ?? "",
            tray.takeTags().joined(separator: ";"), "", "",
        ]
        for _ in 1...3 {
            let email = tray.takeEmail()
            let display = name.display
            cells += [email, email.isEmpty ? "" : "SMTP", email.isEmpty ? "" : display.isEmpty ? email : "\(display) (\(email))"]
        }
        cells += ["", "", "", addresses[1].box ?? "", "", "", "", "", "", "", "", tray.takeNotes(), "", "", addresses[2].box ?? ""]
        return cells + ["", "", "", "", "", "", "", "", "", "", tray.takeLink()?.uri ?? ""]
    }
}
