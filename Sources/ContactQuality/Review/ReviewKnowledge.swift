/// What the rules know beyond the person they look at.
public struct ReviewKnowledge: Sendable {
    /// How long values hold: by the published figures, or fitted to the owner's own exports.
    public var staleness: StalenessModel
    /// How the owner's contacts spell their companies; without any nobody has a variant.
    public var spellings: CompanySpellings
    /// At which domains the people of each company have addresses; without any nobody's looks like the colleagues'.
    public var colleagues: ColleagueDomains
    /// What the domain name system says of domains; empty where nobody asked.
    public var routes: [String: MailRoute]

    /// Makes knowledge; what is left out is not known.
    public init(
        staleness: StalenessModel = .published,
        spellings: CompanySpellings = CompanySpellings(),
        colleagues: ColleagueDomains = ColleagueDomains(),
        routes: [String: MailRoute] = [:]
    ) {
        self.staleness = staleness
        self.spellings = spellings
        self.colleagues = colleagues
        self.routes = routes
    }
}
