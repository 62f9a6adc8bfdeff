/// A language the page is written in.
public enum Language: String, CaseIterable, Sendable {
    /// English.
    case english = "en"
    /// German.
    case german = "de"

    /// The first language of an `Accept-Language` header (RFC 9110 §12.5.4) the page is written in; English where there is none.
    ///
    /// - Parameter header: `de-AT,de;q=0.9,en;q=0.8`; anything that can't be read is passed over.
    public init(accepting header: String?) {
        let wishes = (header ?? "").split(separator: ",").compactMap { item -> (language: Language, weight: Double)? in
            let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = parts.first?.lowercased(), let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else {
                return nil
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return weight > 0 ? (language, weight) : nil
        }
        // Of equal weights the first one written counts.
        self =
            wishes.reduce(nil as (language: Language, weight: Double)?) { best, wish in
                guard let best, best.weight >= wish.weight else { return wish }
                return best
            }?.language ?? .english
    }

    /// The language of a program's surroundings, by `LC_ALL`, `LC_MESSAGES`, `LANG` (POSIX.1-2024 §8.2); English where none is told.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = Language(rawValue: locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()) ?? .english
    }
}
