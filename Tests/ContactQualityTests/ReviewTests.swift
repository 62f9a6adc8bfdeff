import ContactModel
import ContactQuality
import Testing

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
}

@Suite struct ReviewTests {
    /// Somebody about whom no rule has anything to say.
    private func flawless() throws -> ReviewSubject {
        ReviewSubject(
            name: PersonName(given: "Ada", family: "Sample"),
            company: "Acme GmbH",
            title: "Engineer",
            email: .init("ada@acme.example", kind: .work),
            hasPhone: true,
            lastConfirmed: try day(2026, 11, 1)
        )
    }

    private func rules(_ subject: ReviewSubject) throws -> Set<String> {
        Set(RuleBook.standard(asOf: try day(2026, 11, 23)).findings(for: subject).map(\.rule))
    }

    @Test func `a complete contact gives no finding and a hundred points`() throws {
        var tally = ReviewTally(asOf: try day(2026, 11, 23))
        tally.add(try flawless())
        #expect(try rules(flawless()).isEmpty)
        #expect(tally.score == 100)
        #expect(tally.rules.allSatisfy { $0.count == 0 })
    }

    @Test func `each flaw is found by its rule`() throws {
        func found(_ change: (inout ReviewSubject) throws -> Void) throws -> Set<String> {
            var subject = try flawless()
            try change(&subject)
            return try rules(subject)
        }
        #expect(try found { $0.email = nil } == ["email-missing"])
        #expect(
            try found {
                $0.email = nil
                $0.hasPhone = false
            } == ["email-missing", "unreachable"]
        )
        #expect(try found { $0.email = .init("ada@gmail.com", kind: .personal) } == ["email-personal-only"])
        #expect(try found { $0.email = .init("info@acme.example", kind: .role) } == ["email-role-only"])
        #expect(try found { $0.email = .init("x@mailinator.com", kind: .disposable) } == ["email-disposable"])
        #expect(try found { $0.email = .init("x@duck.com", kind: .relay) } == ["email-disposable"])
        #expect(try found { $0.email = .init("x@other.example", kind: .unknown) } == ["email-unknown"])
        #expect(try found { $0.email = .init("x@beispiel.edu", kind: .school) } == [])
        #expect(try found { $0.company = nil } == ["company-missing"])
        #expect(try found { $0.company = "Stealth Startup" } == ["company-pseudo"])
        #expect(try found { $0.title = nil } == ["title-missing"])
        #expect(try found { $0.title = String(repeating: "ä", count: 100) } == ["value-cut"])
        #expect(try found { $0.company = String(repeating: "a", count: 100) } == ["value-cut"])
        #expect(try found { $0.company = String(repeating: "a", count: 99) } == [])
        #expect(try found { $0.company = String(repeating: "a", count: 101) } == [])
        #expect(try found { $0.name = PersonName() } == ["name-missing"])
        #expect(try found { $0.lastConfirmed = try day(2025, 11, 22) } == ["export-stale"])
        #expect(try found { $0.lastConfirmed = try day(2025, 11, 23) } == [])
        #expect(try found { $0.lastConfirmed = nil } == [])
    }

    @Test(
        "names in capitals, in small letters and of one letter are found, others left alone",
        arguments: [
            ("ADA", "SAMPLE", ["name-capitals"]), ("Ada", "SAMPLE", ["name-capitals"]), ("ada", "sample", ["name-capitals"]),
            ("Ada", "MÜLLER", ["name-capitals"]), ("ОЛЕГ", "Пример", ["name-capitals"]), ("Ada", "NG", []), ("JP", "Sample", []),
            ("Ada", "van der sample", []), ("Ada", "Sample, PMP", ["name-credentials"]), ("Ada", "McSample", []),
            ("Ada", "S.", ["name-initial"]),
            ("Ada", "S", ["name-initial"]), ("明", "李", []), ("Ada", "É.", ["name-initial"]), ("Ada", "🚀", ["name-symbols"]),
        ] as [(String, String, [String])]
    )
    func names(given: String, family: String, expected: [String]) throws {
        var subject = try flawless()
        subject.name = PersonName(given: given, family: family)
        #expect(try rules(subject) == Set(expected))
    }

    @Test func `the tally counts people by their best address and sums to them`() throws {
        var tally = ReviewTally(asOf: try day(2026, 11, 23))
        var subject = try flawless()
        let kinds: [EmailKind?] = [.work, .work, .personal, .role, .school, .association, .relay, .disposable, .unknown, nil, nil]
        for kind in kinds {
            subject.email = kind.map { .init("x@acme.example", kind: $0) }
            subject.hasPhone = false
            tally.add(subject)
        }
        #expect(tally.people == 11)
        #expect(tally.reachable == 9)
        #expect(tally.emails.work == 2)
        #expect(tally.emails.personal == 1)
        #expect(tally.emails.role == 1)
        #expect(tally.emails.other == 4)
        #expect(tally.emails.unknown == 1)
        #expect(tally.emails.none == 2)
        #expect(tally.emails.total == tally.people)
        #expect(tally.ages.total == tally.people)
        #expect(tally.count(of: "email-missing") == 2)
        #expect(tally.count(of: "unreachable") == 2)
        #expect(tally.count(of: "no-such-rule") == 0)
        // 50 points each for company, title and freshness, and 2 x 50, 35, 3 x 30, 3 x 15 for the addresses.
        #expect(tally.score == (11 * 50 + 100 + 35 + 90 + 45) / 11)
    }

    @Test func `ages fall into their classes`() throws {
        let today = try day(2026, 11, 23)
        var tally = ReviewTally(asOf: today)
        for days in [0, 90, 91, 365, 366, 730, 731, -5] {
            tally.add(ReviewSubject(lastConfirmed: CalendarDate(daysSince1970: today.daysSince1970 - days)))
        }
        tally.add(ReviewSubject())
        #expect(tally.ages.within90Days == 3)
        #expect(tally.ages.withinYear == 2)
        #expect(tally.ages.withinTwoYears == 2)
        #expect(tally.ages.older == 1)
        #expect(tally.ages.never == 1)
        #expect(tally.newestExport == CalendarDate(daysSince1970: today.daysSince1970 + 5))
    }

    @Test func `nobody gives an empty tally with every rule at nought`() throws {
        let tally = ReviewTally(asOf: try day(2026, 11, 23))
        #expect(tally.score == 0)
        #expect(tally.emails.total == 0)
        #expect(tally.rules.map(\.count).allSatisfy { $0 == 0 })
        #expect(Set(tally.rules.map(\.rule)).count == tally.rules.count)
    }

    @Test func `a subject takes the best of a person's addresses`() throws {
        let seen = Provenance(source: "LinkedIn", snapshot: nil, firstSeen: try day(2024, 1, 1), lastConfirmed: try day(2026, 1, 1))
        var person = Person(id: UniqueID(high: 1, low: 2), standing: .connected)
        person.names = [Held(PersonName(given: "Ada", family: "Sample"), [seen])]
        person.companies = [Held("Acme GmbH", [seen])]
        person.emails = ["info@acme.example", "ada@gmail.com", "ada@acme.example", "ada2@acme.example"].map {
            Held(EmailAddress($0), [seen])
        }
        person.lastConfirmed = try day(2026, 1, 1)
        let subject = ReviewSubject(person)
        #expect(subject.email?.address == "ada@acme.example" && subject.email?.kind == .work)
        #expect(subject.otherEmails.map(\.address) == ["info@acme.example", "ada@gmail.com", "ada2@acme.example"])
        #expect(subject.company == "Acme GmbH")
        #expect(!subject.hasPhone)
        #expect(subject.lastConfirmed == person.lastConfirmed)
    }

    @Test func `every rule has a name of its own, a title and advice`() throws {
        let rules = RuleBook.standard(asOf: try day(2026, 11, 23)).rules
        #expect(Set(rules.map(\.id)).count == rules.count)
        for rule in rules {
            #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(!rule.title.isEmpty)
            #expect(rule.advice.hasSuffix("."))
        }
    }
}
