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
            people[identity, default: [:]][domain, default: 0] &+= 1
        }
    }

    /// The look-alike an address is at; `nil` for nearly all.
    func lookalike(at address: String, of company: String) -> Lookalike? {
        guard let identity = CompanyName.identity(company), let domains = people[identity], domains.count > 1,
            let domain = Self.domain(of: address)
        else { return nil }
        return Self.lookalike(domain, among: domains)
    }

    /// How many people have an address at a look-alike.
    public var peopleAtLookalikes: Int {
        people.values.reduce(0) { sum, domains in
            domains.count < 2 ? sum : sum + domains.keys.reduce(0) { $0 + (Self.lookalike($1, among: domains)?.people ?? 0) }
        }
    }

    private static func lookalike(_ domain: String, among domains: [String: Int32]) -> Lookalike? {
        guard let people = domains[domain].map(Int.init),
            let meant = domains.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }).map({ (domain: $0.key, people: Int($0.value)) }),
            meant.people >= max(fewestColleagues, colleaguesForEach * people), LookalikeDomain.isTaken(domain, for: meant.domain)
        else { return nil }
        return Lookalike(domain: domain, people: people, meant: meant.domain, colleagues: meant.people)
    }

    /// The registered domain of an address that is no provider's.
    private static func domain(of address: String) -> String? {
        guard let (_, domain) = DomainName.split(address), ListedDomains.all.entry(of: domain) == nil else { return nil }
        return domain.text(from: domain.registrable)
    }
}
