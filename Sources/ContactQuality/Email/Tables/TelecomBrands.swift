/// Carriers that trade under one name in many countries, or under the name of their country's: what they are called is the label of their domain.
///
/// Written for this project from general knowledge.
enum TelecomBrands {
    private static let all = WordTable(
        """
        vodafone orange telia tele2 telenor telekom t-mobile tmobile ht claro movistar tigo mtn airtel beeline ooredoo zain etisalat digicel
        entel vivo o2 a1 mts digi lifecell kyivstar stc maxis celcom singtel starhub telkom telkomsel globe pldt dialog mobitel robi
        viettel unitel three tre virginmedia tim wind iliad altice proximus telenet kpn ziggo swisscom sunrise cosmote nova vivacom yettel
        megafon rostelecom safaricom glo vodacom moov onatel inwi sonatel libtelco umniah jazz zong ncell smart ais dtac true metfone
        siminn nova tet lmt bite omnitel elisa dna bell telus rogers optus telstra spark liberty flow antel kolbi wom tuenti personal
        telecom cellcard axiata gomo melita sfr bouygues eir btc lime cwc setar telesur gtt uts
        """
    )

    /// Mail providers that are no carrier's, besides those of many countries: who works for one has their own address there.
    static let noCarrier = WordTable(
        "gmail qq 163 126 foxmail naver daum kakao mac me pm proton fastmail tuta web posteo zoho hey seznam rediffmail")

    /// Whether a company says of itself that it sells telephone or internet access, or is called as a carrier and nothing else ("Swisscom").
    static func isCarrier(_ company: String) -> Bool {
        let name = FoldedWords(company)
        return isBrand(name) || (0..<name.count).contains { index in words.contains { name[index].starts(with: $0) } }
            || !company.utf8.allSatisfy { $0 < 0x80 } && wordsOfOtherScripts.contains { company.lowercased().contains($0) }
    }

    /// Whether a company may be one that sells access, told by words that others have too: cable, network, communications. Enough to leave
    /// its staff's addresses undecided.
    static func mayBeCarrier(_ company: String) -> Bool {
        if isCarrier(company) { return true }
        let name = FoldedWords(company)
        return (0..<name.count).contains { index in
            let word = name[index]
            return broadWords.contains { word.starts(with: $0) } || word.count > 4 && word.suffix(3).elementsEqual("net".utf8)
        }
    }

    private static let broadWords = [
        "cable", "kabel", "internet", "communicat", "comunica", "komunik", "kommunik", "wireless", "mobil", "network", "fiber",
        "fibre",
        "glasfaser", "tele", "satel", "broadcast", "post", "online",
    ]
    .map { Array($0.utf8) }

    /// Words of scripts in which names stand without blanks, or are not folded to Latin.
    private static let wordsOfOtherScripts = [
        "电信", "電信", "通信", "移动", "联通", "テレコム", "ケーブル", "텔레콤", "통신", "телеком", "телефон", "τηλεπ", "اتصالات", "تلكوم", "בזק", "โทรคมนาคม",
    ]

    private static let words = [
        "telekom", "telecom", "telefon", "telephon", "telco", "breitband", "broadband", "bredband", "kabelnet", "cablenet",
    ]
    .map { Array($0.utf8) }

    /// Whether a name is a brand, beside words that say only what it is and where.
    private static func isBrand(_ words: FoldedWords) -> Bool {
        let (name, core) = CompanyName.core(of: words)
        guard let first = core.first, all.contains(name[first]) else { return false }
        return core.dropFirst().allSatisfy { GenericWords.tellsNothing(name[$0]) }
    }

    /// Whether a company is the brand whose domain this is: "Vodafone Iceland" at `vodafone.is`, "Slovak Telekom" at `telekom.sk`.
    ///
    /// The other words of its name say only what it is and where: "Orange Bakery" is nobody's carrier.
    static func isStaff(of domain: DomainName, at company: String) -> Bool {
        guard all.contains(domain.label) else { return false }
        let label = domain.label.filter { $0 != 0x2D }
        let (name, core) = CompanyName.core(of: FoldedWords(company))
        for start in core {
            for end in start..<core.upperBound where name.joined(start..<end + 1).elementsEqual(label) {
                return core.allSatisfy { (start...end).contains($0) || GenericWords.tellsNothing(name[$0]) }
            }
        }
        return false
    }
}
