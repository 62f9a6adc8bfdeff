import ContactModel

extension HandOverSheet {
    /// Thunderbird's CSV, with the columns of its English export. Its reader knows no byte order mark.
    public static let thunderbird = HandOverSheet(
        product: "Thunderbird",
        columns: [
            "First Name", "Last Name", "Display Name", "Nickname", "Primary Email", "Secondary Email", "Screen Name", "Work Phone",
            "Home Phone", "Fax Number", "Pager Number", "Mobile Number", "Home Address", "Home Address 2", "Home City", "Home State",
            "Home ZipCode", "Home Country", "Work Address", "Work Address 2", "Work City", "Work State", "Work ZipCode", "Work Country",
            "Job Title", "Department", "Organization", "Web Page 1", "Web Page 2", "Birth Year", "Birth Month", "Birth Day", "Custom 1",
            "Custom 2", "Custom 3", "Custom 4", "Notes",
        ].map { Column($0) }
    ) { tray in
        let name = tray.card.name
        let (home, work) = (tray.takeAddress(.home), tray.takeAddress(.work, .other))
        let birthday = tray.card.birthday
        _ = tray.takeBirthday(\.description)
        return [
            tray.hasNameInOnePiece ? "" : tray.firstName, tray.hasNameInOnePiece ? "" : tray.takeLastName(), name.display,
            tray.takeNickname(), tray.takeEmail(), tray.takeEmail(), "", tray.takePhone(.work, .other), tray.takePhone(.home),
            tray.takePhone(.workFax, .homeFax, .otherFax), tray.takePhone(.pager), tray.takePhone(.mobile),
            StreetLines(home.streetAndBox).first, StreetLines(home.streetAndBox).others, home.locality ?? "", home.region ?? "",
            home.postcode ?? "", home.country ?? "", StreetLines(work.streetAndBox).first, StreetLines(work.streetAndBox).others,
            work.locality ?? "", work.region ?? "", work.postcode ?? "", work.country ?? "", tray.takeTitle(), tray.takeDepartment(),
            tray.takeCompany(), tray.takeLink()?.uri ?? "", tray.takeLink()?.uri ?? "", birthday?.year.map(String.init) ?? "",
            birthday?.month.map(String.init) ?? "", birthday?.day.map(String.init) ?? "", "", "", "", "", tray.takeNotes(),
        ]
    }
}
