public import ContactModel

/// What the owner's people tell of one another, and what can be proposed for each from it.
///
/// First everybody is added, then it is finished, then everybody can be asked about. Pure: no clock and no chance. It takes time in proportion to the people, and
/// memory in proportion to the addresses that are no private ones.
///
/// Nothing is proposed that a person has, or that the owner turned down for the person. A wrong work address is worse than none: one made by
/// a pattern needs two colleagues who have that form, a name whose letters can be told, and an address nobody else has.
public struct SuggestionKnowledge: Sendable {
    private let census: DomainCensus
    let staleness: StalenessModel
    let today: CalendarDate
    let twins: [UniqueID: [LikelyTwin]]
    let distinct: [UniqueID: Set<UniqueID>]
    var companies = CompanyAddresses()
    var namesakes = NamesakeIndex()
    private var prior = FormPrior.published

    /// Begins with nobody.
    ///
    /// - Parameters:
    ///   - census: what all people tell of domains.
    ///   - staleness: how long values hold.
    ///   - today: the day the values should be right on.
    ///   - twins: for each person those who are probably the same one; both ways.
    ///   - distinct: for each person those the owner said are somebody else; both ways.
    public init(
        census: DomainCensus, staleness: StalenessModel = .published, asOf today: CalendarDate, twins: [UniqueID: [LikelyTwin]] = [:],
        distinct: [UniqueID: Set<UniqueID>] = [:]
    ) {
        self.distinct = distinct
        self.census = census
        self.staleness = staleness
        self.today = today
        self.twins = twins
    }

    /// Learns from a person. An address that is an accepted guess and nothing else confirms nothing.
    public mutating func add(_ person: Person) {
        guard !person.emails.isEmpty || !person.companies.isEmpty else { return }
        let judged = judged(person.emails.filter { !$0.isAcceptedGuess }, of: person)
        companies.add(person, judged: judged, name: NameInAddresses(Self.name(of: person)))
        if !judged.isEmpty { namesakes.add(person, judged: judged) }
    }

    /// Ends the learning: how strictly the companies keep to their forms is told by all of them together. Without it published figures count.
    public mutating func finish() {
        prior = companies.prior()
    }

    /// What can be proposed for a person, the likeliest first.
    ///
    /// - Parameters:
    ///   - fields: the fields to propose values for.
    ///   - minimum: the least probability.
    public func suggestions(
        for person: Person, fields: Set<SuggestedField> = Set(SuggestedField.allCases), least minimum: Double = 0.5
    ) -> [Suggestion] {
        var found: [Suggestion] = []
        let ownTwins = twins[person.id] ?? []
        let namesakes = namesakes(of: person)
        if fields.contains(.email), !hasWorkAddress(person) {
            found += emailsOfTwins(ownTwins, for: person) + namesakes.map { email(of: $0, for: person) }
            // What a source has comes before what a pattern makes.
            if found.isEmpty, let guess = guessedEmail(for: person) { found.append(guess) }
        }
        if fields.contains(.company) {
            let told = ownTwins.compactMap { company(of: $0, for: person) }
            found += told.isEmpty ? companyOfDomain(for: person).map { [$0] } ?? [] : told
        }
        if fields.contains(.title) {
            found += ownTwins.compactMap { title(of: $0, for: person) }
            if person.titles.isEmpty { found += namesakes.compactMap { title(of: $0, for: person) } }
        }
        if fields.contains(.phone), person.phones.isEmpty {
            found += ownTwins.flatMap { phones(of: $0, for: person) } + namesakes.flatMap { phones(of: $0, for: person) }
        }
        let known = Self.known(of: person)
        var best: [DeclinedValue: Suggestion] = [:]
        for one in found where one.probability >= minimum {
            let value = DeclinedValue(one.field, one.value)
            guard !known.contains(value), !person.declined.contains(value) else { continue }
            guard var other = best[value] else {
                best[value] = one
                continue
            }
            // Two sources for one value: the likelier counts, both are told.
            let evidence = other.evidence + one.evidence.filter { !other.evidence.contains($0) }
            if one.probability > other.probability { other = one }
            other.evidence = evidence
            best[value] = other
        }
        return best.values.sorted {
            ($1.probability, $0.field.rawValue, $0.value) < ($0.probability, $1.field.rawValue, $1.value)
        }
    }

    // MARK: Addresses

    private func emailsOfTwins(_ twins: [LikelyTwin], for person: Person) -> [Suggestion] {
        twins.flatMap { twin in
            let company = person.companies.first ?? twin.person.companies.first
            return twin.person.emails.compactMap { held -> Suggestion? in
                guard !held.isAcceptedGuess, let evidence = fitting(held.value.address, company, person) else { return nil }
                return suggestion(
                    .email, held.value.address, for: person, probability: twin.probability * holds(held, company),
                    [twin.sentence, evidence])
            }
        }
    }

    private func guessedEmail(for person: Person) -> Suggestion? {
        guard let company = person.companies.first, let home = companies.home(of: company.value) else { return nil }
        let name = NameInAddresses(Self.name(of: person))
        let habit = companies.habit(at: home.domain)
        guard let guess = habit.guess(for: name, by: prior) else { return nil }
        let address = String(decoding: guess.local, as: UTF8.self) + "@" + home.domain
        // Who has an address there already has it in another form.
        guard !companies.isTaken(address), !person.emails.contains(where: { $0.value.address.lowercased().hasSuffix("@" + home.domain) })
        else { return nil }
        let rivals = companies.rivals(of: name, by: guess.pattern, at: company.value)
        let atCompany =
            Confirmation(company, others: person.companies.dropFirst())
            .map { staleness.probability(that: .company, confirmed: $0, holdsOn: today) } ?? 1
        var sentences = [
            "\(Self.of(guess.confirming, habit.addresses)) known addresses at \(home.domain) \(guess.confirming > 1.5 ? "have" : "has") the form "
                + "\(guess.pattern.name).",
            "\(Self.of(Double(home.people), Double(home.all))) known addresses of “\(company.value)” are at \(home.domain).",
        ]
        if guess.isOfSeveralSpellings { sentences.append("The name can be written in more than one way.") }
        if rivals > 0 {
            sentences.append("\(rivals == 1 ? "Another contact" : "\(rivals) other contacts") of the company would get the same address.")
        }
        if atCompany < 0.95, let day = company.lastConfirmed {
            sentences.append("The company was last confirmed on \(day); \(Int((atCompany * 100).rounded())) of 100 such still hold.")
        }
        return suggestion(
            .email, address, for: person, probability: guess.probability * home.probability * atCompany / Double(rivals + 1), sentences,
            isGuess: true)
    }

    /// Why an address is one of a company, as a sentence; `nil` where it is not.
    func fitting(_ address: String, _ company: Held<String>?, _ person: Person) -> String? {
        let evidence = EmailEvidence(
            address, companies: company.map { [$0.value] } ?? [], name: Self.name(of: person), census: census)
        switch evidence {
        case .company, .colleagues: return evidence.sentence
        default: return nil
        }
    }

    /// How likely a work address is right today.
    func holds(_ held: Held<EmailAddress>, _ company: Held<String>?) -> Double {
        guard let confirmed = Confirmation(held) else { return 1 }
        return staleness.probability(
            thatWorkEmail: confirmed, ofCompany: company.flatMap { Confirmation($0) }, isPresent: true, holdsOn: today)
    }

    private func hasWorkAddress(_ person: Person) -> Bool {
        judged(person.emails, of: person).contains { $0.evidence.kind == .work && !$0.evidence.isOfFormerCompany }
    }

    private func judged(_ emails: [Held<EmailAddress>], of person: Person) -> [(address: String, evidence: EmailEvidence)] {
        guard !emails.isEmpty else { return [] }
        let (names, name) = (person.companies.map(\.value), Self.name(of: person))
        return emails.map { ($0.value.address, EmailEvidence($0.value, companies: names, name: name, census: census)) }
    }

    // MARK: Other fields

    private func company(of twin: LikelyTwin, for person: Person) -> Suggestion? {
        guard let theirs = twin.person.companies.first, CompanyAddresses.key(theirs.value) != nil, isNews(theirs, to: person) else {
            return nil
        }
        return suggestion(
            .company, theirs.value, for: person,
            probability: twin.probability * holds(.company, theirs, others: twin.person.companies.dropFirst()), [twin.sentence])
    }

    private func title(of twin: LikelyTwin, for person: Person) -> Suggestion? {
        guard let title = twin.person.titles.first else { return nil }
        let (own, theirs) = (CompanyAddresses.key(person.companies.first?.value), CompanyAddresses.key(twin.person.companies.first?.value))
        let isOfSameJob = person.titles.isEmpty && (own == nil || theirs == nil || own == theirs)
        guard isOfSameJob || twin.person.companies.first.map({ isNews($0, to: person) }) ?? false else { return nil }
        return suggestion(
            .title, title.value, for: person,
            probability: twin.probability * holds(.title, title, others: twin.person.titles.dropFirst()), [twin.sentence])
    }

    private func phones(of twin: LikelyTwin, for person: Person) -> [Suggestion] {
        twin.person.phones.prefix(2).map {
            suggestion(.phone, $0.value.number, for: person, probability: twin.probability * holds($0), [twin.sentence])
        }
    }

    func holds(_ phone: Held<PhoneNumber>) -> Double {
        Confirmation(phone).map { staleness.probability(that: .phone, confirmed: $0, holdsOn: today) } ?? 1
    }

    /// Whether a company is one the person is not known to be with: none is known, or another that was confirmed half a year earlier or more.
    private func isNews(_ company: Held<String>, to person: Person) -> Bool {
        guard let own = person.companies.first else { return true }
        guard !own.provenance.contains(where: { $0.snapshot == nil }), let theirs = company.lastConfirmed, let known = own.lastConfirmed,
            theirs.daysSince1970 - known.daysSince1970 >= 180
        else { return false }
        return !person.companies.contains { CompanyAddresses.key($0.value) == CompanyAddresses.key(company.value) }
    }

    func holds(_ kind: ValueKind, _ held: Held<String>, others: ArraySlice<Held<String>>) -> Double {
        Confirmation(held, others: others).map { staleness.probability(that: kind, confirmed: $0, holdsOn: today) } ?? 1
    }

    /// The company most people with the domain of the person's address are with.
    private func companyOfDomain(for person: Person) -> Suggestion? {
        guard person.companies.isEmpty else { return nil }
        for held in person.emails {
            guard !held.isAcceptedGuess, let (_, domain) = DomainName.split(held.value.address),
                let tenant = companies.tenant(of: domain.text)
            else { continue }
            let isItsName = CompanyDomainFit.match(tenant.company, domain) != nil
            let (more, less) = isItsName ? (2.0, 0.4) : (0.5, 1.0)
            let share = (Double(tenant.people) + more) / (Double(tenant.all) + more + less)
            let holds = Confirmation(held).map { staleness.probability(that: .workEmail, confirmed: $0, holdsOn: today) } ?? 1
            var sentences = [
                "\(Self.of(Double(tenant.people), Double(tenant.all))) contacts with an address at \(domain.text) are with “\(tenant.company)”."
            ]
            if holds < 0.95, let day = held.lastConfirmed {
                sentences.append("The address was last confirmed on \(day); \(Int((holds * 100).rounded())) of 100 such still hold.")
            }
            return suggestion(.company, tenant.company, for: person, probability: share * holds, sentences)
        }
        return nil
    }

    // MARK: Putting together

    static func name(of person: Person) -> PersonName { person.names.first?.value ?? PersonName() }

    /// "All 7", "6 of the 7".
    private static func of(_ some: Double, _ all: Double) -> String {
        let (some, all) = (Int(some.rounded()), Int(all.rounded()))
        return some >= all ? "All \(all)" : "\(some) of the \(all)"
    }

    private static func known(of person: Person) -> Set<DeclinedValue> {
        Set(
            person.emails.map { DeclinedValue(.email, $0.value.address) } + person.companies.map { DeclinedValue(.company, $0.value) }
                + person.titles.map { DeclinedValue(.title, $0.value) } + person.phones.map { DeclinedValue(.phone, $0.value.number) })
    }

    func suggestion(
        _ field: SuggestedField, _ value: String, for person: Person, probability: Double, _ evidence: [String], isGuess: Bool = false
    ) -> Suggestion {
        Suggestion(
            person: person.id, name: person.displayName, field: field, value: value,
            // To the thousandth, so that what is shown is what is compared.
            probability: (min(max(probability, 0), 1) * 1000).rounded() / 1000, isGuess: isGuess, evidence: evidence)
    }
}
