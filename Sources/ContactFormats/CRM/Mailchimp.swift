import ContactModel

extension HandOverSheet {
    /// Mailchimp's audience. One e-mail address a contact, which is the key; addresses of a role are refused in imports, texts are cut off after
    /// 255 bytes, birthdays are month and day (mailchimp.com/help: *Format guidelines for your import file*, *Limits on role-based addresses*).
    public static let mailchimp = HandOverSheet(
        product: "Mailchimp",
        columns: [
            Column("Email Address"), Column("First Name", clipsAfter: 255), Column("Last Name", clipsAfter: 255), Column("Address"),
            Column("Phone Number"), Column("Birthday"), Column("Tags"),
        ],
        limits: PartLimits(bytes: 100_000_000),
        key: "Email Address",
        advice: "Import only people who agreed to be written to: Mailchimp closes accounts over complaints.",
        demands: [
            .value(in: "Email Address"), .emailAddress(in: "Email Address"), .noRole(in: "Email Address", mailchimpRoles),
            .tags(upTo: 100, in: "Tags"), .nameInOnePiece(in: "Last Name"),
        ]
    ) { tray in
        let email = tray.takeBestEmail { !mailchimpRoles.contains(EmailSyntax.localPart(of: $0)) }
        return [
            email, tray.firstName, tray.takeLastName(), mailchimpAddress(from: &tray), tray.takePhone(.work, .mobile, .other, .home),
            tray.takeBirthday(\.monthAndDay),
            tray.takeTags().map { "\"" + $0.replacing("\"", with: "'") + "\"" }.joined(separator: ","),
        ]
    }

    /// The roles Mailchimp names; `info@` is not among them.
    private static let mailchimpRoles: Set<String> = [
        "abuse", "admin", "billing", "compliance", "devnull", "dns", "ftp", "hostmaster", "inoc", "ispfeedback", "ispsupport",
        "list-request",
        "list", "maildaemon", "noc", "no-reply", "noreply", "null", "phish", "phishing", "postmaster", "privacy", "registrar", "root",
        "security", "spam", "support", "sysadmin", "tech", "undisclosed-recipients", "unsubscribe", "usenet", "uucp", "webmaster", "www",
    ]

    /// An address in one cell, its parts two blanks apart; Mailchimp takes only whole ones, so others stay on the tray.
    private static func mailchimpAddress(from tray: inout Tray) -> String {
        let isWhole: (PostalAddress) -> Bool = { $0.street != nil && $0.locality != nil && $0.postcode != nil && $0.country != nil }
        guard tray.addresses.contains(where: isWhole) else { return "" }
        let uses: [AddressUse] = [.work, .other, .home]
        for use in uses where tray.addresses.first(where: { AddressUse(label: $0.label) == use }).map(isWhole) ?? false {
            let address = tray.takeAddress(use)
            let country = ["uk", "united kingdom"].contains(address.country?.lowercased()) ? "GB" : address.country ?? ""
            let street = (address.street ?? "").split(separator: "\n").joined(separator: "  ")
            return [street, address.locality ?? "", address.region ?? "", address.postcode ?? "", country].filter { !$0.isEmpty }
                .joined(separator: "  ")
        }
        return ""
    }
}
