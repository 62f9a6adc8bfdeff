import ContactModel

extension HandOverSheet {
    /// Google Contacts' CSV as it has been since 2024: 17 fixed columns, then groups of label and value.
    ///
    /// Four e-mail addresses, five phone numbers, two postal addresses and four pages have groups of their own; what is more is put into the
    /// last group, parted by ` ::: ` as Google parts several values of one label. A label beginning `* ` marks the value to use first. The day
    /// of connecting is a custom field.
    public static let googleContacts = HandOverSheet(
        product: "Google Contacts",
        columns: googleHeaders.map { Column($0) },
        advice: "Google takes 3,000 contacts an import: split longer lists with --split-at 3000."
    ) { tray in
        let name = tray.card.name
        var cells = [
            tray.hasNameInOnePiece ? name.full ?? "" : name.given ?? "", name.middle ?? "", name.family ?? "", "", "", "",
            tray.takePrefix(),
            tray.takeSuffix(), tray.takeNickname(), "", tray.takeCompany(), tray.takeTitle(), tray.takeDepartment(),
            tray.takeBirthday { $0.month != nil && $0.day != nil ? $0.description : nil }, tray.takeNotes(), "",
            joined(tray.takeTags() + ["* myContacts"]),
        ]
        let isPreferred = (tray.emails.count > 1, tray.phones.count > 1)
        cells += groups(4, of: drained { tray.takeAnyEmail() }, isFirstPreferred: isPreferred.0) { ($0.label, [$0.address]) }
        cells += groups(5, of: drained { tray.takeAnyPhone() }, isFirstPreferred: isPreferred.1) { (phoneLabel($0.label), [$0.number]) }
        for _ in 1...2 {
            let address = tray.takeAddress(.home, .work, .other)
            cells += [
                label(address.label), formatted(address), address.street ?? "", address.locality ?? "", address.box ?? "",
                address.region ?? "",
                address.postcode ?? "", address.country ?? "", "",
            ]
        }
        cells += groups(4, of: drained { tray.takeLink() }, isFirstPreferred: false) { ($0.label ?? $0.service, [$0.uri]) }
        let day = tray.takeConnectedOn()
        return cells + (day.map { ["Connected on LinkedIn", $0.description] } ?? ["", ""])
    }

    private static let googleHeaders: [String] = {
        var headers = [
            "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name", "Name Prefix",
            "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes",
            "Photo", "Labels",
        ]
        func add(_ group: String, _ count: Int, _ parts: [String]) {
            for number in 1...count { headers += parts.map { "\(group) \(number) - \($0)" } }
        }
        add("E-mail", 4, ["Label", "Value"])
        add("Phone", 5, ["Label", "Value"])
        add("Address", 2, ["Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"])
        add("Website", 4, ["Label", "Value"])
        add("Custom Field", 1, ["Label", "Value"])
        return headers
    }()

    /// Everything that can be taken.
    private static func drained<Value>(_ take: () -> Value?) -> [Value] {
        var values: [Value] = []
        while let value = take() { values.append(value) }
        return values
    }

    /// So many groups of label and value, what is more in the last.
    private static func groups<Value>(
        _ count: Int,
        of values: [Value],
        isFirstPreferred: Bool,
        _ parts: (Value) -> (label: String?, values: [String])
    ) -> [String] {
        var cells: [String] = []
        for place in 0..<count {
            guard place < values.count else {
                cells += ["", ""]
                continue
            }
            let rest = place == count - 1 ? values[place...] : values[place...place]
            let (name, _) = parts(values[place])
            cells += [(place == 0 && isFirstPreferred ? "* " : "") + label(name), joined(rest.flatMap { parts($0).values })]
        }
        return cells
    }

    private static func joined(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: " ::: ") }

    /// A label as Google writes those it knows, others as they are.
    private static func label(_ label: String?) -> String {
        guard let label else { return "" }
        return switch label.lowercased() {
        case "work", "business", "office": "Work"
        case "home", "private", "personal": "Home"
        case "other": "Other"
        default: label
        }
    }

    private static func phoneLabel(_ label: String?) -> String? {
        guard let label else { return nil }
        return switch label.lowercased() {
        case "mobile", "cell", "cellular", "iphone": "Mobile"
        case "work fax", "business fax", "fax": "Work Fax"
        case "home fax": "Home Fax"
        case "pager": "Pager"
        case "main": "Main"
        default: label
        }
    }

    /// The lines of an address as on an envelope.
    private static func formatted(_ address: PostalAddress) -> String {
        if let full = address.full { return full }
        let town = [address.postcode, address.locality].compactMap { $0 }.joined(separator: " ")
        return [address.street, address.box, town.isEmpty ? nil : town, address.region, address.country].compactMap { $0 }
            .joined(separator: "\n")
    }
}
