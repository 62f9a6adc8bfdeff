public import ContactModel
public import ContactQuality
public import Vault

/// Reviews everybody: what is missing, what is not what it should be, what has probably changed.
public struct ReviewContacts: Sendable {
    /// What a review gives.
    public struct Outcome: Sendable {
        /// The counts.
        public var tally: ReviewTally
        /// The newest hand-out of each list of connections: the source, the day, the age in days.
        public var exports: [(source: String, on: CalendarDate, ageDays: Int)]
        /// Pairs of people that may be one and wait for the owner's word; `nil` where nobody counted them.
        public var duplicatesWaiting: Int?
        /// How much faster than by the published figures values end in the owner's own exports; empty where nothing was learnt.
        public var pace: [ValueKind: Double]
    }

    /// The day to review as of.
    public var today: CalendarDate
    /// Pairs of people that may be one and wait for the owner's word; `nil` where nobody counted them.
    public var duplicatesWaiting: Int?
    /// What the domain name system says of domains; empty where nobody asked.
    public var routes: [String: MailRoute]

    /// Prepares a review.
    public init(asOf today: CalendarDate, duplicatesWaiting: Int? = nil, routes: [String: MailRoute] = [:]) {
        self.today = today
        self.duplicatesWaiting = duplicatesWaiting
        self.routes = routes
    }

    /// Reviews everybody; `finding` gets each finding with its person. Memory does not grow with the people, but for the spellings of
    /// companies and their domains.
    ///
    /// Findings about spellings and about domains that look like the colleagues' come last: what is usual is known when everybody was seen.
    public func run(in vault: Vault, finding: ((Person, Finding) throws -> Void)? = nil) throws -> Outcome {
        try run(in: vault, finding: finding) { _, _ in }
    }

    /// Reviews everybody, and hands each person over as the rules look at them, so that others can count in the same reading.
    func run(
        in vault: Vault,
        finding: ((Person, Finding) throws -> Void)? = nil,
        visiting visit: (Person, ReviewSubject) -> Void
    ) throws -> Outcome {
        let staleness = try vault.staleness()
        let plans = try vault.phonePlans()
        var tally = ReviewTally(asOf: today, knowing: ReviewKnowledge(staleness: staleness, routes: routes))
        let ahead = vault.peopleAhead(.everybody, tellingKinds: true)
        let census = try ahead.emailKinds().census
        try ahead.forEach { people in
            for person in people {
                let subject = ReviewSubject(person, census: census, plans: plans)
                let found = tally.add(subject)
                visit(person, subject)
                if let finding { for one in found { try finding(person, one) } }
            }
        }
        if let finding, let findings = tally.findingsOfAll {
            try vault.forEachPerson(.everybody) { person in
                let emails = person.emails.map { ReviewSubject.Email($0.value.address, kind: .unknown) }
                let subject = ReviewSubject(
                    company: person.companies.first?.value, email: emails.first, otherEmails: Array(emails.dropFirst()))
                for found in findings(subject) { try finding(person, found) }
                return true
            }
        }
        return Outcome(
            tally: tally, exports: try exports(of: vault), duplicatesWaiting: duplicatesWaiting, pace: staleness.pace)
    }

    private func exports(of vault: Vault) throws -> [(source: String, on: CalendarDate, ageDays: Int)] {
        var newest: [String: CalendarDate] = [:]
        for snapshot in try vault.snapshots() where snapshot.list == "connections" {
            newest[snapshot.source] = max(newest[snapshot.source] ?? snapshot.exportedOn, snapshot.exportedOn)
        }
        return newest.sorted { $0.key < $1.key }
            .map { (source: $0.key, on: $0.value, ageDays: max(0, today.daysSince1970 - $0.value.daysSince1970)) }
    }
}
