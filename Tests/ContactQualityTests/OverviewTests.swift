import ContactModel
import ContactQuality
import Testing

private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

private func said(_ source: String, _ first: String, _ last: String) throws -> [Provenance] {
    [Provenance(source: source, snapshot: nil, firstSeen: try day(first), lastConfirmed: try day(last))]
}

/// What the pictures of a review count.
@Suite struct OverviewTests {
    private func person(_ change: (inout Person) throws -> Void) rethrows -> Person {
        var person = Person(id: UniqueID(high: 1, low: 1), standing: .connected)
        try change(&person)
        return person
    }

    /// Listed by LinkedIn from 2020 to 2026, at two companies, with a work address since 2024.
    private func mover() throws -> Person {
        try person {
            $0.names = [Held(PersonName(given: "Ada", family: "Sample"), try said("LinkedIn", "2020-01-10", "2026-01-10"))]
            $0.companies = [
                Held("Muster GmbH", try said("LinkedIn", "2024-01-10", "2026-01-10")),
                Held("self-employed", try said("LinkedIn", "2020-01-10", "2022-01-10")),
            ]
            $0.titles = [Held("Partner", try said("LinkedIn", "2020-01-10", "2026-01-10"))]
            $0.emails = [Held(EmailAddress("ada@muster.example"), try said("LinkedIn", "2024-01-10", "2026-01-10"))]
            $0.connectedOn = try day("2019-11-02")
            $0.lastConfirmed = try day("2026-01-10")
        }
    }

    @Test("The trend tells the score as it was after each hand-out, by what was known then")
    func trend() throws {
        let days = try ["2020-01-10", "2022-01-10", "2024-01-10", "2026-01-10"].map(day)
        var trend = ScoreTrend(handOuts: ["LinkedIn": days])
        let ada = try mover()
        trend.add(ada, ReviewSubject(ada))
        // First a title and nothing else that counts, fresh; then a company and a work address as well.
        #expect(trend.points.map(\.score) == [30, 30, 100, 100])
        #expect(trend.points.map(\.reachable) == [0, 0, 1, 1])
    }

    @Test("A contact no later hand-out confirms loses points as it ages, and counts for nothing before it came")
    func ageing() throws {
        let days = try ["2019-01-10", "2020-01-10", "2021-01-05", "2021-12-01", "2024-01-10"].map(day)
        var trend = ScoreTrend(handOuts: ["LinkedIn": days])
        let bob = try person {
            $0.names = [Held(PersonName(given: "Bob", family: "Muster"), try said("LinkedIn", "2020-01-10", "2020-01-10"))]
            $0.lastConfirmed = try day("2020-01-10")
        }
        trend.add(bob, ReviewSubject(bob))
        #expect(trend.points.map(\.people) == [0, 1, 1, 1, 1])
        #expect(trend.points.map(\.points.freshness) == [0, 15, 15, 8, 0])
    }

    @Test("Of many hand-outs the first and the last are among the points")
    func manyHandOuts() throws {
        let days = (0..<200).map { CalendarDate(daysSince1970: 18_000 + $0 * 7) }
        let trend = ScoreTrend(handOuts: ["LinkedIn": days])
        #expect(trend.points.count <= ScoreTrend.mostPoints && trend.points.count > 15)
        #expect(trend.points.first?.day == days.first && trend.points.last?.day == days.last)
    }

    @Test("People are counted by exactly the sources they stand in")
    func overlap() throws {
        var overlap = SourceOverlap()
        for sources in [["LinkedIn"], ["LinkedIn"], ["LinkedIn", "Mail"], ["Mail"]] {
            overlap.add(
                try person {
                    $0.names = [Held(PersonName(given: "Ada"), try sources.flatMap { try said($0, "2024-01-01", "2024-01-01") })]
                })
        }
        #expect(
            overlap.combinations.map { "\($0.sources.joined(separator: "+")) \($0.people)" } == ["LinkedIn 2", "LinkedIn+Mail 1", "Mail 1"])
        #expect(overlap.sources.map(\.name) == ["LinkedIn", "Mail"])
        #expect(overlap.sources.map(\.people) == [3, 2])
    }

    @Test("People come on the day of connecting, else with the first hand-out that lists them, from the source that knew them first")
    func growth() throws {
        var growth = NetworkGrowth()
        growth.add(try mover())
        growth.add(
            try person {
                $0.names = [
                    Held(
                        PersonName(given: "Bo"), try said("LinkedIn", "2024-05-01", "2024-05-01") + said("Mail", "2021-03-04", "2021-03-04")
                    )
                ]
            })
        #expect(growth.count(in: .init(year: 2019, month: 11)) == 1)
        #expect(growth.count(in: .init(year: 2021, month: 3), from: "Mail") == 1)
        #expect(growth.total == 2)
        #expect(growth.span == .init(year: 2019, month: 11) ... .init(year: 2021, month: 3))
    }

    @Test("Moves between two spellings of one company are none, and small companies are told together")
    func moves() {
        var moves = CompanyMoves()
        moves.add(year: 2025, from: "Acme Ltd", to: "ACME LIMITED")
        moves.add(year: 2025, from: "Acme Ltd", to: "Muster GmbH", people: 3)
        moves.add(year: 2025, from: "Acme, Ltd.", to: "Muster", people: 2)
        moves.add(year: 2025, from: "Probe KG", to: "Beispiel AG", people: 1)
        moves.add(year: 2024, from: "Probe KG", to: "Muster GmbH")
        #expect(moves.years == [2025, 2024])
        #expect(moves.total(in: 2025) == 6)
        #expect(moves.flows(in: 2025, most: 1) == [.init(from: "Acme Ltd", to: "Muster GmbH", people: 5)])
        #expect(moves.flows(in: 2025, most: 5).count == 2)
    }

    @Test("Each value counts in the year it was last confirmed")
    func confirmations() throws {
        var map = ConfirmationMap()
        map.add(ReviewSubject(try mover()))
        #expect(map.count(.company, in: 2026) == 1)
        #expect(map.count(.company, until: 2025) == 0)
        #expect(map.fields == [.company, .title, .workEmail])
    }

    @Test("The companies of most people come first, spellings together, what is none left out")
    func largest() {
        var spellings = CompanySpellings()
        for company in ["Muster GmbH", "Muster", "Acme Ltd", "self-employed", "self-employed", "self-employed", "Muster GmbH"] {
            spellings.add(company)
        }
        let largest = spellings.largest(1)
        #expect(largest.companies == [.init(name: "Muster GmbH", people: 3)])
        #expect(largest.count == 2)
        #expect(largest.people == 4)
    }

    @Test("What brings most for a minute comes first, and what helps nobody is left out")
    func steps() throws {
        var tally = ReviewTally(asOf: try day("2026-11-25"))
        for number in 0..<50 {
            tally.add(
                ReviewSubject(
                    name: PersonName(given: "Ada\(number)", family: "Sample"), company: number < 3 ? nil : "Acme", title: "Partner",
                    lastConfirmed: try day("2024-01-01"), companyConfirmed: Confirmation(lastConfirmed: try day("2024-01-01"))))
        }
        let steps = NextStep.all(by: tally, addressesFound: 0, exportAgeDays: 694, hasMail: true, duplicatesWaiting: 0)
        #expect(steps.first?.kind == .freshExport)
        #expect(steps.first?.people == 50)
        #expect(steps.contains { $0.kind == .companies && $0.people == 3 })
        #expect(!steps.contains { $0.kind == .titles || $0.kind == .duplicates || $0.kind == .mailbox })
        #expect(steps.map(\.worth) == steps.map(\.worth).sorted(by: >))
    }

    @Test("Addresses are to be looked through where some were found, by so many people")
    func addressesFound() throws {
        var tally = ReviewTally(asOf: try day("2026-11-25"))
        for _ in 0..<50 { tally.add(ReviewSubject(name: PersonName(given: "Ada", family: "Sample"), company: "Acme", title: "Partner")) }
        func step(_ found: Int) -> NextStep? {
            NextStep.all(by: tally, addressesFound: found, exportAgeDays: nil, hasMail: true, duplicatesWaiting: 0)
                .first { $0.kind == .workAddresses }
        }
        #expect(step(0) == nil)
        #expect(step(7)?.people == 7 && step(7)?.minutes == 2)
    }

    @Test("Whom several rules find something about is helped once")
    func helpedOnce() throws {
        var tally = ReviewTally(asOf: try day("2026-11-25"))
        tally.add(ReviewSubject(name: PersonName(given: "DR. ADA", family: "S"), company: "Acme", title: "Partner"))
        #expect(tally.rules.filter { NextStep.Kind.names.settles($0.rule) }.reduce(0) { $0 + $1.count } > 1)
        #expect(tally.people(helpedBy: .names) == 1)
        let steps = NextStep.all(by: tally, addressesFound: 0, exportAgeDays: nil, hasMail: true, duplicatesWaiting: 0)
        #expect(steps.contains { $0.kind == .names && $0.people == 1 })
    }
}
