import ContactFormats
public import ContactModel
public import ContactQuality
public import Vault

/// The numbers behind the pictures of a review.
public struct ContactSurvey: Sendable {
    /// The review itself.
    public var review: ReviewContacts.Outcome
    /// People by the best way to reach them.
    public var reach: ReachCounts
    /// When values were last confirmed.
    public var confirmations: ConfirmationMap
    /// Which sources people stand in.
    public var overlap: SourceOverlap
    /// When people came.
    public var growth: NetworkGrowth
    /// The score after each hand-out.
    public var trend: ScoreTrend
    /// Who went from which company to which.
    public var moves: CompanyMoves
    /// The latest of them, by name.
    public var latestMoves: [ChangeSummary]
    /// People for whom a work address is proposed.
    public var addressesFound: Int
    /// What to do, the largest gain for the least work first.
    public var steps: [NextStep]

    /// The day it was made.
    public var today: CalendarDate { review.tally.today }
    /// How many people were looked at.
    public var people: Int { review.tally.people }
}

/// Reviews everybody and counts what pictures are drawn of, in one reading.
public struct SurveyContacts: Sendable {
    /// The day to review as of.
    public var today: CalendarDate
    /// At most so many of the latest moves are named.
    public var namedMoves: Int
    /// What the domain name system says of domains; empty where nobody asked.
    public var routes: [String: MailRoute]

    /// Prepares a survey.
    public init(asOf today: CalendarDate, namedMoves: Int = 12, routes: [String: MailRoute] = [:]) {
        self.today = today
        self.namedMoves = namedMoves
        self.routes = routes
    }

    /// Looks at everybody. Memory grows with the addresses that are no private ones, the spellings of companies and the moves between them.
    ///
    /// - Parameter proposing: gets each value that is proposed, for who shows them beside the numbers.
    public func run(in vault: Vault, proposing: (Suggestion) -> Void = { _ in }) throws -> ContactSurvey {
        // Those of one person come together.
        var (addressesFound, last): (Int, UniqueID?) = (0, nil)
        try SuggestValues(asOf: today).run(in: vault) { one in
            if one.field == .email, one.person != last { (addressesFound, last) = (addressesFound + 1, one.person) }
            proposing(one)
            return true
        }
        let snapshots = try vault.snapshots()
        var (reach, confirmations, overlap, growth) = (ReachCounts(), ConfirmationMap(), SourceOverlap(), NetworkGrowth())
        var trend = ScoreTrend(handOuts: snapshots)
        let waiting = try vault.duplicateCount()
        let review = try ReviewContacts(asOf: today, duplicatesWaiting: waiting, routes: routes).run(in: vault) { person, subject in
            reach.add(subject)
            confirmations.add(subject)
            overlap.add(person)
            growth.add(person)
            trend.add(person, subject)
        }
        return ContactSurvey(
            review: review, reach: reach, confirmations: confirmations, overlap: overlap, growth: growth, trend: trend,
            moves: try vault.companyMoves(), latestMoves: try vault.latestMoves(limit: namedMoves), addressesFound: addressesFound,
            steps: NextStep.all(
                by: review.tally, addressesFound: addressesFound, exportAgeDays: review.exports.map(\.ageDays).min(),
                hasMail: snapshots.contains { $0.list == EntryList.correspondents.rawValue }, duplicatesWaiting: waiting))
    }
}
