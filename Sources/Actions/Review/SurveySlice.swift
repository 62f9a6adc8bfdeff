public import ContactModel
public import ContactQuality
public import Vault

/// Whom one number of the survey counts, where no search means the same.
public enum SurveySlice: Hashable, Sendable {
    /// Who came in some months and was listed first by one of some sources; by any where none is named.
    case came(ClosedRange<NetworkGrowth.Month>, sources: [String])
    /// Who has a value of a field that was last confirmed in some years.
    case confirmed(ConfirmationMap.Field, ClosedRange<Int>)
    /// Who has not all points of a part of the score.
    case losing(ContactScore.Part)
    /// Who was known on the day of a hand-out; of them those alone who could be reached, if so asked.
    case known(on: CalendarDate, isReachable: Bool)
    /// Who has a finding that a step of several rules settles (`NextStep.Kind.ofSeveralRules`).
    case helped(by: NextStep.Kind)
    /// Who can be reached by an address or a number.
    case reachable
    /// Who is best reached in one of some ways.
    case reached(by: Set<ReachCounts.Way>)
    /// Who works at a company, however it is spelt; or elsewhere than at some.
    case working(at: [String], isElsewhere: Bool)
}

/// Lists whom a number of the survey counts. Each person is counted alone, by what counts them for the survey, so that the list and the
/// number can't differ.
public struct ListSurveyed: Sendable {
    /// Whom a number counts.
    public struct Outcome: Sendable {
        /// Those of the stretch asked for.
        public var people: [Person]
        /// How many there are.
        public var count: Int
    }

    /// Which number.
    public var slice: SurveySlice
    /// The day to review as of.
    public var today: CalendarDate
    /// So many people are passed over.
    public var offset: Int
    /// So many people are given.
    public var limit: Int

    /// Prepares a list.
    public init(_ slice: SurveySlice, asOf today: CalendarDate, offset: Int = 0, limit: Int) {
        (self.slice, self.today, self.offset, self.limit) = (slice, today, offset, limit)
    }

    /// Looks at everybody.
    public func run(in vault: Vault) throws -> Outcome {
        let counts = try counting(in: vault)
        var outcome = Outcome(people: [], count: 0)
        _ = try ReviewContacts(asOf: today).run(in: vault) { person, subject in
            guard counts(person, subject) else { return }
            if outcome.count >= offset, outcome.people.count < limit { outcome.people.append(person) }
            outcome.count += 1
        }
        return outcome
    }

    /// What tells whether the number counts somebody; what it needs for all of them is made once.
    private func counting(in vault: Vault) throws -> (Person, ReviewSubject) -> Bool {
        switch slice {
        case .came(let months, let sources):
            return { person, _ in
                var growth = NetworkGrowth()
                growth.add(person)
                guard let month = growth.span?.lowerBound, months.contains(month) else { return false }
                return sources.isEmpty || growth.sources.contains { sources.contains($0.name) }
            }
        case .confirmed(let field, let years):
            return { _, subject in
                var confirmations = ConfirmationMap()
                confirmations.add(subject)
                return confirmations.years.contains { years.contains($0) && confirmations.count(field, in: $0) > 0 }
            }
        case .losing(let part):
            return { _, subject in ReviewTally.points(of: subject, asOf: today)[part] < ContactScore.most[part] }
        case .known(let day, let isReachable):
            let handOuts = ScoreTrend(handOuts: try vault.snapshots())
            return { person, subject in
                var trend = handOuts
                trend.add(person, subject)
                guard let point = trend.points.first(where: { $0.day == day }) else { return false }
                return (isReachable ? point.reachable : point.people) > 0
            }
        case .helped(let step):
            let rules = RuleBook.standard(asOf: today).rules.filter { step.settles($0.id) }
            return { _, subject in rules.contains { $0.finding(for: subject) != nil } }
        case .reachable:
            return { _, subject in subject.isReachable }
        case .reached(let ways):
            return { _, subject in ways.contains(ReachCounts.way(to: subject)) }
        case .working(let companies, let isElsewhere):
            let named = NamedCompanies(companies)
            return { _, subject in
                guard let company = subject.company, !PseudoCompany.isPseudo(company) else { return false }
                return named.contains(company) != isElsewhere
            }
        }
    }
}

extension ScoreTrend {
    /// Prepares a trend over the hand-outs a vault holds.
    init(handOuts snapshots: [SnapshotSummary]) {
        self.init(handOuts: Dictionary(grouping: snapshots, by: \.source).mapValues { $0.map(\.exportedOn) })
    }
}
