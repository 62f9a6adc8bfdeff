internal import ContactModel

/// Which companies have addresses at which domains, and how those are made: learnt from people whose work addresses are known.
struct CompanyAddresses {
    /// What is known of a domain.
    private struct Domain {
        var habit = DomainHabit()
        /// People with a work address there, by company, with the spellings of its name.
        var companies: [UInt64: (people: Int, spellings: [String: Int])] = [:]
        /// People with an address there whose company it does not fit.
        var strangers = 0
    }

    /// A company's domain.
    struct Home {
        var domain: String
        /// How many of its people are known to have an address there, and how many anywhere.
        var people: Int
        var all: Int

        /// The probability that the next one has it there too.
        var probability: Double { (Double(people) + 1) / (Double(all) + 1.1) }
    }

    /// The company most people at a domain are with.
    struct Tenant {
        var company: String
        /// How many are with it, and how many there are.
        var people: Int
        var all: Int
    }

    private var domains: [String: Domain] = [:]
    private var homes: [UInt64: [String: Int]] = [:]
    /// All addresses anybody has.
    private var taken: Set<UInt64> = []
    /// People of a company without a known work address, by what of their names an address might be made of.
    private var rivals: [UInt64: Int32] = [:]

    /// What is the same for all spellings of a company; `nil` for none and for one that is none.
    static func key(_ company: String?) -> UInt64? { company.flatMap { CompanyName.identity($0) }.map { StableHash.of($0) } }

    /// Counts a person.
    ///
    /// - Parameter judged: the addresses with what they are; those whose only ground is an accepted guess are left out.
    mutating func add(_ person: Person, judged: [(address: String, evidence: EmailEvidence)], name: @autoclosure () -> NameInAddresses) {
        var hasWorkAddress = false
        for (address, evidence) in judged {
            let isNew = taken.insert(Self.hash(address)).inserted
            guard let (local, domain) = DomainName.split(address) else { continue }
            let company: String?
            switch evidence {
            case .company(_, let named, _, let isPresent):
                company = named
                hasWorkAddress = hasWorkAddress || isPresent
            case .colleagues(_, let named, _, _):
                company = named
                hasWorkAddress = true
            case .authority:
                company = person.companies.first?.value
                hasWorkAddress = true
            case .noFit(_, let named?) where Self.key(named) != nil:
                domains[domain.text, default: Domain()].strangers += 1
                continue
            default: continue
            }
            // One person in two sources is counted once.
            guard isNew, let company, let key = Self.key(company) else { continue }
            domains[domain.text, default: Domain()].habit.add(local: local, of: name())
            domains[domain.text]?.companies[key, default: (0, [:])].people += 1
            domains[domain.text]?.companies[key]?.spellings[company, default: 0] += 1
            homes[key, default: [:]][domain.text, default: 0] += 1
        }
        guard !hasWorkAddress, let key = Self.key(person.companies.first?.value), let spelling = name().spellings.first else { return }
        for rival in Self.rivalKeys(key, spelling) { rivals[rival, default: 0] &+= 1 }
    }

    /// The domain most people of a company have their addresses at; `nil` where fewer than two do.
    func home(of company: String?) -> Home? {
        guard let key = Self.key(company), let found = homes[key] else { return nil }
        let best = found.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value >= 2 else { return nil }
        return Home(domain: best.key, people: best.value, all: found.values.reduce(0, +))
    }

    /// What all domains tell together.
    func prior() -> FormPrior { FormPrior(fittedTo: domains.sorted { $0.key < $1.key }.map(\.value.habit)) }

    /// How addresses at a domain are made.
    func habit(at domain: String) -> DomainHabit { domains[domain]?.habit ?? DomainHabit() }

    /// The company most people at a domain are with; `nil` where fewer than two are with one.
    func tenant(of domain: String) -> Tenant? {
        guard let known = domains[domain] else { return nil }
        let best = known.companies.max { ($0.value.people, $1.key) < ($1.value.people, $0.key) }
        guard let best, best.value.people >= 2 else { return nil }
        let usual = best.value.spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let all = known.strangers + known.companies.values.reduce(0) { $0 + $1.people }
        return usual.map { Tenant(company: $0, people: best.value.people, all: all) }
    }

    /// Whether anybody has an address.
    func isTaken(_ address: String) -> Bool { taken.contains(Self.hash(address)) }

    /// How many further people of a company, of whom no work address is known, would get the address a pattern gives to somebody.
    func rivals(of name: NameInAddresses, by pattern: AddressPattern, at company: String?) -> Int {
        guard let key = Self.key(company), let spelling = name.spellings.first else { return 0 }
        let keys = Self.rivalKeys(key, spelling)
        let place =
            switch (pattern.usesWholeGiven, pattern.usesWholeFamily) {
            case (true, true): 0
            case (false, true): pattern.parts.contains(.givenInitial) ? 1 : 2
            case (true, false): pattern.parts.contains(.familyInitial) ? 3 : 4
            case (false, false): 5
            }
        return max(0, Int(rivals[keys[place]] ?? 0) - 1)
    }

    /// How many people have this name and this company, and no work address that is known.
    func namesakes(of name: NameInAddresses, at company: String?) -> Int {
        guard let key = Self.key(company), let spelling = name.spellings.first else { return 0 }
        return Int(rivals[Self.rivalKeys(key, spelling)[0]] ?? 0)
    }

    private static func hash(_ address: String) -> UInt64 { StableHash.of(address.lowercased()) }

    /// Whole names, initial and family, family, given and initial, given, initials; each with its number, so that none is taken for another.
    private static func rivalKeys(_ company: UInt64, _ spelling: NameInAddresses.Spelling) -> [UInt64] {
        let (given, family) = (spelling.given[...], spelling.family[...])
        let parts: [(ArraySlice<UInt8>, ArraySlice<UInt8>)] = [
            (given, family), (given.prefix(1), family), ([], family), (given, family.prefix(1)), (given, []),
            (given.prefix(1), family.prefix(1)),
        ]
        return parts.enumerated().map { number, part in
            StableHash.of(part.0 + [0x7C, UInt8(truncatingIfNeeded: number)] + part.1, from: company)
        }
    }
}
