/// Words by which a domain says of itself that it gives private persons mail or access: regional networks name themselves so in every country.
///
/// Asked last, of a domain that fits no company of the person: "telecom", "cable" and "net" stand in the names of employers as well, but
/// whoever works for such a one has it for a company. A carrier's own staff is the caller's to see to.
enum ProviderWords {
    /// The word a domain's own label holds, or the ending that says the same; `nil` for most.
    ///
    /// - Parameter isCompared: whether there was a company the domain could have fitted. Without one only words few employers have count:
    ///   whose `.net` or "online" it is, nobody can tell.
    static func word(in domain: DomainName, isCompared: Bool) -> String? {
        let label = domain.label
        guard label.count >= 4 else { return providerSuffix(of: domain) ?? (isCompared ? network(domain) : nil) }
        for word in anywhere where label.count > word.count && label.holds(word) { return String(decoding: word, as: UTF8.self) }
        for word in endings where label.count >= word.count + 2 && label.suffix(word.count).elementsEqual(word) {
            // Under the newer endings whatever calls itself mail is as often made to be thrown away.
            guard !newEndings.contains(domain.suffix) else { return nil }
            return notMail.contains(label) ? nil : String(decoding: word, as: UTF8.self)
        }
        if let suffix = providerSuffix(of: domain) { return suffix }
        return isCompared ? access(in: domain) ?? country(in: domain) ?? network(domain) : nil
    }

    /// A word for a telephone or a network where access providers have it: `telesample.example`, `samplenet.example`, `sampletel.example`.
    private static func access(in domain: DomainName) -> String? {
        let label = domain.label
        guard !newEndings.contains(domain.suffix), !notAccess.contains(label) else { return nil }
        if accessAlone.contains(label) { return String(decoding: label, as: UTF8.self) }
        let matches = { (words: [[UInt8]], fits: ([UInt8]) -> Bool) in
            words.first { label.count > $0.count && fits($0) }.map { String(decoding: $0, as: UTF8.self) }
        }
        return matches(accessWords) { label.holds($0) }
            ?? matches(accessBeginnings) { word in label.starts(with: word) && !notAccessBeginnings.contains { label.starts(with: $0) } }
            ?? matches(accessEndings) { word in
                label.suffix(word.count).elementsEqual(word) && !notAccessEndings.contains { label.suffix($0.count).elementsEqual($0) }
            }
    }

    /// `net` where it is the ending itself: made for networks, and seldom an employer's whose name it does not fit.
    private static func network(_ domain: DomainName) -> String? {
        // Nobody's network is called `example.net` (RFC 2606).
        domain.registrable == 0 && domain.suffix.elementsEqual("net".utf8) && !domain.label.elementsEqual("example".utf8) ? ".net" : nil
    }

    /// A country's name and nothing else: `samoa.ws`, `malawi.net`. Portals and the first provider of a country are called so; its
    /// authorities are at other places.
    private static func country(in domain: DomainName) -> String? {
        let label = domain.label
        guard domain.registrable == 0, label.count >= 4, !domain.suffix.elementsEqual("org".utf8) else { return nil }
        return countries.contains(label) ? String(decoding: label, as: UTF8.self) : nil
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
    /// Words for a carrier or its network wherever they stand.
    private static let accessWords = [
        "telefon", "telephon", "internet", "telecable", "telekabel", "wireless", "hotspot", "glasfaser", "cybernet",
        "cablevis", "infonet", "webnet", "telenet", "poczta", "pochta", "email",
    ]
    .map { Array($0.utf8) }
    private static let accessBeginnings = ["tele", "cable", "kabel", "cabo", "cyber", "adsl", "inet", "wifi", "fibra", "fiber", "mail"].map
    { Array($0.utf8) }
    private static let accessEndings = [
        "net", "tel", "telco", "telecom", "telekom", "cable", "cabo", "catv", "fiber", "fibre", "fibra", "wifi", "wave", "surf", "dial",
        "web", "online", "link",
        "sat",
    ]
    .map { Array($0.utf8) }
    /// What begins so and is a newspaper, a broadcaster, a maker of instruments or a service by telephone.
    private static let notAccessBeginnings = [
        "telecom-", "telekom-", "telegra", "televis", "telemund", "teleperf", "telemet", "telemed", "telemat", "telescop", "telerik",
        "teledyne", "teleflex",
        "telekurs", "telesoft", "telehealth", "telelogic", "cybers", "cyberark", "fiberg", "fiberl", "fiberm", "teleke",
    ]
    .map { Array($0.utf8) }
    /// What ends so and is a word: hotels, planets, magnets.
    private static let notAccessEndings = [
        "hotel", "motel", "cartel", "mattel", "chattel", "lintel", "pastel", "castel", "mantel", "mittel", "intel", "ketel", "viertel",
        "partel",
        "tortel", "rontel", "kartel", "nortel", "zettel", "gurtel", "guertel",
        "planet", "magnet", "cabinet", "garnet", "hornet", "bonnet", "sonnet", "cabernet", "clarinet", "tenet", "monet", "jeannet", "linet",
        "brunet", "quartet", "ornet", "kinet", "genet", "bennet", "basinet", "bassinet", "cygnet", "signet", "vignet", "robinet",
        "martinet",
        "dotnet", "subnet", "ethernet", "intranet", "extranet", "botnet", "honeynet", "microwave", "shockwave", "heatwave", "windsurf",
        "kitesurf",
        "cobweb", "spiderweb", "lafiber", "sundial", "mondial", "cordial", "radial", "primordial", "blink", "clink", "eurosat",
        "comsat", "mundial",
    ]
    .map { Array($0.utf8) }
    private static let accessAlone = WordTable(
        "cable kabel online adsl dsl inet intnet internet fibra wifi webmail poczta pochta posta correo courriel")
    private static let notAccess = WordTable("telesales telework telex telefilm teletext telefood telefonseelsorge netnet")
    private static let countries = WordTable(
        """
        afghanistan albania algeria algerie andorra angola anguilla antigua argentina armenia aruba australia austria azerbaijan bahamas bahrain
        bangladesh barbados belarus belize benin bermuda bhutan bolivia bonaire bosnia botswana brasil brazil brunei bulgaria burkina burundi
        cambodia cameroon cameroun cayman chad chile china colombia comoros congo costarica croatia cuba curacao cyprus denmark djibouti dominica
        ecuador egypt elsalvador eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana gibraltar greece greenland grenada
        guadeloupe guam guatemala guinea guyana haiti honduras hongkong hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
        jersey jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg macau
        macedonia madagascar malawi malaysia maldives mali malta martinique mauritania mauritius mexico moldova monaco mongolia montenegro morocco
        maroc mozambique myanmar namibia nauru nepal newzealand nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru
        philippines poland portugal puertorico qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia
        srilanka sudan suriname swaziland sweden switzerland syria tahiti taiwan tajikistan tanzania thailand togo tonga trinidad tunisia tunisie
        turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe
        """
    )
    /// What ends in "mail" and is a newspaper or a post.
    private static let notMail = WordTable(
        """
        dailymail royalmail hallmail mailonsunday sundaymail couriermail globeandmail chainmail airmail snailmail directmail
        blackmail
        """
    )
}
