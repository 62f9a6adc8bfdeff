/// Whether an address is a human being's, as far as it says so itself.
enum AddressNature {
    /// What an address is.
    enum Kind: Sendable {
        /// Perhaps somebody's.
        case human
        /// A function that may be a desk or a program: whoever wrote there may get an answer, but most only send.
        case function
        /// A program that sends and does not read.
        case robot
        /// A mailing list's own address, or one of those for running it.
        case list
    }

    /// Judges an address in lower case.
    static func kind(_ address: [UInt8]) -> Kind {
        guard let at = address.lastIndex(of: 0x40) else { return .human }
        let local = String(decoding: address[..<at], as: UTF8.self)
        let domain = String(decoding: address[(at + 1)...], as: UTF8.self)
        if isRobot(local, domain) { return .robot }
        if isList(local, domain) { return .list }
        return functions.contains(plain(local)) ? .function : .human
    }

    /// Letters only, without what stands behind a plus sign: `no-reply+123` is `noreply`.
    private static func plain(_ local: String) -> String {
        local.prefix { $0 != "+" && $0 != "=" }.filter(\.isLetter)
    }

    private static func isRobot(_ local: String, _ domain: String) -> Bool {
        let plain = plain(local)
        if robots.contains(plain) { return true }
        let words: [StaticString] = [
            "noreply", "donotreply", "nepasrepondre", "noresponder", "nichtantworten", "mailerdaemon", "noresponse", "unsubscribe",
        ]
        for word in words where plain.holds(word) { return true }
        for beginning in ["bounce", "prvs=", "srs0=", "srs1=", "srs0+", "msprvs", "btv1==", "fbl-", "return-", "unsub-", "confirm+"]
        where local.hasPrefix(beginning) { return true }
        // Addresses made for one mail: `reply+ABCDEF0123456789…@reply.example`, `3f2a9c0d1e…@bounces.example`.
        let first = domain.split(separator: ".").first.map(String.init) ?? domain
        if ["bounce", "bounces", "reply", "replies", "em", "inbound", "notifications", "noreply", "mailer", "unsubscribe"].contains(first),
            local.count >= 16, local.count(where: \.isNumber) >= 4
        {
            return true
        }
        return local.count >= 32 && local.count(where: \.isNumber) >= 8
    }

    private static func isList(_ local: String, _ domain: String) -> Bool {
        for ending in ["-request", "-bounces", "-owner", "-subscribe", "-unsubscribe", "-leave", "-join", "-confirm"]
        where local.hasSuffix(ending) { return true }
        if local.hasPrefix("owner-") || local.hasPrefix("majordomo") || local.hasPrefix("listserv") || local.hasPrefix("mailman") {
            return true
        }
        // Hosts that hold nothing but lists.
        if ["googlegroups.com", "yahoogroups.com", "groups.io", "freelists.org"].contains(domain) || domain.hasSuffix(".groups.io") {
            return true
        }
        let first = domain.split(separator: ".").first.map(String.init) ?? domain
        return ["lists", "list", "listserv", "groups", "mailman", "ml", "listes", "listas"].contains(first)
    }

    /// Programs, whatever they send.
    private static let robots: Set<String> = Set(
        """
        noreply donotreply dontreply mailerdaemon mailerdaemons postmaster daemon nobody root cron www wwwdata apache hostmaster
        notification notifications notify notifier notice notices alert alerts automailer automated autoreply autoresponder auto robot bot
        newsletter newsletters news digest mailing mailings listmaster mailinglist bounces bounce returns undisclosedrecipients undisclosed
        calendarnotification driveshares invitations invitation messages messaging updates update jira github gitlab jenkins svn cvs
        bugzilla builds build reminder reminders survey surveys promo promotions offers deals campaign campaigns
        monitoring nagios logwatch verify verification confirm confirmation confirmations accountsecurity mailrobot mailbot
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )

    /// Desks: humans may sit there, but what comes from them unasked is no exchange.
    private static let functions: Set<String> = Set(
        """
        info contact hello marketing security support service customerservice customercare help helpdesk kundenservice sales orders order billing invoice invoices
        accounts accounting payments payment shop store tickets ticket booking bookings reservations reservation team office admin
        administrator webmaster webmail system mail email jobs careers hr press privacy legal feedback events event membership members
        subscriptions subscription registration tracking shipping delivery versand bestellung bestellungen rechnung rechnungen kontakt
        vertrieb verkauf presse bewerbung buchhaltung commandes commande facturation contacto ventas pedidos facturas clienti ordini
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )
}
