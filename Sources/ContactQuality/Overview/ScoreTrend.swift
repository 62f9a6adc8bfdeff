public import ContactModel

/// The score after each hand-out that came, computed from what was known on its day.
///
/// A person keeps every value that was ever said, with the days it was first and last said; so what was known on a day can be told without
/// reading the history again. What the owner took back is not counted as ever said, and the kinds of addresses are judged by all employers known now.
public struct ScoreTrend: Sendable {
    /// How things stood on a day.
    public struct Point: Hashable, Sendable {
        /// The day.
        public var day: CalendarDate
        /// People known by then.
        public var people = 0
        /// How many of them could be reached by an address or a number.
        public var reachable = 0
        /// Their points together.
        public var points = ContactScore()

        /// The score from 0 to 100; 0 without people.
        public var score: Int { people == 0 ? 0 : points.total / people }
    }

    /// The points, the earliest first.
    public private(set) var points: [Point]
    /// By source: the latest hand-out on or before the day of each point.
    private let latest: [String: [CalendarDate?]]

    /// At most so many points; of more hand-outs the earliest, the latest and some evenly between them are shown.
    public static let mostPoints = 24

    /// Prepares a trend.
    ///
    /// - Parameter handOuts: the days of each source's hand-outs, in any order.
    public init(handOuts: [String: [CalendarDate]]) {
        let days = Set(handOuts.values.joined()).sorted()
        let step = max(1, (days.count + Self.mostPoints - 2) / max(1, Self.mostPoints - 1))
        // Counted from the end, so that the latest hand-out is among them; the first one always is.
        let chosen = days.enumerated().filter { $0.offset == 0 || (days.count - 1 - $0.offset).isMultiple(of: step) }.map(\.element)
        points = chosen.map { Point(day: $0) }
        latest = handOuts.mapValues { own in chosen.map { day in own.lazy.filter { $0 <= day }.max() } }
    }

    /// Adds a person to every point by which something was known of them.
    public mutating func add(_ person: Person, _ subject: ReviewSubject) {
        guard !points.isEmpty else { return }
        let sightings = Array(person.sightings)
        let emails = subject.emails.filter(\.canBeWrittenTo).map { (kind: $0.kind, since: $0.confirmed?.firstSeen) }
        let phone = zip(person.phones, subject.phones).lazy.filter { $1.canBeCalled }.flatMap(\.0.provenance).map(\.firstSeen).min()
        let title = person.titles.lazy.flatMap(\.provenance).map(\.firstSeen).min()
        let companies = person.companies.map { (isOne: !PseudoCompany.isPseudo($0.value), said: $0.provenance) }
        for place in points.indices.reversed() {
            let day = points[place].day
            guard let confirmed = confirmation(by: sightings, at: place) else { return }
            let known = emails.lazy.filter { ($0.since ?? day) <= day }.map(\.kind)
            let score = ContactScore(
                bestEmail: EmailKind.best(of: known),
                hasPhone: phone.map { $0 <= day } ?? false,
                hasCompany: Self.hasCompany(companies, on: day),
                hasTitle: title.map { $0 <= day } ?? false,
                daysSinceConfirmed: confirmed.map { day.daysSince1970 - $0.daysSince1970 })
            points[place].people += 1
            if score.reach > 0 { points[place].reachable += 1 }
            points[place].points += score
        }
    }

    /// When a person was last seen by the day of a point: `nil` where they were not known yet, `.some(nil)` where only the owner says so.
    private func confirmation(by sightings: [Provenance], at place: Int) -> CalendarDate?? {
        let day = points[place].day
        var isKnown = false
        var confirmed: CalendarDate?
        for sighting in sightings where sighting.firstSeen <= day {
            isKnown = true
            guard let seen = latest[sighting.source]?[place] else { continue }
            let last = min(seen, sighting.lastConfirmed)
            confirmed = max(confirmed ?? last, last)
        }
        return isKnown ? .some(confirmed) : nil
    }

    /// Whether the company last said by a day is one.
    private static func hasCompany(_ companies: [(isOne: Bool, said: [Provenance])], on day: CalendarDate) -> Bool {
        var best: (isOne: Bool, on: CalendarDate)?
        for company in companies {
            for said in company.said where said.firstSeen <= day {
                let on = min(said.lastConfirmed, day)
                if best.map({ $0.on < on }) ?? true { best = (company.isOne, on) }
            }
        }
        return best?.isOne ?? false
    }
}
