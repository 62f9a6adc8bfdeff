public import ContactModel
internal import Foundation

/// The probability that a value still holds, from when it was last confirmed, by whom, and the kind of value.
///
/// *Holds* means: asked today, the source that said it would say it again. The lifetimes begin with published figures
/// (`docs/staleness.md` has them and how well they do) and are stretched to the owner's own history as soon as there are two exports to
/// compare. Pure: no clock, no chance.
public struct StalenessModel: Sendable {
    private let lifetimes: [Lifetime]
    /// How much faster than by the published figures values of a kind end in the owner's own history; 1 where nothing was learnt.
    public let pace: [ValueKind: Double]

    /// The model of the published figures.
    public static let published = StalenessModel(pace: [:])

    private init(pace: [ValueKind: Double]) {
        self.pace = pace
        lifetimes = ValueKind.allCases.map { kind in
            let figure = kind.figure
            let pace = pace[kind] ?? 1
            return Lifetime(shape: Self.shape(figure.shape, at: pace), scale: figure.scale / pace)
        }
    }

    /// The shape at a pace. Two exports can't tell it, so it is the one that errs least whichever the true one is; and where jobs are short,
    /// too low a shape costs more than too high a one: from a pace of 1.02 to one of 1.4 it grows by 0.022 (`docs/staleness.md`). A shape of
    /// 1, a risk that does not change, stays.
    private static func shape(_ published: Double, at pace: Double) -> Double {
        published < 1 ? published + 0.022 * min(max((pace - 1.02) / 0.38, 0), 1) : published
    }

    /// The probability, from 0 to 1, that a value holds on a day.
    ///
    /// A day before the last confirmation counts as that day itself.
    public func probability(that kind: ValueKind, confirmed: Confirmation, holdsOn day: CalendarDate) -> Double {
        let (lifetime, certainty) = (lifetimes[kind.index], confirmed.witness.certainty)
        let years = Self.years(from: confirmed.lastConfirmed, to: day)
        let seen = Self.years(from: confirmed.firstSeen, to: confirmed.lastConfirmed)
        let gap = confirmed.otherwiseUntil.map { Self.years(from: $0, to: confirmed.firstSeen) }
        return certainty * lifetime.stillHolds(after: years, seen: seen, startedWithin: gap)
    }

    /// The probability that a work address holds on a day: it ends with the job, so a later confirmation of the company counts for it too.
    ///
    /// - Parameters:
    ///   - confirmed: when the address was confirmed.
    ///   - company: when the company it belongs to was; `nil` where that is not known.
    ///   - isPresent: whether that company is the person's present one. An address of a former company has nearly always ended, unless the
    ///     owner gave it when they knew of the present one.
    public func probability(
        thatWorkEmail confirmed: Confirmation,
        ofCompany company: Confirmation?,
        isPresent: Bool,
        holdsOn day: CalendarDate
    ) -> Double {
        guard let company else { return probability(that: .workEmail, confirmed: confirmed, holdsOn: day) }
        if !isPresent {
            let holds = probability(that: .workEmail, confirmed: confirmed, holdsOn: day)
            return Self.outlives(confirmed, company) ? holds : min(0.05, holds)
        }
        guard company.lastConfirmed > confirmed.lastConfirmed else {
            return probability(that: .workEmail, confirmed: confirmed, holdsOn: day)
        }
        // The job lasted at least until the company was last confirmed; what remains is that the address alone was changed (1 % a year).
        let job = probability(that: .company, confirmed: company, holdsOn: day)
        return job * exp(-0.01 * Self.years(from: confirmed.lastConfirmed, to: day))
    }

    /// Whether the owner gave an address when a source had named the person's present company already: they know why.
    static func outlives(_ address: Confirmation, _ company: Confirmation?) -> Bool {
        address.witness == .owner && company.map { $0.firstSeen <= address.lastConfirmed } ?? true
    }

    /// The model stretched to what the owner's own exports show.
    ///
    /// For each kind with enough changes (`ChangeHistory.enoughChanges`) the pace is the most probable one, given the changes and a prior
    /// around the published figures (a log-normal with a standard deviation of 0.5). A work address has the pace of the company. A kind with
    /// fewer keeps the published figures.
    public func fitted(to history: ChangeHistory) -> StalenessModel {
        let telling = history.telling
        guard !telling.isEmpty else { return self }
        var pace = pace
        for (kind, intervals) in telling {
            let figure = kind.figure
            func mostProbable(_ shape: Double) -> Double {
                Self.mostProbablePace(Lifetime(shape: shape, scale: figure.scale), intervals)
            }
            // The shape follows from the pace, and the pace a little from the shape: twice is enough.
            pace[kind] = mostProbable(Self.shape(figure.shape, at: mostProbable(figure.shape)))
        }
        if let company = pace[.company] { pace[.workEmail] = pace[.workEmail] ?? company }
        return StalenessModel(pace: pace)
    }

    /// The pace at which the logarithm of the posterior is highest, between a tenth and ten times the published one.
    private static func mostProbablePace(_ lifetime: Lifetime, _ intervals: [ChangeHistory.Interval]) -> Double {
        func posterior(_ logarithm: Double) -> Double {
            var sum = -logarithm * logarithm / (2 * 0.25)
            for interval in intervals where interval.years > 0 {
                let holds = min(max(lifetime.residual(interval.years * exp(logarithm)), 1e-9), 1 - 1e-9)
                sum += Double(interval.unchanged) * log(holds) + Double(interval.changed) * log(1 - holds)
            }
            return sum
        }
        // One peak: golden-section search.
        var (low, high) = (-2.303, 2.303)
        let ratio = 0.618_033_988_75
        var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
        var (atLeft, atRight) = (posterior(left), posterior(right))
        for _ in 0..<40 {
            if atLeft > atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - ratio * (high - low)
                atLeft = posterior(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + ratio * (high - low)
                atRight = posterior(right)
            }
        }
        return exp((low + high) / 2)
    }

    private static func years(from first: CalendarDate, to last: CalendarDate) -> Double {
        max(0, Double(last.daysSince1970 - first.daysSince1970)) / 365.2425
    }
}

extension ValueKind {
    /// The published figures: shape and scale of a Weibull distribution, in years. `docs/staleness.md` says where each is from.
    fileprivate var figure: (shape: Double, scale: Double) {
        switch self {
        case .company: (0.9, 4.94)
        case .title: (0.9, 3.36)
        case .workEmail: (0.9, 4.8)
        case .personalEmail: (1, 1 / 0.04)
        case .schoolEmail: (1, 1 / 0.2)
        case .otherEmail: (1, 1 / 0.1)
        case .passingEmail: (1, 1 / 0.5)
        case .phone: (1, 1 / 0.05)
        case .link: (1, 1 / 0.01)
        case .name: (1, 1 / 0.01)
        }
    }

    /// The place among all kinds.
    fileprivate var index: Int {
        switch self {
        case .company: 0
        case .title: 1
        case .workEmail: 2
        case .personalEmail: 3
        case .schoolEmail: 4
        case .otherEmail: 5
        case .passingEmail: 6
        case .phone: 7
        case .link: 8
        case .name: 9
        }
    }
}

extension Confirmation.Witness {
    /// The probability that what is said was so on the day it was said.
    fileprivate var certainty: Double {
        switch self {
        case .owner, .list: 1
        case .passing: 0.9
        }
    }
}
