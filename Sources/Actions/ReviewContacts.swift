public import ContactModel
public import ContactQuality
public import Vault

/// Reviews everybody: what is missing, what is not what it should be, how old it is.
public struct ReviewContacts: Sendable {
    /// What a review gives.
    public struct Outcome: Sendable {
        /// The counts.
        public var tally: ReviewTally
        /// The newest hand-out of each list of connections: the source, the day, the age in days.
        public var exports: [(source: String, on: CalendarDate, ageDays: Int)]
    }

    /// The day to review as of.
    public var today: CalendarDate

    /// Prepares a review.
    public init(asOf today: CalendarDate) {
        self.today = today
    }

    /// Reviews everybody; `finding` gets each finding with its person.
    public func run(in vault: Vault, finding: ((Person, Finding) throws -> Void)? = nil) throws -> Outcome {
        var tally = ReviewTally(asOf: today)
        try vault.forEachPerson(.everybody) { person in
            let subject = ReviewSubject(person)
            tally.add(subject)
            if let finding {
                for found in tally.book.findings(for: subject) { try finding(person, found) }
            }
            return true
        }
        var newest: [String: CalendarDate] = [:]
        for snapshot in try vault.snapshots() where snapshot.list == "connections" {
            newest[snapshot.source] = max(newest[snapshot.source] ?? snapshot.exportedOn, snapshot.exportedOn)
        }
        let exports = newest.sorted { $0.key < $1.key }
            .map { (source: $0.key, on: $0.value, ageDays: max(0, today.daysSince1970 - $0.value.daysSince1970)) }
        return Outcome(tally: tally, exports: exports)
    }
}
