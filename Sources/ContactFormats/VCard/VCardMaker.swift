/// Which program made a card, as far as the card tells.
enum VCardMaker {
    /// The maker a `PRODID` in small letters names.
    static func name(ofProduct product: String) -> String? { makers.first { product.holds($0.0) }?.1 }

    private static let makers: [(StaticString, String)] = [
        ("icloud", "iCloud"), ("apple", "Apple Contacts"), ("google", "Google Contacts"), ("outlook", "Outlook"),
        ("microsoft", "Outlook"), ("nextcloud", "Nextcloud"), ("owncloud", "ownCloud"), ("sabre", "Nextcloud"),
        ("evolution", "Evolution"), ("kaddressbook", "KAddressBook"), ("k desktop environment", "KAddressBook"),
        ("cardbook", "Thunderbird"), ("thunderbird", "Thunderbird"), ("mozilla", "Thunderbird"), ("cyrusimap", "Fastmail"),
        ("fastmail", "Fastmail"), ("proton", "Proton"), ("zimbra", "Zimbra"), ("open-xchange", "Open-Xchange"), ("sogo", "SOGo"),
        ("roundcube", "Roundcube"), ("synology", "Synology Contacts"), ("yahoo", "Yahoo"), ("zoho", "Zoho"),
        ("egroupware", "EGroupware"),
        ("davx5", "Android"), ("android", "Android"), ("samsung", "Samsung"), ("monica", "Monica"), ("khard", "khard"),
    ]

    /// The maker who alone writes properties of a name, as written.
    static func name(ofProperty property: ArraySlice<UInt8>) -> String? {
        marks.first { property.prefix($0.0.utf8CodeUnitCount).isProperty($0.0) }?.1
    }

    private static let marks: [(StaticString, String)] = [
        ("X-MS-", "Outlook"), ("X-EVOLUTION-", "Evolution"), ("X-MOZILLA-", "Thunderbird"), ("X-KADDRESSBOOK-", "KAddressBook"),
        ("X-ANDROID-", "Android"), ("X-SAMSUNG", "Samsung"), ("X-NC-", "Nextcloud"), ("X-OX-", "Open-Xchange"),
    ]
}
