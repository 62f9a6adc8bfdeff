internal import ContactModel

/// What decided about an address.
enum EmailEvidence {
    /// The owner said what it is for.
    case said(EmailUse)
    /// It is no address.
    case malformed
    /// The domain is an alias service's.
    case relay(domain: DomainName)
    /// The domain is for throw-away addresses.
    case disposable(domain: DomainName)
    /// The local part names a function.
    case function(local: String)
    /// The domain is a provider's for private persons.
    case consumer(domain: DomainName, from: Int)
    /// The provider also employs people; the person's company is another one, or unknown.
    case customer(domain: DomainName, from: Int)
    /// The provider employs the person.
    case providerStaff(domain: DomainName, from: Int, company: String)
    /// The provider's domain holds staff and customers, and nothing decides.
    case providerUndecided(domain: DomainName, from: Int)
    /// The domain is an association's.
    case association(domain: DomainName)
    /// The domain is a school's.
    case school(domain: DomainName)
    /// The domain is for former students.
    case alumni(domain: DomainName)
    /// The domain is an authority's.
    case authority(domain: DomainName)
    /// The domain fits a company of the person.
    case company(domain: DomainName, company: String, fit: CompanyDomainFit, isPresent: Bool)
    /// The domain fits no company, and others of the same company have addresses there.
    case colleagues(domain: DomainName, company: String, colleagues: Int, people: Int)
    /// The domain is the person's own name.
    case ownName(domain: DomainName)
    /// The domain fits nobody's company, and people of many companies have addresses there: a provider no table knows.
    case strangers(domain: DomainName, people: Int, companies: Int)
    /// The domain calls itself a provider.
    case providerByName(domain: DomainName, word: String)
    /// The domain fits no company, and the local part is one people choose with a provider.
    case nickname(domain: DomainName, local: String)
    /// The domain fits none of the person's companies.
    case noFit(domain: DomainName, company: String?)

    /// Takes the owner's word about an address; where there is none, weighs it.
    init(_ email: EmailAddress, companies: [String], name: PersonName, census: DomainCensus) {
        if let use = email.use { self = .said(use) } else { self.init(email.address, companies: companies, name: name, census: census) }
    }

    /// Weighs an address, and takes the first of these that speaks: relay, throw-away, function, provider, alumni, company, a company's place
    /// at another's domain, the person's school, association, school, authority, own name, colleagues, strangers who share a domain, a domain
    /// that calls itself a provider, a nickname.
    init(_ address: String, companies: [String], name: PersonName, census: DomainCensus) {
        guard let (local, domain) = DomainName.split(address) else {
            self = .malformed
            return
        }
        let listed = ListedDomains.all.entry(of: domain)
        switch listed?.entry {
        case .relay:
            self = .relay(domain: domain)
            return
        case .disposable:
            self = .disposable(domain: domain)
            return
        default: break
        }
        if listed == nil, ProviderWords.isThrowAway(domain) {
            self = .disposable(domain: domain)
            return
        }
        if let function = Self.function(local, at: domain, name: name) {
            self = .function(local: function)
            return
        }
        if let company = companies.first(where: { TelecomBrands.isStaff(of: domain, at: $0) }) {
            self = .providerStaff(domain: domain, from: domain.registrable, company: company)
            return
        }
        // A carrier's staff may have addresses at any of its brands: M-net Telekommunikation, `mnet-online.de`.
        func mayBeCarriersStaff() -> Bool {
            guard !ConsumerDomains.families.contains(domain.label), !TelecomBrands.noCarrier.contains(domain.label),
                let company = companies.first, TelecomBrands.isCarrier(company)
            else { return false }
            return !companies.contains { CompanyDomainFit.match($0, domain)?.fit == .exactName }
        }
        switch listed {
        case (.consumer, let from)?:
            switch companies.first.map({ Self.tie(of: $0, to: domain) }) ?? .none {
            case .itself: self = .providerStaff(domain: domain, from: from, company: companies[0])
            case .perhaps: self = .providerUndecided(domain: domain, from: from)
            case .none:
                self = mayBeCarriersStaff() ? .providerUndecided(domain: domain, from: from) : .consumer(domain: domain, from: from)
            }
            return
        case (.dualUse(let provider), let from)?:
            let company = companies.first {
                (Self.isCompany($0, of: provider) || CompanyDomainFit.match($0, domain)?.fit == .exactName) && !PseudoCompany.isPseudo($0)
            }
            if let company {
                self = .providerStaff(domain: domain, from: from, company: company)
            } else {
                let isCustomer = provider.isMostlyConsumer && !mayBeCarriersStaff()
                self = isCustomer ? .customer(domain: domain, from: from) : .providerUndecided(domain: domain, from: from)
            }
            return
        default: break
        }

        if domain.registrable > 0, DomainShape.of(domain) == .alumni {
            self = .alumni(domain: domain)
            return
        }
        var hasOwnFirm = false
        for (index, company) in companies.enumerated() {
            guard let match = CompanyDomainFit.match(company, domain), !PseudoCompany.isPseudo(company) else { continue }
            // "Doe Consulting" and `doe-family.org`: the word they share is merely the person's name.
            if match.fit != .exactName, match.fit != .acronym, OwnName(name).contains(match.evidence),
                !CompanyDomainFit.namesTrade(of: company, in: domain, beside: match.evidence)
            {
                hasOwnFirm = true
                continue
            }
            self = .company(domain: domain, company: company, fit: match.fit, isPresent: index == 0)
            return
        }
        // "Sample de Aviación", `sample.provider.example`: the company's own place at somebody else's.
        if domain.registrable > 0,
            let (index, company) = companies.enumerated().first(where: { CompanyDomainFit.isSubdomain(of: domain, for: $1) })
        {
            self = .company(domain: domain, company: company, fit: .nameBeginsWithLabel, isPresent: index == 0)
            return
        }
        if let school = Self.employingSchool(domain, isListed: Self.isSchool(listed?.entry), companies) {
            self = .company(domain: domain, company: school.company, fit: .school, isPresent: school.isPresent)
            return
        }
        if case .association? = listed?.entry {
            self = .association(domain: domain)
            return
        }
        if case .school? = listed?.entry {
            self = .school(domain: domain)
            return
        }
        switch DomainShape.of(domain) {
        case .school, .alumni: self = .school(domain: domain)
        case .authority: self = .authority(domain: domain)
        case nil:
            let company = companies.first { $0.utf8.contains { $0 > 0x20 } }
            // Who works for themselves may well work under their name: only who does not surely has it for private use.
            if !hasOwnFirm, OwnName.mayBe(domain.label, name), OwnName(name).isDomain(domain, local: local),
                !(company.map(PseudoCompany.isPseudo) ?? false)
            {
                self = .ownName(domain: domain)
            } else if let company, let (people, colleagues) = Self.vouching(census, for: domain, company) {
                self = .colleagues(domain: domain, company: company, colleagues: colleagues - 1, people: people)
            } else if let shared = census.strangers(at: domain) {
                self = .strangers(domain: domain, people: shared.people, companies: shared.companies)
            } else if let word = ProviderWords.word(in: domain, isCompared: company.map { !PseudoCompany.isPseudo($0) } ?? false),
                !(company.map(TelecomBrands.mayBeCarrier) ?? false)
            {
                self = .providerByName(domain: domain, word: word)
            } else if census.people(at: domain) < 2, NickLocalPart.isOne(local, of: name) {
                // Of two who share a domain nobody knows, both may have it from an employer they left.
                self = .nickname(domain: domain, local: String(decoding: local, as: UTF8.self))
            } else {
                self = .noFit(domain: domain, company: company)
            }
        }
    }

    /// What a company has to do with a provider.
    private enum ProviderTie {
        case itself, perhaps, none
    }

    /// What a company has to do with the provider whose domain this is: the same where it has its name, or fits it and sells access by its own
    /// words ("Sample Kabelmedien"); perhaps the same where it merely fits it, or sells access and begins with the same letter.
    ///
    /// A small provider's domain is its staff's too, so the company tells; at the great ones' it is that of customers alone.
    private static func tie(of company: String, to domain: DomainName) -> ProviderTie {
        guard !ConsumerDomains.families.contains(domain.label), !ListedDomains.all.hasStaff(at: domain.label) else { return .none }
        let match = CompanyDomainFit.match(company, domain)
        if match?.fit == .exactName { return .itself }
        guard TelecomBrands.mayBeCarrier(company) else { return match == nil ? .none : .perhaps }
        if match != nil { return .itself }
        return company.utf8.first.map { $0 | 0x20 } == domain.label.first ? .perhaps : .none
    }

    private static func isSchool(_ entry: ListedDomains.Entry?) -> Bool {
        if case .school? = entry { return true }
        return false
    }

    /// The person's company where it is a school and the domain may be that school's; students' addresses are theirs for a time only.
    private static func employingSchool(
        _ domain: DomainName,
        isListed: Bool,
        _ companies: [String]
    ) -> (company: String, isPresent: Bool)? {
        guard !DomainShape.isForStudents(domain) else { return nil }
        let isSchools = isListed || DomainShape.of(domain) == .school
        for (index, company) in companies.enumerated() {
            let name = FoldedWords(company)
            guard SchoolName.isSchool(name) else { continue }
            guard isSchools || SchoolName.isAbbreviation(domain.label, of: name) else { continue }
            let labels = domain.labels[...domain.registrable]
            if labels.contains(where: { SchoolName.mayBe(domain.bytes[$0], of: name) }) { return (company, index == 0) }
        }
        return nil
    }

    /// The people at a domain and those of a company among them, where there are enough of these to vouch for it: two at least, and two
    /// thirds of all.
    private static func vouching(_ census: DomainCensus, for domain: DomainName, _ company: String) -> (people: Int, colleagues: Int)? {
        let (people, colleagues) = census.counts(of: domain, company: company)
        return colleagues >= 2 && colleagues * 3 >= people * 2 ? (people, colleagues) : nil
    }

    /// The kind the evidence speaks for.
    var kind: EmailKind {
        switch self {
        case .said(.work): .work
        case .said(.personal): .personal
        case .malformed, .providerUndecided, .noFit: .unknown
        case .relay: .relay
        case .disposable: .disposable
        case .function: .role
        case .consumer, .customer, .ownName, .strangers, .providerByName, .nickname: .personal
        case .providerStaff, .authority, .company, .colleagues: .work
        case .association: .association
        case .school, .alumni: .school
        }
    }

    /// Whether it is a work address of a company that is not the present one.
    var isOfFormerCompany: Bool { formerCompany != nil }

    /// The company whose work address it is where that is not the first of the person's; `nil` otherwise.
    var formerCompany: String? {
        if case .company(_, let company, _, let isPresent) = self, !isPresent { return company }
        return nil
    }

    /// How sure the kind is; for an unknown one how likely it is a work address. Measured on the open half of the labelled domains
    /// (`Benchmarks/quality`), and rounded.
    var probability: Double {
        switch self {
        case .said: 1
        case .malformed: 0
        case .providerUndecided: 0.5
        case .noFit(_, let company): company.map(PseudoCompany.isPseudo) ?? true ? 0.35 : 0.6
        case .relay, .disposable: 0.995
        case .function: 0.98
        case .consumer: 0.998
        case .customer: 0.99
        case .ownName: 0.97
        case .strangers: 0.95
        case .providerByName: 0.96
        case .nickname: 0.95
        case .providerStaff: 0.95
        case .authority: 0.98
        case .company(_, _, let fit, _): fit.certainty
        case .colleagues(_, _, let colleagues, _): colleagues > 1 ? 0.99 : 0.96
        case .association: 0.97
        case .school: 0.98
        case .alumni: 0.99
        }
    }

    /// The evidence as a sentence for people.
    var sentence: String {
        switch self {
        case .said(.work): "You said that it is a work address."
        case .said(.personal): "You said that it is a private address."
        case .malformed: "This does not have the form of an e-mail address."
        case .relay(let domain): "\(domain.text) forwards to an address it keeps hidden."
        case .disposable(let domain): "\(domain.text) gives out throw-away addresses."
        case .function(let local): "“\(local)” names a function, not a person."
        case .consumer(let domain, let from): "\(domain.text(from: from)) is a mail or internet provider for private persons."
        case .customer(let domain, let from): "\(domain.text(from: from)) is a provider's, and the person's company is not that provider."
        case .providerStaff(let domain, let from, let company):
            "\(domain.text(from: from)) is a provider's, and “\(company)” is that provider."
        case .providerUndecided(let domain, let from):
            "Both staff and customers of the provider have addresses at \(domain.text(from: from))."
        case .association(let domain): "\(domain.text) is an association's or community's, which forwards for its members."
        case .school(let domain): "\(domain.text) is a school's or university's."
        case .alumni(let domain): "\(domain.text) is for former students or former staff."
        case .authority(let domain): "\(domain.text) is a public authority's."
        case .company(let domain, let company, let fit, let isPresent):
            "“\(company)”\(isPresent ? "" : " (a former or further company)"): \(domain.text) \(fit.rawValue)."
        case .colleagues(let domain, let company, let colleagues, let people):
            "\(domain.text) is the domain of \(colleagues == 1 ? "another contact" : "\(colleagues) other contacts") of “\(company)”, of \(people) who have it."
        case .ownName(let domain): "\(domain.text) is the person's own name."
        case .strangers(let domain, let people, let companies):
            "\(people) of your contacts have addresses at \(domain.text), of \(companies) companies that have nothing else in common: a provider's."
        case .providerByName(let domain, let word): "\(domain.text) calls itself a provider (“\(word)”) and fits no company of the person."
        case .nickname(let domain, let local):
            "“\(local)” is how people call themselves with a provider, and \(domain.text) fits no company of the person."
        case .noFit(let domain, let company?) where !PseudoCompany.isPseudo(company):
            "\(domain.text) is no known provider's and does not fit “\(company)”."
        case .noFit(let domain, _): "\(domain.text) is no known provider's, and no company is known to compare it with."
        }
    }

    /// The word the local part begins with where that names a function and is not the person's own name or initials.
    private static func function(_ local: ArraySlice<UInt8>, at domain: DomainName, name: PersonName) -> String? {
        // "info", "info-de", "sales.uk", "support2", "no-reply+ticket": what follows may be a country, a number or a tag, not a name.
        var tagless = local
        if let plus = local.firstIndex(of: 0x2B) { tagless = local[..<plus] }
        guard tagless.count <= 24, let first = tagless.first, first >= 0x61, first <= 0x7A else { return nil }
        var found: ArraySlice<UInt8>? = RoleLocalParts.all.contains(tagless) ? tagless : nil
        let head = tagless.prefix { $0 >= 0x61 && $0 <= 0x7A }
        if found == nil, head.count < tagless.count {
            let tail = tagless.dropFirst(head.count)
            let tailLetters = tail.count { $0 >= 0x61 && $0 <= 0x7A }
            if RoleLocalParts.all.contains(head) {
                let rest = tail.drop { $0 < 0x61 || $0 > 0x7A }
                if tailLetters <= 2 || (head.count > 3 && RoleLocalParts.all.contains(rest)) { found = head }
            }
            if found == nil, tailLetters > 0 {
                let letters = tagless.filter { $0 >= 0x61 && $0 <= 0x7A }[...]
                if RoleLocalParts.all.contains(letters) { found = letters }
            }
        }
        guard let found else { return nil }
        let text = String(decoding: found, as: UTF8.self)
        let ownName = OwnName(name)
        if ownName.contains(found) || ownName.hasInitials(text) { return nil }
        // `hello@ada-example.org` is how Ada Example wants to be written to.
        if ownName.isWholeName(domain) || RoleLocalParts.greetings.contains(found) && ownName.isDomain(domain, local: local) { return nil }
        return text
    }

    /// Whether a company is one of a provider's.
    private static func isCompany(_ company: String, of provider: DualUseDomains.Provider) -> Bool {
        let (words, core) = CompanyName.core(of: FoldedWords(company))
        for end in core.indices.map({ $0 + 1 }) {
            let head = words.joined(core.lowerBound..<end)
            guard provider.companies.contains(where: { $0.utf8.elementsEqual(head) }) else { continue }
            // "Free" is the provider, "Free Thinkers" is not.
            if !provider.isMostlyConsumer || (end..<core.upperBound).allSatisfy({ GenericWords.contains(words[$0]) }) { return true }
        }
        return false
    }
}

extension RoleLocalParts {
    /// The local parts as a set.
    static let all = WordTable(text)

    /// Those that people use for themselves as well, on domains of their own.
    static let greetings = WordTable("mail email hello hi hey contact kontakt contacto contato contatto info post inbox")
}
