/// Words by which a domain says of itself that it gives private persons mail or access: regional networks name themselves so in every country.
///
/// Asked last, of a domain that fits no company of the person. Only words few employers have in their name are here: "telecom", "cable" and
/// "net" are not.
enum ProviderWords {
    /// The word a domain's own label holds; `nil` for most.
    static func word(in domain: DomainName) -> String? {
        let label = domain.label
        guard label.count >= 4 else { return nil }
        for word in anywhere where label.count > word.count && label.holds(word) { return String(decoding: word, as: UTF8.self) }
        for word in endings where label.count >= word.count + 2 && label.suffix(word.count).elementsEqual(word) {
            // Under the newer endings whatever calls itself mail is as often made to be thrown away.
            guard !newEndings.contains(domain.suffix) else { return nil }
            return notMail.contains(label) ? nil : String(decoding: word, as: UTF8.self)
        }
        return providerSuffix(of: domain)
    }

    /// `net.id`, `ne.jp`: where a registry gives such names to providers. In some countries everybody may have one.
    private static func providerSuffix(of domain: DomainName) -> String? {
        let suffix = domain.suffix
        if suffix.elementsEqual("ne.jp".utf8) { return "ne.jp" }
        guard suffix.count == 6, suffix.starts(with: "net.".utf8), !open.contains(suffix.dropFirst(4)) else { return nil }
        return String(decoding: suffix, as: UTF8.self)
    }

    private static let newEndings = WordTable(
        "dev io info xyz email cc ws tk ml ga cf gq pw top site online app club live icu shop space website fun life world store")

    /// Countries in which `net` is a name like any other.
    private static let open = WordTable("au cn in nz pl ru ua uk")

    /// Whether a domain says of itself that its addresses are thrown away.
    static func isThrowAway(_ domain: DomainName) -> Bool {
        let label = domain.label.filter { $0 != 0x2D }[...]
        return label.count >= 8 && throwAway.contains { label.holds($0) }
    }

    /// Each says that it is mail: who sells disposable gloves, or "Wegwerfgeschirr", throws no address away.
    private static let throwAway = [
        "tempmail", "mailtemp", "tempemail", "tempinbox", "trashmail", "mailtrash", "throwawaymail", "throwawayemail", "throwawayinbox",
        "disposablemail", "disposableemail", "disposableinbox", "disposableaddress", "wegwerfmail", "wegwerfemail", "wegwerfadresse",
        "einwegmail", "minutemail", "minutesmail", "minuteinbox", "fakemail", "fakeinbox", "spambox", "spamtrap", "burnermail",
        "jetablemail", "mailjetable", "emailtemporal", "emailtemporario", "correotemporal", "mailtemporaire", "emailtemporanea",
        "guerrillamail", "muellmail", "spamgourmet",
    ].map { Array($0.utf8) }

    private static let anywhere = [
        "adsl", "vdsl", "wanadoo", "freemail", "webmail", "kabelmail", "dialup", "breitband", "broadband", "bredband", "internetmail",
        "postamail",
    ]
    .map { Array($0.utf8) }
    private static let endings = ["dsl", "kabel", "cablenet", "cabletv", "catv", "kabelnet", "fibernet", "mail"].map { Array($0.utf8) }
    /// What ends in "mail" and is a newspaper or a post.
    private static let notMail = WordTable(
        """
        dailymail royalmail hallmail mailonsunday sundaymail couriermail globeandmail chainmail airmail snailmail directmail
        blackmail
        """
    )
}
