import ContactModel
import ContactQuality
import Foundation
import Testing

/// Swift Testing has a type of this name too.
private typealias Confirmation = ContactQuality.Confirmation

/// Invented careers with a known rate of change: jobs follow one another, each as long as a Weibull distribution says.
///
/// The whole simulation, with more people, seeds and rates, is in `Benchmarks/quality`.
private struct Careers {
    /// For each person the days at which a job ended, in order, from long before the first export on.
    var ends: [[Double]]

    init(people: Int, shape: Double, scaleYears: Double, seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        ends = (0..<people).map { _ in
            var days: [Double] = []
            // Sixty years before the first export, so that it meets everybody somewhere in the middle of a job.
            var day = -60 * 365.2425
            while day < 12 * 365.2425 {
                let chance = Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)
                day += scaleYears * 365.2425 * pow(-log(chance), 1 / shape)
                days.append(day)
            }
            return days
        }
    }

    /// The number of the job a person has on a day.
    func job(_ person: Int, on day: Double) -> Int { ends[person].firstIndex { $0 > day } ?? ends[person].count }
}

@Suite struct StalenessTests {
    private func day(_ days: Int) -> CalendarDate { CalendarDate(daysSince1970: 20_000 + days) }

    /// What the model says and what is so, for each person at a day, after two exports.
    private func predictions(_ careers: Careers, gap: Int, after: Int) -> (model: StalenessModel, said: [Double], holds: [Bool]) {
        let people = careers.ends.indices
        let changed = people.count { careers.job($0, on: 0) != careers.job($0, on: Double(gap)) }
        var history = ChangeHistory()
        history.add(.company, .init(years: Double(gap) / 365.2425, unchanged: people.count - changed, changed: changed))
        let model = StalenessModel.published.fitted(to: history)
        var said: [Double] = []
        var holds: [Bool] = []
        for person in people {
            let (first, second) = (careers.job(person, on: 0), careers.job(person, on: Double(gap)))
            let confirmed = Confirmation(
                lastConfirmed: day(gap), firstSeen: first == second ? day(0) : day(gap), otherwiseUntil: first == second ? nil : day(0))
            said.append(model.probability(that: .company, confirmed: confirmed, holdsOn: day(gap + after)))
            holds.append(careers.job(person, on: Double(gap + after)) == second)
        }
        return (model, said, holds)
    }

    @Test(
        "after two exports the probabilities are right, however fast people change jobs",
        arguments: [(0.88, 2.5, 0.02), (0.88, 4.85, 0.02), (0.88, 9, 0.02), (0.79, 4.66, 0.025), (1, 4, 0.02)] as [(Double, Double, Double)]
    )
    func calibrated(shape: Double, scale: Double, most: Double) {
        let careers = Careers(people: 12_000, shape: shape, scaleYears: scale, seed: 7)
        for after in [180, 365, 730] {
            let (_, said, holds) = predictions(careers, gap: 365, after: after)
            let expected = said.reduce(0) { $0 + 1 - $1 }
            let stale = Double(holds.count { !$0 })
            #expect(abs(expected - stale) / stale < 0.1, "\(after) days: \(expected) expected, \(stale) were")
            // Where the risk falls with age otherwise than the model has it, nobody can tell by two exports.
            #expect(calibrationError(said, holds) < most, "\(after) days")
        }
    }

    /// The expected calibration error over ten bins of equal width.
    private func calibrationError(_ said: [Double], _ holds: [Bool]) -> Double {
        var sums = [Int: (said: Double, holds: Double)]()
        for (probability, holds) in zip(said, holds) {
            let bin = min(9, Int(probability * 10))
            sums[bin, default: (0, 0)].said += probability
            sums[bin, default: (0, 0)].holds += holds ? 1 : 0
        }
        return sums.values.reduce(0) { $0 + abs($1.said - $1.holds) } / Double(said.count)
    }

    @Test("without a history the published figures lie between those they are taken from")
    func published() {
        let model = StalenessModel.published
        func lost(_ kind: ValueKind, _ days: Int) -> Double {
            1 - model.probability(that: kind, confirmed: Confirmation(lastConfirmed: day(0)), holdsOn: day(days))
        }
        #expect((0.14...0.225).contains(lost(.company, 365)))
        #expect(lost(.title, 365) > lost(.company, 365))
        #expect((0.02...0.06).contains(lost(.personalEmail, 365)))
        #expect(lost(.passingEmail, 365) > lost(.schoolEmail, 365))
        #expect(lost(.name, 3650) < 0.11)
        #expect(model.pace.isEmpty)
    }

    @Test("probability falls with time, never rises, and stays one", arguments: ValueKind.allCases)
    func monotone(kind: ValueKind) {
        for confirmed in [
            Confirmation(lastConfirmed: day(0)), Confirmation(lastConfirmed: day(0), firstSeen: day(-900)),
            Confirmation(lastConfirmed: day(0), firstSeen: day(-30), otherwiseUntil: day(-400)),
            Confirmation(lastConfirmed: day(0), firstSeen: day(0), otherwiseUntil: day(-1)),
        ] {
            var before = 1.0
            for days in [-10, 0, 1, 30, 365, 1000, 5000, 40_000] {
                let now = StalenessModel.published.probability(that: kind, confirmed: confirmed, holdsOn: day(days))
                #expect(now >= 0 && now <= before + 1e-9, "\(days)")
                before = now
            }
        }
    }

    @Test("a job just begun ends sooner than one long held")
    func tenure() {
        let model = StalenessModel.published
        let new = Confirmation(lastConfirmed: day(0), firstSeen: day(-10), otherwiseUntil: day(-100))
        let old = Confirmation(lastConfirmed: day(0), firstSeen: day(-3000))
        let (ofNew, ofOld) = (
            model.probability(that: .company, confirmed: new, holdsOn: day(365)),
            model.probability(that: .company, confirmed: old, holdsOn: day(365))
        )
        #expect(ofNew < ofOld)
    }

    @Test("what was mentioned in passing is less sure than what a list says, and a few changes move the model a little")
    func witnesses() {
        let model = StalenessModel.published
        let list = Confirmation(lastConfirmed: day(0), by: .list)
        let passing = Confirmation(lastConfirmed: day(0), by: .passing)
        #expect(model.probability(that: .company, confirmed: passing, holdsOn: day(0)) < 1)
        #expect(model.probability(that: .company, confirmed: list, holdsOn: day(0)) == 1)
        func pace(_ people: Int, _ changed: Int) -> Double {
            var history = ChangeHistory()
            history.add(.company, .init(years: 1, unchanged: people - changed, changed: changed))
            return model.fitted(to: history).pace[.company] ?? 0
        }
        // Half of all changed: three times the published figure. Two people say little, two thousand say it.
        #expect(pace(2, 1) < 1.5)
        #expect(pace(2000, 1000) > 3)
        #expect(pace(2000, 40) < 0.25)
        #expect(abs(pace(2000, 310) - 1) < 0.1)
        #expect(model.fitted(to: ChangeHistory()).pace.isEmpty)
        // One move tells of chance, and so do nine.
        for changed in [1, 9] { #expect(pace(30, changed) == 0) }
        #expect(pace(30, 10) > 1)
        #expect(pace(0, 0) == 0)
    }

    @Test("a work address lives as long as its company, and ends with it")
    func workEmail() {
        let model = StalenessModel.published
        let address = Confirmation(lastConfirmed: day(0))
        let company = Confirmation(lastConfirmed: day(1400), firstSeen: day(0))
        func holds(_ company: Confirmation?, isPresent: Bool) -> Double {
            model.probability(thatWorkEmail: address, ofCompany: company, isPresent: isPresent, holdsOn: day(1460))
        }
        #expect(holds(company, isPresent: true) > 0.9)
        #expect(holds(nil, isPresent: true) < 0.7)
        #expect(holds(company, isPresent: false) <= 0.05)
    }

    @Test("the rules find what has probably ended, and say how sure")
    func rules() throws {
        let old = Confirmation(lastConfirmed: day(0))
        let subject = ReviewSubject(
            company: "Acme", title: "Engineer", email: .init("ada@acme.example", kind: .work, confirmed: old),
            phones: [.init("+442079460958")], companyConfirmed: old, titleConfirmed: old, phoneConfirmed: old)
        func findings(_ days: Int) -> [Finding] {
            let model = StalenessModel.published
            let today = day(days)
            return RuleBook([
                CompanyStale(asOf: today, by: model), TitleStale(asOf: today, by: model), EmailStale(asOf: today, by: model),
                PhoneStale(asOf: today, by: model),
            ]).findings(for: subject)
        }
        #expect(findings(365).isEmpty)
        #expect(findings(365 * 7).map(\.rule) == ["company-stale", "title-stale", "email-stale"])
        #expect(findings(365 * 40).map(\.rule) == ["company-stale", "title-stale", "email-stale", "phone-stale"])
        for finding in findings(365 * 7) { #expect(finding.probability > 0.5 && finding.probability < 1) }
    }

    @Test("a confirmation is read out of a value's provenance")
    func confirmation() throws {
        func seen(_ source: String, _ first: Int, _ last: Int) -> Provenance {
            Provenance(source: source, snapshot: nil, firstSeen: day(first), lastConfirmed: day(last))
        }
        let now = Held("Acme", [seen("LinkedIn", 400, 800)])
        let before = Held("Sample", [seen("LinkedIn", 0, 300)])
        #expect(
            Confirmation(now, others: [before])
                == Confirmation(lastConfirmed: day(800), firstSeen: day(400), otherwiseUntil: day(300), source: "LinkedIn"))
        #expect(Confirmation(now) == Confirmation(lastConfirmed: day(800), firstSeen: day(400), source: "LinkedIn"))
        // Of two the later one is who confirmed it, and the finding says so.
        let both = Held("Acme", [seen("LinkedIn", 0, 300), seen("Book", 100, 200)])
        #expect(Confirmation(both)?.source == "LinkedIn")
        let stale = CompanyStale(asOf: day(9000)).finding(for: ReviewSubject(company: "Acme", companyConfirmed: Confirmation(both)))
        #expect(stale?.evidence.hasPrefix("Last confirmed on \(day(300)) by LinkedIn; ") == true)
        #expect(Confirmation(Held("Acme", [seen("you", 900, 900)]))?.witness == .owner)
        #expect(Confirmation(Held("Acme", [])) == nil)
    }
}
