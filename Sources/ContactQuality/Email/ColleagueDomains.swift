/// At which domains the people of each company have addresses, to find those that look like the one most are at and are another:
/// `exarnple.com` beside twenty colleagues at `example.com`.
///
/// Companies are compared by `CompanyName.identity`; domains of providers are left out, and so is who has no company. Memory is bounded:
/// beyond 300,000 different pairs of company and domain no new one is taken in.
public struct ColleagueDomains: Sendable {
    /// A domain that looks like the colleagues' one.
    public struct Lookalike: Hashable, Sendable {
        /// The domain, as registered.
        public var domain: String
        /// How many people of the company have addresses there.
        public var people: Int
        /// The domain it is taken for.
        public var meant: String
        /// How many people of the company have addresses there.
        public var colleagues: Int
    }

    private static let most = 300_000
    /// So many colleagues have to be at a domain before another one is held against it, and so many for each one who is at the other.
    private static let (fewestColleagues, colleaguesForEach) = (3, 5)

    private var people: [String: [String: Int32]] = [:]
    /// The domain most people of each company are at, the first in order of several.
    private var best: [String: (domain: String, people: Int32)] = [:]
    private var pairs = 0

    /// Makes an empty collection.
    public init() {}

    /// Counts a person once for each domain they have an address at.
    mutating func add(_ person: ReviewSubject) {
        guard person.email != nil, let company = person.company, let identity = CompanyName.identity(company) else { return }
        for domain in Set(person.emails.lazy.compactMap { Self.domain(of: $0.address) }) {
            if people[identity]?[domain] == nil {
                guard pairs < Self.most else { continue }
                pairs += 1
            }
            let count = (people[identity]?[domain] ?? 0) &+ 1
            people[identity, default: [:]][domain] = count
            if let known = best[identity], known.people > count || known.people == count && known.domain <= domain { continue }
            best[identity] = (domain, count)
        }
    }

    /// The look-alike an address is at; `nil` for nearly all.
    func lookalike(at address: String, of company: String) -> Lookalike? {
        guard let identity = CompanyName.identity(company), let domain = Self.domain(of: address) else { return nil }
        return lookalike(domain, of: identity)
    }

    /// How many people have an address at a look-alike.
    public var peopleAtLookalikes: Int {
        people.reduce(0) { sum, company in
            company.value.keys.reduce(sum) { $0 + (lookalike($1, of: company.key)?.people ?? 0) }
        }
    }

    private func lookalike(_ domain: String, of identity: String) -> Lookalike? {
        guard let people = people[identity]?[domain].map(Int.init), let meant = best[identity], meant.domain != domain else { return nil }
        let colleagues = Int(meant.people)
        guard colleagues >= max(Self.fewestColleagues, Self.colleaguesForEach * people), LookalikeDomain.isTaken(domain, for: meant.domain)
        else { return nil }
        return Lookalike(domain: domain, people: people, meant: meant.domain, colleagues: colleagues)
    }

    /// The registered domain of an address that is no provider's.
    private static func domain(of address: String) -> String? {
        guard let (_, domain) = DomainName.split(address), ListedDomains.all.entry(of: domain) == nil else { return nil }
        return domain.text(from: domain.registrable)
    }
}
