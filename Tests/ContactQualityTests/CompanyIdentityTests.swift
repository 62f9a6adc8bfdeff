import ContactModel
import ContactQuality
import Testing

@Suite struct CompanyIdentityTests {
    @Test(
        "names of one company are one",
        arguments: [
            [
                "Acme Robotics GmbH", "ACME ROBOTICS", "Acme Robotics G.m.b.H.", "Acme-Robotics", "The Acme Robotics Company",
                "AcmeRobotics Inc.",
            ],
            ["Müllerwerk AG", "Muellerwerk", "MULLERWERK AG"], ["Sample & Sons Ltd", "Sample and Sons", "Sample + Sons Limited"],
            ["Acme International", "Acme Intl.", "Acme Int'l"], ["Acme Bros.", "Acme Brothers"], ["Acme & Co. KG", "Acme"],
            ["Acme Mfg Co", "Acme Manufacturing"], ["Acme Sp. z o.o.", "ACME sp. z o. o.", "Acme"],
            ["Acme Technologies Inc.", "Acme Tech"], ["ООО Пример", "Primer OOO", "Пример"], ["Exemple S.A.", "Exemple SA", "EXEMPLE"],
            ["Beispiel Gebrüder", "Beispiel Gebr."], ["Sampla S.p.A.", "Sampla Spa"], ["Παράδειγμα Α.Ε.", "Paradeigma S.A."],
        ]
    )
    func same(names: [String]) {
        let identities = names.map { CompanyName.identity($0) }
        #expect(
            Set(identities).count == 1 && identities[0] != nil, "\(zip(names, identities.map { $0 ?? "nothing" }).map { "\($0)=\($1)" })")
    }

    @Test(
        "names that only resemble one another are two",
        arguments: [
            ("Acme Bank", "Acme Insurance"), ("Acme Health", "Acme Healthcare Partners"), ("Acme North", "Acme South"),
            ("Blue Sample", "Blu Sample"),
            ("Acme 1", "Acme 2"), ("Acme Capital", "Acme"), ("Sample Hotel Berlin", "Sample Hotel Wien"),
            ("Acme Tech", "Acme Technical College"),
            ("University of Acme", "Acme University"), ("Acme Labs", "Acme"), ("Samplex", "Sample"), ("3A", "3B"),
        ]
    )
    func different(one: String, other: String) {
        #expect(CompanyName.identity(one) != CompanyName.identity(other) || CompanyName.identity(one) == nil)
    }

    @Test(
        "names too general to tell are left alone",
        arguments: ["Consulting GmbH", "The Company", "Self-employed", "-", "", "AB", "Group Holding", "HP Inc."])
    func general(name: String) {
        #expect(CompanyName.identity(name) == nil)
    }

    @Test("the spelling most contacts have is the usual one")
    func spellings() {
        var spellings = CompanySpellings()
        for name in ["Acme Robotics GmbH", "Acme Robotics GmbH", "ACME ROBOTICS", "acme-robotics", "Sample Ltd", "Sample Ltd"] {
            spellings.add(name)
        }
        #expect(spellings.usual(for: "ACME ROBOTICS") == .init(spelling: "Acme Robotics GmbH", people: 2, total: 4))
        #expect(spellings.usual(for: "Acme Robotics GmbH") == nil)
        #expect(spellings.usual(for: "Sample Ltd") == nil)
        #expect(spellings.usual(for: "Never seen") == nil)
        #expect(spellings.peopleWithVariants == 2)
        #expect(spellings.variants.first?.first == "Acme Robotics GmbH")
        #expect(CompanyVariant(among: spellings).finding(for: ReviewSubject(company: "acme-robotics"))?.evidence.contains("2 of 4") == true)
    }

    @Test("the tally counts as many variants as the rule finds")
    func tally() throws {
        var tally = ReviewTally(asOf: try #require(CalendarDate(year: 2026, month: 11, day: 25)))
        let companies = ["Acme GmbH", "Acme", "ACME", "Acme GmbH", "Muster AG", "Muster", "Other"]
        for company in companies { tally.add(ReviewSubject(company: company)) }
        let rule = CompanyVariant(among: tally.spellings)
        #expect(tally.count(of: "company-variant") == companies.count { rule.finding(for: ReviewSubject(company: $0)) != nil })
        #expect(tally.count(of: "company-variant") == 3)
    }

    @Test("two sources that disagree are a conflict, an old one and a spelling are none")
    func conflicts() throws {
        func day(_ days: Int) -> CalendarDate { CalendarDate(daysSince1970: 20_000 + days) }
        func held(_ value: String, _ source: String, _ last: Int) -> Held<String> {
            Held(value, [Provenance(source: source, snapshot: nil, firstSeen: day(last), lastConfirmed: day(last))])
        }
        func conflicts(_ companies: [Held<String>]) -> [SourceConflict] {
            var person = Person(id: UniqueID(high: 1, low: 1), standing: .connected)
            person.companies = companies
            return ReviewSubject(person).conflicts
        }
        let found = conflicts([held("Acme", "LinkedIn", 900), held("Sample", "Address book", 800)])
        #expect(found.map(\.otherValue) == ["Sample"])
        #expect(SourceConflictOpen().finding(for: ReviewSubject(conflicts: found))?.evidence.contains("Address book") == true)
        #expect(conflicts([held("Acme", "LinkedIn", 900), held("ACME GmbH", "Address book", 800)]).isEmpty)
        #expect(conflicts([held("Acme", "LinkedIn", 900), held("Sample", "Address book", 100)]).isEmpty)
        #expect(conflicts([held("Acme", "LinkedIn", 900), held("Sample", "LinkedIn", 800)]).isEmpty)
        #expect(conflicts([held("Acme", "you", 900), held("Sample", "LinkedIn", 950)]).isEmpty)
    }
}
