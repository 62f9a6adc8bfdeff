/// Domains that look like a well-known one and are another: typing errors, and letters of another script.
public enum LookalikeDomain {
    /// Why a domain is suspicious, and what was probably meant.
    public struct Suspicion: Hashable, Sendable {
        /// The address as it was probably meant; `nil` where nobody can tell.
        public var meant: String?
        /// Why, in a sentence.
        public var evidence: String
        /// How sure, from 0 to 1.
        public var probability: Double
    }

    /// What is suspicious about an address; `nil` for nearly all.
    ///
    /// - Parameter company: the person's company; a domain that fits it is what it looks like.
    public static func suspicion(about address: String, company: String? = nil) -> Suspicion? {
        guard let (local, domain) = DomainName.split(address) else { return nil }
        if ListedDomains.all.entry(of: domain) != nil { return nil }
        let labels = domain.labels.count
        if let meant = twin(of: domain), company.map({ CompanyDomainFit.match($0, domain) == nil }) ?? true {
            return Suspicion(
                meant: "\(String(decoding: local, as: UTF8.self))@\(meant)", evidence: "“\(domain.text)” is made to look like “\(meant)”.",
                probability: 0.97)
        }
        if domain.bytes(from: 0).contains(where: { $0 >= 0x80 }) { return mixedScript(domain) }
        // Everything that could be a slip has at most two letters too many or too few, and nothing above the registered label.
        guard domain.registrable == 0, labels <= 3, domain.text.utf8.count <= 20 else { return nil }
        let text = domain.text
        let name = String(decoding: local, as: UTF8.self)
        if let slip = endings[domain.labelText(labels - 1)], slip.isBroken {
            let meant = text.dropLast(domain.labelText(labels - 1).utf8.count) + slip.meant
            return Suspicion(
                meant: "\(name)@\(meant)",
                evidence: "No domain ends with “.\(domain.labelText(labels - 1))”; “.\(slip.meant)” was probably meant.",
                probability: 0.97)
        }
        if let company, CompanyDomainFit.match(company, domain) != nil { return nil }
        // Every name of three or four letters is somebody's: `gms.de`, `eeb.de`, `aon.com`.
        let isLong = { (target: [UInt8]) in target.prefix { $0 != 0x2E }.count > 4 }
        guard let meant = targets.first(where: { isLong($0) && isSlip(Array(text.utf8), of: $0) }) else { return nil }
        let right = String(decoding: meant, as: UTF8.self)
        return Suspicion(
            meant: "\(name)@\(right)", evidence: "“\(text)” is one stroke away from “\(right)”.", probability: certainty(right))
    }

    /// Whether a registered domain can be taken for another with the same ending, by one slip of the hand or by letters that look alike.
    ///
    /// Names of fewer than five letters are too near each other to tell.
    static func isTaken(_ domain: String, for other: String) -> Bool {
        func parts(_ text: String) -> (name: Substring, ending: Substring) {
            let name = text.prefix { $0 != "." }
            return (name, text.dropFirst(name.count))
        }
        let (one, right) = (parts(domain), parts(other))
        guard domain != other, one.ending == right.ending, min(one.name.utf8.count, right.name.utf8.count) >= 5 else { return false }
        return appearance(of: domain) == appearance(of: other) || isSlip(Array(domain.utf8), of: Array(other.utf8))
    }

    /// The well-known domain that another looks like and is not: `gmaiI.com`, `rnicrosoft.com`, `аррӏе.com` in Cyrillic.
    private static func twin(of domain: DomainName) -> String? {
        guard domain.registrable == 0, domain.bytes(from: 0).count <= 40 else { return nil }
        let text = domain.text
        guard let meant = appearances[appearance(of: text)], meant != text else { return nil }
        return meant
    }

    private static let appearances: [String: String] = Dictionary(
        (targets.map { String(decoding: $0, as: UTF8.self) }
            + [
                "microsoft.com", "google.com", "apple.com", "amazon.com", "paypal.com", "linkedin.com", "facebook.com", "docusign.com",
                "dropbox.com",
            ])
            .map { (appearance(of: $0), $0) },
        uniquingKeysWith: { first, _ in first })

    /// A domain as a hasty eye sees it: letters and digits that look alike are one, `rn` is `m` and `vv` is `w`.
    private static func appearance(of text: String) -> String {
        var seen = ""
        for scalar in text.unicodeScalars {
            switch twins[scalar] ?? scalar {
            case "n" where seen.last == "r":
                seen.removeLast()
                seen.append("m")
            case "v" where seen.last == "v":
                seen.removeLast()
                seen.append("w")
            case let scalar: seen.unicodeScalars.append(scalar)
            }
        }
        return seen
    }

    /// Letters of other alphabets, and digits, by the Latin letter they look like. `i` and `l` are one: a capital `I` is written as `l` is.
    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "1": "l", "i": "l", "ı": "l", "ӏ": "l", "і": "l", "ï": "l", "í": "l", "0": "o", "о": "o", "ο": "o", "а": "a", "α": "a", "е": "e",
        "р": "p",
        "ρ": "p", "с": "c", "у": "y", "х": "x", "ѕ": "s", "ј": "j", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "к": "k", "κ": "k", "м": "m",
        "т": "t",
        "ν": "v", "ɡ": "g", "ɑ": "a", "ḷ": "l", "ạ": "a", "ọ": "o", "ẹ": "e",
    ]

    /// Longer names are hit by chance more seldom.
    private static func certainty(_ meant: String) -> Double { meant.utf8.count >= 9 ? 0.97 : 0.85 }

    private static func mixedScript(_ domain: DomainName) -> Suspicion? {
        for index in domain.labels.indices {
            var (latin, other) = (false, false)
            for scalar in domain.labelText(index).unicodeScalars {
                switch scalar.value {
                case 0x61...0x7A, 0xE0...0x24F: latin = true
                case 0x370...0x3FF, 0x400...0x52F, 0x530...0x58F, 0x13A0...0x13FF: other = true
                default: break
                }
            }
            if latin, other {
                return Suspicion(
                    meant: nil, evidence: "“\(domain.labelText(index))” in the domain mixes letters of two scripts.", probability: 0.98)
            }
        }
        return nil
    }

    /// One letter too many, too few, another one, or two swapped; in the label, not in what follows it.
    private static func isSlip(_ text: [UInt8], of meant: [UInt8]) -> Bool {
        guard text.count > 4, abs(text.count - meant.count) <= 1, text != meant else { return false }
        var start = 0
        while start < text.count, start < meant.count, text[start] == meant[start] { start += 1 }
        var (left, right) = (text.count, meant.count)
        while left > start, right > start, text[left - 1] == meant[right - 1] {
            left -= 1
            right -= 1
        }
        // An exchanged first letter makes another name ("bmail", "email"), and a hyphen or digit is put there on purpose.
        let changed = text[start..<left] + meant[start..<right]
        guard changed.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2E }) else { return false }
        switch (left - start, right - start) {
        case (0, 1), (1, 0): return start > 0
        case (1, 1): return start > 0 && areNeighbours(text[start], meant[start])
        case (2, 2): return text[start] == meant[start + 1] && text[start + 1] == meant[start]
        default: return false
        }
    }

    /// Whether two letters lie side by side on a keyboard (QWERTY, QWERTZ or AZERTY).
    private static func areNeighbours(_ one: UInt8, _ other: UInt8) -> Bool {
        neighbours.contains { row in row.holds([one, other]) || row.holds([other, one]) }
    }

    private static let neighbours = [
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qaz", "wsx", "edc", "rfv",
        "tgb",
        "yhn", "ujm", "ik", "ol", "aw", "se", "dr", "ft", "gy", "hu", "ji", "ko", "io", "ae", "oa",
    ].map { Array($0.utf8) }

    /// What mail is most often meant for.
    private static let targets: [[UInt8]] = """
        gmail.com googlemail.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es outlook.com outlook.de outlook.fr outlook.es
        yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.in yahoo.com.br yahoo.ca yahoo.co.jp ymail.com rocketmail.com icloud.com
        live.co.uk live.com msn.com aol.com protonmail.com comcast.net verizon.net sbcglobal.net bellsouth.net
        btinternet.com virginmedia.com t-online.de freenet.de wanadoo.fr orange.fr laposte.net libero.it virgilio.it bluewin.ch bigpond.com
        rediffmail.com yandex.ru seznam.cz telefonica.net terra.com.br uol.com.br ziggo.nl telenet.be skynet.be gmx.net gmx.de web.de
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

    /// Endings that are slips of the hand; those that exist as well are not broken.
    private static let endings: [String: (meant: String, isBroken: Bool)] = [
        "con": ("com", true), "cpm": ("com", true), "comm": ("com", true), "ocm": ("com", true), "cim": ("com", true), "vom": ("com", true),
        "xom": ("com", true), "coom": ("com", true), "cmo": ("com", true), "copm": ("com", true), "comn": ("com", true),
        "coim": ("com", true),
        "met": ("net", true), "nte": ("net", true), "nett": ("net", true), "ent": ("net", true), "ogr": ("org", true), "rog": ("org", true),
        "orgg": ("org", true), "cok": ("com", true), "dde": ("de", true), "frr": ("fr", true), "couk": ("co.uk", true),
    ]
}
