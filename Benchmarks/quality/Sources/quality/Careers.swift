import ContactModel
import ContactQuality
import Foundation

/// Simulated careers with a known rate of change: two exports are shown to the model, which then says what holds later on.
enum Careers {
    /// Prints a row for each kind of career, each simulated with so many people. Of 20,000 chance alone makes an ECE of up to 0.01.
    static func report(people: Int) {
        print("| jobs: shape, scale in years | exports apart | asked after | expected stale | were stale | off by | ECE |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for (shape, scale) in [(0.88, 2.5), (0.88, 4.85), (0.88, 9), (0.79, 4.66), (0.95, 5), (1, 2.5), (1, 5), (1, 8)]
            as [(Double, Double)]
        {
            for gap in [182, 365, 730] {
                for after in [182, 365, 730] { row(shape, scale, gap: gap, after: after, people: people) }
            }
        }
    }

    private static func row(_ shape: Double, _ scale: Double, gap: Int, after: Int, people: Int) {
        var generator = Chance(state: UInt64(shape * 1000) &* 31 &+ UInt64(scale * 100) &* 7 &+ UInt64(gap + after))
        let horizon = Double(gap + after) / 365.2425
        var persons: [(stayed: Bool, holds: Bool)] = []
        for _ in 0..<people {
            // Sixty years before the first export, so that it meets everybody somewhere in the middle of a job.
            var end = -60.0
            while end <= 0 { end += next(shape, scale, &generator) }
            let stayed = end > Double(gap) / 365.2425
            while end <= Double(gap) / 365.2425 { end += next(shape, scale, &generator) }
            persons.append((stayed, end > horizon))
        }
        func day(_ days: Int) -> CalendarDate { CalendarDate(daysSince1970: 19_000 + days) }
        let changed = persons.count { !$0.stayed }
        var history = ChangeHistory()
        history.add(.company, .init(years: Double(gap) / 365.2425, unchanged: people - changed, changed: changed))
        let model = StalenessModel.published.fitted(to: history)
        var bins: [Int: (said: Double, holds: Double)] = [:]
        var expected = 0.0
        for person in persons {
            let confirmed = Confirmation(
                lastConfirmed: day(gap), firstSeen: day(person.stayed ? 0 : gap), otherwiseUntil: person.stayed ? nil : day(0))
            let said = model.probability(that: .company, confirmed: confirmed, holdsOn: day(gap + after))
            expected += 1 - said
            bins[min(19, Int(said * 20)), default: (0, 0)].said += said
            bins[min(19, Int(said * 20)), default: (0, 0)].holds += person.holds ? 1 : 0
        }
        let error = bins.values.reduce(0) { $0 + abs($1.said - $1.holds) } / Double(people)
        let stale = Double(persons.count { !$0.holds })
        print(
            String(
                format: "| %.2f, %.2f | %d d | %d d | %.0f | %.0f | %+.1f %% | %.3f |", shape, scale, gap, after, expected, stale,
                100 * (expected / stale - 1), error))
    }

    private static func next(_ shape: Double, _ scale: Double, _ generator: inout Chance) -> Double {
        scale * pow(-log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)), 1 / shape)
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
