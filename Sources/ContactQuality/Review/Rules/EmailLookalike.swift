/// The domain is one or two strokes away from a well-known provider's or from the colleagues' one, or mixes scripts: `gmial.com`,
/// `hotmial.co.uk`, `gmail.con`, `exarnple.com`.
///
/// Mail to it bounces or, worse, reaches whoever registered the typing error. A domain that differs from a provider's by one letter left
/// out, doubled, exchanged, or two swapped counts, unless it is itself a known provider (`gmx.com` and `gmail.com`) or fits the person's
/// company. So does an ending nobody has (`.con`, `.cmo`) and a label whose letters come from two scripts. Of a company's own domain it is
/// told where at least five colleagues are there for each one at the look-alike, and the ending is the same. Settled by the address the
/// finding shows, after asking.
public struct EmailLookalike: Rule {
    /// Its name.
    public let id = "email-lookalike"
    /// How much it matters.
    public let severity = Severity.medium
    /// What it finds.
    public let title = "An address with a mistyped domain"
    /// What would settle it.
    public let advice = "Ask, or correct the domain."
    private let colleagues: ColleagueDomains

    /// Makes the rule.
    ///
    /// - Parameter colleagues: at which domains the people of each company are; without any only well-known domains are compared with.
    public init(among colleagues: ColleagueDomains = ColleagueDomains()) {
        self.colleagues = colleagues
    }

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for email in person.emails {
            guard let suspicion = LookalikeDomain.suspicion(about: email.address, company: person.company) else { continue }
            return found(
                email.address, because: suspicion.evidence, probability: suspicion.probability,
                settle: suspicion.meant.map { "Write to \($0) and see whether it is the person." })
        }
        return findingAmongColleagues(for: person)
    }

    /// What it says by the colleagues' domain alone.
    func findingAmongColleagues(for person: ReviewSubject) -> Finding? {
        guard let company = person.company else { return nil }
        for email in person.emails {
            guard let seen = colleagues.lookalike(at: email.address, of: company) else { continue }
            let right = email.address.prefix { $0 != "@" } + "@" + seen.meant
            return found(
                email.address,
                because: "“\(seen.domain)” looks like “\(seen.meant)”, where \(seen.colleagues) others of “\(company)” have theirs.",
                probability: 0.9, settle: "Write to \(right) and see whether it is the person.")
        }
        return nil
    }
}
