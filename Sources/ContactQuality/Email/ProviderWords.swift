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
            return notMail.contains(label) ? nil : String(decoding: word, as: UTF8.self)
        }
        return nil
    }

    private static let anywhere = [
        "adsl", "vdsl", "wanadoo", "freemail", "webmail", "kabelmail", "dialup", "breitband", "broadband", "bredband",
    ]
    .map { Array($0.utf8) }
    private static let endings = ["dsl", "kabel", "cablenet", "cabletv", "kabelnet", "mail"].map { Array($0.utf8) }
    /// What ends in "mail" and is a newspaper or a post.
    private static let notMail = WordTable(
        """
        dailymail royalmail hallmail mailonsunday sundaymail couriermail globeandmail chainmail airmail snailmail directmail
        blackmail
        """
    )
}
