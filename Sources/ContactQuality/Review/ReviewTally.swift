public import ContactModel

/// A review in numbers: what adding up many people gives.
public struct ReviewTally: Sendable {
    /// People by the best address they have. The counts sum to the people.
    public struct EmailCounts: Hashable, Sendable {
        /// A work address.
        public var work = 0
        /// A personal one.
        public var personal = 0
        /// A function's only.
        public var role = 0
        /// A school's, an association's, a relay's or a throw-away one.
        public var other = 0
        /// One of which nothing is known.
        public var unknown = 0
        /// None.
        public var none = 0

        /// No people.
        public init() {}

        /// All people counted.
        public var total: Int { work + personal + role + other + unknown + none }
    }

    /// People by how long ago they last stood in an export. The counts sum to the people.
    public struct AgeCounts: Hashable, Sendable {
        /// At most 90 days.
        public var within90Days = 0
        /// More, and at most 365 days.
        public var withinYear = 0
        /// More, and at most 730 days.
        public var withinTwoYears = 0
        /// More than that.
        public var older = 0
        /// Never: added by hand.
        public var never = 0

        /// No people.
        public init() {}

        /// All people counted.
        public var total: Int { within90Days + withinYear + withinTwoYears + older + never }
    }

    /// How often a rule found something.
    public struct RuleCount: Hashable, Sendable {
        /// The rule's id.
        public var rule: String
        /// How much its findings matter.
        public var severity: Severity
        /// People it found something about.
        public var count: Int

        /// Makes a count.
        public init(rule: String, severity: Severity, count: Int) {
            self.rule = rule
            self.severity = severity
            self.count = count
        }
    }

    /// The day against which ages are counted.
    public let today: CalendarDate
    /// The rules.
    public let book: RuleBook
    /// How many people were added.
    public private(set) var people = 0
    /// How many have an address that can be written to, or a number that can be called.
    public private(set) var reachable = 0
    /// People by their best address.
    public private(set) var emails = EmailCounts()
    /// People by the age of what is known.
    public private(set) var ages = AgeCounts()
    /// The latest export anybody stands in.
    public private(set) var newestExport: CalendarDate?
    /// How the people added spell their companies; whose spelling is not the usual one is known when all are added.
    public private(set) var spellings = CompanySpellings()
    /// At which domains the people of each company are; which of them look like another is known when all are added.
    public private(set) var colleagues = ColleagueDomains()
    /// What the people's titles say of rank and field.
    public private(set) var positions = PositionCounts()
    /// Of how many values of each kind, and of how many of them the model expects that they no longer hold.
    public private(set) var staleness: [ValueKind: Expectation] = [:]
    /// Everybody's points together.
    public private(set) var points = ContactScore()
    private let model: StalenessModel
    private let lookalikeID = EmailLookalike().id
    private var counts: [Int]
    /// For each rule of the book the step of several rules that settles it, and how many people each such step may help.
    private let steps: [NextStep.Kind?]
    private var helped: [NextStep.Kind: Int] = [:]

    /// Values of one kind and how many of them have probably ended.
    public struct Expectation: Hashable, Sendable {
        /// Values whose last confirmation is known.
        public var values = 0
        /// The sum of the probabilities that they no longer hold.
        public var stale = 0.0

        /// No values.
        public init() {}
    }

    /// Makes an empty tally by the standard rules.
    ///
    /// - Parameters:
    ///   - today: the day against which ages are counted.
    ///   - knowledge: what the rules know beyond the person. Variants of companies need not be in it: the tally collects them.
    public init(asOf today: CalendarDate, knowing knowledge: ReviewKnowledge = ReviewKnowledge()) {
        self.init(asOf: today, rules: .standard(asOf: today, knowing: knowledge), staleness: knowledge.staleness)
    }

    /// Makes an empty tally by some rules and a model of how long values hold.
    public init(asOf today: CalendarDate, rules: RuleBook, staleness: StalenessModel = .published) {
        self.today = today
        book = rules
        model = staleness
        counts = Array(repeating: 0, count: rules.rules.count)
        steps = rules.rules.map { rule in NextStep.Kind.ofSeveralRules.first { $0.settles(rule.id) } }
    }

    /// Adds a person.
    ///
    /// - Returns: what the rules say about the person, in the book's order.
    @discardableResult
    public mutating func add(_ person: ReviewSubject) -> [Finding] {
        people += 1
        if person.isReachable { reachable += 1 }
        switch person.bestKindToWriteTo {
        case .work: emails.work += 1
        case .personal: emails.personal += 1
        case .role: emails.role += 1
        case .school, .association, .relay, .disposable: emails.other += 1
        case .unknown: emails.unknown += 1
        case nil: emails.none += 1
        }
        switch person.lastConfirmed.map({ today.daysSince1970 - $0.daysSince1970 }) {
        case nil: ages.never += 1
        case let days? where days <= 90: ages.within90Days += 1
        case let days? where days <= 365: ages.withinYear += 1
        case let days? where days <= 730: ages.withinTwoYears += 1
        default: ages.older += 1
        }
        if let confirmed = person.lastConfirmed { newestExport = max(newestExport ?? confirmed, confirmed) }
        var findings: [Finding] = []
        var helping: Set<NextStep.Kind> = []
        for (index, rule) in book.rules.enumerated() {
            guard let found = rule.finding(for: person) else { continue }
            counts[index] += 1
            if let step = steps[index], helping.insert(step).inserted { helped[step, default: 0] += 1 }
            findings.append(found)
        }
        if let company = person.company { spellings.add(company) }
        // Whose address was found to look like a provider's is told of already.
        if person.email != nil, !findings.contains(where: { $0.rule == lookalikeID }) { colleagues.add(person) }
        positions.add(person.title)
        expect(person)
        points += Self.points(of: person, asOf: today)
        return findings
    }

    /// Adds what is probably stale of a person.
    private mutating func expect(_ person: ReviewSubject) {
        if let confirmed = person.companyConfirmed, person.company != nil {
            expect(.company, model.probability(that: .company, confirmed: confirmed, holdsOn: today))
        }
        if let confirmed = person.titleConfirmed, person.title != nil {
            expect(.title, model.probability(that: .title, confirmed: confirmed, holdsOn: today))
        }
        if let confirmed = person.phoneConfirmed { expect(.phone, model.probability(that: .phone, confirmed: confirmed, holdsOn: today)) }
        for email in person.emails where email.confirmed != nil {
            expect(ValueKind(email.kind), model.probability(of: email, of: person, holdsOn: today))
        }
    }

    private mutating func expect(_ kind: ValueKind, _ holds: Double) {
        staleness[kind, default: Expectation()].values += 1
        staleness[kind, default: Expectation()].stale += 1 - holds
    }

    /// How often each rule found something; every rule of the book, in its order, with 0 where all is well.
    public var rules: [RuleCount] {
        zip(book.rules, counts).map { rule, count in
            let found =
                switch rule {
                case is CompanyVariant: spellings.peopleWithVariants
                case is EmailLookalike: count + colleagues.peopleAtLookalikes
                default: count
                }
            return RuleCount(rule: rule.id, severity: rule.severity, count: found)
        }
    }

    /// What some rules say about a person only when everybody was added: of spellings of companies, and of domains that look like the
    /// colleagues'. `add` says nothing of it.
    ///
    /// - Returns: `nil` where they have nothing to say about anybody.
    public var findingsOfAll: ((ReviewSubject) -> [Finding])? {
        let hasVariants = spellings.peopleWithVariants > 0
        let hasLookalikes = colleagues.peopleAtLookalikes > 0
        guard hasVariants || hasLookalikes else { return nil }
        let (variants, lookalikes) = (CompanyVariant(among: spellings), EmailLookalike(among: colleagues))
        return { person in
            var found: [Finding] = []
            if hasLookalikes, EmailLookalike().finding(for: person) == nil, let finding = lookalikes.findingAmongColleagues(for: person) {
                found.append(finding)
            }
            if hasVariants, let finding = variants.finding(for: person) { found.append(finding) }
            return found
        }
    }

    /// How often one rule found something; 0 for a rule the book does not have.
    public func count(of rule: String) -> Int {
        rules.first { $0.rule == rule }?.count ?? 0
    }

    /// How many people have a finding that a step of several rules settles (`NextStep.Kind.ofSeveralRules`); 0 for any other step.
    public func people(helpedBy step: NextStep.Kind) -> Int { helped[step, default: 0] }

    /// How many could not be reached if the network closed tonight: no address to write to, no number to call.
    public var unreachable: Int { people - reachable }

    /// People without a company, whether the cell is empty or names none.
    public var withoutCompany: Int { count(of: "company-missing") + count(of: "company-pseudo") }

    /// How good the contacts are, from 0 to 100: the average of each person's points (`ContactScore`), rounded down, so that 100 means all
    /// of them. Without people it is 0.
    public var score: Int { people == 0 ? 0 : points.total / people }

    /// The points of one person.
    public static func points(of person: ReviewSubject, asOf today: CalendarDate) -> ContactScore {
        ContactScore(
            bestEmail: person.bestKindToWriteTo,
            hasPhone: person.canBeCalled,
            hasCompany: person.company.map { !PseudoCompany.isPseudo($0) } ?? false,
            hasTitle: person.title != nil,
            daysSinceConfirmed: person.lastConfirmed.map { today.daysSince1970 - $0.daysSince1970 })
    }
}
