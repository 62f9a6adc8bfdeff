/// How many of the owner's contacts have addresses at a domain, and for which companies: colleagues vouch for a domain.
///
/// Memory is sixteen bytes a domain and a pair of domain and company; names are kept as hashes, and two that collide (once in some
/// billion books) would be counted together.
public struct DomainCensus: Sendable {
    private var people: [UInt64: Int32] = [:]
    private var pairs: [UInt64: Int32] = [:]
    private var companies: [UInt64: Int32] = [:]

    /// Makes an empty census.
    public init() {}

    /// Whether nobody was counted.
    public var isEmpty: Bool { people.isEmpty }

    /// Counts a person once for each domain they have an address at. Domains of providers for private persons, forwarding and throw-away
    /// services are left out: who shares them shares nothing. Pseudo-companies and blank ones count for the domain, for no company.
    public mutating func add(addresses: some Sequence<String>, company: String?) {
        var seen: [UInt64] = []
        for address in addresses {
            guard let (_, domain) = DomainName.split(address) else { continue }
            switch ListedDomains.all.entry(of: domain)?.entry {
            case .consumer, .relay, .disposable, .dualUse: continue
            case .association, .school, nil: break
            }
            let key = Self.hash(domain.bytes(from: domain.registrable))
            guard !seen.contains(key) else { continue }
            seen.append(key)
            people[key, default: 0] &+= 1
            guard let company, let pair = Self.hash(key, company) else { continue }
            if pairs.updateValue((pairs[pair] ?? 0) &+ 1, forKey: pair) == nil { companies[key, default: 0] &+= 1 }
        }
    }

    /// The people at a domain.
    func people(at domain: DomainName) -> Int {
        guard !people.isEmpty else { return 0 }
        return people[Self.hash(domain.bytes(from: domain.registrable))].map(Int.init) ?? 0
    }

    /// The people at a domain, and how many of them are with a company.
    func counts(of domain: DomainName, company: String) -> (people: Int, colleagues: Int) {
        guard !people.isEmpty else { return (0, 0) }
        let key = Self.hash(domain.bytes(from: domain.registrable))
        guard let all = people[key] else { return (0, 0) }
        return (Int(all), Self.hash(key, company).flatMap { pairs[$0] }.map(Int.init) ?? 0)
    }

    /// The people at a domain and how many companies they are with, where these have so little to do with each other that only a provider
    /// can be what they share: five companies at least, and four for each five people.
    func strangers(at domain: DomainName) -> (people: Int, companies: Int)? {
        guard !people.isEmpty else { return nil }
        let key = Self.hash(domain.bytes(from: domain.registrable))
        guard let all = people[key], let apart = companies[key], apart >= 5, Int(apart) * 5 >= Int(all) * 4 else { return nil }
        return (Int(all), Int(apart))
    }

    private static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var hash = start
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // FNV alone spreads its low bits badly.
        hash ^= hash >> 32
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        return hash ^ (hash >> 29)
    }

    private static func hash(_ domain: UInt64, _ company: String) -> UInt64? {
        guard !PseudoCompany.isPseudo(company) else { return nil }
        let (words, core) = CompanyName.core(of: FoldedWords(company))
        return core.isEmpty ? nil : hash(words.joined(core), from: domain)
    }
}
